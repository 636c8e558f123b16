// A list to search in and to tick: who has a phone on the page, who comes into a new group chat.

import { el } from "./dom.js";

const SHOWN_AT_ONCE = 50;

export class PersonList {
  #entries = [];
  #isChosen;
  #onToggle;

  /** isChosen(id), onToggle(id, chosen) */
  constructor(label, { isChosen, onToggle }) {
    this.#isChosen = isChosen;
    this.#onToggle = onToggle;
    this.filter = el("input", {
      type: "search",
      class: "input",
      placeholder: "Найти по имени или роли",
      "aria-label": "Найти человека",
      on: {
        input: () => this.#draw(),
        // Enter in a search is no order to send the form around it.
        keydown: event => event.key === "Enter" && event.preventDefault(),
      },
    });
    this.list = el("div", { class: "people-list", role: "group", "aria-label": label });
    this.count = el("p", { class: "people-count", role: "status" });
    this.nodes = [this.filter, this.list, this.count];
  }

  /** entries: [{ id, name, note }] */
  show(entries) {
    this.#entries = entries;
    this.#draw();
  }

  clear() {
    this.filter.value = "";
  }

  #draw() {
    const wanted = this.filter.value.trim().toLowerCase();
    const found = this.#entries.filter(({ id, name, note }) => `${name} ${note} ${id}`.toLowerCase().includes(wanted));
    this.list.replaceChildren(...found.slice(0, SHOWN_AT_ONCE).map(entry => this.#row(entry)));
    this.count.textContent =
      found.length > SHOWN_AT_ONCE ? `Показаны ${SHOWN_AT_ONCE} из ${found.length}: уточните поиск.` : `Найдено: ${found.length}`;
  }

  #row({ id, name, note }) {
    return el(
      "label",
      { class: "switch" },
      el("input", {
        type: "checkbox",
        checked: this.#isChosen(id),
        on: { change: event => this.#onToggle(id, event.target.checked) },
      }),
      el("span", {}, el("span", { class: "switch-label" }, name), el("span", { class: "switch-note" }, note)),
    );
  }
}
