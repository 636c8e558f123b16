using System.Collections.Immutable;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs.Compiled;

namespace Sferum.Bot.Dialogs.Loading;

/// <summary>What can only be told of the whole book.</summary>
internal static class BookChecks
{
    public static void Run(DialogBook book, Faults faults)
    {
        var before = faults.Count;
        Parents(book, faults);
        if (faults.Count == before)
        {
            Loops(book, faults);
        }
    }

    private static void Parents(DialogBook book, Faults faults)
    {
        foreach (var cycle in Cycles.Of(book.States.Keys, k => book.States.TryGetValue(k, out var s) && s.Parent is { } p ? [p] : []))
        {
            faults.Add(book.States[cycle[0]].Place, $"Состояния вложены друг в друга по кругу: {string.Join(" → ", cycle)}. Исправьте parent у одного из них.");
        }
    }

    private static void Loops(DialogBook book, Faults faults)
    {
        foreach (var cycle in Cycles.Of(book.States.Keys, k => book.States[k].Always.SelectMany(r => Targets(book, r.Target))))
        {
            faults.Add(book.States[cycle[0]].Place, $"Переходы always идут по кругу: {string.Join(" → ", cycle)}. Разорвите круг: пусть одно из состояний ждёт ответа.");
        }
    }

    private static ImmutableArray<string> Targets(DialogBook book, Target target) => target switch
    {
        Target.To to => [to.State],
        Target.Home => book.Home.Values,
        Target.Stay or Target.Same or Target.Back => [],
        _ => throw new InvalidOperationException($"Unknown target {target.GetType().Name}"),
    };
}
