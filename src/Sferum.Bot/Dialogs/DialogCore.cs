using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Fluid;
using Sferum.Bot.Dialogs.Compiled;
using Sferum.Bot.Dialogs.Matching;
using Sferum.Bot.Dialogs.Stepping;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs;

/// <summary>
/// The dialog core: conversation and event in, conversation and effects out. Pure and deterministic: no I/O, no clock
/// of its own, the same input gives the same result. Thread-safe: machines are pooled inside, so one instance serves
/// all workers of a process.
/// </summary>
/// <param name="zone">The office's time zone: «today» and every date in a text are in it.</param>
/// <param name="answering">Answers free questions; without it nothing is known about any.</param>
public sealed class DialogCore(DialogBook book, TimeZoneInfo zone, Answering? answering = null)
{
    private readonly TemplateOptions _options = LiquidOptions.Create(zone);
    private readonly ConcurrentBag<DialogMachine> _machines = [];

    /// <summary>The conditions of the dialogs under which somebody has agreed to other words, and under which he is asked again now.</summary>
    private const string ConsentChanged = "consent_changed";

    private const string ConsentDue = "consent_due";

    /// <summary>To which words people agree now; null when the dialogs ask for no consent.</summary>
    public ConsentText? Consent => book.Consent;

    /// <summary>
    /// One event of one person. Never throws for what a person or a client sends: unknown commands, forged arguments,
    /// conversations of older books and empty messages all get an answer.
    /// </summary>
    public StepResult Step(Conversation conversation, DialogEvent happened, Facts facts, DateTimeOffset now)
    {
        happened = SafeEvent.Of(happened);
        var scope = new DialogScope(_options, book.Conditions, facts, now)
        {
            Answering = answering,
            Consent = book.Consent,
            Slots = Followed(conversation.Slots.WithComparers(StringComparer.Ordinal)),
            Args = happened is DialogEvent.Pressed pressed ? pressed.Args : DialogScope.NoValues,
            Event = happened,
        };
        var hearing = new RuleHearing(happened, scope);
        scope.Hear = hearing.Hear;
        var step = new DialogStep(book, scope, hearing);
        var machine = _machines.TryTake(out var free) ? free : new DialogMachine(book);
        machine.Take(step);

        if (scope.IsSilent && !Unsilence(machine, step, conversation, happened))
        {
            // A person of the office talks here: nothing is said, and the conversation waits where it is.
            _machines.Add(machine);
            return new StepResult(conversation, []);
        }

        if (step.IsSilent)
        {
            // The word that ended the talk is all that is answered.
            step.IsSilent = false;
        }
        else if (conversation.IsNew)
        {
            machine.Fire(new DialogTrigger(TriggerKind.Start));
        }
        else
        {
            step.State = book.PlaceOf(conversation.State, facts.Person.Role);
            if (IsTransient(step.State))
            {
                Settle(machine, step);
            }

            HandleWithConsent(machine, step, hearing, happened);
        }

        Settle(machine, step);
        step.Finish();
        _machines.Add(machine);
        return step.Result();
    }

    /// <summary>
    /// A text for somebody else than the person who acts («ваш отчёт вернули»), rendered with that person's facts.
    /// </summary>
    /// <exception cref="ArgumentException">The book has no such notice: see <see cref="DialogBook.Notices"/>.</exception>
    public ImmutableArray<Effect.Say> Notice(string name, Facts facts, ImmutableSortedDictionary<string, string> args, DateTimeOffset now)
    {
        if (!book.NoticeTexts.TryGetValue(name, out var notice))
        {
            throw new ArgumentException($"No notice named {name}", nameof(name));
        }

        var scope = new DialogScope(_options, book.Conditions, facts, now)
        {
            Answering = answering,
            Consent = book.Consent,
            Args = args.WithComparers(StringComparer.Ordinal),
            ArgsFirst = true,
        };
        var texts = notice.Say.Select(t => DialogStep.Shorten(t.Render(scope), DialogStep.LongestText)).Where(t => t.Length > 0).ToList();
        var inline = notice.Inline is { } template ? KeyboardBuilder.Build(template, paging: null, scope).Keyboard : null;
        return [.. texts.Select((t, i) => new Effect.Say(t, i == texts.Count - 1 && inline is { Rows.Length: > 0 } ? inline : null))];
    }

    /// <summary>
    /// Whether a named condition of the dialogs holds of what somebody wrote where the bot leads no dialog (a group chat).
    /// False when the book has no such condition.
    /// </summary>
    public bool Holds(string condition, DialogEvent happened, Facts facts, DateTimeOffset now)
    {
        var scope = new DialogScope(_options, book.Conditions, facts, now) { Event = SafeEvent.Of(happened) };
        return book.Conditions.TryGetValue(condition, out var expression) && expression.Holds(scope);
    }

    /// <summary>A button ends the talk and is answered as ever; of words only those that are for the bot itself end it.</summary>
    /// <returns>False when the talk goes on.</returns>
    private bool Unsilence(DialogMachine machine, DialogStep step, Conversation conversation, DialogEvent happened)
    {
        switch (happened)
        {
            case DialogEvent.Pressed:
                step.EndTalk();
                return true;
            case DialogEvent.Wrote:
                step.State = conversation.IsNew ? DialogBook.Root : book.PlaceOf(conversation.State, step.Scope.Facts.Person.Role);
                step.IsSilent = true;
                if (!machine.Fire(new DialogTrigger(TriggerKind.Words)))
                {
                    return false;
                }

                if (conversation.IsNew)
                {
                    step.IsSilent = false;
                    machine.Fire(new DialogTrigger(TriggerKind.Start));
                    step.IsSilent = true;
                }

                return true;
            default:
                return false;
        }
    }

