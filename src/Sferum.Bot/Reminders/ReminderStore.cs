using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LinqToDB;
using LinqToDB.Data;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Reminders;

/// <summary>What reminders need to know, and who was reminded of what.</summary>
public sealed class ReminderStore(OrderBook orders, TimeProvider clock)
{
    /// <summary>Who did not answer longer ago is not silent now: there may have been nothing to answer.</summary>
    private static readonly TimeSpan SilenceMemory = TimeSpan.FromDays(90);

    /// <summary>Institutions that are read at once: more than an office has, so that only a far larger one is read in pieces.</summary>
    internal const int PageSize = 500;

    /// <summary>Counts of a reminder that went out are kept as long as messages are.</summary>
    internal static readonly TimeSpan Retention = TimeSpan.FromDays(400);

    /// <summary>
    /// How all institutions and those who act for them stand to the orders now, some hundred institutions at a time. Who acts
    /// for several is among each of them.
    /// </summary>
    internal async IAsyncEnumerable<ReminderState> PagesAsync(Database database, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = long.MinValue;
        while (after < long.MaxValue)
        {
            var (state, last) = await database.ReadAsync((db, token) => PageAsync(db, after, token), cancellationToken);
            after = last;
            yield return state;
        }
    }

    /// <summary>How all stand now, with all that is known already of what will be otherwise up to so much later.</summary>
    internal async Task<ReminderPrelude> LoadAsync(DataConnection db, TimeSpan ahead, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var trip = RoundTrip.On(db);
        var forgotten = trip.Ask(
            """
            select distinct r.person_id, r.sent_at from reminder r
            join person p on p.person_id = r.person_id
            left join conversation c on c.peer_id = r.person_id
            where r.sent_at > @recent and r.sent_at <= @soon and r.sent_at > coalesce(c.updated_at, p.met_at)
            """,
            row => (row.Long(0), row.Instant(1)),
            trip.Instant("recent", now - SilenceMemory),
            trip.Instant("soon", now + ahead - SilenceMemory));
        await trip.RunAsync(cancellationToken);
        var read = await ReadAsync(db, _ => Part.All, ahead, cancellationToken);
        return read with { Forgotten = [.. forgotten.Rows.Select(f => (f.Item1, f.Item2 + SilenceMemory))] };
    }

    /// <summary>How these people and their institutions stand now.</summary>
    internal async Task<ImmutableArray<RemindedPost>> LoadAsync(DataConnection db, IReadOnlyCollection<long> people, CancellationToken cancellationToken) =>
        StateOf(await ReadAsync(db, trip => Part.OfPeople(trip.Numbers("people", people)), TimeSpan.Zero, cancellationToken)).Posts;

    /// <returns>With the last institution of the page, after which the next one begins.</returns>
    private async Task<(ReminderState State, long Last)> PageAsync(DataConnection db, long after, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var ids = trip.Ask(
            "select max(p.id), count(*) from (select i.id from institution i where i.id > @after order by i.id limit @most) p",
            row => row.Long(1) < PageSize ? long.MaxValue : row.Long(0),
            new DataParameter("after", after),
            new DataParameter("most", PageSize));
        await trip.RunAsync(cancellationToken);
        var last = ids.Rows[0];
        return (StateOf(await ReadAsync(db, _ => Part.OfInstitutions(after, last), TimeSpan.Zero, cancellationToken)), last);
    }

