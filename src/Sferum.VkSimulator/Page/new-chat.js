// «Создать беседу»: title, who creates it, who is in it, and how many invented members besides.

import { api } from "./api.js";
import { dialogWindow, FormError, labelled } from "./dialog.js";
import { el } from "./dom.js";
import { personName, plural } from "./format.js";
import { personEntry } from "./people.js";
import { PersonList } from "./person-list.js";

const MOST_EXTRAS = 1_000;

export class NewChat {
  #persons = [];
  #chosen = new Set();

  /** onCreated(peerId) */
  constructor({ onCreated }) {
    this.title = el("input", {
      class: "input",
      required: true,
      maxlength: "128",
      placeholder: "Педсовет",
      autocomplete: "off",
      dataset: { testid: "chat-title" },
    });
    this.owner = el("select", { class: "input", required: true, dataset: { testid: "chat-owner" }, on: { change: () => this.#draw() } });
    this.list = new PersonList("Участники", {
      isChosen: id => this.#chosen.has(id),
      onToggle: (id, chosen) => {
        if (chosen) this.#chosen.add(id);
        else this.#chosen.delete(id);
        this.#count();
      },
    });
    this.extras = el("input", {
      type: "number",
      class: "input",
      min: "0",
      max: String(MOST_EXTRAS),
      step: "1",
      value: "0",
      inputmode: "numeric",
      dataset: { testid: "chat-extras" },
      on: { input: () => this.#count() },
    });
    this.total = el("p", { class: "people-count", role: "status", dataset: { testid: "chat-total" } });
    this.error = new FormError();
    this.submit = el("button", { type: "submit", class: "button primary", dataset: { testid: "chat-create" } }, "Создать беседу");
    this.form = el(
      "form",
      { class: "chat-form", on: { submit: event => this.#onSubmit(event, onCreated) } },
      labelled("Название", this.title),
      labelled("Кто создаёт", this.owner),
      el("h3", {}, "Участники"),
      ...this.list.nodes,
      labelled("Ещё человек (вымышленные, без телефонов)", this.extras),
      this.total,
      this.error.node,
      this.submit,
    );
    this.node = dialogWindow("new-chat", "Новая беседа", this.form);
  }

  /** ownerId: who creates it, when that is already known. */
  open(ownerId) {
    this.form.reset();
    this.#chosen.clear();
    this.list.clear();
    this.error.tell("");
    this.#drawOwners(ownerId);
    this.#draw();
    this.node.showModal();
    this.title.focus();
  }

  show(persons) {
    this.#persons = persons;
    if (!this.node.open) return;
    this.#drawOwners(this.#ownerId);
    this.#draw();
  }

  get #ownerId() {
    return Number(this.owner.value);
  }

  get #members() {
    return this.#persons.map(person => person.id).filter(id => this.#chosen.has(id) && id !== this.#ownerId);
  }

  #drawOwners(wanted) {
    const name = person => (person.caption ? `${personName(person)}, ${person.caption}` : personName(person));
    this.owner.replaceChildren(...this.#persons.map(person => el("option", { value: String(person.id) }, name(person))));
    if (this.#persons.some(person => person.id === wanted)) this.owner.value = String(wanted);
  }

  #draw() {
    this.list.show(this.#persons.filter(person => person.id !== this.#ownerId).map(personEntry));
    this.submit.disabled = this.#persons.length === 0;
    this.#count();
  }

  #count() {
    const count = 1 + this.#members.length + (Number.parseInt(this.extras.value, 10) || 0);
    this.total.textContent = `В беседе будет ${count} ${plural(count, "участник", "участника", "участников")}, считая создателя.`;
  }

  async #onSubmit(event, onCreated) {
    event.preventDefault();
    this.error.tell("");
    this.submit.disabled = true;
    try {
      const { peerId } = await api.createChat({
        title: this.title.value.trim(),
        ownerId: this.#ownerId,
        members: this.#members,
        extras: Number.parseInt(this.extras.value, 10) || 0,
      });
      this.node.close();
      await onCreated(peerId);
    } catch (error) {
      this.error.tell(error.message);
    } finally {
      this.submit.disabled = false;
    }
  }
}
