using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// A claim code of an institution: 8 characters of <c>ABCDEFGHJKMNPQRSTUVWXYZ23456789</c> (no I, L, O, 0, 1), printed as
/// <c>ABCD-2345</c>; part <c>code</c> in the printed form. Case, spaces and dashes don't matter; Cyrillic letters that look
/// like Latin ones are read as these. The room that issues codes has the same shape in its own words.
/// </summary>
internal sealed partial class CodeInput : IInput
{
    private const string Part = "code";

    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private const int Length = 8;

    private const string Cyrillic = "АВЕКМНРСТУХЗ";

    private const string Lookalikes = "ABEKMHPCTYX3";

    public string Name => Part;

    public ImmutableArray<string> Parts => [Part];

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today) =>
        Find(message.Text) is { } code ? new Recognition.Match(AnswerParts.Of((Part, code))) : new Recognition.None();

    public string Describe(ImmutableSortedDictionary<string, string> values) => values.GetValueOrDefault(Part, "");

    /// <summary>The first code of the text in the printed form; null when there is none.</summary>
    public static string? Find(string text)
    {
        var clean = TypedText.Clean(text);
        var whole = Label().Replace(clean, "");
        var isSaid = whole.Length != clean.Length;
        if (Read(Gaps().Replace(whole, "")) is { } alone && (isSaid || IsMarked(whole)))
        {
            return alone;
        }

        for (var match = Candidate().Match(clean); match.Success; match = match.NextMatch())
        {
            if (Read(Gaps().Replace(match.Value, "")) is { } code && IsMarked(match.Value))
            {
                return code;
            }
        }

        return null;
    }

    /// <summary>A code without digits looks like a word («РЕКАРУКА»): it must be dashed in the middle, or Latin and in capitals.</summary>
    private static bool IsMarked(string typed) =>
        typed.Any(char.IsAsciiDigit) || Dashed().IsMatch(typed) || typed.All(c => c is >= 'A' and <= 'Z' or ' ');

    private static string? Read(string typed)
    {
        if (typed.Length != Length)
        {
            return null;
        }

        var code = new StringBuilder(Length + 1);
        foreach (var sign in typed)
        {
            var upper = char.ToUpperInvariant(sign);
            var latin = Cyrillic.IndexOf(upper, StringComparison.Ordinal) is >= 0 and var index ? Lookalikes[index] : upper;
            if (!Alphabet.Contains(latin, StringComparison.Ordinal))
            {
                return null;
            }

            code.Append(latin);
        }

        // Eight digits are a telephone or a date.
        return code.ToString().All(char.IsAsciiDigit) ? null : code.Insert(Length / 2, '-').ToString();
    }

    [GeneratedRegex(@"^(?:(?:вот|мой|наш|это|код|учреждения|приглашения|школы|сада|кода)\s?[:=-]?\s?){1,4}(?=\s|\S{4})", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"[\s.-]")]
    private static partial Regex Gaps();

    [GeneratedRegex(@"(?<![\p{L}\d/@.-])[A-Za-zА-Яа-я2-9]{4}(?:\s?-\s?|\s)?[A-Za-zА-Яа-я2-9]{4}(?![\p{L}\d/@-])")]
    private static partial Regex Candidate();

    [GeneratedRegex(@"^.{4}\s?-\s?.{4}$")]
    private static partial Regex Dashed();
}
