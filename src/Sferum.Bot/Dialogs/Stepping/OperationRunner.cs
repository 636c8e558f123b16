using System.Collections.Immutable;
using Sferum.Bot.Dialogs.Compiled;
using Sferum.Bot.Dialogs.Inputs;
using Sferum.Bot.Dialogs.Matching;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Stepping;

/// <summary>Carries out the <c>do</c> of a rule: slots change at once, effects are only collected.</summary>
internal static class OperationRunner
{
    public const string BackSlot = "back";

    /// <summary>Longer than any message: keeps a conversation small whatever is put into a slot.</summary>
    private const int LongestValue = 9000;

    public static IEnumerable<Effect> Run(ImmutableArray<Operation> operations, DialogScope scope)
    {
        foreach (var operation in operations)
        {
            switch (operation)
            {
                case Operation.Set set:
                    foreach (var value in set.Values)
                    {
                        scope.Slots = scope.Slots.SetItem(value.Name, DialogStep.Shorten(value.Text.Render(scope), LongestValue));
                    }

                    break;
                case Operation.Clear clear:
                    scope.Slots = clear.Names.Select(n => n.Render(scope)).Aggregate(scope.Slots, FieldAnswers.Drop);
                    break;
                case Operation.TakeFields:
                    scope.Slots = FieldTaking.Keep(scope.Slots, scope.Input, scope.Line);
                    break;
                case Operation.ReadFields:
                    scope.Slots = Unasked.Read(scope);
                    break;
                case Operation.TakeChat:
                    scope.Slots = Unasked.TakeChat(scope);
                    break;
                case Operation.DropLastField:
                    scope.Slots = FieldAnswers.DropLast(scope.Slots);
                    break;
                case Operation.LoadAnswers:
                    scope.Slots = FieldAnswers.Load(scope.Slots, scope.Line?.Report?.Answers ?? DialogScope.NoValues);
                    break;
                case Operation.Remember:
                    scope.Slots = scope.Slots.SetItem(BackSlot, scope.State);
                    break;
                case Operation.Emit emit:
                    var args = emit.Args.ToDictionary(a => a.Name, a => a.Text.Render(scope), StringComparer.Ordinal);
                    if (emit.Kind.Build(new EffectArgs(args, scope.Slots)) is { } effect)
                    {
                        yield return effect;
                    }

                    break;
                default:
                    throw new InvalidOperationException($"Unknown operation {operation.GetType().Name}");
            }
        }
    }
}
