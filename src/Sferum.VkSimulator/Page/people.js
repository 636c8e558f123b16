// «Люди»: who has a phone on the page, and a form that adds one more person.

import { api } from "./api.js";
import { dialogWindow, FormError, labelled } from "./dialog.js";
import { el } from "./dom.js";
import { chatCaption, membersText, personName } from "./format.js";
import { PersonList } from "./person-list.js";

export const personEntry = person => ({ id: person.id, name: personName(person), note: person.caption || `id ${person.id}` });
const chatEntry = chat => ({ id: chat.peerId, name: chatCaption(chat), note: membersText(chat) });

export class People {
  #entries = [];

  /** isShown(id), onToggle(id, shown), onAdded(person) */
  constructor({ isShown, onToggle, onAdded }) {
    this.list = new PersonList("Чьи телефоны видны", { isChosen: isShown, onToggle });
    this.error = new FormError();
    this.form = el(
      "form",
      { class: "people-form", on: { submit: event => this.#onSubmit(event, onAdded) } },
      el("h3", {}, "Добавить человека"),
      this.#input("lastName", "Фамилия", "Примерова", true),
      this.#input("firstName", "Имя", "Ольга", true),
      this.#input("caption", "Кто это", "учитель, МОУ «Вымышленная СОШ № 1»", false),
      this.error.node,
      el("button", { type: "submit", class: "button primary", dataset: { testid: "person-add" } }, "Добавить"),
    );
    this.node = dialogWindow("people", "Люди", ...this.list.nodes, this.form);
  }

  open() {
    this.list.clear();
    this.list.show(this.#entries);
    this.error.tell("");
    this.node.showModal();
  }

  show(persons, chats) {
    this.#entries = [...persons.map(personEntry), ...chats.map(chatEntry)];
    if (this.node.open) this.list.show(this.#entries);
  }

  #input(name, label, sample, required) {
    return labelled(label, el("input", { class: "input", name, required, placeholder: sample, maxlength: "80", autocomplete: "off" }));
  }

  async #onSubmit(event, onAdded) {
    event.preventDefault();
    this.error.tell("");
    const fields = Object.fromEntries([...new FormData(this.form)].map(([name, value]) => [name, value.trim()]));
    try {
      const person = await api.addPerson(fields);
      this.form.reset();
      this.node.close();
      await onAdded(person);
    } catch (error) {
      this.error.tell(error.message);
    }
  }
}
