using System.Collections.Immutable;

namespace Sferum.Bot.Orders.Roster;

/// <summary>
/// The institutions that somebody means by a number or by a part of the name: «2», «школа 2», «вымышленская». Words that
/// most names share say only of which type it is.
/// </summary>
internal static class RosterSearch
{
    /// <summary>A longer text names no institution.</summary>
    private const int LongestWords = 200;

    /// <summary>Shorter beginnings of a word fit too many.</summary>
    private const int ShortestPart = 3;

    /// <summary>Endings differ: «сказочная», «в сказочной».</summary>
    private const int LongestEnding = 3;

    private const string School = "МОУ";
    private const string Kindergarten = "МДОУ";
    private const string Centre = "УДО";

    private static readonly ImmutableDictionary<string, string> TypeWords = Words(
        (School, "школа школы школе школу школой школ школам школах школами моу мбоу мкоу маоу сош оош нош гимназия гимназии гимназию гимназией лицей лицея лицею лицеем лицее"),
        (Kindergarten, "сад сада саду садом саде сады садов садам садами садики садиков садикам детские детских садик садика садику садиком садике детсад детсада детсаду детсадом детсаде детский детского детскому детским детском мдоу мбдоу мкдоу мадоу доу дс"),
        (Centre, "удо мбудо дом доме дома дому домом центр центры центрам центре центра центру центром дворец дворца дворцу дворцом дополнительного дополнительному дополнительное образования образованию образование дюсш"));

    private static readonly ImmutableHashSet<string> EmptyWords =
        ["в", "во", "на", "из", "и", "я", "у", "нас", "номер", "работаю", "наш", "наша", "наше", "моя", "мой", "мое", "учреждение", "учреждения", "учреждению", "учреждением"];

    /// <param name="type">Where it was said before that the person works: among several that fit, those of this type are meant.</param>
    /// <param name="same">Whether a typed word is a word of a name, slips of the hand forgiven.</param>
    public static IReadOnlyList<Institution> Find(
        IReadOnlyList<Institution> all, string words, string? type, int most, Func<string, string, bool> same)
    {
        if (words.Length > LongestWords)
        {
            return [];
        }

        var typed = RosterNames.Comparable(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !EmptyWords.Contains(word)).ToList();
        var own = typed.Where(word => !TypeWords.ContainsKey(word)).ToList();
        var types = typed.Select(word => TypeWords.GetValueOrDefault(word)).OfType<string>().Distinct().ToList();
        if (typed.Count == 0)
        {
            return [];
        }

        // «гимназия» alone may be the name of the only one.
        var found = all.Where(institution => IsNamed(institution, own.Count > 0 ? own : typed, same)).ToList();
        foreach (var meant in types.Count > 0 ? types : [.. new[] { type }.OfType<string>()])
        {
            if (found.Any(institution => institution.Type == meant))
            {
                found = [.. found.Where(institution => institution.Type == meant)];
            }
        }

        return [.. found.Take(most)];
    }

    /// <summary>The type that these words name and nothing else («школам», «детские сады»); null when they say anything more, or nothing.</summary>
    public static string? TypeOf(string words)
    {
        var types = RosterNames.Comparable(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !EmptyWords.Contains(word)).Select(word => TypeWords.GetValueOrDefault(word)).Distinct().ToList();
        return types is [{ } type] ? type : null;
    }

    private static bool IsNamed(Institution institution, List<string> typed, Func<string, string, bool> same)
    {
        var name = RosterNames.Comparable(institution.Name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return typed.All(word => name.Any(part => Means(word, part, same)));
    }

    private static bool Means(string word, string part, Func<string, string, bool> same) =>
        word == part
        || (!word.Any(char.IsDigit) && word.Length >= ShortestPart && (part.StartsWith(word, StringComparison.Ordinal) || same(word, part) || SameStem(word, part)));

    private static bool SameStem(string word, string part)
    {
        var stem = Math.Max(word.Length, part.Length) - LongestEnding;
        return stem > ShortestPart && Math.Min(word.Length, part.Length) >= stem && word.AsSpan(0, stem).SequenceEqual(part.AsSpan(0, stem));
    }

    private static ImmutableDictionary<string, string> Words(params (string Type, string Words)[] types) =>
        types.SelectMany(type => type.Words.Split(' ').Select(word => KeyValuePair.Create(word, type.Type))).ToImmutableDictionary();
}
