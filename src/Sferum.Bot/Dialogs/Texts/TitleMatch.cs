using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Sferum.Bot.Dialogs.Texts;

/// <summary>Which of several titles a person means who does not know the number: «чат с родителями», «план контроля».</summary>
internal static partial class TitleMatch
{
    /// <summary>Russian endings come after these letters at the latest: «родителями», «родительским».</summary>
    private const int StemLetters = 5;

    private const int ShortestWord = 3;

    /// <summary>A name is short; a longer text is a question or an answer that happens to share words with a title.</summary>
    private const int MostWords = 8;

    /// <summary>Words around a name that are part of no title.</summary>
    private static readonly ImmutableHashSet<string> _around = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "про", "для", "сдела", "созда", "издал", "готов", "выпол", "есть", "уже", "пункт", "хочу", "сдать", "отчет", "отчит", "нас", "наш", "это", "вот");

    /// <summary>Index of the only title that has most of the words; null when none has, or several have as many.</summary>
    public static int? Find(string typed, IReadOnlyList<string> titles)
    {
        var words = Stems(typed).Where(w => !_around.Contains(w)).Distinct().ToList();
        if (words.Count is 0 or > MostWords)
        {
            return null;
        }

        var scores = titles.Select(t => Stems(t).ToList()).Select(stems => words.Count(w => stems.Exists(s => Same(w, s)))).ToList();
        var best = scores.Count == 0 ? 0 : scores.Max();
        return best * 2 > words.Count && scores.Count(s => s == best) == 1 ? scores.IndexOf(best) : null;
    }

    private static IEnumerable<string> Stems(string text) =>
        Word().Matches(TypedText.Fold(TypedText.Clean(text)))
            .Where(m => m.Length >= ShortestWord)
            .Select(m => m.Value[..Math.Min(m.Length, StemLetters)]);

    /// <summary>«план» and «плане», «чат» and «чаты»; a slip in a long word.</summary>
    private static bool Same(string typed, string stem) =>
        typed == stem
        || (Math.Abs(typed.Length - stem.Length) <= 2 && (stem.StartsWith(typed, StringComparison.Ordinal) || typed.StartsWith(stem, StringComparison.Ordinal)))
        || (typed.Length == StemLetters && stem.Length == StemLetters && TypingDistance.Between(typed, stem, 1) == 1);

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
