// j and k go to the next and the one before, / to the box that finds, ? says so.
(() => {
  const moves = { j: 1, k: -1 };
  const typing = (at) => at.closest("input, textarea, select, [contenteditable]");
  const stops = () => [...document.querySelectorAll("[data-key], main .list > .card")].filter((one) => one.offsetParent);

  function go(by) {
    const all = stops();
    const now = all.findIndex((one) => one.contains(document.activeElement));
    const next = all[now < 0 ? (by > 0 ? 0 : all.length - 1) : now + by];
    if (!next) return;
    const link = next.querySelector("a, button, summary");
    const target = link || next;
    if (!link) next.tabIndex = -1;
    target.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }

  function help() {
    const said = document.getElementById("said");
    const words = "Keys: j next, k the one before, / find or choose, ? this.";
    if (said) said.replaceChildren(Object.assign(document.createElement("p"), { className: "card", textContent: words }));
    window.scrollTo(0, 0);
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (moves[event.key]) go(moves[event.key]);
    else if (event.key === "/") (document.getElementById("find") || document.querySelector("main summary"))?.focus();
    else if (event.key === "?") help();
    else return;
    event.preventDefault();
  });
})();
