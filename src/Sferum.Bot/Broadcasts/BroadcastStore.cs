using System.Collections.Immutable;
using System.Globalization;
using LinqToDB;
using LinqToDB.Data;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Broadcasts;

/// <summary>Broadcasts as the specialist sees and steers them.</summary>
public sealed class BroadcastStore(BroadcastHoldStore holds, JournalStore journal, TimeProvider clock)
{
    private const char Comma = ',';

    private const string Columns = "b.id, b.author_id, b.body, b.attachments, b.audience, b.urgent, b.state, b.send_at, b.created_at, b.started_at, b.finished_at, b.draft";

    /// <summary>A broadcast and what became of it is kept as long as reminders are.</summary>
    internal static readonly TimeSpan Retention = TimeSpan.FromDays(400);

    /// <returns><see cref="WriteResult.Unchanged"/> when this draft was sent before.</returns>
    public async Task<WriteResult> PlanAsync(DataConnection db, NewBroadcast broadcast, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var planned = trip.Ask(
            $"""
            insert into broadcast (author_id, draft, body, attachments, audience, urgent, state, send_at, created_at)
            values (@author, @draft, @body, @attachments, @audience, @urgent, '{BroadcastState.Planned}', @at, @now)
            on conflict (author_id, draft) do nothing returning id
            """,
            row => row.Long(0),
            new DataParameter("author", broadcast.AuthorId),
            new DataParameter("draft", broadcast.Draft, DataType.NVarChar),
            new DataParameter("body", broadcast.Body, DataType.NVarChar),
            new DataParameter("attachments", broadcast.Attachments, DataType.NVarChar),
            new DataParameter("audience", broadcast.Audience.ToJson(), DataType.NVarChar),
            new DataParameter("urgent", broadcast.Urgent, DataType.Boolean),
            trip.Instant("at", broadcast.SendAt),
            trip.Instant("now", clock.GetUtcNow()));
        await trip.RunAsync(cancellationToken);
        if (planned.Rows is not [var id])
        {
            return WriteResult.Unchanged;
        }

        await NoteAsync(db, broadcast.AuthorId, id, "broadcast_planned", cancellationToken);
        return WriteResult.Done;
    }

    /// <summary>What of it has not begun goes nowhere.</summary>
    public async Task<WriteResult> CancelAsync(DataConnection db, long personId, long id, CancellationToken cancellationToken)
    {
        var result = await MoveAsync(
            db, personId, id, [BroadcastState.Planned, BroadcastState.Running, BroadcastState.Paused], BroadcastState.Cancelled, "broadcast_cancelled", cancellationToken);
        if (result == WriteResult.Done)
        {
            await holds.HoldAsync(db, id, cancelled: true, cancellationToken);
            var trip = RoundTrip.On(db);
            trip.Do(
                $"update broadcast_recipient set state = '{RecipientState.Cancelled}' where broadcast_id = @id and state = '{RecipientState.Waiting}'",
                [new DataParameter("id", id)]);
            await trip.RunAsync(cancellationToken);
        }

        return result;
    }

    public async Task<WriteResult> PauseAsync(DataConnection db, long personId, long id, CancellationToken cancellationToken)
    {
        var result = await MoveAsync(db, personId, id, [BroadcastState.Running], BroadcastState.Paused, "broadcast_paused", cancellationToken);
        if (result == WriteResult.Done)
        {
            await holds.HoldAsync(db, id, cancelled: false, cancellationToken);
        }

        return result;
    }

    public async Task<WriteResult> ResumeAsync(DataConnection db, long personId, long id, CancellationToken cancellationToken)
    {
        var result = await MoveAsync(db, personId, id, [BroadcastState.Paused], BroadcastState.Running, "broadcast_resumed", cancellationToken);
        if (result == WriteResult.Done)
        {
            await holds.ReleaseAsync(db, id, cancellationToken);
        }

        return result;
    }

    /// <summary>Who has read and answered is looked up at the next chance.</summary>
    public async Task AskReadsAsync(DataConnection db, long id, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        trip.Do("update broadcast set reads_asked_at = @now where id = @id", [new DataParameter("id", id), trip.Instant("now", clock.GetUtcNow())]);
        await trip.RunAsync(cancellationToken);
    }

    /// <summary>When the same words were last meant for the same audience; null when they were not since, or were taken back.</summary>
    public async Task<DateTimeOffset?> RepeatedAsync(DataConnection db, string body, Audience audience, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var same = trip.Ask(
            $"""
            select b.send_at from broadcast b
            where b.body = @body and b.audience = @audience and b.created_at >= @since and (b.state <> '{BroadcastState.Cancelled}' or b.started_at is not null)
            order by b.id desc limit 1
            """,
            row => row.Instant(0),
            new DataParameter("body", body, DataType.NVarChar),
            new DataParameter("audience", audience.ToJson(), DataType.NVarChar),
            trip.Instant("since", since));
        await trip.RunAsync(cancellationToken);
        return same.Rows is [var at] ? at : null;
    }

