// Windows over the page: a head with a cross, a click beside the window closes it; and the parts of their forms.

import { el, iconButton } from "./dom.js";

export function dialogWindow(id, title, ...children) {
  const node = el(
    "dialog",
    { class: "dialog", "aria-labelledby": `${id}-title`, dataset: { testid: `${id}-dialog` } },
    el("div", { class: "dialog-head" }, el("h2", { id: `${id}-title` }, title), iconButton("close", "Закрыть", () => node.close())),
    ...children,
  );
  // A press that began in a field and ended beside the window is a selection of text, not a wish to close.
  node.addEventListener("pointerdown", event => {
    if (event.target === node) node.close();
  });
  return node;
}

export const labelled = (label, control) => el("label", { class: "labelled" }, label, control);

/** A line for the error of a form; tell("") hides it. */
export class FormError {
  constructor() {
    this.node = el("p", { class: "form-error", role: "alert", hidden: true });
  }

  tell(text) {
    this.node.textContent = text;
    this.node.hidden = text === "";
  }
}
