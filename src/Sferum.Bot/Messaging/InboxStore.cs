using System.Text.Json;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>
/// Events that arrived, each kept once by its id. Claimed so that one person's events are handled strictly in order and
/// no two workers, in whatever processes, ever hold the same person.
/// </summary>
public sealed class InboxStore(Database database, TimeProvider clock, InboxSignal signal)
{
    /// <summary>A killed worker's claims come back after this; longer than any honest batch takes.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    internal const int AttemptsBeforeDeath = 3;

    /// <summary>Stores what is new, and how far the stream was read, in one transaction.</summary>
    /// <returns>How many of the events had not been seen before.</returns>
    public async Task<int> StoreAsync(IReadOnlyList<IncomingEvent> events, StreamCursor? cursor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var added = await database.InTransactionAsync(
            async (db, token) =>
            {
                var count = 0;
                foreach (var e in events)
                {
                    count += await InsertAsync(db, e, now, token);
                }

                if (cursor is not null)
                {
                    await db.InsertOrReplaceAsync(
                        new CursorRecord { Channel = cursor.Channel, Position = cursor.Position, UpdatedAt = now }, token: token);
                }

                return count;
            },
            cancellationToken);
        if (added > 0)
        {
            signal.Signal();
        }

        return added;
    }

    /// <summary>How far a stream was read; null when it never was.</summary>
    public Task<string?> PositionAsync(string channel, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (db, token) => db.GetTable<CursorRecord>().Where(c => c.Channel == channel).Select(c => (string?)c.Position).FirstOrDefaultAsync(token),
            cancellationToken);

    /// <summary>Takes the oldest waiting event of up to <paramref name="most"/> peers, for <see cref="Lease"/>.</summary>
    public Task<IReadOnlyList<InboxRow>> ClaimAsync(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.InTransactionAsync(
            async (db, token) =>
            {
                var inbox = db.GetTable<InboxRecord>();
                var heads = await (
                        from e in inbox
                        join p in db.GetTable<PeerRecord>() on e.PeerId equals p.PeerId
                        where e.HandledAt == null && e.NextTryAt <= now && p.LeasedUntil <= now
                            && !inbox.Any(earlier => earlier.PeerId == e.PeerId && earlier.HandledAt == null && earlier.Id < e.Id)
                        orderby e.Id
                        select e)
                    .Take(most)
                    .ToListAsync(token);
                var rows = new List<InboxRow>(heads.Count);
                foreach (var head in heads)
                {
                    // The condition is checked again under the row's lock: another process may have been quicker.
                    var mine = await db.GetTable<PeerRecord>()
                        .Where(p => p.PeerId == head.PeerId && p.LeasedUntil <= now)
                        .Set(p => p.LeasedUntil, now + Lease)
                        .UpdateAsync(token);
                    if (mine == 1)
                    {
                        rows.Add(Read(head));
                    }
                }

                return (IReadOnlyList<InboxRow>)rows;
            },
            cancellationToken);
    }

    /// <summary>Marks an event as handled, inside the transaction that stores what came of it.</summary>
    /// <returns>False when another worker was quicker: then the transaction must not be committed.</returns>
    public async Task<bool> CompleteAsync(DataConnection db, InboxRow row, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var updated = await db.GetTable<InboxRecord>()
            .Where(e => e.Id == row.Id && e.HandledAt == null)
            .Set(e => e.HandledAt, now)
            .UpdateAsync(cancellationToken);
        await ReleaseAsync(db, row.PeerId, now, cancellationToken);
        return updated == 1;
    }

    /// <summary>An attempt failed: later again, or to the dead letters when the attempts are used up.</summary>
    /// <returns>True when the event has become a dead letter.</returns>
    public Task<bool> FailAsync(InboxRow row, string reason, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async (db, token) =>
            {
                var now = clock.GetUtcNow();
                var attempts = row.Attempts + 1;
                if (attempts >= AttemptsBeforeDeath)
                {
                    await BuryAsync(db, row, reason, token);
                    return true;
                }

                await db.GetTable<InboxRecord>()
                    .Where(e => e.Id == row.Id && e.HandledAt == null)
                    .Set(e => e.Attempts, attempts)
                    .Set(e => e.NextTryAt, now + TimeSpan.FromSeconds(Math.Pow(2, attempts - 1)))
                    .UpdateAsync(token);
                await ReleaseAsync(db, row.PeerId, now, token);
                return false;
            },
            cancellationToken);

    /// <summary>Puts an event aside with its reason, inside the caller's transaction; its person goes on with the next one.</summary>
    public async Task BuryAsync(DataConnection db, InboxRow row, string reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var waiting = db.GetTable<InboxRecord>().Where(e => e.Id == row.Id && e.HandledAt == null);
        if (await waiting.FirstOrDefaultAsync(cancellationToken) is { } record)
        {
            await db.InsertAsync(
                new DeadLetterRecord
                {
                    EventId = record.EventId,
                    PeerId = record.PeerId,
                    PersonId = record.PersonId,
                    Content = record.Content,
                    Reason = reason,
                    ReceivedAt = record.ReceivedAt,
                    FailedAt = now,
                },
                token: cancellationToken);
            await waiting.Set(e => e.HandledAt, now).UpdateAsync(cancellationToken);
        }

        await ReleaseAsync(db, row.PeerId, now, cancellationToken);
    }

    private static async Task<int> InsertAsync(DataConnection db, IncomingEvent e, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.ExecuteAsync(
            """
            insert into peer (peer_id, can_message, since, leased_until)
            values (@peer, @can, @now, @now)
            on conflict (peer_id) do nothing
            """,
            cancellationToken,
            new DataParameter("peer", e.PeerId),
            new DataParameter("can", true, DataType.Boolean),
            DataParameter.Create("now", now));
        return await db.ExecuteAsync(
            """
            insert into inbox (event_id, peer_id, person_id, content, received_at, attempts, next_try_at)
            values (@event, @peer, @person, @content, @now, 0, @now)
            on conflict (event_id) do nothing
            """,
            cancellationToken,
            new DataParameter("event", e.EventId),
            new DataParameter("peer", e.PeerId),
            new DataParameter("person", e.PersonId),
            new DataParameter("content", MessagingJson.Write(e.Content)),
            DataParameter.Create("now", now));
    }

    private static Task<int> ReleaseAsync(DataConnection db, long peerId, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.GetTable<PeerRecord>().Where(p => p.PeerId == peerId).Set(p => p.LeasedUntil, now).UpdateAsync(cancellationToken);

    private static InboxRow Read(InboxRecord record)
    {
        Incoming content;
        try
        {
            content = MessagingJson.ReadIncoming(record.Content);
        }
        catch (JsonException e)
        {
            content = new Incoming.Damaged(record.Content, e.Message);
        }

        return new InboxRow(record.Id, record.EventId, record.PeerId, record.PersonId, content, record.ReceivedAt, record.Attempts);
    }
}

/// <summary>A claimed event. <paramref name="Attempts"/> counts the failed ones before.</summary>
public sealed record InboxRow(
    long Id, string EventId, long PeerId, long PersonId, Incoming Content, DateTimeOffset ReceivedAt, int Attempts);

/// <summary>How far a stream of events was read, in the messenger's own notation (VK: <c>ts</c>).</summary>
public sealed record StreamCursor(string Channel, string Position);
