using System.Diagnostics;
using CsCheck;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Inputs;

namespace Sferum.Bot.Tests.Dialogs.Inputs;

/// <summary>What must hold for every recogniser and every text.</summary>
public class InputPropertyTests
{
    private const int LongestText = 9_000;

    /// <summary>Far above what a text takes (a few ms), far below what a backtracking regex does with it.</summary>
    private static readonly TimeSpan _bound = TimeSpan.FromSeconds(2);

    private static readonly string[] _pieces =
    [
        "№", " ", "12", "-од", "/", ".", ",", "15.04", "15 апреля", "от ", "приказ", "вчера", "двадцать ", "пятого ", "\n", "из ", "все ",
        "человек", "-", "—", "«", "»", "\"", "https://", "a.ru", "@", "1.2", " б", "ABCD", "2345", "🎉", "👨‍👩‍👧‍👦", "\u200B", "\u202E", "\u0301", "\0",
        "<b>", "&lt;", "&#0;", "{{", "%}", "ﷺ", "\uD83D", "\uDC00", "٣", "²", "½", "I", "ё", "й", "ß", "İ", "(", ")", "всего ", "строка ", "план ",
        "сделали ", "готово", "не ", "ещё ", "пока нет", "будет ", "к ", "до ", "с ", "по ", "на ", "через ", "неделю", "18-му", "пятницу", "конца ", "месяца",
        "не относится к нам", "у нас нет ", "заместителей", "30 мая", "20.04-30.04", "все ",
    ];

    public static TheoryData<string> Names => [.. InputCatalog.All.Keys.Order()];

