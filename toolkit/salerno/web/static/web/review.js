// Keys for the review page. Everything works without this script; with it, no hand has to leave the keyboard.
// A letter does something only where no text is being written, and a decision only asks the same button.
(() => {
  const open = document.querySelector(".open");
  if (!open) return;
  open.scrollIntoView({ block: "start" });
  const writes = (element) => element.matches("input:not([type=hidden]), textarea, select");
  const use = (element) => {
    if (element.tagName === "DETAILS") {
      element.open = true;
      element.querySelector("textarea, select, input:not([type=hidden])").focus();
    } else {
      element.click();
    }
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && writes(event.target)) {
      event.target.blur();
      return;
    }
    if (writes(event.target) || event.repeat) return;
    const found = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (found) {
      event.preventDefault();
      use(found);
    }
  });
})();
