using System.Collections.Immutable;
using Sferum.Bot.Dialogs.Compiled;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Stepping;

/// <summary>One step in the making: what the machine's guards ask and where its actions put effects.</summary>
internal sealed class DialogStep(DialogBook book, DialogScope scope, RuleHearing hearing)
{
    /// <summary>Longer texts are refused by VK (<c>vk-platform.md</c> §2.2); shorter ones than this are split by the sender.</summary>
    public const int LongestText = 9000;

    private const int LongestSnack = 90;

    /// <summary>Of one message (<c>vk-platform.md</c> §2.2).</summary>
    private const int MostAttachments = 10;

    private readonly ImmutableArray<Effect>.Builder _effects = ImmutableArray.CreateBuilder<Effect>();
    private RuleGroup? _judged;
    private DialogRule? _winner;
    private bool _turnsPage;
    private int _entryFrom = -1;

    public DialogScope Scope => scope;

    public string State { get; set; } = DialogBook.Root;

    /// <summary>Only rules that end the talk of a person are heard.</summary>
    public bool IsSilent { get; set; }

    public string Home => book.HomeOf(scope.Facts.Person.Role);

    public string Back => scope.Slots.TryGetValue(OperationRunner.BackSlot, out var state) ? book.PlaceOf(state, scope.Facts.Person.Role) : Home;

    /// <summary>Forgets what was judged for the trigger before.</summary>
    public void Prepare()
    {
        _judged = null;
        _winner = null;
    }

    /// <summary>The first rule of the group whose trigger matches and whose condition holds; the machine's guards ask where it leads.</summary>
    public DialogRule? FirstThatHolds(RuleGroup group)
    {
        if (_judged == group)
        {
            return _winner;
        }

        _judged = group;
        _winner = null;
        if (group.Trigger.Kind == TriggerKind.Next && group.State != State)
        {
            // A superstate's eventless rules are its own: its substates don't leave by them.
            return null;
        }

        scope.State = State;
        scope.ArgsFirst = group.Trigger.Kind != TriggerKind.Next;
        foreach (var rule in group.Rules)
        {
            if ((IsSilent && !rule.EndsTalk) || hearing.Hear(rule, group.Trigger) is not { } input)
            {
                continue;
            }

            scope.Input = input;
            if (rule.When is null || rule.When.Holds(scope))
            {
                _winner = rule;
                return rule;
            }
        }

        scope.Input = DialogScope.NoValues;
        return null;
    }

    /// <summary>The person wants the bot back, whatever else the step does.</summary>
    public void EndTalk() => _effects.Add(new Effect.EndTalk());

    /// <summary>Between two states: what the winning rule does and says, before the other state speaks.</summary>
    public void Leave(DialogTrigger trigger)
    {
        _turnsPage = trigger == DialogTrigger.Press(KeyboardBuilder.PageCommand);
        if (_turnsPage)
        {
            scope.Slots = scope.Slots.SetItem(KeyboardBuilder.PageSlot, scope.Args.GetValueOrDefault("page", "0"));
        }
        else
        {
            Act();
        }
    }

    /// <summary>What the winning rule does and says.</summary>
    public void Act()
    {
        if (_winner is not { } rule)
        {
            return;
        }

        foreach (var effect in OperationRunner.Run(rule.Operations, scope))
        {
            _effects.Add(effect);
        }

        if (rule.Snack is { } snack && Shorten(snack.Render(scope), LongestSnack) is { Length: > 0 } notice)
        {
            _effects.Add(new Effect.Snack(notice));
        }

        var from = _effects.Count;
        Say(rule.Say);
        if (rule.Inline is { } inline && _effects.Skip(from).FirstOrDefault() is Effect.Say said
            && KeyboardBuilder.Build(inline, paging: null, scope) is { Keyboard.Rows.Length: > 0 } built)
        {
            _effects[from] = said with { Keyboard = built.Keyboard };
        }
    }

    /// <summary>The step gives consent.</summary>
    public bool HasConsent => _effects.Any(effect => effect is Effect.GiveConsent);

    /// <summary>Another state than the one to which the event has led or would have: that says alone what is said.</summary>
    public void Divert(string key)
    {
        for (var i = _effects.Count - 1; i >= 0; i--)
        {
            if (_effects[i] is Effect.Say)
            {
                _effects.RemoveAt(i);
            }
        }

        State = key;
        Enter(key);
    }

    public void Enter(string key)
    {
        scope.State = key;
        scope.ArgsFirst = false;
        if (!_turnsPage)
        {
            scope.Slots = scope.Slots.Remove(KeyboardBuilder.PageSlot);
        }

        _entryFrom = _effects.Count;
        Say(_turnsPage ? [.. book.States[key].Say.TakeLast(1)] : book.States[key].Say);
        if (_effects.Count > _entryFrom)
        {
            AddToLast(book.States[key].Attach?.Render(scope) ?? "", Shown.Inline(book, scope)?.Keyboard);
        }
    }

    /// <summary>Puts the buttons of the state in which the step ends under its last text, or under the last text at all.</summary>
    public void Finish()
    {
        if (_entryFrom < 0 || Shown.UnderField(book, scope) is not { } buttons)
        {
            return;
        }

        var from = _effects.Count > _entryFrom ? _entryFrom : 0;
        for (var i = _effects.Count - 1; i >= from; i--)
        {
            if (_effects[i] is Effect.Say { Keyboard: null } say)
            {
                _effects[i] = say with { Keyboard = buttons.Keyboard };
                return;
            }
        }
    }

    /// <summary>Nothing understood the event: the nearest hint, with the buttons there are.</summary>
    public void Hint()
    {
        scope.State = State;
        scope.ArgsFirst = false;
        var hint = book.Lineage(State).Select(s => s.Hint).First(h => h is not null);
        var keyboard = Shown.Inline(book, scope) ?? Shown.UnderField(book, scope);
        if (Shorten(hint!.Render(scope), LongestText) is { Length: > 0 } text) // the loader wants one at the root
        {
            _effects.Add(new Effect.Say(text, keyboard?.Keyboard));
        }
    }

    public StepResult Result()
    {
        var dialog = book.Files[book.States[State].Dialog];
        return new StepResult(new Conversation(State, scope.Slots, $"{dialog.Key}@{dialog.Version}"), _effects.ToImmutable());
    }

    public static string Shorten(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";

    private void Say(ImmutableArray<DialogText> texts)
    {
        foreach (var text in texts)
        {
            if (Shorten(text.Render(scope), LongestText) is { Length: > 0 } said)
            {
                _effects.Add(new Effect.Say(said, null));
            }
        }
    }

    private void AddToLast(string attachments, Keyboard? keyboard)
    {
        if (_effects[^1] is Effect.Say say)
        {
            const StringSplitOptions Clean = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
            var names = attachments.Split(',', Clean).Take(MostAttachments).ToImmutableArray();
            _effects[^1] = say with { Keyboard = keyboard, Attachments = names.IsEmpty ? [] : names };
        }
    }
}
