// Which phones and group chats stand on the page, and in what order: a chat beside the one who created it.

import { Tabs } from "./tabs.js";

// A rehearsal may leave thousands of persons: the page opens the first few, the rest from «Люди».
const PHONES_AT_START = 8;
const CHATS_AT_START = 4;

export class Columns {
  #place;
  #nobody;
  #make;
  #shown = new Map();
  #chosen = new Map();
  #persons = [];
  #chats = [];

  /** place, tabs, nobody: nodes; make: { person(person), chat(chat) } build a column. */
  constructor({ place, tabs, nobody }, make) {
    this.#place = place;
    this.#nobody = nobody;
    this.#make = make;
    this.tabs = new Tabs(tabs, current => {
      for (const [id, column] of this.#shown) column.node.classList.toggle("current", String(id) === current);
    });
  }

  get all() {
    return [...this.#shown.values()];
  }

  get(id) {
    return this.#shown.get(id);
  }

  show(persons, chats) {
    this.#persons = persons;
    this.#chats = chats;
    this.#layOut();
  }

  choose(id, shown) {
    this.#chosen.set(id, shown);
    this.#layOut();
  }

  focus(id) {
    if (!this.#persons.some(person => person.id === id) && !this.#chats.some(chat => chat.peerId === id)) return;
    this.choose(id, true);
    this.tabs.choose(id);
    this.#shown.get(id).focus();
  }

  clear() {
    for (const id of [...this.#shown.keys()]) this.#close(id);
  }

  #layOut() {
    const wanted = this.#wanted();
    const ids = new Set(wanted.map(({ id }) => id));
    for (const id of [...this.#shown.keys()]) if (!ids.has(id)) this.#close(id);
    for (const { id, make, what } of wanted) {
      if (this.#shown.has(id)) this.#shown.get(id).update(what);
      else this.#shown.set(id, make(what));
    }
    // A column that stays where it is keeps its focus and its place in the scroll.
    let at = this.#place.firstElementChild;
    for (const { id } of wanted) {
      const { node } = this.#shown.get(id);
      if (node === at) at = at.nextElementSibling;
      else this.#place.insertBefore(node, at);
    }
    this.#nobody.hidden = wanted.length > 0;
    this.tabs.show(wanted.map(({ id }) => ({ id, label: this.#shown.get(id).tabLabel })));
  }

  #wanted() {
    const rest = new Set(this.#chats.filter((chat, at) => this.#chosen.get(chat.peerId) ?? at >= this.#chats.length - CHATS_AT_START));
    const takeChats = isTheirs => {
      const taken = [...rest].filter(isTheirs);
      for (const chat of taken) rest.delete(chat);
      return taken.map(chat => ({ id: chat.peerId, what: chat, make: this.#make.chat }));
    };
    const persons = this.#persons.flatMap((person, at) => [
      ...((this.#chosen.get(person.id) ?? at < PHONES_AT_START) ? [{ id: person.id, what: person, make: this.#make.person }] : []),
      ...takeChats(chat => chat.ownerId === person.id),
    ]);
    return [...persons, ...takeChats(() => true)];
  }

  #close(id) {
    this.#shown.get(id).node.remove();
    this.#shown.delete(id);
  }
}
