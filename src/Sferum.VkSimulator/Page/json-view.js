// Pretty JSON with colours. JSON within strings (keyboard, payload, event_data) is unfolded, as a reader wants it.

import { el } from "./dom.js";

const LONGEST = 60_000;

export function unfold(value, depth = 0) {
  if (depth > 12) return value;
  if (typeof value === "string" && /^\s*[[{]/.test(value)) {
    try {
      return unfold(JSON.parse(value), depth + 1);
    } catch {
      return value;
    }
  }
  if (Array.isArray(value)) return value.map(item => unfold(item, depth + 1));
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, unfold(item, depth + 1)]));
  }
  return value;
}

export function jsonView(value) {
  const text = typeof value === "string" && typeof unfold(value) === "string" ? value : (JSON.stringify(unfold(value), null, 2) ?? "");
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}\n… ещё ${text.length - LONGEST} знаков` : text;
  const code = el("code");
  let from = 0;
  for (const match of shown.matchAll(/("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\b\d+(?:\.\d+)?(?:e[+-]?\d+)?\b/gi)) {
    code.append(shown.slice(from, match.index));
    const kind = match[1] ? (match[2] ? "name" : "string") : "value";
    code.append(el("span", { class: `json-${kind}` }, match[1] ?? match[0]), match[2] ?? "");
    from = match.index + match[0].length;
  }
  code.append(shown.slice(from));
  return el("pre", { class: "json", tabindex: "0" }, code);
}
