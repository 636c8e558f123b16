using System.Collections.Immutable;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// The day by which something will be done: «к 18-му», «в пятницу», «через неделю», «18»; part <c>date</c> (ISO). Problems
/// <c>past_date</c>, <c>impossible_date</c>, <c>far_date</c> (over 366 days).
/// </summary>
internal sealed class DueInput : IInput
{
    private const string Part = "date";

    public string Name => "due";

    public ImmutableArray<string> Parts => [Part];

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today)
    {
        var clean = TypedText.Clean(message.Text);
        return (DueDate.Find(clean, today) ?? DateReader.ReadBare(clean, today, DateDirection.Future)) switch
        {
            DateReading.Valid day => new Recognition.Match(AnswerParts.Of((Part, day.Iso))),
            DateReading.Refused refused => new Recognition.Problem(refused.Reason),
            _ => new Recognition.None(),
        };
    }

    public string Describe(ImmutableSortedDictionary<string, string> values) => DateInput.Short(values.GetValueOrDefault(Part)) ?? "";
}
