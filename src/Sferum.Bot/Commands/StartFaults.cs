using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Commands;

/// <summary>What keeps the bot from starting, in lines that a person can act on, instead of a stack trace.</summary>
internal static partial class StartFaults
{
    public static int Print(IReadOnlyCollection<Fault> faults)
    {
        foreach (var fault in faults)
        {
            Console.Error.WriteLine(fault);
        }

        return ExitCode.WrongUse;
    }

    /// <summary>Said by a command that needs the tables.</summary>
    public const string NotMigrated = "База данных ещё не готова. Сначала выполните команду migrate.";

    public static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
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
            await ExplainAsync(e.Failures);
        }
        catch (AggregateException e) when (e.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            await ExplainAsync(e.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures));
        }
        catch (InvalidOperationException e) when (WrongKind().Match(e.Message) is { Success: true } wrong)
        {
            await ExplainAsync([$"{wrong.Groups["key"].Value.Replace(":", "__", StringComparison.Ordinal)}: значение «{wrong.Groups["value"].Value}» не подходит."]);
        }
        catch (SchemaException e)
        {
            await Console.Error.WriteLineAsync(Explain(e));
        }
        catch (DbException e)
        {
            await Console.Error.WriteLineAsync($"База данных недоступна: {e.Message} Проверьте Storage__ConnectionString.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
        }

        return ExitCode.WrongUse;
    }

    internal static string Explain(SchemaException fault) => fault.Kind switch
    {
        SchemaFaultKind.Newer => $"База данных новее этой программы: в ней применён {fault.Script}. Поставьте ту же или более новую версию, либо верните копию, сделанную до обновления.",
        SchemaFaultKind.Unknown => $"В базе данных применён {fault.Script}, которого в этой программе нет: базу меняла другая сборка. Поставьте ту сборку или верните копию.",
        SchemaFaultKind.Changed => $"{fault.Script} применён к базе данных в другом виде, чем в этой программе: её сценарии изменены. Поставьте исходную сборку.",
        SchemaFaultKind.Failed => $"Схему базы данных обновить не получилось, она осталась прежней. {fault.Script}: {fault.InnerException?.Message}",
        _ => throw new InvalidOperationException($"unknown kind {fault.Kind}"),
    };

    private static async Task ExplainAsync(IEnumerable<string> faults)
    {
        foreach (var fault in faults.Distinct())
        {
            await Console.Error.WriteLineAsync(fault);
        }

        await Console.Error.WriteLineAsync("Все настройки описаны в README.md. Посмотреть бота без настроек: demo");
    }

    /// <summary>The words of .NET's configuration binder for a value that is no number, no enum member …</summary>
    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<key>[^']+)' to type")]
    private static partial Regex WrongKind();
}
