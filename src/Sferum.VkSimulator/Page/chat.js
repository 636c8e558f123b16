// One phone: a person's dialog with the community.

import { api } from "./api.js";
import { toAttachment } from "./attachments.js";
import { summary } from "./bubble.js";
import { Composer } from "./composer.js";
import { el, icon, iconButton } from "./dom.js";
import { initials, personName } from "./format.js";
import { hasButtons, keyboardView, labelOf } from "./keyboard.js";
import { openMenu } from "./menu.js";
import { MessageList } from "./messages.js";
import { Notices } from "./notice.js";
import { PendingPresses } from "./pending.js";
import { orderPdf, orderPhoto, voiceMessage } from "./samples.js";
import { coalesced } from "./stream.js";

const TYPING_TIME = 10_000;

export class Chat {
  #keyboard = null;
  #keyboardShown = true;
  #keyboardFace = "";
  #drawnFace = "";
  #visible = false;
  #stale = true;
  #typingTimer = 0;

  /** today() gives the virtual date as «15.04.2024», for the sample order. */
  constructor(person, group, { today }) {
    this.person = person;
    this.groupName = group.name;
    this.groupInitials = initials(...group.name.split(" "));
    this.pending = new PendingPresses(() => {
      this.messages.redraw();
      this.#drawKeyboard();
    });
    this.messages = new MessageList(this);
    this.notices = new Notices();
    this.composer = new Composer(personName(person), this.#composerActions(today));
    this.keyboardPlace = el("div", { class: "keyboard-place" });
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
    this.owner = el("div", { class: "owner" });
    this.node = this.#phone();
    this.refresh = coalesced(() => this.#load());
    this.update(person);
    this.#watchVisibility();
  }

  update(person) {
    this.person = person;
    this.consent.hidden = person.canMessage !== false || this.messages.isEmpty;
    const name = personName(person);
    this.owner.replaceChildren(
      el("span", { class: "avatar small", "aria-hidden": "true" }, initials(person.lastName, person.firstName)),
      el(
        "h2",
        { class: "owner-text", id: `owner-${person.id}` },
        el("span", { class: "owner-caption" }, person.caption || "телефон"),
        el("span", { class: "owner-name" }, name),
      ),
    );
  }

  /** Something in the dialog changed. A phone nobody sees waits until it is looked at. */
  changed() {
    if (this.#visible) return this.refresh();
    this.#stale = true;
    return null;
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
    this.#stale = false;
    try {
      const chat = await api.chat(this.person.id);
      this.messages.show(chat.messages);
      this.setTyping(chat.typing);
      this.startButton.hidden = chat.messages.length > 0;
      this.consent.hidden = this.person.canMessage !== false || chat.messages.length === 0;
      this.#setKeyboard(chat.keyboard);
      if (!document.hidden && this.#visible && chat.messages.some(message => message.out && !message.read)) await api.read(this.person.id);
    } catch (error) {
      // When the whole simulator is gone the page says so once, not in every phone.
      if (error.status !== 0) this.notices.error(error.message);
      this.#stale = true;
    }
  }

  #setKeyboard(keyboard) {
    const face = JSON.stringify(keyboard ?? null);
    if (face !== this.#keyboardFace) this.#keyboardShown = true;
    this.#keyboardFace = face;
    this.#keyboard = hasButtons(keyboard) ? keyboard : null;
    this.#drawKeyboard();
  }

  #drawKeyboard() {
    const keyboard = this.#keyboard;
    this.composer.setKeyboard({ exists: keyboard !== null, shown: this.#keyboardShown });
    const face =
      keyboard === null || !this.#keyboardShown
        ? ""
        : this.#keyboardFace + keyboard.buttons.map((row, at) => row.map((_, column) => this.pending.isBusy(null, at, column))).join();
    if (this.#drawnFace === face) return;
    this.#drawnFace = face;
    const focused = this.keyboardPlace.contains(document.activeElement) ? document.activeElement.dataset.label : undefined;
    this.keyboardPlace.replaceChildren(
      ...(face === ""
        ? []
        : [
            keyboardView(keyboard, {
              inline: false,
              isBusy: (row, column) => this.pending.isBusy(null, row, column),
              press: (row, column, button) => this.press(null, row, column, button),
            }),
          ]),
    );
    if (focused === undefined) return;
    (this.keyboardPlace.querySelector(`[data-label="${CSS.escape(focused)}"]`) ?? this.composer.field).focus({ preventScroll: true });
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
      toggleKeyboard: () => {
        this.#keyboardShown = !this.#keyboardShown;
        this.#drawKeyboard();
      },
    };
  }

  async #try(action) {
    try {
      await action();
    } catch (error) {
      this.notices.error(error.message);
    }
  }

  #phone() {
    const more = iconButton("more", "Действия с диалогом", () => openMenu(more, "Действия с диалогом", this.#dialogMenu()), {
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      "data-testid": "dialog-menu",
    });
    const phone = el(
      "div",
      { class: "phone" },
      el(
        "div",
        { class: "phone-head" },
        el("span", { class: "avatar", "aria-hidden": "true" }, this.groupInitials),
        el("div", { class: "phone-title" }, el("span", { class: "phone-name", title: this.groupName }, this.groupName), this.status),
        more,
      ),
      this.messages.node,
      this.notices.node,
      this.consent,
      this.composer.node,
      this.startButton,
      this.keyboardPlace,
      el("div", { class: "drop-hint", "aria-hidden": "true" }, icon("clip"), "Отпустите файлы, чтобы приложить"),
    );
    phone.addEventListener("dragover", event => {
      event.preventDefault();
      phone.classList.add("dropping");
    });
    phone.addEventListener("dragleave", event => {
      if (!phone.contains(event.relatedTarget)) phone.classList.remove("dropping");
    });
    phone.addEventListener("drop", event => {
      event.preventDefault();
      phone.classList.remove("dropping");
      if (event.dataTransfer.files.length) this.composer.addFiles(event.dataTransfer.files);
    });
    return el(
      "section",
      { class: "column", dataset: { person: String(this.person.id) }, "aria-labelledby": `owner-${this.person.id}` },
      this.owner,
      phone,
    );
  }

  #dialogMenu() {
    const id = this.person.id;
    return [
      { label: "Нажать «Начать»", icon: "play", action: () => this.#try(() => api.start(id)) },
      this.person.canMessage === false
        ? { label: "Разрешить сообщения", icon: "check", action: () => this.#try(() => api.allow(id)) }
        : { label: "Запретить сообщения", icon: "ban", danger: true, action: () => this.#try(() => api.deny(id)) },
    ];
  }

  #watchVisibility() {
    new IntersectionObserver(
      entries => {
        this.#visible = entries.at(-1).isIntersecting;
        if (this.#visible && this.#stale) this.refresh();
      },
      { rootMargin: "0px 200px" },
    ).observe(this.node);
  }
}
