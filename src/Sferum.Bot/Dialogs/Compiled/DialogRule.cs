using System.Collections.Immutable;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Compiled;

/// <summary>One rule of a state: what it hears, when it holds, what it does, where it leads.</summary>
/// <param name="Press">Command of a button; <see cref="AnyPress"/> for every button; null when none.</param>
/// <param name="Words">Normalised.</param>
/// <param name="Inline">Buttons under the first text that the rule says; the state's own stand under the last.</param>
internal sealed record DialogRule(
    Place Place,
    string? Press,
    ImmutableArray<string> Words,
    InputPattern? Input,
    bool Allowed,
    DialogExpression? When,
    ImmutableArray<Operation> Operations,
    ImmutableArray<DialogText> Say,
    KeyboardTemplate? Inline,
    DialogText? Snack,
    Target Target)
{
    public const string AnyPress = "any";

    /// <summary>It gives the bot its voice back after a person of the office has talked.</summary>
    public bool EndsTalk => Operations.Any(operation => operation is Operation.Emit { Kind.Name: EffectKind.EndTalk });

    public IEnumerable<DialogTrigger> Triggers
    {
        get
        {
            if (Press is { } command)
            {
                yield return command == AnyPress ? new DialogTrigger(TriggerKind.AnyPress) : DialogTrigger.Press(command);
            }

            if (Words.Length > 0)
            {
                yield return new DialogTrigger(TriggerKind.Words);
            }

            if (Input is not null)
            {
                yield return new DialogTrigger(TriggerKind.Input);
            }

            if (Allowed)
            {
                yield return new DialogTrigger(TriggerKind.Allowed);
            }
        }
    }

    /// <summary>The guard in words, for the graph.</summary>
    public string Guard(DialogTrigger trigger)
    {
        var heard = trigger.Kind switch
        {
            TriggerKind.Words => string.Join(" / ", Words),
            TriggerKind.Input when Input is { Problem: { } problem } => $"{Input.Name}, problem {problem}",
            TriggerKind.Input => Input!.Name, // a rule listed under this trigger has an input
            _ => "",
        };
        return (heard, When) switch
        {
            ("", null) => "",
            (_, null) => heard,
            ("", _) => $"[{When.Source}]",
            _ => $"{heard} [{When.Source}]",
        };
    }
}

/// <param name="Name">A recogniser, or one of the engine's own: <c>any</c>, <c>text</c>, <c>field</c>, <c>line</c>.</param>
/// <param name="AmongAll">For <c>field</c>: fields already answered count too, and what is read replaces their answers.</param>
/// <param name="Problem">Code of a refusal, <c>any</c> for each; null when the rule wants a good answer.</param>
internal sealed record InputPattern(string Name, string? Problem, bool AmongAll);
