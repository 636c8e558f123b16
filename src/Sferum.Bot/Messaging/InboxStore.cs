using System.Text.Json;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>
/// Events that arrived and wait, each kept once by its id. They are taken inside the transaction that handles them and
/// leave with its commit, so that one person's events are handled strictly in order, no two workers, in whatever
/// processes, ever hold the same person, and what a killed worker held is free at once.
/// </summary>
public sealed class InboxStore(Database database, TimeProvider clock, InboxSignal signal)
{
    internal const int AttemptsBeforeDeath = 3;

    /// <summary>
    /// Of one peer, as events not handled and answers not sent together. Nobody who waits for answers gets there by hand;
    /// of what comes above nothing is kept, and he is told so. Counted in the database only when it may be near
    /// (<see cref="WaitingBounds"/>): until then a process may keep fifty events more, and what came of them.
    /// </summary>
    internal const int MostWaiting = 100;

    /// <summary>Within it one who goes on is told once.</summary>
    internal static readonly TimeSpan BetweenTellings = TimeSpan.FromMinutes(10);

    private const string TooManyPrefix = "too_many:";

    /// <summary>So begin the ids of events that the stream did not bring.</summary>
    public const string FoundPrefix = "missed:";

    /// <summary>Before the second attempt; before the third twice as long. A fault that passes has passed by then.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);

    private readonly WaitingBounds _waiting = new();

