using System.Collections.Immutable;
using Sferum.Bot.Dialogs.Compiled;

namespace Sferum.Bot.Dialogs.Stepping;

/// <summary>Rules of one state for one trigger, in the order of the file. A reference type: identity tells groups apart.</summary>
internal sealed class RuleGroup(string state, DialogTrigger trigger, ImmutableArray<DialogRule> rules)
{
    public string State { get; } = state;

    public DialogTrigger Trigger { get; } = trigger;

    public ImmutableArray<DialogRule> Rules { get; } = rules;
}
