using System.CommandLine;
using Sferum.Bot.Orders.InForce;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Commands;

/// <summary><c>run</c>: the bot for a real community.</summary>
internal static class RunCommand
{
    public static Command Create(Additions additions)
    {
        var command = new Command("run", "Бот для сообщества. Настройки: appsettings.json, переменные окружения, --Раздел:Имя=значение")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction((parsed, cancellationToken) => SettingWords.GuardAsync(parsed, settings => RunAsync(settings, additions, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, Additions additions, CancellationToken cancellationToken)
    {
        var builder = BotHost.CreateBuilder(settings, additions);
        if (string.IsNullOrEmpty(builder.Configuration["Vk:Token"]) || string.IsNullOrEmpty(builder.Configuration["Vk:GroupId"]))
        {
            await Console.Error.WriteLineAsync(
                "Не заданы Vk__Token (ключ доступа сообщества) и Vk__GroupId (номер сообщества). Посмотреть бота без них: demo");
            return ExitCode.WrongUse;
        }

        var data = BotHost.LoadData(builder.Configuration);
        if (data.Faults.Count > 0)
        {
            return StartFaults.Print(data.Faults);
        }

        await using var app = BotHost.Build(builder, data, TimeProvider.System);
        app.Services.GetRequiredService<Migrator>().Migrate();
        if (await app.Services.GetRequiredService<OrdersInForce>().LookAsync(cancellationToken) is { Count: > 0 } faults)
        {
            return StartFaults.Print(faults);
        }

        await app.StartAsync(cancellationToken);
        _ = FreedMemory.GiveBackAsync(app.Lifetime.ApplicationStopping);
        await Shutdown.WaitAsync(app, cancellationToken);
        return ExitCode.Done;
    }
}
