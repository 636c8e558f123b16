// Short notices inside a phone: the bot's snackbar (VK shows it for 10 s) and errors near the field.

import { el, iconButton } from "./dom.js";

const SNACKBAR_TIME = 10_000;
const ERROR_TIME = 12_000;

export class Notices {
  #timers = new Map();

  constructor() {
    this.node = el("div", { class: "notices" });
  }

  snackbar(text) {
    this.#show(
      el("div", { class: "notice snackbar", role: "status", dataset: { testid: "snackbar" } }, el("span", {}, text)),
      SNACKBAR_TIME,
    );
  }

  error(text) {
    this.#show(el("div", { class: "notice error", role: "alert", dataset: { testid: "error" } }, el("span", {}, text)), ERROR_TIME);
  }

  #show(notice, time) {
    for (const other of [...this.node.children]) {
      if (other.className === notice.className) this.#remove(other);
    }
    notice.append(iconButton("close", "Закрыть", () => this.#remove(notice)));
    this.node.append(notice);
    this.#timers.set(
      notice,
      setTimeout(() => this.#remove(notice), time),
    );
  }

  #remove(notice) {
    clearTimeout(this.#timers.get(notice));
    this.#timers.delete(notice);
    notice.remove();
  }
}
