using System.Collections.Immutable;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Asking;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Reports;

/// <summary>The whole answer to a question about the district as a table: a row for each institution and line.</summary>
public sealed class DistrictReport(DistrictStore district, OrderBook orders, IOptions<OfficeOptions> office)
{
    /// <summary>Labels in the name of the table: more would be cut off.</summary>
    private const int MostNamed = 3;

    private const string Institution = "Учреждение";
    private const string Type = "Тип";
    private const string OrderNumber = "Приказ";
    private const string Label = "Пункт";
    private const string Title = "Что сделать";

    public Task<DistrictTable> OfAsync(DataConnection db, DistrictQuery query, CancellationToken cancellationToken) => query switch
    {
        DistrictQuery.Standing standing => OfAsync(db, standing, cancellationToken),
        DistrictQuery.Changes changes => OfAsync(db, changes, cancellationToken),
        _ => throw new InvalidOperationException($"unknown query {query.GetType().Name}"),
    };

    private async Task<DistrictTable> OfAsync(DataConnection db, DistrictQuery.Standing query, CancellationToken cancellationToken)
    {
        var answer = await district.AskAsync(db, query, cancellationToken);
        var name = NameOf(Capital(DistrictWords.OfStatus(query.Status)), query.Points, query.Types);
        if (query.Status is DistrictStatus.Absent or DistrictStatus.Joined)
        {
            return new DistrictTable(
                new Table(name, [Institution, Type], [.. answer.Found.Select(e => (ImmutableArray<Cell>)[Cell.Of(e.Institution.Name), Cell.Of(e.Institution.Type)])]),
                answer.Found.Length);
        }

        var lines = new QueryLines(orders.Now, query.Points);
        var known = await LinesAsync(db, lines, answer.Found, cancellationToken);
        var rows = answer.Found.SelectMany(entry => LinesOf(query.Status, entry, lines, known).Select(line => RowOf(entry.Institution, line, known)));
        return new DistrictTable(
            new Table(name, [Institution, Type, OrderNumber, Label, Title, "Состояние", "Срок", "Обещано к", "Отчёт получен", "Проверен"], [.. rows]).WithoutEmptyColumns(),
            answer.Found.Length);
    }

    private async Task<DistrictTable> OfAsync(DataConnection db, DistrictQuery.Changes query, CancellationToken cancellationToken)
    {
        var answer = await district.AskAsync(db, query, cancellationToken);
        var zone = office.Value.GetZone();
        var rows = answer.Changed.SelectMany(changed => changed.Changes.Select(change => (ImmutableArray<Cell>)
        [
            Cell.Of(changed.Institution.Name),
            Cell.Of(changed.Institution.Type),
            Cell.Of(change.Point?.Label),
            Cell.Of(change.Point?.Title),
            Cell.Of(DistrictWords.OfAction(change.Action) ?? throw new InvalidOperationException($"unknown action {change.Action}")),
            Cell.Of(change.At, zone),
        ]));
        return new DistrictTable(
            new Table(NameOf("Что изменилось", query.Points, query.Types), [Institution, Type, Label, Title, "Что произошло", "Когда"], [.. rows]).WithoutEmptyColumns(), answer.Changed.Length);
    }

    /// <summary>Lines that make the institution stand so; of what is told of all lines, those that do.</summary>
    private static IEnumerable<OrderLine> LinesOf(string status, StandingEntry entry, QueryLines lines, Known known) => entry.Lines.Length > 0
        ? entry.Lines.Select(line => line.Line)
        : lines.Of(entry.Institution.Type).Where(line => known.Reports.TryGetValue((entry.Institution.Id, line.Key), out var report)
            && (report.Status == ReportStatus.Accepted || (status == DistrictStatus.Reported && report.Status == ReportStatus.Reported)));

    private ImmutableArray<Cell> RowOf(Institution institution, OrderLine line, Known known)
    {
        var (key, zone) = ((institution.Id, line.Key), office.Value.GetZone());
        var report = known.Reports.TryGetValue(key, out var stands) ? stands : null;
        return
        [
            Cell.Of(institution.Name),
            Cell.Of(institution.Type),
            orders.Orders.Length > 1 ? Cell.Of(line.Order.Number) : Cell.Empty,
            Cell.Of(line.Point.Label),
            Cell.Of(line.Point.Title),
            Cell.Of(DistrictWords.OfReport(report?.Status)),
            Cell.Of(known.Decisions.TryGetValue(key, out var decided) ? decided : line.Point.Deadline),
            report?.Status is ReportStatus.Reported or ReportStatus.Accepted ? Cell.Empty : Cell.Of(known.Promises.TryGetValue(key, out var promised) ? promised : null),
            Cell.Of(report?.ReportedAt, zone),
            report?.Status == ReportStatus.Reported ? Cell.Empty : Cell.Of(report?.ReviewedAt, zone),
        ];
    }

    private static async Task<Known> LinesAsync(DataConnection db, QueryLines lines, ImmutableArray<StandingEntry> found, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var institutions = trip.Numbers("institutions", found.Select(entry => entry.Institution.Id));
        var reports = trip.Ask(
            $"""
            select r.institution_id, r.order_number, r.point, r.status, r.received_at, r.reviewed_at from report r
            where r.status <> 'withdrawn' and {institutions.Has("r.institution_id")}
            """,
            row => (Key: KeyOf(row), Report: new ReportedLine(row.Text(3), row.Instant(4), row.InstantOrNull(5))),
            institutions.Parameter);
        var promises = trip.Ask(
            $"select p.institution_id, p.order_number, p.point, p.due from promise p where {institutions.Has("p.institution_id")}",
            row => (Key: KeyOf(row), Due: row.Day(3)),
            institutions.Parameter);
        var decisions = LineDecisionStore.AskOfInstitutions(trip, institutions);
        await trip.RunAsync(cancellationToken);
        return new Known(
            reports.Rows.Where(r => lines.Has(r.Key.Line)).ToDictionary(r => r.Key, r => r.Report),
            promises.Rows.Where(p => lines.Has(p.Key.Line)).ToDictionary(p => p.Key, p => p.Due),
            decisions.Rows.ToDictionary(d => (d.Line.InstitutionId, d.Line.Key), d => d.Due));
    }

    private static (long Institution, LineKey Line) KeyOf(Row row) => (row.Long(0), new LineKey(row.Text(1), row.Text(2)));

    /// <summary>«Не сдали 1.2б, МДОУ»: told apart among other files by whoever saves it.</summary>
    private string NameOf(string what, ImmutableArray<LineKey> points, ImmutableArray<string> types)
    {
        var labels = (points.IsDefault ? [] : points)
            .Select(key => orders.Orders.FirstOrDefault(order => order.Number == key.Order)?.Points.FirstOrDefault(point => point.Id == key.Point)?.Label)
            .OfType<string>()
            .Take(MostNamed);
        return $"{what} {string.Join(", ", labels.Concat(types.IsDefault ? [] : types))}".TrimEnd();
    }

    /// <summary>As a name begins.</summary>
    private static string Capital(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    private sealed record ReportedLine(string Status, DateTimeOffset ReportedAt, DateTimeOffset? ReviewedAt);

    private sealed record Known(
        IReadOnlyDictionary<(long Institution, LineKey Line), ReportedLine> Reports,
        IReadOnlyDictionary<(long Institution, LineKey Line), DateOnly> Promises,
        IReadOnlyDictionary<(long Institution, LineKey Line), DateOnly?> Decisions);
}

/// <param name="Institutions">So many stand in it.</param>
public sealed record DistrictTable(Table Table, int Institutions);
