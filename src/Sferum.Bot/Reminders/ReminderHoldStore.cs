using System.Globalization;
using LinqToDB;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Calendar;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Reminders;

/// <summary>Which reminders the specialist holds and until when, each time with an entry in the journal.</summary>
public sealed class ReminderHoldStore(JournalStore journal, OrderBook orders, IOptions<OfficeOptions> office, TimeProvider clock)
{
    /// <summary>So many days ahead may reminders be held.</summary>
    public const int FurthestDay = 366;

    /// <summary>Of a hold that is over the journal tells; long enough that in no time zone it is not over yet.</summary>
    internal static readonly TimeSpan Retention = TimeSpan.FromDays(2);

    private DateOnly Today => office.Value.GetZone().DayOf(clock.GetUtcNow());

    /// <summary>Nobody is reminded up to this day; another day takes the place of the one before.</summary>
    /// <param name="line">Null: of anything there.</param>
    /// <param name="until">The last day without reminders, in the office's time zone; from today on.</param>
    public async Task<WriteResult> HoldAsync(
        DataConnection db, long specialistId, long institutionId, LineKey? line, DateOnly until, CancellationToken cancellationToken)
    {
        await JournalStore.LockAsync(db, cancellationToken);
        if (await CheckAsync(db, specialistId, institutionId, line, cancellationToken) is var result && result != WriteResult.Done)
        {
            return result;
        }

        if (until < Today || until > Today.AddDays(FurthestDay))
        {
            return WriteResult.Incomplete;
        }

        var trip = RoundTrip.On(db);
        var held = trip.Ask(
            """
            insert into reminder_hold (institution_id, order_number, point, until, held_by, held_at) values (@institution, @order, @point, @until, @by, @now)
            on conflict (institution_id, order_number, point) do update set until = excluded.until, held_by = excluded.held_by, held_at = excluded.held_at
            where reminder_hold.until <> excluded.until
            returning institution_id
            """,
            row => row.Long(0),
            [.. Parameters(institutionId, line), new DataParameter("until", until, DataType.Date), new DataParameter("by", specialistId), trip.Instant("now", clock.GetUtcNow())]);
        await trip.RunAsync(cancellationToken);
        if (held.Rows.Count == 0)
        {
            return WriteResult.Unchanged;
        }

        await NoteAsync(db, specialistId, "reminders_held", institutionId, line, until, cancellationToken);
        return WriteResult.Done;
    }

    /// <summary>Reminders go again. What else is held there stays so.</summary>
    public async Task<WriteResult> ReleaseAsync(DataConnection db, long specialistId, long institutionId, LineKey? line, CancellationToken cancellationToken)
    {
        await JournalStore.LockAsync(db, cancellationToken);
        if (await CheckAsync(db, specialistId, institutionId, null, cancellationToken) is var result && result != WriteResult.Done)
        {
            return result;
        }

        var trip = RoundTrip.On(db);
        var released = trip.Ask(
            "delete from reminder_hold where institution_id = @institution and order_number = @order and point = @point and until >= @today returning institution_id",
            row => row.Long(0),
            [.. Parameters(institutionId, line), new DataParameter("today", Today, DataType.Date)]);
        await trip.RunAsync(cancellationToken);
        if (released.Rows.Count == 0)
        {
            return WriteResult.Unchanged;
        }

        await NoteAsync(db, specialistId, "reminders_released", institutionId, line, null, cancellationToken);
        return WriteResult.Done;
    }

