// Two minutes before a quiet sign-in ends, asks whether somebody is still there.
(() => {
  const WARNING = 2 * 60_000;
  const dialog = document.getElementById("idle");
  if (!dialog?.showModal) return;
  const allowed = Number(dialog.dataset.minutes) * 60_000;
  const here = () => location.replace(location.pathname + location.search);
  let activeAt;
  let timer;

  const look = () => {
    clearTimeout(timer);
    const left = activeAt + allowed - Date.now();
    if (left <= 0) return here();
    if (left <= WARNING && !dialog.open) dialog.showModal();
    timer = setTimeout(look, left > WARNING ? left - WARNING : left);
  };

  const startAgain = () => {
    activeAt = Date.now();
    if (dialog.open) dialog.close();
    look();
  };

  const stay = async () => {
    const answer = await fetch(dialog.dataset.ask).catch(() => null);
    if (answer?.status === 204) startAgain();
    else if (answer) here();
  };

  dialog.querySelector("button").addEventListener("click", stay);
  // Leaving the question by Escape is a yes as well.
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    stay();
  });

  // What renews itself is not somebody being there.
  document.addEventListener("htmx:afterRequest", (event) => {
    if (!event.detail.elt.closest("[data-renews], [hx-trigger^=every]")) startAgain();
  });
  // A laptop that slept has stopped its clocks.
  document.addEventListener("visibilitychange", () => document.hidden || look());
  startAgain();
})();
