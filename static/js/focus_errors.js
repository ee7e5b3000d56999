// What needs mending takes the focus, on a page and after htmx has swapped a part of it.
(() => {
  const WANTS = "[data-takes-focus]";
  const takeFocus = (within) => {
    const found = within.matches(WANTS) ? within : within.querySelector(WANTS);
    if (!found) return;
    found.focus({ preventScroll: true });
    found.scrollIntoView({ block: "center" });
  };

  // A link to a field goes into the field, not only to it.
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".govuk-error-summary a[href^='#']");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    field.focus({ preventScroll: true });
    (field.closest(".govuk-form-group") ?? field).scrollIntoView({ block: "center" });
  });

  document.addEventListener("htmx:afterSettle", (event) => takeFocus(event.target));
  takeFocus(document.body);
})();
