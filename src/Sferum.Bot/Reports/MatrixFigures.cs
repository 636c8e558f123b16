using System.Collections.Immutable;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Asking;

namespace Sferum.Bot.Reports;

/// <summary>Makes the matrix of what stands.</summary>
internal sealed class MatrixFigures(
    OrderSet orders,
    IReadOnlyDictionary<(long Institution, LineKey Line), MatrixFigures.Reported> reports,
    IReadOnlyDictionary<(long Institution, LineKey Line), DateOnly> promises,
    IReadOnlyDictionary<(long Institution, LineKey Line), DateOnly?> decisions,
    DateOnly today)
{
    private static readonly MatrixCell NotForType = new(MatrixState.NotForType, false, null);

    public Matrix Of(MatrixQuery query, IReadOnlyList<RosterLine> roster)
    {
        var lines = new QueryLines(orders, query.Points);
        var words = Folded(query.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var named = words.Length == 0 ? roster : [.. roster.Where(i => words.All(Folded(i.Institution.Name).Contains))];
        var count = new StandingCount(lines, reports.ToDictionary(r => r.Key, r => r.Value.Status), promises, decisions, today);
        var answers = DistrictStatus.All.ToDictionary(
            status => status, status => count.Of(new DistrictQuery.Standing(query.Types, query.Points, status), named).Found.Select(e => e.Institution.Id).ToHashSet());
        var asked = named.Where(i => query.Types.IsDefaultOrEmpty || query.Types.Contains(i.Institution.Type)).ToList();

        var byType = orders.Types.ToDictionary(type => type.Code, type => lines.Of(type.Code).ToDictionary(line => line.Key));
        var columns = orders.Types
            .SelectMany(type => lines.Of(type.Code))
            .DistinctBy(line => line.Key)
            .OrderBy(line => orders.Orders.IndexOf(line.Order))
            .ThenBy(line => line.Order.Points.IndexOf(line.Point))
            .Where(column => asked.Count == 0 || query.Types.IsDefaultOrEmpty || query.Types.Any(type => byType.TryGetValue(type, out var own) && own.ContainsKey(column.Key)))
            .ToImmutableArray();
        var rows = asked
            .Where(i => query.Status is null || answers[query.Status].Contains(i.Institution.Id))
            .OrderBy(i => i.Institution.Name, NaturalOrder.Names)
            .Select(i => RowOf(i, columns, byType.GetValueOrDefault(i.Institution.Type)));
        var shown = Sorted(rows, query).ToImmutableArray();
        return new Matrix(
            columns,
            shown,
            asked.Count,
            answers.ToDictionary(a => a.Key, a => a.Value.Count),
            [.. columns.Select((_, at) => TotalOf(shown, at))]);
    }

    private static IEnumerable<MatrixRow> Sorted(IEnumerable<MatrixRow> rows, MatrixQuery query) => (query.Sort, query.Descending) switch
    {
        (MatrixSort.Name, false) => rows,
        (MatrixSort.Name, true) => rows.Reverse(),
        (MatrixSort.Type, false) => rows.OrderBy(r => r.Institution.Type, StringComparer.Ordinal),
        (MatrixSort.Type, true) => rows.OrderByDescending(r => r.Institution.Type, StringComparer.Ordinal),
        (MatrixSort.Open, false) => rows.OrderBy(r => r.Open),
        (MatrixSort.Open, true) => rows.OrderByDescending(r => r.Open),
        (MatrixSort.Late, false) => rows.OrderBy(r => r.Late),
        (MatrixSort.Late, true) => rows.OrderByDescending(r => r.Late),
        _ => throw new ArgumentOutOfRangeException(nameof(query), query.Sort, "unknown order"),
    };

    private MatrixRow RowOf(RosterLine one, ImmutableArray<OrderLine> columns, Dictionary<LineKey, OrderLine>? own)
    {
        var cells = ImmutableArray.CreateBuilder<MatrixCell>(columns.Length);
        var (open, late) = (0, 0);
        foreach (var column in columns)
        {
            var cell = own is not null && own.TryGetValue(column.Key, out var line) ? CellOf(one.Institution.Id, line) : NotForType;
            cells.Add(cell);
            if (cell.IsOpen)
            {
                open++;
                late += cell.Late ? 1 : 0;
            }
        }

        return new MatrixRow(one.Institution, one.Joined, cells.MoveToImmutable(), open, late);
    }

    private MatrixCell CellOf(long institution, OrderLine line)
    {
        var key = (institution, line.Key);
        var report = reports.GetValueOrDefault(key);
        return MatrixCell.Of(line, report?.Status, report?.Late == true, decisions.TryGetValue(key, out var due), due, today);
    }

    private static MatrixTotal TotalOf(ImmutableArray<MatrixRow> rows, int column)
    {
        var (open, late, waiting, accepted, returned) = (0, 0, 0, 0, 0);
        foreach (var row in rows)
        {
            var cell = row.Cells[column];
            open += cell.IsOpen ? 1 : 0;
            late += cell.IsOpen && cell.Late ? 1 : 0;
            waiting += cell.State == MatrixState.Waiting ? 1 : 0;
            accepted += cell.State == MatrixState.Accepted ? 1 : 0;
            returned += cell.State == MatrixState.Returned ? 1 : 0;
        }

        return new MatrixTotal(open, late, waiting, accepted, returned);
    }

    internal static string Folded(string text) => text.ToLowerInvariant().Replace('ё', 'е').Trim();

    internal sealed record Reported(string Status, bool Late);
}
