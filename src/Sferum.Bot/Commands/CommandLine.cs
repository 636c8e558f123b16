using System.CommandLine;

namespace Sferum.Bot.Commands;

/// <summary>The commands of the one executable. Exit codes: 0 done, 1 found problems, 2 wrong use or settings.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Бот управления образования в сообществе ВКонтакте. Для первого знакомства: demo")
        {
            DemoCommand.Create(),
            RunCommand.Create(),
            AskCommand.Create(),
            CheckCommand.Create(),
            GraphCommand.Create(),
            RehearseCommand.Create(),
            ImportCommand.Create(),
            ReportCommand.Create(),
            MigrateCommand.Create(),
            PrivacyCommand.Create(),
            DoctorCommand.Create(),
            SimulateVkCommand.Create(),
        };

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("Подсказка: добавьте --help.");
            return ExitCode.WrongUse;
        }

        return await parsed.InvokeAsync();
    }
}
