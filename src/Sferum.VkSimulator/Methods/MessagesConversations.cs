using System.Text.Json.Nodes;
using Sferum.VkSimulator.Wire;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Methods;

/// <summary>Conversations and chats: what a community sees of a chat depends on being its administrator (vk-platform.md §7.2, §7.3).</summary>
internal static class MessagesConversations
{
    private const int MostIds = 100;

    public static JsonNode Get(VkPlatform vk, Parameters parameters)
    {
        var filter = parameters.Choice("filter", "all", "archive", "important", "sorted_chats", "unanswered", "unread") ?? "all";
        var count = parameters.Int("count", 20, 0, 200);
        var offset = parameters.Int("offset", 0, 0, int.MaxValue);
        var dialogs = vk.World.Persons.Values.Select(person => person.Dialog)
            .Concat(vk.World.Chats.Values.Where(IsIn).Select(chat => chat.Dialog))
            .Where(dialog => dialog.Newest is not null && Passes(dialog, filter))
            .OrderByDescending(dialog => dialog.Newest!.Version) // filtered above
            .ToList();
        var page = dialogs.Skip(offset).Take(count).ToList();
        var json = new JsonObject
        {
            ["count"] = dialogs.Count,
            ["unread_count"] = dialogs.Count(dialog => dialog.UnreadByCommunity > 0),
            ["items"] = new JsonArray(
            [
                .. page.Select(dialog => new JsonObject
                {
                    ["conversation"] = PeerJson.Conversation(dialog, vk.World),
                    ["last_message"] = MessageJson.Of(dialog.Newest!, vk.World), // filtered above
                }),
            ]),
        };
        if (parameters.Flag("extended"))
            MessagesGet.AddProfiles(json, vk.World, page.Select(dialog => dialog.Newest).OfType<Message>());
        return json;
    }

    public static JsonNode GetById(VkPlatform vk, Parameters parameters)
    {
        parameters.Required("peer_ids");
        var dialogs = parameters.Longs("peer_ids", MostIds).Select(peerId => Visible(vk.World, peerId)).OfType<Dialog>().ToList();
        var json = new JsonObject
        {
            ["count"] = dialogs.Count,
            ["items"] = new JsonArray([.. dialogs.Select(dialog => PeerJson.Conversation(dialog, vk.World))]),
        };
        if (parameters.Flag("extended"))
            MessagesGet.AddProfiles(json, vk.World, dialogs.Select(dialog => dialog.Newest).OfType<Message>());
        return json;
    }

    public static JsonNode GetMembers(VkPlatform vk, Parameters parameters)
    {
        var peerId = parameters.RequiredLong("peer_id");
        var offset = parameters.Int("offset", 0, 0, int.MaxValue);
        var count = parameters.Int("count", 20, 1, 1000);
        var (members, ownerId) = MembersOf(vk.World, peerId);
        var page = members.Skip(offset).Take(count).ToList();
        return new JsonObject
        {
            ["count"] = members.Count,
            ["items"] = new JsonArray([.. page.Select(member => PeerJson.Member(member, ownerId))]),
            ["profiles"] = new JsonArray(
            [
                .. page.Where(member => vk.World.Persons.ContainsKey(member.Id)).Select(member => PeerJson.Person(vk.World.Persons[member.Id])),
            ]),
            ["groups"] = page.Exists(member => member.Id == vk.World.CommunityId) ? new JsonArray(PeerJson.Community(vk.World)) : new JsonArray(),
        };
    }

    public static JsonNode GetInviteLink(VkPlatform vk, Parameters parameters)
    {
        if (!vk.World.Chats.TryGetValue(parameters.RequiredLong("peer_id"), out var chat) || chat.Bot != BotStanding.Administrator)
            throw new VkRefusal(VkError.Of(919));
        if (parameters.Flag("reset"))
            chat.InviteLinks++;
        return new JsonObject { ["link"] = $"https://vk.me/join/simulator-{chat.PeerId}-{chat.InviteLinks}" };
    }

    private static bool IsIn(GroupChat chat) => chat.Bot is BotStanding.Member or BotStanding.Administrator;

    private static bool Passes(Dialog dialog, string filter) => filter switch
    {
        "all" => true,
        "unread" => dialog.UnreadByCommunity > 0,
        "unanswered" => dialog.Unanswered,
        _ => false,
    };

    private static Dialog? Visible(VkWorld world, long peerId) =>
        world.Persons.TryGetValue(peerId, out var person) ? person.Dialog
        : world.Chats.TryGetValue(peerId, out var chat) && chat.Bot == BotStanding.Administrator ? chat.Dialog
        : null;

    private static (IReadOnlyCollection<ChatMember> Members, long OwnerId) MembersOf(VkWorld world, long peerId)
    {
        if (world.Persons.TryGetValue(peerId, out var person))
        {
            var since = DateTimeOffset.UnixEpoch;
            return ([new ChatMember(person.Id, person.Id, since, false), new ChatMember(world.CommunityId, world.CommunityId, since, false)], 0);
        }

        if (!world.Chats.TryGetValue(peerId, out var chat))
            throw new VkRefusal(VkError.Of(927));
        return chat.Bot == BotStanding.Administrator ? (chat.Members.Values, chat.OwnerId) : throw new VkRefusal(VkError.Of(917));
    }
}
