// Attachments in a bubble, and the tray of those that wait over the field.

import { el, icon, iconButton } from "./dom.js";
import { fileSize } from "./format.js";
import { isWebAddress, link } from "./links.js";

const KIND_COLOURS = { pdf: "red", doc: "blue", docx: "blue", xls: "green", xlsx: "green", zip: "amber", ogg: "violet" };

/**
 * Addresses of files are the simulator's own or the web; anything else is shown without a link. The simulator names
 * itself 127.0.0.1, a person may have opened it as localhost: its files are then taken from where the page came from.
 */
function safeAddress(address) {
  if (!isWebAddress(address) && !/^\/(?!\/)/.test(address ?? "")) return null;
  const { port, hostname, pathname, search, href } = new URL(address, location.href);
  const own = port === location.port && (hostname === location.hostname || hostname === "127.0.0.1");
  return own ? pathname + search : href;
}

const fileLink = (address, props, ...children) => {
  const href = safeAddress(address);
  return href ? el("a", { href, target: "_blank", rel: "noopener noreferrer", ...props }, ...children) : el("span", props, ...children);
};

export function attachmentView(attachment) {
  switch (attachment.type) {
    case "photo":
    case "graffiti":
      return photo(attachment);
    case "doc":
      return documentRow(attachment);
    case "audio_message":
      return voice(attachment);
    case "sticker":
      return sticker(attachment);
    case "link":
      return linkCard(attachment);
    default:
      return unknown(attachment);
  }
}

function photo({ url, previewUrl, title }) {
  const source = safeAddress(previewUrl) ?? safeAddress(url);
  const name = title || "Фотография";
  if (!source) return unknown({ type: "photo", title: name });
  return fileLink(
    url,
    { class: "photo", "aria-label": `Открыть фотографию: ${name}` },
    el("img", { src: source, alt: name, loading: "lazy" }),
  );
}

function documentRow({ url, title, size, ext }) {
  const kind = (ext || title?.split(".").at(-1) || "файл").toLowerCase().slice(0, 4);
  return fileLink(
    url,
    { class: "document" },
    el("span", { class: `document-icon ${KIND_COLOURS[kind] ?? "grey"}`, "aria-hidden": "true" }, kind),
    el(
      "span",
      { class: "document-text" },
      el("span", { class: "document-name" }, title || "Документ"),
      el("span", { class: "document-size" }, [kind.toUpperCase(), fileSize(size)].filter(Boolean).join(" · ")),
    ),
  );
}

function voice({ url, title }) {
  const source = safeAddress(url);
  const bars = [6, 11, 16, 9, 20, 14, 7, 18, 12, 22, 10, 15, 8, 19, 13, 6, 16, 9, 12, 5];
  const wave = el(
    "span",
    { class: "wave", "aria-hidden": "true" },
    ...bars.map(height => {
      const bar = el("i");
      bar.style.height = `${height}px`;
      return bar;
    }),
  );
  const player = source ? el("audio", { src: source, preload: "none" }) : null;
  const label = title || "Голосовое сообщение";
  const button = el("button", { type: "button", class: "play", "aria-label": `Прослушать: ${label}`, disabled: !player }, icon("play"));
  button.addEventListener("click", () => {
    if (player.paused) player.play().catch(() => button.setAttribute("disabled", ""));
    else player.pause();
  });
  return el("div", { class: "voice" }, button, wave, player, el("span", { class: "voice-label" }, "Голосовое"));
}

function sticker({ previewUrl, url, title }) {
  const source = safeAddress(previewUrl) ?? safeAddress(url);
  const name = /\D/.test(title ?? "") ? title : "Стикер";
  if (source) return el("img", { class: "sticker", src: source, alt: name });
  return el("span", { class: "sticker", role: "img", "aria-label": name }, icon("sticker-cat"));
}

function linkCard({ url, title }) {
  return el(
    "div",
    { class: "document" },
    el("span", { class: "document-icon blue", "aria-hidden": "true" }, icon("link")),
    el("span", { class: "document-text" }, isWebAddress(url) ? link(url, title || url) : el("span", {}, title || url || "Ссылка")),
  );
}

function unknown({ type, title }) {
  return el(
    "div",
    { class: "document" },
    el("span", { class: "document-icon grey", "aria-hidden": "true" }, "?"),
    el(
      "span",
      { class: "document-text" },
      el("span", { class: "document-name" }, title || "Вложение"),
      el("span", { class: "document-size" }, `Вид вложения: ${type}`),
    ),
  );
}

/** Files chosen and not yet sent. VK takes ten. */
export class Tray {
  #files = [];
  #onChange;

  constructor(onChange) {
    this.#onChange = onChange;
    this.node = el("div", { class: "tray", role: "list", "aria-label": "Вложения к сообщению", hidden: true });
  }

  get empty() {
    return this.#files.length === 0;
  }

  /** Returns the names of files that no longer fit. */
  add(files) {
    const room = 10 - this.#files.length;
    this.#files.push(
      ...files.slice(0, room).map(file => ({ file, address: file.type.startsWith("image/") ? URL.createObjectURL(file) : null })),
    );
    this.#draw();
    return files.slice(room).map(file => file.name);
  }

  clear() {
    for (const { address } of this.#files) if (address) URL.revokeObjectURL(address);
    this.#files = [];
    this.#draw();
  }

  async toMessage() {
    return Promise.all(this.#files.map(({ file }) => toAttachment(file)));
  }

  #draw() {
    this.node.hidden = this.empty;
    this.node.replaceChildren(
      ...this.#files.map((entry, at) =>
        el(
          "div",
          { class: "tray-item", role: "listitem", title: entry.file.name },
          entry.address ? el("img", { src: entry.address, alt: entry.file.name }) : el("span", { class: "tray-name" }, entry.file.name),
          iconButton("close", `Убрать ${entry.file.name}`, () => {
            if (entry.address) URL.revokeObjectURL(entry.address);
            this.#files.splice(at, 1);
            this.#draw();
          }),
        ),
      ),
    );
    this.#onChange();
  }
}

// What VK takes as a photo (vk-platform.md §2.2); other pictures go as documents.
const PHOTOS = new Set(["image/jpeg", "image/png", "image/gif"]);

export async function toAttachment(file, type = PHOTOS.has(file.type) ? "photo" : "doc") {
  return { type, fileName: file.name, title: file.name, contentBase64: await base64(file) };
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(new Error(`Файл «${file.name}» не читается.`));
    reader.readAsDataURL(file);
  });
}
