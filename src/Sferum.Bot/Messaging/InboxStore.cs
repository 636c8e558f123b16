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

    /// <summary>Four parameters a row; both databases take tens of thousands.</summary>
    private const int RowsPerInsert = 500;

    /// <summary>Stores what is new, and how far the stream was read, in one transaction.</summary>
    /// <returns>How many of the events had not been seen before.</returns>
    public async Task<int> StoreAsync(IReadOnlyList<IncomingEvent> events, StreamCursor? cursor, CancellationToken cancellationToken)
    {
        using var step = PipelineSteps.Begin(PipelineSteps.ReceiveStore);
        var now = clock.GetUtcNow();
        var added = await database.InTransactionAsync(
            async (db, token) =>
            {
                var count = 0;
                foreach (var chunk in events.Chunk(RowsPerInsert))
                {
                    await InsertPeersAsync(db, chunk, now, token);
                    count += await InsertEventsAsync(db, chunk, now, token);
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

    /// <summary>
    /// Takes the oldest waiting event of up to <paramref name="most"/> peers, for <see cref="Lease"/>. Peers that another
    /// worker is just claiming are passed over, not waited for.
    /// </summary>
    public Task<IReadOnlyList<InboxRow>> ClaimAsync(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.InTransactionAsync(
            async (db, token) =>
            {
                var peers = await LeaseAsync(db, most, now, token);
                if (peers.Count == 0)
                {
                    return (IReadOnlyList<InboxRow>)[];
                }

                // Read anew under the lease: what the claim's own view showed may have been handled before the lock was had.
                var inbox = db.GetTable<InboxRecord>();
                var heads = await inbox
                    .Where(e => peers.Contains(e.PeerId) && e.HandledAt == null && e.NextTryAt <= now)
                    .Where(e => !inbox.Any(earlier => earlier.PeerId == e.PeerId && earlier.HandledAt == null && earlier.Id < e.Id))
                    .OrderBy(e => e.Id)
                    .ToListAsync(token);
                foreach (var idle in peers.Except(heads.Select(head => head.PeerId)))
                {
                    await ReleaseAsync(db, idle, now, token);
                }

                return [.. heads.Select(Read)];
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

    /// <summary>Gives a claimed event back at once, through no fault of its own.</summary>
    public Task PutBackAsync(InboxRow row, CancellationToken cancellationToken) =>
        database.InTransactionAsync((db, token) => (Task)ReleaseAsync(db, row.PeerId, clock.GetUtcNow(), token), cancellationToken);

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
    /// <returns>False when another worker was quicker: then nothing was put aside.</returns>
    public async Task<bool> BuryAsync(DataConnection db, InboxRow row, string reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var waiting = db.GetTable<InboxRecord>().Where(e => e.Id == row.Id && e.HandledAt == null);
        if (await waiting.FirstOrDefaultAsync(cancellationToken) is not { } record)
        {
            return false;
        }

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
        await ReleaseAsync(db, row.PeerId, now, cancellationToken);
        return true;
    }

    private Task<List<long>> LeaseAsync(DataConnection db, int most, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sql =
            $"""
            with head as materialized (
                select e.peer_id
                from inbox e
                join peer p on p.peer_id = e.peer_id
                where e.handled_at is null and e.next_try_at <= @now and p.leased_until <= @now
                    and not exists (
                        select 1 from inbox earlier
                        where earlier.peer_id = e.peer_id and earlier.handled_at is null and earlier.id < e.id)
                order by e.id
                limit @most
                {database.SkipLocked("p")}
            )
            update peer set leased_until = @until where peer_id in (select peer_id from head)
            returning peer_id
            """;
        return db.QueryToListAsync<long>(
            sql, cancellationToken, database.Instant("now", now), database.Instant("until", now + Lease), new DataParameter("most", most));
    }

    /// <summary>In one order everywhere, so that two receivers can't wait for each other's rows.</summary>
    private Task<int> InsertPeersAsync(DataConnection db, IEnumerable<IncomingEvent> events, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var peers = events.Select(e => e.PeerId).Distinct().Order().ToArray();
        var parameters = new List<DataParameter> { database.Instant("now", now), new("can", true, DataType.Boolean) };
        parameters.AddRange(peers.Select((peer, i) => new DataParameter($"peer{i}", peer)));
        return db.ExecuteAsync(
            $"""
            insert into peer (peer_id, can_message, since, leased_until)
            values {string.Join(", ", peers.Select((_, i) => $"(@peer{i}, @can, @now, @now)"))}
            on conflict (peer_id) do nothing
            """,
            cancellationToken,
            [.. parameters]);
    }

    private Task<int> InsertEventsAsync(DataConnection db, IncomingEvent[] events, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var parameters = new List<DataParameter> { database.Instant("now", now) };
        for (var i = 0; i < events.Length; i++)
        {
            parameters.Add(new DataParameter($"event{i}", events[i].EventId));
            parameters.Add(new DataParameter($"peer{i}", events[i].PeerId));
            parameters.Add(new DataParameter($"person{i}", events[i].PersonId));
            parameters.Add(new DataParameter($"content{i}", MessagingJson.Write(events[i].Content)));
        }

        return db.ExecuteAsync(
            $"""
            insert into inbox (event_id, peer_id, person_id, content, received_at, attempts, next_try_at)
            values {string.Join(", ", events.Select((_, i) => $"(@event{i}, @peer{i}, @person{i}, @content{i}, @now, 0, @now)"))}
            on conflict (event_id) do nothing
            """,
            cancellationToken,
            [.. parameters]);
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