    /// <param name="ahead">Also those who begin to act up to so much later.</param>
    private async Task<ReminderPrelude> ReadAsync(DataConnection db, Func<RoundTrip, Part> of, TimeSpan ahead, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var trip = RoundTrip.On(db);
        var part = of(trip);
        var parameters = part.Parameters;
        string Of(string institution) => part.Of(institution);
        var institutions = trip.Ask(
            $"select i.id, i.name, i.type from institution i where not i.archived and {Of("i.id")}", row => new Institution(row.Long(0), row.Text(1), row.Text(2)), parameters);
        var posts = trip.Ask(
            $"""
            select m.person_id, m.institution_id, m.role, m.since, m.until, p.muted, coalesce(pe.can_message, @yes), l.day,
                (select count(distinct r.sent_at) from reminder r where r.person_id = m.person_id and r.sent_at > coalesce(c.updated_at, p.met_at) and r.sent_at > @recent)
            from membership m
            join institution i on i.id = m.institution_id
            join person p on p.person_id = m.person_id
            left join peer pe on pe.peer_id = m.person_id
            left join conversation c on c.peer_id = m.person_id
            left join reminder_later l on l.person_id = m.person_id
            where {Memberships.FromNowOn} and {part.OfPost("m.person_id", "m.institution_id")}
            order by m.person_id, m.id
            """,
            row => new ActingPost(row.Long(0), row.Long(1), row.Text(2), row.Instant(3), row.InstantOrNull(4), !row.Flag(5) && row.Flag(6), row.DayOrNull(7), row.Int(8)),
            [trip.Instant("now", now), trip.Instant("then", now + ahead), trip.Instant("recent", now - SilenceMemory), new DataParameter("yes", true, DataType.Boolean), .. parameters]);
        var settled = trip.Ask(
            $"select r.institution_id, r.order_number, r.point from report r where r.status in ('{ReportStatus.Reported}', '{ReportStatus.Accepted}') and {Of("r.institution_id")}",
            row => new ReportLine(row.Long(0), row.Text(1), row.Text(2)),
            parameters);
        var promises = trip.Ask(
            $"""
            select p.institution_id, p.order_number, p.point, p.due from promise p
            where {Of("p.institution_id")} and not exists (
                select 1 from report r
                where r.institution_id = p.institution_id and r.order_number = p.order_number and r.point = p.point and r.received_at >= p.made_at)
            """,
            row => (Line: new ReportLine(row.Long(0), row.Text(1), row.Text(2)), Due: row.Day(3)),
            parameters);
        var decisions = LineDecisionStore.Ask(trip, Of("c.institution_id"), parameters);
        var holds = ReminderHoldStore.Ask(trip, Of("h.institution_id"), parameters);
        var marks = trip.Ask(
            $"select m.person_id, m.institution_id, m.order_number, m.point, m.step_at from reminder_mark m where {part.OfPerson("m.person_id")}",
            row => (Person: row.Long(0), Line: new ReportLine(row.Long(1), row.Text(2), row.Text(3)), StepAt: row.Instant(4)),
            parameters);
        var told = trip.Ask($"select e.institution_id, e.reason from escalation e where {Of("e.institution_id")}", row => (row.Long(0), row.Text(1)), parameters);
        await trip.RunAsync(cancellationToken);

        var done = settled.Rows.ToHashSet();
        var promised = promises.Rows.ToDictionary(p => p.Line, p => p.Due);
        var decided = decisions.Rows.ToDictionary(d => d.Line);
        var held = holds.Rows.ToDictionary(h => (h.InstitutionId, h.Line), h => h.Until);
        return new ReminderPrelude(
            posts.Rows,
            [.. institutions.Rows.Select(i => (i, OpenOf(i, done, promised, decided, held)))],
            marks.Rows.ToLookup(m => (m.Person, m.Line.InstitutionId), m => (m.Line.Key, m.StepAt)),
            told.Rows.ToHashSet(),
            []);
    }

    private static ReminderState StateOf(ReminderPrelude read)
    {
        var known = read.Institutions.ToDictionary(i => i.Institution.Id);
        var acting = read.Posts.ToLookup(p => p.InstitutionId, p => new Reach(p.Reachable, p.Unanswered));
        return new ReminderState(
            [
                // Somebody may have been let in twice for overlapping times.
                .. read.Posts.Where(p => p.Reachable).DistinctBy(p => (p.PersonId, p.InstitutionId)).Select(p => p.ToReminded(
                    known[p.InstitutionId].Institution,
                    known[p.InstitutionId].Open,
                    read.Reminded[(p.PersonId, p.InstitutionId)].ToDictionary(m => m.Line, m => m.StepAt))),
            ],
            [.. read.Institutions.Select(i => new ReachedInstitution(i.Institution, i.Open, [.. acting[i.Institution.Id]]))],
            read.Told);
    }

