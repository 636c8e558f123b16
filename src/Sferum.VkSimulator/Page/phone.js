// The frame of a column: whose it is, and under it the phone with its head and what stands in it.

import { el, icon, iconButton } from "./dom.js";
import { openMenu } from "./menu.js";

export class Phone {
  /**
   * dataset names the column; menu: { label, items() }; status: the node under the name; onFiles(files) when files may be
   * dropped on it.
   */
  constructor({ id, dataset, avatar, name, status, menu, parts, onFiles }) {
    this.#ownerId = `owner-${id}`;
    this.owner = el("div", { class: "owner" });
    this.avatar = el("span", { class: "avatar", "aria-hidden": "true" }, avatar);
    this.name = el("span", { class: "phone-name", title: name }, name);
    const more = iconButton("more", menu.label, () => openMenu(more, menu.label, menu.items()), {
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      "data-testid": "dialog-menu",
    });
    const phone = el(
      "div",
      { class: "phone" },
      el("div", { class: "phone-head" }, this.avatar, el("div", { class: "phone-title" }, this.name, status), more),
      ...parts,
    );
    if (onFiles) takeFiles(phone, onFiles);
    this.node = el("section", { class: "column", dataset, "aria-labelledby": this.#ownerId }, this.owner, phone);
  }

  #ownerId;

  setName(avatar, name) {
    this.avatar.textContent = avatar;
    this.name.textContent = name;
    this.name.title = name;
  }

  setOwner(avatar, caption, name) {
    this.owner.replaceChildren(
      el("span", { class: "avatar small", "aria-hidden": "true" }, avatar),
      el(
        "h2",
        { class: "owner-text", id: this.#ownerId },
        el("span", { class: "owner-caption" }, caption),
        " ",
        el("span", { class: "owner-name" }, name),
      ),
    );
  }
}

function takeFiles(phone, onFiles) {
  phone.append(el("div", { class: "drop-hint", "aria-hidden": "true" }, icon("clip"), "Отпустите файлы, чтобы приложить"));
  phone.addEventListener("dragover", event => {
    event.preventDefault();
    phone.classList.add("dropping");
  });
  phone.addEventListener("dragleave", event => {
    if (!phone.contains(event.relatedTarget)) phone.classList.remove("dropping");
  });
  phone.addEventListener("drop", event => {
    event.preventDefault();
    phone.classList.remove("dropping");
    if (event.dataTransfer.files.length) onFiles(event.dataTransfer.files);
  });
}
