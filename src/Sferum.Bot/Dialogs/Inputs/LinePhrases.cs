using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// Lines named by words in a folded text, by the phrases of stems that the order's file lists for them: every word of
/// «чат* педагог*» must be there, <c>*</c> is any ending, one slip of the hand is forgiven in long words. A plural without
/// more («чаты созданы», «все приказы изданы») names all mandatory lines that are not yet sent and whose phrases begin so.
/// </summary>
internal static partial class LinePhrases
{
    /// <summary>Shorter words have too many neighbours one letter away.</summary>
    private const int ShortestWithSlip = 5;

    /// <summary>The phrases of the orders, some hundred, folded once and not at every message.</summary>
    private static readonly ConcurrentDictionary<string, string[]> _stems = new(StringComparer.Ordinal);

    /// <summary>More words are no list of what is done.</summary>
    private const int MostWords = 60;

    public static ImmutableHashSet<LineFacts> Of(string text, Facts facts)
    {
        var left = facts.Lines.Where(l => l.Mandatory && l.Status is "open" or "returned").ToList();
        return Everything().IsMatch(text) ? [.. left] : Named(text, facts.Lines, left).Lines;
    }

    /// <summary>Lines among these that are named by words, and where in the text those words begin.</summary>
    public static (ImmutableHashSet<LineFacts> Lines, ImmutableHashSet<int> Places) Find(string text, ImmutableArray<LineFacts> lines) =>
        Named(text, lines, []);

    /// <param name="left">Those that a plural without more names.</param>
    private static (ImmutableHashSet<LineFacts> Lines, ImmutableHashSet<int> Places) Named(
        string text, ImmutableArray<LineFacts> lines, List<LineFacts> left)
    {
        var matches = Word().Matches(text).Take(MostWords).ToList();
        var words = matches.ConvertAll(m => m.Value);
        var found = lines
            .SelectMany(line => line.Mentions.Select(phrase => (Line: line, Places: Places(Stems(phrase), words))))
            .Where(f => f.Places.Count > 0)
            .ToList();

        // «приказ об администраторе» is not also the «приказ» of another line.
        var best = found.Where(f => !found.Exists(other => other.Places.IsProperSupersetOf(f.Places))).ToList();
        var taken = best.Where(f => f.Places.Count > 1).SelectMany(f => f.Places).ToHashSet();
        var groups = words.Index()
            .Where(w => !taken.Contains(w.Index) || (w.Index > 0 && words[w.Index - 1] == "все"))
            .Select(w => w.Item)
            .ToList();
        return (
            [.. best.Select(f => f.Line), .. left.Where(l => l.Mentions.Any(m => Stems(m) is [var first, ..] && groups.Exists(g => IsPlural(g, first))))],
            [.. best.SelectMany(f => f.Places).Select(place => matches[place].Index)]);
    }

    /// <summary>Where the words of a phrase stand; empty when one is missing.</summary>
    private static HashSet<int> Places(string[] stems, List<string> words)
    {
        var places = stems.Select(s => words.FindIndex(w => Fits(w, s))).ToHashSet();
        return places.Contains(-1) ? [] : places;
    }

    private static string[] Stems(string phrase) =>
        _stems.GetOrAdd(phrase, static p => TypedText.Fold(p).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static bool Fits(string word, string stem)
    {
        if (!stem.EndsWith('*'))
        {
            return word == stem || (stem.Length >= ShortestWithSlip && TypingDistance.Between(word, stem, 1) == 1);
        }

        var start = stem[..^1];
        return word.StartsWith(start, StringComparison.Ordinal) || (start.Length >= ShortestWithSlip && BeginsNearly(word, start));
    }

    private static bool BeginsNearly(string word, string start)
    {
        for (var length = start.Length - 1; length <= start.Length + 1 && length <= word.Length; length++)
        {
            if (TypingDistance.Between(word.AsSpan(0, length), start, 1) <= 1)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPlural(string word, string stem) =>
        stem.EndsWith('*') && word.Length == stem.Length && word[^1] is 'ы' or 'и' && word.StartsWith(stem[..^1], StringComparison.Ordinal);

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    /// <summary>«всё сделали», «все пункты выполнены», «сделали всё», «весь приказ исполнен»; not «все чаты созданы».</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:все(?!\p{L})(?:\s(?:наши|эти|остальные|обязательные))?(?:\s(?:пункты|поручения|задания|задачи|мероприятия|дела))?(?=\s?(?:$|[.!,+)-]|\n|(?:уже\s|мы\s|давно\s|полностью\s|у\sнас\s|по\s|в\sсрок\s|тут\s|тоже\s){0,3}(?:[сз]дела|готов|(?:вы|ис)полн|сда[лн]|отправ|есть|законч|заверш|размещ|создан|внес|отчит|по\sприказу|\+)))|весь\sприказ|по\sвсем\sпунктам|приказ\s(?:(?:вы|ис)полнен|[сз]делан)\sполностью)(?!\p{L}*\sкроме)")]
    private static partial Regex Everything();
}
