using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders;

/// <summary>
/// Who did what and when. Append-only; each entry carries the SHA-256 of itself and the one before, so that a changed or
/// missing entry shows. People are in it by marks (<see cref="JournalSeals"/>): the chain holds when a person has his data deleted.
/// </summary>
public sealed class JournalStore(Database database, TimeProvider clock)
{
    /// <summary>Under this name entries about a report hold its number, beside the answers.</summary>
    internal const string ReportNumber = "report";

    internal const int LongestHistory = 30;

    /// <summary>Somebody has had his data deleted; under <see cref="ErasedMark"/> the entry holds the mark that stands for nobody any more.</summary>
    internal const string Erased = "person_erased";

    internal const string ErasedMark = "mark";

    private const int MarksAtOnce = 500;

    private const string TakeLock = "select pg_advisory_xact_lock(2230900)";

    /// <summary>The hash before the first entry.</summary>
    private const string Genesis = "";

    /// <summary>
    /// Holds other writers off until the transaction ends. A write that decides by what it reads takes this first: then
    /// nothing changes between its reading and its writing, and no two transactions wait for each other crosswise.
    /// </summary>
    internal static async Task LockAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        Lock(trip);
        await trip.RunAsync(cancellationToken);
    }

    /// <summary>The lock of <see cref="LockAsync"/> as the first statement of a round trip: what is asked after it is read behind the lock. SQLite has one writer anyway.</summary>
    internal static void Lock(RoundTrip trip)
    {
        if (trip.Provider == StorageProvider.PostgreSql)
        {
            trip.Ask(TakeLock, _ => true);
        }
    }

    /// <summary>Writes an entry inside the transaction of what it tells of.</summary>
    /// <returns>Its number.</returns>
    public Task<long> AppendAsync(DataConnection db, JournalEntry entry, CancellationToken cancellationToken) => AppendAsync(db, [entry], cancellationToken);

    /// <summary>Writes entries in their order inside the transaction of what they tell of.</summary>
    /// <returns>The number of the last one; 0 when there are none.</returns>
    public async Task<long> AppendAsync(DataConnection db, IReadOnlyList<JournalEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
        {
            return 0;
        }

        // Entries are chained, so writers go one by one.
        var behind = RoundTrip.On(db);
        Lock(behind);
        var newest = behind.Ask("select j.seq, j.hash from journal j order by j.seq desc limit 1", row => new JournalRecord { Seq = row.Long(0), Hash = row.Text(1) });
        var persons = behind.Numbers("persons", JournalSeals.PersonsOf(entries));
        var known = behind.Ask(
            $"select s.person_id, s.mark from journal_seal s where s.kind = '{JournalSealRecord.OfPerson}' and {persons.Has("s.person_id")}",
            row => (row.Long(0), row.Text(1)),
            persons.Parameter);
        await behind.RunAsync(cancellationToken);
        var seals = new JournalSeals(known.Rows, clock.GetUtcNow());
        var last = newest.Rows.Count > 0 ? newest.Rows[0] : null;
        var records = new List<JournalRecord>(entries.Count);
        foreach (var entry in entries)
        {
            last = Following(last, entry, seals);
            records.Add(last);
        }

        var rows = database.Rows(
            "r",
            RowSet.Column.Of("seq", records.Select(r => r.Seq)),
            RowSet.Column.Of("at", records.Select(r => r.At)),
            RowSet.Column.Of("actor_id", records.Select(r => r.ActorId)),
            RowSet.Column.Of("actor", records.Select(r => r.Actor)),
            RowSet.Column.Of("institution_id", records.Select(r => r.InstitutionId)),
            RowSet.Column.Of("order_number", records.Select(r => r.OrderNumber)),
            RowSet.Column.Of("point", records.Select(r => r.Point)),
            RowSet.Column.Of("action", records.Select(r => r.Action)),
            RowSet.Column.Of("data", records.Select(r => r.Data)),
            RowSet.Column.Of("previous_hash", records.Select(r => r.PreviousHash)),
            RowSet.Column.Of("hash", records.Select(r => r.Hash)));
        var trip = RoundTrip.On(db);
        Save(trip, seals.Fresh);
        trip.Do(
            $"""
            insert into journal (seq, at, actor_id, actor, institution_id, order_number, point, action, data, previous_hash, hash)
            select r.seq, r.at, r.actor_id, r.actor, r.institution_id, r.order_number, r.point, r.action, r.data, r.previous_hash, r.hash
            from {rows.Sql} order by r.seq
            """,
            rows.Parameters);
        await trip.RunAsync(cancellationToken);
        return records[^1].Seq;
    }

    private static void Save(RoundTrip trip, IReadOnlyList<JournalSealRecord> seals)
    {
        if (seals.Count == 0)
        {
            return;
        }

        var rows = trip.Rows(
            "s",
            RowSet.Column.Of("mark", seals.Select(s => s.Mark)),
            RowSet.Column.Of("person_id", seals.Select(s => s.PersonId)),
            RowSet.Column.Of("kind", seals.Select(s => s.Kind)),
            RowSet.Column.Of("value", seals.Select(s => s.Value)),
            RowSet.Column.Of("salt", seals.Select(s => s.Salt)),
            RowSet.Column.Of("made_at", seals.Select(s => s.MadeAt)));
        trip.Do(
            $"insert into journal_seal (mark, person_id, kind, value, salt, made_at) select s.mark, s.person_id, s.kind, s.value, s.salt, s.made_at from {rows.Sql}",
            rows.Parameters);
    }

    private JournalRecord Following(JournalRecord? last, JournalEntry entry, JournalSeals seals)
    {
        var record = new JournalRecord
        {
            Seq = (last?.Seq ?? 0) + 1,
            At = Truncated(clock.GetUtcNow()),
            ActorId = entry.ActorId,
            Actor = seals.Of(entry.ActorId),
            InstitutionId = entry.InstitutionId,
            OrderNumber = entry.Order,
            Point = entry.Point,
            Action = entry.Action,
            Data = seals.Of(entry.ActorId, JournalOrigin.AddTo(entry.Data)),
            PreviousHash = last?.Hash ?? Genesis,
        };
        record.Hash = HashOf(record);
        return record;
    }

    /// <summary>What happened to these lines, the oldest first: of each at most the last <see cref="LongestHistory"/> entries.</summary>
    public async Task<ILookup<ReportLine, HistoryEntry>> HistoryAsync(
        DataConnection db, IReadOnlyCollection<ReportLine> lines, CancellationToken cancellationToken)
    {
        if (lines.Count == 0)
        {
            return Array.Empty<HistoryEntry>().ToLookup(entry => entry.Line);
        }

        var distinct = lines.Distinct().ToArray();
        var rows = database.Rows(
            "r",
            RowSet.Column.Of("institution_id", distinct.Select(line => line.InstitutionId)),
            RowSet.Column.Of("order_number", distinct.Select(line => line.Order)),
            RowSet.Column.Of("point", distinct.Select(line => line.Point)));
        var entries = await db.QueryToListAsync<JournalRecord>(
            $"""
            select last.seq, last.at, last.actor_id, last.institution_id, last.order_number, last.point, last.action, last.data
            from (
                select j.seq, j.at, j.actor_id, j.institution_id, j.order_number, j.point, j.action, j.data,
                    row_number() over (partition by j.institution_id, j.order_number, j.point order by j.seq desc) as place
                from {rows.Sql}
                join journal j on j.institution_id = r.institution_id and j.order_number = r.order_number and j.point = r.point) last
            where last.place <= {LongestHistory}
            order by last.seq
            """,
            cancellationToken,
            rows.Parameters);
        return entries.ToLookup(
            j => new ReportLine(j.InstitutionId ?? 0, j.OrderNumber ?? "", j.Point ?? ""),
            j => new HistoryEntry(new ReportLine(j.InstitutionId ?? 0, j.OrderNumber ?? "", j.Point ?? ""), j.At, j.ActorId, j.Action, JournalOrigin.Without(OrdersJson.Read(j.Data))));
    }

    /// <summary>
    /// Walks the chain, and looks whether each mark is that of the number beside it. Where the number is gone, an entry of the
    /// chain itself must say that this mark was to be forgotten.
    /// </summary>
    /// <returns>The number of the first entry that does not fit; null when all do.</returns>
    public async Task<long?> FirstBrokenAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var seals = (await db.GetTable<JournalSealRecord>().Where(s => s.Kind == JournalSealRecord.OfPerson).ToListAsync(cancellationToken)).ToDictionary(s => s.PersonId);
        var nameless = new Dictionary<string, long>();
        var forgotten = new HashSet<string>();
        var previous = Genesis;
        long expected = 1;
        await foreach (var record in db.GetTable<JournalRecord>().OrderBy(j => j.Seq).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (record.Seq != expected || record.PreviousHash != previous || record.Hash != HashOf(record))
            {
                return expected;
            }

            if (record.Action == Erased && OrdersJson.Read(record.Data).GetValueOrDefault(ErasedMark) is { } mark)
            {
                forgotten.Add(mark);
            }

            if (record.ActorId == 0 ? record.Actor.Length > 0
                : seals.GetValueOrDefault(record.ActorId) is { } seal ? record.Actor != seal.Mark || !JournalSeals.Fits(seal.Mark, seal.Salt, $"{record.ActorId}") : record.ActorId > 0)
            {
                return expected;
            }

            if (record.ActorId < 0 && !seals.ContainsKey(record.ActorId))
            {
                nameless.TryAdd(record.Actor, record.Seq);
            }

            previous = record.Hash;
            expected++;
        }

        return nameless.Where(entry => !forgotten.Contains(entry.Key)).Select(entry => (long?)entry.Value).Min();
    }

    /// <summary>What these marks stand for, as far as it is still known.</summary>
    internal static async Task<IReadOnlyDictionary<string, string>> ValuesOfAsync(DataConnection db, IReadOnlyCollection<string> marks, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, string>();
        foreach (var some in marks.Distinct().Chunk(MarksAtOnce))
        {
            var seals = await db.GetTable<JournalSealRecord>().Where(s => some.Contains(s.Mark)).ToListAsync(cancellationToken);
            foreach (var seal in seals.Where(s => JournalSeals.Fits(s.Mark, s.Salt, s.Value)))
            {
                known[seal.Mark] = seal.Value;
            }
        }

        return known;
    }

    private static string HashOf(JournalRecord r)
    {
        // Lengths before the parts: no two different entries have the same bytes.
        string[] parts =
        [
            r.Seq.ToString(CultureInfo.InvariantCulture),
            r.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            r.Actor,
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
