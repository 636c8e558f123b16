using System.Globalization;
using System.Text;
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
        return table is null || kind is not ("xlsx" or "csv") ? FaultPages.NotFound : FileOf(await database.ReadAsync(table, cancellationToken), kind, time);
    }

    /// <summary>A table to be saved, under its name and the day.</summary>
    /// <param name="kind"><c>xlsx</c> or <c>csv</c>.</param>
    internal static IResult FileOf(Table table, string kind, PanelTime time)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{table.Name} {time.Today:dd.MM.yyyy}.{kind}");
        return kind == "csv"
            ? TypedResults.File(Encoding.UTF8.GetBytes(table.ToCsv()), "text/csv; charset=utf-8", name)
            : TypedResults.File(table.ToXlsx(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name);
    }
}
