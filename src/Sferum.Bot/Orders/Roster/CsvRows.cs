using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Orders.Roster;

/// <summary>
/// The rows of a CSV as Excel and other programs of an office write it: UTF-8, UTF-16 or Windows-1251, separated by
/// semicolon, comma or tab. Both are found out by looking.
/// </summary>
internal static class CsvRows
{
    private const int Windows1251 = 1251;

    private static readonly string[] Separators = [";", ",", "\t"];

    public static IReadOnlyList<RosterRow> Read(string file, byte[] content, Faults faults)
    {
        var text = Decode(content);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            faults.Add(new Place(file, 0), "Это не таблица CSV. Сохраните список из Excel как «CSV (разделители — запятые)» или «Книга Excel (.xlsx)».");
            return [];
        }

        return Parse(file, text, SeparatorOf(file, text), int.MaxValue, faults);
    }

    private static string Decode(byte[] content)
    {
        using var reader = new StreamReader(new MemoryStream(content), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        try
        {
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            // Russian Excel writes its plain CSV so.
            return (CodePagesEncodingProvider.Instance.GetEncoding(Windows1251) ?? Encoding.Latin1).GetString(content);
        }
    }

    /// <summary>The separator by which the header has the most columns that mean something.</summary>
    private static string SeparatorOf(string file, string text) => Separators
        .Select(separator => (Separator: separator, Columns: RosterColumns.Find(file, Parse(file, text, separator, RosterLimits.HeaderWithin, new Faults()), new Faults())?.Count ?? 0))
        .MaxBy(found => found.Columns)
        .Separator;

    private static List<RosterRow> Parse(string file, string text, string separator, int most, Faults faults)
    {
        var rows = new List<RosterRow>();
        var begin = 1;
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator,
            HasHeaderRecord = false,
            IgnoreBlankLines = false,

            // A quote inside of a name without quotes around is as good as any sign; one that opens a cell must close it.
            BadDataFound = bad =>
            {
                if (bad.Field.StartsWith('"'))
                {
                    faults.Add(new Place(file, begin), "Кавычка открыта в начале ячейки и не закрыта в её конце. Закройте её или замените на «ёлочки».");
                }
            },
        };
        using var parser = new CsvParser(new StringReader(text), settings);
        while (rows.Count < most && parser.Read())
        {
            if (RosterRow.Of(begin, parser.Record ?? []) is not { } row)
            {
                faults.Add(new Place(file, begin), RosterFaults.TooManyColumns);
                break;
            }

            rows.Add(row);
            begin = parser.RawRow + 1;
            if (rows.Count > RosterLimits.MostRows)
            {
                faults.Add(new Place(file, begin), RosterFaults.TooManyRows);
                break;
            }
        }

        return rows;
    }
}