    /// <summary>These people were reminded of these lines now.</summary>
    /// <param name="today">What was put off until then is done with.</param>
    internal async Task RecordAsync(DataConnection db, IReadOnlyCollection<SentReminder> sent, DateOnly today, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var lines = sent.SelectMany(s => s.Lines.Select(line => (Sent: s, Line: line))).ToArray();
        var trip = RoundTrip.On(db);
        var reminders = trip.Rows(
            "r",
            RowSet.Column.Of("person_id", sent.Select(s => s.PersonId)),
            RowSet.Column.Of("institution_id", sent.Select(s => s.InstitutionId)),
            RowSet.Column.Of("lines", sent.Select(s => string.Join('|', s.Lines.Select(line => line.Line.Key)))));
        trip.Do(
            $"insert into reminder (person_id, institution_id, lines, sent_at) select r.person_id, r.institution_id, r.lines, @now from {reminders.Sql} order by r.n",
            [trip.Instant("now", now), .. reminders.Parameters]);
        var marks = trip.Rows(
            "r",
            RowSet.Column.Of("person_id", lines.Select(l => l.Sent.PersonId)),
            RowSet.Column.Of("institution_id", lines.Select(l => l.Sent.InstitutionId)),
            RowSet.Column.Of("order_number", lines.Select(l => l.Line.Line.Key.Order)),
            RowSet.Column.Of("point", lines.Select(l => l.Line.Line.Key.Point)),
            RowSet.Column.Of("step_at", lines.Select(l => l.Line.StepAt)));
        trip.Do(
            $"""
            insert into reminder_mark (person_id, institution_id, order_number, point, step_at)
            select r.person_id, r.institution_id, r.order_number, r.point, r.step_at from {marks.Sql} where true
            on conflict (person_id, institution_id, order_number, point) do update set step_at = excluded.step_at
            """,
            marks.Parameters);
        var people = trip.Numbers("people", sent.Select(s => s.PersonId).Distinct());
        trip.Do($"delete from reminder_later where {people.Has("person_id")} and day <= @today", [people.Parameter, new DataParameter("today", today)]);
        await trip.RunAsync(cancellationToken);
    }

    /// <summary>Reminders to these people that were put into the outbox since.</summary>
    internal static RoundTrip.Answer<RecordedReminder> AskSince(RoundTrip trip, IReadOnlyCollection<long> personIds, DateTimeOffset since)
    {
        var people = trip.Numbers("people", personIds);
        return trip.Ask(
            $"select r.id, r.person_id, r.institution_id, r.lines, r.sent_at from reminder r where {people.Has("r.person_id")} and r.sent_at >= @since",
            row => new RecordedReminder(row.Long(0), row.Long(1), row.Long(2), [.. row.Text(3).Split('|').Select(LineKey.Parse).OfType<LineKey>()], row.Instant(4)),
            people.Parameter,
            trip.Instant("since", since));
    }

