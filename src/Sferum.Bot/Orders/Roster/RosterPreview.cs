namespace Sferum.Bot.Orders.Roster;

/// <summary>A plan in words for the administrator.</summary>
internal static class RosterPreview
{
    public static IEnumerable<string> Lines(RosterPlan plan, IEnumerable<string> remarks)
    {
        var groups = plan.Changes.ToLookup(TitleOf);
        foreach (var title in new[] { "Новые", "Изменятся", "Уйдут в архив", "Нет в файле, остаются как есть" })
        {
            if (!groups.Contains(title))
            {
                continue;
            }

            yield return $"{title}: {groups[title].Count()}";
            foreach (var line in groups[title].SelectMany(Describe))
            {
                yield return $"  {line}";
            }
        }

        yield return $"Без изменений: {plan.Changes.OfType<RosterChange.Keep>().Count()}";
        foreach (var remark in remarks)
        {
            yield return $"Обратите внимание. {remark}";
        }
    }

    private static string TitleOf(RosterChange change) => change switch
    {
        RosterChange.Add => "Новые",
        RosterChange.Update => "Изменятся",
        RosterChange.Keep => "Без изменений",
        RosterChange.Missing => "Нет в файле, остаются как есть",
        RosterChange.Archive => "Уйдут в архив",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "unknown change"),
    };

    private static IEnumerable<string> Describe(RosterChange change) => change switch
    {
        RosterChange.Add add => [$"+ строка {add.Line.Line}: {add.After.Name}, тип {add.After.Type}{Also("код учреждения", add.After.Key)}{Also("руководитель", add.After.Head)}"],
        RosterChange.Update update => [$"~ строка {update.Line.Line}: {update.Before.Name}", .. Differences(update.Before, update.After).Select(difference => $"    {difference}")],
        RosterChange.Missing missing => [$"? {missing.Known.Name}"],
        RosterChange.Archive archive => [$"- {archive.Known.Name}{(archive.Known.Joined ? ", руководитель потеряет доступ" : "")}"],
        RosterChange.Keep => [],
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "unknown change"),
    };

    private static IEnumerable<string> Differences(KnownInstitution before, KnownInstitution after)
    {
        if (before.Archived)
        {
            yield return "вернётся из архива";
        }

        if (before.Name != after.Name)
        {
            yield return $"название: {after.Name}";
        }

        if (before.Type != after.Type)
        {
            yield return $"тип: {before.Type} → {after.Type}, список дел станет другим";
        }

        if (before.Key != after.Key)
        {
            yield return $"код учреждения: {before.Key ?? "не было"} → {after.Key}";
        }

        if (before.Head != after.Head)
        {
            yield return $"руководитель: {Or(before.Head, "не указан")} → {Or(after.Head, "не указан")}";
        }
    }

    private static string Also(string title, string? value) => string.IsNullOrEmpty(value) ? "" : $", {title} {value}";

    private static string Or(string value, string otherwise) => value.Length > 0 ? value : otherwise;
}