    /// <summary>Texts that make careless regexes go back and forth.</summary>
    public static TheoryData<string> Floods =>
    [
        "1", "1.", "1/", "1-", "1 ", "12-", "а", "а ", "а-", "A1 ", "№", "№ ", "№1", "от ", "15.04 ", "15.04.2024 ", "15 апреля ", "1 аааааааа ",
        "двадцать ", "пятнацать ", "пятого ", "https://", "a.ru ", "a.", "aaaaaaaaaaaaaaa.", "a@", "«", "»", "«а", "\"", "<", "<a ", "<a>", "&", "&amp;",
        "🎉", "👨‍👩‍👧‍👦", "\u200B", "\u202E", "\u0301", "ﷺ", "\uD83D", "\n", "1.2 а ", "1.2а, ", "1.2", "ABCD ", "ABCD-", "2 ", "из 1 ", "1 из ",
        "все 1 ", "всего ", "участников ", "участников 1 ", "учитель ", "строка 1 ", "строка ", "код ", "чат ", "создан ", "дата ", "- ", ", ", "   x",
        "не ", "ещё не ", "пока нет ", "нет заместителей ", "у нас нет ", "не относится ", "будет ", "сделаем ", "к 18 ", "к 18-му ", "до ", "через ", "через две ",
        "в пятницу ", "следующей неделе ", "конца ", "на месяц ", "с 20 по 30 ", "20.04-", "20-30", "20 по ", "1.1-1.3 ", "готово ", "+ ", "а если ", "ну ",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_text_is_answered_without_an_exception(string name) =>
        Gen.OneOf(Gen.String, Gen.OneOf(_pieces).Array[0, 40].Select(string.Concat)).Sample(
            text =>
            {
                switch (Recognise(name, text))
                {
                    case Recognition.Match match:
                        Assert.NotNull(InputCatalog.All[name].Describe(match.Values));
                        Assert.All(match.Values, v => Assert.NotEqual("", v.Value));
                        Assert.All(match.Values.Values, v => Assert.DoesNotContain(v, char.IsSurrogate));
                        break;
                    case Recognition.Problem problem:
                        Assert.Matches("^[a-z_]+$", problem.Reason);
                        break;
                    case Recognition.None:
                        break;
                    case var other:
                        Assert.Fail($"Unknown recognition {other}");
                        break;
                }
            },
            iter: 2_000);

    [Theory]
    [MemberData(nameof(Floods))]
    public void Nine_thousand_characters_take_bounded_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, LongestText / piece.Length));
        foreach (var name in InputCatalog.All.Keys)
        {
            var clock = Stopwatch.StartNew();
            Recognise(name, text);
            Recognise(name, $"№ 12 {text} от 15 апреля");
            Assert.True(clock.Elapsed < _bound, $"{name} took {clock.Elapsed}");
        }
    }

    [Fact]
    public void The_parts_of_a_match_are_those_that_the_recogniser_names() =>
        Gen.Select(Gen.OneOf([.. InputCatalog.All.Values]), Gen.OneOf(_pieces).Array[0, 20].Select(string.Concat)).Sample(
            (input, text) =>
            {
                string[] further = input.Name switch
                {
                    "document" => ["title"],
                    "plan" => ["section"],
                    "point" => ["points"],
                    "moment" => ["timeless"],
                    _ => [],
                };
                if (Recognise(input.Name, text) is Recognition.Match match && !input.IsList)
                {
                    Assert.Subset(input.Parts.Concat(further).ToHashSet(), match.Values.Keys.ToHashSet());
                }
            },
            iter: 5_000);

    [Fact]
    public void A_date_is_read_from_its_own_summary() =>
        Gen.Int[0, 3_000].Sample(back => RoundTrip("date", ("date", Day(back))));

    [Fact]
    public void A_day_to_come_and_a_period_are_read_from_their_own_summaries() =>
        Gen.Select(Gen.Int[0, 366], Gen.Int[0, 366]).Sample((one, other) =>
        {
            RoundTrip("due", ("date", Day(-one)));
            RoundTrip("period", ("since", Day(-Math.Min(one, other))), ("until", Day(-Math.Max(one, other))));
        });

    [Fact]
    public void A_promise_names_no_day_that_is_over_or_far() =>
        Gen.OneOf(_pieces).Array[0, 12].Select(string.Concat).Sample(
            text =>
            {
                if (Recognise("promise", $"сделаем {text}") is Recognition.Match { Values: var values } && values.TryGetValue("date", out var date))
                {
                    Assert.InRange(date, Day(0), Day(-366));
                }
            },
            iter: 5_000);

    [Fact]
    public void An_act_is_read_from_its_own_summary() =>
        Gen.Select(
            Gen.Int[1, 9_999],
            Gen.OneOf("", "-од", "/1", "/03-05", "-п", "-ОД", "од"),
            Gen.Int[0, 3_000],
            Gen.OneOf("приказ", "положение", "распоряжение", "приказ «Об использовании»"))
            .Sample((number, suffix, back, title) =>
                RoundTrip("document", ("number", $"{number}{suffix}"), ("date", Day(back)), ("title", title)));

    [Fact]
    public void A_chat_is_read_from_its_own_summary() =>
        Gen.Select(Gen.OneOf("Педсовет", "Совет 5А", "Чат с родителями", "Педсовет СОШ № 1"), Gen.Int[1, 100_000], Gen.Int[1, 1_000])
            .Sample((title, members, staff) =>
            {
                RoundTrip("chat", ("title", title), ("members", $"{members}"));
                RoundTrip("staff_chat", ("title", title), ("members", $"{members}"), ("staff", $"{staff}"));
            });

    [Fact]
    public void A_meeting_and_a_plan_are_read_from_their_own_summaries() =>
        Gen.Select(Gen.OneOf("Итоги четверти", "совещание по Сферуму"), Gen.Int[1, 100_000], Gen.Int[0, 3_000])
            .Sample((title, members, back) =>
            {
                RoundTrip("meeting", ("date", Day(back)), ("topic", title), ("members", $"{members}"));
                RoundTrip("plan", ("title", title), ("date", Day(back)), ("section", $"строка {members % 1_000}"));
            });

    [Fact]
    public void Numbers_are_read_from_their_own_summaries() =>
        Gen.Select(Gen.Int[1, 100_000], Gen.Int[0, 100_000]).Sample((total, part) =>
        {
            RoundTrip("count", ("count", $"{total}"));
            RoundTrip("fraction", ("done", $"{part % (total + 1)}"), ("total", $"{total}"));
        });

    [Fact]
    public void Every_code_is_read_in_every_writing() =>
        Gen.Select(Gen.Char["ABCDEFGHJKMNPQRSTUVWXYZ23456789"].Array[8], Gen.OneOf("-", "—"), Gen.Bool).Sample((signs, dash, lower) =>
        {
            var text = new string(signs);
            var printed = $"{text[..4]}-{text[4..]}";
            var typed = $"{text[..4]}{dash}{text[4..]}";
            var expected = text.All(char.IsAsciiDigit) ? null : printed;
            Assert.Equal(expected, CodeInput.Find(lower ? typed.ToLowerInvariant() : typed));
            Assert.Equal(expected, CodeInput.Find($"вот код {typed}, спасибо"));
        });

    private static string Day(int back) =>
        RecognitionTable.Today.AddDays(-back).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static void RoundTrip(string name, params (string Name, string Value)[] values)
    {
        var expected = RecognitionTable.Values(values);
        var summary = InputCatalog.All[name].Describe(expected);
        var match = Assert.IsType<Recognition.Match>(Recognise(name, summary));
        Assert.True(expected.SequenceEqual(match.Values), $"{summary} → {string.Join("; ", match.Values)}");
    }

    private static Recognition Recognise(string name, string text) =>
        InputCatalog.All[name].Recognise(new DialogEvent.Wrote(text, []), RecognitionTable.Today);
}