    /// <summary>These were taken back before they went out: of their lines nobody was reminded.</summary>
    internal static void Forget(RoundTrip trip, IReadOnlyCollection<RecordedReminder> reminders)
    {
        var ids = trip.Numbers("ids", reminders.Select(reminder => reminder.Id));
        trip.Do($"delete from reminder where {ids.Has("id")}", [ids.Parameter]);
        var lines = reminders.SelectMany(reminder => reminder.Lines.Select(line => (reminder.PersonId, reminder.InstitutionId, Line: line))).ToArray();
        var marks = trip.Rows(
            "r",
            RowSet.Column.Of("person_id", lines.Select(l => l.PersonId)),
            RowSet.Column.Of("institution_id", lines.Select(l => l.InstitutionId)),
            RowSet.Column.Of("order_number", lines.Select(l => l.Line.Order)),
            RowSet.Column.Of("point", lines.Select(l => l.Line.Point)));
        trip.Do(
            $"""
            delete from reminder_mark where exists (
                select 1 from {marks.Sql}
                where r.person_id = reminder_mark.person_id and r.institution_id = reminder_mark.institution_id
                    and r.order_number = reminder_mark.order_number and r.point = reminder_mark.point)
            """,
            marks.Parameters);
    }

    /// <summary>The person is reminded on this day of all that is still open then.</summary>
    public async Task RemindLaterAsync(DataConnection db, long personId, DateOnly day, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        trip.Do(
            "insert into reminder_later (person_id, day) values (@person, @day) on conflict (person_id) do update set day = excluded.day",
            [new DataParameter("person", personId), new DataParameter("day", day)]);
        await trip.RunAsync(cancellationToken);
    }

    /// <summary>The specialist is told of these; of those that are over she will be told again when they come back.</summary>
    /// <returns>Those of which nobody else has told her meanwhile.</returns>
    internal async Task<IReadOnlySet<(long Institution, string Reason)>> RecordAsync(
        DataConnection db, IReadOnlyCollection<(long Institution, string Reason)> told, IReadOnlyCollection<(long Institution, string Reason)> over, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var added = trip.Rows("a", RowSet.Column.Of("institution_id", told.Select(t => t.Institution)), RowSet.Column.Of("reason", told.Select(t => t.Reason)));
        var fresh = trip.Ask(
            $"insert into escalation (institution_id, reason, told_at) select a.institution_id, a.reason, @now from {added.Sql} where true on conflict (institution_id, reason) do nothing returning institution_id, reason",
            row => (row.Long(0), row.Text(1)),
            [trip.Instant("now", clock.GetUtcNow()), .. added.Parameters]);
        var ended = trip.Rows("o", RowSet.Column.Of("institution_id", over.Select(t => t.Institution)), RowSet.Column.Of("reason", over.Select(t => t.Reason)));
        trip.Do(
            $"delete from escalation where exists (select 1 from {ended.Sql} where o.institution_id = escalation.institution_id and o.reason = escalation.reason)",
            ended.Parameters);
        await trip.RunAsync(cancellationToken);
        return fresh.Rows.ToHashSet();
    }

    internal static async Task<int> DeleteOldAsync(DataConnection db, DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        var removed = 0;
        var trip = RoundTrip.On(db);
        trip.Do(
            "delete from reminder where id in (select id from reminder where sent_at < @old limit @most)",
            [trip.Instant("old", now - Retention), new DataParameter("most", most)],
            rows => removed = rows);
        await trip.RunAsync(cancellationToken);
        return removed;
    }

    /// <summary>What of the roster is read, as conditions on columns.</summary>
    /// <param name="Of">Of a column that holds an institution.</param>
    /// <param name="OfPerson">Of a column that holds a person; it may let more through.</param>
    /// <param name="OfPost">Of a person's and an institution's.</param>
    private sealed record Part(Func<string, string> Of, Func<string, string> OfPerson, Func<string, string, string> OfPost, params DataParameter[] Parameters)
    {
        private const string True = "1 = 1";

        public static Part All { get; } = new(_ => True, _ => True, (_, _) => True);

        /// <summary>These people, and the institutions for which they act or have acted.</summary>
        public static Part OfPeople(NumberSet people) =>
            new(institution => MembershipStore.IsOf(institution, people), people.Has, (person, _) => people.Has(person), people.Parameter);

