using System.Collections.Immutable;
using System.Globalization;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Inputs.Asking;
using Sferum.Bot.Dialogs.Matching;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Roster;
using Sferum.Bot.Tests.Answers;
using Sferum.Bot.Tests.Transcripts;
using Sferum.Bot.Tests.Transcripts.Office;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Tests.Dialogs.Walk;

/// <summary>
/// One institution, its head, a teacher and the specialist, as plain values that effects change: quick enough for tens of thousands
/// of steps. It demands of every effect what the stores would demand, so that the dialogs never ask for what is refused.
/// </summary>
internal sealed class WalkWorld(string type)
{
    public const long Director = 111;
    public const long Teacher = 102;
    public const long Specialist = 103;
    public const string Code = "ABCD2345";
    public const long Chat = 2_000_000_007;

    private const long InstitutionId = 5;

    private readonly SortedDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly List<DeputyFacts> _deputies = [];
    private readonly SortedDictionary<long, string> _questions = [];
    private readonly Dictionary<long, Self> _selves = new() { [Director] = new(), [Teacher] = new(), [Specialist] = new() };
    private readonly ImmutableArray<Institution> _roster =
        [new(InstitutionId, "МОУ «Вымышленская СОШ № 1»", type), new(6, "МОУ «Сказочная СОШ № 2»", "МОУ"), new(7, "МДОУ «Детский сад № 2»", "МДОУ")];

    private bool _joined;
    private bool _codeUsed;
    private int? _teachers;
    private string _chatState = "seen";
    private string? _chatLine;
    private int _numbers = 16;
    private RepliedFacts? _replied;
    private SavedAnswerFacts? _saved = new(1, "Нет, не нужно.", ["Нужно ли это?"], SomeFacts.Now);

    private readonly List<BroadcastFacts> _broadcasts = [];
    private SavedAudienceFacts? _audience;

