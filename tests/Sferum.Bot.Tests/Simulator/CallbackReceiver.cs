using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Sferum.Bot.Tests.Simulator;

/// <summary>A callback server under the test's hand: tells what came and answers what it is told.</summary>
internal sealed class CallbackReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<Delivery> _deliveries = Channel.CreateUnbounded<Delivery>();
    private readonly Queue<Answer> _answers = new();

    private CallbackReceiver(WebApplication app) => _app = app;

    public string ConfirmationCode { get; set; } = "";

    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/vk/callback";

    public static async Task<CallbackReceiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new CallbackReceiver(builder.Build());
        receiver._app.Run(receiver.HandleAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>Answers the next deliveries so; after them <c>ok</c>.</summary>
    public void AnswerNext(params Answer[] answers)
    {
        lock (_answers)
        {
            foreach (var answer in answers)
                _answers.Enqueue(answer);
        }
    }

    public async Task<Delivery> NextAsync() => await _deliveries.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    public bool HasMore => _deliveries.Reader.TryPeek(out _);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = JsonNode.Parse(await reader.ReadToEndAsync())!.AsObject();
        if ((string)body["type"]! == "confirmation")
        {
            await http.Response.WriteAsync(ConfirmationCode);
            return;
        }

        Answer? answer;
        lock (_answers)
            _answers.TryDequeue(out answer);
        answer ??= new Answer(200, "ok");
        http.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is { } seconds)
            http.Response.Headers.RetryAfter = $"{seconds}";
        await http.Response.WriteAsync(answer.Body);
        _deliveries.Writer.TryWrite(new Delivery(body, (string?)http.Request.Headers["X-Retry-Counter"]));
    }

    internal sealed record Delivery(JsonObject Body, string? Retry);

    internal sealed record Answer(int Status, string Body, int? RetryAfter = null);
}
