using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Sferum.Bot.Orders.Roster;

/// <summary>Codes as a CSV for a mail merge: name, code, link. A cell that Excel would take for a formula is disarmed.</summary>
internal static class CodeTable
{
    public static string Write(IEnumerable<CodeCard> cards)
    {
        // Russian Excel takes the byte order mark and the semicolon for what they are.
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        text.Write('\uFEFF');
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";", InjectionOptions = InjectionOptions.Escape }))
        {
            foreach (var title in new[] { "Учреждение", "Код", "Ссылка" })
            {
                csv.WriteField(title);
            }

            csv.NextRecord();
            foreach (var card in cards)
            {
                csv.WriteField(card.Institution);
                csv.WriteField(card.Code);
                csv.WriteField(card.Link.AbsoluteUri);
                csv.NextRecord();
            }
        }

        return text.ToString();
    }
}
