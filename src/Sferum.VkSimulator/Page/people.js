// «Люди»: who has a phone on the page, and a form that adds one more person.

import { api } from "./api.js";
import { el, iconButton } from "./dom.js";
import { personName } from "./format.js";

const SHOWN_AT_ONCE = 50;

export class People {
  #persons = [];
  #isShown;
  #onToggle;

  /** isShown(id), onToggle(id, shown), onAdded(person) */
  constructor({ isShown, onToggle, onAdded }) {
    this.#isShown = isShown;
    this.#onToggle = onToggle;
    this.filter = el("input", {
      type: "search",
      class: "input",
      placeholder: "Найти по имени или роли",
      "aria-label": "Найти человека",
      on: { input: () => this.#draw() },
    });
    this.list = el("div", { class: "people-list" });
    this.count = el("p", { class: "people-count", role: "status" });
    this.error = el("p", { class: "form-error", role: "alert", hidden: true });
    this.form = el(
      "form",
      { class: "people-form", on: { submit: event => this.#onSubmit(event, onAdded) } },
      el("h3", {}, "Добавить человека"),
      this.#input("lastName", "Фамилия", "Примерова", true),
      this.#input("firstName", "Имя", "Ольга", true),
      this.#input("caption", "Кто это", "учитель, МОУ «Вымышленная СОШ № 1»", false),
      this.error,
      el("button", { type: "submit", class: "button primary", dataset: { testid: "person-add" } }, "Добавить"),
    );
    this.node = el(
      "dialog",
      { class: "dialog", "aria-labelledby": "people-title" },
      el(
        "div",
        { class: "dialog-head" },
        el("h2", { id: "people-title" }, "Люди"),
        iconButton("close", "Закрыть", () => this.node.close()),
      ),
      this.filter,
      this.list,
      this.count,
      this.form,
    );
    this.node.addEventListener("click", event => {
      if (event.target === this.node) this.node.close();
    });
  }

  open() {
    this.filter.value = "";
    this.#draw();
    this.node.showModal();
  }

  show(persons) {
    this.#persons = persons;
    if (this.node.open) this.#draw();
  }

  #input(name, label, sample, required) {
    return el(
      "label",
      { class: "labelled" },
      label,
      el("input", { class: "input", name, required, placeholder: sample, maxlength: "80", autocomplete: "off" }),
    );
  }

  #draw() {
    const wanted = this.filter.value.trim().toLowerCase();
    const found = this.#persons.filter(person =>
      `${personName(person)} ${person.caption ?? ""} ${person.id}`.toLowerCase().includes(wanted),
    );
    this.list.replaceChildren(
      ...found
        .slice(0, SHOWN_AT_ONCE)
        .map(person =>
          el(
            "label",
            { class: "switch" },
            el("input", {
              type: "checkbox",
              checked: this.#isShown(person.id),
              on: { change: event => this.#onToggle(person.id, event.target.checked) },
            }),
            el(
              "span",
              {},
              el("span", { class: "switch-label" }, personName(person)),
              el("span", { class: "switch-note" }, person.caption || `id ${person.id}`),
            ),
          ),
        ),
    );
    this.count.textContent =
      found.length > SHOWN_AT_ONCE ? `Показаны ${SHOWN_AT_ONCE} из ${found.length}: уточните поиск.` : `Всего: ${found.length}`;
  }

  async #onSubmit(event, onAdded) {
    event.preventDefault();
    this.error.hidden = true;
    const fields = Object.fromEntries([...new FormData(this.form)].map(([name, value]) => [name, value.trim()]));
    try {
      const person = await api.addPerson(fields);
      this.form.reset();
      this.node.close();
      await onAdded(person);
    } catch (error) {
      this.error.textContent = error.message;
      this.error.hidden = false;
    }
  }
}
