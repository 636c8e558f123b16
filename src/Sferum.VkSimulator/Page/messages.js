// The list of a chat: day separators, bubbles rebuilt only when they changed, typing dots, scrolling like VK's.

import { bubbleView } from "./bubble.js";
import { el, icon } from "./dom.js";
import { dayKey, dayText, plural } from "./format.js";
import { serviceView } from "./service.js";

const NEAR_BOTTOM = 80;

export class MessageList {
  #shown = new Map();
  #messages = [];
  #unseen = 0;
  #stuck = true;
  #top = 0;
  #height = 0;
  #chat;

  /** chat: what a bubble asks of it, and { label, emptyText, groupName, groupInitials, isGroup } */
  constructor(chat) {
    this.#chat = chat;
    this.list = el("div", {
      class: "message-list",
      role: "log",
      "aria-live": "polite",
      "aria-relevant": "additions",
      "aria-label": "Переписка",
      dataset: { testid: "messages" },
    });
    this.typing = el(
      "div",
      { class: "typing", role: "status", hidden: true, dataset: { testid: "typing" } },
      el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i")),
      "бот печатает",
    );
    this.empty = el(
      "div",
      { class: "empty", hidden: true },
      el("span", { class: "avatar big", "aria-hidden": "true" }, chat.groupInitials),
      el("strong", {}, chat.groupName),
      el("p", {}, chat.emptyText),
    );
    this.scroller = el(
      "div",
      {
        class: "scroller",
        tabindex: "0",
        role: "region",
        "aria-label": `Сообщения: ${chat.label}`,
        on: { scroll: () => this.#onScroll() },
      },
      this.empty,
      this.list,
      this.typing,
    );
    this.down = el(
      "button",
      { type: "button", class: "to-bottom", hidden: true, "aria-label": "К последним сообщениям", on: { click: () => this.toBottom() } },
      icon("down"),
      el("span", { class: "badge", hidden: true }),
    );
    this.node = el("div", { class: "messages" }, this.scroller, this.down);
    const resized = new ResizeObserver(() => this.#stuck && this.toBottom());
    resized.observe(this.scroller);
    resized.observe(this.list);
  }

  show(messages) {
    const lastBefore = this.#messages.at(-1)?.cmid ?? -1;
    const first = this.#messages.length === 0;
    this.#messages = messages;
    this.empty.hidden = messages.length > 0;
    this.#draw();
    const fresh = messages.filter(message => message.cmid > lastBefore);
    if (this.#stuck || first || fresh.some(message => !message.out)) this.toBottom();
    else this.#addUnseen(fresh.length);
  }

  redraw() {
    this.#draw();
    if (this.#stuck) this.toBottom();
  }

  setTyping(typing) {
    this.typing.hidden = !typing;
    if (this.#stuck) this.toBottom();
  }

  find(cmid) {
    return this.#messages.find(message => message.cmid === cmid);
  }

  get isEmpty() {
    return this.#messages.length === 0;
  }

  get lastOwn() {
    return this.#messages.findLast(message => !message.out);
  }

  goTo(cmid) {
    const node = this.#shown.get(`m${cmid}`)?.node;
    if (!node) return;
    node.scrollIntoView({ block: "center" });
    node.classList.remove("flash");
    void node.offsetWidth;
    node.classList.add("flash");
  }

  toBottom() {
    this.#stuck = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.#top = this.scroller.scrollTop;
    this.#addUnseen(-this.#unseen);
    this.down.hidden = true;
  }

  #draw() {
    const wanted = [];
    let day = null;
    let previous = null;
    for (const message of this.#messages) {
      const key = dayKey(message.at);
      if (key !== day) wanted.push(this.#day(`d${key}-${message.cmid}`, message.at));
      day = key;
      wanted.push(this.#bubble(message, previous));
      previous = message;
    }
    const keep = new Set(wanted);
    for (const [key, shown] of this.#shown) {
      if (keep.has(shown.node)) continue;
      shown.node.remove();
      if (this.#shown.get(key) === shown) this.#shown.delete(key);
    }
    let at = this.list.firstChild;
    for (const node of wanted) {
      if (node === at) at = at.nextSibling;
      else this.list.insertBefore(node, at);
    }
  }

  #day(key, iso) {
    if (!this.#shown.has(key)) this.#shown.set(key, { node: el("div", { class: "day" }, el("span", {}, dayText(iso))) });
    return this.#shown.get(key).node;
  }

  #bubble(message, previous) {
    const key = `m${message.cmid}`;
    const named = this.#chat.isGroup && (!previous || Boolean(previous.action) || previous.fromId !== message.fromId);
    const face = JSON.stringify(message) + this.#busyButtons(message) + named;
    const shown = this.#shown.get(key);
    if (shown?.face === face) return shown.node;
    const focused = shown?.node.contains(document.activeElement) ? document.activeElement.dataset.label : undefined;
    const node = message.action ? serviceView(message, this.#chat) : bubbleView(message, this.#chat, named);
    // The old node leaves here: #draw only looks at what the map holds.
    shown?.node.replaceWith(node);
    this.#shown.set(key, { face, node });
    if (focused) node.querySelector(`[data-label="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    return node;
  }

  #busyButtons(message) {
    const isBusy = (row, column) => this.#chat.pending.isBusy(message.cmid, row, column);
    return (message.keyboard?.buttons ?? []).map((row, at) => row.map((_, column) => isBusy(at, column))).join("/");
  }

  /** Only a person's own scrolling lets go of the bottom, not a keyboard that made the phone's window smaller. */
  #onScroll() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    if (scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM) this.#stuck = true;
    else if (clientHeight === this.#height && scrollTop < this.#top) this.#stuck = false;
    this.#top = scrollTop;
    this.#height = clientHeight;
    this.down.hidden = this.#stuck;
    if (this.#stuck) this.#addUnseen(-this.#unseen);
  }

  #addUnseen(count) {
    this.#unseen += count;
    const badge = this.down.querySelector(".badge");
    badge.hidden = this.#unseen === 0;
    badge.textContent = String(this.#unseen);
    this.down.setAttribute(
      "aria-label",
      this.#unseen === 0
        ? "К последним сообщениям"
        : `${this.#unseen} ${plural(this.#unseen, "новое сообщение", "новых сообщения", "новых сообщений")}, показать`,
    );
  }
}
