using System.Collections.Immutable;
using System.Globalization;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders;

/// <summary>
/// What was reported for each point. Every write checks the right of the person who asks for it, since a payload may be
/// forged, and leaves an entry in the journal.
/// </summary>
public sealed partial class ReportStore(Database database, PersonStore people, JournalStore journal, OrderBook orders, IOptions<OfficeOptions> office, TimeProvider clock)
{
    /// <summary>Reports of these institutions.</summary>
    public async Task<IReadOnlyList<Report>> OfInstitutionsAsync(
        DataConnection db, IReadOnlyCollection<long> institutionIds, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var institutions = trip.Numbers("institutions", institutionIds);
        var reports = Ask(trip, institutions.Has("r.institution_id"), institutions.Parameter);
        await trip.RunAsync(cancellationToken);
        return [.. reports.Rows.Select(Read)];
    }

    /// <summary>These reports, in whatever order.</summary>
    public async Task<IReadOnlyList<Report>> OfIdsAsync(DataConnection db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var wanted = trip.Numbers("reports", ids);
        var reports = Ask(trip, wanted.Has("r.id"), wanted.Parameter);
        await trip.RunAsync(cancellationToken);
        return [.. reports.Rows.Select(Read)];
    }

    /// <summary>Those of the institutions for which these persons act, or have acted.</summary>
    internal static Func<IEnumerable<Report>> AskOfPersons(RoundTrip trip, IReadOnlyCollection<long> personIds)
    {
        var persons = trip.Numbers("persons", personIds);
        var records = Ask(trip, MembershipStore.IsOf("r.institution_id", persons), persons.Parameter);
        return () => records.Rows.Select(Read);
    }

    private static RoundTrip.Answer<ReportRecord> Ask(RoundTrip trip, string which, DataParameter parameter) => trip.Ask(
        $"""
        select r.id, r.institution_id, r.order_number, r.point, r.kind, r.status, r.revision, r.answers, r.late, r.reported_by, r.received_at,
            r.reviewed_by, r.reviewed_at, r.return_reason
        from report r where {which}
        """,
        row => new ReportRecord
        {
            Id = row.Long(0),
            InstitutionId = row.Long(1),
            OrderNumber = row.Text(2),
            Point = row.Text(3),
            Kind = row.Text(4),
            Status = row.Text(5),
            Revision = row.Int(6),
            Answers = row.Text(7),
            Late = row.Flag(8),
            ReportedBy = row.Long(9),
            ReceivedAt = row.Instant(10),
            ReviewedBy = row.LongOrNull(11),
            ReviewedAt = row.InstantOrNull(12),
            ReturnReason = row.TextOrNull(13),
        },
        parameter);

    /// <summary>Reports that wait for review, the oldest first, and the one of <paramref name="alsoId"/> whatever its state.</summary>
    public async Task<IReadOnlyList<Report>> WaitingAsync(DataConnection db, int most, long? alsoId, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var waiting = Ask(trip, $"r.status = '{ReportStatus.Reported}' order by r.received_at, r.id limit @most", new DataParameter("most", most));
        var also = Ask(trip, "r.id = @also", new DataParameter("also", alsoId ?? 0));
        await trip.RunAsync(cancellationToken);
        return [.. waiting.Rows.Concat(also.Rows).DistinctBy(r => r.Id).Select(Read)];
    }

    /// <summary>Number of accepted points of an order by institution.</summary>
    public async Task<ILookup<long, string>> AcceptedAsync(DataConnection db, string order, CancellationToken cancellationToken) =>
        (await db.GetTable<ReportRecord>()
            .Where(r => r.OrderNumber == order && r.Status == ReportStatus.Accepted)
            .Select(r => new { r.InstitutionId, r.Point })
            .ToListAsync(cancellationToken)).ToLookup(r => r.InstitutionId, r => r.Point);

    /// <summary>The head takes a report back that has not been accepted.</summary>
    /// <param name="number">The version he has seen: a newer one that waits is not taken back unseen.</param>
    public async Task<WriteResult> WithdrawAsync(DataConnection db, long personId, ReportLine line, string number, CancellationToken cancellationToken)
    {
        await JournalStore.LockAsync(db, cancellationToken);
        if (!await people.ActsForAsync(db, personId, line.InstitutionId, cancellationToken))
        {
            return WriteResult.NotAllowed;
        }

        var record = await OfLine(db, line).FirstOrDefaultAsync(cancellationToken);
        switch (record?.Status)
        {
            case null:
                return WriteResult.NotFound;
            case ReportStatus.Accepted:
                return WriteResult.AlreadyAccepted;
            case ReportStatus.Withdrawn:
                return WriteResult.Unchanged;
            case ReportStatus.Reported when NumberOf(record) != number:
                return WriteResult.Outdated;
        }

        record.Status = ReportStatus.Withdrawn;
        await db.UpdateAsync(record, token: cancellationToken);
        await ChatBinding.BindAsync(db, line, ImmutableSortedDictionary<string, string>.Empty, cancellationToken);
        await AppendAsync(db, personId, "withdrawn", line, record, ImmutableSortedDictionary<string, string>.Empty, cancellationToken);
        return WriteResult.Done;
    }

