using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>Where each dialog stands, in the words of whoever runs it: this room only keeps the texts.</summary>
public sealed class ConversationStore(Database database, TimeProvider clock)
{
    /// <summary>Those that have begun, by peer; read with what else goes to the database.</summary>
    internal static Func<IReadOnlyDictionary<long, StoredConversation>> Ask(RoundTrip trip, IReadOnlyCollection<long> peerIds)
    {
        var peers = trip.Numbers("peers", peerIds);
        var answer = trip.Ask(
            $"select c.peer_id, c.state, c.slots, c.version from conversation c where {peers.Has("c.peer_id")}",
            row => KeyValuePair.Create(row.Long(0), new StoredConversation(row.Text(1), row.Text(2), row.Text(3))),
            peers.Parameter);
        return () => answer.Rows.ToDictionary();
    }

    /// <param name="conversations">By peer.</param>
    public async Task SaveAsync(DataConnection db, IReadOnlyDictionary<long, StoredConversation> conversations, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        Save(trip, conversations);
        await trip.RunAsync(cancellationToken);
    }

    /// <inheritdoc cref="SaveAsync"/>
    internal void Save(RoundTrip trip, IReadOnlyDictionary<long, StoredConversation> conversations)
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
        trip.Do(
            $"""
            insert into conversation (peer_id, state, slots, version, updated_at)
            select r.peer_id, r.state, r.slots, r.version, @now from {rows.Sql} where true
            on conflict (peer_id) do update
                set state = excluded.state, slots = excluded.slots, version = excluded.version, updated_at = excluded.updated_at
            """,
            [database.Instant("now", clock.GetUtcNow()), .. rows.Parameters]);
    }
}

/// <param name="Slots">JSON.</param>
public sealed record StoredConversation(string State, string Slots, string Version);
