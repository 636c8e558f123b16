using Sferum.Bot.Orders;
using Sferum.Bot.Panel.Faults;
using Sferum.Bot.Reports;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Panel.Journal;

/// <summary>Who did what, when and from where; whether the chain of entries is whole; all of it as a file.</summary>
internal static class JournalEndpoints
{
    public const string Address = $"{PanelRegistration.Root}{Path}";

    public const int EntriesOfPage = 100;

    private const string Path = "/journal";

    public static void MapJournal(this RouteGroupBuilder panel)
    {
        panel.MapGet(Path, (HttpContext http, Database database, JournalReport journal, CancellationToken cancellationToken) =>
            PageAsync(http, database, journal, null, cancellationToken));
        panel.MapGet($"{Path}/check", CheckAsync);
        panel.MapGet($"{Path}.csv", DownloadAsync);
    }

    private static async Task<IResult> CheckAsync(HttpContext http, Database database, JournalReport journal, JournalStore chain, CancellationToken cancellationToken)
    {
        var (broken, length) = await database.ReadAsync(
            async (db, stop) => (await chain.FirstBrokenAsync(db, stop), await journal.OfAsync(db, JournalQuery.All, 1, stop)), cancellationToken);
        return await PageAsync(http, database, journal, new JournalCheck(broken, length is [var last] ? last.Number : 0), cancellationToken);
    }

    private static async Task<IResult> PageAsync(HttpContext http, Database database, JournalReport journal, JournalCheck? check, CancellationToken cancellationToken)
    {
        var view = JournalView.Of(http.Request.Query);
        var lines = await database.ReadAsync((db, stop) => journal.OfAsync(db, view.Query, EntriesOfPage + 1, stop), cancellationToken);
        return PanelPage.Of<JournalPage>(new { View = view, Lines = lines, Check = check });
    }

    private static async Task<IResult> DownloadAsync(HttpContext http, Database database, JournalReport journal, PanelTime time, CancellationToken cancellationToken)
    {
        var view = JournalView.Of(http.Request.Query).OlderThan(null);
        var lines = await database.ReadAsync((db, stop) => journal.OfAsync(db, view.Query, JournalReport.MostRows + 1, stop), cancellationToken);
        return lines.Count > JournalReport.MostRows ? FaultPages.TooMuch : TableFile.Of(journal.ToTable(lines), TableFile.Csv, time);
    }
}

/// <param name="Broken">The first entry that does not fit; null: all do.</param>
/// <param name="Entries">So many there are.</param>
public sealed record JournalCheck(long? Broken, long Entries);
