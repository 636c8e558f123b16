using Sferum.Bot.DataFiles;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Compiling;

namespace Sferum.Bot.Tests.Orders.Compiling;

/// <summary>A small order that nobody issued, unlike the real one in number, types and inputs.</summary>
internal static class InventedOrder
{
    public const string Yaml =
        """
        order:
          number: "7-в"
          date: 2025-02-03
          kind: приказ
          issuer: Управление выдумок
          title: О проверке огнетушителей
          deadline: 2025-02-14
          signatory: { role: начальник, name: Б.В. Выдумкин }
        types:
          Гимназия: школа с уклоном
          Сад: детский сад
        points:
          - id: "1"
            kind: director_task
            label: "1"
            title: Осмотр
            text: Осмотреть огнетушители
            deadline: 2025-02-14
            applies: { Гимназия: mandatory, Сад: mandatory }
            reason: для всех
            evidence:
              - { name: checked, input: fraction, ask: "Сколько осмотрено и сколько всего?", label: Осмотрено, required: true }
          - id: "1.a"
            kind: director_task
            label: "1а"
            title: Учение
            text: провести учебную тревогу
            applies: { Гимназия: mandatory, Сад: optional }
            reason: сад по желанию
            ambiguous: true
            unsettled: { Сад: "Не сказано, нужна ли тревога в саду." }
            evidence:
              - { name: day, input: date, ask: "Когда?", label: День, required: true }
          - id: "2"
            kind: info
            label: "2"
            title: Контроль
            text: Контроль оставляю за собой.
            applies: { Гимназия: na, Сад: na }
            reason: справочно
        open_questions:
          - { id: garden, points: ["1.a"], question: "Нужна ли тревога в саду?", default: "По желанию." }
        acts:
          - { title: Правила, number: "1", date: 2020-01-01 }
        source: |
          1. Осмотреть огнетушители
             до 14.02.2025, провести учебную
             тревогу.
          2. Контроль оставляю за собой.
        """;

    public static IReadOnlySet<string> Inputs { get; } = new HashSet<string>
    {
        "document", "date", "count", "fraction", "link", "links", "chat", "staff_chat", "meeting", "plan", "position", "files", "words",
    };

    public static Order Compile(string yaml = Yaml)
    {
        var faults = new Faults();
        var order = OrderCompiler.Compile("orders/invented.yaml", yaml, Inputs, faults);
        Assert.Empty(faults);
        return order!;
    }
}
