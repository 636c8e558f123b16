// Loads what a column shows: at once while somebody sees it, else when it comes into sight.

import { coalesced } from "./stream.js";

export class WhenSeen {
  #stale = true;
  #visible = false;

  constructor(node, load, onError) {
    this.refresh = coalesced(async () => {
      this.#stale = false;
      try {
        await load();
      } catch (error) {
        // When the whole simulator is gone the page says so once, not in every phone.
        if (error.status !== 0) onError(error.message);
        this.#stale = true;
      }
    });
    new IntersectionObserver(
      entries => {
        this.#visible = entries.at(-1).isIntersecting;
        if (this.#visible && this.#stale) this.refresh();
      },
      { rootMargin: "0px 200px" },
    ).observe(node);
  }

  get visible() {
    return this.#visible;
  }

  /** Something in the dialog changed. */
  changed() {
    if (this.#visible) return this.refresh();
    this.#stale = true;
    return null;
  }
}
