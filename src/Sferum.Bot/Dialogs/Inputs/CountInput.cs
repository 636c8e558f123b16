using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>How many people: «34», «34 человека», «тридцать четыре»; part <c>count</c>. A number alone matches loosely.</summary>
internal sealed partial class CountInput : IInput
{
    private const string Part = "count";

    /// <summary>In a longer text a number that is not said to be of people is of something else.</summary>
    private const int MostWords = 6;

    public string Name => "count";

    public ImmutableArray<string> Parts => [Part];

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today)
    {
        var clean = TypedText.Clean(message.Text);
        if (Negative().IsMatch(SpokenNumbers.ToDigits(TypedText.Fold(clean))))
        {
            return new Recognition.Problem("negative");
        }

        var text = SpokenNumbers.ToDigits(DateReader.Blank(clean, DateReader.Find(clean, today)));
        var quantities = Quantities.Find(text);
        var people = quantities.Where(q => q.OfPeople).Select(q => q.Value).Distinct().ToList();
        var all = quantities.Select(q => q.Value).Distinct().ToList();
        return (people, all) switch
        {
            _ when FractionInput.Of(TypedText.Fold(text)) is { } part && part.Done != part.Total => new Recognition.None(),
            ([var value], _) => Of(value, false),
            ([], [var value]) when text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWords => Of(value, true),
            _ => new Recognition.None(),
        };
    }

    public string Describe(ImmutableSortedDictionary<string, string> values) => values.GetValueOrDefault(Part, "");

    private static Recognition Of(long value, bool isLoose) =>
        Quantities.ProblemOf(value) is { } problem
            ? new Recognition.Problem(problem) { IsLoose = isLoose }
            : new Recognition.Match(AnswerParts.Of((Part, Quantities.Text(value)))) { IsLoose = isLoose };

    [GeneratedRegex(@"^(?:-|минус)\s?\d+(?:\s\p{L}{1,12})?\.?$")]
    private static partial Regex Negative();
}
