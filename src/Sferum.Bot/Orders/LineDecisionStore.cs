using LinqToDB;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Calendar;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders;

/// <summary>What the specialist has decided on a line of one institution, each time with an entry in the journal.</summary>
public sealed class LineDecisionStore(JournalStore journal, OrderBook orders, IOptions<OfficeOptions> office, TimeProvider clock)
{
    /// <summary>The institution has until this day; another decision takes the place of the one before.</summary>
    /// <param name="due">In the office's time zone; null: the institution is excused from the line.</param>
    public async Task<WriteResult> ChangeAsync(DataConnection db, long specialistId, ReportLine line, DateOnly? due, CancellationToken cancellationToken)
    {
        await JournalStore.LockAsync(db, cancellationToken);
        if (await FindAsync(db, specialistId, line, cancellationToken) is var (result, found, before) && result != WriteResult.Done)
        {
            return result;
        }

        // Another day can only be a later one: an old button must not take away what was granted since.
        var today = office.Value.GetZone().DayOf(clock.GetUtcNow());
        var standing = before?.Due ?? found?.Point.Deadline;
        if (due is not null && (due < standing || due < today || due > today.AddDays(PromiseStore.FurthestDay)))
        {
            return WriteResult.NotAllowed;
        }

        if (before is not null && before.Due == due)
        {
            return WriteResult.Unchanged;
        }

        var trip = RoundTrip.On(db);
        trip.Do(
            """
            insert into line_decision (institution_id, order_number, point, due, changed_by, changed_at) values (@institution, @order, @point, @due, @by, @now)
            on conflict (institution_id, order_number, point) do update set due = excluded.due, changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """,
            [.. Parameters(line), new DataParameter("due", due, DataType.Date), new DataParameter("by", specialistId), trip.Instant("now", clock.GetUtcNow())]);
        await trip.RunAsync(cancellationToken);
        await AppendAsync(db, specialistId, due is null ? "excused" : "extended", line, due, cancellationToken);
        return WriteResult.Done;
    }

    /// <summary>The line is again as the order has it.</summary>
    public async Task<WriteResult> RestoreAsync(DataConnection db, long specialistId, ReportLine line, CancellationToken cancellationToken)
    {
        await JournalStore.LockAsync(db, cancellationToken);
        if (await FindAsync(db, specialistId, line, cancellationToken) is var (result, _, before) && result != WriteResult.Done)
        {
            return result;
        }

        if (before is null)
        {
            return WriteResult.Unchanged;
        }

        var trip = RoundTrip.On(db);
        trip.Do("delete from line_decision where institution_id = @institution and order_number = @order and point = @point", Parameters(line));
        await trip.RunAsync(cancellationToken);
        await AppendAsync(db, specialistId, "restored", line, null, cancellationToken);
        return WriteResult.Done;
    }

    /// <summary>Those of the institutions for which these persons act, or have acted.</summary>
    internal static RoundTrip.Answer<LineDecision> AskOfPersons(RoundTrip trip, IReadOnlyCollection<long> personIds)
    {
        var persons = trip.Numbers("persons", personIds);
        return Ask(trip, MembershipStore.IsOf("c.institution_id", persons), persons.Parameter);
    }

    internal static RoundTrip.Answer<LineDecision> AskOfInstitutions(RoundTrip trip, NumberSet institutions) =>
        Ask(trip, institutions.Has("c.institution_id"), institutions.Parameter);

    /// <param name="which">A condition on c; without it all of them.</param>
    internal static RoundTrip.Answer<LineDecision> Ask(RoundTrip trip, string which = "1 = 1", params DataParameter[] parameters) => trip.Ask(
        $"select c.institution_id, c.order_number, c.point, c.due from line_decision c where {which}",
        row => new LineDecision(new ReportLine(row.Long(0), row.Text(1), row.Text(2)), row.DayOrNull(3)),
        parameters);

    private async Task<(WriteResult Result, OrderLine? Line, LineDecision? Before)> FindAsync(
        DataConnection db, long specialistId, ReportLine line, CancellationToken cancellationToken)
    {
        if (!await SubstituteStore.IsSpecialistAsync(db, office.Value, clock, specialistId, cancellationToken))
        {
            return (WriteResult.NotAllowed, null, null);
        }

        var trip = RoundTrip.On(db);
        var institution = trip.Ask("select i.type from institution i where i.id = @institution", row => row.Text(0), Parameters(line)[0]);
        var before = Ask(trip, "c.institution_id = @institution and c.order_number = @order and c.point = @point", Parameters(line));
        await trip.RunAsync(cancellationToken);
        return institution.Rows is [var type] && orders.FindLine(line.Key, type) is { } found
            ? (WriteResult.Done, found, before.Rows is [var known] ? known : null)
            : (WriteResult.NotFound, null, null);
    }

    private Task<long> AppendAsync(DataConnection db, long specialistId, string action, ReportLine line, DateOnly? due, CancellationToken cancellationToken) =>
        journal.AppendAsync(
            db,
            new JournalEntry(specialistId, action, OrdersJson.Write(due is null ? [] : [("due", $"{due:yyyy-MM-dd}")]), line.InstitutionId, line.Order, line.Point),
            cancellationToken);

    private static DataParameter[] Parameters(ReportLine line) =>
        [new("institution", line.InstitutionId), new("order", line.Order, DataType.NVarChar), new("point", line.Point, DataType.NVarChar)];
}

/// <param name="Due">The institution's own deadline; null: it is excused.</param>
public sealed record LineDecision(ReportLine Line, DateOnly? Due);
