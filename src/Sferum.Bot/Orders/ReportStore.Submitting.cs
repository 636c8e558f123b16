using System.Collections.Immutable;
using LinqToDB;
using LinqToDB.Data;
using Sferum.Bot.Calendar;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders;

public sealed partial class ReportStore
{
    /// <inheritdoc cref="SubmitAsync(DataConnection, IReadOnlyList{Submission}, CancellationToken)"/>
    /// <param name="deadline">The last day, in the office's time zone; null when there is none.</param>
    public async Task<(WriteResult Result, long ReportId)> SubmitAsync(
        DataConnection db,
        long personId,
        ReportLine line,
        ReportContent content,
        DateOnly? deadline,
        CancellationToken cancellationToken)
    {
        var (result, report) = (await SubmitAsync(db, [new Submission(personId, line, content, deadline)], cancellationToken))[0];
        return (result, report?.Id ?? 0);
    }

    /// <summary>
    /// Points are reported, or reported anew until they are accepted. Late is marked, never refused. Refused are a line that
    /// the order does not have for this institution, and answers that are not those of the line. Many at once cost hardly
    /// more than one.
    /// </summary>
    /// <returns>In the order of the submissions; no report for one that was refused without there being any.</returns>
    public async Task<IReadOnlyList<(WriteResult Result, Report? Report)>> SubmitAsync(
        DataConnection db, IReadOnlyList<Submission> submissions, CancellationToken cancellationToken)
    {
        var results = new Dictionary<Submission, (WriteResult, Report?)>(ReferenceEqualityComparer.Instance);

        // Of a line that two people report at once, the second report stands on the first.
        foreach (var round in submissions.GroupBy(s => s.Line).SelectMany(same => same.Select((submission, place) => (submission, place))).GroupBy(s => s.place, s => s.submission))
        {
            await SubmitRoundAsync(db, [.. round], results, cancellationToken);
        }

        return [.. submissions.Select(submission => results[submission])];
    }

    /// <param name="submissions">Each of another line.</param>
    private async Task SubmitRoundAsync(
        DataConnection db, Submission[] submissions, Dictionary<Submission, (WriteResult, Report?)> results, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var trip = RoundTrip.On(db);
        JournalStore.Lock(trip);
        var institutions = trip.Numbers("institutions", submissions.Select(s => s.Line.InstitutionId));
        var persons = trip.Numbers("persons", submissions.Select(s => s.PersonId));
        var memberships = trip.Ask(
            $"""
            select m.person_id, m.institution_id, i.type from membership m join institution i on i.id = m.institution_id
            where {persons.Has("m.person_id")} and {institutions.Has("m.institution_id")} and {Memberships.AtNow}
            """,
            row => (PersonId: row.Long(0), InstitutionId: row.Long(1), Type: row.Text(2)),
            persons.Parameter,
            institutions.Parameter,
            trip.Instant("now", now));
        var reports = Ask(trip, institutions.Has("r.institution_id"), institutions.Parameter);
        var chats = trip.Ask(
            $"select c.institution_id, c.order_number, c.point from shown_chat c where {institutions.Has("c.institution_id")}",
            row => new ReportLine(row.Long(0), row.Text(1), row.Text(2)),
            institutions.Parameter);
        var moved = LineDecisionStore.AskOfInstitutions(trip, institutions);
        await trip.RunAsync(cancellationToken);
        var ownDeadlines = moved.Rows.Where(change => change.Due is not null).ToDictionary(change => change.Line, change => change.Due);
        var acting = memberships.Rows.ToLookup(m => (m.PersonId, m.InstitutionId), m => m.Type);
        var standing = reports.Rows.ToDictionary(LineOf);
        var changes = new List<Change>(submissions.Length);
        foreach (var submission in submissions)
        {
            var existing = standing.GetValueOrDefault(submission.Line);
            var type = acting[(submission.PersonId, submission.Line.InstitutionId)].FirstOrDefault();
            switch (await DecideAsync(db, submission, ownDeadlines.GetValueOrDefault(submission.Line) ?? submission.Deadline, type, existing, now, cancellationToken))
            {
                case (WriteResult.Done, { } change):
                    changes.Add(change);
                    break;
                case var (result, _):
                    results[submission] = (result, existing is null ? null : Read(existing));
                    break;
            }
        }

        await SaveAsync(db, changes, chats.Rows.ToHashSet(), cancellationToken);
        foreach (var change in changes)
        {
            results[change.Submission] = (WriteResult.Done, Read(change.Record));
        }
    }

