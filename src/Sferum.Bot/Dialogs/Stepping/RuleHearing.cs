using System.Collections.Immutable;
using Sferum.Bot.Dialogs.Compiled;
using Sferum.Bot.Dialogs.Inputs;
using Sferum.Bot.Dialogs.Inputs.Asking;
using Sferum.Bot.Dialogs.Matching;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Stepping;

/// <summary>Whether a rule's trigger matches the event. Each recogniser is asked at most once per step.</summary>
internal sealed class RuleHearing(DialogEvent happened, DialogScope scope)
{
    private const string AnyProblem = "any";

    private readonly Dictionary<string, Recognition> _heard = new(StringComparer.Ordinal);
    private readonly string _typed = happened is DialogEvent.Wrote wrote ? TypedWords.Normalise(wrote.Text) : "";

    /// <summary>The message without case, punctuation and the like; empty when there are no words.</summary>
    public string Typed => _typed;

    /// <summary>Small slips of the hand are forgiven in the second round only, so that an exact word anywhere above wins.</summary>
    public bool Tolerant { get; set; }

    /// <summary>What the rule reads in the event; null when it does not match.</summary>
    public ImmutableSortedDictionary<string, string>? Hear(DialogRule rule, DialogTrigger trigger) => trigger.Kind switch
    {
        TriggerKind.Words => TypedWords.AreAmong(rule.Words, _typed, Tolerant) ? Text() : null,
        TriggerKind.Input => rule.Input is { } pattern ? Read(pattern) : null,
        TriggerKind.Press or TriggerKind.AnyPress or TriggerKind.Allowed or TriggerKind.Next or TriggerKind.Start => DialogScope.NoValues,
        _ => throw new InvalidOperationException($"Unknown trigger {trigger.Kind}"),
    };

    /// <summary>What this recogniser reads in the event; null when it does not understand it.</summary>
    public ImmutableSortedDictionary<string, string>? Hear(string input) =>
        Recognise(input) is Recognition.Match match ? match.Values : null;

    private ImmutableSortedDictionary<string, string>? Read(InputPattern pattern) => (Recognise(pattern), pattern.Problem) switch
    {
        (Recognition.Match match, null) => match.Values,
        (Recognition.Problem refused, { } wanted) when wanted == AnyProblem || wanted == refused.Reason =>
            Text().SetItem("problem", refused.Reason),
        (Recognition.Match or Recognition.Problem or Recognition.None, _) => null,
        var (other, _) => throw new InvalidOperationException($"Unknown recognition {other.GetType().Name}"),
    };

    private Recognition Recognise(InputPattern pattern) =>
        pattern.Name == EngineInputs.Field ? Field(pattern.AmongAll) : Recognise(pattern.Name);

    private Recognition Field(bool amongAll) => (scope.Line, happened) switch
    {
        ({ } line, DialogEvent.Wrote message) => Once(
            amongAll ? "field among all" : EngineInputs.Field,
            () => new FieldTaking(line, scope.Slots, amongAll, message).Recognise(Recognise)),
        _ => new Recognition.None(),
    };

    private Recognition Recognise(string name) =>
        happened is DialogEvent.Wrote message ? Once(name, () => Recognise(name, message)) : new Recognition.None();

    private Recognition Once(string name, Func<Recognition> recognise) =>
        _heard.TryGetValue(name, out var known) ? known : _heard[name] = recognise();

    private Recognition Recognise(string name, DialogEvent.Wrote message) => name switch
    {
        EngineInputs.Any => new Recognition.Match(Text()),
        EngineInputs.Line => LineMention.One(message, scope.Facts, scope.Today),
        EngineInputs.Lines => LineMention.Several(message, scope.Facts, scope.Today),
        EngineInputs.District => DistrictMention.Of(message, scope.Facts.Vocabulary, scope.Slots.GetValueOrDefault(DialogScope.AskSlot), scope.Today),
        EngineInputs.Text => TextOf(message),
        PromiseInput.Key or NotOursInput.Key => LineMention.WithLine(InputCatalog.All[name].Recognise(message, scope.Today), message, scope.Facts),
        _ when InputCatalog.All.TryGetValue(name, out var input) => input.Recognise(message, scope.Today),
        _ => new Recognition.None(),
    };

    private Recognition TextOf(DialogEvent.Wrote message) =>
        string.IsNullOrWhiteSpace(TypedText.Clean(message.Text)) ? new Recognition.None() : new Recognition.Match(Text());

    private ImmutableSortedDictionary<string, string> Text() =>
        happened is DialogEvent.Wrote { Text: var text } ? DialogScope.NoValues.Add("text", text.Trim()) : DialogScope.NoValues;
}
