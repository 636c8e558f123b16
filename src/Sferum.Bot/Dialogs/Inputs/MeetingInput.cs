using System.Collections.Immutable;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// A meeting that was held: parts <c>date</c>, <c>topic</c>, <c>members</c>: «15.04 совещание по Сферуму, 25 человек».
/// A number counts as people only when it is said so, or ends the message.
/// </summary>
internal sealed class MeetingInput : IInput
{
    private const int LongestTopic = 200;

    public string Name => "meeting";

    public ImmutableArray<string> Parts => ["date", "topic", "members"];

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today)
    {
        var clean = TypedText.Clean(message.Text);
        var dates = DateReader.Find(clean, today).Where(m => m.Shape != DateShape.Slashed).ToList();
        var rest = LinkText.Blank(DateReader.Blank(clean, dates));
        rest = Quantities.Find(rest).IsEmpty ? SpokenNumbers.ToDigits(rest) : rest;

        var quantities = Quantities.Find(rest);
        var members = quantities.FirstOrDefault(q => q.OfPeople)
            ?? quantities.LastOrDefault(q => !rest[(q.Start + q.Length)..].Any(char.IsLetterOrDigit));
        rest = members is null ? rest : TypedText.Blank(rest, members.Start, members.Length);

        var topic = Titles.Of(rest);
        var date = dates.FirstOrDefault()?.Reading;
        var isLoose = date is null && members is not { OfPeople: true };
        if (Problem(date, topic, members) is { } problem)
        {
            return new Recognition.Problem(problem) { IsLoose = isLoose };
        }

        var values = AnswerParts.Of(
            ("date", (date as DateReading.Valid)?.Iso),
            ("topic", topic),
            ("members", members is null ? null : Quantities.Text(members.Value)));
        return values.IsEmpty ? new Recognition.None() : new Recognition.Match(values) { IsLoose = isLoose };
    }

    public string Describe(ImmutableSortedDictionary<string, string> values) => AnswerParts.Join(
        DateInput.Short(values.GetValueOrDefault("date")),
        values.GetValueOrDefault("topic") is { } topic ? $"«{topic}»" : null,
        People.Members(values.GetValueOrDefault("members")));

    private static string? Problem(DateReading? date, string? topic, Quantity? members) =>
        date is DateReading.Refused refused ? refused.Reason
        : topic is { Length: > LongestTopic } ? "too_long"
        : members is null ? null
        : Quantities.ProblemOf(members.Value);
}
