using System.Collections.Immutable;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs.Compiled;
using Sferum.Bot.Dialogs.Stepping;

namespace Sferum.Bot.Dialogs.Loading;

/// <summary>Finds rules that an earlier rule of the same state never lets have a turn.</summary>
internal static class RuleChecks
{
    private const string AnyProblem = "any";

    public static void Run(DialogBook book, Faults faults)
    {
        foreach (var state in book.States.Values)
        {
            Judge(state.Always, (_, _) => "always", faults);
            Judge(state.Rules, Press, faults);
            Judge(state.Rules, Input, faults);
            Judge(state.Rules, (a, b) => a.Allowed && b.Allowed ? "event: allowed" : null, faults);
            Judge(state.Rules, Words, faults);
        }
    }

    /// <param name="shared">What the second rule hears that the first hears too; null when it hears something of its own.</param>
    private static void Judge(ImmutableArray<DialogRule> rules, Func<DialogRule, DialogRule, string?> shared, Faults faults)
    {
        for (var later = 1; later < rules.Length; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (Always(rules[earlier], rules[later]) && shared(rules[earlier], rules[later]) is { } what)
                {
                    faults.Add(
                        rules[later].Place,
                        $"До этого правила очередь не дойдёт: на «{what}» раньше отвечает правило в строке {rules[earlier].Place.Line}. Добавьте тому when, поменяйте их местами или уберите одно.");
                    break;
                }
            }
        }
    }

    /// <summary>Whenever the later rule's condition holds, the earlier one's does.</summary>
    private static bool Always(DialogRule earlier, DialogRule later) =>
        earlier.When is null || earlier.When.Source == later.When?.Source;

    private static string? Press(DialogRule earlier, DialogRule later) =>
        earlier.Press is not null && earlier.Press == later.Press ? $"press: {later.Press}" : null;

    private static string? Words(DialogRule earlier, DialogRule later) =>
        earlier.Words.Intersect(later.Words).FirstOrDefault();

    private static string? Input(DialogRule earlier, DialogRule later) => (earlier.Input, later.Input) switch
    {
        ({ Name: EngineInputs.Any, Problem: null }, { } input) => $"input: {input.Name}",
        ({ Problem: null } a, { Problem: null } b) when a == b => $"input: {b.Name}",
        ({ Problem: { } problem } a, { Problem: { } other } b) when a.Name == b.Name && (problem == AnyProblem || problem == other) =>
            $"input: {b.Name}, problem: {other}",
        _ => null,
    };
}
