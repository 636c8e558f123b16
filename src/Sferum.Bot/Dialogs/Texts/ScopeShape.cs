using System.Collections.Immutable;
using Sferum.Bot.Dialogs.Inputs;

namespace Sferum.Bot.Dialogs.Texts;

/// <summary>The names that <see cref="DialogScope"/> answers, with what may be asked of each.</summary>
internal static class ScopeShape
{
    public static ImmutableSortedDictionary<string, ValueShape> OfState { get; } = Facts().AddRange(new Dictionary<string, ValueShape>
    {
        ["slots"] = ValueShape.Unknown,
        ["args"] = ValueShape.Unknown,
        ["input"] = ValueShape.Unknown,
        ["heard"] = Heard(),
        ["event"] = Event(),
        ["state"] = ValueShape.Plain,
        ["field"] = ValueShape.Of(typeof(FieldFacts)),
        ["missing"] = ValueShape.Of(typeof(ImmutableArray<FieldFacts>)),
        ["missing_parts"] = new ValueShape.List(ValueShape.Plain),
        ["optional"] = ValueShape.Of(typeof(ImmutableArray<FieldFacts>)),
        ["answered"] = Summary(),
    });

    public static ImmutableSortedDictionary<string, ValueShape> OfNotice { get; } = Facts().Add("args", ValueShape.Unknown).Add("named_lines", new ValueShape.List(ValueShape.Plain));

    private static ValueShape.Map Heard() => new(
        InputCatalog.All.Keys.Append("line").Append("lines").Append("district").ToImmutableSortedDictionary(name => name, _ => ValueShape.Unknown, StringComparer.Ordinal));

    private static ImmutableSortedDictionary<string, ValueShape> Facts()
    {
        var facts = (ValueShape.Map)ValueShape.Of(typeof(Facts));
        return facts.Members
            .Remove("unread")
            .Add("now", ValueShape.Plain)
            .Add("today", ValueShape.Plain)
            .Add("line", ValueShape.Of(typeof(LineFacts)))
            .Add("review", ValueShape.Of(typeof(ReviewFacts)))
            .Add("question", ValueShape.Of(typeof(QuestionFacts)))
            .Add("saved_answer", ValueShape.Of(typeof(SavedAnswerFacts)))
            .Add("answer", ValueShape.Of(typeof(AnswerFacts)))
            .Add("overview", ValueShape.Of(typeof(OverviewFacts)))
            .Add("mailing", ValueShape.Of(typeof(MailingFacts)))
            .Add("broadcast", ValueShape.Of(typeof(BroadcastFacts)))
            .Add("clock", ValueShape.Plain)
            .Add("consent", ValueShape.OfMembers("version", "text"))
            .Add("reported", Summary());
    }

    private static ValueShape.List Summary() => new ValueShape.List(ValueShape.OfMembers("name", "label", "value"));

    private static ValueShape.Map Event() => new ValueShape.Map(
        ((ValueShape.Map)ValueShape.OfMembers("kind", "text", "ref")).Members
            .Add("attachments", new ValueShape.List(ValueShape.OfMembers("kind", "id", "name", "size"))));
}
