using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Sferum.Bot.Messaging;

/// <summary>Where each dialog stands, in the words of whoever runs it: this room only keeps the texts.</summary>
public sealed class ConversationStore(TimeProvider clock)
{
    public async Task<IReadOnlyDictionary<long, StoredConversation>> LoadAsync(
        DataConnection db, IReadOnlyCollection<long> peerIds, CancellationToken cancellationToken) =>
        await db.GetTable<ConversationRecord>()
            .Where(c => peerIds.Contains(c.PeerId))
            .ToDictionaryAsync(c => c.PeerId, c => new StoredConversation(c.State, c.Slots, c.Version), cancellationToken);

    public Task SaveAsync(DataConnection db, long peerId, StoredConversation conversation, CancellationToken cancellationToken) =>
        db.InsertOrReplaceAsync(
            new ConversationRecord
            {
                PeerId = peerId,
                State = conversation.State,
                Slots = conversation.Slots,
                Version = conversation.Version,
                UpdatedAt = clock.GetUtcNow(),
            },
            token: cancellationToken);
}

/// <param name="Slots">JSON.</param>
public sealed record StoredConversation(string State, string Slots, string Version);
