// What the community is in a group chat, and the buttons that change it.

import { el, icon } from "./dom.js";

const WORDS = { member: "участник", administrator: "администратор" };

/** What reaches the community (vk-platform.md §4.6). */
const hears = (bot, mention) =>
  bot === "administrator" ? "Видит всю переписку." : bot === "member" ? `Видит только «/…» и обращения ${mention}.` : "";

export class Standing {
  #mention;

  /** mention: how a message is addressed to the community. */
  constructor(mention, { invite, promote, kick }) {
    this.#mention = mention;
    this.hears = el("span", { class: "standing-note" });
    this.text = el("strong", { dataset: { testid: "standing" } });
    this.invite = this.#button("person-add", "Добавить в беседу", "chat-invite", invite);
    this.promote = this.#button("star", "Назначить администратором", "chat-promote", promote);
    this.kick = this.#button("ban", "Исключить", "chat-kick", kick);
    this.node = el(
      "div",
      { class: "standing", role: "group", "aria-label": "Сообщество в беседе" },
      el("span", { class: "standing-text", role: "status" }, "Сообщество: ", this.text),
      this.kick,
      this.hears,
      this.invite,
      this.promote,
    );
  }

  /** bot: absent, member, administrator, kicked. */
  show(bot) {
    const hadFocus = this.node.contains(document.activeElement);
    this.text.textContent = WORDS[bot] ?? "нет в чате";
    this.hears.textContent = hears(bot, this.#mention);
    this.invite.hidden = bot in WORDS;
    this.promote.hidden = bot !== "member";
    this.kick.hidden = !(bot in WORDS);
    if (hadFocus) this.node.querySelector("button:not([hidden])").focus({ preventScroll: true });
  }

  #button(iconName, label, testid, action) {
    return el("button", { type: "button", class: "button", dataset: { testid }, on: { click: action } }, icon(iconName), label);
  }
}
