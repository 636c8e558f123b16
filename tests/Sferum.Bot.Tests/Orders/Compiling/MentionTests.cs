using System.Text.RegularExpressions;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Compiling;

namespace Sferum.Bot.Tests.Orders.Compiling;

/// <summary>Words by which people name points without their numbers.</summary>
public sealed class MentionTests
{
    /// <summary>What a head writes, and the lines of a school that the order's file then names.</summary>
    public static TheoryData<string, string> Sentences => new()
    {
        { "все чаты созданы", "1.2.a 1.2.b 1.2.c 1.2.d" },
        { "Чаты готовы", "1.2.a 1.2.b 1.2.c 1.2.d" },
        { "создали четыре чата", "1.2.a 1.2.b 1.2.c 1.2.d" },
        { "чат с педагогами создан, 34 человека", "1.2.b" },
        { "в чате педагогов всего 34", "1.2.b" },
        { "сделали чат учителей", "1.2.b" },
        { "чат воспитателей есть", "1.2.b" },
        { "Педсовет, 34 из 36", "1.2.b" },
        { "чат с заместителями", "1.2.a" },
        { "чат администрации школы создан", "1.2.a" },
        { "чат с родителями", "1.2.c" },
        { "чат родительского комитета", "1.2.c" },
        { "чат с родкомом создали", "1.2.c" },
        { "чат с ученическим активом", "1.2.d" },
        { "чат со старшеклассниками", "1.2.d" },
        { "провели планёрку онлайн", "1.2.0" },
        { "провели совещание в сферуме", "1.2.0" },
        { "чат для завхоза", "1.2.e" },
        { "приказ об использовании Сферум издан", "1.1.a" },
        { "положение утвердили", "1.1.a" },
        { "приказ о назначении администратора", "1.1.b" },
        { "назначили ответственного", "1.1.b" },
        { "оба приказа изданы", "1.1.a 1.1.b" },
        { "документы разместили на сайте", "1.1.c" },
        { "на сайт выложили", "1.1.c" },
        { "все документы готовы", "1.1.a 1.1.b 1.1.c" },
        { "внесли в план внутреннего контроля", "1.3" },
        { "ВШК дополнили", "1.3" },
        { "инструкции классных руководителей изменили", "1.4" },
        { "должностные инструкции воспитателей", "1.4" },
        { "здравствуйте", "" },
        { "сколько осталось дел?", "" },
        { "у меня вопрос по сферуму", "" },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void What_heads_write_names_the_lines_they_mean(string sentence, string points) =>
        Assert.Equal(points, string.Join(' ', Order22309Tests.Order.LinesFor("МОУ").Where(line => line.Mentions.Any(words => StandIn(words, sentence))).Select(line => line.Point.Id)));

    [Fact]
    public void Every_line_can_be_named_without_its_number() =>
        Assert.All(Order22309Tests.Order.LinesFor("МОУ"), line => Assert.NotEmpty(line.Mentions));

    [Fact]
    public void Words_of_a_task_name_it_alone_and_those_of_a_heading_all_below_it_or_those_it_lists()
    {
        var order = InventedOrder.Compile(WithMentions("[осмотр*, \"огнетушител* осмотр*\"]", "[{ words: все ворота, points: [\"2.a\"] }, ворот*]"));

        Assert.Equal(["осмотр*", "огнетушител* осмотр*"], MentionsOf(order, "1"));
        Assert.Equal(["тревог*"], MentionsOf(order, "1.a"));
        Assert.Equal(["все ворота", "ворот*"], MentionsOf(order, "2.a"));
        Assert.Equal(["ворот*"], MentionsOf(order, "2.b"));
    }

    /// <summary>Mentions of the task 1, of the heading 2, the line of the fault, and some of its words.</summary>
    public static TheoryData<string, string, int, string> Slips => new()
    {
        { "о*", "ворот*", 17, "«о*» не подойдёт" },
        { "осмотр *", "ворот*", 17, "«*» не подойдёт" },
        { "осм*тр", "ворот*", 17, "«осм*тр» не подойдёт" },
        { "я осмотрел", "ворот*", 17, "«я» не подойдёт" },
        { "\"\"", "ворот*", 17, "Не указано: слова" },
        { "тревог*", "ворот*", 28, "«тревог*» уже называют пункт «1»" },
        { "[осмотр*, ОСМОТР*]", "ворот*", 17, "уже называют пункт «1»" },
        { "{ words: осмотр*, points: [\"1\"] }", "ворот*", 17, "бывает у заголовка" },
        { "осмотр*", "{ words: ворот* }", 40, "Не сказано, какие пункты" },
        { "осмотр*", "{ words: ворот*, points: [] }", 40, "Не сказано, какие пункты" },
        { "осмотр*", "{ points: [\"2.a\"] }", 40, "Не указано: слова" },
        { "осмотр*", "{ words: ворот*, points: [\"2.x\"] }", 40, "Задания «2.x» под заголовком «2» нет" },
        { "осмотр*", "{ words: ворот*, points: [\"1.a\"] }", 40, "Задания «1.a» под заголовком «2» нет" },
        { "осмотр*", "{ words: ворот*, points: [\"2.c\"] }", 40, "Задания «2.c» под заголовком «2» нет" },
        { "осмотр*", "{ words: ворот*, points: 2.a }", 40, "Здесь ожидается список" },
        { "осмотр*", "{ words: ворот*, point: [\"2.a\"] }", 40, "Неизвестный ключ «point»" },
        { "осмотр*", "[[ворот*]]", 40, "Здесь ожидается текст" },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_is_named_with_its_line_and_mend(string ofTask, string ofHeading, int line, string words)
    {
        var faults = new Faults();

        Assert.Null(OrderCompiler.Compile("orders/invented.yaml", WithMentions(ofTask, ofHeading), InventedOrder.Inputs, faults));

        Assert.True(faults.Any(fault => fault.Line == line && fault.Message.Contains(words, StringComparison.Ordinal)), string.Join('\n', faults));
    }

    [Fact]
    public void Words_for_what_nobody_reports_are_refused()
    {
        var faults = new Faults();
        OrderCompiler.Compile("orders/invented.yaml", WithMentions("осмотр*", "ворот*").Replace("title: Смазка\n", "title: Смазка\n    mentions: смазк*\n"), InventedOrder.Inputs, faults);
        Assert.Contains("незачем", Assert.Single(faults).Message);
    }

    [Fact]
    public void Words_of_a_heading_without_tasks_are_refused()
    {
        var faults = new Faults();
        var yaml = WithMentions("осмотр*", "ворот*").Replace("id: \"2.", "id: \"1.").Replace("id: \"1.a\"\n    kind: director_task\n    label: \"2а\"", "id: \"1.d\"\n    kind: director_task\n    label: \"2а\"");
        OrderCompiler.Compile("orders/invented.yaml", yaml, InventedOrder.Inputs, faults);
        Assert.Contains("Под этим заголовком нет заданий", Assert.Single(faults).Message);
    }

    private static IEnumerable<string> MentionsOf(Order order, string point) => order.LinesFor("Сад").Single(line => line.Point.Id == point).Mentions;

    /// <summary>The invented order with these mentions of its task 1 (line 17) and of a new heading 2 (line 40) above two tasks and an info.</summary>
    private static string WithMentions(string ofTask, string ofHeading) => InventedOrder.Yaml
        .Replace("    title: Осмотр\n", $"    title: Осмотр\n    mentions: {ofTask}\n")
        .Replace("    title: Учение\n", "    title: Учение\n    mentions: тревог*\n")
        .Replace(
            "  - id: \"2\"\n    kind: info\n",
            $$"""
              - id: "2"
                kind: heading
                label: "2"
                title: Ворота
                mentions: {{ofHeading}}
                text: Контроль
                applies: { Гимназия: mandatory, Сад: mandatory }
                reason: для всех
              - id: "2.a"
                kind: director_task
                label: "2а"
                title: Первые ворота
                text: Контроль
                applies: { Гимназия: mandatory, Сад: mandatory }
                reason: для всех
                evidence: [{ name: day, input: date, ask: "Когда?", label: День }]
              - id: "2.b"
                kind: director_task
                label: "2б"
                title: Вторые ворота
                text: Контроль
                applies: { Гимназия: mandatory, Сад: mandatory }
                reason: для всех
                evidence: [{ name: day, input: date, ask: "Когда?", label: День }]
              - id: "2.c"
                kind: info
                label: "2в"
                title: Смазка
                text: Контроль
                applies: { Гимназия: mandatory, Сад: mandatory }
                reason: для всех
              - id: "3"
                kind: info

            """.ReplaceLineEndings("\n"));

    /// <summary>All words of the phrase stand in the sentence, in any order; a star stands for any ending.</summary>
    private static bool StandIn(string phrase, string sentence)
    {
        var words = Regex.Split(Fold(sentence), @"[^\p{L}\p{Nd}-]+");
        return Fold(phrase).Split(' ').All(word => word.EndsWith('*') ? words.Any(w => w.StartsWith(word[..^1], StringComparison.Ordinal)) : words.Contains(word));
    }

    private static string Fold(string text) => text.ToLowerInvariant().Replace('ё', 'е');
}
