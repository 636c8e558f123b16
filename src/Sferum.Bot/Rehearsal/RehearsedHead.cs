using System.Globalization;
using Sferum.Bot.Calendar;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Rehearsal;

/// <summary>A head as he might be: joins, reports line by line, answers what the bot asks, mends what comes back.</summary>
internal sealed class RehearsedHead : RehearsedPerson
{
    /// <summary>Photos of this owner are the wrong ones: the specialist sends them back.</summary>
    public const string WrongPhoto = "photo13_";

    /// <summary>How the notice of a returned report begins; the line's label follows.</summary>
    private const string Returned = "Вернули: ";

    private const int MostTries = 3;

    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    private readonly Random _random;
    private readonly UnaskedHours _hours;
    private readonly Queue<string> _joining;
    private readonly List<OrderLine> _todo;
    private readonly Dictionary<string, OrderLine> _all;
    private readonly Queue<Func<Incoming.Message?>> _answering = [];
    private OrderLine? _doing;
    private int _tries;
    private int _share;
    private int _photos;
    private bool _hasErred;
    private DateTimeOffset? _next;

    public RehearsedHead(long id, HeadKind kind, string name, string type, string code, IEnumerable<OrderLine> lines, DateTimeOffset joins, UnaskedHours hours, Random random)
        : base(id)
    {
        Kind = kind;
        Name = name;
        Type = type;
        _random = random;
        _hours = hours;
        _joining = new Queue<string>(["здравствуйте", "да", code, "да"]);
        _todo = [.. lines.Where(line => line.Mandatory).DistinctBy(line => line.Point.Label)];
        _all = _todo.ToDictionary(line => line.Point.Label, StringComparer.Ordinal);
        _next = kind == HeadKind.Absent ? null : joins;
    }

    public HeadKind Kind { get; }

    public string Name { get; }

    public string Type { get; }

    /// <summary>When the last of what he sent was taken; null while something is open.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>What he pressed under reminders.</summary>
    public ReminderPresses Presses { get; private set; } = new(0, 0, 0, 0);

    public override DateTimeOffset? NextAt => _next;

    public override Incoming? Act(DateTimeOffset now)
    {
        React(now);
        if (_joining.Count > 0)
        {
            var words = Say(_joining.Dequeue());
            _next = _joining.Count > 0 ? now + Moment : Begins(now);
            return words;
        }

        if (Kind == HeadKind.Forbidding)
        {
            _next = null;
            return new Incoming.Consent(Allowed: false);
        }

        if (_doing is { } line)
        {
            return Confirm(line, now);
        }

        if (_answering.TryDequeue(out var answer))
        {
            _next = _answering.Count > 0 || _share > 0 ? now + Moment : null;
            if (answer() is { } did)
            {
                return did;
            }

            // The button is not there: what was to follow it makes no sense.
            _answering.Clear();
        }

        if (_todo.Count == 0 || (Kind == HeadKind.Slow && _share == 0))
        {
            _next = null;
            return null;
        }

        _doing = _todo[0];
        _tries = 0;
        _next = now + Moment;

        // A number without a dot may be any number to the bot: such a point is opened by its words, and the evidence comes after.
        return _doing.Point.Label.Contains('.', StringComparison.Ordinal)
            ? Evidence(_doing, $"{_doing.Point.Label} ")
            : Say(_doing.Mentions.FirstOrDefault(_doing.Point.Title).Replace("*", "", StringComparison.Ordinal));
    }

    /// <summary>What came since he last looked makes him plan anew.</summary>
    public void React(DateTimeOffset now)
    {
        foreach (var text in Unread)
        {
            if (text.Body.StartsWith(Returned, StringComparison.Ordinal) && LineIn(text.Body[Returned.Length..]) is { } returned)
            {
                _todo.Insert(0, returned);
                _share++;
                DoneAt = null;
                _next ??= Later(now, 60, 240);
            }
        }

        Unread.Clear();
        if (Kind == HeadKind.Slow && Reminders.Count > 0 && Reminders[^1] == now && _joining.Count == 0)
        {
            Answer();
            _next ??= Later(now, 30, 300);
        }
    }

