using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Fluid;
using Fluid.Values;
using Sferum.Bot.Dialogs.Inputs;

namespace Sferum.Bot.Dialogs.Texts;

/// <summary>
/// What templates and conditions see: facts, slots, the event, and a few things computed from them. One per step, not
/// thread-safe; the names are listed once more, with their types, in <see cref="ScopeShape"/>.
/// </summary>
internal sealed class DialogScope : IFluidIndexable
{
    /// <summary>What was asked last about the district, as <see cref="Inputs.Asking.DistrictAsk"/> writes it.</summary>
    public const string AskSlot = "ask";

    /// <summary>To whom a broadcast that is being written goes, and its words.</summary>
    private const string AudienceSlot = "audience";

    private const string TextSlot = "text";

    /// <summary>In which type of institution a teacher has said that he works.</summary>
    private const string PlaceSlot = "place";

    private readonly TemplateOptions _options;
    private readonly FrozenDictionary<string, DialogExpression> _conditions;
    private readonly DateTimeOffset _now;
    private readonly Dictionary<string, FluidValue> _facts = new(StringComparer.Ordinal);

    /// <summary>Named conditions that were judged since something changed of what they may look at: rules ask for the same ones over and over.</summary>
    private readonly Dictionary<string, BooleanValue> _judged = new(StringComparer.Ordinal);

    private (string About, FluidValue Value)? _answer;
    private (string Key, LineFacts? Line, FluidValue Value)? _line;
    private FluidValue? _slots;

    public DialogScope(
        TemplateOptions options,
        FrozenDictionary<string, DialogExpression> conditions,
        Facts facts,
        DateTimeOffset now)
    {
        _options = options;
        _conditions = conditions;
        _now = TimeZoneInfo.ConvertTime(now, options.TimeZone);
        Facts = facts;
        Today = DateOnly.FromDateTime(_now.DateTime);
        Context = NewContext();
    }