    /// <summary>Those that are not over, by the name of the institution.</summary>
    public async Task<IReadOnlyList<ReminderHold>> InForceAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var holds = trip.Ask(
            """
            select i.id, i.name, i.type, h.order_number, h.point, h.until, h.held_by, h.held_at
            from reminder_hold h join institution i on i.id = h.institution_id
            where h.until >= @today and not i.archived order by i.name, i.id, h.order_number, h.point
            """,
            row => new ReminderHold(new Institution(row.Long(0), row.Text(1), row.Text(2)), LineOf(row.Text(3), row.Text(4)), row.Day(5), row.Long(6), row.Instant(7)),
            new DataParameter("today", Today, DataType.Date));
        await trip.RunAsync(cancellationToken);
        return holds.Rows;
    }

    /// <summary>What is held on this day of the institutions for which these persons act, or have acted.</summary>
    internal static RoundTrip.Answer<(long InstitutionId, LineKey? Line, DateOnly Until)> AskOfPersons(RoundTrip trip, IReadOnlyCollection<long> personIds, DateOnly today)
    {
        var persons = trip.Numbers("persons", personIds);
        return Ask(trip, $"h.until >= @today and {MembershipStore.IsOf("h.institution_id", persons)}", persons.Parameter, new DataParameter("today", today, DataType.Date));
    }

    /// <summary>Institution, line (null: all of them) and last day.</summary>
    /// <param name="which">A condition on h.</param>
    internal static RoundTrip.Answer<(long InstitutionId, LineKey? Line, DateOnly Until)> Ask(RoundTrip trip, string which, params DataParameter[] parameters) => trip.Ask(
        $"select h.institution_id, h.order_number, h.point, h.until from reminder_hold h where {which}",
        row => (row.Long(0), LineOf(row.Text(1), row.Text(2)), row.Day(3)),
        parameters);

    internal static async Task<int> DeleteOldAsync(DataConnection db, DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        var removed = 0;
        var trip = RoundTrip.On(db);
        trip.Do(
            """
            delete from reminder_hold where (institution_id, order_number, point) in (
                select h.institution_id, h.order_number, h.point from reminder_hold h where h.until < @old limit @most)
            """,
            [new DataParameter("old", DateOnly.FromDateTime((now - Retention).UtcDateTime), DataType.Date), new DataParameter("most", most)],
            rows => removed = rows);
        await trip.RunAsync(cancellationToken);
        return removed;
    }

    private async Task<WriteResult> CheckAsync(DataConnection db, long specialistId, long institutionId, LineKey? line, CancellationToken cancellationToken)
    {
        if (!await SubstituteStore.IsSpecialistAsync(db, office.Value, clock, specialistId, cancellationToken))
        {
            return WriteResult.NotAllowed;
        }

        var trip = RoundTrip.On(db);
        var types = trip.Ask("select i.type from institution i where i.id = @id and not i.archived", row => row.Text(0), new DataParameter("id", institutionId));
        await trip.RunAsync(cancellationToken);
        return types.Rows is [var type] && (line is not { } key || orders.FindLine(key, type) is not null) ? WriteResult.Done : WriteResult.NotFound;
    }

    /// <summary>The line stands beside what belongs to the entry: it says nothing of how the institution stands to it, which is what a line's history tells.</summary>
    private Task<long> NoteAsync(
        DataConnection db, long specialistId, string action, long institutionId, LineKey? line, DateOnly? until, CancellationToken cancellationToken)
    {
        (string Name, string? Value)[] data = [("line", line?.ToString()), ("until", until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];
        return journal.AppendAsync(
            db,
            new JournalEntry(specialistId, action, OrdersJson.Write(data.Where(d => d.Value is not null).Select(d => (d.Name, d.Value ?? ""))), institutionId),
            cancellationToken);
    }

    private static LineKey? LineOf(string order, string point) => point.Length == 0 ? null : new LineKey(order, point);

    private static DataParameter[] Parameters(long institutionId, LineKey? line) =>
        [new("institution", institutionId), new("order", line?.Order ?? "", DataType.NVarChar), new("point", line?.Point ?? "", DataType.NVarChar)];
}

/// <param name="Line">Null: all of the institution's.</param>
/// <param name="Until">The last day without reminders.</param>
public sealed record ReminderHold(Institution Institution, LineKey? Line, DateOnly Until, long HeldBy, DateTimeOffset HeldAt);
