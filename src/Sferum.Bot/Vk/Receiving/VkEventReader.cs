using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sferum.Bot.Messaging;
using Sferum.Bot.Vk.Api;

namespace Sferum.Bot.Vk.Receiving;

/// <summary>
/// VK's updates (<c>vk-platform.md</c> §4.1, §4.2) in the words of the bot. Never throws: what cannot be read becomes
/// <see cref="Incoming.Damaged"/> with its reason, so that one bad update blocks nothing and is not lost.
/// </summary>
internal static class VkEventReader
{
    private const string MessageNew = "message_new";

    private const string MessageReply = "message_reply";

    private const int LongestEventId = 200;

    /// <summary>Characters of an update; VK's largest, with 500 forwards, have a tenth of it.</summary>
    private const int LargestUpdate = 1024 * 1024;

    /// <summary>Of what is larger so much is kept, for whoever has to find out what it was.</summary>
    private const int KeptOfTooLarge = 10_000;

    /// <summary>VK's limit is 255 bytes (§2.2).</summary>
    private const int LongestPayload = 4_000;

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 512 };

    /// <summary>Reads one update as it came, <c>secret</c> and all.</summary>
    public static VkUpdate Read(string raw, CommunityName us)
    {
        if (raw.Length > LargestUpdate)
            return new VkUpdate(new IncomingEvent(HashOf(raw), 0, 0, new Incoming.Damaged(SpokenWords.Cut(raw, KeptOfTooLarge), $"{raw.Length} characters, larger than VK's updates are")), 0);

        try
        {
            using var document = JsonDocument.Parse(raw, Deep);
            return Read(document.RootElement, raw, us);
        }
        catch (JsonException exception)
        {
            return Unreadable(raw, $"not JSON: {exception.Message}");
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // JSON by its form, but with what is no text (half a surrogate pair).
            return Unreadable(raw, $"cannot be read: {exception.Message}");
        }
    }

    /// <summary>
    /// True for VK's news of a message that this program sent itself (§4.2): the outbox knows of it already, and a
    /// broadcast would fill the inbox with them.
    /// </summary>
    public static bool IsEcho(VkUpdate update) => update.Event.Content is Incoming.Other { Type: MessageReply };

    /// <summary>The event that a message of the history would have been (catching up, §4.3).</summary>
    /// <param name="message">VK's own JSON of the message.</param>
    public static IncomingEvent ReadMissed(string message)
    {
        try
        {
            using var document = JsonDocument.Parse(message, Deep);
            var json = document.RootElement;
            var id = $"{InboxStore.FoundPrefix}{json.Long("peer_id")}:{json.Long("conversation_message_id")}";
            return Writer(json) is { } writer
                ? new IncomingEvent(id, json.Long("peer_id"), writer, ByHand(json, DateTimeOffset.FromUnixTimeSeconds(json.Long("date"))))
                : new IncomingEvent(id, json.Long("peer_id"), json.Long("from_id"), Message(json));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentOutOfRangeException)
        {
            // The latter: a day that no calendar has.
            return Unreadable(message, $"cannot be read: {exception.Message}").Event;
        }
    }

    private static VkUpdate Read(JsonElement update, string raw, CommunityName us)
    {
        var id = update.Text("event_id") is { Length: > 0 and <= LongestEventId } given && !given.Any(char.IsControl) ? given : HashOf(raw);
        var type = update.Text("type");
        var body = update.Object("object");
        if (type.Length == 0)
            return new VkUpdate(new IncomingEvent(id, 0, 0, Damaged(update, "no type")), 0);
        if (body is not { } content)
            return new VkUpdate(new IncomingEvent(id, 0, 0, IsKnown(type) ? Damaged(update, $"{type} without an object") : new Incoming.Other(type)), 0);

        // Since 5.103 the message of message_new stands in a wrapper; message_edit and message_reply carry it directly.
        var message = type == MessageNew ? content.Object("message") ?? content : content;
        var person = type == MessageReply && Writer(message) is { } writer ? writer : Person(message);
        var peer = message.Long("peer_id") is not 0 and var known ? known : person;
        if (peer >= VkMethods.FirstChatPeer && type is (MessageNew or "message_edit" or "message_event"))
            return new VkUpdate(ChatReader.Read(id, type, message, us), message.Long("date"));
        if (IsKnown(type) && (peer == 0 || person == 0))
            return new VkUpdate(new IncomingEvent(id, peer, person, Damaged(update, $"{type} does not tell whose it is")), 0);
        return new VkUpdate(new IncomingEvent(id, peer, person, Content(type, message)), message.Long("date"));
    }

    private static Incoming Content(string type, JsonElement body) => type switch
    {
        MessageNew or "message_edit" when body.Long("from_id") < 0 => new Incoming.Other("community_message"),
        MessageNew => Message(body),
        MessageReply when Writer(body) is not null && body.Long("peer_id") is > 0 and < VkMethods.FirstChatPeer => ByHand(body, at: null),
        "message_edit" => new Incoming.Edit(SpokenWords.OwnOf(body), body.Long("conversation_message_id")),
        "message_event" => new Incoming.Press(Payload(body) ?? "", body.Text("event_id") is { Length: <= LongestEventId } answer ? answer : ""),
        "message_allow" => new Incoming.Consent(true),
        "message_deny" => new Incoming.Consent(false),
        _ => new Incoming.Other(type),
    };

    private static Incoming.ByHand ByHand(JsonElement message, DateTimeOffset? at) => new(message.Long("conversation_message_id"), at);

    /// <summary>The administrator who wrote it by hand in the community's name; null for what people and programs wrote.</summary>
    private static long? Writer(JsonElement message) =>
        message.Long("from_id") < 0 && message.Long("admin_author_id") is > 0 and var administrator ? administrator : null;

    private static Incoming.Message Message(JsonElement message) => new(
        Payload(message) is null ? SpokenWords.Of(message) : SpokenWords.OwnOf(message),
        Payload(message),
        message.Text("ref") is { Length: > 0 } reference ? reference : null,
        AttachmentReader.Read(message),
        message.Long("id"),
        message.Long("conversation_message_id"));

    /// <summary>
    /// JSON as text, whatever VK made of it: a string that holds JSON (message_new) or the JSON itself (message_event).
    /// A client that cannot draw callback buttons wraps the payload and sends it as a text button's (§3.5).
    /// </summary>
    private static string? Payload(JsonElement body)
    {
        var payload = body.Member("payload") switch
        {
            null => null,
            { ValueKind: JsonValueKind.String } text => JsonReading.Unicode(text),
            { } json => json.GetRawText(),
        };
        if (payload?.Length > LongestPayload)
            return null;

        return payload is not null && payload.Contains("not_supported_button", StringComparison.Ordinal) ? Unwrapped(payload) : payload;
    }

    private static string Unwrapped(string payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return document.RootElement.Text("command") == "not_supported_button" ? Payload(document.RootElement) ?? "" : payload;
        }
        catch (JsonException)
        {
            return payload;
        }
    }

    private static long Person(JsonElement body) =>
        body.Long("from_id") is not 0 and var from ? from
        : body.Long("user_id") is not 0 and var user ? user
        : body.Long("reacted_id");

    private static bool IsKnown(string type) => type is MessageNew or "message_edit" or "message_event" or "message_allow" or "message_deny";

    /// <summary>Kept without the callback's secret.</summary>
    private static Incoming.Damaged Damaged(JsonElement update, string reason)
    {
        if (update.Member("secret") is null)
            return new Incoming.Damaged(update.GetRawText(), reason);

        var kept = update.EnumerateObject().Where(member => member.Name != "secret").Select(member => $"\"{JsonEncodedText.Encode(member.Name)}\":{member.Value.GetRawText()}");
        return new Incoming.Damaged($"{{{string.Join(',', kept)}}}", reason);
    }

    private static VkUpdate Unreadable(string raw, string reason) => new(new IncomingEvent(HashOf(raw), 0, 0, new Incoming.Damaged(raw, reason)), 0);

    /// <summary>The same for the same bytes, so that a repeated event is still known.</summary>
    private static string HashOf(string raw) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(raw)))[..32];
}

/// <summary>An event with VK's own time of it.</summary>
/// <param name="Date">Unix seconds by VK's clock; 0 for what has no date.</param>
internal sealed record VkUpdate(IncomingEvent Event, long Date);
