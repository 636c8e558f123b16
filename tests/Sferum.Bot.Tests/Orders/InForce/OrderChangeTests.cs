using Sferum.Bot.Orders.InForce;

namespace Sferum.Bot.Tests.Orders.InForce;

public sealed class OrderChangeTests
{
    public static TheoryData<string, string, string> Edits => new()
    {
        { "# Выдуманный", "# Придуманный", "" },
        { "deadline: 2024-05-13", "deadline: 2024-05-20", "Postponed 5" },
        { "    deadline: 2024-05-13\n", "", "Postponed 5" },
        { "applies: { МОУ: optional, Лагерь: mandatory }", "applies: { МОУ: mandatory, Лагерь: mandatory }", "Reassigned 6.b" },
        { "label: Мест, required: true", "label: Мест, required: true, avoid: Не звоните.", "AskedOtherwise 6.b" },
        { "title: Меню", "title: Меню лагеря", "Reworded 6.a" },
        { "По умолчанию нет.", "По умолчанию да.", "Reworded 6.b" },
        { "  - id: \"6.b\"", "  - id: \"6.c\"", "Added 6.c, Removed 6.b" },
        { "kind: heading", "kind: info", "Removed 6, Added 6" },
        { "at: \"11:00\"", "at: \"12:00\"", "OtherReminders" },
        { "escalate_after: 3", "escalate_after: 4", "OtherReminders" },
        { "types: [Лагерь]", "roles: [deputy]", "OtherReminders" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_is_told_as_what_it_changes_for_people(string was, string becomes, string changes)
    {
        Assert.Contains(was, SecondOrder.Yaml, StringComparison.Ordinal);

        var found = OrderChange.Between(SecondOrder.Compile(), SecondOrder.Compile(SecondOrder.Yaml.Replace(was, becomes, StringComparison.Ordinal)));

        Assert.Equal(changes, string.Join(", ", found.Select(Told)));
    }

    [Fact]
    public void What_was_reported_and_would_be_seen_no_more_is_warned_of()
    {
        var edited = SecondOrder.Compile(SecondOrder.Edited);

        var warnings = OrderWarning.Of(
            edited,
            [new ReportedPoint("5", "МОУ", 3), new ReportedPoint("6.b", "МОУ", 2)],
            new Dictionary<string, int> { ["МОУ"] = 4, ["УДО"] = 1 },
            new DateOnly(2024, 5, 21));

        Assert.Equal(
            [
                new OrderWarning.ReportedPointGone("6.b", "МОУ", 2),
                new OrderWarning.NobodyOfType("Лагерь"),
                new OrderWarning.TypeLeftOut("УДО", 1),
                new OrderWarning.DeadlineOver(edited.Points[0], new DateOnly(2024, 5, 20)),
            ],
            warnings.AsEnumerable());
    }

    private static string Told(OrderChange change) => change switch
    {
        OrderChange.Added(var point) => $"Added {point.Id}",
        OrderChange.Removed(var point) => $"Removed {point.Id}",
        OrderChange.Postponed(var point, _) => $"Postponed {point.Id}",
        OrderChange.Reassigned(var point, _, _) => $"Reassigned {point.Id}",
        OrderChange.AskedOtherwise(var point) => $"AskedOtherwise {point.Id}",
        OrderChange.Reworded(var point) => $"Reworded {point.Id}",
        _ => change.GetType().Name,
    };
}
