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
    /// <summary>How transitions to a place that is told by the step are named in the machine's description of itself.</summary>
    public const string ByRole = "by role";

    public const string Remembered = "the remembered one";

    public const string Within = "within";

    private readonly DialogBook _book;
    private readonly StateMachine<string, DialogTrigger> _machine;
    private DialogStep? _step;
    private bool _atRoot;
    private bool _unhandled;

    public DialogMachine(DialogBook book)
    {
        _book = book;
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
            var compiled = new RuleGroup(state.Key, group.Key, [.. group]);
            foreach (var rule in compiled.Rules)
            {
                Permit(configuration, compiled, rule);
            }
        }
    }

    private void Permit(StateMachine<string, DialogTrigger>.StateConfiguration state, RuleGroup group, DialogRule rule)
    {
        var trigger = group.Trigger;
        var text = rule.Guard(trigger);
        var divided = _book.Parents.Contains(group.State);
        switch (rule.Target)
        {
            case Target.Stay:
                state.InternalTransitionIf(trigger, _ => Guard(), () => Step.Act(), text);
                break;
            case Target.Same when !divided:
            case Target.To to when to.State == group.State && !divided:
                state.PermitReentryIf(trigger, Guard, text);
                break;
            case Target.To to when _book.Lineage(to.State).All(s => s.Key != group.State):
                state.PermitIf(trigger, to.State, Guard, text);
                break;
            case Target.To to:
                // Stateless drops a fixed transition of a superstate into the very substate one stands in; a dynamic one re-enters.
                state.PermitDynamicIf(trigger, () => to.State, Within, Guard, text, Towards([to.State], Within));
                break;
            case Target.Same:
                state.PermitDynamicIf(trigger, () => Step.State, "the same", Guard, text);
                break;
            case Target.Home:
                state.PermitDynamicIf(trigger, () => Step.Home, ByRole, Guard, text, Towards(_book.Home.Values, ByRole));
                break;
            case Target.Back:
                state.PermitDynamicIf(trigger, () => Step.Back, Remembered, Guard, text);
                break;
            default:
                throw new InvalidOperationException($"Unknown target {rule.Target.GetType().Name}");
        }

        bool Guard() => Step.FirstThatHolds(group) == rule;
    }

    private static DynamicStateInfos Towards(IEnumerable<string> states, string criterion)
    {
        var infos = new DynamicStateInfos();
        foreach (var state in states.Distinct().Order(StringComparer.Ordinal))
        {
            infos.Add(state, criterion);
        }

        return infos;
    }
}
