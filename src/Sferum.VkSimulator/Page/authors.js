// «От имени»: which member writes in a group chat.

import { el } from "./dom.js";
import { personName } from "./format.js";

export class Authors {
  #face = "";

  /** onChange(member) */
  constructor(peerId, onChange) {
    this.members = [];
    this.select = el("select", {
      class: "input",
      id: `author-${peerId}`,
      dataset: { testid: "chat-author" },
      on: { change: () => onChange(this.current) },
    });
    this.node = el("div", { class: "authors" }, el("label", { for: `author-${peerId}` }, "от имени"), this.select);
    this.onChange = onChange;
  }

  get current() {
    return this.members.find(member => String(member.id) === this.select.value);
  }

  show(members) {
    this.members = members.filter(member => member.id > 0);
    const face = JSON.stringify(this.members);
    if (face === this.#face) return;
    this.#face = face;
    const before = this.select.value;
    const option = member => el("option", { value: String(member.id) }, personName(member) + (member.isOwner ? " (создатель)" : ""));
    const extras = this.members.filter(member => member.isExtra);
    this.select.replaceChildren(
      ...this.members.filter(member => !member.isExtra).map(option),
      ...(extras.length ? [el("optgroup", { label: "Вымышленные участники" }, ...extras.map(option))] : []),
    );
    if (this.members.some(member => String(member.id) === before)) this.select.value = before;
    if (this.current) this.onChange(this.current);
  }
}
