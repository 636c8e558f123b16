// The simulator's times carry the office's offset ("2024-04-15T09:00:00+03:00"). The page shows that wall time
// and never the time zone of the machine the browser runs on.

const DAYS = ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"];
const MONTHS = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

export function offsetMinutes(iso) {
  const match = /([+-])(\d\d):?(\d\d)$/.exec(iso);
  if (!match) return 0;
  return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

/** A Date whose UTC fields are the wall time of the office. */
export function wall(instant, offset) {
  return new Date(instant + offset * 60_000);
}

/** Browsers agree on milliseconds only; the simulator may send more digits. */
export const instantOf = iso => Date.parse(iso.replace(/(\.\d{3})\d+/, "$1"));

const wallOf = iso => wall(instantOf(iso), offsetMinutes(iso));
const two = number => String(number).padStart(2, "0");

export function offsetText(offset) {
  const size = Math.abs(offset);
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

export const timeOfDay = date => `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
export const shortTime = iso => timeOfDay(wallOf(iso));
export const dayKey = iso => wallOf(iso).toISOString().slice(0, 10);

export function secondsTime(iso) {
  const date = wallOf(iso);
  return `${timeOfDay(date)}:${two(date.getUTCSeconds())}`;
}

export function dayText(iso) {
  const date = wallOf(iso);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

export function fullTime(date) {
  return `${two(date.getUTCDate())}.${two(date.getUTCMonth() + 1)}.${date.getUTCFullYear()} ${timeOfDay(date)}`;
}

export const weekday = date => DAYS[date.getUTCDay()];

export function fileSize(bytes) {
  if (!Number.isFinite(bytes)) return "";
  if (bytes < 1024) return `${bytes} Б`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} КБ`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace(".", ",")} МБ`;
}

/** plural(2, "сообщение", "сообщения", "сообщений") */
export function plural(count, one, few, many) {
  const tens = count % 100;
  const ones = count % 10;
  if (tens > 10 && tens < 20) return many;
  if (ones === 1) return one;
  return ones > 1 && ones < 5 ? few : many;
}

export const membersText = ({ membersCount }) => `${membersCount} ${plural(membersCount, "участник", "участника", "участников")}`;
export const chatCaption = ({ title }) => `Беседа «${title}»`;

const MEN_IN_A = new Set(["никита", "илья", "лука", "кузьма", "фома", "савва", "данила", "гаврила", "фока", "мустафа"]);

/** By the ending of the surname, else of the name: VK's service messages need «добавила» or «добавил». */
export function isFeminine({ firstName = "", lastName = "" } = {}) {
  if (/(?:ова|ева|ёва|ина|ына|ая)$/i.test(lastName)) return true;
  if (/(?:ов|ев|ёв|ин|ын|ий|ый|ой)$/i.test(lastName)) return false;
  return /[ая]$/i.test(firstName) && !MEN_IN_A.has(firstName.toLowerCase());
}

export const personName = person => `${person.lastName ?? ""} ${person.firstName ?? ""}`.trim() || `id${person.id}`;

export function initials(...words) {
  const letters = words.filter(Boolean).map(word => [...word.replace(/[«»"]/g, "")][0] ?? "");
  return letters.slice(0, 2).join("").toUpperCase();
}
