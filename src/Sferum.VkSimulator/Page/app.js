// The page: top bar, a phone per person, the traffic below; kept fresh by the simulator's stream.

import { api } from "./api.js";
import { Chat } from "./chat.js";
import { Clock } from "./clock.js";
import { el, icon } from "./dom.js";
import { Faults } from "./faults.js";
import { initials, personName } from "./format.js";
import { People } from "./people.js";
import { coalesced, openStream } from "./stream.js";
import { Traffic } from "./traffic.js";

// A rehearsal may leave thousands of persons: the page opens the first few, the rest from «Люди».
const PHONES_AT_START = 8;
const GONE_AFTER = 1_200;

const top = document.querySelector("#top");
const tabs = document.querySelector("#tabs");
const phones = document.querySelector("#phones");
const banner = document.querySelector("#banner");

const chats = new Map();
const chosen = new Map();
let persons = [];
let group = null;
let goneTimer = 0;

const complain = text => say(text, "error");
const clock = new Clock(complain);
const faults = new Faults(complain);
const traffic = new Traffic({
  nameOf: id => persons.find(person => String(person.id) === String(id))?.caption || String(id),
  onEntry: entry => {
    for (const chat of chats.values()) chat.pending.see(entry);
  },
});
const people = new People({
  isShown: id => chats.has(id),
  onToggle: (id, shown) => {
    chosen.set(id, shown);
    layOut();
  },
  onAdded: async person => {
    chosen.set(person.id, true);
    await reload();
    focusPerson(person.id);
  },
});

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
    for (const id of [...chats.keys()]) close(id);
    drawTop();
  }
  persons = state.persons;
  clock.set(state.now);
  faults.show(state.faults);
  people.show(persons);
  layOut();
});

function layOut() {
  const known = new Set(persons.map(person => person.id));
  for (const id of [...chats.keys()]) if (!known.has(id)) close(id);
  persons.forEach((person, at) => {
    const wanted = chosen.get(person.id) ?? at < PHONES_AT_START;
    if (!wanted) close(person.id);
    else if (chats.has(person.id)) chats.get(person.id).update(person);
    else chats.set(person.id, new Chat(person, group, { today: () => clock.today }));
  });
  const shown = persons.filter(person => chats.has(person.id));
  const nodes = shown.map(person => chats.get(person.id).node);
  if (nodes.length !== phones.childElementCount || nodes.some((node, at) => phones.children[at] !== node)) phones.replaceChildren(...nodes);
  document.querySelector("#nobody").hidden = shown.length > 0;
  drawTabs(shown);
}

function close(id) {
  chats.get(id)?.node.remove();
  chats.delete(id);
}

/** On a narrow screen one phone is seen at a time, the tabs choose it. */
function drawTabs(shown) {
  const current = shown.some(person => String(person.id) === phones.dataset.current) ? phones.dataset.current : String(shown[0]?.id ?? "");
  tabs.replaceChildren(
    ...shown.map(person =>
      el(
        "button",
        {
          type: "button",
          class: "tab",
          dataset: { tab: String(person.id) },
          on: { click: () => setCurrent(person.id) },
        },
        el("span", { class: "tab-caption" }, person.caption || personName(person)),
        el("span", { class: "tab-dot", hidden: true, title: "Новое сообщение" }),
      ),
    ),
  );
  setCurrent(current);
}

function setCurrent(id) {
  phones.dataset.current = String(id);
  for (const chat of chats.values()) chat.node.classList.toggle("current", String(chat.person.id) === String(id));
  for (const tab of tabs.children) {
    const isCurrent = tab.dataset.tab === String(id);
    tab.setAttribute("aria-pressed", String(isCurrent));
    if (isCurrent) {
      tab.querySelector(".tab-dot").hidden = true;
      tab.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }
}

function markTab(id) {
  if (phones.dataset.current === String(id)) return;
  const dot = tabs.querySelector(`[data-tab="${Number(id)}"] .tab-dot`);
  if (dot) dot.hidden = false;
}

function focusPerson(id) {
  const person = persons.find(other => String(other.id) === String(id));
  if (!person) return;
  if (!chats.has(person.id)) {
    chosen.set(person.id, true);
    layOut();
  }
  setCurrent(person.id);
  chats.get(person.id).focus();
}

function followLink() {
  const id = new URLSearchParams(location.hash.slice(1)).get("person");
  if (id) focusPerson(id);
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
    for (const chat of chats.values()) chat.changed();
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
document.body.append(people.node);
window.addEventListener("hashchange", followLink);
if (window.innerHeight >= 880 && window.innerWidth > 720) traffic.setOpen(true);

openStream(
  {
    chat: ({ personId }) => {
      chats.get(personId)?.changed();
      markTab(personId);
    },
    typing: ({ personId, typing }) => chats.get(personId)?.setTyping(typing),
    snackbar: ({ personId, text }) => chats.get(personId)?.notices.snackbar(text),
    clock: ({ now }) => clock.set(now),
    persons: () => reload().catch(() => {}),
    // The stream only tells that there is something: the entries themselves are fetched, many at once when VK is busy.
    traffic: () => traffic.catchUp(),
  },
  { onUp, onDown },
);
