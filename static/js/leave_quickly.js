// A tap, or Shift three times: the page is blank before anything else happens.
(() => {
  const WITHIN = 1500;
  const form = document.querySelector("form[data-leave]");
  if (!form) return;

  const leave = () => {
    document.documentElement.classList.add("blank");
    document.title = "";
    navigator.sendBeacon(form.action, new URLSearchParams(new FormData(form)));
    document.body.replaceChildren();
    location.replace(form.dataset.leave);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    leave();
  });

  let presses = [];
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") {
      presses = [];
      return;
    }
    if (event.repeat) return;
    presses = [...presses.filter((at) => event.timeStamp - at < WITHIN), event.timeStamp];
    if (presses.length >= 3) leave();
  });

  // A page that the browser kept whole would show what was left.
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
})();
