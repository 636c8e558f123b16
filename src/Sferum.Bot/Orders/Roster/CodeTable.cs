using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Orders.Roster;

/// <summary>Codes as a CSV for a mail merge: name, code, link.</summary>
internal static class CodeTable
{
    public static string Write(IEnumerable<CodeCard> cards) => CsvText.Write(
    [
        ["Учреждение", "Код", "Ссылка"],
        .. cards.Select(card => (string[])[card.Institution, card.Code, card.Link.AbsoluteUri]),
    ]);
}
