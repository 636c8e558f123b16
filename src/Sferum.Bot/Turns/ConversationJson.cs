using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;

namespace Sferum.Bot.Turns;

/// <summary>A conversation as it lies in the database.</summary>
internal static class ConversationJson
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static StoredConversation Write(Conversation conversation) =>
        new(conversation.State, JsonSerializer.Serialize(conversation.Slots, Readable), conversation.Version);

    public static Conversation Read(StoredConversation? stored) => stored is null
        ? Conversation.New
        : new Conversation(
            stored.State,
            (JsonSerializer.Deserialize<Dictionary<string, string>>(stored.Slots) ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal),
            stored.Version);
}
