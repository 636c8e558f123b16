// One phone: a person's dialog with the community.

import { api } from "./api.js";
import { toAttachment } from "./attachments.js";
import { summary } from "./bubble.js";
import { Composer } from "./composer.js";
import { el } from "./dom.js";
import { FieldKeyboard } from "./field-keyboard.js";
import { initials, personName } from "./format.js";
import { labelOf } from "./keyboard.js";
import { openMenu } from "./menu.js";
import { MessageList } from "./messages.js";
import { Notices } from "./notice.js";
import { PendingPresses } from "./pending.js";
import { Phone } from "./phone.js";
import { orderPdf, orderPhoto, voiceMessage } from "./samples.js";
import { WhenSeen } from "./seen.js";

const TYPING_TIME = 10_000;

export class Chat {
  #typingTimer = 0;

  /** today() gives the virtual date as «15.04.2024», for the sample order; newChat() opens «Новая беседа» for this person. */
  constructor(person, group, { today, newChat }) {
    this.person = person;
    this.groupName = group.name;
    this.groupInitials = initials(...group.name.split(" "));
    this.pending = new PendingPresses(() => {
      this.messages.redraw();
      this.keyboard.draw();
    });
    this.messages = new MessageList(this);
    this.notices = new Notices();
    this.composer = new Composer(personName(person), this.#composerActions(today));
    this.keyboard = new FieldKeyboard(this);
    this.status = el("span", { class: "phone-status" }, "сообщество");
    this.consent = el(
      "div",
      { class: "consent", hidden: true, role: "status" },
      el("span", {}, "Вы запретили сообщения от сообщества: бот не может вам писать."),
      el("button", { type: "button", class: "link-button", on: { click: () => this.#try(() => api.allow(this.person.id)) } }, "Разрешить"),
    );
    this.startButton = el(
      "button",
      {
        type: "button",
        class: "key primary start",
        hidden: true,
        dataset: { testid: "start" },
        on: { click: () => this.#try(() => api.start(this.person.id)) },
      },
      "Начать",
    );
    this.phone = new Phone({
      id: person.id,
      dataset: { person: String(person.id) },
      avatar: this.groupInitials,
      name: this.groupName,
      status: this.status,
      menu: { label: "Действия с диалогом", items: () => this.#dialogMenu(newChat) },
      parts: [this.messages.node, this.notices.node, this.consent, this.composer.node, this.startButton, this.keyboard.node],
      onFiles: files => this.composer.addFiles(files),
    });
    this.node = this.phone.node;
    this.update(person);
    this.seen = new WhenSeen(
      this.node,
      () => this.#load(),
      text => this.notices.error(text),
    );
  }

  /** Who speaks in the messages, for the list. */
  get label() {
    return personName(this.person);
  }

  get emptyText() {
    return "Здесь пока нет сообщений. Нажмите «Начать» или напишите сами.";
  }

  authorOf(message) {
    return message.out ? this.groupName : personName(this.person);
  }

  isMine(message) {
    return !message.out;
  }

  update(person) {
    this.person = person;
    this.tabLabel = person.caption || personName(person);
    this.consent.hidden = person.canMessage !== false || this.messages.isEmpty;
    this.phone.setOwner(initials(person.lastName, person.firstName), person.caption || "телефон", personName(person));
  }

  changed() {
    return this.seen.changed();
  }

  /** VK shows the dots for 10 s, or until the message. */
  setTyping(typing) {
    clearTimeout(this.#typingTimer);
    if (typing) this.#typingTimer = setTimeout(() => this.setTyping(false), TYPING_TIME);
    this.messages.setTyping(typing);
    this.status.textContent = typing ? "печатает…" : "сообщество";
    this.status.classList.toggle("is-typing", typing);
  }

  find(cmid) {
    return this.messages.find(cmid);
  }

  goTo(cmid) {
    this.messages.goTo(cmid);
  }

  focus() {
    this.node.scrollIntoView({ inline: "center", block: "nearest" });
    this.composer.field.focus({ preventScroll: true });
  }

  async press(cmid, row, column, button) {
    const callback = button.action.type === "callback";
    if (callback) this.pending.begin(cmid, row, column);
    try {
      const answer = await api.press(this.person.id, { ...(cmid === null ? {} : { cmid }), row, column });
      if (callback) this.pending.named(cmid, row, column, answer.eventId);
      if (button.action.type === "open_app") this.notices.snackbar("В настоящем VK здесь откроется мини-приложение.");
      if (button.action.type === "vkpay") this.notices.snackbar("В настоящем VK здесь откроется оплата.");
    } catch (error) {
      this.pending.end(cmid, row, column);
      this.notices.error(`Кнопка «${labelOf(button.action)}» не нажалась. ${error.message}`);
    }
  }

  menu(anchor, message) {
    const items = [
      { label: "Ответить", icon: "reply", action: () => this.composer.reply(message, summary(message)) },
      { label: "Переслать", icon: "forward", action: () => this.composer.forward(message, summary(message)) },
    ];
    if (!message.out) items.push({ label: "Изменить", icon: "edit", action: () => this.composer.edit(message) });
    openMenu(anchor, "Действия с сообщением", items);
  }

  async #load() {
    const chat = await api.chat(this.person.id);
    this.messages.show(chat.messages);
    this.setTyping(chat.typing);
    this.startButton.hidden = chat.messages.length > 0;
    this.consent.hidden = this.person.canMessage !== false || chat.messages.length === 0;
    this.keyboard.set(chat.keyboard);
    const unread = chat.messages.some(message => message.out && !message.read);
    if (!document.hidden && this.seen.visible && unread) await api.read(this.person.id);
  }

  #composerActions(today) {
    return {
      send: message => api.write(this.person.id, message),
      saveEdit: (cmid, text) => api.edit(this.person.id, cmid, text),
      typing: () => api.typing(this.person.id).catch(() => {}),
      error: text => this.notices.error(text),
      sample: kind => (kind === "pdf" ? orderPdf(today()) : orderPhoto(today())),
      sendNow: kind =>
        this.#try(async () =>
          api.write(this.person.id, {
            text: "",
            attachments: [kind === "voice" ? await toAttachment(voiceMessage(), "audio_message") : { type: "sticker", title: "Котик" }],
          }),
        ),
      editLast: () => {
        if (this.messages.lastOwn) this.composer.edit(this.messages.lastOwn);
      },
      toggleKeyboard: () => this.keyboard.toggle(),
    };
  }

  async #try(action) {
    try {
      await action();
    } catch (error) {
      this.notices.error(error.message);
    }
  }

  #dialogMenu(newChat) {
    const id = this.person.id;
    return [
      { label: "Нажать «Начать»", icon: "play", action: () => this.#try(() => api.start(id)) },
      { label: "Создать беседу", icon: "chat-add", action: newChat },
      this.person.canMessage === false
        ? { label: "Разрешить сообщения", icon: "check", action: () => this.#try(() => api.allow(id)) }
        : { label: "Запретить сообщения", icon: "ban", danger: true, action: () => this.#try(() => api.deny(id)) },
    ];
  }
}
