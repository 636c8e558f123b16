using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Matching;

/// <summary>How typed words are compared: without case, ё, punctuation, invisible signs and small slips.</summary>
internal static class TypedWords
{
    /// <summary>Shorter words have too many neighbours one letter away («дома», «дата»).</summary>
    private const int ShortestWithSlip = 5;

    /// <summary>A longer text is no command.</summary>
    private const int LongestCommand = 200;

    /// <summary>Lower case, е for ё, «+» for every sign of agreement, single spaces, nothing but letters, digits and «+». Empty for a long text.</summary>
    public static string Normalise(string text)
    {
        if (text.Length > LongestCommand)
        {
            return "";
        }

        if (NormalisePlain(text) is { } plain)
        {
            return plain;
        }

        var result = new StringBuilder(text.Length);
        foreach (var rune in WellFormedText.Of(text).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (IsInvisible(rune))
            {
                continue;
            }

            if (IsAgreement(rune))
            {
                if (result.Length == 0 || result[^1] != '+')
                {
                    Space(result).Append('+');
                }
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                if (result.Length > 0 && result[^1] == '+')
                {
                    result.Append(' ');
                }

                var lower = Rune.ToLowerInvariant(rune);
                result.Append(lower.Value == 'ё' ? "е" : lower.ToString());
            }
            else
            {
                Space(result);
            }
        }

        return result.ToString().TrimEnd();
    }

    /// <summary>The same for Latin and Russian letters, digits and ASCII signs, of which nearly every label and word is; null for others.</summary>
    private static string? NormalisePlain(string text)
    {
        Span<char> result = stackalloc char[LongestCommand * 2];
        var length = 0;
        foreach (var c in text)
        {
            if (c is '+')
            {
                if (length == 0 || result[length - 1] != '+')
                {
                    length = Space(result, length);
                    result[length++] = '+';
                }
            }
            else if (c is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= 'А' and <= 'я') or 'ё' or 'Ё')
            {
                if (length > 0 && result[length - 1] == '+')
                {
                    result[length++] = ' ';
                }

                result[length++] = char.ToLowerInvariant(c) is var lower && lower == 'ё' ? 'е' : lower;
            }
            else if (c is (>= ' ' and < '\x7F') or '\n' or '\r' or '\t')
            {
                length = Space(result, length);
            }
            else
            {
                return null;
            }
        }

        return new string(result[..length].TrimEnd());

        static int Space(Span<char> text, int length)
        {
            if (length > 0 && text[length - 1] != ' ')
            {
                text[length++] = ' ';
            }

            return length;
        }
    }

    /// <summary>One of these is <see cref="Same"/>.</summary>
    public static bool AreAmong(ImmutableArray<string> words, string typed, bool tolerant)
    {
        foreach (var word in words)
        {
            if (Same(typed, word, tolerant))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Equal; or, when <paramref name="tolerant"/>, word by word at most one slip of the hand apart.</summary>
    public static bool Same(string typed, string expected, bool tolerant)
    {
        var gaps = expected.AsSpan().Count(' ');
        if (!tolerant || typed == expected || Math.Abs(typed.Length - expected.Length) > gaps + 1 || typed.AsSpan().Count(' ') != gaps)
        {
            return typed == expected;
        }

        var words = typed.AsSpan().Split(' ');
        foreach (var word in expected.AsSpan().Split(' '))
        {
            if (!words.MoveNext() || !SameWord(typed.AsSpan(words.Current), expected.AsSpan(word)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameWord(ReadOnlySpan<char> typed, ReadOnlySpan<char> expected) =>
        typed.SequenceEqual(expected)
        || (expected.Length >= ShortestWithSlip && Math.Abs(typed.Length - expected.Length) <= 1 && AreLetters(expected) && TypingDistance.Between(typed, expected, 1) <= 1);

    private static bool AreLetters(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsLetter(c))
            {
                return false;
            }
        }

        return true;
    }

    private static StringBuilder Space(StringBuilder text) =>
        text.Length > 0 && text[^1] != ' ' ? text.Append(' ') : text;

    /// <summary>Plus signs, thumbs up (U+1F44D), check marks (U+2705, U+2714), OK hand (U+1F44C).</summary>
    private static bool IsAgreement(Rune rune) => rune.Value is '+' or 0x2795 or 0x1F44D or 0x2705 or 0x2714 or 0x1F44C;

    /// <summary>Zero-width signs, variation selectors, skin tones (U+1F3FB–U+1F3FF), controls other than white space.</summary>
    private static bool IsInvisible(Rune rune) =>
        rune.Value is >= 0x1F3FB and <= 0x1F3FF
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark
        || (Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune));
}
