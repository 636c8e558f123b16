using System.Globalization;
using System.Text;
using Sferum.Bot.Reports;

namespace Sferum.Bot.Panel;

/// <summary>A table to be saved, under its name and the day.</summary>
internal static class TableFile
{
    public const string Xlsx = "xlsx";
    public const string Csv = "csv";

    /// <param name="kind"><see cref="Xlsx"/> or <see cref="Csv"/>.</param>
    /// <param name="name">Of the file; null: the table's.</param>
    public static IResult Of(Table table, string kind, PanelTime time, string? name = null)
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"{name ?? table.Name} {time.Today:dd.MM.yyyy}.{kind}");
        return kind == Csv
            ? TypedResults.File(Encoding.UTF8.GetBytes(table.ToCsv()), "text/csv; charset=utf-8", file)
            : TypedResults.File(table.ToXlsx(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file);
    }
}
