using System.Collections.Immutable;
using System.Globalization;
using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Orders.Compiling;

/// <summary>Reads <c>reminders</c> of an order file.</summary>
internal static class LadderReader
{
    private const int FurthestDay = 366;

    private static readonly ImmutableArray<string> Roles = [PostRole.Head, PostRole.Deputy];

    public static ReminderLadder Read(DataNode node, ImmutableArray<InstitutionType> types)
    {
        if (!node.Exists)
        {
            return ReminderLadder.None;
        }

        ImmutableArray<ReminderStep> steps = [.. node["steps"].Items().Select(step => ReadStep(step, types))];
        var ladder = new ReminderLadder([.. steps.OrderBy(step => step.Days).ThenBy(step => step.At)], Number(node["escalate_after"], 1, 100, 3));
        if (steps.IsEmpty)
        {
            node.Complain("В reminders нет ни одного шага. Добавьте steps, например «- { days: -1, at: \"09:00\", say: ... }», или уберите reminders.");
        }

        if (ladder.Steps.SkipLast(1).Any(step => step.Every is not null))
        {
            node["steps"].Complain("Повторять (every) может только последний шаг.");
        }

        node.ComplainOfUnread();
        return ladder;
    }

    private static ReminderStep ReadStep(DataNode node, ImmutableArray<InstitutionType> types)
    {
        var says = ImmutableArray.CreateBuilder<StepText>();
        foreach (var variant in node["variants"].Items())
        {
            says.Add(new StepText(variant["say"].Text("что сказать (say)"), Among(variant["roles"], Roles), Among(variant["types"], [.. types.Select(type => type.Code)])));
            variant.ComplainOfUnread();
        }

        says.Add(new StepText(node["say"].Text("что сказать (say)"), [], []));
        var step = new ReminderStep(
            Number(node["days"], -FurthestDay, FurthestDay, null),
            ReadTime(node["at"]),
            node["every"].Exists ? Number(node["every"], 1, FurthestDay, null) : null,
            says.ToImmutable());
        node.ComplainOfUnread();
        return step;
    }

    private static TimeOnly ReadTime(DataNode node)
    {
        var text = node.Text("время (at)");
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        node.Complain($"«{text}» — не время. Напишите в кавычках часы и минуты: \"09:00\".");
        return default;
    }

    /// <param name="otherwise">When it is not there; null: it must be.</param>
    private static int Number(DataNode node, int least, int most, int? otherwise)
    {
        if (!node.Exists && otherwise is { } number)
        {
            return number;
        }

        var text = node.Text("число");
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && number >= least && number <= most)
        {
            return number;
        }

        node.Complain($"«{text}» не подходит: нужно целое число от {least} до {most}.");
        return otherwise ?? least;
    }

    private static ImmutableArray<string> Among(DataNode node, ImmutableArray<string> known)
    {
        var named = ImmutableArray.CreateBuilder<string>();
        foreach (var item in node.Items())
        {
            var name = item.Text("название");
            if (!known.Contains(name))
            {
                item.Complain($"«{name}» здесь неизвестно. Возможно: {string.Join(", ", known)}.");
            }

            named.Add(name);
        }

        return named.ToImmutable();
    }
}
