using System.Text.Json.Nodes;
using Sferum.VkSimulator.Wire;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Admin;

/// <summary>
/// What happens in group chats. A community that is no administrator hears only what mentions it or begins with «/»
/// (vk-platform.md §4.6).
/// </summary>
internal sealed class ChatActions(VkPlatform vk)
{
    /// <summary>Enough for the largest staff; VK's own bound is higher.</summary>
    private const int MostExtras = 1_000;

    public GroupChat Find(long peerId) => vk.World.Chats.GetValueOrDefault(peerId) ?? throw AdminRefusal.Unknown($"no chat {peerId}");

    /// <param name="extras">How many invented members join besides, so that a big chat needs no crowd of persons.</param>
    public long Create(string title, long ownerId, IReadOnlyList<long> members, int extras)
    {
        if (string.IsNullOrWhiteSpace(title))
            throw AdminRefusal.Wrong("title is empty");
        if (extras is < 0 or > MostExtras)
            throw AdminRefusal.Wrong($"extras is from 0 to {MostExtras}");
        lock (vk.World.Gate)
        {
            foreach (var member in members.Append(ownerId))
                RequirePerson(member);
            var invented = Enumerable.Range(1, extras).Select(number => vk.World.AddExtra(number).Id);
            var chat = vk.World.AddChat(title, ownerId, [.. members, .. invented]);
            vk.World.Append(chat.Dialog, ownerId, new Draft("") { Action = new ServiceAction("chat_create", null, title) });
            return chat.PeerId;
        }
    }

    public void Rename(long peerId, long by, string title)
    {
        lock (vk.World.Gate)
        {
            var chat = Find(peerId);
            RequireMember(chat, by);
            chat.Title = title;
            Act(chat, by, new ServiceAction("chat_title_update", null, title));
        }
    }

    public void Add(long peerId, long by, long personId)
    {
        lock (vk.World.Gate)
        {
            var chat = Find(peerId);
            RequireMember(chat, by);
            RequirePerson(personId);
            chat.Members[personId] = new ChatMember(personId, by, vk.Clock.GetUtcNow(), false);
            Act(chat, by, new ServiceAction("chat_invite_user", personId, null));
        }
    }

    public void InviteBot(long peerId, long by)
    {
        lock (vk.World.Gate)
        {
            var chat = Find(peerId);
            RequireMember(chat, by);
            if (!vk.World.Settings.AddToChats)
                throw AdminRefusal.Wrong("the community may not be added to chats: see addToChats in the settings");
            if (chat.Members.ContainsKey(vk.World.CommunityId))
                throw AdminRefusal.Wrong("the community is already in this chat");
            chat.Bot = BotStanding.Member;
            chat.Members[vk.World.CommunityId] = new ChatMember(vk.World.CommunityId, by, vk.Clock.GetUtcNow(), false);
            Tell(chat, by, new Draft("") { Action = new ServiceAction("chat_invite_user", vk.World.CommunityId, null) });
        }
    }

    public void MakeAdmin(long peerId)
    {
        lock (vk.World.Gate)
        {
            var chat = Find(peerId);
            if (!chat.Members.TryGetValue(vk.World.CommunityId, out var bot))
                throw AdminRefusal.Wrong("the community is not in this chat");
            chat.Bot = BotStanding.Administrator;
            chat.Members[bot.Id] = bot with { IsAdmin = true };
            vk.World.Feed.Publish("chat", new { personId = peerId });
        }
    }

    public void KickBot(long peerId, long by)
    {
        lock (vk.World.Gate)
        {
            var chat = Find(peerId);
            RequireMember(chat, by);
            if (!chat.Members.Remove(vk.World.CommunityId))
                throw AdminRefusal.Wrong("the community is not in this chat");
            Tell(chat, by, new Draft("") { Action = new ServiceAction("chat_kick_user", vk.World.CommunityId, null) });
            chat.Bot = BotStanding.Kicked;
        }
    }

    /// <summary>A member writes; the event id is null where the community does not hear it.</summary>
    public (int Cmid, string? EventId) Write(long peerId, long fromId, string text)
    {
        lock (vk.World.Gate)
        {
            var chat = Find(peerId);
            RequireMember(chat, fromId);
            var draft = new Draft(text);
            if (Hears(chat, text))
                return Tell(chat, fromId, draft);
            return (vk.World.Append(chat.Dialog, fromId, draft).Cmid, null);
        }
    }

    /// <summary>A service message that does not concern the community: only an administrator hears of it.</summary>
    private void Act(GroupChat chat, long by, ServiceAction action)
    {
        var draft = new Draft("") { Action = action };
        if (chat.Bot == BotStanding.Administrator)
            Tell(chat, by, draft);
        else
            vk.World.Append(chat.Dialog, by, draft);
    }

    private static void RequireMember(GroupChat chat, long id)
    {
        if (!chat.Members.ContainsKey(id))
            throw AdminRefusal.Wrong($"{id} is not in this chat");
    }

    private bool Hears(GroupChat chat, string text) => chat.Bot switch
    {
        BotStanding.Administrator => true,
        BotStanding.Member => text.StartsWith('/') ||
            text.Contains($"[club{vk.Options.GroupId}|", StringComparison.Ordinal) ||
            text.Contains($"@club{vk.Options.GroupId}", StringComparison.Ordinal) ||
            text.Contains($"@{vk.Options.GroupScreenName}", StringComparison.Ordinal),
        _ => false,
    };

    private (int Cmid, string EventId) Tell(GroupChat chat, long fromId, Draft draft)
    {
        var message = vk.World.Append(chat.Dialog, fromId, draft);
        var body = new JsonObject { ["message"] = MessageJson.Of(message, vk.World), ["client_info"] = MessageJson.ClientInfo() };
        return (message.Cmid, vk.Events.Emit("message_new", body));
    }

    private void RequirePerson(long id)
    {
        if (!vk.World.Persons.ContainsKey(id))
            throw AdminRefusal.Unknown($"no person {id}");
    }
}
