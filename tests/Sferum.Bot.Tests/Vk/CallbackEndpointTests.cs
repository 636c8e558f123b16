using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Simulator;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Vk;

namespace Sferum.Bot.Tests.Vk;

public sealed class CallbackEndpointTests(SqliteFixture databases) : IClassFixture<SqliteFixture>, IAsyncLifetime, IDisposable
{
    private const long Anna = 700000001;
    private const string Secret = "тайна-x7";

    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly CapturedLog _log = new();
    private TestSimulator _simulator = null!; // set by InitializeAsync, before any test
    private Database _database = null!; // set by InitializeAsync, before any test
    private WebApplication _bot = null!; // set by InitializeAsync, before any test
    private string _confirmation = "";

    private InboxView Inbox => new(_database);

    private Uri Address => new(new Uri(_bot.Urls.First()), "/vk/callback");

    public async Task InitializeAsync()
    {
        _simulator = await TestSimulator.StartAsync(new VkSimulator.VkSimulatorOptions { LongPollEnabled = false });
        _simulator.People.Add("Анна", "Тестова", id: Anna, canMessage: true);
        _database = await databases.CreateAsync();
        using var vk = new VkCaller(_simulator.Host);
        _confirmation = (string)(await vk.AskAsync("groups.getCallbackConfirmationCode", ("group_id", _simulator.Host.GroupId)))["code"]!;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(_log);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);

