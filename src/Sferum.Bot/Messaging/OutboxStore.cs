using System.Text.Json;
using LinqToDB;
using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>
/// The ledger of everything the bot says: a row stands here before the first byte goes out, and leaves with its
/// <see cref="Fate"/>. Rows of one peer go strictly in order: the next waits until the one before has its fate, or goes with it. One
/// sender at a time reads it (<see cref="LeaderRole.Sender"/>); what a killed one had begun goes out again under the same
/// <c>random_id</c>.
/// </summary>
public sealed class OutboxStore(Database database, PeerStore peers, TimeProvider clock, OutboxSignal signal)
{
    /// <summary>Replies of one peer that may go together; more would leave no room for others.</summary>
    private const int MostTogether = 4;

    private static readonly Outgoing NotRead = new Outgoing.Unreadable("");

    private readonly WrittenContents _written = new();

    /// <summary>Puts messages into the ledger, inside the transaction of the turn; call <see cref="Announce"/> after its commit.</summary>
    public async Task EnqueueAsync(DataConnection db, IEnumerable<NewOutgoing> messages, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        Enqueue(trip, messages);
        await trip.RunAsync(cancellationToken);
    }

    /// <inheritdoc cref="EnqueueAsync"/>
    internal void Enqueue(RoundTrip trip, IEnumerable<NewOutgoing> messages)
    {
        // Who had his data deleted is named by a negative number, which in VK is a community.
        var parts = messages.Where(message => message.PeerId > 0).SelectMany(Parts).ToArray();
        if (parts.Length == 0)
        {
            return;
        }

        var rows = database.Rows(
            "r",
            RowSet.Column.Of("peer_id", parts.Select(part => part.PeerId)),
            RowSet.Column.Of("purpose", parts.Select(part => (long)PurposeOf(part))),
            RowSet.Column.Of("content", parts.Select(part => MessagingJson.Write(part.Content))),
            RowSet.Column.Of("random_id", parts.Select(part => part.RandomId)),
            RowSet.Column.Of("broadcast_id", parts.Select(part => part.BroadcastId)));
        var written = 0;
        var now = Instants.AsStored(clock.GetUtcNow());
        trip.Ask(
            $"""
            insert into outbox (peer_id, purpose, content, random_id, broadcast_id, created_at, next_try_at, attempts, faults, uncertain, without_keyboard)
            select r.peer_id, r.purpose, r.content, r.random_id, r.broadcast_id, @now, @now, 0, 0, @no, @no from {rows.Sql} order by r.n
            returning id
            """,
            row =>
            {
                _written.Keep(row.Long(0), now, parts[written].Content);
                return written++;
            },
            [database.Instant("now", now), new DataParameter("no", false, DataType.Boolean), .. rows.Parameters]);
    }

    /// <summary>Wakes the sender.</summary>
    public void Announce() => signal.Signal();

    /// <summary>
    /// Up to <paramref name="most"/> rows, each the next of its peer: replies first, a broadcast last. Of one peer's replies
    /// the next few come together, in their order. The answer to a press waits for nothing, and what was asked for does not
    /// wait for what was not.
    /// </summary>
    /// <param name="busy">Rows that are on their way now; they and what comes after them at their peers are left out.</param>
    /// <param name="unasked">Whether what nobody asked for may go out now; while it may not, it does not hold up what comes after it either. Broadcasts are among the rows all the same: the sender hands them back.</param>
    /// <param name="term">When the sender took the lead: an older row may have been sent by the one before.</param>
    public async Task<IReadOnlyList<OutboxRow>> DueAsync(
        int most, IReadOnlyCollection<OutboxRow> busy, bool unasked, DateTimeOffset term, CancellationToken cancellationToken)
    {
        var ids = database.Rows("b", RowSet.Column.Of("id", busy.Select(row => row.Id)));
        var held = database.Rows(
            "h", RowSet.Column.Of("peer_id", busy.Where(row => row.Purpose != SendPurpose.PressAnswer).Select(row => row.PeerId).Distinct()));
        const int reply = (int)SendPurpose.Reply;
        string May(string row) => unasked ? "" : $"and {row}.purpose <> {(int)SendPurpose.Reminder}";

        // "id + 0" as the indexes have it (0021_outbox_plans.sql): by the bare number they would be of no use here.
        var sql =
            $"""
            select m.id, m.peer_id, m.purpose, m.random_id, m.created_at, m.first_try_at, m.attempts, m.faults, m.uncertain, m.without_keyboard,
                {BroadcastHoldStore.IsCancelled("m")}, {BroadcastHoldStore.IsPaused("m")}
            from outbox m
            where m.next_try_at <= @now {May("m")}
                and m.id not in (select b.id from {ids.Sql})
                and (m.purpose = {(int)SendPurpose.PressAnswer}
                    or (m.peer_id not in (select h.peer_id from {held.Sql})
                        and (select coalesce(sum(case when m.purpose = {reply} and before.purpose = {reply} and before.next_try_at <= @now then 1 else {MostTogether} end), 0)
                            from (
                                select earlier.purpose, earlier.next_try_at from outbox earlier
                                where earlier.peer_id = m.peer_id and earlier.id + 0 < m.id + 0 and earlier.purpose <> {(int)SendPurpose.PressAnswer} {May("earlier")}
                                    and (earlier.purpose < {(int)SendPurpose.Reminder} or m.purpose >= {(int)SendPurpose.Reminder})
                                limit {MostTogether}) before) < {MostTogether}))
            order by m.purpose, m.id + 0
            limit @most
            """;
        return await database.LookUpAsync(
            async (db, token) =>
            {
                var trip = RoundTrip.On(db);
                var due = trip.Ask(
                    sql,
                    row => Read(row, term),
                    [database.Instant("now", clock.GetUtcNow()), new DataParameter("most", most), .. ids.Parameters, .. held.Parameters]);
                await trip.RunAsync(token);
                return await WithContentsAsync(db, due.Rows, token);
            },
            cancellationToken);
    }

