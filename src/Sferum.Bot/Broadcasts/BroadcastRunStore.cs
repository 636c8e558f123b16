using System.Collections.Immutable;
using LinqToDB;
using LinqToDB.Data;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Broadcasts;

/// <summary>
/// The sending of broadcasts. Recipients stand in the ledger before the first message; each goes to the outbox in the
/// transaction that marks him, so that neither a crash nor a second sender doubles or skips anyone.
/// </summary>
public sealed class BroadcastRunStore(BroadcastHoldStore holds, TimeProvider clock)
{
    /// <summary>How long after its begin it is looked who has read and answered.</summary>
    private static readonly TimeSpan Watched = TimeSpan.FromDays(3);

    /// <summary>Broadcasts with which something is to be done now.</summary>
    public async Task<IReadOnlyList<RunningBroadcast>> ActiveAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var trip = RoundTrip.On(db);
        var active = trip.Ask(
            $"""
            select {BroadcastStore.Selected}, b.reads_asked_at, b.reads_seen_at,
                (select d.message_id from outbox_done d
                    where d.broadcast_id = b.id and d.peer_id = b.author_id and d.purpose = {(int)SendPurpose.Notice} and d.fate = {(int)Fate.Sent} order by d.id limit 1),
                (select count(*) from outbox m where m.broadcast_id = b.id and m.purpose = {(int)SendPurpose.Broadcast}),
                exists (select 1 from broadcast_recipient r where r.broadcast_id = b.id and r.state in ('{RecipientState.Waiting}', '{RecipientState.Queued}')),
                exists (select 1 from broadcast_recipient r where r.broadcast_id = b.id and r.state = '{RecipientState.Queued}'),
                exists (select 1 from outbox_hold h where h.broadcast_id = b.id)
            from broadcast b
            where (b.state = '{BroadcastState.Planned}' and b.send_at <= @now) or b.state in ('{BroadcastState.Running}', '{BroadcastState.Paused}') or b.started_at > @watched
                or b.reads_asked_at > coalesce(b.reads_seen_at, b.created_at) or exists (select 1 from outbox_hold h where h.broadcast_id = b.id)
            order by b.id
            """,
            row => new RunningBroadcast(BroadcastStore.Read(row), row.InstantOrNull(12), row.InstantOrNull(13), row.LongOrNull(14), row.Int(15), row.Flag(16), row.Flag(17), row.Flag(18)),
            trip.Instant("now", now),
            trip.Instant("watched", now - Watched));
        await trip.RunAsync(cancellationToken);
        return active.Rows;
    }

    /// <summary>The broadcast begins, with these recipients.</summary>
    /// <returns>False when it has begun already or was taken back.</returns>
    public async Task<bool> BeginAsync(DataConnection db, long id, ImmutableArray<Addressee> addressees, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var begun = trip.Ask(
            $"update broadcast set state = '{BroadcastState.Running}', started_at = @now where id = @id and state = '{BroadcastState.Planned}' returning id",
            row => row.Long(0),
            new DataParameter("id", id),
            trip.Instant("now", clock.GetUtcNow()));
        await trip.RunAsync(cancellationToken);
        if (begun.Rows.Count == 0)
        {
            return false;
        }

        var second = RoundTrip.On(db);
        var rows = second.Rows(
            "r",
            RowSet.Column.Of("person_id", addressees.Select(a => a.PersonId)),
            RowSet.Column.Of("institutions", addressees.Select(a => BroadcastStore.TextOf(a.Institutions))),
            RowSet.Column.Of("state", addressees.Select(a => a.Obstacle ?? RecipientState.Waiting)),
            RowSet.Column.Of("code", addressees.Select(a => a.Code)));
        second.Do(
            $"""
            insert into broadcast_recipient (broadcast_id, position, person_id, institutions, state, code, read, answered)
            select @id, r.n, r.person_id, r.institutions, r.state, r.code, @no, @no from {rows.Sql}
            """,
            [new DataParameter("id", id), new DataParameter("no", false, DataType.Boolean), .. rows.Parameters]);
        await second.RunAsync(cancellationToken);
        return true;
    }

    /// <summary>The next recipients whose messages may be written now, while the broadcast runs; it can't be paused or cancelled before the transaction ends.</summary>
    public async Task<IReadOnlyList<WaitingRecipient>> NextAsync(DataConnection db, long id, int most, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var running = trip.Ask(
            $"update broadcast set state = state where id = @id and state = '{BroadcastState.Running}' returning id", row => row.Long(0), new DataParameter("id", id));
        var next = trip.Ask(
            $"""
            select r.position, r.person_id, r.institutions from broadcast_recipient r
            where r.broadcast_id = @id and r.state = '{RecipientState.Waiting}' and (r.not_before is null or r.not_before <= @now)
            order by r.position limit @most
            """,
            row => new WaitingRecipient(row.Int(0), row.Long(1), BroadcastStore.NumbersOf(row.Text(2))),
            new DataParameter("id", id),
            trip.Instant("now", clock.GetUtcNow()),
            new DataParameter("most", most));
        await trip.RunAsync(cancellationToken);
        return running.Rows.Count > 0 ? next.Rows : [];
    }

    /// <summary>The messages of these recipients go into the outbox in this transaction.</summary>
    /// <param name="claimed">For these people it is their one message of the day that they did not ask for.</param>
    /// <returns>Those of whom it is true: whom another sender has marked meanwhile is left out.</returns>
    public async Task<IReadOnlySet<int>> QueueAsync(
        DataConnection db, long id, IReadOnlyCollection<WaitingRecipient> recipients, IReadOnlySet<long> claimed, DateOnly today, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var positions = trip.Numbers("positions", recipients.Select(r => (long)r.Position));
        var people = trip.Numbers("claimed", claimed);
        var queued = trip.Ask(
            $"""
            update broadcast_recipient set state = '{RecipientState.Queued}', day = case when {people.Has("person_id")} then @today end
            where broadcast_id = @id and state = '{RecipientState.Waiting}' and {positions.Has("position")} returning position
            """,
            row => row.Int(0),
            new DataParameter("id", id),
            new DataParameter("today", today),
            people.Parameter,
            positions.Parameter);
        await trip.RunAsync(cancellationToken);
        return queued.Rows.ToHashSet();
    }

    /// <summary>These have nothing left of what the words speak of.</summary>
    public async Task LeaveOutSettledAsync(DataConnection db, long id, IReadOnlyCollection<WaitingRecipient> recipients, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var positions = trip.Numbers("positions", recipients.Select(r => (long)r.Position));
        trip.Do(
            $"update broadcast_recipient set state = '{RecipientState.Settled}' where broadcast_id = @id and state = '{RecipientState.Waiting}' and {positions.Has("position")}",
            [new DataParameter("id", id), positions.Parameter]);
        await trip.RunAsync(cancellationToken);
    }

    /// <summary>These have had their one message of the day: theirs goes out later.</summary>
    public async Task PutOffAsync(DataConnection db, long id, IReadOnlyCollection<WaitingRecipient> recipients, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var positions = trip.Numbers("positions", recipients.Select(r => (long)r.Position));
        trip.Do(
            $"update broadcast_recipient set not_before = @until where broadcast_id = @id and state = '{RecipientState.Waiting}' and {positions.Has("position")}",
            [new DataParameter("id", id), trip.Instant("until", until), positions.Parameter]);
        await trip.RunAsync(cancellationToken);
    }

    /// <summary>Who does not want it any more, or acts for no institution any more, since the recipients were written down.</summary>
    public async Task<IReadOnlySet<long>> LeaveOutAsync(DataConnection db, long id, IReadOnlyCollection<WaitingRecipient> recipients, CancellationToken cancellationToken)
    {
        const string Stranger =
            $"""
            (broadcast_recipient.institutions <> '' and not exists (
                select 1 from membership m join institution i on i.id = m.institution_id where m.person_id = broadcast_recipient.person_id and {Memberships.AtNow}))
            """;
        var trip = RoundTrip.On(db);
        var people = trip.Numbers("people", recipients.Select(r => r.PersonId));
        var left = trip.Ask(
            $"""
            update broadcast_recipient set state = case when {Stranger} then '{RecipientState.Absent}' else '{RecipientState.Muted}' end
            where broadcast_id = @id and state = '{RecipientState.Waiting}' and {people.Has("person_id")}
                and (exists (
                        select 1 from person p where p.person_id = broadcast_recipient.person_id and (p.muted or (broadcast_recipient.institutions = '' and not p.news)))
                    or {Stranger})
            returning person_id
            """,
            row => row.Long(0),
            new DataParameter("id", id),
            trip.Instant("now", clock.GetUtcNow()),
            people.Parameter);
        await trip.RunAsync(cancellationToken);
        return left.Rows.ToHashSet();
    }

    /// <summary>Takes over what became of messages, and who has written since; what was handed back waits anew, its day given back.</summary>
    public async Task SettleAsync(DataConnection db, long id, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var withheld = trip.Ask(
            $"""
            select r.person_id, r.day from broadcast_recipient r join outbox_done d on {Ended("r")}
            where r.broadcast_id = @id and r.state = '{RecipientState.Queued}' and r.day is not null and d.fate = {(int)Fate.Withheld}
            """,
            row => (Person: row.Long(0), Day: row.Day(1)),
            new DataParameter("id", id));
        var fates = string.Join(' ', FateStates.Select(f => $"when {(int)f.Key} then '{f.Value}'"));
        trip.Do(
            $"""
            update broadcast_recipient set state = case d.fate {fates} end, code = d.code, message_id = d.message_id,
                sent_at = case when d.fate = {(int)Fate.Sent} then d.finished_at end, day = case when d.fate <> {(int)Fate.Withheld} then day end
            from outbox_done d
            where broadcast_recipient.broadcast_id = @id and broadcast_recipient.state = '{RecipientState.Queued}' and {Ended("broadcast_recipient")}
            """,
            [new DataParameter("id", id)]);
        trip.Do(
            $"""
            update broadcast_recipient set answered = @yes
            where broadcast_id = @id and state = '{RecipientState.Sent}' and not answered
                and exists (select 1 from conversation c where c.peer_id = broadcast_recipient.person_id and c.updated_at > broadcast_recipient.sent_at)
            """,
            [new DataParameter("id", id), new DataParameter("yes", true, DataType.Boolean)]);
        await trip.RunAsync(cancellationToken);
        var back = RoundTrip.On(db);
        foreach (var day in withheld.Rows.GroupBy(w => w.Day))
        {
            UnaskedDayStore.GiveBack(back, [.. day.Select(w => w.Person)], day.Key);
        }

        await back.RunAsync(cancellationToken);
    }

    /// <summary>The condition that d is what became of the message of recipient r, the last one if an earlier one was handed back, and none waits.</summary>
    private static string Ended(string recipient) =>
        $"""
        d.id = (
            select max(n.id) from outbox_done n
            where n.broadcast_id = {recipient}.broadcast_id and n.peer_id = {recipient}.person_id and n.purpose = {(int)SendPurpose.Broadcast})
        and not exists (
            select 1 from outbox w where w.broadcast_id = {recipient}.broadcast_id and w.peer_id = {recipient}.person_id and w.purpose = {(int)SendPurpose.Broadcast})
        """;

    /// <summary>Nobody waits any more.</summary>
    /// <returns>False when it has ended already, or was cancelled.</returns>
    public async Task<bool> FinishAsync(DataConnection db, long id, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var done = trip.Ask(
            $"""
            update broadcast set state = '{BroadcastState.Done}', finished_at = @now
            where id = @id and state = '{BroadcastState.Running}'
                and not exists (select 1 from broadcast_recipient r where r.broadcast_id = @id and r.state in ('{RecipientState.Waiting}', '{RecipientState.Queued}')) returning id
            """,
            row => row.Long(0),
            new DataParameter("id", id),
            trip.Instant("now", clock.GetUtcNow()));
        await trip.RunAsync(cancellationToken);
        return done.Rows.Count > 0;
    }

    /// <summary>No message of a cancelled broadcast is left: the sender need not look for it any more.</summary>
    public Task ForgetHoldAsync(DataConnection db, long id, CancellationToken cancellationToken) => holds.ReleaseAsync(db, id, cancellationToken);

    /// <summary>Who has the message and is not known to have read it: id of the message by person.</summary>
    public async Task<IReadOnlyDictionary<long, long>> UnreadAsync(DataConnection db, long id, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var unread = trip.Ask(
            $"""
            select r.person_id, r.message_id from broadcast_recipient r
            where r.broadcast_id = @id and r.state = '{RecipientState.Sent}' and not r.read and r.message_id is not null
            """,
            row => KeyValuePair.Create(row.Long(0), row.Long(1)),
            new DataParameter("id", id));
        await trip.RunAsync(cancellationToken);
        return unread.Rows.ToDictionary();
    }

    public async Task RecordReadsAsync(DataConnection db, long id, IEnumerable<long> people, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var readers = trip.Numbers("people", people);
        trip.Do(
            $"update broadcast_recipient set read = @yes where broadcast_id = @id and {readers.Has("person_id")}",
            [new DataParameter("id", id), new DataParameter("yes", true, DataType.Boolean), readers.Parameter]);
        trip.Do("update broadcast set reads_seen_at = @now where id = @id", [new DataParameter("id", id), trip.Instant("now", clock.GetUtcNow())]);
        await trip.RunAsync(cancellationToken);
    }

    private static readonly ImmutableArray<KeyValuePair<Fate, string>> FateStates =
    [
        new(Fate.Sent, RecipientState.Sent),
        new(Fate.Unreachable, RecipientState.Unreachable),
        new(Fate.Refused, RecipientState.Refused),
        new(Fate.Expired, RecipientState.Expired),
        new(Fate.Failed, RecipientState.Failed),
        new(Fate.Cancelled, RecipientState.Cancelled),
        new(Fate.Withheld, RecipientState.Waiting),
        new(Fate.Unwanted, RecipientState.Muted),
    ];
}

/// <summary>A broadcast and how far its sending is.</summary>
/// <param name="ReadsAskedAt">When the specialist last wanted to know who has read it.</param>
/// <param name="ReadsSeenAt">When that was last looked up.</param>
/// <param name="ProgressMessage">The messenger's id of the message that tells her how it is going; null while it is not sent.</param>
/// <param name="Underway">Its messages in the outbox.</param>
/// <param name="HasWaiting">Somebody's message has no fate yet.</param>
/// <param name="HasQueued">Of somebody's message in the outbox it is not known here what became of it.</param>
/// <param name="IsHeld">The sender is told to hand its messages back, or to end them.</param>
public sealed record RunningBroadcast(
    Broadcast Broadcast, DateTimeOffset? ReadsAskedAt, DateTimeOffset? ReadsSeenAt, long? ProgressMessage, int Underway, bool HasWaiting, bool HasQueued, bool IsHeld);
