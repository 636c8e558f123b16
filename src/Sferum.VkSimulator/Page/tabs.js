// On a narrow screen one phone is seen at a time, the tabs choose it.

import { el } from "./dom.js";

export class Tabs {
  #node;
  #onChoose;

  constructor(node, onChoose) {
    this.#node = node;
    this.#onChoose = onChoose;
    this.current = "";
  }

  /** columns: [{ id, label }] */
  show(columns) {
    const waiting = new Set([...this.#node.children].filter(tab => !tab.querySelector(".tab-dot").hidden).map(tab => tab.dataset.tab));
    this.#node.replaceChildren(
      ...columns.map(({ id, label }) =>
        el(
          "button",
          { type: "button", class: "tab", dataset: { tab: String(id) }, on: { click: () => this.choose(id) } },
          el("span", { class: "tab-caption" }, label),
          el("span", { class: "tab-dot", hidden: !waiting.has(String(id)), title: "Новое сообщение" }),
        ),
      ),
    );
    const kept = columns.some(({ id }) => String(id) === this.current);
    this.choose(kept ? this.current : (columns[0]?.id ?? ""));
  }

  choose(id) {
    this.current = String(id);
    this.#onChoose(this.current);
    for (const tab of this.#node.children) {
      const isCurrent = tab.dataset.tab === this.current;
      tab.setAttribute("aria-pressed", String(isCurrent));
      if (isCurrent) {
        tab.querySelector(".tab-dot").hidden = true;
        tab.scrollIntoView({ block: "nearest", inline: "nearest" });
      }
    }
  }

  mark(id) {
    if (this.current === String(id)) return;
    const dot = this.#node.querySelector(`[data-tab="${Number(id)}"] .tab-dot`);
    if (dot) dot.hidden = false;
  }
}
