// Callback buttons that wait for the bot's answer. VK turns the spinner for about a minute (vk-platform.md §2.3).

const LONGEST_WAIT = 60_000;

const keyOf = (cmid, row, column) => `${cmid ?? "field"}:${row}:${column}`;
const textOf = request => (typeof request === "string" ? request : JSON.stringify(request ?? ""));

export class PendingPresses {
  #waiting = new Map();
  #pressed = new Map();
  #answers = [];
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
    this.#waiting.set(key, { eventId: null, timer: setTimeout(() => this.#end(key), LONGEST_WAIT) });
    this.#onChange();
  }

  /** The simulator told under which event the press went to the bot. */
  named(cmid, row, column, eventId) {
    const press = this.#waiting.get(keyOf(cmid, row, column));
    if (press) press.eventId = eventId;
    this.#settle();
  }

  end(cmid, row, column) {
    this.#end(keyOf(cmid, row, column));
  }

  /**
   * Looks at what VK and the bot said. The event carries the inner id that sendMessageEventAnswer, alone or within
   * execute, names again (vk-platform.md §4.2); a quick bot does so before the press itself has come back.
   */
  see(entry) {
    if (this.#waiting.size === 0) return;
    if (entry.name === "message_event") this.#pressed.set(entry.request?.event_id, entry.request?.object?.event_id);
    else if (entry.name === "messages.sendMessageEventAnswer" || entry.name === "execute") this.#answers.push(textOf(entry.request));
    else return;
    this.#settle();
  }

  #settle() {
    for (const [key, { eventId }] of this.#waiting) {
      const inner = this.#pressed.get(eventId);
      if (inner && this.#answers.some(answer => answer.includes(inner))) this.#end(key);
    }
  }

  #end(key) {
    clearTimeout(this.#waiting.get(key)?.timer);
    const was = this.#waiting.delete(key);
    if (this.#waiting.size === 0) {
      this.#pressed.clear();
      this.#answers = [];
    }
    if (was) this.#onChange();
  }
}
