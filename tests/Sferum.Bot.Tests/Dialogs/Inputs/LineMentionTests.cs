using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Inputs;

namespace Sferum.Bot.Tests.Dialogs.Inputs;

public sealed class LineMentionTests
{
    private static readonly Facts Facts = SomeFacts.Director(
        Line("1.1.a", "1.1а", "приказ* использовани*", "положени*", "приказ*"),
        Line("1.1.b", "1.1б", "приказ* администратор*", "приказ* назначени*"),
        Line("1.1.c", "1.1в", "сайт*"),
        Line("1.2.0", "1.2", "встреч*", "совещани*"),
        Line("1.2.a", "1.2а", "чат* заместител*"),
        Line("1.2.b", "1.2б", "чат* педагог*"),
        Line("1.2.c", "1.2в", "чат* родител*"),
        Line("1.2.e", "1.2д", "ины* чат*") with { Mandatory = false },
        Line("1.3", "1.3", "план* контрол*") with { Status = "accepted" });

    public static TheoryData<string, string> One => RecognitionTable.Of("""
        1.1а | 1.1.a
        сделали 1.2 б | 1.2.b
        п. 1.2б готов | 1.2.b
        1.2 | 1.2.0
        Пункт 1.3! | 1.3
        чат с педагогами | 1.2.b
        Чат с Педагогами готов | 1.2.b
        сделали чат с пидагогами | 1.2.b
        приказ об администраторе издан | 1.1.b
        издали приказ об использовании | 1.1.a
        на сайте разместили | 1.1.c
        план контроля | 1.3
        1.1а приказ 12-од от 15.04 | 1.1.a
        1.1 | -
        1.2г | -
        1.1а и 1.3 | -
        от 1.03.2024 | -
        готово | -
        что в пункте 1.3? | -
        чат с педагогами? | -
        а как сделать чат с педагогами | -
        1.3 будет 20 апреля | -
        1.2а не относится к нам | -
        чат с педагогами ещё не создали | -
        Чат с педагогами, 34 | -
        Чат с педагогами, тридцать четыре | -
        создали чат с педагогами 34 человека | -
        у меня вопрос про чат с педагогами школы | -
        нет чата с педагогами | -
        чаты созданы | -
        """);

    public static TheoryData<string, string> Several => RecognitionTable.Of("""
        сделали 1.1 и 1.3 | 1.1.a 1.1.b 1.1.c 1.3
        1.1 | 1.1.a 1.1.b 1.1.c
        1.1а, 1.1б готовы | 1.1.a 1.1.b
        1.1а,б готово | 1.1.a 1.1.b
        1.3 и 1.1а | 1.1.a 1.3
        1.2а-1.2в сделали | 1.2.a 1.2.b 1.2.c
        1.2а-в сделали | 1.2.a 1.2.b 1.2.c
        с 1.2а по 1.2в готово | 1.2.a 1.2.b 1.2.c
        1.2 а - 1.2 в ✅ | 1.2.a 1.2.b 1.2.c
        все чаты созданы | 1.2.a 1.2.b 1.2.c
        создали чаты | 1.2.a 1.2.b 1.2.c
        сделали чаты с педагогами и родителями | 1.2.b 1.2.c
        приказы изданы и на сайте | 1.1.a 1.1.b 1.1.c
        приказ об администраторе и приказ об использовании изданы | 1.1.a 1.1.b
        сдали 1.1, чаты тоже | 1.1.a 1.1.b 1.1.c 1.2.a 1.2.b 1.2.c
        всё сделали | 1.1.a 1.1.b 1.1.c 1.2.0 1.2.a 1.2.b 1.2.c
        Все пункты выполнены! | 1.1.a 1.1.b 1.1.c 1.2.0 1.2.a 1.2.b 1.2.c
        всё готово | 1.1.a 1.1.b 1.1.c 1.2.0 1.2.a 1.2.b 1.2.c
        сделали всё ✅ | 1.1.a 1.1.b 1.1.c 1.2.0 1.2.a 1.2.b 1.2.c
        все + | 1.1.a 1.1.b 1.1.c 1.2.0 1.2.a 1.2.b 1.2.c
        все | -
        все чаты | -
        1.3 | -
        1.1а | -
        сделали 1.2 | -
        1.9 и 1.8 | -
        всё сделали? | -
        как сдать 1.1 и 1.3 | -
        1.1 и 1.3 ещё не сделали | -
        1.1 и 1.3 будут 20 апреля | -
        всё сделали кроме чатов | -
        чаты не созданы | -
        1.2а и 1.2б не относятся к нам | -
        1.1 и 1.3 нет | -
        чат с педагогами и родителями создан, 34 | -
        Педсовет, 34 | -
        всем спасибо | -
        у нас всё хорошо | -
        все дети рады, приехали | -
        """);

    [Theory]
    [MemberData(nameof(One))]
    public void A_line_is_named_by_its_number_or_in_words(string text, string line) => Assert.Equal(line, Named(text));

    [Theory]
    [MemberData(nameof(Several))]
    public void Several_lines_are_named_in_one_sentence(string text, string lines) => Assert.Equal(lines, AllNamed(text));

    [Fact]
    public void What_is_named_together_is_counted_and_the_first_told_apart()
    {
        var match = Assert.IsType<Recognition.Match>(LineMention.Several(new DialogEvent.Wrote("1.3 и 1.1а", []), Facts, RecognitionTable.Today));
        Assert.Equal("2", match.Values["count"]);
        Assert.Equal("223-09/1.1.a", match.Values["line"]);
    }

    [Fact]
    public void Any_text_names_lines_in_bounded_time()
    {
        foreach (var piece in InputPropertyTests.Floods.Cast<object[]>().Select(f => (string)f[0]).Concat(["все ", "чат ", "чат с педагогами ", "1.1-1.3 ", "1.2а-", "не ", "сделали "]))
        {
            var text = string.Concat(Enumerable.Repeat(piece, 9_000 / piece.Length));
            var clock = System.Diagnostics.Stopwatch.StartNew();
            foreach (var head in (int[])[900, text.Length])
            {
                Named(text[..Math.Min(head, text.Length)]);
                AllNamed(text[..Math.Min(head, text.Length)] + " готово");
                LineNumbers.Blank(text, Facts);
            }

            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"«{piece}» took {clock.Elapsed}");
        }
    }

    private static LineFacts Line(string point, string label, params string[] mentions) =>
        SomeFacts.Line(point) with { Label = label, Mentions = [.. mentions] };

    private static string Named(string text) =>
        LineMention.One(new DialogEvent.Wrote(text, []), Facts, RecognitionTable.Today) is Recognition.Match match
            ? Bare(match.Values["line"])
            : "-";

    private static string AllNamed(string text) =>
        LineMention.Several(new DialogEvent.Wrote(text, []), Facts, RecognitionTable.Today) is Recognition.Match match
            ? Bare(match.Values["lines"])
            : "-";

    private static string Bare(string keys) => keys.Replace("223-09/", "", StringComparison.Ordinal);
}
