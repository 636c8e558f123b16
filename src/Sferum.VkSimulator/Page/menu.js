// A popup menu at a button: arrows move, Enter presses, Escape and a click outside close, focus comes back.

import { el, icon } from "./dom.js";

let open = null;

export function closeMenu(giveFocusBack = true) {
  if (!open) return;
  const { node, anchor, outside } = open;
  open = null;
  document.removeEventListener("pointerdown", outside, true);
  window.removeEventListener("resize", closeMenu);
  const hadFocus = node.contains(document.activeElement);
  node.remove();
  anchor.setAttribute("aria-expanded", "false");
  if (giveFocusBack && hadFocus) anchor.focus();
}

/** items: [{ label, icon?, danger?, action }] */
export function openMenu(anchor, label, items) {
  const again = open?.anchor === anchor;
  closeMenu();
  if (again) return;
  const node = el(
    "div",
    { class: "menu", role: "menu", "aria-label": label },
    ...items.map(item =>
      el(
        "button",
        {
          type: "button",
          role: "menuitem",
          tabindex: "-1",
          class: item.danger ? "menu-item danger" : "menu-item",
          on: {
            click() {
              closeMenu();
              item.action();
            },
          },
        },
        item.icon ? icon(item.icon) : null,
        el("span", {}, item.label),
      ),
    ),
  );
  node.addEventListener("keydown", event => onKey(event, node));
  const outside = event => {
    if (!node.contains(event.target) && !anchor.contains(event.target)) closeMenu();
  };
  document.body.append(node);
  place(node, anchor.getBoundingClientRect());
  anchor.setAttribute("aria-expanded", "true");
  open = { node, anchor, outside };
  document.addEventListener("pointerdown", outside, true);
  window.addEventListener("resize", closeMenu);
  node.firstElementChild?.focus({ preventScroll: true });
}

function place(node, anchor) {
  const size = node.getBoundingClientRect();
  const gap = 6;
  const left = Math.min(Math.max(gap, anchor.left), window.innerWidth - size.width - gap);
  const above = anchor.top - size.height - gap;
  const below = anchor.bottom + gap;
  const prefersAbove = anchor.top > window.innerHeight / 2 && above > gap;
  const top = !prefersAbove && below + size.height < window.innerHeight ? below : Math.max(gap, above);
  node.style.left = `${left}px`;
  node.style.top = `${top}px`;
}

function onKey(event, node) {
  const items = [...node.children];
  const at = items.indexOf(document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (next !== undefined) {
    event.preventDefault();
    items.at(next % items.length).focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    event.stopPropagation();
    closeMenu();
  }
}
