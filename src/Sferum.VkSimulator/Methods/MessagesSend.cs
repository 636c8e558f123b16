using System.Text.Json.Nodes;
using Sferum.VkSimulator.Wire;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Methods;

/// <summary>
/// messages.send in all its forms (vk-platform.md §1.4, §3). Faults of the content refuse the whole call, faults of a
/// recipient stand in his item of <c>peer_ids</c>.
/// </summary>
internal static class MessagesSend
{
    public static JsonNode Invoke(VkPlatform vk, Parameters parameters)
    {
        var (single, many) = Recipients.Named(parameters);
        var draft = SentContent.Read(vk, parameters);
        if (single is { } peerId)
        {
            return Send(vk, peerId, draft) switch
            {
                SendOutcome.Sent(var message) => JsonValue.Create(message.Id),
                SendOutcome.Failed(var error) => throw new VkRefusal(error),
                var other => throw new InvalidOperationException($"Unknown outcome {other}."),
            };
        }

        var items = new JsonArray();
        foreach (var recipient in many)
            items.Add(Item(recipient, Send(vk, recipient, draft)));
        return items;
    }

    private static SendOutcome Send(VkPlatform vk, long peerId, Draft draft)
    {
        switch (Recipients.Find(vk.World, peerId))
        {
            case Recipient.Unreachable(var error):
                return new SendOutcome.Failed(error);
            case Recipient.Reachable(var dialog):
                var now = vk.Clock.GetUtcNow();
                if (dialog.RandomIds.Find(draft.RandomId, (int)dialog.Messages.Last, now) is { } earlier)
                    return new SendOutcome.Sent(earlier);
                var message = vk.World.Append(dialog, vk.World.CommunityId, draft);
                dialog.RandomIds.Remember(message);
                if (vk.Events.Wants("message_reply"))
                    vk.Events.Emit("message_reply", MessageJson.Of(message, vk.World));
                return new SendOutcome.Sent(message);
            default:
                throw new InvalidOperationException($"Peer {peerId} is of no known kind.");
        }
    }

    private static JsonObject Item(long peerId, SendOutcome outcome) => outcome switch
    {
        SendOutcome.Sent(var message) => new JsonObject
        {
            ["peer_id"] = peerId,
            ["message_id"] = message.Id,
            ["conversation_message_id"] = message.Cmid,
        },
        SendOutcome.Failed(var error) => new JsonObject
        {
            ["peer_id"] = peerId,
            ["message_id"] = 0,
            ["conversation_message_id"] = 0,
            ["error"] = new JsonObject { ["code"] = error.Code, ["description"] = error.Message },
        },
        _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
    };

    private abstract record SendOutcome
    {
        private SendOutcome()
        {
        }

        public sealed record Sent(Message Message) : SendOutcome;

        public sealed record Failed(VkError Error) : SendOutcome;
    }
}
