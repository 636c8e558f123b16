using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Commands;

/// <summary><c>ready</c> as scripts and health checks call it.</summary>
public sealed class ReadyCommandTests
{
    private static readonly IReadOnlyDictionary<string, string> NoSettings = new Dictionary<string, string>();

    [Fact]
    public async Task It_waits_as_long_as_it_is_told_for_a_bot_that_becomes_ready()
    {
        var asked = 0;
        await using var bot = await ServeAsync(() => ++asked < 3 ? 503 : 200);

        var (exit, output) = await BotProcess.RunToEndAsync(NoSettings, "ready", "--wait", "60", $"--Urls={bot.Urls.First()}");

        Assert.Equal((0, "Бот готов."), (exit, output.Trim()));
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task A_bot_that_is_not_ready_is_a_problem_and_one_question_is_enough_without_waiting()
    {
        var asked = 0;
        await using var bot = await ServeAsync(() => ++asked > 0 ? 503 : 200);

        var (exit, output) = await BotProcess.RunToEndAsync(NoSettings, "ready", $"--Urls={bot.Urls.First()}");

        Assert.Equal(1, exit);
        Assert.Contains("Бот не готов: Unhealthy", output, StringComparison.Ordinal);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_bot_that_listens_everywhere_is_asked_on_this_machine()
    {
        await using var bot = await ServeAsync(() => 200);
        var port = new Uri(bot.Urls.First()).Port;

        Assert.Equal(0, (await BotProcess.RunToEndAsync(NoSettings, "ready", $"--Urls=http://*:{port};http://127.0.0.1:1")).ExitCode);
    }

    private static async Task<WebApplication> ServeAsync(Func<int> status)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/health/ready", () => status() is var code && code == 200 ? Results.Text("Healthy") : Results.Text("Unhealthy", statusCode: code));
        await app.StartAsync();
        return app;
    }
}
