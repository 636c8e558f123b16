using System.Text.Json.Nodes;
using Sferum.VkSimulator.Wire;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Methods;

/// <summary>messages.getHistory, getById, getByConversationMessageId (vk-platform.md §4.5, §7.2).</summary>
internal static class MessagesGet
{
    private const int MostHistory = 200;
    private const int MostIds = 100;

    private static readonly VkError InvalidPeer = VkError.Parameter("peer_id is invalid");

    public static JsonNode History(VkPlatform vk, Parameters parameters)
    {
        var dialog = Recipients.Readable(vk, parameters, VkError.Of(IsChat(parameters) ? 927 : 936));
        var count = parameters.Int("count", 20, 0, MostHistory);
        var offset = parameters.Int("offset", 0, int.MinValue, int.MaxValue);
        var start = parameters.Long("start_message_id");
        var newest = dialog.Messages.NewestFirst();
        var ordered = parameters.Flag("rev") ? newest.Reverse() : newest;
        if (start > 0)
            ordered = parameters.Flag("rev") ? ordered.Where(message => message.Id >= start) : ordered.Where(message => message.Id <= start);
        var page = ordered.Skip(Math.Max(0, offset)).Take(count).ToList();
        var json = Items(vk, page, dialog.Messages.Count);
        if (parameters.Flag("extended"))
        {
            json["conversations"] = new JsonArray(PeerJson.Conversation(dialog, vk.World));
            AddProfiles(json, vk.World, page);
        }

        return json;
    }

    public static JsonNode ById(VkPlatform vk, Parameters parameters)
    {
        var ids = parameters.Longs("message_ids", MostIds);
        var found = parameters.Has("cmids")
            ? ByCmid(Recipients.Readable(vk, parameters, InvalidPeer), parameters.Longs("cmids", MostIds))
            : [.. ids.Select(id => id is > 0 and <= int.MaxValue ? vk.World.FindMessage((int)id) : null).OfType<Message>()];
        return Answer(vk, parameters, found);
    }

    public static JsonNode ByConversationMessageId(VkPlatform vk, Parameters parameters)
    {
        parameters.Required("conversation_message_ids");
        return Answer(vk, parameters, ByCmid(Recipients.Readable(vk, parameters, InvalidPeer), parameters.Longs("conversation_message_ids", MostIds)));
    }

    /// <summary>Adds the people and the community that occur in the messages.</summary>
    public static void AddProfiles(JsonObject json, VkWorld world, IEnumerable<Message> messages)
    {
        var senders = messages.Select(message => message.FromId).Distinct().ToList();
        json["profiles"] = new JsonArray(
        [
            .. senders.Where(world.Persons.ContainsKey).Select(id => PeerJson.Person(world.Persons[id])),
        ]);
        json["groups"] = senders.Contains(world.CommunityId) ? new JsonArray(PeerJson.Community(world)) : new JsonArray();
    }

    private static bool IsChat(Parameters parameters) => parameters.Long("peer_id") > GroupChat.PeerBase;

    private static List<Message> ByCmid(Dialog dialog, IEnumerable<long> cmids) =>
        [.. cmids.Select(dialog.Messages.Find).OfType<Message>()];

    private static JsonObject Answer(VkPlatform vk, Parameters parameters, List<Message> found)
    {
        var json = Items(vk, found, found.Count);
        if (parameters.Flag("extended"))
            AddProfiles(json, vk.World, found);
        return json;
    }

    private static JsonObject Items(VkPlatform vk, List<Message> messages, int count) => new()
    {
        ["count"] = count,
        ["items"] = new JsonArray([.. messages.Select(message => MessageJson.Of(message, vk.World))]),
    };
}
