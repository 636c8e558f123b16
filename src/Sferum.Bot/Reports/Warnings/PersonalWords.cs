using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Sferum.Bot.Reports.Warnings;

/// <summary>Words and numbers that hint at personal data (<c>dialogs/shared/personal_data.yaml</c>).</summary>
public sealed partial class PersonalWords(ImmutableArray<PersonalHint> hints)
{
    /// <summary>So many other words may stand between two of a hint.</summary>
    private const int Between = 2;

    /// <summary>So near an exception counts.</summary>
    private const int Near = 3;

    public static PersonalWords None { get; } = new([]);

    /// <returns>The words that hint at it, as they were typed; null when there are none.</returns>
    public string? FindIn(string text)
    {
        if (Numbers().Match(text) is { Success: true } number)
        {
            return number.Value.Trim();
        }

        var words = Words().Matches(text);
        var folded = words.Select(word => Folded(word.Value)).ToArray();
        foreach (var hint in hints)
        {
            for (var start = 0; start < folded.Length; start++)
            {
                if (EndOf(hint.Words, folded, start) is { } end
                    && !folded[Math.Max(0, start - Near)..Math.Min(folded.Length, end + Near + 1)].Any(word => hint.Except.Any(except => Fits(except, word))))
                {
                    return text[words[start].Index..(words[end].Index + words[end].Length)];
                }
            }
        }

        return null;
    }

    internal static string Folded(string word) => word.ToLowerInvariant().Replace('ё', 'е');

    /// <summary>Where the last word of a hint stands that begins here; null when it does not.</summary>
    private static int? EndOf(ImmutableArray<string> hint, string[] words, int start)
    {
        var at = start;
        if (!Fits(hint[0], words[at]))
        {
            return null;
        }

        foreach (var next in hint.AsSpan()[1..])
        {
            var found = Array.FindIndex(words, at + 1, Math.Min(Between + 1, words.Length - at - 1), word => Fits(next, word));
            if (found < 0)
            {
                return null;
            }

            at = found;
        }

        return at;
    }

    private static bool Fits(string pattern, string word) =>
        pattern.EndsWith('*') ? word.StartsWith(pattern.AsSpan()[..^1], StringComparison.Ordinal) : word == pattern;

    /// <summary>A telephone of Russia with its signs or «+7», or a СНИЛС. Eleven digits in a row alone may be the name of a photo.</summary>
    [GeneratedRegex(@"(?<![\d-])(?:\+7[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d\d[\s-]*\d\d|8[\s-]?\(\d{3,5}\)[\s-]*\d[\d\s-]{3,9}\d|8[\s-]9\d\d[\s-]\d{3}[\s-]?\d\d[\s-]?\d\d|89\d{9}|\d{3}-\d{3}-\d{3}[\s-]\d\d)(?![\d-])")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Words();
}

/// <param name="Words">In their order, in small letters; <c>*</c> for any ending.</param>
/// <param name="Except">Where such a word is near, it is no hint.</param>
public sealed record PersonalHint(ImmutableArray<string> Words, ImmutableArray<string> Except);
