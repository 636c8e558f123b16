using LinqToDB;
using LinqToDB.Data;
using Sferum.Bot.Calendar;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders;

public sealed partial class ReportStore
{
    /// <summary>
    /// Writes down what the specialist was told by telephone. It stands as a report without evidence, marked as such, until
    /// the institution reports itself; late is what was told after the deadline.
    /// </summary>
    /// <returns><see cref="WriteResult.AlreadyAccepted"/> also where a report waits for review: that is worth more.</returns>
    public async Task<(WriteResult Result, Report? Report)> RecordToldAsync(
        DataConnection db, long specialistId, ReportLine line, ReportContent.Told told, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var behind = RoundTrip.On(db);
        JournalStore.Lock(behind);
        var one = behind.Numbers("institutions", [line.InstitutionId]);
        var types = behind.Ask($"select i.type from institution i where {one.Has("i.id")}", row => row.Text(0), one.Parameter);
        var reports = Ask(behind, one.Has("r.institution_id"), one.Parameter);
        var moved = LineDecisionStore.AskOfInstitutions(behind, one);
        await behind.RunAsync(cancellationToken);
        if (!await SubstituteStore.IsSpecialistAsync(db, office.Value, clock, specialistId, cancellationToken))
        {
            return (WriteResult.NotAllowed, null);
        }

        if (types.Rows is not [var type] || orders.FindLine(line.Key, type) is not { } orderLine)
        {
            return (WriteResult.NotFound, null);
        }

        var today = office.Value.GetZone().DayOf(now);
        if (told.Problem(today) is not null)
        {
            return (WriteResult.Incomplete, null);
        }

        var existing = reports.Rows.FirstOrDefault(r => LineOf(r) == line);
        if (existing?.Status is ReportStatus.Accepted or ReportStatus.Reported)
        {
            return (WriteResult.AlreadyAccepted, null);
        }

        var answers = told.ToAnswers();
        var deadline = moved.Rows.FirstOrDefault(d => d.Line == line)?.Due ?? orderLine.Point.Deadline;
        var record = Reported(existing, line, ReportKind.ByPhone, answers, specialistId, now, isLate: told.Day > deadline);
        if (existing is null)
        {
            record.Id = await db.InsertWithInt64IdentityAsync(record, token: cancellationToken);
        }
        else
        {
            await UpdateAsync(db, [record], cancellationToken);
        }

        await AppendAsync(db, specialistId, "told_by_phone", line, record, answers, cancellationToken);
        return (WriteResult.Done, Read(record));
    }
}
