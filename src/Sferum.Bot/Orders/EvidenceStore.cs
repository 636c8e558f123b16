using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders;

/// <summary>Files sent as evidence: known at once, fetched soon after, since the messenger's addresses expire.</summary>
public sealed class EvidenceStore(Database database, JournalStore journal, TimeProvider clock)
{
    internal const int MostAttempts = 6;

    private const string Pending = "pending";
    private const string Stored = "stored";
    private const string Failed = "failed";

    /// <summary>
    /// Notes files that came with a message, inside the transaction of its turn. A known one that was not fetched yet gets
    /// the newer address, since addresses expire; one that could not be had is tried anew.
    /// </summary>
    public async Task RegisterAsync(DataConnection db, long personId, IEnumerable<NewEvidence> files, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var file in files)
        {
            var same = db.GetTable<EvidenceFileRecord>().Where(f => f.PersonId == personId && f.AttachmentId == file.AttachmentId);
            var known = await same.FirstOrDefaultAsync(cancellationToken);
            switch (known?.State)
            {
                case null:
                    await AddAsync(db, personId, file, now, cancellationToken);
                    break;
                case Pending when file.Url is not null:
                    await same.Where(f => f.State == Pending).Set(f => f.SourceUrl, file.Url).UpdateAsync(cancellationToken);
                    break;
                case Failed when file.Url is not null:
                    await same
                        .Where(f => f.State == Failed)
                        .Set(f => f.State, Pending)
                        .Set(f => f.SourceUrl, file.Url)
                        .Set(f => f.Attempts, 0)
                        .Set(f => f.NextTryAt, now)
                        .Set(f => f.FailReason, (string?)null)
                        .UpdateAsync(cancellationToken);
                    break;
            }
        }
    }

    /// <summary>Files still to be fetched, the longest waiting first; each is put off by a while, so that two processes do not fetch it at once.</summary>
    public Task<IReadOnlyList<PendingFile>> ClaimPendingAsync(int most, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async (db, token) =>
            {
                var now = clock.GetUtcNow();
                var due = await db.GetTable<EvidenceFileRecord>()
                    .Where(f => f.State == Pending && f.NextTryAt <= now)
                    .OrderBy(f => f.NextTryAt).ThenBy(f => f.Id)
                    .Take(most)
                    .ToListAsync(token);
                var files = new List<PendingFile>(due.Count);
                foreach (var file in due)
                {
                    // 1, 2, 4 … minutes: longer than one download may take.
                    var next = now + TimeSpan.FromMinutes(Math.Pow(2, file.Attempts));
                    var mine = await db.GetTable<EvidenceFileRecord>()
                        .Where(f => f.Id == file.Id && f.State == Pending && f.NextTryAt <= now)
                        .Set(f => f.NextTryAt, next)
                        .Set(f => f.Attempts, f => f.Attempts + 1)
                        .UpdateAsync(token);
                    if (mine == 1 && file.SourceUrl is { } url)
                    {
                        files.Add(new PendingFile(file.Id, url, file.Attempts + 1));
                    }
                }

                return (IReadOnlyList<PendingFile>)files;
            },
            cancellationToken);

    /// <summary>A file was fetched. Its hash goes into the journal, so that it can't be exchanged later.</summary>
    public Task RecordStoredAsync(long fileId, string sha256, long size, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async (db, token) =>
            {
                await JournalStore.LockAsync(db, token);
                var pending = db.GetTable<EvidenceFileRecord>().Where(f => f.Id == fileId && f.State == Pending);
                if (await pending.FirstOrDefaultAsync(token) is not { } file)
                {
                    return;
                }

                await pending
                    .Set(f => f.State, Stored)
                    .Set(f => f.Sha256, sha256)
                    .Set(f => f.Size, size)
                    .Set(f => f.SourceUrl, (string?)null)
                    .UpdateAsync(token);
                await PrintStore.NoteAsync(db, sha256, clock.GetUtcNow(), token);
                await journal.AppendAsync(
                    db, new JournalEntry(file.PersonId, "file_stored", OrdersJson.Write([("attachment", file.AttachmentId), ("sha256", sha256)])), token);
            },
            cancellationToken);

    /// <summary>A fetch failed; after <see cref="MostAttempts"/>, or when it can't get better, the file counts as not to be had.</summary>
    /// <param name="forGood">A further try would end the same way.</param>
    /// <returns>The file that is given up; null while it will be tried again.</returns>
    public Task<FailedFile?> RecordFailedAsync(PendingFile file, string reason, bool forGood, CancellationToken cancellationToken) =>
        database.InTransactionAsync((db, token) => RecordFailedAsync(db, file, reason, forGood, token), cancellationToken);

    /// <summary>The same inside a transaction that also says so to whoever sent the file.</summary>
    public async Task<FailedFile?> RecordFailedAsync(
        DataConnection db, PendingFile file, string reason, bool forGood, CancellationToken cancellationToken)
    {
        if (!forGood && file.Attempt < MostAttempts)
        {
            return null;
        }

        // Sent anew meanwhile, it has another address, which was not tried.
        var tried = db.GetTable<EvidenceFileRecord>().Where(f => f.Id == file.Id && f.State == Pending && f.SourceUrl == file.Url);
        if (await tried.FirstOrDefaultAsync(cancellationToken) is not { } failed
            || await tried.Set(f => f.State, Failed).Set(f => f.FailReason, reason).UpdateAsync(cancellationToken) == 0)
        {
            return null;
        }

        return new FailedFile(failed.Id, failed.PersonId, failed.AttachmentId, failed.Kind, failed.Name);
    }

    /// <summary>The lines whose newest version holds this file.</summary>
    public async Task<IReadOnlyList<ReportLine>> LinesOfFileAsync(DataConnection db, long fileId, CancellationToken cancellationToken) =>
        await (
                from bound in db.GetTable<ReportFileRecord>()
                join report in db.GetTable<ReportRecord>() on new { Id = bound.ReportId, bound.Revision } equals new { report.Id, report.Revision }
                where bound.FileId == fileId
                orderby report.Id
                select new ReportLine(report.InstitutionId, report.OrderNumber, report.Point))
            .ToListAsync(cancellationToken);

    /// <summary>
    /// Binds the files of a version of a report: those that the reporter sent himself, else those that a version before held
    /// (a colleague corrects the rest). A name that is neither is bound to nothing: it may be forged.
    /// </summary>
    internal static async Task BindAsync(
        DataConnection db, long reportId, int revision, long personId, IEnumerable<string> attachmentIds, CancellationToken cancellationToken)
    {
        var named = attachmentIds.Distinct(StringComparer.Ordinal).ToArray();
        if (named.Length == 0)
        {
            return;
        }

        var trip = RoundTrip.On(db);
        var names = trip.Rows("a", RowSet.Column.Of("attachment_id", named));
        trip.Do(
            $"""
            insert into report_file (report_id, revision, file_id)
            select @report, @revision, f.id from evidence_file f
            where f.person_id = @person and f.attachment_id in (select a.attachment_id from {names.Sql})
            union
            select @report, @revision, f.id from report_file bound join evidence_file f on f.id = bound.file_id
            where bound.report_id = @report and bound.revision < @revision and f.attachment_id in (
                select a.attachment_id from {names.Sql}
                where not exists (select 1 from evidence_file own where own.person_id = @person and own.attachment_id = a.attachment_id))
            """,
            [new DataParameter("report", reportId), new DataParameter("revision", revision), new DataParameter("person", personId), .. names.Parameters]);
        await trip.RunAsync(cancellationToken);
    }

    private static Task<int> AddAsync(DataConnection db, long personId, NewEvidence file, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InsertAsync(
            new EvidenceFileRecord
            {
                PersonId = personId,
                AttachmentId = file.AttachmentId,
                Kind = file.Kind,
                Name = file.Name,
                Size = file.Size,
                SourceUrl = file.Url,
                State = file.Url is null ? Failed : Pending,
                NextTryAt = now,
                ReceivedAt = now,
                FailReason = file.Url is null ? "it came without an address" : null,
            },
            token: cancellationToken);
}

/// <param name="AttachmentId">The messenger's own name of it, e.g. <c>photo1_22_key</c>.</param>
public sealed record NewEvidence(string AttachmentId, string Kind, string Name, long Size, string? Url);

/// <param name="Attempt">Counted from 1.</param>
/// <param name="Url">As the messenger gave it: it may be no address at all.</param>
public sealed record PendingFile(long Id, string Url, int Attempt);

/// <summary>A file that could not be had, and whom to tell.</summary>
public sealed record FailedFile(long Id, long PersonId, string AttachmentId, string Kind, string Name);
