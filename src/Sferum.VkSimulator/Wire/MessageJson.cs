using System.Text.Json.Nodes;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Wire;

/// <summary>Message objects of API 5.199 (vk-platform.md §4.2; messages_message of the schema).</summary>
internal static class MessageJson
{
    public static JsonObject Of(Message message, VkWorld world)
    {
        var json = new JsonObject
        {
            ["id"] = message.Id,
            ["date"] = message.At.ToUnixTimeSeconds(),
            ["peer_id"] = message.PeerId,
            ["from_id"] = message.FromId,
            ["out"] = message.Out ? 1 : 0,
            ["version"] = message.Version,
            ["conversation_message_id"] = message.Cmid,
            ["random_id"] = message.RandomId,
            ["text"] = message.Text,
            ["important"] = false,
            ["is_hidden"] = false,
            ["attachments"] = AttachmentJson.Array(message.Attachments, world),
            ["fwd_messages"] = new JsonArray([.. message.Forwards.Select(forward => Foreign(forward, world))]),
        };
        AddOptional(json, message);
        if (message.ReplyTo is { } reply)
            json["reply_message"] = Foreign(reply, world);
        if (message.Keyboard is { } keyboard)
        {
            var shown = JsonObject.Create(keyboard.Json)!; // an object by its parser
            shown["author_id"] = message.FromId;
            json["keyboard"] = shown;
        }

        if (message.Action is { } action)
            json["action"] = Of(action);
        return json;
    }

    /// <summary>What the client of the person can draw (vk-platform.md §4.2 <c>client_info</c>).</summary>
    public static JsonObject ClientInfo() => new()
    {
        ["button_actions"] = new JsonArray(
            "text", "vkpay", "open_app", "location", "open_link", "open_photo", "callback", "intent_subscribe", "intent_unsubscribe"),
        ["keyboard"] = true,
        ["inline_keyboard"] = true,
        ["carousel"] = true,
        ["lang_id"] = 0,
    };

    private static void AddOptional(JsonObject json, Message message)
    {
        if (message.AdminAuthorId is { } administrator)
            json["admin_author_id"] = administrator;
        if (message.Payload is { } payload)
            json["payload"] = payload;
        if (message.Ref is { } reference)
            json["ref"] = reference;
        if (message.RefSource is { } source)
            json["ref_source"] = source;
        if (message.EditedAt is { } edited)
            json["update_time"] = edited.ToUnixTimeSeconds();
        if (message.Geo is { } geo)
        {
            json["geo"] = new JsonObject
            {
                ["type"] = "point",
                ["coordinates"] = new JsonObject { ["latitude"] = geo.Latitude, ["longitude"] = geo.Longitude },
            };
        }
    }

    private static JsonObject Of(ServiceAction action)
    {
        var json = new JsonObject { ["type"] = action.Type };
        if (action.MemberId is { } member)
            json["member_id"] = member;
        if (action.Text is { } text)
            json["text"] = text;
        return json;
    }

    /// <summary>A message inside another: forwarded or replied to.</summary>
    private static JsonObject Foreign(Message message, VkWorld world)
    {
        var json = new JsonObject
        {
            ["date"] = message.At.ToUnixTimeSeconds(),
            ["from_id"] = message.FromId,
            ["id"] = message.Id,
            ["peer_id"] = message.PeerId,
            ["conversation_message_id"] = message.Cmid,
            ["text"] = message.Text,
            ["attachments"] = AttachmentJson.Array(message.Attachments, world),
        };
        if (message.Forwards.Count > 0)
            json["fwd_messages"] = new JsonArray([.. message.Forwards.Select(forward => Foreign(forward, world))]);
        return json;
    }
}
