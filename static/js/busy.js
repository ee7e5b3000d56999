// Says that something is on its way when it takes longer than a blink.
(() => {
  const A_BLINK = 300;
  const place = document.getElementById("busy");
  if (!place) return;
  let waiting = 0;
  let timer;

  const start = () => {
    waiting += 1;
    clearTimeout(timer);
    timer = setTimeout(() => {
      place.textContent = place.dataset.words;
    }, A_BLINK);
  };

  const stop = () => {
    waiting = Math.max(0, waiting - 1);
    if (waiting) return;
    clearTimeout(timer);
    place.textContent = "";
  };

  // What renews itself is nobody's wish, and nobody waits for it.
  const isAsked = (event) => !event.detail.elt.closest("[data-renews], [hx-trigger^=every]");

  document.addEventListener("htmx:configRequest", (event) => {
    if (!isAsked(event)) event.detail.headers["X-By-Itself"] = "1";
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (!isAsked(event)) return;
    // What was said of the last thing is not true of the next.
    document.getElementById("said")?.replaceChildren();
    start();
  });
  document.addEventListener("htmx:afterRequest", (event) => isAsked(event) && stop());
  document.addEventListener("htmx:sendError", () => {
    place.textContent = place.dataset.lost;
  });
  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) start();
  });
  addEventListener("pageshow", () => {
    waiting = 0;
    stop();
  });
})();
