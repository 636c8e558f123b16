// One message: reply and forwards, text, attachments, inline keyboard, time and read marks.

import { attachmentView } from "./attachments.js";
import { el, icon, iconButton } from "./dom.js";
import { shortTime } from "./format.js";
import { hasButtons, keyboardView } from "./keyboard.js";
import { linked } from "./links.js";

/** Stickers stand without a bubble, as in VK. */
const isSticker = message => !message.text && message.attachments?.length === 1 && message.attachments[0].type === "sticker";

export function summary(message) {
  if (!message) return "Сообщение";
  if (message.text) return message.text;
  const words = { photo: "Фотография", doc: "Документ", audio_message: "Голосовое сообщение", sticker: "Стикер", link: "Ссылка" };
  const first = message.attachments?.[0];
  return first ? (words[first.type] ?? "Вложение") : "Пересланное сообщение";
}

/**
 * chat: { authorOf(message), isMine(message), find(cmid), pending, press(cmid, row, column, button), goTo(cmid),
 * menu(anchor, message) or none }; named: who wrote it stands over it, as in a group chat.
 */
export function bubbleView(message, chat, named) {
  const mine = chat.isMine(message);
  const sticker = isSticker(message);
  const more = chat.menu && iconButton("more", `Действия с сообщением: ${summary(message).slice(0, 40)}`, () => chat.menu(more, message), {
    class: "bubble-more",
    "aria-haspopup": "menu",
    "aria-expanded": "false",
  });
  const bubble = el(
    "div",
    { class: sticker ? "bubble bare" : "bubble" },
    el("span", { class: named ? "bubble-author" : "visually-hidden" }, chat.authorOf(message), named ? null : ": "),
    message.replyTo ? replyView(message.replyTo, chat) : null,
    message.text ? el("div", { class: "text", dataset: { testid: "text" } }, linked(message.text)) : null,
    ...(message.forwards ?? []).map(forward => forwardView(forward, chat, 1)),
    attachmentsView(message.attachments),
    metaView(message, mine),
  );
  return el(
    "article",
    {
      class: `message ${mine ? "mine" : "theirs"}`,
      dataset: { testid: "message", out: String(message.out), from: String(message.fromId), cmid: String(message.cmid) },
    },
    el("div", { class: "bubble-line" }, bubble, more),
    hasButtons(message.keyboard)
      ? keyboardView(message.keyboard, {
          inline: true,
          isBusy: (row, column) => chat.pending.isBusy(message.cmid, row, column),
          wasPressed: (row, column) => (message.pressed ?? []).some(place => place.row === row && place.column === column),
          press: (row, column, button) => chat.press(message.cmid, row, column, button),
        })
      : null,
  );
}

function attachmentsView(attachments) {
  if (!attachments?.length) return null;
  const photos = attachments.filter(attachment => attachment.type === "photo");
  return el(
    "div",
    { class: "attachments" },
    photos.length ? el("div", { class: photos.length === 1 ? "photos one" : "photos" }, ...photos.map(attachmentView)) : null,
    ...attachments.filter(attachment => attachment.type !== "photo").map(attachmentView),
  );
}

function metaView(message, mine) {
  return el(
    "span",
    { class: "meta" },
    message.ref ? el("span", { class: "meta-ref", title: "Метка ссылки, по которой пришёл человек" }, `ref: ${message.ref}`) : null,
    message.edited ? el("span", {}, "ред.") : null,
    el("time", { datetime: message.at }, shortTime(message.at)),
    mine
      ? el(
          "span",
          { class: message.read ? "mark read" : "mark", title: message.read ? "Прочитано" : "Доставлено" },
          icon(message.read ? "checks" : "check"),
          el("span", { class: "visually-hidden" }, message.read ? "прочитано" : "доставлено"),
        )
      : null,
  );
}

function replyView(cmid, chat) {
  const original = chat.find(cmid);
  return el(
    "button",
    { type: "button", class: "quote", "aria-label": "Перейти к исходному сообщению", on: { click: () => chat.goTo(cmid) } },
    el("span", { class: "quote-author" }, original ? chat.authorOf(original) : "Ответ на сообщение"),
    el("span", { class: "quote-text" }, summary(original)),
  );
}

function forwardView(message, chat, depth) {
  return el(
    "div",
    { class: "forward" },
    el("span", { class: "quote-author" }, chat.authorOf(message)),
    el("span", { class: "forward-note" }, "переслано"),
    message.text ? el("div", { class: "text" }, linked(message.text)) : null,
    attachmentsView(message.attachments),
    ...(depth < 5 ? (message.forwards ?? []).map(inner => forwardView(inner, chat, depth + 1)) : []),
  );
}