    /// <summary>These rows with what they say, most of which is known here; the rest is read. A row that is gone by now is left out.</summary>
    private async Task<IReadOnlyList<OutboxRow>> WithContentsAsync(DataConnection db, IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
    {
        var contents = rows.Select(row => KeyValuePair.Create(row.Id, _written.Find(row.Id, row.CreatedAt))).ToDictionary();
        if (contents.Where(each => each.Value is null).Select(each => each.Key).ToArray() is { Length: > 0 } unknown)
        {
            var trip = RoundTrip.On(db);
            var ids = trip.Numbers("ids", unknown);
            var read = trip.Ask($"select m.id, m.content from outbox m where {ids.Has("m.id")}", row => KeyValuePair.Create(row.Long(0), row.Text(1)), ids.Parameter);
            await trip.RunAsync(cancellationToken);
            foreach (var (id, json) in read.Rows)
            {
                contents[id] = ReadContent(json);
            }
        }

        return [.. rows.Where(row => contents[row.Id] is not null).Select(row => row with { Content = contents[row.Id]! })]; // filtered just before
    }

    /// <summary>Writes down what came of attempts: a row with its fate leaves the outbox, the others wait for their next attempt.</summary>
    public Task RecordAsync(IReadOnlyCollection<SendVerdict> verdicts, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async (db, token) =>
            {
                await FinishAsync(db, [.. verdicts.OfType<SendVerdict.Finished>()], token);
                foreach (var verdict in verdicts)
                {
                    switch (verdict)
                    {
                        // Of one who had his data deleted not even this is kept.
                        case SendVerdict.Finished { Fate: Fate.Unreachable, Code: { } code, Row.Content.LeavesNoTrace: false } finished:
                            await peers.MarkUnreachableAsync(db, finished.Row.PeerId, code, token);
                            break;
                        case SendVerdict.Finished or SendVerdict.Untouched:
                            break;
                        case SendVerdict.Again again:
                            await PutBackAsync(db, again, token);
                            break;
                        case SendVerdict.Halted halted:
                            await PutBackAsync(db, new SendVerdict.Again(halted.Row, halted.After, halted.Code, halted.Reason), token);
                            break;
                        default:
                            throw new ArgumentOutOfRangeException(nameof(verdicts), verdict.GetType().Name, "unknown verdict");
                    }
                }
            },
            cancellationToken);

    private async Task FinishAsync(DataConnection db, IReadOnlyCollection<SendVerdict.Finished> finished, CancellationToken cancellationToken)
    {
        if (finished.Count == 0)
        {
            return;
        }

        var kept = finished.Where(f => !f.Row.Content.LeavesNoTrace).ToArray();
        var rows = database.Rows(
            "r",
            RowSet.Column.Of("id", kept.Select(f => f.Row.Id)),
            RowSet.Column.Of("fate", kept.Select(f => (long)f.Fate)),
            RowSet.Column.Of("code", kept.Select(f => f.Code)),
            RowSet.Column.Of("reason", kept.Select(f => f.Reason)),
            RowSet.Column.Of("message_id", kept.Select(f => f.MessageId)),
            RowSet.Column.Of("conversation_message_id", kept.Select(f => f.ConversationMessageId)));
        var trip = RoundTrip.On(db);
        var ids = trip.Numbers("ids", finished.Select(f => f.Row.Id));
        foreach (var row in finished.Select(f => f.Row))
        {
            if (row.Content is Outgoing.Text { IsSecret: true, LeavesNoTrace: false } secret)
            {
                trip.Do(
                    "update outbox set content = @content where id = @id",
                    [new DataParameter("content", MessagingJson.Write(secret with { Body = "", Keyboard = null }), DataType.NVarChar), new DataParameter("id", row.Id)]);
            }
        }

        trip.Do(
            $"""
            insert into outbox_done (id, peer_id, purpose, content, broadcast_id, created_at, attempts, fate, code, reason, message_id, conversation_message_id, finished_at)
            select m.id, m.peer_id, m.purpose, m.content, m.broadcast_id, m.created_at, m.attempts + 1, r.fate, r.code, r.reason, r.message_id, r.conversation_message_id, @now
            from outbox m join {rows.Sql} on m.id = r.id
            """,
            [database.Instant("now", clock.GetUtcNow()), .. rows.Parameters]);
        trip.Do($"delete from outbox where {ids.Has("id")}", [ids.Parameter]);
        await trip.RunAsync(cancellationToken);
        _written.Forget(finished.Select(f => f.Row.Id));
    }

    private Task<int> PutBackAsync(DataConnection db, SendVerdict.Again again, CancellationToken cancellationToken)
    {
        var id = again.Row.Id;
        var uncertain = again.Row.Uncertain || again.Uncertain;
        return db.GetTable<OutboxRecord>()
            .Where(m => m.Id == id)
            .Set(m => m.Attempts, m => m.Attempts + 1)
            .Set(m => m.Faults, again.Faults)
            .Set(m => m.Code, again.Code)
            .Set(m => m.Reason, again.Reason)
            .Set(m => m.Uncertain, uncertain)
            .Set(m => m.FirstTryAt, uncertain ? again.Row.FirstTryAt : null)
            .Set(m => m.WithoutKeyboard, again.Row.WithoutKeyboard || again.WithoutKeyboard)
            .Set(m => m.NextTryAt, clock.GetUtcNow() + again.After)
            .UpdateAsync(cancellationToken);
    }

    /// <summary>Splits what is too long; the keyboard goes with the last part, attachments and files with the first.</summary>
    private static IEnumerable<NewOutgoing> Parts(NewOutgoing message)
    {
        if (message.Content is not Outgoing.Text text || text.Body.Length <= TextSplitter.Limit)
        {
            yield return message;
            yield break;
        }

        var bodies = TextSplitter.Split(text.Body);
        for (var i = 0; i < bodies.Count; i++)
        {
            yield return message with
            {
                Content = new Outgoing.Text(bodies[i], i == bodies.Count - 1 ? text.Keyboard : null, i == 0 ? text.Attachments : []) { Files = i == 0 ? text.Files : [], LeavesNoTrace = text.LeavesNoTrace },
                RandomId = message.RandomId is { } shared ? NextRandomId(shared, i) : null,
            };
        }
    }

    private static SendPurpose PurposeOf(NewOutgoing message) =>
        message.Content is Outgoing.PressAnswer ? SendPurpose.PressAnswer : message.Purpose;

    private static Outgoing ReadContent(string json)
    {
        try
        {
            return MessagingJson.ReadOutgoing(json);
        }
        catch (JsonException e)
        {
            // One unreadable row must not stop all the others.
            return new Outgoing.Unreadable(e.Message);
        }
    }

    /// <summary>A row without what it says.</summary>
    private static OutboxRow Read(Row row, DateTimeOffset term)
    {
        var id = row.Long(0);
        var createdAt = row.Instant(4);
        return new OutboxRow(
            id,
            row.Long(1),
            row.IntOrNull(3) ?? RandomIdOf(id),
            (SendPurpose)row.Int(2),
            NotRead,
            row.Int(6),
            row.Flag(8) || createdAt < term,
            row.Flag(9),
            createdAt,
            row.InstantOrNull(5) ?? createdAt,
            row.Int(7),
            row.Flag(10),
            row.Flag(11));
    }

    /// <summary>Never 0, which switches VK's check off; within int32 (<c>vk-platform.md</c> §3.1).</summary>
    internal static int RandomIdOf(long rowId) => (int)(1 + (rowId % 2_147_483_646));

    /// <summary>An own id for each part of a message that was split.</summary>
    private static int NextRandomId(int shared, int part) => RandomIdOf((long)shared - 1 + part);
}
