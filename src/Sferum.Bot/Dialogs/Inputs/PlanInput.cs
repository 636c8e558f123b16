using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// A plan: parts <c>title</c> and <c>date</c> of approval, and <c>section</c> if it is said: «План внутришкольного
/// контроля от 28.08.2023, строка 14». Without the word «план» or a date the title matches loosely.
/// </summary>
internal sealed partial class PlanInput : IInput
{
    private const int LongestTitle = 300;

    public string Name => "plan";

    public ImmutableArray<string> Parts => ["title", "date"];

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today)
    {
        var clean = TypedText.Clean(message.Text);
        var section = SectionInput.Find(clean)?.GetOffsetAndLength(clean.Length);
        var rest = section is { } place ? TypedText.Blank(clean, place.Offset, place.Length) : clean;
        var date = DateReader.Find(rest, today).Find(m => m.Shape != DateShape.Slashed);
        rest = LinkText.Blank(date is null ? rest : DateReader.Blank(rest, [date]));

        var title = Titles.Of(rest);
        var isLoose = date is null && !Plan().IsMatch(TypedText.Fold(clean));
        if (date is { Reading: DateReading.Refused refused })
        {
            return new Recognition.Problem(refused.Reason) { IsLoose = isLoose };
        }

        if (title is { Length: > LongestTitle })
        {
            return new Recognition.Problem("too_long") { IsLoose = isLoose };
        }

        return title is null && date is null
            ? new Recognition.None()
            : new Recognition.Match(AnswerParts.Of(
                ("title", title),
                ("date", (date?.Reading as DateReading.Valid)?.Iso),
                ("section", section is { } found ? clean.Substring(found.Offset, found.Length) : null)))
            {
                IsLoose = isLoose,
            };
    }

    public string Describe(ImmutableSortedDictionary<string, string> values)
    {
        var date = DateInput.Short(values.GetValueOrDefault("date"));
        var title = string.Join(' ', ((string?[])[ChatInput.Title(values), date is null ? null : $"от {date}"]).OfType<string>());
        return AnswerParts.Join(title, values.GetValueOrDefault("section"));
    }

    [GeneratedRegex(@"(?<!\p{L})(?:план(?:а|е|у|ом)?|вшк|всоко|вск)(?!\p{L})|контрол")]
    private static partial Regex Plan();
}
