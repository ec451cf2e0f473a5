// What a reviewer sent after her session had ended is offered to her again, once she has come back to the page.
// It is kept in this tab alone, until it is closed, and shown to nobody but the account that typed it.
(() => {
  const NAME = "salerno.words";
  const KEPT = ["target", "reason", "category", "severity", "check"];
  const keep = (sent) => sessionStorage.setItem(NAME, JSON.stringify(sent));
  const forget = () => sessionStorage.removeItem(NAME);
  const found = () => JSON.parse(sessionStorage.getItem(NAME));
  const path = (address) => new URL(address, location.href).pathname;

  const late = document.querySelector("[data-late]");
  if (late) {
    const sent = found();
    if (sent && sent.to === late.dataset.late) keep({ ...sent, isLate: true });
    return;
  }
  const open = document.querySelector(".open[data-who]");
  if (!open) return;
  const who = open.dataset.who;
  const digest = open.querySelector("[name=digest]")?.value;

  const wasTyped = (said) => {
    const seen = said.getAll("seen");
    const isMended = said.getAll("target").some((text, number) => text !== seen[number]);
    return isMended || said.getAll("reason").some((text) => text.trim());
  };
  for (const form of open.querySelectorAll("form.decide")) {
    form.addEventListener("submit", (event) => {
      const said = new FormData(form);
      if (!wasTyped(said)) return forget();
      const words = Object.fromEntries(KEPT.map((name) => [name, said.getAll(name)]));
      keep({ who, digest, words, verb: event.submitter?.value, to: path(form.action) });
    });
  }
  document.querySelector("form.leave")?.addEventListener("submit", forget);

  const putBack = ({ verb, words }) => {
    const button = open.querySelector(`button[value="${CSS.escape(verb)}"]`);
    for (const name of KEPT) {
      const fields = button.form.querySelectorAll(`[name="${name}"]`);
      words[name].forEach((text, number) => {
        if (fields[number]) fields[number].value = text;
      });
    }
    const folded = button.closest("details");
    if (folded) folded.open = true;
    button.focus();
  };
  const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });
  const offer = (sent) => {
    const isSame = sent.digest === digest && open.querySelector(`button[value="${CSS.escape(sent.verb)}"]`);
    const box = element("div", "");
    box.className = "notice warn";
    box.setAttribute("role", "status");
    box.append(element("p", isSame ? "You typed this before your session ended. It was not saved:" :
      "You typed this before your session ended, and the text was changed since. It was not saved:"));
    for (const text of [...sent.words.target, ...sent.words.reason].filter((each) => each.trim())) {
      const shown = element("p", text);
      shown.className = "text";
      shown.dir = "auto";
      box.append(shown);
    }
    const act = (label, does) => {
      const button = element("button", label);
      button.type = "button";
      button.className = "quiet";
      button.addEventListener("click", () => {
        forget();
        box.remove();
        does();
      });
      box.append(button, " ");
    };
    if (isSame) act("Put my words back", () => putBack(sent));
    act("Throw them away", () => {});
    open.prepend(box);
  };
  const sent = found();
  if (!sent) return;
  if (sent.who !== who || !sent.isLate) forget();
  else if (open.querySelector("form.decide")?.action && path(open.querySelector("form.decide").action) === sent.to) offer(sent);
})();
