using Sferum.Bot.Orders;
using Sferum.Bot.Reports;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Panel.Matrix;

/// <summary>How every institution stands to every point.</summary>
internal static class MatrixEndpoints
{
    public static void MapMatrix(this RouteGroupBuilder panel)
    {
        panel.MapGet("/", ShowAsync);
        panel.MapGet("/matrix.xlsx", DownloadAsync);
        panel.MapGet("/version", VersionAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Database database, MatrixReport report, OrderBook orders, CancellationToken cancellationToken)
    {
        var view = MatrixView.Of(http.Request.Query, orders);
        var matrix = await database.ReadAsync((db, stop) => report.OfAsync(db, view.Query, stop), cancellationToken);
        return PanelPage.Of<MatrixPage>(new { View = view, Matrix = matrix });
    }

    /// <summary>All of what the filters leave, on whatever page one is.</summary>
    private static async Task<IResult> DownloadAsync(
        HttpContext http, Database database, MatrixReport report, OrderBook orders, PanelTime time, CancellationToken cancellationToken)
    {
        var view = MatrixView.Of(http.Request.Query, orders);
        var matrix = await database.ReadAsync((db, stop) => report.OfAsync(db, view.Query, stop), cancellationToken);
        var table = MatrixReport.ToTable(matrix, orders.Orders.Length > 1);
        return TableFile.Of(table, TableFile.Xlsx, time);
    }

    /// <summary>Pages ask here whether they are still true.</summary>
    private static async Task<IResult> VersionAsync(HttpContext http, Database database, MatrixReport report, CancellationToken cancellationToken) =>
        PageVersion.Answer(http, await database.ReadAsync(report.VersionAsync, cancellationToken));
}
