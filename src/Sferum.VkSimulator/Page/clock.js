// The virtual clock: shows it running, moves it.

import { api } from "./api.js";
import { el } from "./dom.js";
import { fullTime, instantOf, offsetMinutes, offsetText, wall, weekday } from "./format.js";

const HOUR = 3_600_000;
const JUMPS = ["2024-04-18T09:00", "2024-04-19T09:00", "2024-04-20T09:00"];

export class Clock {
  #base = Date.now();
  #readAt = performance.now();
  #offset = 180;
  #onError;

  constructor(onError) {
    this.#onError = onError;
    this.now = el("time", { class: "clock-now", dataset: { testid: "clock" } });
    this.input = el("input", {
      type: "datetime-local",
      id: "go-to",
      class: "clock-input",
      dataset: { testid: "clock-input" },
      step: "60",
      "aria-label": "Перейти к дате и времени",
    });
    const go = el(
      "form",
      { class: "clock-go", on: { submit: event => this.#onGo(event) } },
      el("label", { for: "go-to" }, "перейти к…"),
      this.input,
      el("button", { type: "submit", class: "button", dataset: { testid: "clock-go" } }, "Перейти"),
    );
    this.node = el(
      "div",
      { class: "clock", role: "group", "aria-label": "Часы симулятора" },
      el("span", { class: "clock-label" }, "сейчас"),
      this.now,
    );
    this.travel = el(
      "div",
      { class: "travel", role: "group", "aria-label": "Перевести часы" },
      go,
      this.#button("+1 час", () => this.#advance(HOUR)),
      this.#button("+1 день", () => this.#advance(24 * HOUR)),
      ...JUMPS.map(jump => this.#button(fullTime(new Date(`${jump}Z`)), () => this.#goTo(jump))),
    );
    setInterval(() => this.#draw(), 1000);
  }

  set(iso) {
    this.#base = instantOf(iso);
    this.#offset = offsetMinutes(iso);
    this.#readAt = performance.now();
    this.#draw();
    if (document.activeElement !== this.input) this.input.value = this.#wall().toISOString().slice(0, 16);
  }

  /** «15.04.2024» */
  get today() {
    return fullTime(this.#wall()).slice(0, 10);
  }

  #wall() {
    return wall(this.#base + performance.now() - this.#readAt, this.#offset);
  }

  #draw() {
    const date = this.#wall();
    const text = `${fullTime(date)}, ${weekday(date)}`;
    if (this.now.textContent === text) return;
    this.now.textContent = text;
    this.now.dateTime = `${date.toISOString().slice(0, 19)}${offsetText(this.#offset)}`;
  }

  #button(label, action) {
    return el("button", { type: "button", class: "button", on: { click: action } }, label);
  }

  #onGo(event) {
    event.preventDefault();
    if (this.input.value) this.#goTo(this.input.value.slice(0, 16));
    else this.input.focus();
  }

  #goTo(local) {
    return this.#move({ now: `${local}:00${offsetText(this.#offset)}` });
  }

  #advance(milliseconds) {
    const hours = milliseconds / HOUR;
    return this.#move({ advance: `${Math.floor(hours / 24)}.${String(hours % 24).padStart(2, "0")}:00:00` });
  }

  async #move(change) {
    try {
      await api.setClock(change);
      this.set((await api.clock()).now);
    } catch (error) {
      this.#onError(error.message);
    }
  }
}
