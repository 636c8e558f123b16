using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sferum.Bot.Vk.Api.Calls;

/// <summary>VK's JSON as it comes (<c>vk-platform.md</c> §1.3–1.5). Unknown members are ignored, missing ones are null or zero.</summary>
internal static class Wire
{
    public sealed record Envelope(JsonElement? Response, EnvelopeError? Error, IReadOnlyList<EnvelopeError>? ExecuteErrors);

    /// <summary>The echo of the request (<c>request_params</c>) is left unread: it holds texts of people.</summary>
    public sealed record EnvelopeError(long ErrorCode, string? ErrorMsg, long ErrorSubcode, string? Method);

    /// <param name="Error">An object with <c>code</c> and <c>description</c>; VK's prose calls it a string.</param>
    public sealed record Delivery(long PeerId, long MessageId, long ConversationMessageId, JsonElement? Error);

    public sealed record DeliveryError(long Code, string? Description);

    public sealed record Groups([property: JsonPropertyName("groups")] IReadOnlyList<Group>? Items);

    public sealed record Group(long Id, string? Name, string? ScreenName);

    public sealed record Permissions([property: JsonPropertyName("permissions")] IReadOnlyList<Permission>? Items);

    public sealed record Permission(string? Name);

    public sealed record PollServer(string? Key, string? Server, string? Ts);

    public sealed record PollSettings(bool IsEnabled, string? ApiVersion, IReadOnlyDictionary<string, bool>? Events);

    /// <param name="Updates">Where each of them stands in the answer's bytes; null when it is no list.</param>
    public sealed record PollAnswer(string? Ts, long Failed, [property: JsonConverter(typeof(ItemPlaces))] IReadOnlyList<Range>? Updates);

    public sealed record Page<T>(long Count, IReadOnlyList<T>? Items);

    public sealed record Manager(long Id, string? Role);

    public sealed record User(long Id, string? FirstName, string? LastName, string? Deactivated);

    public sealed record MessageHead(long Id, long ConversationMessageId, long PeerId, long FromId, long Date, long RandomId, long AdminAuthorId);

    public sealed record ConversationItem(Conversation? Conversation, JsonElement? LastMessage);

    public sealed record Conversation(Peer? Peer, CanWrite? CanWrite, ChatSettings? ChatSettings, long OutRead);

    public sealed record Peer(long Id);

    public sealed record CanWrite(bool Allowed, long Reason);

    public sealed record ChatSettings(string? Title, string? State, long MembersCount);

    public sealed record Member(long MemberId, bool IsAdmin, bool IsOwner);

    public sealed record Allowed(bool IsAllowed);

    public sealed record UploadServer(string? UploadUrl);

    public sealed record SavedDocument(SavedFile? Doc);

    public sealed record SavedFile(long Id, long OwnerId, string? AccessKey);
}

/// <summary>Readers of <see cref="Wire"/>, generated at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    MaxDepth = 512,
    Converters = [typeof(TolerantTextConverter), typeof(TolerantFlagConverter), typeof(TolerantNumberConverter)])]
[JsonSerializable(typeof(Wire.Envelope))]
[JsonSerializable(typeof(IReadOnlyList<Wire.Delivery>))]
[JsonSerializable(typeof(Wire.DeliveryError))]
[JsonSerializable(typeof(Wire.Groups))]
[JsonSerializable(typeof(Wire.Permissions))]
[JsonSerializable(typeof(Wire.PollServer))]
[JsonSerializable(typeof(Wire.PollSettings))]
[JsonSerializable(typeof(Wire.PollAnswer))]
[JsonSerializable(typeof(Wire.Page<Wire.Manager>), TypeInfoPropertyName = "Managers")]
[JsonSerializable(typeof(IReadOnlyList<Wire.User>))]
[JsonSerializable(typeof(Wire.MessageHead))]
[JsonSerializable(typeof(Wire.Page<JsonElement>), TypeInfoPropertyName = "Messages")]
[JsonSerializable(typeof(Wire.Page<Wire.ConversationItem>), TypeInfoPropertyName = "ConversationItems")]
[JsonSerializable(typeof(Wire.Page<Wire.Conversation>), TypeInfoPropertyName = "Conversations")]
[JsonSerializable(typeof(Wire.Page<Wire.Member>), TypeInfoPropertyName = "Members")]
[JsonSerializable(typeof(Wire.Allowed))]
[JsonSerializable(typeof(Wire.UploadServer))]
[JsonSerializable(typeof(Wire.SavedDocument))]
[JsonSerializable(typeof(IReadOnlyList<Wire.SavedFile>))]
[JsonSerializable(typeof(IReadOnlyList<JsonElement>))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(long))]
internal sealed partial class WireJson : JsonSerializerContext;
