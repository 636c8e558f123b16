// The admin API of the simulator: one function per call, errors as ApiError with a sentence for people.

export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function call(method, path, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: "no-store",
    });
  } catch {
    throw new ApiError(0, "Симулятор не отвечает. Проверьте, что он запущен.");
  }
  const text = await response.text();
  const answer = parse(text);
  if (!response.ok) {
    throw new ApiError(
      response.status,
      answer?.error ? `Симулятор не принял: ${answer.error}` : `Симулятор ответил ошибкой ${response.status}.`,
    );
  }
  return answer;
}

function parse(text) {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const person = (id, rest) => `/admin/persons/${encodeURIComponent(id)}/${rest}`;

const chat = (peerId, rest) => `/admin/chats/${encodeURIComponent(peerId)}${rest}`;

export const api = {
  state: () => call("GET", "/admin/state"),
  addPerson: data => call("POST", "/admin/persons", data),
  chat: id => call("GET", person(id, "chat")),
  write: (id, message) => call("POST", person(id, "messages"), message),
  press: (id, button) => call("POST", person(id, "press"), button),
  start: id => call("POST", person(id, "start"), {}),
  allow: id => call("POST", person(id, "allow"), {}),
  deny: id => call("POST", person(id, "deny"), {}),
  typing: id => call("POST", person(id, "typing"), {}),
  read: id => call("POST", person(id, "read"), {}),
  edit: (id, cmid, text) => call("POST", person(id, "edit"), { cmid, text }),
  createChat: data => call("POST", "/admin/chats", data),
  groupChat: peerId => call("GET", chat(peerId, "")),
  groupMessages: peerId => call("GET", chat(peerId, "/chat")),
  writeToChat: (peerId, fromId, text) => call("POST", chat(peerId, "/messages"), { fromId, text }),
  inviteBot: (peerId, by) => call("POST", chat(peerId, "/invite-bot"), { by }),
  makeBotAdmin: peerId => call("POST", chat(peerId, "/make-admin"), {}),
  kickBot: (peerId, by) => call("POST", chat(peerId, "/kick-bot"), { by }),
  clock: () => call("GET", "/admin/clock"),
  setClock: change => call("POST", "/admin/clock", change),
  faults: () => call("GET", "/admin/faults"),
  setFaults: rules => call("PUT", "/admin/faults", rules),
  traffic: after => call("GET", `/admin/traffic?after=${after}`),
};
