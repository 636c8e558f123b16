using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// The engine's own recognisers <c>line</c> («сделали 1.2 б» names exactly one of the person's lines) and <c>lines</c>
/// («сделали 1.1 и 1.3», «все чаты созданы»: at least two). Neither matches a question, a promise or «не относится к нам».
/// Words name lines only together with a word of doing, where no number is said: «Чат с педагогами, 34» is evidence.
/// </summary>
internal static partial class LineMention
{
    /// <summary>So short a message names a line without a word of doing: «чат с педагогами».</summary>
    private const int MostWordsOfName = 4;

    /// <summary>A longer text tells a story.</summary>
    private const int Longest = 1_000;

    private static readonly PromiseInput _promise = new();

    /// <summary>Part <c>line</c>; and <c>leads</c> when the message begins with its number.</summary>
    public static Recognition One(DialogEvent.Wrote message, Facts facts, DateOnly today)
    {
        var numbers = Numbers(message, facts);
        var isNumbered = !numbers.Lines.IsEmpty;
        var named = isNumbered ? numbers.Lines : ByWords(message, numbers, facts, mayBeName: true);
        return named.Count == 1 && !numbers.HasGroup && !SaysOtherwise(message, today)
            ? new Recognition.Match(AnswerParts.Of(("line", named.First().Key), ("leads", isNumbered && Leads(message, numbers) ? "true" : null)))
            : new Recognition.None();
    }

    /// <summary>What stood at the beginning was taken out of the rest.</summary>
    private static bool Leads(DialogEvent.Wrote message, LineNumbers numbers)
    {
        var clean = TypedText.Clean(message.Text);
        var first = clean.AsSpan().IndexOfAnyExcept(" \n");
        return first >= 0 && first < numbers.Rest.Length && numbers.Rest[first] == ' ';
    }

    private static bool Asks(DialogEvent.Wrote message) => QuestionInput.Asks(message.Text);

    /// <summary>Parts <c>line</c> (the first), <c>lines</c> (keys with spaces, in the order's order) and <c>count</c>.</summary>
    public static Recognition Several(DialogEvent.Wrote message, Facts facts, DateOnly today)
    {
        var numbers = Numbers(message, facts);
        var named = numbers.Lines.Union(ByWords(message, numbers, facts, mayBeName: false));
        var keys = facts.Lines.Where(named.Contains).Select(l => l.Key).Distinct().ToList();
        return keys.Count > 1 && !Negation().IsMatch(TypedText.Fold(numbers.Rest)) && !SaysOtherwise(message, today)
            ? new Recognition.Match(AnswerParts.Of(
                ("line", keys[0]),
                ("lines", string.Join(' ', keys)),
                ("count", keys.Count.ToString(CultureInfo.InvariantCulture))))
            : new Recognition.None();
    }

    /// <summary>
    /// A promise or a «not ours» with part <c>line</c> when the message names exactly one line: «1.3 будет 20 апреля». Of
    /// several lines it is not clear which are meant: «сделали 1.1, 1.3 будет завтра».
    /// </summary>
    public static Recognition WithLine(Recognition recognition, DialogEvent.Wrote message, Facts facts)
    {
        if (recognition is not Recognition.Match match)
        {
            return recognition;
        }

        var numbers = Numbers(message, facts);
        var named = numbers.Lines.IsEmpty ? LinePhrases.Of(TypedText.Fold(numbers.Rest), facts) : numbers.Lines;
        return named.Count == 1 ? match with { Values = match.Values.SetItem("line", named.First().Key) } : match;
    }

    private static LineNumbers Numbers(DialogEvent.Wrote message, Facts facts)
    {
        var clean = TypedText.Clean(message.Text);
        return LineNumbers.Of(clean.Length > Longest ? "" : clean, facts);
    }

    private static bool SaysOtherwise(DialogEvent.Wrote message, DateOnly today)
    {
        var clean = TypedText.Clean(message.Text);
        return Asks(message)
            || NotOurs.Find(clean) is not null
            || _promise.Recognise(message, today) is not Recognition.None;
    }

    private static ImmutableHashSet<LineFacts> ByWords(DialogEvent.Wrote message, LineNumbers numbers, Facts facts, bool mayBeName)
    {
        var rest = TypedText.Fold(numbers.Rest);
        if (rest.Any(char.IsDigit) || Negation().IsMatch(rest))
        {
            return [];
        }

        var isName = mayBeName
            && rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWordsOfName
            && SpokenNumbers.ToDigits(rest) == rest;
        return isName || DoneWords.AreIn(message.Text) ? LinePhrases.Of(rest, facts) : [];
    }

    [GeneratedRegex(@"(?<!\p{L})(?:не|нет|нету|ни|кроме)(?!\p{L})")]
    private static partial Regex Negation();
}
