using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sferum.Bot.Messaging;

/// <summary>How events and messages are kept in the database: readable to a person, unknown members ignored.</summary>
internal static class MessagingJson
{
    private static readonly MessagingJsonContext Context = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });

    public static string Write(Incoming incoming) => JsonSerializer.Serialize(incoming, Context.Incoming);

    public static string Write(Outgoing outgoing) => JsonSerializer.Serialize(outgoing, Context.Outgoing);

    /// <exception cref="JsonException">The text is not what was written here.</exception>
    public static Incoming ReadIncoming(string json) =>
        JsonSerializer.Deserialize(json, Context.Incoming) ?? throw new JsonException("null is no event");

    /// <exception cref="JsonException">The text is not what was written here.</exception>
    public static Outgoing ReadOutgoing(string json) =>
        JsonSerializer.Deserialize(json, Context.Outgoing) ?? throw new JsonException("null is no message");
}

[JsonSerializable(typeof(Incoming))]
[JsonSerializable(typeof(Outgoing))]
internal sealed partial class MessagingJsonContext : JsonSerializerContext;