    /// <summary>Stores what is new, and how far the stream was read, in one transaction.</summary>
    /// <returns>How many of the events had not been seen before.</returns>
    public async Task<int> StoreAsync(IReadOnlyList<IncomingEvent> events, StreamCursor? cursor, CancellationToken cancellationToken)
    {
        using var step = PipelineSteps.Begin(PipelineSteps.ReceiveStore);
        var now = clock.GetUtcNow();
        var added = await database.InTransactionAsync(
            async (db, token) =>
            {
                var (fresh, waiting) = events.Count == 0 ? ([], []) : await UnseenAsync(db, events, now, token);
                if (Surplus(fresh, waiting) is { Count: > 0 } surplus)
                {
                    fresh = [.. fresh.Where(e => !surplus.Contains(e)), .. (await UnseenAsync(db, Tellings(surplus, now), now, token)).Fresh];
                }

                var trip = RoundTrip.On(db);
                Insert(trip, fresh, now);
                if (cursor is not null)
                {
                    trip.Do(
                        """
                        insert into stream_cursor (channel, position, updated_at) values (@channel, @position, @now)
                        on conflict (channel) do update set position = excluded.position, updated_at = excluded.updated_at
                        """,
                        [
                            new DataParameter("channel", cursor.Channel, DataType.NVarChar),
                            new DataParameter("position", cursor.Position, DataType.NVarChar),
                            database.Instant("now", now),
                        ]);
                }

                await trip.RunAsync(token);
                return fresh.Count;
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

    /// <summary>Messages of which an event was stored since.</summary>
    public Task<IReadOnlyList<MessageKey>> ReceivedAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync((db, token) => MessagesAsync(db.GetTable<SeenEventRecord>().Where(e => e.SeenAt >= since), token), cancellationToken);

    /// <summary>Messages that were found in the dialogs since, of which the stream had not told (<see cref="FoundPrefix"/>).</summary>
    public Task<IReadOnlyList<MessageKey>> FoundAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (db, token) => MessagesAsync(db.GetTable<SeenEventRecord>().Where(e => e.EventId.StartsWith(FoundPrefix) && e.SeenAt >= since), token), cancellationToken);

    /// <summary>
    /// Takes the oldest waiting event of up to <paramref name="most"/> peers, those that came first before others, and holds
    /// them until the transaction ends; what another worker holds is passed over, not waited for. What else waits of the
    /// same peers, little more than <see cref="MostWaiting"/> each, is passed over on the way.
    /// </summary>
    public async Task<IReadOnlyList<InboxRow>> TakeAsync(DataConnection db, int most, CancellationToken cancellationToken)
    {
        // A subquery of each row, since a join might read the whole inbox before its first row.
        var sql =
            $"""
            select e.id, e.event_id, e.peer_id, e.person_id, e.content, e.received_at, e.attempts
            from inbox e
            where e.next_try_at <= @now and e.id = (select min(i.id) from inbox i where i.peer_id = e.peer_id)
            order by e.id
            limit @most
            {database.SkipLocked("e")}
            """;
        var trip = RoundTrip.On(db);
        var taken = trip.Ask(sql, Read, database.Instant("now", clock.GetUtcNow()), new DataParameter("most", most));
        await trip.RunAsync(cancellationToken);
        return taken.Rows;
    }

    /// <summary>Takes one event, if it still waits and nobody holds it.</summary>
    public async Task<InboxRow?> TakeAsync(DataConnection db, long id, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var taken = trip.Ask(
            $"select e.id, e.event_id, e.peer_id, e.person_id, e.content, e.received_at, e.attempts from inbox e where e.id = @id {database.SkipLocked("e")}",
            Read,
            new DataParameter("id", id));
        await trip.RunAsync(cancellationToken);
        return taken.Rows is [var row] ? row : null;
    }

    /// <summary>Removes events that were taken, in the transaction that stores what came of them.</summary>
    public async Task CompleteAsync(DataConnection db, IReadOnlyCollection<InboxRow> rows, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        Complete(trip, rows);
        await trip.RunAsync(cancellationToken);
    }

    /// <inheritdoc cref="CompleteAsync"/>
    internal static void Complete(RoundTrip trip, IReadOnlyCollection<InboxRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var ids = trip.Numbers("ids", rows.Select(row => row.Id));
        trip.Do($"delete from inbox where {ids.Has("id")}", [ids.Parameter], removed =>
        {
            if (removed != rows.Count)
            {
                throw new InvalidOperationException($"{rows.Count - removed} of {rows.Count} events were not held by this transaction");
            }
        });
    }

    /// <summary>Asks whether the peers of these rows have more that waits; answers with one row if so.</summary>
    internal static RoundTrip.Answer<long> AskForMore(RoundTrip trip, IReadOnlyCollection<InboxRow> rows)
    {
        var peers = trip.Numbers("peers", rows.Select(row => row.PeerId));
        return trip.Ask($"select i.peer_id from inbox i where {peers.Has("i.peer_id")} limit 1", row => row.Long(0), peers.Parameter);
    }

    /// <summary>An attempt failed: the event waits a moment for its next one.</summary>
    public Task FailAsync(InboxRow row, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            (db, token) => (Task)db.GetTable<InboxRecord>()
                .Where(e => e.Id == row.Id)
                .Set(e => e.Attempts, row.Attempts + 1)
                .Set(e => e.NextTryAt, clock.GetUtcNow() + (FirstPause * Math.Pow(2, row.Attempts)))
                .UpdateAsync(token),
            cancellationToken);

    /// <summary>Puts an event aside with its reason, inside the caller's transaction; its person goes on with the next one.</summary>
    public async Task BuryAsync(DataConnection db, InboxRow row, string reason, CancellationToken cancellationToken)
    {
        var record = await db.GetTable<InboxRecord>().FirstAsync(e => e.Id == row.Id, cancellationToken);
        await db.InsertAsync(
            new DeadLetterRecord
            {
                EventId = record.EventId,
                PeerId = record.PeerId,
                PersonId = record.PersonId,
                Content = record.Content,
                Reason = reason,
                ReceivedAt = record.ReceivedAt,
                FailedAt = clock.GetUtcNow(),
            },
            token: cancellationToken);
        await CompleteAsync(db, [row], cancellationToken);
    }

    /// <summary>What goes beyond <see cref="MostWaiting"/> of a peer. What the bot has to know in any case never does.</summary>
    private static HashSet<IncomingEvent> Surplus(IReadOnlyList<IncomingEvent> fresh, Dictionary<long, long> waiting)
    {
        var surplus = new HashSet<IncomingEvent>(ReferenceEqualityComparer.Instance);
        foreach (var e in fresh.Where(IsLimited))
        {
            // What the bot has no use for must not take the place of words.
            var before = waiting.GetValueOrDefault(e.PeerId);
            if (before >= (e.Content is Incoming.Other ? MostWaiting / 2 : MostWaiting))
            {
                surplus.Add(e);
            }
            else
            {
                waiting[e.PeerId] = before + 1;
            }
        }

        return surplus;
    }

    private static bool IsLimited(IncomingEvent e) => e.Content is Incoming.Message or Incoming.Press or Incoming.Edit or Incoming.ChatWord or Incoming.Other;

    /// <summary>One for each person whose words were not kept; the same one for some minutes, so that it is stored once.</summary>
    private static List<IncomingEvent> Tellings(IEnumerable<IncomingEvent> surplus, DateTimeOffset now) =>
    [
        .. surplus.Where(e => e.Content is Incoming.Message or Incoming.Press)
            .DistinctBy(e => e.PeerId)
            .Select(e => new IncomingEvent($"{TooManyPrefix}{e.PeerId}:{now.Ticks / BetweenTellings.Ticks}", e.PeerId, e.PersonId, new Incoming.TooMany())),
    ];

    /// <summary>Those that were not seen before, which count as seen from now on, and how much of their peers waits already.</summary>
    private async Task<(IReadOnlyList<IncomingEvent> Fresh, Dictionary<long, long> Waiting)> UnseenAsync(
        DataConnection db, IReadOnlyList<IncomingEvent> events, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // In one order everywhere, so that two receivers can't wait for each other's rows.
        var distinct = events.DistinctBy(e => e.EventId).OrderBy(e => e.EventId, StringComparer.Ordinal).ToArray();
        var rows = database.Rows(
            "r",
            RowSet.Column.Of("event_id", distinct.Select(e => e.EventId)),
            RowSet.Column.Of("peer_id", distinct.Select(e => e.PeerId)),
            RowSet.Column.Of("message", distinct.Select(e => e.Message?.ConversationMessageId)));
        var trip = RoundTrip.On(db);
        var inserted = trip.Ask(
            $"""
            insert into seen_event (event_id, seen_at, peer_id, conversation_message_id)
            select r.event_id, @now, r.peer_id, r.message from {rows.Sql} where true
            on conflict (event_id) do nothing returning event_id
            """,
            row => row.Text(0),
            [database.Instant("now", now), .. rows.Parameters]);
        var coming = events.CountBy(e => e.PeerId).ToDictionary();
        var (bounds, uncertain) = _waiting.Of(coming, MostWaiting / 2);
        var counted = uncertain.Length == 0 ? null : AskWaiting(trip, uncertain);
        await trip.RunAsync(cancellationToken);
        foreach (var (peer, count) in counted?.Rows ?? [])
        {
            bounds[peer] = count;
            _waiting.Count(peer, count + coming[peer]);
        }

        var fresh = inserted.Rows.ToHashSet(StringComparer.Ordinal);
        return ([.. events.Where(e => fresh.Remove(e.EventId))], bounds);
    }

    /// <summary>How much of these peers waits, up to twice the limit.</summary>
    private RoundTrip.Answer<KeyValuePair<long, long>> AskWaiting(RoundTrip trip, long[] peerIds)
    {
        var peers = database.Rows("p", RowSet.Column.Of("peer_id", peerIds));
        return trip.Ask(
            $"""
            select p.peer_id,
                (select count(*) from (select 1 from inbox i where i.peer_id = p.peer_id limit {MostWaiting}) e)
                + (select count(*) from (select 1 from outbox o where o.peer_id = p.peer_id and o.purpose = {(int)SendPurpose.Reply} limit {MostWaiting}) m)
            from {peers.Sql}
            """,
            row => KeyValuePair.Create(row.Long(0), row.Long(1)),
            peers.Parameters);
    }

    private void Insert(RoundTrip trip, IReadOnlyList<IncomingEvent> fresh, DateTimeOffset now)
    {
        if (fresh.Count == 0)
        {
            return;
        }

        var peers = database.Rows("p", RowSet.Column.Of("peer_id", fresh.Select(e => e.PeerId).Distinct().Order()));
        trip.Do(
            $"insert into peer (peer_id, can_message, since) select p.peer_id, @can, @now from {peers.Sql} where true on conflict (peer_id) do nothing",
            [database.Instant("now", now), new DataParameter("can", true, DataType.Boolean), .. peers.Parameters]);
        var rows = database.Rows(
            "r",
            RowSet.Column.Of("event_id", fresh.Select(e => e.EventId)),
            RowSet.Column.Of("peer_id", fresh.Select(e => e.PeerId)),
            RowSet.Column.Of("person_id", fresh.Select(e => e.PersonId)),
            RowSet.Column.Of("content", fresh.Select(e => MessagingJson.Write(e.Content))));
        trip.Do(
            $"""
            insert into inbox (event_id, peer_id, person_id, content, received_at, attempts, next_try_at)
            select r.event_id, r.peer_id, r.person_id, r.content, @now, 0, @now from {rows.Sql} order by r.n
            """,
            [database.Instant("now", now), .. rows.Parameters]);
    }

    private static async Task<IReadOnlyList<MessageKey>> MessagesAsync(IQueryable<SeenEventRecord> events, CancellationToken cancellationToken) =>
        await events.Where(e => e.ConversationMessageId != null)
            .Select(e => new MessageKey(e.PeerId, e.ConversationMessageId!.Value)) // filtered just before
            .ToListAsync(cancellationToken);

    private static InboxRow Read(Row row)
    {
        var text = row.Text(4);
        Incoming content;
        try
        {
            content = MessagingJson.ReadIncoming(text);
        }
        catch (JsonException e)
        {
            content = new Incoming.Damaged(text, e.Message);
        }

        return new InboxRow(row.Long(0), row.Text(1), row.Long(2), row.Long(3), content, row.Instant(5), row.Int(6));
    }
}

/// <summary>An event that was taken. <paramref name="Attempts"/> counts the failed ones before.</summary>
public sealed record InboxRow(
    long Id, string EventId, long PeerId, long PersonId, Incoming Content, DateTimeOffset ReceivedAt, int Attempts);

/// <summary>How far a stream of events was read, in the messenger's own notation (VK: <c>ts</c>).</summary>
public sealed record StreamCursor(string Channel, string Position);
