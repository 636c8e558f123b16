// Service messages of a group chat in VK's words: who created it, who was added, who was taken out.

import { el } from "./dom.js";
import { isFeminine } from "./format.js";

/** chat: { nameOf(id), memberOf(id) }; a negative id is the community. */
function sentence({ action, actionMember, actionText, fromId }, chat) {
  const does = stem => `${chat.nameOf(fromId)} ${stem}${ending(fromId, chat)}`;
  const itself = actionMember === fromId;
  switch (action) {
    case "chat_create":
      return `${does("создал")} беседу «${actionText}»`;
    case "chat_title_update":
      return `${does("изменил")} название беседы: «${actionText}»`;
    case "chat_invite_user":
    case "chat_invite_user_by_link":
      if (itself) return `${does("присоединил")}${ending(fromId, chat) ? "сь" : "ся"} к беседе`;
      return actionMember < 0 ? `${does("добавил")} сообщество` : `${does("добавил")} участника: ${chat.nameOf(actionMember)}`;
    case "chat_kick_user":
      if (itself) return fromId < 0 ? "Сообщество вышло из беседы" : `${chat.nameOf(fromId)} ${isFeminine(chat.memberOf(fromId)) ? "вышла" : "вышел"} из беседы`;
      return actionMember < 0 ? `${does("исключил")} сообщество` : `${does("исключил")} участника: ${chat.nameOf(actionMember)}`;
    default:
      return `Служебное сообщение: ${action}`;
  }
}

const ending = (id, chat) => (id < 0 ? "о" : isFeminine(chat.memberOf(id)) ? "а" : "");

export function serviceView(message, chat) {
  return el("div", { class: "day service", dataset: { testid: "service", action: message.action } }, el("span", {}, sentence(message, chat)));
}
