using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// «Not yet»: «ещё не сделали, будет к 18-му», «не успеваем», «в процессе», «сдадим завтра»; part <c>date</c> (ISO) when a
/// day is named. A question, a plain date and what is done are no promises. Problems as of <c>due</c>.
/// </summary>
internal sealed partial class PromiseInput : IInput
{
    /// <summary>The engine adds the line that the message names.</summary>
    public const string Key = "promise";

    private const string Part = "date";

    /// <summary>A longer text tells a story; it is read by a person.</summary>
    private const int Longest = 500;

    public string Name => Key;

    public ImmutableArray<string> Parts => [Part];

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today)
    {
        var clean = TypedText.Clean(message.Text);
        var text = TypedText.Fold(clean);
        if (clean.Length is 0 or > Longest || !PromiseWords.AreIn(text, hasDay: true, hasNumber: false) || Questions.Asks(text) || NotOurs.Find(clean) is not null)
        {
            return new Recognition.None();
        }

        // The words first: looking for days costs the most, and few messages are promises.

        var day = DueDate.Find(clean, today);
        return (PromiseWords.AreIn(text, day is not null, HasNumber(clean, today)), day) switch
        {
            (false, _) => new Recognition.None(),
            (_, DateReading.Refused refused) => new Recognition.Problem(refused.Reason),
            _ => new Recognition.Match(AnswerParts.Of((Part, (day as DateReading.Valid)?.Iso))),
        };
    }

    public string Describe(ImmutableSortedDictionary<string, string> values) => DateInput.Short(values.GetValueOrDefault(Part)) ?? "";

    /// <summary>One that is neither a point, nor a date, nor the number of an act.</summary>
    private static bool HasNumber(string clean, DateOnly today)
    {
        var rest = DateReader.Blank(clean, DateReader.Find(clean, today, DateDirection.Future));
        foreach (var mention in PointInput.Mentions(rest).ToList())
        {
            rest = TypedText.Blank(rest, mention.Start, mention.Length);
        }

        return ActNumber().Replace(rest, "").Any(char.IsDigit);
    }

    [GeneratedRegex(@"№\s?\S{1,20}")]
    private static partial Regex ActNumber();
}
