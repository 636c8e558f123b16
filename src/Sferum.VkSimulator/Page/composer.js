// The field of a phone: text, attachments, reply/forward/edit strip, keyboard toggle.

import { Tray } from "./attachments.js";
import { el, icon, iconButton } from "./dom.js";
import { openMenu } from "./menu.js";

const TYPING_EVERY = 5_000;

export class Composer {
  #context = null;
  #busy = false;
  #typedAt = -TYPING_EVERY;
  #actions;

  /**
   * actions: { send({ text, attachments, replyTo, forwards }), saveEdit(cmid, text), sendNow(kind), sample(kind) → File,
   * typing(), toggleKeyboard(), editLast(), error(text) }; without sample() the field takes no files.
   */
  constructor(personName, actions) {
    this.#actions = actions;
    this.field = el("textarea", {
      class: "field",
      rows: "1",
      placeholder: "Сообщение",
      dataset: { testid: "field" },
      autocomplete: "off",
      on: { input: () => this.#onInput(), keydown: event => this.#onKey(event), paste: event => this.#onPaste(event) },
    });
    this.picker = el("input", {
      type: "file",
      multiple: true,
      class: "visually-hidden",
      tabindex: "-1",
      "aria-label": "Файлы с компьютера",
      dataset: { testid: "attach" },
      on: { change: () => this.#onPicked() },
    });
    this.clip = iconButton("clip", "Прикрепить", () => this.#openAttachMenu(), {
      class: "clip",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      "data-testid": "attach-menu",
    });
    this.toggle = iconButton("keyboard", "Скрыть клавиатуру", () => actions.toggleKeyboard(), {
      class: "toggle",
      "data-testid": "keyboard-toggle",
    });
    this.sendButton = iconButton("send", "Отправить", () => this.submit(), { class: "send", "data-testid": "send" });
    this.clip.hidden = !actions.sample;
    this.setAuthor(personName);
    this.tray = new Tray(() => this.#refresh());
    this.strip = el("div", { class: "strip", hidden: true });
    this.node = el(
      "div",
      { class: "composer" },
      this.strip,
      this.tray.node,
      el(
        "div",
        { class: "composer-row" },
        this.clip,
        this.picker,
        el("div", { class: "field-box" }, this.field, this.toggle),
        this.sendButton,
      ),
    );
    this.#refresh();
  }

  /** Puts words where the person writes. */
  insert(text) {
    this.field.setRangeText(text, this.field.selectionStart, this.field.selectionEnd, "end");
    this.field.focus();
    this.#refresh();
  }

  setAuthor(name) {
    this.field.setAttribute("aria-label", `Сообщение от имени: ${name}`);
  }

  setKeyboard({ exists, shown }) {
    this.toggle.hidden = !exists;
    this.toggle.classList.toggle("on", shown);
    this.toggle.setAttribute("aria-pressed", String(shown));
    const label = shown ? "Скрыть клавиатуру" : "Показать клавиатуру";
    this.toggle.setAttribute("aria-label", label);
    this.toggle.title = label;
  }

  reply(message, text) {
    this.#setContext({ kind: "reply", cmid: message.cmid, title: "Ответ", text });
  }

  forward(message, text) {
    const cmids = this.#context?.kind === "forward" ? this.#context.cmids : [];
    const all = cmids.includes(message.cmid) ? cmids : [...cmids, message.cmid];
    this.#setContext({ kind: "forward", cmids: all, title: "Переслать", text: all.length > 1 ? `Сообщений: ${all.length}` : text });
  }

  edit(message) {
    this.#setContext({ kind: "edit", cmid: message.cmid, title: "Изменение сообщения", text: message.text });
    this.field.value = message.text;
    this.#refresh();
  }

  cancelContext() {
    if (this.#context?.kind === "edit") this.field.value = "";
    this.#setContext(null);
  }

  addFiles(files) {
    const left = this.tray.add([...files]);
    if (left.length) this.#actions.error(`К сообщению можно приложить не больше 10 файлов. Не вошли: ${left.join(", ")}.`);
    this.field.focus();
  }

  async submit() {
    const text = this.field.value.trim();
    const context = this.#context;
    if (this.#busy || (!text && this.tray.empty && context?.kind !== "forward")) return;
    this.#busy = true;
    this.#refresh();
    try {
      if (context?.kind === "edit") await this.#actions.saveEdit(context.cmid, text);
      else {
        await this.#actions.send({
          text,
          attachments: await this.tray.toMessage(),
          replyTo: context?.kind === "reply" ? context.cmid : undefined,
          forwards: context?.kind === "forward" ? context.cmids : undefined,
        });
      }
      // Only what was sent leaves the field: a person may have typed on meanwhile.
      if (this.field.value.trim() === text) this.field.value = "";
      this.tray.clear();
      this.#setContext(null);
    } catch (error) {
      this.#actions.error(error.message);
    } finally {
      this.#busy = false;
      this.#refresh();
    }
  }

  #setContext(context) {
    this.#context = context;
    this.strip.hidden = context === null;
    if (context) {
      this.strip.replaceChildren(
        icon({ reply: "reply", forward: "forward", edit: "edit" }[context.kind]),
        el("span", { class: "strip-text" }, el("strong", {}, context.title), el("span", {}, context.text)),
        iconButton("close", "Отменить", () => this.cancelContext()),
      );
      this.field.focus();
    }
    this.#refresh();
  }

  #openAttachMenu() {
    const sample = kind => async () => {
      try {
        this.addFiles([await this.#actions.sample(kind)]);
      } catch (error) {
        this.#actions.error(error.message);
      }
    };
    openMenu(this.clip, "Прикрепить", [
      { label: "Файл с компьютера…", icon: "folder", action: () => this.picker.click() },
      { label: "Фото приказа", icon: "image", action: sample("photo") },
      { label: "PDF", icon: "file", action: sample("pdf") },
      { label: "Голосовое", icon: "mic", action: () => this.#actions.sendNow("voice") },
      { label: "Стикер", icon: "smile", action: () => this.#actions.sendNow("sticker") },
    ]);
  }

  #onPicked() {
    this.addFiles(this.picker.files);
    this.picker.value = "";
  }

  #onPaste(event) {
    const files = [...event.clipboardData.files];
    if (files.length === 0 || this.clip.hidden) return;
    event.preventDefault();
    this.addFiles(files);
  }

  #onInput() {
    this.#refresh();
    if (this.field.value === "" || performance.now() - this.#typedAt < TYPING_EVERY) return;
    this.#typedAt = performance.now();
    this.#actions.typing?.();
  }

  #onKey(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape" && this.#context) this.cancelContext();
    else if (event.key === "ArrowUp" && this.field.value === "" && !this.#context && this.#actions.editLast) {
      event.preventDefault();
      this.#actions.editLast();
    }
  }

  #refresh() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(Math.max(this.field.scrollHeight, 36), 132)}px`;
    const ready = this.field.value.trim() !== "" || !this.tray.empty || this.#context?.kind === "forward";
    this.sendButton.classList.toggle("ready", ready && !this.#busy);
    this.sendButton.setAttribute("aria-disabled", String(!ready || this.#busy));
    this.node.setAttribute("aria-busy", String(this.#busy));
  }
}