    public static ImmutableSortedDictionary<string, string> NoValues { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>For expressions.</summary>
    public TemplateContext Context { get; }

    public Facts Facts { get; }

    public DateOnly Today { get; }

    /// <summary>A person of the office talks in this dialog.</summary>
    public bool IsSilent => Facts.Talk is { } talk && _now < talk.Until;

    public string State
    {
        get;
        set => Change(ref field, value);
    } = "";

    public ImmutableSortedDictionary<string, string> Slots
    {
        get;
        set => Change(ref field, value);
    } = NoValues;

    /// <summary>Arguments of the pressed button, or of the notice.</summary>
    public ImmutableSortedDictionary<string, string> Args
    {
        get;
        set => Change(ref field, value);
    } = NoValues;

    /// <summary>What the recogniser of the present rule read.</summary>
    public ImmutableSortedDictionary<string, string> Input
    {
        get;
        set => Change(ref field, value);
    } = NoValues;

    public DialogEvent? Event { get; init; }

    /// <summary>What a recogniser reads in the event whatever the present rule listens for; null when nothing.</summary>
    public Func<string, ImmutableSortedDictionary<string, string>?>? Hear { get; set; }

    public Answering? Answering { get; init; }

    public ConsentText? Consent { get; init; }

    /// <summary>
    /// Within a rule <c>line</c>, <c>review</c> and <c>question</c> are those of the pressed button; a state's own
    /// texts know only slots, so that they read the same when the state is shown again.
    /// </summary>
    public bool ArgsFirst
    {
        get;
        set => Change(ref field, value);
    }

    /// <summary>The item of the list from which buttons are being made.</summary>
    public (string Name, FluidValue Value)? Item
    {
        get;
        set => Change(ref field, value);
    }

    public LineFacts? Line => Key("line") is { } key ? Named(key).Line : null;

    public int Count => 0;

    public IEnumerable<string> Keys => [];

    /// <summary>
    /// For one template: what it assigns dies with it, and so does Fluid's count of loops, which only ever grows and
    /// refuses the hundredth.
    /// </summary>
    public TemplateContext NewContext() => new(new DictionaryValue(this), _options);

    public bool TryGetValue(string name, [MaybeNullWhen(false)] out FluidValue value)
    {
        value = name switch
        {
            _ when Item is { } item && item.Name == name => item.Value,
            "slots" => _slots ??= MapValues.Of(Slots),
            "args" => MapValues.Of(Args),
            "input" => MapValues.Of(Input),
            "heard" => Hear is { } hear ? new DictionaryValue(new HeardValues(hear)) : NilValue.Instance,
            "named_lines" => NamedLines(),
            "event" => EventValue(),
            "state" => new StringValue(State),
            "line" => Key("line") is { } key ? Named(key).Value : NilValue.Instance,
            "field" => Value(Line is { } line ? FieldAnswers.Missing(line, Slots).FirstOrDefault() : null),
            "missing" => Value(Line is { } line ? FieldAnswers.Missing(line, Slots) : []),
            "missing_parts" => Value(Line is { } line ? FieldAnswers.MissingParts(line, Slots) : []),
            "optional" => Value(Line is { } line ? FieldAnswers.Optional(line, Slots) : []),
            "answered" => Line is { } line ? Summary(line, FieldAnswers.Of(Slots)) : NilValue.Instance,
            "reported" => Reported(),
            "review" => Value(Review),
            "question" => Value(Question),
            "saved_answer" => Value(SavedAnswer),
            "answer" => Answer(),
            "overview" => Overview(),
            "mailing" => Mailing(),
            "broadcast" => Value(Broadcast),
            "consent" => Consent is { } consent ? MapValues.Of(NoValues.Add("version", consent.Version).Add("text", consent.Text)) : NilValue.Instance,
            _ when _conditions.TryGetValue(name, out var condition) => Judge(name, condition),
            _ => Fact(name),
        };
        return true;
    }

    private void Change<T>(ref T field, T value)
    {
        if (!EqualityComparer<T>.Default.Equals(field, value))
        {
            field = value;
            _judged.Clear();
            _slots = null;
        }
    }

    private BooleanValue Judge(string name, DialogExpression condition)
    {
        if (!_judged.TryGetValue(name, out var known))
        {
            known = BooleanValue.Create(condition.Holds(this));
            _judged[name] = known;
        }

        return known;
    }

    private (string Key, LineFacts? Line, FluidValue Value) Named(string key)
    {
        if (_line is not { } known || known.Key != key)
        {
            var line = Facts.Lines.FirstOrDefault(l => l.Key == key);
            known = (key, line, Value(line));
            _line = known;
        }

        return known;
    }

    /// <summary>Keys of the lines that the argument <c>lines</c> of a notice names: of a text one could only ask whether it contains a key, as 1.10 does 1.1.</summary>
    private ArrayValue NamedLines() =>
        new([.. Args.GetValueOrDefault("lines", "").Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries).Select(key => new StringValue(key))]);

    private ReviewFacts? Review =>
        Number("report") is { } id ? Read("reviews", Facts.Reviews).FirstOrDefault(r => r.Report.Id == id) : null;

    private QuestionFacts? Question =>
        Number("question") is { } id ? Read("questions", Facts.Questions).Concat(Read("gaps", Facts.Gaps)).FirstOrDefault(q => q.Id == id) : null;

    private SavedAnswerFacts? SavedAnswer =>
        Number("saved") is { } id ? Read("saved_answers", Facts.SavedAnswers).FirstOrDefault(a => a.Id == id) : null;

    private T Read<T>(string name, T fact) => Facts.Unread.Contains(name) ? throw new FactMissingException(name) : fact;

    private BroadcastFacts? Broadcast => Key("broadcast") is not { Length: > 0 } key ? null
        : Broadcasts.FirstOrDefault(long.TryParse(key, out var id) ? b => b.Id == id : b => b.Draft == key) switch
        {
            { UnreachedCount: > 0, Unreached.IsDefault: true } bare => throw new FactMissingException("broadcasts", bare.Id.ToString(CultureInfo.InvariantCulture)),
            var known => known,
        };

    private ImmutableArray<BroadcastFacts> Broadcasts => Read("broadcasts", Facts.Broadcasts);

    private string? Key(string slot) =>
        ArgsFirst && Args.TryGetValue(slot, out var key) ? key : Slots.GetValueOrDefault(slot);

    private long? Number(string slot) => long.TryParse(Key(slot), out var id) ? id : null;

