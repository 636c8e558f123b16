using LinqToDB;
using LinqToDB.Data;
using Sferum.Bot.Orders.Pictures;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders;

/// <summary>
/// What can be told of the contents of files, each looked at once: first noted with the file, then looked at, then compared
/// with all others. Killed at any moment, it goes on from the last of these steps.
/// </summary>
public sealed class PrintStore(Database database, TimeProvider clock)
{
    /// <summary>Noted and not looked at yet.</summary>
    internal const string Pending = "pending";

    /// <summary>Looked at and not compared yet.</summary>
    internal const string Printed = "printed";

    /// <summary>All of it is done.</summary>
    internal const string Compared = "compared";

    /// <summary>No picture, or none that can be read.</summary>
    internal const string NoPicture = "none";

    private const int MostAttempts = 3;

    /// <summary>Content that is there from now on.</summary>
    internal static async Task NoteAsync(DataConnection db, string sha256, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        trip.Do(
            $"insert into evidence_print (sha256, state, attempts, next_try_at) values (@sha256, '{Pending}', 0, @now) on conflict do nothing",
            [Sha256(sha256), trip.Instant("now", now)]);
        await trip.RunAsync(cancellationToken);
    }

    /// <summary>The one that waits longest, put off by a while, so that two processes don't take it at once.</summary>
    /// <returns>Null when none is due.</returns>
    internal Task<DuePrint?> ClaimAsync(CancellationToken cancellationToken) => database.InTransactionAsync(
        async (db, token) =>
        {
            var now = clock.GetUtcNow();
            var looking = RoundTrip.On(db);
            var due = looking.Ask(
                $"""
                select p.sha256, p.state, p.attempts from evidence_print p
                where p.state in ('{Pending}', '{Printed}') and p.next_try_at <= @now order by p.next_try_at, p.sha256 limit 1
                """,
                row => new DuePrint(row.Text(0), row.Text(1) == Printed, row.Int(2) + 1),
                looking.Instant("now", now));
            await looking.RunAsync(token);
            if (due.Rows is not [var print])
            {
                return null;
            }

            var mine = 0;
            var taking = RoundTrip.On(db);
            taking.Do(
                """
                update evidence_print set attempts = attempts + 1, next_try_at = @next
                where sha256 = @sha256 and attempts = @before and next_try_at <= @now
                """,
                [
                    Sha256(print.Sha256), new DataParameter("before", print.Attempt - 1),
                    taking.Instant("now", now), taking.Instant("next", now + TimeSpan.FromMinutes(Math.Pow(2, Math.Min(print.Attempt, 10)))),
                ],
                changed => mine = changed);
            await taking.RunAsync(token);
            return mine == 1 ? print : null;
        },
        cancellationToken);

    /// <summary>It was looked at.</summary>
    /// <param name="look">Null: it is no picture.</param>
    internal Task RecordAsync(string sha256, LookedAt? look, CancellationToken cancellationToken) =>
        database.InTransactionAsync((db, token) => RecordAsync(db, sha256, look, token), cancellationToken);

    /// <summary>
    /// Finds the pictures that show the same. Every print is there before it is compared, so of two that are compared at
    /// once at least one finds the other.
    /// </summary>
    internal async Task CompareAsync(string sha256, CancellationToken cancellationToken)
    {
        var same = await database.ReadAsync((db, token) => SameAsAsync(db, sha256, token), cancellationToken);
        await database.InTransactionAsync((db, token) => RecordComparedAsync(db, sha256, same, token), cancellationToken);
    }

    /// <summary>It was tried so often that a further try would most likely end the same way.</summary>
    internal static bool IsHopeless(DuePrint print) => print is { IsPrinted: false, Attempt: > MostAttempts };

    private static async Task RecordAsync(DataConnection db, string sha256, LookedAt? look, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        if (look is null)
        {
            trip.Do($"update evidence_print set state = '{NoPicture}' where sha256 = @sha256 and state = '{Pending}'", [Sha256(sha256)]);
        }
        else
        {
            trip.Do(
                $"""
                update evidence_print set state = '{Printed}', width = @width, height = @height, brightness = @brightness, highlight = @highlight,
                    hash = @hash, grey = @grey, preview = @preview
                where sha256 = @sha256 and state = '{Pending}'
                """,
                [
                    Sha256(sha256), new DataParameter("width", look.Print.Width), new DataParameter("height", look.Print.Height),
                    new DataParameter("brightness", look.Print.Brightness), new DataParameter("highlight", look.Print.Highlight),
                    new DataParameter("hash", look.Print.Hash, DataType.Int64), new DataParameter("grey", look.Print.Grey.ToArray()),
                    new DataParameter("preview", look.Preview),
                ]);
        }

        await trip.RunAsync(cancellationToken);
    }

    /// <summary>Pictures that show the same; none where it is no picture.</summary>
    private static async Task<string[]> SameAsAsync(DataConnection db, string sha256, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var hashes = trip.Ask(
            $"select p.sha256, p.hash from evidence_print p where p.hash is not null and p.state in ('{Printed}', '{Compared}')",
            row => (Sha256: row.Text(0), Hash: row.Long(1)));
        await trip.RunAsync(cancellationToken);
        if (hashes.Rows.FirstOrDefault(known => known.Sha256 == sha256) is not { Sha256: not null } own)
        {
            return [];
        }

        var near = hashes.Rows.Where(known => PicturePrint.MayBeSame(own.Hash, known.Hash)).Select(known => known.Sha256);
        var prints = await PrintsAsync(db, near, cancellationToken);
        var print = prints[sha256];
        return [.. prints.Where(other => other.Key != sha256 && print.ShowsSameAs(other.Value)).Select(other => other.Key)];
    }

    private static async Task RecordComparedAsync(DataConnection db, string sha256, string[] same, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        if (same.Length > 0)
        {
            var found = trip.Rows("s", RowSet.Column.Of("other", same));
            trip.Do(
                $"""
                insert into evidence_likeness (sha256, other)
                select @sha256, s.other from {found.Sql} where true union all select s.other, @sha256 from {found.Sql} where true
                on conflict do nothing
                """,
                [Sha256(sha256), .. found.Parameters]);
        }

        trip.Do($"update evidence_print set state = '{Compared}' where sha256 = @sha256 and state = '{Printed}'", [Sha256(sha256)]);
        await trip.RunAsync(cancellationToken);
    }

    private static async Task<Dictionary<string, PicturePrint>> PrintsAsync(DataConnection db, IEnumerable<string> contents, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var wanted = trip.Rows("w", RowSet.Column.Of("sha256", contents));
        var prints = trip.Ask(
            $"""
            select p.sha256, p.width, p.height, p.brightness, p.highlight, p.hash, p.grey from evidence_print p
            where p.sha256 in (select w.sha256 from {wanted.Sql})
            """,
            row => (row.Text(0), new PicturePrint(row.Int(1), row.Int(2), row.Int(3), row.Int(4), row.LongOrNull(5), [.. row.Bytes(6)])),
            wanted.Parameters);
        await trip.RunAsync(cancellationToken);
        return prints.Rows.ToDictionary();
    }

    private static DataParameter Sha256(string sha256) => new("sha256", sha256, DataType.NVarChar);
}

/// <param name="IsPrinted">It was looked at and has still to be compared.</param>
/// <param name="Attempt">Counted from 1.</param>
internal sealed record DuePrint(string Sha256, bool IsPrinted, int Attempt);