    /// <summary>Which button of the reminder he will press, and what comes after it.</summary>
    private void Answer()
    {
        _answering.Clear();
        var choice = _random.Next(0, 10);
        if (choice < 2)
        {
            // Tomorrow he will be reminded again; nothing is done today.
            _answering.Enqueue(() => Note(Press(ReminderButtons, "remind_later"), Presses with { Later = Presses.Later + 1 }));
            return;
        }

        _share += _random.Next(2, 5);
        switch (choice)
        {
            case < 4:
                _answering.Enqueue(() => Note(Press(ReminderButtons, "cant_make"), Presses with { Late = Presses.Late + 1 }));
                _answering.Enqueue(() => Tap("late_line"));
                _answering.Enqueue(() => Say("через неделю"));
                _answering.Enqueue(() => Say("ждём подписи на положении"));
                break;
            case < 5:
                _answering.Enqueue(() => Note(Press(ReminderButtons, "why_reminded"), Presses with { Why = Presses.Why + 1 }));
                break;
            default:
                _answering.Enqueue(BeginByButton);
                break;
        }
    }

    /// <summary>«Сделали» under the reminder: the report of that line begins.</summary>
    private Incoming.Message? BeginByButton()
    {
        foreach (var line in _todo)
        {
            if (Note(Press(ReminderButtons, line.Key.ToString()), Presses with { Done = Presses.Done + 1 }) is { } pressed)
            {
                _doing = line;
                _tries = 0;
                return pressed;
            }
        }

        return null;
    }

    private Incoming.Message? Note(Incoming.Message? pressed, ReminderPresses after)
    {
        Presses = pressed is null ? Presses : after;
        return pressed;
    }

    private OrderLine? LineIn(string text) => _all.GetValueOrDefault(text.Split(' ')[0]);

    private Incoming.Message? Confirm(OrderLine line, DateTimeOffset now)
    {
        if (Buttons.Any(button => button.Payload.Contains("\"submit\"", StringComparison.Ordinal)))
        {
            _doing = null;
            _todo.Remove(line);
            _share--;
            DoneAt = _todo.Count == 0 ? now : null;
            _next = _todo.Count == 0 ? null : Later(now, 5, 45);
            return Kind == HeadKind.Typing ? Say("да") : Tap("submit");
        }

        if (++_tries > MostTries)
        {
            // He gives up on this one for today.
            _doing = null;
            _todo.Remove(line);
            _todo.Add(line);
            _next = Later(now, 24 * 60, 25 * 60);
            return Say("меню");
        }

        _next = now + Moment;
        return Evidence(line, "");
    }

    private Incoming.Message Evidence(OrderLine line, string beginning)
    {
        var asked = line.Point.Evidence.Where(field => field.Required).Select(field => field.Input).ToArray();
        var text = beginning + string.Join(", ", asked.Select(input => WordsFor(input, line.Order.Head.Date)).Where(words => words.Length > 0));
        if (!asked.Contains(EvidenceField.FilesInput))
        {
            return Say(text);
        }

        var isWrong = Kind == HeadKind.WrongPhoto && !_hasErred;
        _hasErred = true;
        return Say(text, $"{(isWrong ? WrongPhoto : $"photo{Id}_")}{(++_photos).ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>Something that the recogniser of this name reads.</summary>
    private static string WordsFor(string input, DateOnly day)
    {
        var date = day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        return input switch
        {
            "document" => $"№ 12-од от {date}",
            "date" => date,
            "links" or "link" => "https://school.example/doc",
            "meeting" => $"{date} планёрка 24 человека",
            "chat" => "Педсовет, 34",
            "staff_chat" => "Педсовет, 34 из 36",
            "plan" or "section" => $"План ВШК от {date}, строка 17",
            "fraction" => "ознакомлено 18 из 20",
            "count" => "24",
            "position" => "учитель информатики",
            "words" => "готово",
            _ => "",
        };
    }

    /// <summary>When he sets to work after joining; null: not by himself.</summary>
    private DateTimeOffset? Begins(DateTimeOffset now) => Kind switch
    {
        HeadKind.Prompt or HeadKind.Typing or HeadKind.WrongPhoto => Later(now, 30, 300),
        HeadKind.Forbidding => Later(now, 20 * 60, 24 * 60),
        HeadKind.Slow or HeadKind.Silent or HeadKind.Absent => null,
        _ => throw new InvalidOperationException($"unknown kind {Kind}"),
    };

    /// <summary>So many minutes later, in working hours.</summary>
    private DateTimeOffset Later(DateTimeOffset now, int from, int to) => _hours.OnOrAfter(now + TimeSpan.FromMinutes(_random.Next(from, to)));
}