            // Kestrel's own limit, by the real clock, would hide the endpoint's.
            kestrel.Limits.MinRequestBodyDataRate = null;
        });
        builder.Configuration.AddInMemoryCollection(
        [
            new("Vk:ApiBaseUrl", _simulator.Host.ApiBaseUrl.ToString()),
            new("Vk:Token", _simulator.Host.Token),
            new("Vk:GroupId", $"{_simulator.Host.GroupId}"),
            new("Vk:Transport", "Callback"),
            new("Vk:CallbackSecret", Secret),
            new("Vk:CallbackConfirmation", _confirmation),
        ]);
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.Services.AddSingleton(_database);
        builder.Services.AddSingleton<InboxSignal>();
        builder.Services.AddSingleton<InboxStore>();
        builder.Services.AddSingleton<Leadership>();
        builder.Services.AddVk(builder.Configuration);
        _bot = builder.Build();
        _bot.MapVk();
        await _bot.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task VK_confirms_the_address_and_delivers_what_people_write()
    {
        await RegisterAsync();

        _simulator.People.Write(Anna, "по обратному вызову");

        await Eventually.TrueAsync(async () => (await Inbox.TextsAsync()).Contains("по обратному вызову"), () => "nothing was delivered");
    }

    [Fact]
    public async Task While_the_database_is_away_VK_is_asked_to_come_again()
    {
        await RegisterAsync();
        await Inbox.BreakAsync();
        _simulator.People.Write(Anna, "позже");
        using var vk = new VkCaller(_simulator.Host);
        await Eventually.TrueAsync(
            async () => (await vk.AdminAsync(HttpMethod.Get, "traffic?after=0"))!.AsArray()
                .Any(entry => (string)entry!["kind"]! == "callback" && entry["response"]!.ToJsonString().Contains("503", StringComparison.Ordinal)),
            () => "no 503 was answered");

        await Inbox.MendAsync();
        _simulator.Clock.Advance(TimeSpan.FromSeconds(31));

        await Eventually.TrueAsync(async () => (await Inbox.TextsAsync()).Contains("позже"), () => "VK did not come again");
    }

    [Fact]
    public async Task More_at_once_than_the_database_takes_is_asked_to_come_later_and_loses_nothing()
    {
        var busy = new TaskCompletionSource();
        var writer = _database.InTransactionAsync((_, _) => busy.Task, CancellationToken.None);
        var posts = Enumerable.Range(0, 80).Select(i => PostAsync(Event($"e{i}"))).ToList();
        await Eventually.TrueAsync(() => posts.Count(post => post.IsCompleted) >= 16, () => "nobody was asked to come later");
        busy.SetResult();
        await writer;

        var answers = await Task.WhenAll(posts);

        Assert.All(answers, answer => Assert.Contains(answer.Status, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.TooManyRequests]));
        Assert.Equal(answers.Count(answer => answer.Status == HttpStatusCode.OK), (await Inbox.AllAsync()).Count);
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.TooManyRequests && answer.RetryAfter == TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task The_answer_is_ok_and_nothing_else()
    {
        var answer = await PostAsync(Event("e1"));

        Assert.Equal((HttpStatusCode.OK, "ok"), (answer.Status, answer.Body));
        Assert.Equal(["привет"], await Inbox.TextsAsync());
    }

    [Fact]
    public async Task The_same_event_twice_is_stored_once_and_answered_twice()
    {
        await PostAsync(Event("e1"));

        Assert.Equal("ok", (await PostAsync(Event("e1"))).Body);
        Assert.Single(await Inbox.AllAsync());
    }

    [Fact]
    public async Task The_confirmation_is_told_to_our_community_only()
    {
        Assert.Equal(_confirmation, (await PostAsync($$"""{"type":"confirmation","group_id":{{_simulator.Host.GroupId}}}""")).Body);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync("""{"type":"confirmation","group_id":1}""")).Status);
    }

    /// <summary>A body and what is answered; nothing of it is stored.</summary>
    public static TheoryData<string, HttpStatusCode> Refused => new()
    {
        { """{"type":"message_new","group_id":200100300,"event_id":"e","object":{}}""", HttpStatusCode.Forbidden },
        { """{"type":"message_new","group_id":200100300,"event_id":"e","secret":"","object":{}}""", HttpStatusCode.Forbidden },
        { """{"type":"message_new","group_id":200100300,"event_id":"e","secret":"тайна-x8","object":{}}""", HttpStatusCode.Forbidden },
        { """{"type":"message_new","group_id":200100300,"event_id":"e","secret":["тайна-x7"],"object":{}}""", HttpStatusCode.Forbidden },
        { """{"type":"message_new","group_id":1,"event_id":"e","secret":"тайна-x7","object":{}}""", HttpStatusCode.Forbidden },
        { """{"type":"message_new",""", HttpStatusCode.BadRequest },
        { "", HttpStatusCode.BadRequest },
        { "[]", HttpStatusCode.BadRequest },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_not_VKs_is_refused(string body, HttpStatusCode status)
    {
        Assert.Equal(status, (await PostAsync(body)).Status);
        Assert.Empty(await Inbox.AllAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_of_more_than_a_megabyte_is_refused(bool withoutLength)
    {
        using var content = new StringContent(Event("e", new string('x', 1024 * 1024)));
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = content };
        if (withoutLength)
            request.Headers.TransferEncodingChunked = true;

        using var http = new HttpClient();
        using var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Empty(await Inbox.AllAsync());
    }

    [Fact]
    public async Task A_body_that_never_ends_is_given_up_and_holds_up_nobody()
    {
        using var slow = await ConnectAsync("Content-Length: 1000\r\n\r\n{");

        Assert.Equal("ok", (await PostAsync(Event("e1"))).Body);
        var answer = ReadAsync(slow);
        while (!answer.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(answer, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None));
            if (_time.GetUtcNow() - _time.Start > TimeSpan.FromMinutes(1))
                break;
        }

        Assert.True(answer.IsCompleted, "the body was waited for");
        Assert.StartsWith("HTTP/1.1 408", await answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_holds_every_place_with_slow_bodies_loses_them_and_others_are_asked_to_come_later()
    {
        var slow = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => ConnectAsync("Content-Length: 1000\r\n\r\n{")));
        await Eventually.TrueAsync(
            async () => (await PostAsync(Event("e1"))).Status == HttpStatusCode.TooManyRequests, () => "so many bodies are read at once");

        await Eventually.TrueAsync(
            async () =>
            {
                _time.Advance(TimeSpan.FromSeconds(11));
                return (await PostAsync(Event("e1"))).Body == "ok";
            },
            () => "their places were not taken back");
        foreach (var socket in slow)
            socket.Dispose();
    }

    /// <summary>What a body is called, and what it is.</summary>
    [Theory]
    [InlineData("application/x-www-form-urlencoded", "type=message_new&group_id=200100300&secret=x", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nmessage_new\r\n--b--", HttpStatusCode.BadRequest)]
    [InlineData("application/xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>", HttpStatusCode.BadRequest)]
    [InlineData("application/json; charset=utf-7", "{}", HttpStatusCode.Forbidden)]
    [InlineData("application/json", "{\"group_id\":200100300,\"type\":[\"confirmation\"],\"secret\":\"\\ud800\"}", HttpStatusCode.Forbidden)]
    public async Task A_body_is_JSON_or_nothing_whatever_it_is_called(string type, string body, HttpStatusCode status)
    {
        Assert.Equal(status, (await PostAsync(body, type)).Status);
        Assert.Empty(await Inbox.AllAsync());
    }

    [Fact]
    public async Task Strangers_do_not_fill_the_log()
    {
        for (var i = 0; i < 50; i++)
        {
            await PostAsync("""{"type":"message_new","group_id":1}""");
            await PostAsync("no");
        }

        Assert.Equal(2, Refusals());
        _time.Advance(TimeSpan.FromMinutes(2));
        await PostAsync("no");
        Assert.Contains("50 calls refused", _log.AtLeast(LogLevel.Warning), StringComparison.Ordinal);

        int Refusals() => _log.Lines.Count(line => line.Text.Contains("refused since", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_damaged_event_of_ours_is_kept_without_the_secret()
    {
        var body = new JsonObject { ["type"] = "message_new", ["group_id"] = _simulator.Host.GroupId, ["event_id"] = "e", ["secret"] = Secret };

        Assert.Equal("ok", (await PostAsync(body.ToJsonString())).Body);

        Assert.DoesNotContain(Secret, Assert.IsType<Incoming.Damaged>(Assert.Single(await Inbox.AllAsync())).Raw, StringComparison.Ordinal);
    }

    private string Event(string id, string text = "привет") => new JsonObject
    {
        ["type"] = "message_new",
        ["group_id"] = _simulator.Host.GroupId,
        ["event_id"] = id,
        ["secret"] = Secret,
        ["object"] = new JsonObject { ["message"] = new JsonObject { ["peer_id"] = Anna, ["from_id"] = Anna, ["text"] = text } },
    }.ToJsonString();

    private async Task<Socket> ConnectAsync(string rest)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, Address.Port);
        await socket.SendAsync(Encoding.UTF8.GetBytes($"POST /vk/callback HTTP/1.1\r\nHost: {Address.Authority}\r\n{rest}"));
        return socket;
    }

    private static async Task<string> ReadAsync(Socket socket)
    {
        var buffer = new byte[200];
        return Encoding.UTF8.GetString(buffer, 0, await socket.ReceiveAsync(buffer));
    }

    private async Task<(HttpStatusCode Status, string Body, TimeSpan? RetryAfter)> PostAsync(string body, string type = "application/json")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var http = new HttpClient();
        using var response = await http.PostAsync(Address, content);
        return (response.StatusCode, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()), response.Headers.RetryAfter?.Delta);
    }

    private async Task RegisterAsync()
    {
        using var vk = new VkCaller(_simulator.Host);
        var group = _simulator.Host.GroupId;
        var added = await vk.AskAsync("groups.addCallbackServer", ("group_id", group), ("url", Address), ("title", "bot"), ("secret_key", Secret));
        var server = (long)added["server_id"]!;
        await vk.AskAsync("groups.setCallbackSettings", ("group_id", group), ("server_id", server), ("message_new", 1));
        await Eventually.TrueAsync(
            async () => (string)(await vk.AskAsync("groups.getCallbackServers", ("group_id", group)))["items"]![0]!["status"]! == "ok",
            () => "the address was not confirmed");
    }
}
