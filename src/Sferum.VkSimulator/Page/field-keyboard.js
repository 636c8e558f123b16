// The bot's keyboard under the field of a phone; the person may put it away.

import { el } from "./dom.js";
import { hasButtons, keyboardView } from "./keyboard.js";

export class FieldKeyboard {
  #keyboard = null;
  #shown = true;
  #face = "";
  #drawnFace = "";
  #chat;

  /** chat: { composer, pending, press(cmid, row, column, button) } */
  constructor(chat) {
    this.#chat = chat;
    this.node = el("div", { class: "keyboard-place" });
  }

  /** VK shows a keyboard that is new even if the last one was put away. */
  set(keyboard) {
    const face = JSON.stringify(keyboard ?? null);
    if (face !== this.#face) this.#shown = true;
    this.#face = face;
    this.#keyboard = hasButtons(keyboard) ? keyboard : null;
    this.draw();
  }

  toggle() {
    this.#shown = !this.#shown;
    this.draw();
  }

  draw() {
    const { composer, pending } = this.#chat;
    const keyboard = this.#keyboard;
    composer.setKeyboard({ exists: keyboard !== null, shown: this.#shown });
    const isBusy = (row, column) => pending.isBusy(null, row, column);
    const face =
      keyboard === null || !this.#shown
        ? ""
        : this.#face + keyboard.buttons.map((row, at) => row.map((_, column) => isBusy(at, column))).join();
    if (this.#drawnFace === face) return;
    this.#drawnFace = face;
    const focused = this.node.contains(document.activeElement) ? document.activeElement.dataset.label : undefined;
    const press = (row, column, button) => this.#chat.press(null, row, column, button);
    this.node.replaceChildren(...(face === "" ? [] : [keyboardView(keyboard, { inline: false, isBusy, press })]));
    if (focused === undefined) return;
    (this.node.querySelector(`[data-label="${CSS.escape(focused)}"]`) ?? composer.field).focus({ preventScroll: true });
  }
}
