// Callback buttons that wait for the bot's answer. VK turns the spinner for about a minute (vk-platform.md §2.3).

const LONGEST_WAIT = 60_000;

const keyOf = (cmid, row, column) => `${cmid ?? "field"}:${row}:${column}`;

export class PendingPresses {
  #waiting = new Map();
  #early = [];
  #onChange;

  constructor(onChange) {
    this.#onChange = onChange;
  }

  isBusy(cmid, row, column) {
    return this.#waiting.has(keyOf(cmid, row, column));
  }

  begin(cmid, row, column) {
    const key = keyOf(cmid, row, column);
    clearTimeout(this.#waiting.get(key)?.timer);
    this.#waiting.set(key, { eventId: null, timer: setTimeout(() => this.end(cmid, row, column), LONGEST_WAIT) });
    this.#onChange();
  }

  named(cmid, row, column, eventId) {
    const press = this.#waiting.get(keyOf(cmid, row, column));
    if (press) press.eventId = eventId;
    if (this.#early.some(text => text.includes(eventId))) this.end(cmid, row, column);
    if ([...this.#waiting.values()].every(other => other.eventId)) this.#early = [];
  }

  end(cmid, row, column) {
    const key = keyOf(cmid, row, column);
    clearTimeout(this.#waiting.get(key)?.timer);
    if (this.#waiting.delete(key)) this.#onChange();
  }

  /**
   * The bot called sendMessageEventAnswer, alone or within execute: its request names the press. A quick bot does so
   * before the simulator has told this page the name of the press.
   */
  answered(request) {
    if (this.#waiting.size === 0) return;
    const text = typeof request === "string" ? request : JSON.stringify(request ?? "");
    if ([...this.#waiting.values()].some(press => !press.eventId)) this.#early.push(text);
    for (const [key, press] of this.#waiting) {
      if (!press.eventId || !text.includes(press.eventId)) continue;
      clearTimeout(press.timer);
      this.#waiting.delete(key);
      this.#onChange();
    }
  }
}
