using System.CommandLine;

namespace Sferum.Bot.Commands;

/// <summary>
/// <c>ready</c>: asks the bot that runs on this machine whether it is ready; for scripts, health checks of containers, and
/// the administrator.
/// </summary>
internal static class ReadyCommand
{
    private const string DefaultUrl = "http://127.0.0.1:5000";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(10);

    public static Command Create()
    {
        var wait = new Option<int>("--wait") { Description = "Сколько секунд ждать готовности; 0 — спросить один раз" };
        var command = new Command("ready", "Спросить бота, который работает на этой машине, готов ли он: 0 — готов, 1 — нет") { wait };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => SettingWords.GuardAsync(
            parsed, settings => RunAsync(settings, TimeSpan.FromSeconds(parsed.GetValue(wait)), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, TimeSpan wait, CancellationToken cancellationToken)
    {
        var address = new Uri(AddressOf(BotHost.CreateBuilder(settings).Configuration["Urls"]), "/health/ready");
        using var http = new HttpClient { Timeout = AnswerTime };
        var until = TimeProvider.System.GetUtcNow() + wait;
        while (true)
        {
            var (isReady, said) = await AskAsync(http, address, cancellationToken);
            if (isReady || TimeProvider.System.GetUtcNow() >= until)
            {
                Console.WriteLine(isReady ? "Бот готов." : $"Бот не готов: {said} ({address}).");
                return isReady ? ExitCode.Done : ExitCode.FoundProblems;
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }

    private static async Task<(bool IsReady, string Said)> AskAsync(HttpClient http, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(address, cancellationToken);
            return (answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (false, "не отвечает");
        }
    }

    /// <summary>The first address that the bot listens at; one of every interface is asked on this machine.</summary>
    private static Uri AddressOf(string? urls)
    {
        var first = (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? DefaultUrl;
        var address = BindingAddress.Parse(first);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
        return new Uri($"{address.Scheme}://{host}:{address.Port}");
    }
}
