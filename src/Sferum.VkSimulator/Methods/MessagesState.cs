using System.Text.Json;
using System.Text.Json.Nodes;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Methods;

/// <summary>messages.setActivity, markAsRead, isMessagesFromGroupAllowed, sendMessageEventAnswer (vk-platform.md §2.3, §3.3, §7.2).</summary>
internal static class MessagesState
{
    private const int EventData = 1000;
    private const int Snackbar = 90;

    public static JsonNode SetActivity(VkPlatform vk, Parameters parameters)
    {
        parameters.Choice("type", "audiomessage", "file", "photo", "typing", "video");
        var dialog = ActiveDialog(vk, parameters);
        dialog.TypingSince = vk.Clock.GetUtcNow();
        vk.World.Feed.Publish("typing", new { personId = dialog.PeerId, typing = true });
        return JsonValue.Create(1);
    }

    public static JsonNode MarkAsRead(VkPlatform vk, Parameters parameters)
    {
        var dialog = Recipients.Readable(vk, parameters, VkError.Parameter("peer_id is invalid"));
        var newest = (int)dialog.Messages.Last;
        dialog.InRead = Math.Max(dialog.InRead, Math.Min(newest, (int)(parameters.Long("up_to_cmid") ?? newest)));
        dialog.UnreadByCommunity = dialog.Messages.After(dialog.InRead).Count(message => !message.Out);
        vk.World.Feed.Publish("chat", new { personId = dialog.PeerId });
        return JsonValue.Create(1);
    }

    public static JsonNode IsMessagesFromGroupAllowed(VkPlatform vk, Parameters parameters)
    {
        Groups.RequireOwn(vk.World, parameters, required: true);
        var allowed = vk.World.Persons.TryGetValue(parameters.RequiredLong("user_id"), out var person) && person.CanMessage;
        return new JsonObject { ["is_allowed"] = allowed ? 1 : 0 };
    }

    public static JsonNode SendMessageEventAnswer(VkPlatform vk, Parameters parameters)
    {
        var eventId = parameters.Required("event_id");
        var userId = parameters.RequiredLong("user_id");
        var peerId = parameters.RequiredLong("peer_id");
        var snackbar = SnackbarOf(parameters.Text("event_data"));
        if (!vk.World.Callbacks.Answer(eventId, userId, peerId, vk.Clock.GetUtcNow()))
            throw Parameters.Wrong("invalid event_id");
        if (snackbar is not null && vk.World.DialogOf(peerId) is { } dialog)
        {
            dialog.Snackbar = snackbar;
            vk.World.Feed.Publish("snackbar", new { personId = userId, text = snackbar });
        }

        vk.World.Feed.Publish("chat", new { personId = peerId });
        return JsonValue.Create(1);
    }

    /// <summary>Where no consent was given, typing fails with another code than sending (vk-platform.md §7.2).</summary>
    private static Dialog ActiveDialog(VkPlatform vk, Parameters parameters)
    {
        var dialog = Recipients.Readable(vk, parameters, VkError.Of(parameters.Long("peer_id") > GroupChat.PeerBase ? 917 : 936));
        return Recipients.Find(vk.World, dialog.PeerId) is Recipient.Reachable ? dialog : throw new VkRefusal(VkError.Of(932));
    }

    /// <summary>The text to show, or null when the answer shows none; a malformed answer is error 100.</summary>
    private static string? SnackbarOf(string? eventData)
    {
        if (eventData is null)
            return null;
        if (eventData.Length > EventData)
            throw Parameters.Wrong($"event_data is longer than {EventData} characters");
        if (Json.Parse(eventData) is not JsonObject data)
            throw Parameters.Wrong("event_data should be a JSON object");
        switch (Text(data, "type"))
        {
            case "show_snackbar":
                var text = Text(data, "text");
                return text is { Length: > 0 and <= Snackbar } ? text
                    : throw Parameters.Wrong($"event_data.text should be 1 to {Snackbar} characters long");
            case "open_link" when Text(data, "link") is not null:
            case "open_app" when data["app_id"]?.GetValueKind() == JsonValueKind.Number:
                return null;
            default:
                throw Parameters.Wrong("event_data.type is invalid");
        }
    }

    private static string? Text(JsonObject data, string name) => data[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
