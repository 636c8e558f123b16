using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Dialogs.Loading;

/// <summary>What can only be told of the whole book.</summary>
internal static class BookChecks
{
    public static void Run(DialogBook book, Faults faults)
    {
        if (HaveParentsInCircle(book, faults))
        {
            return;
        }

        var root = book.States[DialogBook.Root];
        if (root.Hint is null)
        {
            faults.Add(root.Place, "В корне нет hint: без него на непонятое нечего ответить. Добавьте текст подсказки.");
        }

        PathChecks.Run(book, faults);
        RuleChecks.Run(book, faults);
        ButtonChecks.Run(book, faults);
    }

    private static bool HaveParentsInCircle(DialogBook book, Faults faults)
    {
        var cycles = Cycles.Of(book.States.Keys, k => book.States[k].Parent is { } p && book.States.ContainsKey(p) ? [p] : []).ToList();
        foreach (var cycle in cycles)
        {
            faults.Add(book.States[cycle[0]].Place, $"Состояния вложены друг в друга по кругу: {string.Join(" → ", cycle)}. Исправьте parent у одного из них.");
        }

        return cycles.Count > 0;
    }
}