    public DateTimeOffset Now { get; private set; } = SomeFacts.Now;

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, OfficeClock.Zone).DateTime);

    /// <summary>What was planned begins.</summary>
    public void Pass(TimeSpan time)
    {
        Now += time;
        for (var i = 0; i < _broadcasts.Count; i++)
        {
            _broadcasts[i] = _broadcasts[i].State == "planned" && Now - _broadcasts[i].SendAt > TimeSpan.FromMinutes(1) ? _broadcasts[i] with { State = "running", StartedAt = Now } : _broadcasts[i];
        }
    }

    /// <summary>What the district stands like is read when a step looks at it, as in a turn.</summary>
    public StepResult Step(DialogCore core, long person, Conversation conversation, DialogEvent happened)
    {
        var facts = FactsOf(person, happened, conversation);
        while (true)
        {
            try
            {
                return core.Step(conversation, happened, facts, Now);
            }
            catch (FactMissingException missing) when (With(facts, missing) is { } more)
            {
                facts = more;
            }
        }
    }

    public Facts FactsOf(long person, DialogEvent happened, Conversation conversation) => person == Specialist
        ? OfSpecialist()
        : OfPerson(person, happened, conversation) with { Work = WorkOf(person), Found = Found(happened, conversation) };

    /// <summary>The facts with what a step turned out to need; null when that was there already.</summary>
    public Facts? With(Facts facts, FactMissingException missing) => missing.Fact switch
    {
        "overview" when facts.Overviews.All(o => o.Ask != missing.About) => facts with { Overviews = facts.Overviews.Add(OverviewOf(missing.About)) },
        "mailing" when facts.Mailings.All(m => m.About != missing.About) => facts with { Mailings = facts.Mailings.Add(MailingOf(missing.About)) },
        _ => null,
    };

    /// <summary>As long a list as there may be, of institutions with names as long as there may be.</summary>
    private OverviewFacts OverviewOf(string text)
    {
        var bare = new OverviewFacts(text, "unknown", "", [], [], null, false, 0, 0, 0, [], 0, "", [], null, []);
        if (DistrictAsk.Parse(text) is not { } ask)
        {
            return bare;
        }

        if (ask.What == AskWhat.One)
        {
            var found = ask.Institution is { } id
                ? [.. _roster.Where(i => i.Id == id)]
                : RosterSearch.Find(_roster, ask.Place, null, 6, (typed, word) => TypedWords.Same(typed, word, tolerant: true));
            return found.Count switch
            {
                0 => bare with { Kind = "nobody" },
                1 => bare with { Kind = ask.What, One = new OverviewOneFacts(OrderFacts.OfInstitution(found[0]), _joined, Lines()) },
                _ => bare with { Kind = "several", Count = found.Count, Entries = [.. found.Select(i => Entry(i.Name, i.Id, ""))] },
            };
        }

        var count = text.Length % 3 == 0 ? 3 : 47;
        var rest = Math.Max(0, count - ask.Skip - 20);
        return bare with
        {
            Kind = ask.What,
            Status = ask.Status,
            Types = ask.Types,
            Points = [.. ask.Points.Select(p => new OverviewPointFacts(p, "Чат"))],
            Since = ask.Since,
            Several = ask.Points.Length != 1,
            Count = count,
            Of = 60,
            Entries = [.. Enumerable.Range(ask.Skip, Math.Min(20, Math.Max(0, count - ask.Skip))).Select(i => Entry($"{new string('ж', 200)} {i}", InstitutionId, ask.What == AskWhat.Changes ? "reported" : "open"))],
            Rest = rest,
            More = rest > 0 ? (ask with { Skip = ask.Skip + 20 }).ToString() : "",
            Tallies = [new OverviewTallyFacts(ask.What == AskWhat.Changes ? "reported" : type, 3, 60)],
            Next = [.. AskNext.After(ask, ["МОУ", "МДОУ", "УДО"])],
        };

        OverviewEntryFacts Entry(string name, long id, string status) => new(
            id, name, type, $"one;;i={id}", status.Length == 0 ? [] : [.. Lines().Select(l => new OverviewLineFacts(l.Label, status, Today))]);
    }

    /// <summary>As many names as there may be, each as long as there may be.</summary>
    private MailingFacts MailingOf(string about)
    {
        var (to, text) = MailingFacts.Parts(about);
        var kind = to.Split(';')[0] switch { "all" => "everybody", "list" or "count" => "asked", "picked" or "names" => "picked", "teachers" => "teachers", "unreached" => "unreached", _ => "unknown" };
        var lost = to.Contains("нет такой", StringComparison.Ordinal);
        var people = kind == "unknown" ? 0 : about.Length % 4 == 0 ? 0 : 47;
        string[] names = [.. Enumerable.Range(0, Math.Min(10, people)).Select(i => $"{new string('ж', 200)} {i}")];
        return new MailingFacts(
            about,
            new AudienceFacts(kind, kind == "asked" ? "open" : "", [], [], null, kind == "picked" ? 1 : 0),
            kind == "unknown" ? "" : to.Replace("names;", "picked;5,", StringComparison.Ordinal).Replace("нет такой", "6", StringComparison.Ordinal),
            people,
            people > 0 ? 3 : 0,
            2,
            [.. names],
            [.. names.Select(n => new UnreachedFacts(n, "forbidden", 901))],
            47,
            lost ? ["нет такой"] : [],
            [],
            people > 0 ? names[0] : "",
            people > 0 ? text : "",
            text.Contains("{имя}", StringComparison.Ordinal) ? ["{имя}"] : [],
            _broadcasts.Exists(b => b.Text == text) ? Now : null,
            about.Length % 3 == 0 ? Now : null);
    }

    public void Apply(long person, Effect effect)
    {
        var self = _selves[person];
        switch (effect)
        {
            case Effect.Say or Effect.Snack:
                return;
            case Effect.GiveConsent:
                self.Consented = true;
                return;
            case Effect.ClaimInstitution claim:
                Demand(person == Director && self.Consented && !_codeUsed && claim.Code.Replace("-", "", StringComparison.Ordinal) == Code, effect);
                (_joined, _codeUsed) = (true, true);
                return;
            case Effect.CountFailedClaim:
                self.Failed++;
                return;
            case Effect.ChooseInstitution choose:
                DemandHead(choose.InstitutionId, effect);
                return;
            case Effect.BecomeTeacher:
                Demand(self.Consented, effect);
                self.Teacher = true;
                return;
            case Effect.ChooseWork choose:
                Demand(self.Consented && _roster.Any(i => i.Id == choose.InstitutionId), effect);
                (self.Work, self.Marked) = (choose.InstitutionId, self.Marked && self.Work == choose.InstitutionId);
                return;
            case Effect.ForgetWork:
                (self.Work, self.Marked) = (null, false);
                return;
            case Effect.ConfirmRole confirm:
                Demand((self.Consented || !confirm.Confirmed) && self.Work == confirm.InstitutionId, effect);
                self.Marked = confirm.Confirmed;
                return;
            case Effect.CountTeachers count:
                DemandHead(count.InstitutionId, effect);
                Demand(count.Teachers is >= 1 and <= TeacherStore.MostTeachers, effect);
                _teachers = count.Teachers;
                return;
            case Effect.Mute mute:
                self.Muted = mute.Muted;
                return;
            case Effect.AskSpecialist ask:
                Demand((self.Consented || person == Specialist) && ask.Text.Length > 0, effect);
                _questions.Add(++_numbers, ask.Text);
                return;
            case Effect.AnswerQuestion answer:
                var asked = _questions.GetValueOrDefault(answer.QuestionId, "");
                Demand(person == Specialist && _questions.Remove(answer.QuestionId), effect);
                _replied = new RepliedFacts(answer.QuestionId, answer.Text, 1, DialogInputs.MayBeSaved(asked) ? [asked] : [], false);
                return;
            case Effect.TellMyData:
                return;
            case Effect.EraseMe:
                Demand(person != Specialist, effect);
                _joined = _joined && person != Director;
                _selves[person] = new Self();
                return;
            case Effect.NoteUnanswered or Effect.RateAnswer or Effect.EndTalk:
                return;
            case Effect.CloseQuestion close:
                Demand(person == Specialist && _questions.Remove(close.QuestionId), effect);
                return;
            case Effect.OpenTalk open:
                Demand(person == Specialist && _questions.ContainsKey(open.QuestionId), effect);
                return;
            case Effect.SaveAnswer save:
                Demand(person == Specialist && _replied is { Saved: false, Questions.Length: > 0 } && _replied.Id == save.QuestionId && DialogInputs.MayBeSaved(save.Text), effect);
                _saved = new SavedAnswerFacts(++_numbers, save.Text, _replied!.Questions, Now); // demanded above
                _replied = _replied with { Saved = true };
                return;
            case Effect.RevokeAnswer revoke:
                Demand(person == Specialist && _saved?.Id == revoke.AnswerId, effect);
                _saved = null;
                return;
            case Effect.SubmitReport submit:
                DemandHead(submit.InstitutionId, effect);
                Demand(PointOf(submit.Line) is { } point && point.IsAnsweredBy(point.AnswersAmong(submit.Answers)), effect);
                Report(submit.Line, "done", submit.Answers, effect);
                return;
            case Effect.ReportNotApplicable excuse:
                DemandHead(excuse.InstitutionId, effect);
                Demand(excuse.Reason.Trim().Length is >= 3 and <= 500, effect);
                Report(excuse.Line, "not_applicable", DialogsNoValues(), effect, excuse.Reason);
                return;
            case Effect.PromiseReport promise:
                DemandHead(promise.InstitutionId, effect);
                Demand(promise.Due >= Today && promise.Due <= Today.AddDays(366) && Of(promise.Line).Status is "open" or "returned", effect);
                _entries[promise.Line] = Of(promise.Line) with { Promise = new PromiseFacts(promise.Due, Now) };
                return;
            case Effect.RemindLater:
                Demand(_joined && person == Director, effect);
                return;

            // From buttons of her notices alone: the stores decide whether the line is still there.
            case Effect.ExtendLine or Effect.ExcuseLine or Effect.RestoreLine or Effect.RecordTold:
                Demand(person == Specialist, effect);
                return;
            case Effect.AskForNews news:
                self.News = news.Wanted;
                return;
            case Effect.PlanBroadcast plan:
                Demand(person == Specialist && plan.Text.Length > 0 && MailingOf(MailingFacts.Of(plan.Audience, plan.Text)) is { To.Kind: not "unknown" }, effect);
                Plan(plan);
                return;
            case Effect.TestBroadcast test:
                Demand(person == Specialist && test.Text.Length > 0 && MailingOf(MailingFacts.Of(test.Audience, test.Text)) is { To.Kind: not "unknown" }, effect);
                return;
            case Effect.SteerBroadcast steer:
                Demand(person == Specialist && _broadcasts.Exists(b => b.Id == steer.BroadcastId), effect);
                Steer(steer);
                return;
            case Effect.SendFates fates:
                Demand(person == Specialist && _broadcasts.Exists(b => b.Id == fates.BroadcastId), effect);
                return;
            case Effect.SaveAudience save:
                Demand(person == Specialist && save.Name.Length is > 0 and <= 60, effect);
                _audience = new SavedAudienceFacts(++_numbers, save.Name, save.Audience);
                return;
            case Effect.ForgetAudience:
                Demand(person == Specialist, effect);
                _audience = null;
                return;
            case Effect.WithdrawReport withdraw:
                DemandHead(withdraw.InstitutionId, effect);
                Demand(Of(withdraw.Line) is { Status: "reported", Report: { } withdrawn } && withdrawn.Number == withdraw.Number, effect);
                _entries[withdraw.Line] = new Entry("open", null, null);
                return;
            case Effect.AcceptReport accept:
                Review(person, accept.ReportId, accept.Number, "accepted", null, effect);
                return;
            case Effect.ReturnReport giveBack:
                Demand(giveBack.Reason.Length > 0, effect);
                Review(person, giveBack.ReportId, giveBack.Number, "returned", giveBack.Reason, effect);
                return;
            case Effect.InviteDeputy invite:
                DemandHead(invite.InstitutionId, effect);
                Demand(invite.Until >= invite.Since && invite.Until >= Today && invite.Until <= Today.AddDays(366), effect);
                _deputies.Add(new DeputyFacts(++_numbers, OrderFacts.PageOf(200 + _numbers), invite.Since, invite.Until));
                return;
            case Effect.EndDeputy end:
                DemandHead(end.InstitutionId, effect);
                _deputies.RemoveAll(d => d.Id == end.MembershipId);
                return;
            case Effect.HandOver handOver:
                DemandHead(handOver.InstitutionId, effect);
                _codeUsed = false;
                return;
            case Effect.IssueCertificate certificate:
                DemandHead(certificate.InstitutionId, effect);
                return;
            case Effect.SendTable:
                Demand(person == Specialist, effect);
                return;
            case Effect.OpenPanel:
                Demand(person == Specialist, effect);
                return;
            case Effect.ClosePanel:
                return;
            case Effect.LookAtChat look:
                Demand(look.Peer == Chat, effect);
                _chatState = "seen";
                return;
            case Effect.LeaveChat leave:
                Demand(leave.Peer == Chat, effect);
                _chatState = "gone";
                return;
            default:
                throw new InvalidOperationException($"Unknown effect {effect.GetType().Name}");
        }
    }

    private void Plan(Effect.PlanBroadcast plan)
    {
        if (!_broadcasts.Exists(b => b.Draft == plan.Draft))
        {
            _broadcasts.Insert(0, new BroadcastFacts(
                ++_numbers, plan.Draft, plan.Text, plan.Attachments, new AudienceFacts("everybody", "", [], [], null, 0), plan.Audience, plan.Urgent, "planned", Now, null, null, 47, 40, 3, 5, 2, 1, 2, 2, 0, 1, []));
        }
    }

    private void Steer(Effect.SteerBroadcast steer)
    {
        var place = _broadcasts.FindIndex(b => b.Id == steer.BroadcastId);
        _broadcasts[place] = _broadcasts[place] with
        {
            State = steer.Step switch { BroadcastStep.Pause => "paused", BroadcastStep.Resume => "running", BroadcastStep.Cancel => "cancelled", _ => _broadcasts[place].State },
            FinishedAt = steer.Step == BroadcastStep.Cancel ? Now : null,
        };
    }

    private static ImmutableSortedDictionary<string, string> DialogsNoValues() => ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private WorkFacts? WorkOf(long person) => _selves[person] is { Work: { } id } self
        ? new WorkFacts(
            OrderFacts.OfInstitution(_roster.Single(i => i.Id == id)) with { Confirmed = Marked(id), Teachers = id == InstitutionId ? _teachers : null },
            self.Marked ? Now : null)
        : null;

    private int Marked(long institution) => _selves.Values.Count(s => s.Marked && s.Work == institution);

    private ImmutableArray<InstitutionFacts> Found(DialogEvent happened, Conversation conversation) => happened switch
    {
        DialogEvent.Wrote wrote =>
        [
            .. RosterSearch.Find(_roster, wrote.Text, conversation.Slots.GetValueOrDefault("place"), 6, (typed, word) => TypedWords.Same(typed, word, tolerant: true))
                .Select(OrderFacts.OfInstitution),
        ],
        DialogEvent.Pressed pressed => [.. _roster.Where(i => $"{i.Id}" == pressed.Args.GetValueOrDefault("work")).Select(OrderFacts.OfInstitution)],
        _ => [],
    };

    private Facts OfPerson(long person, DialogEvent happened, Conversation conversation)
    {
        var self = _selves[person];
        var joined = _joined && person == Director;
        var institution = new InstitutionFacts(
            InstitutionId, "МОУ «Вымышленская СОШ № 1»", type, "head", null, Confirmed: Marked(InstitutionId), Teachers: _teachers);
        var heard = happened switch
        {
            DialogEvent.Wrote wrote => DialogInputs.ClaimCodeIn(wrote.Text, Today),
            DialogEvent.Pressed pressed => DialogInputs.ClaimCodeIn(pressed.Args.GetValueOrDefault("code", ""), Today),
            _ => null,
        };
        var named = (happened as DialogEvent.Pressed)?.Args.GetValueOrDefault("line") ?? conversation.Slots.GetValueOrDefault("line");
        return new Facts
        {
            Person = new PersonFacts(person, "Анна", joined ? "director" : self.Teacher ? "teacher" : "guest", self.Consented, self.Muted, self.Failed, self.News),
            Office = new OfficeFacts("Управление", "Сообщество"),
            Institution = joined ? institution : null,
            Institutions = joined ? [institution] : [],
            Lines = joined ? Lines() : [],
            Deputies = joined ? [.. _deputies] : [],
            History = named is null || Of(named).Report is not { } report ? [] : [new HistoryFacts(report.ReportedAt, "reported", report.Number, "you", "")],
            Chat = person == Director && (happened as DialogEvent.Pressed)?.Args.GetValueOrDefault("chat") == $"{Chat}"
                ? new ChatFacts(Chat, _chatState, "Педсовет", 34, Now, _chatLine)
                : null,
            Code = heard is null ? null : new CodeFacts(heard, heard != Code ? "unknown" : _codeUsed || person != Director ? "used" : "valid", heard == Code && !_codeUsed && person == Director ? institution : null),
        };
    }

    private Facts OfSpecialist() => new()
    {
        Person = new PersonFacts(Specialist, "Вера", "specialist", true, false, 0, Panel: true, InSettings: true),
        Office = new OfficeFacts("Управление", "Сообщество", Panel: true),
        Reviews =
        [
            .. Lines().Where(l => l.Status == "reported").Select(l => new ReviewFacts(
                l, l.Report!, new InstitutionFacts(InstitutionId, "МОУ «Вымышленская СОШ № 1»", type, "", null), "vk.com/id111", [], ReasonsOf(l))), // what is reported has a report
        ],
        Questions = [.. _questions.Select(q => new QuestionFacts(q.Key, "vk.com/id111", q.Value, Now))],
        Gaps = [.. _questions.Select(q => new QuestionFacts(q.Key, "vk.com/id111", q.Value, Now, People: 2))],
        Replied = _replied,
        SavedAnswers = _saved is null ? [] : [_saved],
        Vocabulary = Lines(),
        Broadcasts = [.. _broadcasts.Take(6)],
        SavedAudiences = _audience is null ? [] : [_audience],
        Desk = new DeskFacts(1, _joined ? 1 : 0, 0, Lines().Count(l => l.Status == "reported"), 0, _selves.Values.Count(s => s.Marked), Marked(InstitutionId), _teachers ?? 0),
    };

    private ImmutableArray<ReasonFacts> ReasonsOf(LineFacts line) =>
    [
        .. RepositoryAnswers.Data.Reasons
            .Of(OfficeStage.Orders.LinesFor(type).Single(l => l.Key.ToString() == line.Key), line.Report!.Kind) // asked of what is reported
            .Select(reason => new ReasonFacts(reason.Id, reason.Text)),
    ];

    private ImmutableArray<LineFacts> Lines() =>
    [
        .. OfficeStage.Orders.LinesFor(type).Select(l => OrderFacts.OfLine(l, null, null) with
        {
            Status = Of(l.Key.ToString()).Status,
            Report = Of(l.Key.ToString()).Report,
            Promise = Of(l.Key.ToString()).Promise,
        }),
    ];

    private OrderPoint? PointOf(string line) => LineKey.Parse(line) is { } key ? OfficeStage.Orders.FindLine(key, type)?.Point : null;

    private Entry Of(string line) => _entries.GetValueOrDefault(line) ?? new Entry("open", null, null);

    private void Report(string line, string kind, ImmutableSortedDictionary<string, string> answers, Effect effect, string? reason = null)
    {
        Demand(PointOf(line) is not null && Of(line).Status != "accepted", effect);
        var number = ++_numbers;
        _entries[line] = new Entry("reported", new ReportFacts(number, number.ToString(CultureInfo.InvariantCulture), kind, Now, false, null, null, reason, answers), null);
        if (answers.Any(a => a.Key.EndsWith(".shown", StringComparison.Ordinal)))
        {
            _chatLine = line;
        }
    }

    private void Review(long person, long id, string number, string status, string? reason, Effect effect)
    {
        var (line, entry) = _entries.FirstOrDefault(e => e.Value.Report?.Id == id);
        Demand(person == Specialist && entry is { Status: "reported", Report: { } report } && report.Number == number, effect);
        _entries[line] = entry with { Status = status, Report = entry.Report! with { ReviewedAt = Now, ReturnReason = reason } }; // demanded above
    }

    private void DemandHead(long institution, Effect effect) => Demand(_joined && institution == InstitutionId, effect);

    private static void Demand(bool holds, Effect effect) => Assert.True(holds, $"the stores would refuse {effect}");

    private sealed class Self
    {
        public bool Consented { get; set; }

        public bool Teacher { get; set; }

        public bool Muted { get; set; }

        public bool News { get; set; }

        public int Failed { get; set; }

        public long? Work { get; set; }

        public bool Marked { get; set; }
    }

    private sealed record Entry(string Status, ReportFacts? Report, PromiseFacts? Promise);
}
