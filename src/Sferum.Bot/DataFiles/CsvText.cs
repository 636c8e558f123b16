using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Sferum.Bot.DataFiles;

/// <summary>
/// Rows as a CSV that Russian Excel opens by itself: byte order mark and semicolons. A cell that it would take for a formula is
/// disarmed.
/// </summary>
internal static class CsvText
{
    public static string Write(params IEnumerable<IEnumerable<string>> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        text.Write('\uFEFF');
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";", InjectionOptions = InjectionOptions.Escape }))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row)
                {
                    csv.WriteField(cell);
                }

                csv.NextRecord();
            }
        }

        return text.ToString();
    }
}
