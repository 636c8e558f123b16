using LinqToDB.Data;
using Sferum.Bot.Panel.Faults;
using Sferum.Bot.Reports;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Panel.Papers;

/// <summary>What goes to the boss: tables as files, and one page to be printed.</summary>
internal static class PaperEndpoints
{
    public const string Address = $"{PanelRegistration.Root}{Path}";

    private const string Path = "/papers";

    public static void MapPapers(this RouteGroupBuilder panel)
    {
        panel.MapGet(Path, () => PanelPage.Of<PapersPage>());
        panel.MapGet($"{Path}/summary", async (Database database, SummaryReport summary, CancellationToken cancellationToken) =>
            PanelPage.Of<SummaryPage>(new { Orders = await database.ReadAsync(summary.OfAsync, cancellationToken) }));
        panel.MapGet($"{Path}/{{name}}.{{kind}}", DownloadAsync);
    }

    private static async Task<IResult> DownloadAsync(
        string name, string kind, Database database, MatrixReport matrix, DetailsReport details, UnreachedReport unreached, Orders.OrderBook orders, PanelTime time, CancellationToken cancellationToken)
    {
        Func<DataConnection, CancellationToken, Task<Table>>? table = name switch
        {
            "matrix" => async (db, stop) => MatrixReport.ToTable(await matrix.OfAsync(db, new MatrixQuery([], []), stop), orders.Orders.Length > 1),
            "details" => details.OfAsync,
            "unreached" => unreached.OfAsync,
            _ => null,
        };
        return table is null || kind is not (TableFile.Xlsx or TableFile.Csv) ? FaultPages.NotFound : TableFile.Of(await database.ReadAsync(table, cancellationToken), kind, time);
    }
}
