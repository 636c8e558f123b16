// One line of «Что сказали друг другу VK и бот».

import { el, icon } from "./dom.js";
import { secondsTime } from "./format.js";
import { jsonView, unfold } from "./json-view.js";

export const KINDS = {
  call: { label: "Вызовы", title: "Бот вызвал VK", icon: "arrow-right" },
  event: { label: "События", title: "VK сообщил боту", icon: "arrow-left" },
  callback: { label: "Callback", title: "VK доставил на адрес бота", icon: "arrow-left" },
  upload: { label: "Файлы", title: "Бот загрузил файл", icon: "upload" },
};

const short = (text, length) => (text.length > length ? `${text.slice(0, length)}…` : text);
const parsed = value => (typeof value === "string" ? unfold(value) : value);

/** { text, failed }: an error of VK, of HTTP, or a broken connection. */
export function outcome(entry) {
  const response = parsed(entry.response);
  const error = response?.error;
  if (error) return { failed: true, text: error.error_code ? `ошибка ${error.error_code}: ${error.error_msg ?? ""}` : String(error) };
  if (response?.failed) return { failed: true, text: `failed ${response.failed}` };
  const items = Array.isArray(response?.response) ? response.response.filter(item => item?.error) : [];
  if (items.length) {
    const codes = items.map(item => item.error.code ?? item.error.error_code).slice(0, 5);
    return { failed: true, text: `ошибок по адресатам: ${items.length} (${codes.join(", ")})` };
  }
  if (response?.execute_errors?.length) return { failed: true, text: `execute_errors: ${response.execute_errors.length}` };
  if (response === null || response === undefined) return { failed: false, text: "" };
  const body = response.response ?? response;
  return { failed: false, text: short(typeof body === "string" ? body : JSON.stringify(body), 160) };
}

function about(entry, nameOf) {
  const request = parsed(entry.request) ?? {};
  const message = request.object?.message ?? request.message ?? request;
  const who = request.peer_ids ?? request.peer_id ?? request.user_id ?? request.object?.user_id ?? message?.peer_id ?? message?.from_id;
  const text = request.message !== undefined && typeof request.message === "string" ? request.message : message?.text;
  const payload = request.object?.payload;
  const parts = [who === undefined ? "" : nameOf(who), text ? `«${text}»` : "", payload ? JSON.stringify(payload) : ""].filter(Boolean);
  return short((parts.length ? parts.join(" ") : JSON.stringify(request)).replace(/\s+/g, " "), 220);
}

/** What the filter looks through. */
export const haystack = entry =>
  `${entry.name} ${JSON.stringify(entry.request ?? "")} ${JSON.stringify(entry.response ?? "")}`.toLowerCase();

/** nameOf(id) tells who that is, for a reader. */
export function trafficRow(entry, nameOf) {
  const kind = KINDS[entry.kind] ?? { title: entry.kind, icon: "arrow-right" };
  const result = outcome(entry);
  const head = el(
    "summary",
    { class: "traffic-line" },
    el("time", { datetime: entry.at }, secondsTime(entry.at)),
    el(
      "span",
      { class: `traffic-kind ${entry.kind}`, title: kind.title },
      icon(kind.icon),
      el("span", { class: "visually-hidden" }, kind.title),
    ),
    el("span", { class: "traffic-name" }, entry.name),
    el("span", { class: "traffic-about" }, about(entry, nameOf)),
    el("span", { class: result.failed ? "traffic-result failed" : "traffic-result" }, result.text),
    el(
      "span",
      { class: "traffic-time" },
      entry.kind === "event" || !Number.isFinite(entry.milliseconds) ? "" : `${Math.round(entry.milliseconds)} мс`,
    ),
  );
  const row = el(
    "details",
    { class: result.failed ? "traffic-row failed" : "traffic-row", dataset: { testid: "traffic-row", name: entry.name, kind: entry.kind } },
    head,
  );
  row.addEventListener("toggle", () => {
    if (!row.open || row.childElementCount > 1) return;
    row.append(
      el(
        "div",
        { class: "traffic-body" },
        el("div", {}, el("h3", {}, entry.kind === "event" ? "Событие" : "Запрос"), jsonView(entry.request)),
        entry.response === null || entry.response === undefined ? null : el("div", {}, el("h3", {}, "Ответ"), jsonView(entry.response)),
      ),
    );
    row.scrollIntoView({ block: "nearest" });
  });
  return row;
}
