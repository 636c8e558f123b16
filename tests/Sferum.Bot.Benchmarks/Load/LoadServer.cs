using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sferum.Bot.Benchmarks.Load;

/// <summary>VK's API and long poll over HTTP on 127.0.0.1, with nothing between the socket and <see cref="World"/> but Kestrel.</summary>
internal sealed class LoadServer : IAsyncDisposable
{
    private const string MethodPath = "/method/";
    private const string PollPath = "/lp";
    private const string TooMany = """{"error":{"error_code":6,"error_msg":"Too many requests per second","request_params":[]}}""";
    private const string UnknownMethod = """{"error":{"error_code":3,"error_msg":"Unknown method passed","request_params":[]}}""";
    private const string KeyExpired = """{"failed":2}""";

    private readonly WebApplication _app;
    private readonly World _world;
    private readonly TimeProvider _clock;

    private LoadServer(WebApplication app, World world, TimeProvider clock)
    {
        _app = app;
        _world = world;
        _clock = clock;
    }

    public string Address { get; private set; } = "";

    public static async Task<LoadServer> StartAsync(World world, TimeProvider clock, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBufferSize = null;
        });
        var server = new LoadServer(builder.Build(), world, clock);
        server._app.Run(server.HandleAsync);
        await server._app.StartAsync(cancellationToken);
        server.Address = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First(); // Kestrel always has it
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task HandleAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        return path.StartsWith(MethodPath, StringComparison.Ordinal) ? CallAsync(http, path[MethodPath.Length..]) : PollAsync(http, path);
    }

    private async Task PollAsync(HttpContext http, string path)
    {
        if (path != PollPath)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var query = http.Request.Query;
        var ts = long.TryParse(query["ts"], NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0;
        var wait = int.TryParse(query["wait"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 25;
        var exchange = Exchange.Rent();
        if (!await _world.PollAsync(ts, TimeSpan.FromSeconds(wait), exchange.Output, http.RequestAborted))
        {
            exchange.Output.Write(Encoding.UTF8.GetBytes(KeyExpired));
        }

        await exchange.RespondAsync(http);
        exchange.Return();
    }

    private async Task CallAsync(HttpContext http, string method)
    {
        var exchange = Exchange.Rent();
        await exchange.ReadAsync(http);
        await TravelAsync(http);
        Answer(method, exchange.Body, exchange.Output);
        await TravelAsync(http);
        await exchange.RespondAsync(http);
        exchange.Return();
    }

    private Task TravelAsync(HttpContext http) =>
        _world.Latency > TimeSpan.Zero ? Task.Delay(_world.Latency / 2, _clock, http.RequestAborted) : Task.CompletedTask;

    private void Answer(string method, Span<byte> body, ArrayBufferWriter<byte> output)
    {
        if (!_world.Admits())
        {
            output.Write(Encoding.UTF8.GetBytes(TooMany));
            return;
        }

        switch (method)
        {
            case "messages.send":
                Send(body, output);
                break;
            case "execute":
                Execute(body, output);
                break;
            default:
                output.Write(Encoding.UTF8.GetBytes(Fixed(method) is { } response ? $"{{\"response\":{response}}}" : UnknownMethod));
                break;
        }
    }

    /// <summary>What a method other than sending answers; null for one that is not known.</summary>
    private string? Fixed(ReadOnlySpan<char> method)
    {
        switch (method)
        {
            case "groups.getLongPollServer":
                return string.Create(CultureInfo.InvariantCulture, $$"""{"key":"k","server":"{{Address}}{{PollPath}}","ts":"{{_world.Ts}}"}""");
            case "groups.getById":
                return string.Create(CultureInfo.InvariantCulture, $$"""{"groups":[{"id":{{LoadPlan.GroupId}},"name":"Benchmark","screen_name":"club{{LoadPlan.GroupId}}"}],"profiles":[]}""");
            case "users.get":
                return "[]";
            case "utils.getServerTime":
                return _world.Now.ToString(CultureInfo.InvariantCulture);
            case "messages.getConversations" or "messages.getConversationsById" or "messages.getHistory":
                return """{"count":0,"items":[]}""";
            case "messages.sendMessageEventAnswer" or "messages.markAsRead" or "messages.setActivity":
                return "1";
            default:
                _world.CountUnknown();
                return null;
        }
    }

    private void Send(Span<byte> body, ArrayBufferWriter<byte> output)
    {
        var message = default(SentMessage);
        var fields = new FormFields(body);
        while (fields.Next())
        {
            message.Set(fields.Name, fields.Value);
        }

        output.Write("{\"response\":"u8);
        Take(message, output);
        output.Write("}"u8);
    }

    private void Execute(Span<byte> body, ArrayBufferWriter<byte> output)
    {
        var fields = new FormFields(body);
        ReadOnlySpan<byte> code = [];
        while (fields.Next())
        {
            if (fields.Name.SequenceEqual("code"u8))
            {
                code = fields.Value;
            }
        }

        output.Write("{\"response\":["u8);
        var calls = new ProgramCalls(code);
        for (var first = true; calls.Next(); first = false)
        {
            if (!first)
            {
                output.Write(","u8);
            }

            if (calls.Method.SequenceEqual("messages.send"u8))
            {
                Take(calls.Message, output);
            }
            else
            {
                output.Write(Encoding.UTF8.GetBytes(Fixed(Encoding.UTF8.GetString(calls.Method)) ?? "false"));
            }
        }

        output.Write("]}"u8);
    }

    private void Take(in SentMessage message, ArrayBufferWriter<byte> output)
    {
        if (message.PeerIds.IsEmpty)
        {
            Write(_world.Take(message.PeerId, message), output);
            return;
        }

        output.Write("["u8);
        var rest = message.PeerIds;
        for (var first = true; !rest.IsEmpty; first = false)
        {
            if (!first)
            {
                output.Write(","u8);
            }

            var comma = rest.IndexOf((byte)',');
            var one = comma < 0 ? rest : rest[..comma];
            rest = comma < 0 ? [] : rest[(comma + 1)..];
            var peer = System.Buffers.Text.Utf8Parser.TryParse(one, out long id, out _) ? id : 0;
            output.Write("{\"peer_id\":"u8);
            Write(peer, output);
            output.Write(",\"conversation_message_id\":1,\"message_id\":"u8);
            Write(_world.Take(peer, message), output);
            output.Write("}"u8);
        }

        output.Write("]"u8);
    }

    private static void Write(long number, ArrayBufferWriter<byte> output)
    {
        number.TryFormat(output.GetSpan(20), out var length, default, CultureInfo.InvariantCulture);
        output.Advance(length);
    }
}
