// «Что сказали друг другу VK и бот»: the newest lines first at the bottom, bounded in memory and in the page.

import { api } from "./api.js";
import { el, icon, iconButton } from "./dom.js";
import { plural } from "./format.js";
import { coalesced } from "./stream.js";
import { haystack, KINDS, outcome, trafficRow } from "./traffic-row.js";

const KEPT = 5_000;
const DRAWN = 300;
const REFETCH_PAUSE = 60;

export class Traffic {
  #entries = [];
  #last = 0;
  #waiting = [];
  #frame = 0;
  #paused = false;
  #kinds = new Set(Object.keys(KINDS));
  #wanted = "";
  #nameOf;
  #onEntry;

  /** nameOf(id): who that is, or the id itself. onEntry(entry) hears of every new entry. */
  constructor({ nameOf, onEntry }) {
    this.#nameOf = nameOf;
    this.#onEntry = onEntry;
    this.list = el("div", { class: "traffic-list", tabindex: "0", role: "region", "aria-label": "Вызовы и события" });
    this.count = el("span", { class: "traffic-count" });
    this.latest = el("span", { class: "traffic-latest" });
    this.toggle = el(
      "button",
      {
        type: "button",
        class: "traffic-toggle",
        "aria-expanded": "false",
        "aria-controls": "traffic-body",
        dataset: { testid: "traffic-toggle" },
        on: { click: () => this.setOpen(!this.isOpen) },
      },
      icon("up"),
      el("strong", {}, "Что сказали друг другу VK и бот"),
      this.count,
      this.latest,
    );
    this.pauseButton = iconButton("pause", "Приостановить", () => this.#setPaused(!this.#paused), {
      "aria-pressed": "false",
      "data-testid": "traffic-pause",
    });
    this.tools = el(
      "div",
      { class: "traffic-tools", role: "group", "aria-label": "Отбор строк", hidden: true },
      el("input", {
        type: "search",
        class: "input",
        placeholder: "Найти: метод, текст, номер",
        "aria-label": "Отобрать по тексту",
        dataset: { testid: "traffic-filter" },
        on: {
          input: event => {
            this.#wanted = event.target.value.trim().toLowerCase();
            this.#redraw();
          },
        },
      }),
      ...Object.entries(KINDS).map(([kind, { label }]) =>
        el(
          "button",
          {
            type: "button",
            class: "chip",
            "aria-pressed": "true",
            dataset: { kind },
            on: { click: event => this.#toggleKind(kind, event.currentTarget) },
          },
          label,
        ),
      ),
      this.pauseButton,
      iconButton("trash", "Очистить", () => this.#clear(), { "data-testid": "traffic-clear" }),
    );
    this.body = el("div", { id: "traffic-body", class: "traffic-content", hidden: true }, this.list);
    this.node = el(
      "section",
      { class: "traffic", "aria-label": "Что сказали друг другу VK и бот", dataset: { testid: "traffic" } },
      el("div", { class: "traffic-head" }, this.toggle, this.tools),
      this.body,
    );
    this.catchUp = coalesced(() => this.#load(), REFETCH_PAUSE);
    this.#setCount();
  }

  get isOpen() {
    return !this.body.hidden;
  }

  setOpen(open) {
    this.body.hidden = !open;
    this.tools.hidden = !open;
    this.node.classList.toggle("open", open);
    this.toggle.setAttribute("aria-expanded", String(open));
    if (open) this.#redraw();
  }

  /** The simulator was started anew: its numbers begin again. */
  restart() {
    this.#last = 0;
    this.#clear();
  }

  async #load() {
    const entries = await api.traffic(this.#last).catch(() => []);
    this.#take(entries.filter(entry => entry.n > this.#last));
  }

  #take(entries) {
    if (entries.length === 0) return;
    this.#last = entries.at(-1).n;
    for (const entry of entries) {
      this.#onEntry(entry);
      this.#waiting.push({ entry, text: haystack(entry) });
    }
    if (this.#waiting.length > KEPT) this.#waiting.splice(0, this.#waiting.length - KEPT);
    if (!this.#frame) this.#frame = requestAnimationFrame(() => this.#flush());
  }

  #flush() {
    this.#frame = 0;
    if (this.#paused) return this.#setCount();
    const fresh = this.#waiting.splice(0);
    this.#entries.push(...fresh);
    if (this.#entries.length > KEPT) this.#entries.splice(0, this.#entries.length - KEPT);
    if (this.isOpen) this.#append(fresh.filter(item => this.#matches(item)).slice(-DRAWN));
    return this.#setCount();
  }

  #append(items) {
    const atBottom = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 60;
    this.list.append(...items.map(item => trafficRow(item.entry, this.#nameOf)));
    for (let extra = this.list.childElementCount - DRAWN; extra > 0; extra--) this.list.firstElementChild.remove();
    if (atBottom) this.list.scrollTop = this.list.scrollHeight;
  }

  #redraw() {
    this.list.replaceChildren();
    this.#append(this.#entries.filter(item => this.#matches(item)).slice(-DRAWN));
    this.list.scrollTop = this.list.scrollHeight;
  }

  #matches({ entry, text }) {
    return (this.#kinds.has(entry.kind) || !(entry.kind in KINDS)) && (this.#wanted === "" || text.includes(this.#wanted));
  }

  #toggleKind(kind, button) {
    if (!this.#kinds.delete(kind)) this.#kinds.add(kind);
    button.setAttribute("aria-pressed", String(this.#kinds.has(kind)));
    this.#redraw();
  }

  #setPaused(paused) {
    this.#paused = paused;
    const label = paused ? "Продолжить" : "Приостановить";
    const button = iconButton(paused ? "play" : "pause", label, () => this.#setPaused(!paused), {
      "aria-pressed": String(paused),
      "data-testid": "traffic-pause",
    });
    this.pauseButton.replaceWith(button);
    this.pauseButton = button;
    button.focus();
    if (!paused) this.#flush();
    this.#setCount();
  }

  #clear() {
    this.#entries = [];
    this.#waiting = [];
    this.list.replaceChildren();
    this.#setCount();
  }

  #setCount() {
    const count = this.#entries.length;
    this.count.textContent = `${count} ${plural(count, "строка", "строки", "строк")}${this.#paused ? `, на паузе +${this.#waiting.length}` : ""}`;
    const newest = this.#entries.at(-1)?.entry;
    const result = newest ? outcome(newest) : null;
    this.latest.textContent = newest ? `${newest.name}${result.failed ? ` — ${result.text}` : ""}` : "пока тихо";
    this.latest.classList.toggle("failed", result?.failed ?? false);
  }
}
