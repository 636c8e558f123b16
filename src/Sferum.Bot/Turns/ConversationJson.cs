using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Turns;

/// <summary>A conversation as it lies in the database.</summary>
internal static class ConversationJson
{
    public static StoredConversation Write(Conversation conversation) => new(conversation.State, FlatJson.Write(conversation.Slots), conversation.Version);

    public static Conversation Read(StoredConversation? stored) =>
        stored is null ? Conversation.New : new Conversation(stored.State, FlatJson.Read(stored.Slots), stored.Version);
}
