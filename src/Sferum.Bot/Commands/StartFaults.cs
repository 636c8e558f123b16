using Microsoft.Extensions.Options;
using Npgsql;
using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Commands;

/// <summary>What keeps the bot from starting, in lines that a person can act on, instead of a stack trace.</summary>
internal static class StartFaults
{
    public static int Print(IReadOnlyCollection<Fault> faults)
    {
        foreach (var fault in faults)
        {
            Console.Error.WriteLine(fault);
        }

        return ExitCode.WrongUse;
    }

    /// <summary>Runs <paramref name="start"/>; wrong settings and a database out of reach end it with clear lines and code 2.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> start)
    {
        try
        {
            return await start();
        }
        catch (OptionsValidationException e)
        {
            foreach (var failure in e.Failures.Distinct())
            {
                await Console.Error.WriteLineAsync(failure);
            }

            await Console.Error.WriteLineAsync("Все настройки описаны в README.md. Посмотреть бота без настроек: demo");
        }
        catch (AggregateException e) when (e.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            foreach (var failure in e.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures).Distinct())
            {
                await Console.Error.WriteLineAsync(failure);
            }

            await Console.Error.WriteLineAsync("Все настройки описаны в README.md. Посмотреть бота без настроек: demo");
        }
        catch (NpgsqlException e)
        {
            await Console.Error.WriteLineAsync($"База данных недоступна: {e.Message} Проверьте Storage__ConnectionString.");
        }
        catch (IOException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
        }

        return ExitCode.WrongUse;
    }
}
