using System.Collections.Immutable;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Calendar;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Asking;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Reports;

/// <summary>
/// Every institution against every point: how it stands there. Who counts as what is what <see cref="DistrictReport"/> says
/// too, since both ask <see cref="StandingCount"/>.
/// </summary>
public sealed class MatrixReport(OrderBook orders, IOptions<OfficeOptions> office, TimeProvider clock)
{
    /// <summary>One round trip; the rest is counted in memory.</summary>
    public async Task<Matrix> OfAsync(DataConnection db, MatrixQuery query, CancellationToken cancellationToken)
    {
        var set = orders.Now;
        var trip = RoundTrip.On(db);
        var version = AskVersion(trip);
        var roster = DistrictStore.AskRoster(trip, clock.GetUtcNow());
        var reports = trip.Ask(
            "select r.institution_id, r.order_number, r.point, r.status, r.late from report r where r.status <> 'withdrawn'",
            row => (Key: KeyOf(row), Report: new MatrixFigures.Reported(row.Text(3), row.Flag(4))));
        var promises = trip.Ask("select p.institution_id, p.order_number, p.point, p.due from promise p", row => (Key: KeyOf(row), Due: row.Day(3)));
        var decisions = LineDecisionStore.Ask(trip);
        await trip.RunAsync(cancellationToken);
        var figures = new MatrixFigures(
            set,
            reports.Rows.ToDictionary(r => r.Key, r => r.Report),
            promises.Rows.ToDictionary(p => p.Key, p => p.Due),
            decisions.Rows.ToDictionary(d => (d.Line.InstitutionId, d.Line.Key), d => d.Due),
            office.Value.GetZone().DayOf(clock.GetUtcNow()));
        return figures.Of(query, roster.Rows) with { Version = VersionOf(version, set) };
    }

    /// <summary>Another one when anything that the matrix shows may have changed: all of it is journaled, but that orders change, and that days pass.</summary>
    public async Task<string> VersionAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var version = AskVersion(trip);
        await trip.RunAsync(cancellationToken);
        return VersionOf(version, orders.Now);
    }

    private static RoundTrip.Answer<long> AskVersion(RoundTrip trip) => trip.Ask("select coalesce(max(j.seq), 0) from journal j", row => row.Long(0));

    private string VersionOf(RoundTrip.Answer<long> last, OrderSet set) => $"{last.Rows[0]}-{set.Version}-{office.Value.GetZone().DayOf(clock.GetUtcNow()):yyyyMMdd}";

    private static (long Institution, LineKey Line) KeyOf(Row row) => (row.Long(0), new LineKey(row.Text(1), row.Text(2)));

    /// <summary>The matrix as the page shows it.</summary>
    public static Table ToTable(Matrix matrix, bool manyOrders) => new(
        "Отчёты учреждений",
        ["Учреждение", "Тип", .. matrix.Columns.Select(c => manyOrders ? $"{c.Order.Number}: {c.Point.Label}" : c.Point.Label)],
        [
            .. matrix.Rows.Select(row => (ImmutableArray<Cell>)
                [Cell.Of(row.Institution.Name), Cell.Of(row.Institution.Type), .. row.Cells.Select(cell => Cell.Of(cell.Words))]),
        ]);
}
