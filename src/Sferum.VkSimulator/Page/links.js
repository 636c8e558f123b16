// Turns a message text into text nodes and links, as VK does: addresses, and mentions "[id1|Имя]".

import { el } from "./dom.js";

const MENTION = /\[(id|club|public)(\d+)\|([^\]\n]{1,200})\]/;
const NAMED = /\[(https?:\/\/[^\s|\]]+)\|([^\]\n]{1,200})\]/;
const ADDRESS = /https?:\/\/[^\s<>"«»]+/;
const HOST = /(?<![\p{L}\d@.\/-])(?:[a-zа-яё0-9](?:[a-zа-яё0-9-]*[a-zа-яё0-9])?\.)+(?:ru|com|org|рф|edu)(?![\p{L}\d-])(?:\/[^\s<>"«»]*)?/u;
const PATTERN = new RegExp([MENTION, NAMED, ADDRESS, HOST].map(part => part.source).join("|"), "giu");
const TAIL = /[.,;:!?)\]}…]+$/u;

export function link(href, text) {
  return el("a", { href, target: "_blank", rel: "noopener noreferrer" }, text);
}

export const isWebAddress = address => /^https?:\/\//i.test(address ?? "");

export function linked(text) {
  const fragment = document.createDocumentFragment();
  let from = 0;
  for (const match of text.matchAll(PATTERN)) {
    fragment.append(text.slice(from, match.index));
    from = match.index + match[0].length;
    if (match[3]) fragment.append(link(`https://vk.com/${match[1]}${match[2]}`, match[3]));
    else if (match[5]) fragment.append(link(match[4], match[5]));
    else {
      const tail = TAIL.exec(match[0])?.[0] ?? "";
      const address = match[0].slice(0, match[0].length - tail.length);
      fragment.append(link(isWebAddress(address) ? address : `https://${address}`, address), tail);
    }
  }
  fragment.append(text.slice(from));
  return fragment;
}
