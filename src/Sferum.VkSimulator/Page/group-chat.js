// One group chat (беседа), as everybody in it sees it: who wrote what, and what the community is there.

import { api } from "./api.js";
import { Authors } from "./authors.js";
import { Composer } from "./composer.js";
import { el } from "./dom.js";
import { chatCaption, initials, membersText, personName } from "./format.js";
import { MessageList } from "./messages.js";
import { Notices } from "./notice.js";
import { PendingPresses } from "./pending.js";
import { Phone } from "./phone.js";
import { WhenSeen } from "./seen.js";
import { Standing } from "./standing.js";

export class GroupChat {
  #members = new Map();
  #ownerId;

  /** onHide() closes the column; the chat itself stays. */
  constructor(info, group, { onHide }) {
    this.peerId = info.peerId;
    this.isGroup = true;
    this.groupName = group.name;
    this.groupInitials = initials(...info.title.split(" "));
    this.label = chatCaption(info);
    this.emptyText = "Здесь пока нет сообщений.";
    const mention = `@${group.screenName}`;
    this.pending = new PendingPresses(() => this.messages.redraw());
    this.messages = new MessageList(this);
    this.notices = new Notices();
    this.authors = new Authors(info.peerId, author => this.composer.setAuthor(personName(author)));
    this.composer = new Composer("", {
      send: ({ text }) => api.writeToChat(this.peerId, this.#actor, text),
      error: text => this.notices.error(text),
    });
    this.composer.setKeyboard({ exists: false, shown: false });
    this.standing = new Standing(mention, {
      invite: () => this.#act(by => api.inviteBot(this.peerId, by)),
      promote: () => this.#act(() => api.makeBotAdmin(this.peerId)),
      kick: () => this.#act(by => api.kickBot(this.peerId, by)),
    });
    this.status = el("span", { class: "phone-status" });
    this.phone = new Phone({
      id: info.peerId,
      dataset: { chat: String(info.peerId) },
      avatar: this.groupInitials,
      name: info.title,
      status: this.status,
      menu: {
        label: "Действия с беседой",
        items: () => [
          { label: "Обратиться к сообществу", icon: "reply", action: () => this.composer.insert(`${mention} `) },
          { label: "Скрыть беседу", icon: "hide", action: onHide },
        ],
      },
      parts: [this.standing.node, this.messages.node, this.notices.node, this.authors.node, this.composer.node],
    });
    this.node = this.phone.node;
    this.node.classList.add("group");
    this.update(info);
    this.seen = new WhenSeen(
      this.node,
      () => this.#load(),
      text => this.notices.error(text),
    );
  }

  update(info) {
    this.#ownerId = info.ownerId;
    this.tabLabel = info.title;
    this.status.textContent = membersText(info);
    this.phone.setName(initials(...info.title.split(" ")), info.title);
    this.phone.setOwner(initials(...info.title.split(" ")), chatCaption(info), membersText(info));
    this.standing.show(info.bot);
  }

  memberOf(id) {
    return this.#members.get(id);
  }

  nameOf(id) {
    if (id < 0) return "Сообщество";
    return this.#members.has(id) ? personName(this.#members.get(id)) : `id${id}`;
  }

  authorOf(message) {
    return message.out ? this.groupName : this.nameOf(message.fromId);
  }

  /** The column belongs to nobody: all messages stand on one side. */
  isMine() {
    return false;
  }

  find(cmid) {
    return this.messages.find(cmid);
  }

  goTo(cmid) {
    this.messages.goTo(cmid);
  }

  press() {
    this.notices.snackbar("Кнопки бота в беседе здесь не нажимаются: нажмите их в личной переписке.");
  }

  changed() {
    return this.seen.changed();
  }

  setTyping(typing) {
    this.messages.setTyping(typing);
  }

  focus() {
    this.node.scrollIntoView({ inline: "center", block: "nearest" });
    this.composer.field.focus({ preventScroll: true });
  }

  /** Who writes and invites; the creator while the members are still on their way. */
  get #actor() {
    return this.authors.current?.id ?? this.#ownerId;
  }

  async #load() {
    const [{ chat, members }, { messages, typing }] = await Promise.all([api.groupChat(this.peerId), api.groupMessages(this.peerId)]);
    // Who has left still has written what he wrote.
    for (const member of members) this.#members.set(member.id, member);
    this.update(chat);
    this.authors.show(members);
    this.messages.show(messages);
    this.setTyping(typing);
  }

  async #act(call) {
    try {
      await call(this.#actor);
      await this.seen.refresh();
    } catch (error) {
      this.notices.error(error.message);
    }
  }
}
