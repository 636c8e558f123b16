// VK keyboards: the one under the field and inline ones. The JSON is VK's own (vk-platform.md §3.5).

import { el, icon } from "./dom.js";
import { isWebAddress } from "./links.js";

const COLOURS = new Set(["primary", "secondary", "negative", "positive"]);
const ICONS = { open_link: "external", location: "place", open_app: "app", vkpay: "card" };
const WORDS = { location: "Отправить своё местоположение", vkpay: "Оплатить через VK Pay" };

export const labelOf = action => action.label || WORDS[action.type] || action.type;
export const hasButtons = keyboard => (keyboard?.buttons ?? []).some(row => row.length > 0);

/**
 * isBusy(row, column) tells which callback buttons turn their spinner; press(row, column, button) is called for every
 * kind but addresses, which are real links and also tell the simulator that they were pressed.
 */
export function keyboardView(keyboard, { inline, isBusy, wasPressed, press }) {
  return el(
    "div",
    { class: inline ? "keyboard inline" : "keyboard", role: "group", "aria-label": inline ? "Кнопки под сообщением" : "Клавиатура бота" },
    ...keyboard.buttons.map((row, rowAt) =>
      el(
        "div",
        { class: "keyboard-row" },
        ...row.map((button, columnAt) =>
          buttonView(button, inline, {
            busy: isBusy(rowAt, columnAt),
            pressed: wasPressed?.(rowAt, columnAt) ?? false,
            press: () => press(rowAt, columnAt, button),
          }),
        ),
      ),
    ),
  );
}

function buttonView({ action, color }, inline, { busy, pressed, press }) {
  const label = labelOf(action);
  const colour = COLOURS.has(color) ? color : "secondary";
  const props = {
    class: `key ${colour}${busy ? " busy" : ""}${pressed ? " was-pressed" : ""}`,
    dataset: { testid: inline ? "inline-button" : "keyboard-button", label, kind: action.type },
    "aria-busy": busy ? "true" : null,
    on: { click: press },
  };
  const children = [
    ICONS[action.type] ? icon(ICONS[action.type]) : null,
    el("span", { class: "key-label" }, label),
    busy ? el("span", { class: "spinner", role: "progressbar", "aria-label": "Ждём ответа бота" }) : null,
  ];
  return action.type === "open_link" && isWebAddress(action.link)
    ? el("a", { href: action.link, target: "_blank", rel: "noopener noreferrer", ...props }, ...children)
    : el("button", { type: "button", disabled: busy, ...props }, ...children);
}
