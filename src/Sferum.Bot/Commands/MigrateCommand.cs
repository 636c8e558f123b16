using System.CommandLine;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Commands;

/// <summary><c>migrate</c>: brings the database to the present schema.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Довести базу данных до нынешней схемы") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((parsed, _) => SettingWords.GuardAsync(parsed, RunAsync));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings)
    {
        var builder = BotHost.CreateBuilder(settings);
        builder.Services.AddStorage(builder.Configuration);
        await using var app = builder.Build();
        var applied = app.Services.GetRequiredService<Migrator>().Migrate();
        Console.WriteLine(applied.Count == 0 ? "Схема уже нынешняя." : "Применено:");
        foreach (var script in applied)
        {
            Console.WriteLine($"  {script}");
        }

        return ExitCode.Done;
    }
}