    /// <param name="deadline">As it stands for this institution.</param>
    /// <param name="type">Of the institution; null when the person does not act for it.</param>
    private async Task<(WriteResult Result, Change? Change)> DecideAsync(
        DataConnection db, Submission submission, DateOnly? deadline, string? type, ReportRecord? existing, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (personId, line, content, _) = submission;
        if (type is null)
        {
            return (WriteResult.NotAllowed, null);
        }

        if (orders.FindLine(line.Key, type)?.Point is not { } point)
        {
            return (WriteResult.NotFound, null);
        }

        var (kind, answers) = content switch
        {
            ReportContent.Done done => (
                ReportKind.Done, await ChatBinding.WithTrustedAsync(db, personId, line, point.AnswersAmong(done.Answers), cancellationToken)),
            ReportContent.NotApplicable not => (ReportKind.NotApplicable, AnswersOf(not)),
            _ => throw new ArgumentOutOfRangeException(nameof(submission), content.GetType().Name, "unknown content"),
        };
        if (kind == ReportKind.Done ? !point.IsAnsweredBy(answers) : answers.IsEmpty)
        {
            return (WriteResult.Incomplete, null);
        }

        if (existing?.Status == ReportStatus.Accepted)
        {
            return (WriteResult.AlreadyAccepted, null);
        }

        if (existing?.Status == ReportStatus.Reported && existing.ReportedBy == personId && existing.Kind == kind && existing.Answers == OrdersJson.Write(answers))
        {
            return (WriteResult.Unchanged, null);
        }

        var record = Reported(existing, line, kind, answers, personId, now, isLate: deadline is { } day && office.Value.GetZone().DayOf(now) > day);
        return (WriteResult.Done, new Change(submission, record, kind == ReportKind.Done ? point.FilesAmong(answers) : [], answers));
    }

    /// <summary>The next version of what stands for a line; it waits for review.</summary>
    /// <param name="existing">Null: there is none.</param>
    private static ReportRecord Reported(
        ReportRecord? existing, ReportLine line, string kind, ImmutableSortedDictionary<string, string> answers, long personId, DateTimeOffset now, bool isLate)
    {
        var record = existing ?? new ReportRecord { InstitutionId = line.InstitutionId, OrderNumber = line.Order, Point = line.Point };
        record.Kind = kind;
        record.Status = ReportStatus.Reported;
        record.Revision++;
        record.Answers = OrdersJson.Write(answers);
        record.Late = isLate;
        record.ReportedBy = personId;
        record.ReceivedAt = now;
        record.ReviewedBy = null;
        record.ReviewedAt = null;
        record.ReturnReason = null;
        return record;
    }

    /// <param name="bound">Lines for which a chat counts until now.</param>
    private async Task SaveAsync(DataConnection db, IReadOnlyList<Change> changes, HashSet<ReportLine> bound, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
        {
            return;
        }

        var isAdded = changes.ToLookup(change => change.Record.Id == 0, change => change.Record);
        foreach (var added in isAdded[true])
        {
            added.Id = await db.InsertWithInt64IdentityAsync(added, token: cancellationToken);
        }

        await UpdateAsync(db, [.. isAdded[false]], cancellationToken);
        foreach (var change in changes)
        {
            await EvidenceStore.BindAsync(db, change.Record.Id, change.Record.Revision, change.Submission.PersonId, change.Files, cancellationToken);
        }

        foreach (var change in changes.Where(change => bound.Contains(change.Submission.Line) || ChatBinding.NamesAny(change.Answers)))
        {
            await ChatBinding.BindAsync(db, change.Submission.Line, change.Answers, cancellationToken);
        }

        await journal.AppendAsync(
            db,
            [
                .. changes.Select(change => EntryOf(
                    change.Submission.PersonId,
                    change.Record.Kind == ReportKind.Done ? "reported" : ReportKind.NotApplicable,
                    change.Submission.Line,
                    change.Record,
                    change.Answers)),
            ],
            cancellationToken);
    }

    private async Task UpdateAsync(DataConnection db, IReadOnlyList<ReportRecord> records, CancellationToken cancellationToken)
    {
        if (records.Count == 0)
        {
            return;
        }

        var rows = database.Rows(
            "r",
            RowSet.Column.Of("id", records.Select(r => r.Id)),
            RowSet.Column.Of("kind", records.Select(r => r.Kind)),
            RowSet.Column.Of("status", records.Select(r => r.Status)),
            RowSet.Column.Of("revision", records.Select(r => (long)r.Revision)),
            RowSet.Column.Of("answers", records.Select(r => r.Answers)),
            RowSet.Column.Of("late", records.Select(r => r.Late ? 1L : 0L)),
            RowSet.Column.Of("reported_by", records.Select(r => r.ReportedBy)),
            RowSet.Column.Of("received_at", records.Select(r => r.ReceivedAt)));
        var trip = RoundTrip.On(db);
        trip.Do(
            $"""
            update report set kind = r.kind, status = r.status, revision = r.revision, answers = r.answers, late = r.late <> 0,
                reported_by = r.reported_by, received_at = r.received_at, reviewed_by = null, reviewed_at = null, return_reason = null
            from {rows.Sql} where report.id = r.id
            """,
            rows.Parameters);
        await trip.RunAsync(cancellationToken);
    }

    /// <summary>The reason as the answer under which it is kept; none for one that is no reason.</summary>
    private static ImmutableSortedDictionary<string, string> AnswersOf(ReportContent.NotApplicable content)
    {
        var none = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        var reason = content.Reason.Trim();
        return reason.Length is >= ReportContent.NotApplicable.ShortestReason and <= ReportContent.NotApplicable.LongestReason
            ? none.Add(ReportContent.NotApplicable.ReasonAnswer, reason)
            : none;
    }

    private static ReportLine LineOf(ReportRecord record) => new(record.InstitutionId, record.OrderNumber, record.Point);

    private sealed record Change(Submission Submission, ReportRecord Record, IEnumerable<string> Files, ImmutableSortedDictionary<string, string> Answers);
}

/// <summary>A point that somebody reports.</summary>
/// <param name="Deadline">The last day, in the office's time zone; null when there is none.</param>
public sealed record Submission(long PersonId, ReportLine Line, ReportContent Content, DateOnly? Deadline);
