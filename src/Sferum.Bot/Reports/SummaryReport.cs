using System.Collections.Immutable;
using LinqToDB.Data;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Reports;

/// <summary>How an order is carried out, on one page. The figures are those of <see cref="MatrixReport"/>.</summary>
public sealed class SummaryReport(MatrixReport matrix, OrderBook orders)
{
    private const int MostNamed = 12;

    /// <returns>One for each order in force, the newest last.</returns>
    public async Task<ImmutableArray<OrderSummary>> OfAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var all = await matrix.OfAsync(db, new MatrixQuery([], [], Sort: MatrixSort.Late, Descending: true), cancellationToken);
        return [.. orders.Orders.Select(order => Of(order, all))];
    }

    private static OrderSummary Of(Order order, Matrix all)
    {
        var columns = all.Columns.Index().Where(column => column.Item.Order.Number == order.Number).ToArray();
        var rows = all.Rows
            .Select(row => (Row: row, Cells: columns.Select(column => row.Cells[column.Index]).ToArray()))
            .Where(row => row.Cells.Any(cell => cell.State != MatrixState.NotForType))
            .ToArray();
        return new OrderSummary(
            order,
            Count("", rows),
            [.. order.Types.Select(type => Count(type.Code, [.. rows.Where(row => row.Row.Institution.Type == type.Code)])).Where(count => count.Institutions > 0)],
            [.. columns.Select((column, at) => PointOf(column.Item, [.. rows.Select(row => row.Cells[at])]))],
            [
                .. rows
                    .Select(row => (row.Row.Institution, Late: row.Cells.Count(IsLate), row.Row.Joined))
                    .Where(row => row.Late > 0)
                    .OrderByDescending(row => row.Late)
                    .Take(MostNamed)
                    .Select(row => new LateInstitution(row.Institution, row.Late, row.Joined)),
            ],
            rows.Count(row => row.Cells.Any(IsLate)));
    }

    private static SummaryCount Count(string type, (MatrixRow Row, MatrixCell[] Cells)[] rows) => new(
        type,
        rows.Length,
        rows.Count(row => !row.Cells.Any(cell => cell.IsOpen)),
        rows.Count(row => row.Cells.Where(IsAsked).All(cell => cell.State == MatrixState.Accepted)),
        rows.Count(row => row.Cells.Any(IsLate)),
        rows.Count(row => !row.Row.Joined));

    private static SummaryPoint PointOf(OrderLine line, MatrixCell[] cells) => new(
        line.Point,
        cells.Count(cell => cell.State == MatrixState.Accepted),
        cells.Count(cell => cell.State == MatrixState.Waiting),
        cells.Count(cell => cell.State == MatrixState.Returned),
        cells.Count(cell => cell.State == MatrixState.Open && !cell.Late),
        cells.Count(cell => cell.State == MatrixState.Open && cell.Late));

    /// <summary>It counts among what an institution has to have done.</summary>
    private static bool IsAsked(MatrixCell cell) => cell.State is MatrixState.Accepted or MatrixState.Waiting || cell.IsOpen;

    private static bool IsLate(MatrixCell cell) => cell.IsOpen && cell.Late;
}

/// <param name="Late">Those with most overdue points, those first.</param>
/// <param name="CountLate">How many institutions are late at all.</param>
public sealed record OrderSummary(
    Order Order, SummaryCount All, ImmutableArray<SummaryCount> Types, ImmutableArray<SummaryPoint> Points, ImmutableArray<LateInstitution> Late, int CountLate);

/// <param name="Type">Of institutions; empty: all.</param>
/// <param name="Reported">Of which nothing mandatory is open.</param>
/// <param name="Accepted">Of which all is accepted.</param>
/// <param name="Absent">Of which nobody has come.</param>
public sealed record SummaryCount(string Type, int Institutions, int Reported, int Accepted, int Late, int Absent);

/// <param name="Open">Not reported, and there is still time.</param>
/// <param name="Late">Not reported, and the time is over.</param>
public sealed record SummaryPoint(OrderPoint Point, int Accepted, int Waiting, int Returned, int Open, int Late)
{
    public int All => Accepted + Waiting + Returned + Open + Late;
}

/// <param name="Points">So many are overdue.</param>
public sealed record LateInstitution(Institution Institution, int Points, bool Joined);
