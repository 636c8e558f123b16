using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using CsCheck;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Tests.Dialogs.Walk;
using Sferum.Bot.Tests.Transcripts;

namespace Sferum.Bot.Tests.Dialogs;

/// <summary>Persons who do anything at all, over the real dialogs of the repository.</summary>
public sealed class RandomWalkTests
{
    private static readonly DialogBook Book = Load();
    private static readonly DialogCore Core = new(Book, OfficeClock.Zone);
    private static readonly WalkWorld District = new("МОУ");
    private static readonly string[] Commands = [.. Book.States.Values
        .SelectMany(s => s.Rules)
        .Select(r => r.Press)
        .OfType<string>()
        .Append("page")
        .Distinct()
        .Order(StringComparer.Ordinal)];

    private static readonly string[] Words = [.. Book.States.Values.SelectMany(s => s.Rules).SelectMany(r => r.Words).Distinct().Order(StringComparer.Ordinal)];

    private static readonly Gen<string> Value = OneOf("223-09/1.1.a", "17", "-1", "", "answers", "жжж", "9999999999999999999", "files", "list;late");

    private static readonly Gen<DialogEvent> Event = Gen.Frequency(
        (4, Gen.Select(OneOf(Words), Gen.Bool, (w, loud) => Wrote(loud ? w.ToUpperInvariant() + "!" : w))),
        (3, OneOf("12-од от 10.04.2024", "№ 5", "10 апреля", "99.99.2024", "18 из 20", "Педсовет, 34", "1", "2", "1.1а", "https://example.org/doc", "ABCD-2345", "Что с пунктом 1.1?", "кто не сдал", "а школы?", "что со школой 1").Select(Wrote)),
        (1, Gen.String[0, 60].Select(Wrote)),
        (1, Gen.Char.Array[1000, 9000].Select(c => Wrote(new string(c)))),
        (2, Gen.Select(OneOf(Enum.GetValues<AttachmentKind>()), Gen.Int[1, 12], OneOf("", "вот", "меню"), (k, n, t) =>
            (DialogEvent)new DialogEvent.Wrote(t, [.. Enumerable.Range(0, n).Select(i => new Attachment(k, $"x1_{i}", "a.pdf", i))]))),
        (4, Gen.Select(OneOf(Commands), Gen.Select(OneOf("line", "report", "field", "page", "code", "question", "work", "ask"), Value).Array[0, 3], (c, args) =>
            (DialogEvent)new DialogEvent.Pressed(c, args.DistinctBy(a => a.Item1).ToImmutableSortedDictionary(a => a.Item1, a => a.Item2, StringComparer.Ordinal)))),
        (1, Gen.Const((DialogEvent)new DialogEvent.Allowed())));

    private static readonly Gen<Facts> SomeonesFacts = Gen.Select(
        OneOf("guest", "teacher", "director", "specialist", "stranger"),
        Gen.Bool,
        Gen.Int[0, 30],
        OneOf("open", "reported", "returned", "accepted"),
        MakeFacts);

    [Fact]
    public void Nothing_a_person_does_breaks_a_conversation_or_a_keyboard() =>
        Gen.Select(SomeonesFacts, Event.Array[1, 25]).Sample(
            (facts, events) =>
            {
                var conversation = Conversation.New;
                foreach (var happened in events)
                {
                    var result = Step(conversation, happened, facts);
                    var again = Step(conversation, happened, facts);
                    Assert.Equal(Json(result), Json(again));
                    Assert.Contains(result.Conversation.State, Book.StateKeys);
                    Assert.All(result.Effects, SayChecks.Check);
                    conversation = result.Conversation;
                }
            },
            iter: 300);

