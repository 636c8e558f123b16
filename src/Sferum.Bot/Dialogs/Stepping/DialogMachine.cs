using Sferum.Bot.Dialogs.Compiled;
using Stateless;
using Stateless.Reflection;

namespace Sferum.Bot.Dialogs.Stepping;

/// <summary>
/// The Stateless machine of a book. It holds no state of its own: accessor and mutator work on the step in hand, so one
/// machine serves any number of conversations, one after the other. Not thread-safe.
/// </summary>
/// <remarks>
/// What no state between hears is fired at the root, as if one stood there. To Stateless the root is no superstate: at
/// each transition it would go through all substates of one that is left or entered, which are all states of the book.
/// </remarks>
internal sealed class DialogMachine
{
    private readonly StateMachine<string, DialogTrigger> _machine;
    private DialogStep? _step;
    private bool _atRoot;
    private bool _unhandled;

    public DialogMachine(DialogBook book)
    {
        _machine = new StateMachine<string, DialogTrigger>(() => _atRoot ? DialogBook.Root : _step?.State ?? DialogBook.Root, Enter, FiringMode.Immediate);
        _machine.OnUnhandledTrigger((_, _) => _unhandled = true);
        _machine.OnTransitioned(t => Step.Leave(t.Trigger));

        // Entry stands here and not in OnEntry, because Stateless runs no entry action of a state that is entered from
        // one of its own substates: «назад» from a substate to its menu would say nothing.
        _machine.OnTransitionCompleted(t => Step.Enter(t.Destination));

        foreach (var state in book.StateKeys.Select(k => book.States[k]))
        {
            Configure(state);
        }

        var root = _machine.Configure(DialogBook.Root);
        root.PermitIf(new DialogTrigger(TriggerKind.Start), book.Initial, () => Step.State == DialogBook.Root, "no conversation yet");
        root.PermitDynamicIf(DialogTrigger.Press(KeyboardBuilder.PageCommand), () => Step.State, "the same", () => true, "another page");
    }

    public StateMachineInfo Info => _machine.GetInfo();

    private DialogStep Step => _step ?? throw new InvalidOperationException("No step in hand");

    /// <summary>Makes the machine work on this step from now on.</summary>
    public void Take(DialogStep step) => _step = step;

    /// <summary>False when neither the state nor any of its superstates has a rule for it.</summary>
    public bool Fire(DialogTrigger trigger) =>
        Fire(trigger, atRoot: false) || (trigger.Kind != TriggerKind.Next && Step.State != DialogBook.Root && Fire(trigger, atRoot: true));

    private bool Fire(DialogTrigger trigger, bool atRoot)
    {
        _atRoot = atRoot;
        _unhandled = false;
        Step.Prepare();
        _machine.Fire(trigger);
        _atRoot = false;
        return !_unhandled;
    }

    private void Enter(string state)
    {
        _atRoot = false;
        Step.State = state;
    }

    private void Configure(DialogState state)
    {
        var configuration = _machine.Configure(state.Key);
        if (state.Parent is { } parent and not DialogBook.Root)
        {
            configuration.SubstateOf(parent);
        }

        var rules = state.Rules
            .SelectMany(r => r.Triggers.Select(t => (Trigger: t, Rule: r)))
            .Concat(state.Always.Select(r => (Trigger: new DialogTrigger(TriggerKind.Next), Rule: r)));
        foreach (var group in rules.GroupBy(r => r.Trigger, r => r.Rule))
        {
            Permit(configuration, new RuleGroup(state.Key, group.Key, [.. group]));
        }
    }

    /// <summary>
    /// One transition for all rules of a group that lead somewhere and one for all that stay: Stateless asks every transition of a
    /// trigger for its guards, and words alone have dozens of rules.
    /// </summary>
    private void Permit(StateMachine<string, DialogTrigger>.StateConfiguration state, RuleGroup group)
    {
        if (group.Rules.Any(Stays))
        {
            state.InternalTransitionIf(group.Trigger, _ => Step.FirstThatHolds(group) is { } rule && Stays(rule), () => Step.Act(), "stays");
        }

        if (!group.Rules.All(Stays))
        {
            state.PermitDynamicIf(
                group.Trigger,
                () => Destination(Step.FirstThatHolds(group)!), // or the guard would not have held
                "of the first rule that holds",
                () => Step.FirstThatHolds(group) is { } rule && !Stays(rule),
                "leads away",
                Destinations(group));
        }
    }

    private static bool Stays(DialogRule rule) => rule.Target is Target.Stay;

    private string Destination(DialogRule rule) => rule.Target switch
    {
        Target.To to => to.State,
        Target.Same => Step.State,
        Target.Home => Step.Home,
        Target.Back => Step.Back,
        _ => throw new InvalidOperationException($"Unknown target {rule.Target.GetType().Name}"),
    };

    /// <summary>Where each rule may lead, in the machine's description of itself; what enters the present state again is left out.</summary>
    private static DynamicStateInfos Destinations(RuleGroup group)
    {
        var infos = new DynamicStateInfos();
        foreach (var rule in group.Rules)
        {
            var destination = rule.Target switch
            {
                Target.To to => to.State,
                Target.Home => MachineGraph.Home,
                Target.Back => MachineGraph.Back,
                _ => null,
            };
            if (destination is not null)
            {
                infos.Add(destination, rule.Guard(group.Trigger));
            }
        }

        return infos;
    }
}
