// A phone that was out of sight for some minutes asks for the PIN before it shows anything.
(() => {
  const allowed = Number(document.currentScript.dataset.minutes || 10) * 60_000;
  let hiddenAt;
  let timer;

  // By then the server asks for the PIN whatever is asked of it, and brings back to this page.
  const shut = () => {
    document.documentElement.classList.add("blank");
    location.replace(location.pathname + location.search);
  };

  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    if (document.hidden) {
      hiddenAt = Date.now();
      timer = setTimeout(shut, allowed);
    } else if (hiddenAt && Date.now() - hiddenAt >= allowed) {
      shut();
    }
  });
})();
