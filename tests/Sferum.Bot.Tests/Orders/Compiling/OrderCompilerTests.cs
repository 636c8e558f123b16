using System.Diagnostics;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Orders.Compiling;

namespace Sferum.Bot.Tests.Orders.Compiling;

public sealed class OrderCompilerTests
{
    /// <summary>What stands in the file, what a slip makes of it, and what the fault says: its line and some of its words.</summary>
    public static TheoryData<string, string, int, string> Slips => new()
    {
        { "number: \"7-в\"", "number: \"\"", 2, "Не указано: номер приказа" },
        { "number: \"7-в\"", "number: \"7/8 (в)\"", 2, "не подойдёт для ссылок" },
        { "date: 2025-02-03", "date: 03.02.2025", 3, "Пишите год, месяц и день" },
        { "date: 2025-02-03", "date: 2025-02-30", 3, "не дата" },
        { "  title: О проверке огнетушителей\n", "", 2, "Не указано: название приказа" },
        { "  deadline: 2025-02-14\n  signatory", "  deadline: 2025-02-01\n  signatory", 7, "Срок раньше даты приказа" },
        { "signatory: { role: начальник, name: Б.В. Выдумкин }", "signatory: { role: начальник }", 8, "Не указано: фамилия" },
        { "issuer:", "isuer:", 5, "Неизвестный ключ «isuer»" },
        { "  Сад: детский сад\n", "", 18, "Типа «Сад» нет" },
        { "applies: { Гимназия: mandatory, Сад: optional }", "applies: { Гимназия: mandatory }", 28, "Не сказано, применяется ли пункт: Сад" },
        { "applies: { Гимназия: mandatory, Сад: optional }", "applies: { Гимназия: maybe, Сад: optional }", 28, "«maybe» непонятно" },
        { "applies: { Гимназия: mandatory, Сад: optional }", "applies: { Гимназия: na, Сад: na }", 28, "не применяется ни к одному типу" },
        { "id: \"1.a\"", "id: \"1\"", 23, "уже есть выше" },
        { "id: \"1.a\"", "id: \"3.a\"", 23, "стоит под пунктом «3», а его нет" },
        { "id: \"1.a\"", "id: \"1.А\"", 23, "латинские буквы" },
        { "label: \"1а\"", "label: \"1\"", 25, "уже носит другое задание" },
        { "kind: info", "kind: news", 35, "Вида «news» нет" },
        { "title: Учение", "title: Учение со всеми работниками и с вызовом пожарной охраны", 26, "не поместятся на кнопке" },
        { "text: провести учебную тревогу", "text: провести учебные тревоги", 27, "Цитата не совпадает" },
        { "text: провести учебную тревогу", "text: \"\"", 27, "Не указано: слова приказа" },
        { "    reason: для всех\n", "", 13, "Не указано: почему" },
        { "    deadline: 2025-02-14\n    applies", "    deadline: 2025-01-14\n    applies", 18, "Срок пункта раньше даты приказа" },
        { "    unsettled: { Сад: \"Не сказано, нужна ли тревога в саду.\" }\n", "", 23, "не сказано, в чём" },
        { "unsettled: { Сад:", "unsettled: { Лес:", 31, "Типа «Лес» нет" },
        { "kind: director_task\n    label: \"1а\"", "kind: heading\n    label: \"1а\"", 33, "не подтверждают" },
        { "label: День, required: true", "label: День, required: false", 23, "нечем подтвердить" },
        { "input: date", "input: telepathy", 33, "«telepathy» бот не умеет. Возможны: chat, count, date" },
        { "name: day", "name: день", 33, "строчными латинскими" },
        { "name: day", "name: report", 33, "«report» занято" },
        { "label: День, required: true }", "label: День, required: true }\n      - { name: day, input: date, ask: \"И?\", label: И }", 34, "Поле «day» у пункта уже есть" },
        { "label: День, required: true", "label: День, required: да", 33, "не true и не false" },
        { "points: [\"1.a\"]", "points: [\"9\"]", 42, "Пункта «9» в приказе нет" },
        { "number: \"1\", date: 2020-01-01", "number: \"1\"", 44, "Не указано: дата акта" },
        { "types:\n", "types:\n   - x\n", 0, "не читается как YAML" },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_is_named_with_its_line_and_mend(string right, string wrong, int line, string words)
    {
        Assert.Contains(right, InventedOrder.Yaml);
        var faults = new Faults();

        var order = OrderCompiler.Compile("orders/invented.yaml", InventedOrder.Yaml.Replace(right, wrong), InventedOrder.Inputs, faults);

        Assert.Null(order);
        Assert.Contains(faults, fault => fault.File == "orders/invented.yaml" && (line == 0 || fault.Line == line) && fault.Message.Contains(words));
    }

    [Theory]
    [InlineData("")]
    [InlineData("просто текст")]
    [InlineData("- список")]
    [InlineData("order: приказ")]
    [InlineData("points: {}")]
    [InlineData("points: [1, [2], null]")]
    public void A_file_that_is_no_order_gives_faults_and_no_exception(string text)
    {
        var faults = new Faults();

        Assert.Null(OrderCompiler.Compile("orders/x.yaml", text, InventedOrder.Inputs, faults));
        Assert.NotEmpty(faults);
    }

    [Theory]
    [InlineData("order: &a { number: \"1\" }\ntypes: *a\n", 1, "Ссылки YAML")]
    [InlineData("order:\n  title: *x\n", 2, "Ссылки YAML")]
    [InlineData("order:\n  title: &x\n", 2, "Ссылки YAML")]
    [InlineData("types:\n  ? [a, b]\n  : c\n", 2, "Ключ должен быть словом")]
    public void References_and_keys_that_are_no_words_are_refused(string text, int line, string words)
    {
        var faults = new Faults();

        Assert.Null(OrderCompiler.Compile("orders/x.yaml", text, InventedOrder.Inputs, faults));

        Assert.Contains(faults, fault => fault.Line == line && fault.Message.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void References_within_references_and_brackets_without_end_are_refused_before_they_grow()
    {
        var bomb = "a0: &a0 [x, x]\n" + string.Concat(Enumerable.Range(1, 60).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n"));
        foreach (var (text, words) in new[] { (bomb, "Ссылки YAML"), (new string('[', 400_000), "Вложенность"), (string.Concat(Enumerable.Repeat("- ", 200_000)), "Вложенность"), (string.Concat(Enumerable.Repeat("{a: ", 100_000)), "Вложенность") })
        {
            var faults = new Faults();
            var began = Stopwatch.GetTimestamp();

            Assert.Null(OrderCompiler.Compile("orders/x.yaml", text, InventedOrder.Inputs, faults));

            Assert.Contains(words, Assert.Single(faults).Message, StringComparison.Ordinal);
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(5));
        }
    }

    [Theory]
    [InlineData("order:\n  number: \"1\"\n  number: \"2\"\n", 3, "такой ключ здесь уже есть")]
    [InlineData("order:\n\tnumber: 1\n", 0, "табуляци")]
    [InlineData("order:\n  title: О сроках: всем\n", 2, "двоеточие")]
    [InlineData("order:\n  title: \"без конца\n", 0, "кавычка")]
    [InlineData("types: { МОУ: школа\npoints: []\n", 0, "скобка")]
    [InlineData("order:\n  number: \"1\"\n kind: приказ\n", 0, "отступ")]
    [InlineData("order\npoints: []\n", 0, "двоеточи")]
    public void What_is_no_YAML_is_told_in_the_editors_words(string text, int line, string words)
    {
        var faults = new Faults();

        Assert.Null(OrderCompiler.Compile("orders/x.yaml", text, InventedOrder.Inputs, faults));

        var fault = Assert.Single(faults);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotMatch("[a-z]{4,}", fault.Message.Replace("YAML", "", StringComparison.Ordinal));
        Assert.True(line == 0 || fault.Line == line, $"{fault}");
    }

    [Fact]
    public void Whatever_a_slip_of_the_hand_makes_of_a_file_it_is_told_and_never_thrown()
    {
        var random = new Random(20240415);
        const string Signs = ":{}[]&*!|>'\"%@`#-?,\t\n \\~<x1";
        for (var i = 0; i < 3_000; i++)
        {
            var text = InventedOrder.Yaml;
            for (var slips = random.Next(1, 4); slips > 0; slips--)
            {
                var at = random.Next(text.Length);
                text = random.Next(2) == 0 ? text.Remove(at, random.Next(1, Math.Min(12, text.Length - at + 1))) : text.Insert(at, Signs[random.Next(Signs.Length)].ToString());
            }

            var faults = new Faults();
            var order = OrderCompiler.Compile("orders/x.yaml", text, InventedOrder.Inputs, faults);
            Assert.Equal(order is null, faults.Count > 0);
        }
    }

    [Fact]
    public void All_faults_of_a_file_are_told_at_once()
    {
        var faults = new Faults();
        var yaml = InventedOrder.Yaml.Replace("kind: info", "kind: news").Replace("input: date", "input: telepathy").Replace("id: \"1.a\"", "id: \"3.a\"");

        OrderCompiler.Compile("orders/invented.yaml", yaml, InventedOrder.Inputs, faults);

        // The fourth: the open question names the point that has gone.
        Assert.Equal([23, 33, 35, 42], faults.Select(fault => fault.Line));
    }

    [Fact]
    public void Another_order_with_other_types_needs_no_code()
    {
        var order = InventedOrder.Compile();

        Assert.Equal(["1", "1.a"], order.LinesFor("Сад").Select(line => line.Point.Id));
        Assert.Equal(2, order.MandatoryFor("Гимназия"));
        Assert.Equal(1, order.MandatoryFor("Сад"));
        Assert.Equal("Не сказано, нужна ли тревога в саду.", order.LinesFor("Сад")[1].Unsettled);
        Assert.Null(order.LinesFor("Гимназия")[1].Unsettled);
        Assert.Empty(order.LinesFor("МОУ"));
        Assert.Equal("7-в/1.a", order.LinesFor("Сад")[1].Key.ToString());
    }

    [Fact]
    public void Two_files_with_one_number_are_refused()
    {
        using var folder = new OrderFiles(("a.yaml", InventedOrder.Yaml), ("b.yaml", InventedOrder.Yaml));
        var faults = new Faults();

        OrderFolder.Load(folder.Path, InventedOrder.Inputs, faults);

        var fault = Assert.Single(faults);
        Assert.Equal("orders/b.yaml", fault.File);
        Assert.Contains("orders/a.yaml", fault.Message);
    }

    [Fact]
    public void A_folder_without_orders_is_a_fault()
    {
        using var folder = new OrderFiles();
        var faults = new Faults();

        OrderFolder.Load(folder.Path, InventedOrder.Inputs, faults);

        Assert.Contains("Нет ни одного приказа", Assert.Single(faults).Message);
    }
}
