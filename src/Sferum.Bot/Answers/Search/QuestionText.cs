using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Lucene.Net.Tartarus.Snowball.Ext;
using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Answers.Search;

/// <summary>A text freed of how it was typed: case, «ё», invisible and decorative characters, endings of words.</summary>
internal static partial class QuestionText
{
    /// <summary>What makes a question stands in its first lines; it bounds the work for a text of any length.</summary>
    private const int LongestRead = 1500;

    private const int MostWords = 120;

    /// <summary>The letters of points are typed in either alphabet: «1.2a», «1.2а».</summary>
    private const string LatinPointLetters = "abcde";

    private const string PointLetters = "абвгд";

    /// <summary>People use the same words again and again, and stemming is the dearest part of reading them.</summary>
    private const int MostRemembered = 20_000;

    /// <summary>Its compatibility form is the word «No».</summary>
    private const char NumeroSign = '№';

    [ThreadStatic]
    private static RussianStemmer? _stemmer;

    [ThreadStatic]
    private static Dictionary<string, string>? _known;

    /// <summary>Words and numbers of points, in their order, without case and marks.</summary>
    public static ImmutableArray<string> Words(string text)
    {
        var folded = Fold(text);
        var words = ImmutableArray.CreateBuilder<string>();
        foreach (var match in Word().EnumerateMatches(folded))
        {
            var word = folded.Substring(match.Index, match.Length);
            words.Add(char.IsAsciiDigit(word[0]) ? WithRussianLetter(word) : ShortenRuns(word));
            if (words.Count == MostWords)
            {
                break;
            }
        }

        return words.ToImmutable();
    }

    /// <summary>The words without their endings (Snowball for Russian, from Lucene.Net).</summary>
    public static ImmutableArray<string> Stems(string text) => ImmutableArray.CreateRange(Words(text), Stem);

    public static string Stem(string word)
    {
        var known = _known ??= new Dictionary<string, string>(StringComparer.Ordinal);
        if (known.TryGetValue(word, out var stem))
        {
            return stem;
        }

        var stemmer = _stemmer ??= new RussianStemmer();
        stemmer.SetCurrent(word);
        stemmer.Stem();
        if (known.Count == MostRemembered)
        {
            known.Clear();
        }

        return known[word] = stemmer.Current;
    }

    /// <summary>Compatibility forms are unfolded, so that decorative alphabets read as letters; marks over letters and what is invisible go.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(Math.Min(text.Length, LongestRead));
        foreach (var c in WellFormedText.Of(text.Length > LongestRead ? text[..LongestRead] : text).Replace(NumeroSign, ' ').Normalize(NormalizationForm.FormKC))
        {
            switch (char.GetUnicodeCategory(c))
            {
                case UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                    break;
                case UnicodeCategory.Control:
                    folded.Append(' ');
                    break;
                default:
                    folded.Append(char.ToLowerInvariant(c) is var lower && lower == 'ё' ? 'е' : lower);
                    break;
            }
        }

        return folded.ToString();
    }

    private static string WithRussianLetter(string number)
    {
        var letter = LatinPointLetters.IndexOf(number[^1], StringComparison.Ordinal);
        var digits = letter >= 0 || char.IsLetter(number[^1]) ? number[..^1].TrimEnd('.') : number;
        return letter >= 0 ? digits + PointLetters[letter] : char.IsLetter(number[^1]) ? digits + number[^1] : digits;
    }

    /// <summary>«пооожалуйста»: a letter held down says nothing.</summary>
    private static string ShortenRuns(string word) => Runs().Replace(word, "$1");

    [GeneratedRegex(@"\d+(?:[.\-]\d+)*(?:\.?[а-дa-e](?![\p{L}\d]))?|\p{L}+")]
    private static partial Regex Word();

    [GeneratedRegex(@"(\p{L})\1{2,}")]
    private static partial Regex Runs();
}
