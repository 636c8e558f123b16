using System.CommandLine;
using Sferum.VkSimulator;

namespace Sferum.Bot.Commands;

/// <summary><c>simulate-vk</c>: the VK simulator alone, for bots and load tools of any kind.</summary>
internal static class SimulateVkCommand
{
    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "Порт на 127.0.0.1", DefaultValueFactory = _ => 5080 };
        var rate = new Option<int>("--requests-per-second") { Description = "Предел запросов в секунду (у VK — 20)", DefaultValueFactory = _ => 20 };
        var command = new Command("simulate-vk", "Только симулятор ВКонтакте: методы API, Long Poll, Callback, страница с чатами") { port, rate };
        command.SetAction((parsed, cancellationToken) =>
            StartFaults.GuardAsync(() => RunAsync(parsed.GetValue(port), parsed.GetValue(rate), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(int port, int requestsPerSecond, CancellationToken cancellationToken)
    {
        await using var vk = await VkSimulatorHost.StartAsync(
            new VkSimulatorOptions { Port = port, RequestsPerSecond = requestsPerSecond }, cancellationToken);
        Console.WriteLine($"Симулятор ВКонтакте: {vk.Address}");
        Console.WriteLine($"  Vk__ApiBaseUrl={vk.ApiBaseUrl}  Vk__GroupId={vk.GroupId}  Vk__Token={vk.Token}");
        Console.WriteLine("Остановить: Ctrl+C");
        await Shutdown.WaitAsync(cancellationToken);
        return ExitCode.Done;
    }
}
