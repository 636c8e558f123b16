using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Calendar;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders;

/// <summary>
/// The days by which institutions mean to have done what they have not reported; the order's deadline stays. Kept when the
/// point is reported: whether a promise still stands, the reader tells from what was reported after it.
/// </summary>
public sealed class PromiseStore(PersonStore people, JournalStore journal, OrderBook orders, IOptions<OfficeOptions> office, TimeProvider clock)
{
    /// <summary>So many days ahead may a promise lie.</summary>
    public const int FurthestDay = 366;

    /// <summary>The institution will do it by this day; another day takes the place of the one before.</summary>
    /// <param name="due">In the office's time zone; from today on.</param>
    /// <param name="reason">Why it takes longer; empty when nothing is said of it.</param>
    /// <returns><see cref="WriteResult.NotAllowed"/> also for a day that can't be promised.</returns>
    public async Task<WriteResult> PromiseAsync(DataConnection db, long personId, ReportLine line, DateOnly due, string reason, CancellationToken cancellationToken)
    {
        await JournalStore.LockAsync(db, cancellationToken);
        var now = clock.GetUtcNow();
        if (!await people.ActsForAsync(db, personId, line.InstitutionId, cancellationToken))
        {
            return WriteResult.NotAllowed;
        }

        if (!await HasLineAsync(db, line, cancellationToken))
        {
            return WriteResult.NotFound;
        }

        var today = office.Value.GetZone().DayOf(now);
        if (due < today || due > today.AddDays(FurthestDay))
        {
            return WriteResult.NotAllowed;
        }

        var report = await db.GetTable<ReportRecord>().FirstOrDefaultAsync(
            r => r.InstitutionId == line.InstitutionId && r.OrderNumber.Is(new Exactly(line.Order)) && r.Point.Is(new Exactly(line.Point)), cancellationToken);
        var before = await OfLine(db, line).FirstOrDefaultAsync(cancellationToken);
        switch (report?.Status)
        {
            case ReportStatus.Accepted:
                return WriteResult.AlreadyAccepted;
            case ReportStatus.Reported:
            // One that was made before a report which is no more has to be made anew, even for the same day.
            case var _ when before?.Due == due && (before.Reason ?? "") == reason && !(report?.ReceivedAt >= before.MadeAt):
                return WriteResult.Unchanged;
        }

        await db.InsertOrReplaceAsync(
            new PromiseRecord { InstitutionId = line.InstitutionId, OrderNumber = line.Order, Point = line.Point, Due = due, PersonId = personId, MadeAt = now, Reason = reason.Length > 0 ? reason : null },
            token: cancellationToken);
        await journal.AppendAsync(
            db,
            new JournalEntry(personId, "promised", OrdersJson.Write(reason.Length > 0 ? [("due", $"{due:yyyy-MM-dd}"), ("reason", reason)] : [("due", $"{due:yyyy-MM-dd}")]), line.InstitutionId, line.Order, line.Point),
            cancellationToken);
        return WriteResult.Done;
    }

    /// <summary>The last promise of each line of these institutions.</summary>
    public async Task<IReadOnlyList<Promise>> OfInstitutionsAsync(
        DataConnection db, IReadOnlyCollection<long> institutionIds, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var institutions = trip.Numbers("institutions", institutionIds);
        var promises = Ask(trip, institutions.Has("p.institution_id"), institutions.Parameter);
        await trip.RunAsync(cancellationToken);
        return promises.Rows;
    }

    /// <summary>Those of the institutions for which these persons act, or have acted.</summary>
    internal static RoundTrip.Answer<Promise> AskOfPersons(RoundTrip trip, IReadOnlyCollection<long> personIds)
    {
        var persons = trip.Numbers("persons", personIds);
        return Ask(trip, MembershipStore.IsOf("p.institution_id", persons), persons.Parameter);
    }

    private static RoundTrip.Answer<Promise> Ask(RoundTrip trip, string which, DataParameter parameter) => trip.Ask(
        $"""
        select p.institution_id, p.order_number, p.point, p.due, p.person_id, p.made_at from promise p
        where {which}
        order by p.due, p.institution_id, p.point
        """,
        row => new Promise(new ReportLine(row.Long(0), row.Text(1), row.Text(2)), row.Day(3), row.Long(4), row.Instant(5)),
        parameter);

    /// <summary>How many lines of the roster are promised and neither wait for review nor are accepted.</summary>
    public Task<int> CountOpenAsync(DataConnection db, CancellationToken cancellationToken) => (
            from p in db.GetTable<PromiseRecord>()
            join i in db.GetTable<InstitutionRecord>() on p.InstitutionId equals i.Id
            where !i.Archived
                && !db.GetTable<ReportRecord>().Any(r => r.InstitutionId == p.InstitutionId && r.OrderNumber == p.OrderNumber && r.Point == p.Point
                    && (r.Status == ReportStatus.Reported || r.Status == ReportStatus.Accepted))
            select p)
        .CountAsync(cancellationToken);

    private async Task<bool> HasLineAsync(DataConnection db, ReportLine line, CancellationToken cancellationToken) =>
        await db.GetTable<InstitutionRecord>().Where(i => i.Id == line.InstitutionId).Select(i => i.Type).FirstOrDefaultAsync(cancellationToken) is { } type
        && orders.FindLine(line.Key, type) is not null;

    private static IQueryable<PromiseRecord> OfLine(DataConnection db, ReportLine line) => db.GetTable<PromiseRecord>()
        .Where(p => p.InstitutionId == line.InstitutionId && p.OrderNumber.Is(new Exactly(line.Order)) && p.Point.Is(new Exactly(line.Point)));
}

/// <param name="Due">The last day, in the office's time zone.</param>
public sealed record Promise(ReportLine Line, DateOnly Due, long PersonId, DateTimeOffset MadeAt);
