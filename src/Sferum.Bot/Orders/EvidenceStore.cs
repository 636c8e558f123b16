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

    /// <summary>Notes files that came with a message, inside the transaction of its turn; a file already known stays as it is.</summary>
    public async Task RegisterAsync(DataConnection db, long personId, IEnumerable<NewEvidence> files, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var file in files)
        {
            var known = await db.GetTable<EvidenceFileRecord>()
                .AnyAsync(f => f.PersonId == personId && f.AttachmentId == file.AttachmentId, cancellationToken);
            if (!known)
            {
                await db.InsertAsync(
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
                    },
                    token: cancellationToken);
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
                await journal.AppendAsync(
                    db, new JournalEntry(file.PersonId, "file_stored", OrdersJson.Write([("attachment", file.AttachmentId), ("sha256", sha256)])), token);
            },
            cancellationToken);

    /// <summary>A fetch failed; after <see cref="MostAttempts"/>, or when it can't get better, the file counts as not to be had.</summary>
    public Task RecordFailedAsync(PendingFile file, bool forGood, CancellationToken cancellationToken) =>
        forGood || file.Attempt >= MostAttempts
            ? database.InTransactionAsync(
                (db, token) => db.GetTable<EvidenceFileRecord>().Where(f => f.Id == file.Id).Set(f => f.State, Failed).UpdateAsync(token),
                cancellationToken)
            : Task.CompletedTask;
}

/// <param name="AttachmentId">The messenger's own name of it, e.g. <c>photo1_22_key</c>.</param>
public sealed record NewEvidence(string AttachmentId, string Kind, string Name, long Size, string? Url);

/// <param name="Attempt">Counted from 1.</param>
/// <param name="Url">As the messenger gave it: it may be no address at all.</param>
public sealed record PendingFile(long Id, string Url, int Attempt);