    private FluidValue Fact(string name)
    {
        if (_facts.TryGetValue(name, out var known))
        {
            return known;
        }

        return _facts[name] = name switch
        {
            "person" => Value(Facts.Person),
            "office" => Value(Facts.Office),
            "institution" => Value(Facts.Institution),
            "institutions" => Value(Facts.Institutions),
            "lines" => Value(Facts.Lines),
            "code" => Value(Facts.Code),
            "reviews" => Value(Read(name, Facts.Reviews)),
            "questions" => Value(Read(name, Facts.Questions)),
            "gaps" => Value(Read(name, Facts.Gaps)),
            "replied" => Value(Read(name, Facts.Replied)),
            "saved_answers" => Value(Read(name, Facts.SavedAnswers)),
            "talk" => Value(IsSilent ? Facts.Talk : null),
            "desk" => Value(Read(name, Facts.Desk)),
            "deputies" => Value(Facts.Deputies),
            "history" => Facts.History.IsDefault ? throw new FactMissingException(name) : Value(Facts.History),
            "work" => Value(Facts.Work),
            "found" => Facts.Found.IsDefault ? throw new FactMissingException(name) : Value(Facts.Found),
            "chat" => Value(Facts.Chat),
            "vocabulary" => Value(Facts.Vocabulary),
            "overviews" => Value(Facts.Overviews),
            "mailings" => Value(Facts.Mailings),
            "broadcasts" => Value(Broadcasts),
            "saved_audiences" => Value(Read(name, Facts.SavedAudiences)),
            "clock" => new StringValue(_now.ToString(MomentInput.Format, CultureInfo.InvariantCulture)),
            "now" => Value(_now),
            "today" => Value(Today),
            _ => NilValue.Instance,
        };
    }

    /// <summary>About the topic behind a pressed button, else about what is written, else about what was asked before.</summary>
    private FluidValue Answer()
    {
        var topic = ArgsFirst ? Args.GetValueOrDefault("topic") : null;
        var question = topic is null ? (Event as DialogEvent.Wrote)?.Text ?? Key("question") ?? Slots.GetValueOrDefault("asked") : null;
        var key = topic ?? question;
        if (Answering is null || key is null)
        {
            return Value(AnswerFacts.None);
        }

        if (_answer?.About != key)
        {
            var request = new AnswerRequest(question, topic, Facts.Person.Role, Facts.Institution?.Type ?? Facts.Work?.Institution.Type ?? Slots.GetValueOrDefault(PlaceSlot, ""), Today);
            _answer = (key, Value(Answering(request)));
        }

        return _answer.Value.Value;
    }

    /// <summary>The answer to what the present rule reads, else to what was asked last.</summary>
    private FluidValue Overview()
    {
        var ask = Input.GetValueOrDefault(AskSlot) ?? Key(AskSlot);
        return string.IsNullOrEmpty(ask) ? NilValue.Instance
            : Facts.Overviews.FirstOrDefault(o => o.Ask == ask) is { } known ? Value(known)
            : throw new FactMissingException("overview", ask);
    }

    private FluidValue Mailing()
    {
        var audience = Slots.GetValueOrDefault(AudienceSlot, "");
        var about = MailingFacts.Of(audience, Slots.GetValueOrDefault(TextSlot, ""));
        return audience.Length == 0 ? NilValue.Instance
            : Facts.Mailings.FirstOrDefault(m => m.About == about) is { } known ? Value(known)
            : throw new FactMissingException("mailing", about);
    }

    private FluidValue Reported() => (Review, Line) switch
    {
        ({ } review, _) => Summary(review.Line, review.Report.Answers),
        (_, { Report: { } report } line) => Summary(line, report.Answers),
        _ => NilValue.Instance,
    };

    private static ArrayValue Summary(LineFacts line, ImmutableSortedDictionary<string, string> answers) =>
        new([.. FieldAnswers.Summary(line, answers).Select(MapValues.Of)]);

    private FluidValue EventValue() => Event switch
    {
        DialogEvent.Wrote wrote => new DictionaryValue(new EventValues(wrote)),
        DialogEvent.Pressed => MapValues.Of(NoValues.Add("kind", "pressed")),
        DialogEvent.Allowed => MapValues.Of(NoValues.Add("kind", "allowed")),
        null => NilValue.Instance,
        _ => throw new InvalidOperationException($"Unknown event {Event.GetType().Name}"),
    };

    private FluidValue Value(object? value) => value is null ? NilValue.Instance : FluidValue.Create(value, _options);
}
