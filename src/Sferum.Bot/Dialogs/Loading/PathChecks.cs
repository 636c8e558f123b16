using System.Collections.Immutable;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs.Compiled;

namespace Sferum.Bot.Dialogs.Loading;

/// <summary>Every state can be reached, and left; no walk without events goes on for ever.</summary>
internal static class PathChecks
{
    public static void Run(DialogBook book, Faults faults)
    {
        Loops(book, faults);
        DeadTransients(book, faults);
        WaysOut(book, faults);
        Reach(book, faults);
        Groups(book, faults);
    }

    private static void Loops(DialogBook book, Faults faults)
    {
        foreach (var cycle in Cycles.Of(book.States.Keys, k => book.States[k].Always.SelectMany(r => Targets(book, r.Target))))
        {
            faults.Add(book.States[cycle[0]].Place, $"Переходы always идут по кругу: {string.Join(" → ", cycle)}. Разорвите круг: пусть одно из состояний ждёт ответа.");
        }
    }

    private static void DeadTransients(DialogBook book, Faults faults)
    {
        foreach (var state in book.States.Values.Where(s => s is { Always: [.., { When: not null }], Say.Length: 0 }))
        {
            faults.Add(state.Always[^1].Place, $"Если ни одно условие always не выполнится, «{state.Key}» промолчит. Последней строкой добавьте переход без when или дайте состоянию say.");
        }
    }

    private static void WaysOut(DialogBook book, Faults faults)
    {
        foreach (var state in book.States.Values.Where(s => !book.Parents.Contains(s.Key) && s.Key != DialogBook.Root))
        {
            var canLeave = state.Always.Concat(book.Lineage(state.Key).SelectMany(s => s.Rules)).Any(r => r.Target switch
            {
                Target.To to => to.State != state.Key,
                Target.Home or Target.Back => true,
                Target.Stay or Target.Same => false,
                _ => throw new InvalidOperationException($"Unknown target {r.Target.GetType().Name}"),
            });
            if (!canLeave)
            {
                faults.Add(state.Place, $"Из «{state.Key}» нет выхода. Добавьте правило с to или общее правило в {DialogBook.Root}.");
            }
        }
    }

    private static void Reach(DialogBook book, Faults faults)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>([.. book.Home.Values, book.Initial, .. book.Consent is { } consent ? [consent.Ask] : Array.Empty<string>()]);
        while (next.TryDequeue(out var key))
        {
            if (!reached.Add(key))
            {
                continue;
            }

            var rules = book.States[key].Always.Concat(book.Lineage(key).SelectMany(s => s.Rules));
            foreach (var target in rules.SelectMany(r => Targets(book, r.Target)))
            {
                next.Enqueue(target);
            }
        }

        foreach (var state in book.States.Values.Where(s => !reached.Contains(s.Key) && !book.Parents.Contains(s.Key) && s.Key != DialogBook.Root))
        {
            faults.Add(state.Place, $"В «{state.Key}» никто не попадёт: ни одно правило туда не ведёт. Добавьте переход или удалите состояние.");
        }
    }

    /// <summary>A state that only groups others has nothing to say to one who enters it.</summary>
    private static void Groups(DialogBook book, Faults faults)
    {
        var rules = book.States.Values.SelectMany(s => s.Rules.Concat(s.Always));
        foreach (var rule in rules)
        {
            if (rule.Target is Target.To to && IsGroup(book, to.State))
            {
                faults.Add(rule.Place, Silent(to.State));
            }
        }

        foreach (var home in book.Home.Values.Append(book.Initial).Where(s => IsGroup(book, s)).Distinct())
        {
            faults.Add(book.States[home].Place, Silent(home));
        }
    }

    private static string Silent(string state) =>
        $"«{state}» объединяет другие состояния, само оно ничего не говорит. Ведите в одно из вложенных или дайте ему say.";

    private static bool IsGroup(DialogBook book, string key) =>
        key == DialogBook.Root || (book.Parents.Contains(key) && book.States[key] is { Say.Length: 0, Always.Length: 0 });

    private static ImmutableArray<string> Targets(DialogBook book, Target target) => target switch
    {
        Target.To to => [to.State],
        Target.Home => book.Home.Values,
        Target.Stay or Target.Same or Target.Back => [],
        _ => throw new InvalidOperationException($"Unknown target {target.GetType().Name}"),
    };
}
