using System.Globalization;
using System.Xml;
using MiniExcelLibs;
using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Orders.Roster;

/// <summary>The rows of the first sheet of an Excel workbook: values, never formulas.</summary>
internal static class XlsxRows
{
    private const string Damaged = "Файл Excel повреждён или защищён паролем. Откройте его в Excel и сохраните заново как «Книга Excel (.xlsx)».";

    /// <returns>The rows, and the sheets that were not read.</returns>
    public static (IReadOnlyList<RosterRow> Rows, IReadOnlyList<string> OtherSheets) Read(string file, byte[] content, Faults faults)
    {
        var place = new Place(file, 0);
        try
        {
            if (XlsxParts.FaultIn(content) is { } fault)
            {
                faults.Add(place, fault);
                return ([], []);
            }

            using var stream = new MemoryStream(content);
            var sheets = stream.GetSheetNames();
            var rows = new List<RosterRow>();
            long seen = 0;
            foreach (IDictionary<string, object?> cells in stream.Query(useHeaderRow: false, excelType: ExcelType.XLSX))
            {
                rows.Add(new RosterRow(rows.Count + 1, [.. cells.Values.Select(TextOf)]));
                if (rows.Count > RosterLimits.MostRows)
                {
                    faults.Add(new Place(file, rows.Count), RosterFaults.TooManyRows);
                    break;
                }

                seen += cells.Count;
                if (seen > RosterLimits.MostCells)
                {
                    faults.Add(new Place(file, rows.Count), RosterFaults.TooManyCells);
                    break;
                }
            }

            return (rows, [.. sheets.Skip(1)]);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or FormatException or KeyNotFoundException or InvalidOperationException
            or ArgumentException or NullReferenceException or NotSupportedException or IndexOutOfRangeException or OverflowException)
        {
            // The library tells a damaged book by whatever its parts throw.
            faults.Add(place, Damaged);
            return ([], []);
        }
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        string text => text,

        // ОГРН and ИНН are numbers to Excel: no exponent, no fraction.
        double number => number.ToString("0.######", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