    /// <summary>Those that are not over and the last ones, the newest first, and the one of this number or draft.</summary>
    public async Task<IReadOnlyList<(Broadcast Broadcast, BroadcastCount Count)>> LastAsync(
        DataConnection db, int most, string? named, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var last = trip.Ask(
            $"""
            select {Columns} from broadcast b
            where b.id in (select l.id from broadcast l order by l.id desc limit @most) or b.id = @id or b.draft = @named
                or b.state in ('{BroadcastState.Planned}', '{BroadcastState.Running}', '{BroadcastState.Paused}')
            order by b.id desc
            """,
            Read,
            new DataParameter("most", most),
            new DataParameter("id", long.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0),
            new DataParameter("named", named ?? "", DataType.NVarChar));
        await trip.RunAsync(cancellationToken);
        var counts = await CountAsync(db, [.. last.Rows.Select(b => b.Id)], cancellationToken);
        return [.. last.Rows.Select(b => (b, counts.GetValueOrDefault(b.Id) ?? BroadcastCount.None))];
    }

    /// <exception cref="InvalidOperationException">There is no such broadcast.</exception>
    public async Task<Broadcast> GetAsync(DataConnection db, long id, CancellationToken cancellationToken) =>
        await FindAsync(db, id, cancellationToken) ?? throw new InvalidOperationException($"no broadcast {id}");

    /// <returns>Null when there is no such broadcast.</returns>
    public Task<Broadcast?> FindAsync(DataConnection db, long id, CancellationToken cancellationToken) =>
        FindAsync(db, "b.id = @id", cancellationToken, new DataParameter("id", id));

    /// <summary>The one that was made of this draft.</summary>
    /// <returns>Null when it was not sent off.</returns>
    public Task<Broadcast?> FindAsync(DataConnection db, long authorId, string draft, CancellationToken cancellationToken) => FindAsync(
        db, "b.author_id = @author and b.draft = @draft", cancellationToken, new DataParameter("author", authorId), new DataParameter("draft", draft, DataType.NVarChar));

    private static async Task<Broadcast?> FindAsync(DataConnection db, string which, CancellationToken cancellationToken, params DataParameter[] parameters)
    {
        var trip = RoundTrip.On(db);
        var found = trip.Ask($"select {Columns} from broadcast b where {which}", Read, parameters);
        await trip.RunAsync(cancellationToken);
        return found.Rows is [var broadcast] ? broadcast : null;
    }

    public async Task<IReadOnlyDictionary<long, BroadcastCount>> CountAsync(DataConnection db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var broadcasts = trip.Numbers("broadcasts", ids);
        var groups = trip.Ask(
            $"""
            select r.broadcast_id, r.state, count(*),
                sum(case when r.read then 1 else 0 end), sum(case when r.answered then 1 else 0 end), sum(case when r.not_before > @now then 1 else 0 end)
            from broadcast_recipient r where {broadcasts.Has("r.broadcast_id")} group by r.broadcast_id, r.state
            """,
            row => (Id: row.Long(0), State: row.Text(1), Count: row.Int(2), Read: row.Int(3), Answered: row.Int(4), Later: row.Int(5)),
            broadcasts.Parameter,
            trip.Instant("now", clock.GetUtcNow()));
        await trip.RunAsync(cancellationToken);
        return groups.Rows.GroupBy(g => g.Id).ToDictionary(g => g.Key, g => new BroadcastCount(
            g.Sum(s => s.Count),
            g.Where(s => s.State is RecipientState.Waiting or RecipientState.Queued).Sum(s => s.Count),
            g.Where(s => s.State == RecipientState.Waiting).Sum(s => s.Later),
            g.Where(s => s.State == RecipientState.Sent).Sum(s => s.Count),
            g.Sum(s => s.Read),
            g.Sum(s => s.Answered),
            g.Where(s => RecipientState.NotReached.Contains(s.State)).Sum(s => s.Count),
            g.Where(s => RecipientState.Retryable.Contains(s.State)).Sum(s => s.Count),
            g.Where(s => s.State == RecipientState.Cancelled).Sum(s => s.Count),
            g.Where(s => s.State == RecipientState.Settled).Sum(s => s.Count)));
    }

