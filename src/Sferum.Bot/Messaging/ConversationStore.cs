using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>Where each dialog stands, in the words of whoever runs it: this room only keeps the texts.</summary>
public sealed class ConversationStore(Database database, TimeProvider clock)
{
    public async Task<IReadOnlyDictionary<long, StoredConversation>> LoadAsync(
        DataConnection db, IReadOnlyCollection<long> peerIds, CancellationToken cancellationToken) =>
        await db.GetTable<ConversationRecord>()
            .Where(c => c.PeerId.IsIn(new IdSet(peerIds)))
            .ToDictionaryAsync(c => c.PeerId, c => new StoredConversation(c.State, c.Slots, c.Version), cancellationToken);

    /// <param name="conversations">By peer.</param>
    public async Task SaveAsync(DataConnection db, IReadOnlyDictionary<long, StoredConversation> conversations, CancellationToken cancellationToken)
    {
        if (conversations.Count == 0)
        {
            return;
        }

        // In one order everywhere, so that two workers can't wait for each other's rows.
        var sorted = conversations.OrderBy(c => c.Key).ToArray();
        var rows = database.Rows(
            "r",
            RowSet.Column.Of("peer_id", sorted.Select(c => c.Key)),
            RowSet.Column.Of("state", sorted.Select(c => c.Value.State)),
            RowSet.Column.Of("slots", sorted.Select(c => c.Value.Slots)),
            RowSet.Column.Of("version", sorted.Select(c => c.Value.Version)));
        await db.ExecuteAsync(
            $"""
            insert into conversation (peer_id, state, slots, version, updated_at)
            select r.peer_id, r.state, r.slots, r.version, @now from {rows.Sql} where true
            on conflict (peer_id) do update
                set state = excluded.state, slots = excluded.slots, version = excluded.version, updated_at = excluded.updated_at
            """,
            cancellationToken,
            [database.Instant("now", clock.GetUtcNow()), .. rows.Parameters]);
    }
}

/// <param name="Slots">JSON.</param>
public sealed record StoredConversation(string State, string Slots, string Version);
