using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// How many of how many: «18 из 20», «ознакомлено 18 человек из 20», «все 20», «18/20»; parts <c>done</c>, <c>total</c>.
/// With a slash it may be the number of an act and matches loosely.
/// </summary>
internal sealed partial class FractionInput : IInput
{
    public string Name => "fraction";

    public ImmutableArray<string> Parts => ["done", "total"];

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today)
    {
        var clean = TypedText.Clean(message.Text);
        var text = SpokenNumbers.ToDigits(TypedText.Fold(DateReader.Blank(clean, Sure(clean, today))));
        if (Of(text) is { } said)
        {
            return Judge(said.Done, said.Total, false);
        }

        return Slashed().Match(text) is { Success: true } slashed
            ? Judge(Quantities.Value(slashed.Groups["done"].Value), Quantities.Value(slashed.Groups["total"].Value), true)
            : new Recognition.None();
    }

    public string Describe(ImmutableSortedDictionary<string, string> values) =>
        (values.GetValueOrDefault("done"), values.GetValueOrDefault("total")) switch
        {
            ({ } done, { } total) => $"{done} из {total}",
            ({ } done, null) => done,
            (null, { } total) => $"всего {total}",
            _ => "",
        };

    /// <summary>What a folded text with numbers in digits says in so many words, with its place; null when it says nothing of the kind.</summary>
    public static Fraction? Of(string text)
    {
        foreach (var regex in (ReadOnlySpan<Regex>)[PartOfWhole(), WholeThenPart(), PartThenWhole()])
        {
            if (regex.Match(text) is { Success: true } match)
            {
                return new Fraction(
                    match.Index,
                    match.Length,
                    Quantities.Value(match.Groups["done"].Value),
                    Quantities.Value(match.Groups["total"].Value));
            }
        }

        if (All().Match(text) is { Success: true } all)
        {
            var total = Quantities.Value(all.Groups["total"].Value);
            return new Fraction(all.Index, all.Length, total, total);
        }

        return null;
    }

    private static Recognition Judge(long done, long total, bool isLoose)
    {
        var problem = (done, total) switch
        {
            (_, 0) => "zero",
            _ when done > total => "more_than_all",
            (_, > Quantities.Most) => "too_large",
            _ => null,
        };
        return problem is null
            ? new Recognition.Match(AnswerParts.Of(("done", Quantities.Text(done)), ("total", Quantities.Text(total)))) { IsLoose = isLoose }
            : new Recognition.Problem(problem) { IsLoose = isLoose };
    }

    private static IEnumerable<DateMention> Sure(string clean, DateOnly today) =>
        DateReader.Find(clean, today).Where(m => m.Shape == DateShape.Sure);

    /// <summary>A part of a whole and where it is said.</summary>
    internal sealed record Fraction(int Start, int Length, long Done, long Total);

    [GeneratedRegex(@"(?<![\p{L}\d./,№-])(?<done>\d{1,9})(?:-?(?:ти|х|м|ми))?\s(?:\p{L}{2,16}\.?\s){0,3}из\s(?:\p{L}{2,16}\s){0,2}(?<total>\d{1,9})(?![\d/]|[.,]\d)")]
    private static partial Regex PartOfWhole();

    [GeneratedRegex(@"(?<!\p{L})(?:из|всего)\s(?<total>\d{1,9})(?:-?(?:ти|х))?(?:\s\p{L}{2,16}){0,3}\s?[,;:-]?\s(?:\p{L}{2,16}\s){0,2}(?<done>\d{1,9})(?![\d/]|[.,]\d)")]
    private static partial Regex WholeThenPart();

    [GeneratedRegex(@"(?<![\p{L}\d./,№-])(?<done>\d{1,9})(?:\s\p{L}{2,16}){0,3}\s?[,;]?\s?(?:\p{L}{2,16}\s){0,2}всего\s?:?\s?(?:\p{L}{2,16}\s){0,2}(?<total>\d{1,9})(?![\d/]|[.,]\d)")]
    private static partial Regex PartThenWhole();

    [GeneratedRegex(@"(?<!\p{L})вс(?:е|ех|ем)(?!\p{L})(?:\s\p{L}{2,16}){0,3}\s?[,:(-]?\s?(?<total>\d{1,9})(?![\d/-]|[.,]\d)|(?<![\p{L}\d./,№-])(?<!(?:№|номер|приказ\p{L}{0,2})\s)(?<total>\d{1,9})\s?[(,]?\s?(?:\p{L}{2,16}\s){0,2}вс(?:е|ех)(?!\p{L})")]
    private static partial Regex All();

    [GeneratedRegex(@"^(?:[\p{L} :]{0,40}\s)?(?<done>\d{1,9})\s?[/\\]\s?(?<total>\d{1,9})(?:\s[\p{L} ]{1,40})?[.!]?$")]
    private static partial Regex Slashed();
}
