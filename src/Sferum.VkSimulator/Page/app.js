// The page: top bar, a phone per person and a column per group chat, the traffic below; kept fresh by the simulator's stream.

import { api } from "./api.js";
import { Chat } from "./chat.js";
import { Clock } from "./clock.js";
import { Columns } from "./columns.js";
import { el, icon } from "./dom.js";
import { Faults } from "./faults.js";
import { initials } from "./format.js";
import { GroupChat } from "./group-chat.js";
import { NewChat } from "./new-chat.js";
import { People } from "./people.js";
import { coalesced, openStream } from "./stream.js";
import { Traffic } from "./traffic.js";

const GONE_AFTER = 1_200;

const top = document.querySelector("#top");
const banner = document.querySelector("#banner");

let persons = [];
let chats = [];
let group = null;
let goneTimer = 0;

const complain = text => say(text, "error");
const clock = new Clock(complain);
const faults = new Faults(complain);
const columns = new Columns(
  { place: document.querySelector("#phones"), tabs: document.querySelector("#tabs"), nobody: document.querySelector("#nobody") },
  {
    person: person => new Chat(person, group, { today: () => clock.today, newChat: () => newChat.open(person.id) }),
    chat: chat => new GroupChat(chat, group, { onHide: () => columns.choose(chat.peerId, false) }),
  },
);
const traffic = new Traffic({
  nameOf: id =>
    persons.find(person => String(person.id) === String(id))?.caption ||
    chats.find(chat => String(chat.peerId) === String(id))?.title ||
    String(id),
  onEntry: entry => {
    for (const column of columns.all) column.pending.see(entry);
  },
});
const people = new People({
  isShown: id => columns.get(id) !== undefined,
  onToggle: (id, shown) => columns.choose(id, shown),
  onAdded: person => focusAfterReload(person.id),
});
const newChat = new NewChat({ onCreated: focusAfterReload });

async function focusAfterReload(id) {
  await reload();
  columns.focus(id);
}

function drawTop() {
  document.title = `${group.name} — симулятор VK`;
  top.replaceChildren(
    el(
      "div",
      { class: "brand" },
      el("span", { class: "avatar", "aria-hidden": "true" }, initials(...group.name.split(" "))),
      el(
        "div",
        { class: "brand-text" },
        el("h1", { title: group.name }, group.name),
        el("span", {}, "симулятор VK: сообщения никуда не уходят"),
      ),
    ),
    clock.node,
    el(
      "div",
      { class: "top-actions" },
      el(
        "button",
        { type: "button", class: "button", dataset: { testid: "people" }, on: { click: () => people.open() } },
        icon("person-add"),
        "Добавить человека",
      ),
      el(
        "button",
        { type: "button", class: "button", dataset: { testid: "new-chat" }, on: { click: () => newChat.open() } },
        icon("chat-add"),
        "Создать беседу",
      ),
      faults.node,
    ),
    clock.travel,
  );
}

const reload = coalesced(async () => {
  const state = await api.state();
  const isNew = group !== null && (group.id !== state.group.id || group.name !== state.group.name);
  if (group === null || isNew) {
    group = state.group;
    columns.clear();
    drawTop();
  }
  persons = state.persons;
  chats = state.chats;
  clock.set(state.now);
  faults.show(state.faults);
  people.show(persons, chats);
  newChat.show(persons);
  columns.show(persons, chats);
});

function followLink() {
  const place = new URLSearchParams(location.hash.slice(1));
  columns.focus(Number(place.get("person") ?? place.get("chat")));
}

function say(text, kind) {
  banner.className = `banner ${kind}`;
  banner.textContent = text;
  banner.hidden = text === "";
  if (kind === "error") setTimeout(() => banner.textContent === text && say("", ""), 8_000);
}

let wasUp = false;

async function onUp() {
  clearTimeout(goneTimer);
  goneTimer = 0;
  try {
    if (wasUp) traffic.restart();
    const first = !wasUp;
    wasUp = true;
    await reload();
    document.body.classList.remove("gone");
    if (banner.classList.contains("gone")) say("", "");
    for (const column of columns.all) column.changed();
    await traffic.catchUp();
    if (first) followLink();
  } catch {
    onDown();
  }
}

function onDown() {
  goneTimer ||= setTimeout(() => {
    document.body.classList.add("gone");
    say("Симулятор остановлен. Запустите его снова: страница подключится сама.", "gone");
  }, GONE_AFTER);
}

document.querySelector("#traffic").replaceWith(traffic.node);
document.body.append(people.node, newChat.node);
window.addEventListener("hashchange", followLink);
if (window.innerHeight >= 880 && window.innerWidth > 720) traffic.setOpen(true);

openStream(
  {
    chat: ({ personId }) => {
      columns.get(personId)?.changed();
      columns.tabs.mark(personId);
    },
    typing: ({ personId, typing }) => columns.get(personId)?.setTyping(typing),
    snackbar: ({ personId, text }) => columns.get(personId)?.notices.snackbar(text),
    clock: ({ now }) => clock.set(now),
    persons: () => reload().catch(() => {}),
    chats: () => reload().catch(() => {}),
    // The stream only tells that there is something: the entries themselves are fetched, many at once when VK is busy.
    traffic: () => traffic.catchUp(),
  },
  { onUp, onDown },
);