        /// <summary>Institutions after one up to another, and whoever acts for them.</summary>
        public static Part OfInstitutions(long after, long last)
        {
            static string Among(string institution) => $"{institution} > @after and {institution} <= @last";
            return new(
                Among,
                person => $"{person} in (select a.person_id from membership a where {Among("a.institution_id")})",
                (_, institution) => Among(institution),
                new DataParameter("after", after),
                new DataParameter("last", last));
        }
    }

    private ImmutableArray<OpenLine> OpenOf(
        Institution institution,
        HashSet<ReportLine> done,
        Dictionary<ReportLine, DateOnly> promised,
        Dictionary<ReportLine, LineDecision> decided,
        Dictionary<(long Institution, LineKey? Line), DateOnly> held)
    {
        DateOnly? all = held.TryGetValue((institution.Id, null), out var whole) ? whole : null;
        var open = ImmutableArray.CreateBuilder<OpenLine>();
        foreach (var line in orders.LinesFor(institution.Type))
        {
            var key = new ReportLine(institution.Id, line.Key.Order, line.Key.Point);
            var decision = decided.GetValueOrDefault(key);
            if (line.Mandatory && !done.Contains(key) && decision is not { Due: null } && (decision?.Due ?? line.Point.Deadline) is { } deadline)
            {
                open.Add(new OpenLine(
                    line, deadline, promised.TryGetValue(key, out var day) ? day : null, held.TryGetValue((institution.Id, line.Key), out var own) && !(all >= own) ? own : all));
            }
        }

        return open.ToImmutable();
    }
}

/// <summary>How all stand now, as it was read.</summary>
/// <param name="Posts">Of all who act, or will: who can't be written to as well.</param>
/// <param name="Reminded">By person and institution, up to which step of which line.</param>
/// <param name="Forgotten">When a reminder to whom, unanswered so far, will be too old to count; only where that was asked for.</param>
internal sealed record ReminderPrelude(
    IReadOnlyList<ActingPost> Posts,
    ImmutableArray<(Institution Institution, ImmutableArray<OpenLine> Open)> Institutions,
    ILookup<(long Person, long Institution), (LineKey Line, DateTimeOffset StepAt)> Reminded,
    IReadOnlySet<(long Institution, string Reason)> Told,
    ImmutableArray<(long Person, DateTimeOffset At)> Forgotten);

/// <param name="Until">When he ceases to act for it; null: that is not known.</param>
/// <param name="Reachable">May be written to.</param>
internal sealed record ActingPost(
    long PersonId, long InstitutionId, string Role, DateTimeOffset Since, DateTimeOffset? Until, bool Reachable, DateOnly? Later, int Unanswered)
{
    public bool IsInForce(DateTimeOffset now) => Since <= now && !(Until <= now);

    public RemindedPost ToReminded(Institution institution, ImmutableArray<OpenLine> open, IReadOnlyDictionary<LineKey, DateTimeOffset> reminded) =>
        new(PersonId, Role, institution, Since, open, reminded, Later, Unanswered);
}

/// <param name="Posts">Of those who can be written to and want it.</param>
/// <param name="Told">Of which institution the specialist was told what.</param>
internal sealed record ReminderState(
    ImmutableArray<RemindedPost> Posts, ImmutableArray<ReachedInstitution> Institutions, IReadOnlySet<(long Institution, string Reason)> Told);

internal sealed record ReachedInstitution(Institution Institution, ImmutableArray<OpenLine> Open, ImmutableArray<Reach> People);

/// <param name="Reachable">May be written to.</param>
internal sealed record Reach(bool Reachable, int Unanswered);

/// <summary>A reminder as it was written down when it was put into the outbox.</summary>
internal sealed record RecordedReminder(long Id, long PersonId, long InstitutionId, ImmutableArray<LineKey> Lines, DateTimeOffset At);

internal sealed record SentReminder(RemindedPost Post, ImmutableArray<DueLine> Lines)
{
    public long PersonId => Post.PersonId;

    public long InstitutionId => Post.Institution.Id;
}
