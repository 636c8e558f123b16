using System.Globalization;
using Sferum.Bot.Messaging;

namespace Sferum.Bot.Commands;

/// <summary><c>doctor --replay</c>: puts events that could not be handled back into the inbox.</summary>
internal static class DeadLetterReplay
{
    private const string All = "all";

    private const int PerRound = 100;

    /// <param name="which">The number of a letter, or <c>all</c>.</param>
    public static async Task<int> RunAsync(DeadLetterStore letters, string which, CancellationToken cancellationToken)
    {
        if (which == All)
        {
            var count = 0;
            for (var round = await letters.WaitingAsync(PerRound, cancellationToken); round.Count > 0; round = await letters.WaitingAsync(PerRound, cancellationToken))
            {
                foreach (var letter in round)
                {
                    count += await letters.ReplayAsync(letter.Id, cancellationToken) ? 1 : 0;
                }
            }

            Console.WriteLine($"Возвращено в обработку: {count}.");
            return ExitCode.Done;
        }

        if (!long.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            await Console.Error.WriteLineAsync($"--replay: нужен номер отложенного события или слово {All}, а не «{which}».");
            return ExitCode.WrongUse;
        }

        if (!await letters.ReplayAsync(id, cancellationToken))
        {
            await Console.Error.WriteLineAsync($"Отложенного события № {id} нет, или его уже вернули в обработку.");
            return ExitCode.FoundProblems;
        }

        Console.WriteLine($"Событие № {id} возвращено в обработку.");
        return ExitCode.Done;
    }
}
