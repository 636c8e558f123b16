using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Sferum.Bot.Orders;

/// <summary>
/// Who did what and when. Append-only; each entry carries the SHA-256 of itself and the one before, so that a changed or
/// missing entry shows.
/// </summary>
public sealed class JournalStore(TimeProvider clock)
{
    /// <summary>Under this name entries about a report hold its number, beside the answers.</summary>
    internal const string ReportNumber = "report";

    internal const int LongestHistory = 30;

    /// <summary>The hash before the first entry.</summary>
    private const string Genesis = "";

    /// <summary>
    /// Holds other writers off until the transaction ends. A write that decides by what it reads takes this first: then
    /// nothing changes between its reading and its writing, and no two transactions wait for each other crosswise.
    /// </summary>
    internal static async Task LockAsync(DataConnection db, CancellationToken cancellationToken)
    {
        // SQLite has one writer anyway.
        if (db.DataProvider.Name.StartsWith("PostgreSQL", StringComparison.Ordinal))
        {
            await db.ExecuteAsync("select pg_advisory_xact_lock(2230900)", cancellationToken);
        }
    }

    /// <summary>Writes an entry inside the transaction of what it tells of.</summary>
    /// <returns>Its number.</returns>
    public async Task<long> AppendAsync(DataConnection db, JournalEntry entry, CancellationToken cancellationToken)
    {
        // Entries are chained, so writers go one by one.
        await LockAsync(db, cancellationToken);
        var last = await db.GetTable<JournalRecord>().OrderByDescending(j => j.Seq).FirstOrDefaultAsync(cancellationToken);
        var record = new JournalRecord
        {
            Seq = (last?.Seq ?? 0) + 1,
            At = Truncated(clock.GetUtcNow()),
            ActorId = entry.ActorId,
            InstitutionId = entry.InstitutionId,
            OrderNumber = entry.Order,
            Point = entry.Point,
            Action = entry.Action,
            Data = entry.Data,
            PreviousHash = last?.Hash ?? Genesis,
        };
        record.Hash = HashOf(record);
        await db.InsertAsync(record, token: cancellationToken);
        return record.Seq;
    }

    /// <summary>What happened to these lines, the oldest first: of each at most the last <see cref="LongestHistory"/> entries.</summary>
    public async Task<ILookup<ReportLine, HistoryEntry>> HistoryAsync(
        DataConnection db, IReadOnlyCollection<ReportLine> lines, CancellationToken cancellationToken)
    {
        var entries = new List<HistoryEntry>();
        foreach (var line in lines.Distinct())
        {
            var last = await db.GetTable<JournalRecord>()
                .Where(j => j.InstitutionId == line.InstitutionId && j.OrderNumber == line.Order && j.Point == line.Point)
                .OrderByDescending(j => j.Seq)
                .Take(LongestHistory)
                .ToListAsync(cancellationToken);
            entries.AddRange(last.AsEnumerable().Reverse().Select(j => new HistoryEntry(line, j.At, j.ActorId, j.Action, OrdersJson.Read(j.Data))));
        }

        return entries.ToLookup(entry => entry.Line);
    }

    /// <summary>Walks the chain.</summary>
    /// <returns>The number of the first entry that does not fit; null when all do.</returns>
    public async Task<long?> FirstBrokenAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var previous = Genesis;
        long expected = 1;
        await foreach (var record in db.GetTable<JournalRecord>().OrderBy(j => j.Seq).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (record.Seq != expected || record.PreviousHash != previous || record.Hash != HashOf(record))
            {
                return expected;
            }

            previous = record.Hash;
            expected++;
        }

        return null;
    }

    private static string HashOf(JournalRecord r)
    {
        // Lengths before the parts: no two different entries have the same bytes.
        string[] parts =
        [
            r.Seq.ToString(CultureInfo.InvariantCulture),
            r.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            r.ActorId.ToString(CultureInfo.InvariantCulture),
            r.InstitutionId?.ToString(CultureInfo.InvariantCulture) ?? "",
            r.OrderNumber ?? "",
            r.Point ?? "",
            r.Action,
            r.Data,
            r.PreviousHash,
        ];
        var text = string.Concat(parts.Select(part => $"{part.Length}:{part}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Databases keep less than .NET's ticks; the hash must come out the same after reading.</summary>
    private static DateTimeOffset Truncated(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
}

/// <param name="ActorId">VK number of the person; 0 for the bot itself.</param>
/// <param name="Action">What was done, in the past tense: <c>reported</c>, <c>accepted</c> …</param>
/// <param name="Data">JSON with what belongs to it.</param>
public sealed record JournalEntry(long ActorId, string Action, string Data = "{}", long? InstitutionId = null, string? Order = null, string? Point = null);
