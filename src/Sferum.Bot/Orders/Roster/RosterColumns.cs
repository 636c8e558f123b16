using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Orders.Roster;

/// <summary>Which column of a table holds what, found by the header in any order.</summary>
internal sealed partial record RosterColumns(int HeaderLine, int Name, int? Type, int? Post, int? Head, int? Key, ImmutableArray<string> Unused)
{
    /// <summary>How many columns have a meaning: the right separator of a CSV gives the most.</summary>
    public int Count => 1 + new[] { Type, Post, Head, Key }.Count(column => column is not null);

    /// <summary>The columns by the first row that reads as a header; null when there is none.</summary>
    public static RosterColumns? Find(string file, IEnumerable<RosterRow> rows, Faults faults)
    {
        foreach (var row in rows.Take(RosterLimits.HeaderWithin))
        {
            var meanings = Enumerable.Range(0, row.Cells.Length).ToLookup(column => MeaningOf(row.Cell(column)));
            if (meanings.Contains(Meaning.Name) && (row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) > 1 || IsListOfNames(row, meanings)))
            {
                return Read(new Place(file, row.Line), row, meanings, faults);
            }
        }

        return null;
    }

    /// <summary>A single cell may be the header of a bare list or a title above the table.</summary>
    private static bool IsListOfNames(RosterRow row, ILookup<Meaning, int> meanings) =>
        BareTitle().IsMatch(RosterNames.Comparable(row.Cell(meanings[Meaning.Name].First())));

    private static RosterColumns Read(Place place, RosterRow header, ILookup<Meaning, int> meanings, Faults faults)
    {
        foreach (var several in meanings.Where(columns => columns.Key is Meaning.Name or Meaning.Type or Meaning.Post or Meaning.Head && columns.Count() > 1))
        {
            var titles = string.Join(" и ", several.Select(column => $"«{header.Cell(column)}»"));
            faults.Add(place, $"Столбцы {titles} говорят об одном и том же. Оставьте один из них или переименуйте лишний.");
        }

        int? First(Meaning meaning) => meanings[meaning].Select(column => (int?)column).FirstOrDefault();
        var key = First(Meaning.OwnKey) ?? First(Meaning.Ogrn) ?? First(Meaning.Inn) ?? First(Meaning.ShortName);
        int?[] used = [First(Meaning.Name), First(Meaning.Type), First(Meaning.Post), First(Meaning.Head), key];
        return new RosterColumns(
            header.Line,
            meanings[Meaning.Name].First(),
            First(Meaning.Type),
            First(Meaning.Post),
            First(Meaning.Head),
            key,
            [.. Enumerable.Range(0, header.Cells.Length).Where(column => !used.Contains(column)).Select(header.Cell).Where(title => title.Length > 0)]);
    }

    private static Meaning MeaningOf(string title)
    {
        if (title.Length > RosterLimits.LongestCell)
        {
            return Meaning.None;
        }

        var plain = RosterNames.Comparable(InBrackets().Replace(title, " "));
        return plain switch
        {
            _ when Other().IsMatch(plain) => Meaning.None,
            _ when ShortName().IsMatch(plain) => Meaning.ShortName,
            _ when Ogrn().IsMatch(plain) => Meaning.Ogrn,
            _ when Inn().IsMatch(plain) => Meaning.Inn,
            _ when OwnKey().IsMatch(plain) => Meaning.OwnKey,
            _ when TypeTitle().IsMatch(plain) => Meaning.Type,
            _ when PostTitle().IsMatch(plain) => Meaning.Post,
            _ when HeadTitle().IsMatch(plain) => Meaning.Head,
            _ when NameTitle().IsMatch(plain) => Meaning.Name,
            _ => Meaning.None,
        };
    }

    private enum Meaning
    {
        None,
        Name,
        Type,
        Post,
        Head,
        OwnKey,
        Ogrn,
        Inn,
        ShortName,
    }

    [GeneratedRegex("^(учреждени[ея]|организаци[яи]|(полное )?(название|наименование)( учреждения| организации)?)$")]
    private static partial Regex BareTitle();

    [GeneratedRegex(@"\(.*?\)|\[.*?\]")]
    private static partial Regex InBrackets();

    [GeneratedRegex("телефон|почт|mail|адрес|сайт|ссылк|дата|заместител|количеств|число|район|округ|населенн")]
    private static partial Regex Other();

    [GeneratedRegex("^(краткое|сокращенное|короткое)( название| наименование|$)|^аббревиатура")]
    private static partial Regex ShortName();

    [GeneratedRegex(@"^(код )?огрн\b")]
    private static partial Regex Ogrn();

    [GeneratedRegex(@"^(код )?инн\b")]
    private static partial Regex Inn();

    [GeneratedRegex("^(код|id|ид|идентификатор)( учреждения| организации| оо| оу|$)|^(номер|реестровый номер)( учреждения| организации| оо| оу| в реестре)|^реестровый номер$")]
    private static partial Regex OwnKey();

    [GeneratedRegex(@"^(тип|вид)\b")]
    private static partial Regex TypeTitle();

    [GeneratedRegex(@"^должность\b(?!.*фио)")]
    private static partial Regex PostTitle();

    [GeneratedRegex(@"руководител|\bдиректор|заведующ|^ф и о\b|\bфио\b")]
    private static partial Regex HeadTitle();

    [GeneratedRegex("названи|наименовани|^учреждени|^организаци|^образовательн|^(оо|оу|доу|школа)$")]
    private static partial Regex NameTitle();
}
