using System.Text.Json;
using System.Text.Json.Nodes;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Methods;

/// <summary>
/// Reads <c>reply_to</c>, <c>forward_messages</c> and <c>forward</c>. The community forwards only what it has; <c>is_reply</c>
/// wants one message of the same dialog (vk-platform.md §3.4).
/// </summary>
internal static class SentForwards
{
    /// <summary>First level of forwards (vk-platform.md §2.2); more is error 913.</summary>
    private const int Most = 100;

    private const int MostIds = 1000;

    public static Message? ReplyOf(VkWorld world, Parameters parameters)
    {
        if (parameters.Long("reply_to") is { } id)
            return id is > 0 and <= int.MaxValue && world.FindMessage((int)id) is { } message ? message : throw Parameters.Wrong("reply_to is invalid");
        if (Forward(parameters) is not { } forward || !IsReply(forward))
            return null;
        var messages = Messages(world, forward, parameters);
        return messages.Count == 1 && messages[0].PeerId == parameters.Long("peer_id")
            ? messages[0]
            : throw Parameters.Wrong("forward: is_reply needs one message of the same dialog");
    }

    public static IReadOnlyList<Message> Read(VkWorld world, Parameters parameters)
    {
        if (parameters.Has("forward_messages"))
        {
            var ids = parameters.Longs("forward_messages", MostIds);
            return Bounded([.. ids.Select(id => id is > 0 and <= int.MaxValue ? world.FindMessage((int)id) : null)]);
        }

        return Forward(parameters) is { } forward && !IsReply(forward) ? Messages(world, forward, parameters) : [];
    }

    private static JsonObject? Forward(Parameters parameters)
    {
        if (parameters.Text("forward") is not { } text)
            return null;
        return Json.Parse(text) as JsonObject ?? throw Parameters.Wrong("forward should be a JSON object");
    }

    private static bool IsReply(JsonObject forward) => forward["is_reply"]?.GetValueKind() is JsonValueKind.True ||
        forward["is_reply"] is JsonValue value && value.TryGetValue<int>(out var number) && number == 1;

    private static List<Message> Messages(VkWorld world, JsonObject forward, Parameters parameters)
    {
        if (forward["message_ids"] is JsonArray ids)
            return Bounded([.. Numbers(ids).Select(world.FindMessage)]);
        var peerId = forward["peer_id"] is JsonValue value && value.TryGetValue<long>(out var given) ? given : parameters.Long("peer_id") ?? 0;
        if ((forward["conversation_message_ids"] ?? forward["cmids"]) is not JsonArray cmids)
            throw Parameters.Wrong("forward: conversation_message_ids or message_ids is undefined");
        var dialog = world.DialogOf(peerId);
        return Bounded([.. Numbers(cmids).Select(cmid => dialog?.Messages.Find(cmid))]);
    }

    private static IEnumerable<int> Numbers(JsonArray ids) =>
        ids.Select(id => id is JsonValue value && value.TryGetValue<int>(out var number) ? number : throw Parameters.Wrong("forward: id not integer"));

    private static List<Message> Bounded(IReadOnlyList<Message?> messages)
    {
        if (messages.Count > Most)
            throw new VkRefusal(VkError.Of(913));
        return [.. messages.Select(message => message ?? throw new VkRefusal(VkError.Of(921)))];
    }
}