    /// <param name="number">The version that was seen: a newer one is not accepted unseen.</param>
    public Task<(WriteResult Result, Report? Report)> AcceptAsync(
        DataConnection db, long specialistId, long reportId, string number, CancellationToken cancellationToken) =>
        ReviewAsync(db, specialistId, reportId, number, ReportStatus.Accepted, null, cancellationToken);

    /// <inheritdoc cref="AcceptAsync"/>
    public Task<(WriteResult Result, Report? Report)> ReturnAsync(
        DataConnection db, long specialistId, long reportId, string number, string reason, CancellationToken cancellationToken) =>
        ReviewAsync(db, specialistId, reportId, number, ReportStatus.Returned, reason, cancellationToken);

    private async Task<(WriteResult Result, Report? Report)> ReviewAsync(
        DataConnection db, long specialistId, long reportId, string number, string status, string? reason, CancellationToken cancellationToken)
    {
        var behind = RoundTrip.On(db);
        JournalStore.Lock(behind);
        var found = Ask(behind, "r.id = @id", new DataParameter("id", reportId));
        await behind.RunAsync(cancellationToken);
        if (!await SubstituteStore.IsSpecialistAsync(db, office.Value, clock, specialistId, cancellationToken))
        {
            return (WriteResult.NotAllowed, null);
        }

        var record = found.Rows is [var row] ? row : null;
        switch (record?.Status)
        {
            case null:
                return (WriteResult.NotFound, null);
            case ReportStatus.Accepted or ReportStatus.Returned or ReportStatus.Withdrawn:
                return (WriteResult.Unchanged, Read(record));
            case ReportStatus.Reported when NumberOf(record) != number:
                return (WriteResult.Outdated, Read(record));
        }

        record.Status = status;
        record.ReturnReason = reason;
        record.ReviewedBy = specialistId;
        record.ReviewedAt = clock.GetUtcNow();
        var trip = RoundTrip.On(db);
        trip.Do(
            "update report set status = @status, return_reason = @reason, reviewed_by = @by, reviewed_at = @at where id = @id",
            [
                new DataParameter("status", status, DataType.NVarChar),
                new DataParameter("reason", reason, DataType.NVarChar),
                new DataParameter("by", specialistId),
                trip.Instant("at", clock.GetUtcNow()),
                new DataParameter("id", reportId),
            ]);
        await trip.RunAsync(cancellationToken);
        var line = new ReportLine(record.InstitutionId, record.OrderNumber, record.Point);
        var data = ImmutableSortedDictionary<string, string>.Empty;
        await AppendAsync(db, specialistId, status, line, record, reason is null ? data : data.Add("reason", reason), cancellationToken);
        return (WriteResult.Done, Read(record));
    }

    private Task<long> AppendAsync(
        DataConnection db,
        long actorId,
        string action,
        ReportLine line,
        ReportRecord record,
        ImmutableSortedDictionary<string, string> data,
        CancellationToken cancellationToken) => journal.AppendAsync(db, EntryOf(actorId, action, line, record, data), cancellationToken);

    private static JournalEntry EntryOf(long actorId, string action, ReportLine line, ReportRecord record, ImmutableSortedDictionary<string, string> data) =>
        new(actorId, action, OrdersJson.Write(data.SetItem(JournalStore.ReportNumber, NumberOf(record))), line.InstitutionId, line.Order, line.Point);

    private static IQueryable<ReportRecord> OfLine(DataConnection db, ReportLine line) => db.GetTable<ReportRecord>()
        .Where(r => r.InstitutionId == line.InstitutionId && r.OrderNumber.Is(new Exactly(line.Order)) && r.Point.Is(new Exactly(line.Point)));

    private static Report Read(ReportRecord r) => new(
        r.Id,
        NumberOf(r),
        new ReportLine(r.InstitutionId, r.OrderNumber, r.Point),
        r.Kind,
        r.Revision,
        r.Status,
        OrdersJson.Read(r.Answers),
        r.Late,
        r.ReportedBy,
        r.ReceivedAt,
        r.ReviewedAt,
        r.ReturnReason);

    /// <summary>The number on the receipt: the report's own and, from the second version on, the version's.</summary>
    private static string NumberOf(ReportRecord r) =>
        r.Revision > 1 ? $"{r.Id.ToString(CultureInfo.InvariantCulture)}-{r.Revision.ToString(CultureInfo.InvariantCulture)}" : r.Id.ToString(CultureInfo.InvariantCulture);
}