    /// <summary>Measured in a release build over these dialogs: 20–90 µs, half of it the keyboard of the longest list.</summary>
    [Fact]
    public void A_step_takes_a_millisecond_or_two_at_most_even_in_a_debug_build_on_a_busy_machine()
    {
        const int Batch = 50;
        var facts = MakeFacts("director", consented: true, lines: 10, "open");
        var home = new Conversation(Book.HomeOf("director"), ImmutableSortedDictionary<string, string>.Empty, "");
        var conversation = Core.Step(home, Wrote("спасибо"), facts, SomeFacts.Now).Conversation;
        var best = Enumerable.Range(0, 20).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < Batch; i++)
            {
                Core.Step(conversation, Wrote("спасибо"), facts, SomeFacts.Now);
            }

            return watch.Elapsed / Batch;
        });

        Assert.True(best < TimeSpan.FromMilliseconds(2), $"{best.TotalMicroseconds:F0} µs");
    }

    /// <summary>What the district stands like is read when a step looks at it, as in a turn.</summary>
    private static StepResult Step(Conversation conversation, DialogEvent happened, Facts facts)
    {
        while (true)
        {
            try
            {
                return Core.Step(conversation, happened, facts, SomeFacts.Now);
            }
            catch (FactMissingException missing) when (District.With(facts, missing) is { } more)
            {
                facts = more;
            }
        }
    }

    private static Gen<T> OneOf<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    private static DialogEvent Wrote(string text) => new DialogEvent.Wrote(text, []);

    private static string Json(StepResult result) => JsonSerializer.Serialize(new
    {
        result.Conversation,
        Effects = result.Effects.Select(e => JsonSerializer.Serialize(e, e.GetType())),
    });

    private static Facts MakeFacts(string role, bool consented, int lines, string status)
    {
        FieldFacts[] fields = [SomeFacts.Field("document", "document"), SomeFacts.Field("chat", "staff_chat"), SomeFacts.Field("files", "files", required: false)];
        var report = new ReportFacts(17, "17", "done", SomeFacts.Now, true, null, status == "returned" ? "нет печати" : null, null, ImmutableSortedDictionary<string, string>.Empty.Add("document.number", "12"));
        LineFacts[] all = [.. Enumerable.Range(0, lines).Select(i => SomeFacts.Line(i == 0 ? "1.1.a" : $"1.{i}", status, fields) with { Report = status == "open" ? null : report })];
        var facts = SomeFacts.Director(all);
        var isSpecialist = role == "specialist";
        return facts with
        {
            Person = facts.Person with { Role = role, Consented = consented },
            Institution = role == "director" ? facts.Institution : null,
            Work = lines % 3 == 0 ? null : new WorkFacts(SomeInstitution with { Confirmed = lines, Teachers = 12 }, lines % 3 == 1 ? SomeFacts.Now : null),
            Found = [.. Enumerable.Range(0, lines % 8).Select(i => SomeInstitution with { Id = 10 + i, Name = new string('ж', 70 * (i % 2)) + $"№ {i}" })],
            Code = consented ? null : new CodeFacts("ABCD-2345", "valid", facts.Institution),
            Reviews = isSpecialist ? [.. all.Take(12).Select((l, i) => new ReviewFacts(l, report with { Id = 17 + i }, SomeInstitution, "vk.com/id1", ["photo1_1"], [new ReasonFacts("wrong", "Не тот документ")]))] : [],
            Questions = isSpecialist ? [.. Enumerable.Range(0, lines).Select(i => new QuestionFacts(i, "vk.com/id1", new string('ж', 300), SomeFacts.Now))] : [],
            Vocabulary = isSpecialist ? [.. all] : [],
            Desk = isSpecialist ? new DeskFacts(60, 30, 5, 12, 3, 20, 14, 40) : null,
        };
    }

    private static InstitutionFacts SomeInstitution { get; } = new(5, "МОУ «Вымышленская СОШ № 1»", "МОУ", "head", null);

    private static DialogBook Load()
    {
        var faults = new Faults();
        return DialogBook.Load(DialogFolder.Root, faults) ?? throw new InvalidOperationException(string.Join('\n', faults));
    }
}