    /// <summary>What became of each recipient, in the order of sending.</summary>
    /// <param name="states">Of these only; none for all.</param>
    public async Task<IReadOnlyList<RecipientFate>> FatesAsync(DataConnection db, long id, IReadOnlyCollection<string> states, int most, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var wanted = trip.Rows("s", RowSet.Column.Of("state", states));
        var recipients = trip.Ask(
            $"""
            select r.person_id, r.institutions, r.state, r.code, r.sent_at, r.read, r.answered from broadcast_recipient r
            where r.broadcast_id = @id {(states.Count == 0 ? "" : $"and r.state in (select s.state from {wanted.Sql})")}
            order by r.position limit @most
            """,
            row => (Person: row.LongOrNull(0), Institutions: NumbersOf(row.Text(1)), State: row.Text(2), Code: row.IntOrNull(3), SentAt: row.InstantOrNull(4), Read: row.Flag(5), Answered: row.Flag(6)),
            [new DataParameter("id", id), new DataParameter("most", most), .. states.Count == 0 ? [] : wanted.Parameters]);
        await trip.RunAsync(cancellationToken);

        var second = RoundTrip.On(db);
        var numbers = second.Numbers("institutions", recipients.Rows.SelectMany(r => r.Institutions).Distinct());
        var names = second.Ask($"select i.id, i.name from institution i where {numbers.Has("i.id")}", row => (Id: row.Long(0), Name: row.Text(1)), numbers.Parameter);
        await second.RunAsync(cancellationToken);
        var known = names.Rows.ToDictionary(n => n.Id, n => n.Name);
        return [.. recipients.Rows.Select(r => new RecipientFate(r.Person, [.. r.Institutions.Where(known.ContainsKey).Select(i => known[i])], r.State, r.Code, r.SentAt, r.Read, r.Answered))];
    }

    internal static Broadcast Read(Row row) => new(
        row.Long(0),
        row.Long(1),
        row.Text(2),
        row.Text(3),
        Audience.OfJson(row.Text(4)),
        row.Flag(5),
        row.Text(6),
        row.Instant(7),
        row.Instant(8),
        row.InstantOrNull(9),
        row.InstantOrNull(10),
        row.Text(11));

    internal static string Selected => Columns;

    internal static ImmutableArray<long> NumbersOf(string text) =>
        text.Length == 0 ? [] : [.. text.Split(Comma).Select(n => long.Parse(n, CultureInfo.InvariantCulture))];

    internal static string TextOf(IEnumerable<long> numbers) => string.Join(Comma, numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));

    internal static async Task<int> DeleteOldAsync(DataConnection db, DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        var removed = 0;
        var trip = RoundTrip.On(db);
        trip.Do(
            """
            delete from broadcast_recipient where (broadcast_id, position) in (
                select r.broadcast_id, r.position from broadcast_recipient r join broadcast b on b.id = r.broadcast_id where b.created_at < @old limit @most)
            """,
            [trip.Instant("old", now - Retention), new DataParameter("most", most)],
            rows => removed += rows);
        trip.Do(
            """
            delete from broadcast where id in (
                select b.id from broadcast b
                where b.created_at < @old and not exists (select 1 from broadcast_recipient r where r.broadcast_id = b.id) limit @most)
            """,
            [trip.Instant("old", now - Retention), new DataParameter("most", most)],
            rows => removed += rows);
        await trip.RunAsync(cancellationToken);
        return removed;
    }

    private async Task<WriteResult> MoveAsync(
        DataConnection db, long personId, long id, IReadOnlyList<string> from, string to, string action, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var states = trip.Rows("s", RowSet.Column.Of("state", from));
        var isEnd = to == BroadcastState.Cancelled;
        var moved = trip.Ask(
            $"""
            update broadcast set state = @to{(isEnd ? ", finished_at = @now" : "")}
            where id = @id and state in (select s.state from {states.Sql}) returning id
            """,
            row => row.Long(0),
            [new DataParameter("id", id), new DataParameter("to", to, DataType.NVarChar), .. isEnd ? [trip.Instant("now", clock.GetUtcNow())] : Array.Empty<DataParameter>(), .. states.Parameters]);
        await trip.RunAsync(cancellationToken);
        if (moved.Rows.Count == 0)
        {
            return WriteResult.Unchanged;
        }

        await NoteAsync(db, personId, id, action, cancellationToken);
        return WriteResult.Done;
    }

    private Task<long> NoteAsync(DataConnection db, long personId, long id, string action, CancellationToken cancellationToken) => journal.AppendAsync(
        db, new JournalEntry(personId, action, OrdersJson.Write([("broadcast", id.ToString(CultureInfo.InvariantCulture))])), cancellationToken);
}
