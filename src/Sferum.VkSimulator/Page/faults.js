// Faults on demand: a few switches. Rules that were set from elsewhere (tests, scripts) are left as they are.

import { api } from "./api.js";
import { el, icon } from "./dom.js";

const SWITCHES = [
  { label: "VK отвечает ошибкой 6", note: "«Слишком много запросов» на каждый вызов", rule: { kind: "error", code: 6, rate: 1 } },
  { label: "VK отвечает HTTP 503", note: "Недоступен каждый второй вызов", rule: { kind: "http", status: 503, rate: 0.5 } },
  {
    label: "Обрыв после отправки",
    note: "Сообщение принято, но ответ до бота не дошёл",
    rule: { kind: "dropAfter", method: "messages.send", rate: 1 },
  },
  { label: "Задержка 2 с", note: "Каждый вызов отвечает на две секунды позже", rule: { kind: "latency", milliseconds: 2000, rate: 1 } },
  { label: "События приходят дважды", note: "Одно и то же событие повторяется", rule: { kind: "duplicateEvent", rate: 1 } },
];

const FIELDS = ["kind", "method", "code", "status", "milliseconds"];
const same = (left, right) => FIELDS.every(field => (left[field] ?? null) === (right[field] ?? null));

export class Faults {
  #rules = [];
  #onError;

  constructor(onError) {
    this.#onError = onError;
    this.badge = el("span", { class: "badge", hidden: true });
    this.boxes = SWITCHES.map(({ rule }) =>
      el("input", { type: "checkbox", role: "switch", on: { change: event => this.#switch(rule, event.target) } }),
    );
    this.others = el("p", { class: "faults-others", hidden: true });
    this.node = el(
      "details",
      { class: "faults" },
      el("summary", { class: "button", dataset: { testid: "faults" } }, icon("bolt"), "Сбои", this.badge),
      el(
        "div",
        { class: "panel" },
        el("p", { class: "panel-title" }, "Пусть VK поведёт себя плохо"),
        ...SWITCHES.map(({ label, note }, at) =>
          el(
            "label",
            { class: "switch" },
            this.boxes[at],
            el("span", {}, el("span", { class: "switch-label" }, label), el("span", { class: "switch-note" }, note)),
          ),
        ),
        this.others,
      ),
    );
    this.node.addEventListener("keydown", event => {
      if (event.key !== "Escape" || !this.node.open) return;
      this.node.open = false;
      this.node.querySelector("summary").focus();
    });
    document.addEventListener("pointerdown", event => {
      if (!this.node.contains(event.target)) this.node.open = false;
    });
    this.node.addEventListener("toggle", () => this.node.open && this.#reload());
  }

  show(rules) {
    this.#rules = rules ?? [];
    SWITCHES.forEach(({ rule }, at) => {
      this.boxes[at].checked = this.#rules.some(other => same(rule, other));
    });
    const foreign = this.#rules.filter(rule => !SWITCHES.some(known => same(known.rule, rule))).length;
    this.others.hidden = foreign === 0;
    this.others.textContent = `Ещё правил, заданных не здесь: ${foreign}.`;
    this.badge.hidden = this.#rules.length === 0;
    this.badge.textContent = String(this.#rules.length);
  }

  async #reload() {
    try {
      this.show(await api.faults());
    } catch (error) {
      this.#onError(error.message);
    }
  }

  async #switch(rule, box) {
    try {
      const rest = (await api.faults()).filter(other => !same(rule, other));
      await api.setFaults(box.checked ? [...rest, rule] : rest);
    } catch (error) {
      this.#onError(error.message);
    }
    await this.#reload();
  }
}
