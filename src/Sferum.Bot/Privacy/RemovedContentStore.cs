using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Privacy;

/// <summary>
/// Files whose rows have gone. A file is deleted after the commit that no longer names it: first it is noted, then whoever
/// keeps house deletes what is still named nowhere and was not stored anew meanwhile.
/// </summary>
public sealed class RemovedContentStore(ContentStore contents)
{
    /// <summary>Evidence of this person that is in no report goes with him; what is in a report is the institution's.</summary>
    public async Task RemoveUnusedAsync(DataConnection db, long personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var unused = trip.Ask(
            """
            delete from evidence_file where person_id = @person and not exists (select 1 from report_file b where b.file_id = evidence_file.id)
            returning sha256
            """,
            row => row.TextOrNull(0),
            new DataParameter("person", personId));
        await trip.RunAsync(cancellationToken);
        await NoteUnnamedAsync(db, unused.Rows, now, cancellationToken);
    }

    /// <summary>Removes at most so much evidence that came before <paramref name="old"/>, and what was used in no report and came before <paramref name="unused"/>.</summary>
    internal static async Task<int> RemoveOldAsync(DataConnection db, DateTimeOffset old, DateTimeOffset unused, int most, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Old =
            """
            select f.id from evidence_file f
            where f.received_at < @old or (f.received_at < @unused and not exists (select 1 from report_file b where b.file_id = f.id))
            order by f.id limit @most
            """;
        var trip = RoundTrip.On(db);
        DataParameter[] which = [trip.Instant("old", old), trip.Instant("unused", unused), new DataParameter("most", most)];
        var files = trip.Ask(Old, row => row.Long(0), which);
        await trip.RunAsync(cancellationToken);
        if (files.Rows.Count == 0)
        {
            return 0;
        }

        var remove = RoundTrip.On(db);
        var ids = remove.Numbers("ids", files.Rows);
        remove.Do($"delete from report_file where {ids.Has("file_id")}", [ids.Parameter]);
        var gone = remove.Ask($"delete from evidence_file where {ids.Has("id")} returning sha256", row => row.TextOrNull(0), ids.Parameter);
        await remove.RunAsync(cancellationToken);
        await NoteUnnamedAsync(db, gone.Rows, now, cancellationToken);
        return files.Rows.Count;
    }

    /// <summary>These contents are to be deleted.</summary>
    internal static async Task NoteAsync(DataConnection db, IReadOnlyCollection<string> sha256, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (sha256.Count == 0)
        {
            return;
        }

        var trip = RoundTrip.On(db);
        var rows = trip.Rows("c", RowSet.Column.Of("sha256", sha256.Distinct()));
        trip.Do(
            $"insert into content_to_delete (sha256, since) select c.sha256, @now from {rows.Sql} where true on conflict (sha256) do update set since = excluded.since",
            [trip.Instant("now", now), .. rows.Parameters]);
        await trip.RunAsync(cancellationToken);
    }

    /// <summary>Deletes the files that were noted.</summary>
    internal async Task<int> DeleteFilesAsync(DataConnection db, int most, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var noted = trip.Ask(
            """
            delete from content_to_delete where sha256 in (select c.sha256 from content_to_delete c order by c.since limit @most)
            returning sha256, since, exists (select 1 from evidence_file f where f.sha256 = content_to_delete.sha256)
            """,
            row => (Sha256: row.Text(0), Since: row.Instant(1), IsNamed: row.Flag(2)),
            new DataParameter("most", most));
        await trip.RunAsync(cancellationToken);
        foreach (var content in noted.Rows.Where(content => !content.IsNamed))
        {
            contents.Remove(content.Sha256, content.Since);
        }

        return noted.Rows.Count;
    }

    private static async Task NoteUnnamedAsync(DataConnection db, IEnumerable<string?> gone, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var contents = gone.OfType<string>().Distinct().ToArray();
        if (contents.Length == 0)
        {
            return;
        }

        var trip = RoundTrip.On(db);
        var rows = trip.Rows("c", RowSet.Column.Of("sha256", contents));
        var unnamed = trip.Ask(
            $"select c.sha256 from {rows.Sql} where not exists (select 1 from evidence_file f where f.sha256 = c.sha256)", row => row.Text(0), rows.Parameters);
        await trip.RunAsync(cancellationToken);
        if (unnamed.Rows.Count == 0)
        {
            return;
        }

        var remove = RoundTrip.On(db);
        var going = remove.Rows("c", RowSet.Column.Of("sha256", unnamed.Rows));
        remove.Do($"delete from evidence_print where sha256 in (select c.sha256 from {going.Sql})", going.Parameters);
        remove.Do($"delete from evidence_likeness where sha256 in (select c.sha256 from {going.Sql}) or other in (select c.sha256 from {going.Sql})", going.Parameters);
        await remove.RunAsync(cancellationToken);
        await NoteAsync(db, unnamed.Rows, now, cancellationToken);
    }
}
