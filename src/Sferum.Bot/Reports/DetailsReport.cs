using System.Collections.Immutable;
using System.Globalization;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Reports;

/// <summary>Every line of every institution with its dates and what was reported: what an inspection asks for.</summary>
public sealed class DetailsReport(MatrixReport matrix, ReportStore reports, OrderBook orders, IOptions<OfficeOptions> office)
{
    private const string Day = "yyyy-MM-dd";

    public async Task<Table> OfAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var zone = office.Value.GetZone();
        var all = await matrix.OfAsync(db, new MatrixQuery([], []), cancellationToken);
        var standing = (await reports.OfInstitutionsAsync(db, [.. all.Rows.Select(row => row.Institution.Id)], cancellationToken)).Where(r => r.Status != ReportStatus.Withdrawn).ToDictionary(r => r.Line);
        return new Table(
            "Подробно",
            ["Учреждение", "Тип", "Приказ", "Пункт", "Что сделать", "Состояние", "Срок", "Что прислали", "Файлов", "Отчёт №", "Кто отчитался", "Получен", "Проверен", "Причина возврата"],
            [.. all.Rows.SelectMany(row => all.Columns.Index().Where(column => row.Cells[column.Index].State != MatrixState.NotForType).Select(column =>
            {
                var cell = row.Cells[column.Index];
                var report = standing.GetValueOrDefault(new ReportLine(row.Institution.Id, column.Item.Key.Order, column.Item.Key.Point));
                return (ImmutableArray<Cell>)
                [
                    Cell.Of(row.Institution.Name),
                    Cell.Of(row.Institution.Type),
                    orders.Orders.Length > 1 ? Cell.Of(column.Item.Order.Number) : Cell.Empty,
                    Cell.Of(column.Item.Point.Label),
                    Cell.Of(column.Item.Point.Title),
                    Cell.Of(cell.Words),
                    Cell.Of(cell.Due),
                    Cell.Of(report is null ? null : SaidIn(report, column.Item.Point)),
                    report is not null && column.Item.Point.FilesAmong(report.Answers).Count() is > 0 and var files ? new Cell.Number(files) : Cell.Empty,
                    Cell.Of(report?.Number),
                    Cell.Of(report is null ? null : report.ReportedBy < 0 ? "человек удалил свои данные" : string.Create(CultureInfo.InvariantCulture, $"vk.com/id{report.ReportedBy}")),
                    Cell.Of(report?.ReceivedAt, zone),
                    Cell.Of(report?.ReviewedAt, zone),
                    Cell.Of(report?.ReturnReason),
                ];
            }))]).WithoutEmptyColumns();
    }

    /// <summary>«Акт: 12-од, 12.04.2024»: what was typed, by the fields of the point.</summary>
    private static string SaidIn(Report report, OrderPoint point) => report.Kind switch
    {
        ReportKind.NotApplicable => $"не относится: {report.Answers.GetValueOrDefault(ReportContent.NotApplicable.ReasonAnswer)}",
        ReportKind.ByPhone => ReportContent.Told.Of(report.Answers) is var told ? string.Create(CultureInfo.InvariantCulture, $"со слов по телефону, {told.By}, {told.Day:dd.MM.yyyy}: {told.Note}") : "",
        _ => string.Join(
            "; ",
            point.Evidence
                .Where(field => field.Input != EvidenceField.FilesInput)
                .Select(field => (field.Label, Values: report.Answers.Where(answer => field.IsAnsweredBy(answer.Key)).Select(answer => Shown(answer.Value)).ToArray()))
                .Where(field => field.Values.Length > 0)
                .Select(field => $"{field.Label}: {string.Join(", ", field.Values)}")),
    };

    private static string Shown(string value) =>
        DateOnly.TryParseExact(value, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) : value;
}