    /// <summary>A slot may hold the key of a state to come back to: it goes along with that state.</summary>
    private ImmutableSortedDictionary<string, string> Followed(ImmutableSortedDictionary<string, string> slots)
    {
        var followed = slots;
        foreach (var (name, value) in slots)
        {
            if (book.Moved.TryGetValue(value, out var moved))
            {
                followed = followed.SetItem(name, moved);
            }
        }

        return followed;
    }

    /// <summary>
    /// Who agreed to other words than those of now is asked before anything else. From where he is asked he may go on only
    /// with his consent, or within that dialog, where he may have his data deleted.
    /// </summary>
    private void HandleWithConsent(DialogMachine machine, DialogStep step, RuleHearing hearing, DialogEvent happened)
    {
        if (happened is DialogEvent.Allowed || book.Consent is not { } consent)
        {
            Answer(machine, step, hearing, happened);
            return;
        }

        var asking = consent.Ask[..(consent.Ask.LastIndexOf('.') + 1)];
        if (Holds(ConsentDue, step))
        {
            step.Divert(consent.Ask);
            return;
        }

        var isAsked = step.State.StartsWith(asking, StringComparison.Ordinal) && Holds(ConsentChanged, step);
        Answer(machine, step, hearing, happened);
        if (isAsked && !step.State.StartsWith(asking, StringComparison.Ordinal) && !step.HasConsent)
        {
            step.Divert(consent.Ask);
        }
    }

    private void Answer(DialogMachine machine, DialogStep step, RuleHearing hearing, DialogEvent happened)
    {
        if (!Handle(machine, step, hearing, happened))
        {
            step.Hint();
        }
    }

    private bool Holds(string condition, DialogStep step)
    {
        step.Scope.State = step.State;
        return book.Conditions.TryGetValue(condition, out var expression) && expression.Holds(step.Scope);
    }

    private bool IsTransient(string state) => book.States[state] is { Always.Length: > 0, Say.Length: 0 };

    /// <summary>Leaves transient states. The loader refuses eventless loops; the bound is for a book of one state too many.</summary>
    private void Settle(DialogMachine machine, DialogStep step)
    {
        for (var i = 0; i < book.States.Count && book.States[step.State].Always.Length > 0; i++)
        {
            if (!machine.Fire(new DialogTrigger(TriggerKind.Next)))
            {
                return;
            }
        }
    }

    private bool Handle(DialogMachine machine, DialogStep step, RuleHearing hearing, DialogEvent happened) => happened switch
    {
        DialogEvent.Pressed pressed => Press(machine, pressed.Command),
        DialogEvent.Wrote { Attachments: [] } => Typed(machine, step, hearing) || Read(machine),
        DialogEvent.Wrote => Read(machine) || Typed(machine, step, hearing),
        // Nobody asked for anything: without a rule for it there is nothing to say.
        DialogEvent.Allowed => machine.Fire(new DialogTrigger(TriggerKind.Allowed)) || true,
        _ => throw new InvalidOperationException($"Unknown event {happened.GetType().Name}"),
    };

    private static bool Press(DialogMachine machine, string command) =>
        machine.Fire(DialogTrigger.Press(command)) || machine.Fire(new DialogTrigger(TriggerKind.AnyPress));

    private static bool Read(DialogMachine machine) => machine.Fire(new DialogTrigger(TriggerKind.Input));

    /// <summary>
    /// Words that stand for a button: a label on the screen, a rule's words, a number of a generated button; then the
    /// first two once more with small slips forgiven.
    /// </summary>
    private bool Typed(DialogMachine machine, DialogStep step, RuleHearing hearing)
    {
        if (hearing.Typed.Length == 0)
        {
            return false;
        }

        Lazy<BuiltKeyboard?>[] keyboards =
        [
            new(() => Shown.Inline(book, AsShown()), LazyThreadSafetyMode.None),
            new(() => Shown.UnderField(book, AsShown()), LazyThreadSafetyMode.None),
        ];
        var labels = Shown.Labels(book, AsShown());
        if (PressShown(tolerant: false) || FireWords(tolerant: false) || PressNumber())
        {
            return true;
        }

        hearing.Tolerant = true;
        return PressShown(tolerant: true) || FireWords(tolerant: true);

        // Most typed words are neither: then no keyboard is made and the machine not asked.
        bool FireWords(bool tolerant) => book.Hears(step.State, hearing.Typed, tolerant) && machine.Fire(new DialogTrigger(TriggerKind.Words));

        bool PressShown(bool tolerant) => TypedWords.AreAmong(labels, hearing.Typed, tolerant) && Keyboards()
            .SelectMany(k => k.Keyboard.Rows.SelectMany(r => r))
            .FirstOrDefault(b => b.Link is null && TypedWords.Same(hearing.Typed, TypedWords.Normalise(b.Label), tolerant)) is { } button
            && PressAs(button);

        bool PressNumber() =>
            int.TryParse(hearing.Typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && Keyboards().SelectMany(k => k.Generated).ElementAtOrDefault(number - 1) is { Link: null } button
            && PressAs(button);

        IEnumerable<BuiltKeyboard> Keyboards() => keyboards.Select(keyboard => keyboard.Value).OfType<BuiltKeyboard>();

        DialogScope AsShown()
        {
            step.Scope.State = step.State;
            step.Scope.ArgsFirst = false;
            return step.Scope;
        }

        bool PressAs(Button button)
        {
            step.Scope.Args = button.Args;
            if (machine.Fire(DialogTrigger.Press(button.Command)))
            {
                return true;
            }

            step.Scope.Args = DialogScope.NoValues;
            return false;
        }
    }
}
