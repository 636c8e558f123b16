using System.CommandLine;

namespace Sferum.Bot.Commands;

/// <summary>The commands of the one executable. Exit codes: 0 done, 1 found problems, 2 wrong use or settings.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, Additions additions)
    {
        var parsed = Create(additions).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("Подсказка: добавьте --help.");
            return ExitCode.WrongUse;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = Shutdown.Patience });
    }

    /// <summary>All commands with their options.</summary>
    public static RootCommand Create(Additions additions)
    {
        var root = new RootCommand("Бот управления образования в сообществе ВКонтакте. Для первого знакомства: demo")
        {
            DemoCommand.Create(additions),
            RunCommand.Create(additions),
            AskCommand.Create(),
            CheckCommand.Create(),
            GraphCommand.Create(),
            RehearseCommand.Create(),
            ImportCommand.Create(),
            ReportCommand.Create(),
            MigrateCommand.Create(),
            PrivacyCommand.Create(),
            DoctorCommand.Create(additions),
            ReadyCommand.Create(),
            BackupCommands.CreateBackup(),
            BackupCommands.CreateRestore(),
            SimulateVkCommand.Create(),
        };

        foreach (var command in additions.CreateCommands())
        {
            root.Add(command);
        }

        return root;
    }
}
