using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Vk;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Api.Calls;
using Sferum.Bot.Vk.Receiving;

namespace Sferum.Bot.Tests.Vk;

/// <summary>A server that plays VK and means no good: whatever it answers, the bot lives, keeps its place, and hears the next event.</summary>
public sealed class HostilePollTests(SqliteFixture databases) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private const int Many = 5_000;
    private const string Good = """{"ts":"2","updates":[{"type":"message_new","event_id":"good","object":{"message":{"peer_id":5,"from_id":5,"text":"привет","conversation_message_id":1}}}]}""";

    private TestSimulator _simulator = null!; // set by InitializeAsync, before any test
    private Database _database = null!; // set by InitializeAsync, before any test
    private WebApplication _vk = null!; // set by InitializeAsync, before any test
    private VkRoom _room = null!; // set by InitializeAsync, before any test
    private Func<HttpContext, Task> _hostile = _ => Task.CompletedTask;
    private string? _server;
    private string _uploads = "";
    private int _polls;
    private int _elsewhere;

    private BackgroundService Receiver => (BackgroundService)_room.All<IHostedService>().Single(service => service is LongPollReceiver);

    private InboxView Inbox => new(_database);

    private string Address => _vk.Urls.First();

    public async Task InitializeAsync()
    {
        _simulator = await TestSimulator.StartAsync();
        _database = await databases.CreateAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MinResponseDataRate = null;
        });
        _vk = builder.Build();
        _vk.MapPost("/method/groups.getLongPollServer", () => Results.Text(
            new JsonObject { ["response"] = new JsonObject { ["key"] = "k", ["server"] = Interlocked.Exchange(ref _server, null) ?? $"{Address}/poll", ["ts"] = "1" } }.ToJsonString()));
        _vk.MapPost("/method/docs.getMessagesUploadServer", () => Results.Text(
            new JsonObject { ["response"] = new JsonObject { ["upload_url"] = _uploads } }.ToJsonString()));
        _vk.MapPost("/method/{name}", () => Results.Text("""{"error":{"error_code":7,"error_msg":"no"}}"""));
        _vk.MapGet("/poll", async (HttpContext http) =>
        {
            // The first poll comes while the dialogs are to be looked through, and is answered as an honest server does.
            if (Interlocked.Increment(ref _polls) == 1)
            {
                await _hostile(http);
                return;
            }

            if (_polls > 4)
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, http.RequestAborted);
            await WriteAsync(http, Good);
        });
        _vk.Map("/elsewhere/{**path}", () => Interlocked.Increment(ref _elsewhere));
        await _vk.StartAsync();
        _room = VkRoom.Open(
            _simulator.Host,
            _database,
            TimeProvider.System,
            ("Vk:ApiBaseUrl", $"{Address}/method/"),
            ("Vk:LongPollWait", "00:00:01"),
            ("Vk:LongPollMargin", "00:00:02"));
    }

    public async Task DisposeAsync()
    {
        await Receiver.StopAsync(CancellationToken.None);
        await _room.DisposeAsync();
        await _vk.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    /// <summary>What the server does, and how.</summary>
    public static TheoryData<string, Func<HttpContext, Task>> Attacks => new()
    {
        { "a body without end", EndlessAsync },
        { "a body that comes byte by byte", TrickleAsync },
        { "gigabytes, packed", PackedAsync },
        { "a place of a megabyte", http => WriteAsync(http, $$"""{"ts":"{{new string('7', 1024 * 1024)}}","updates":[]}""") },
        { "a place with what no database takes", http => WriteAsync(http, """{"ts":"1\u0000","updates":[]}""") },
        { "a place with a space", http => WriteAsync(http, """{"ts":"1 9999999999","updates":[]}""") },
        { "a place of another type", http => WriteAsync(http, """{"ts":{"a":["1"]},"updates":[]}""") },
        { "lost history with a place of a megabyte", http => WriteAsync(http, $$"""{"failed":1,"ts":"{{new string('7', 1024 * 1024)}}"}""") },
        { "an unknown failure", http => WriteAsync(http, """{"failed":"9223372036854775807","ts":"1"}""") },
        { "updates of another type", http => WriteAsync(http, """{"ts":"9","updates":{"0":{"type":"message_new"}}}""") },
        { "arrays in each other", http => WriteAsync(http, $$"""{"ts":"1","updates":[{{new string('[', 2_000_000)}}""") },
        { "a message of the year 30 billion", http => WriteAsync(http, Update("скоро", 6).Insert(0, "{\"ts\":\"1\",\"updates\":[").Replace("\"text\"", "\"date\":1000000000000000000,\"text\"", StringComparison.Ordinal) + "]}") },
        { "a page", http => WriteAsync(http, "<html>502</html>") },
        { "nothing", _ => Task.CompletedTask },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task After_an_attack_the_next_event_is_heard(string name, Func<HttpContext, Task> attack)
    {
        Assert.NotEmpty(name);
        _hostile = attack;
        await Receiver.StartAsync(CancellationToken.None);

        await Eventually.TrueAsync(async () => (await Inbox.TextsAsync()).Contains("привет"), () => _room.Log.AtLeast(LogLevel.Information), TimeSpan.FromSeconds(40));

        var place = (await _room.Get<InboxStore>().PositionAsync(LongPollReceiver.Channel, CancellationToken.None))!; // stored with the event
        Assert.StartsWith("2 ", place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thousands_of_events_at_once_are_kept_each()
    {
        var updates = string.Join(',', Enumerable.Range(1, Many).Select(i => Update($"{i}", i + 10)));
        _hostile = http => WriteAsync(http, $$"""{"ts":"1","updates":[{{updates}}]}""");
        await Receiver.StartAsync(CancellationToken.None);

        await Eventually.TrueAsync(async () => (await Inbox.AllAsync()).Count == Many + 1, () => _room.Log.AtLeast(LogLevel.Information));
    }

    [Fact]
    public async Task A_message_of_a_day_to_come_moves_the_place_to_catch_up_from_no_further()
    {
        _hostile = http => WriteAsync(http, $$"""{"ts":"1","updates":[{{Update("скоро", 6).Replace("\"text\"", "\"date\":4102444800,\"text\"", StringComparison.Ordinal)}}]}""");
        await Receiver.StartAsync(CancellationToken.None);
        await Eventually.TrueAsync(async () => (await Inbox.TextsAsync()).Contains("привет"), () => _room.Log.AtLeast(LogLevel.Information), TimeSpan.FromSeconds(40));

        Assert.Contains("скоро", await Inbox.TextsAsync());
        Assert.Equal("2 0", await _room.Get<InboxStore>().PositionAsync(LongPollReceiver.Channel, CancellationToken.None));
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}@127.0.0.2/elsewhere/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("https://lp.vk.com.example.org/whp/1")]
    [InlineData("https://10.0.0.1/whp/1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1/")]
    [InlineData("lp.vk.com/whp/1")]
    public async Task A_server_that_is_not_VKs_is_never_asked(string server)
    {
        _server = string.Format(System.Globalization.CultureInfo.InvariantCulture, server, new Uri(Address).Port);

        Assert.IsType<VkResult<LongPollServer>.Fault>(await _room.Api.GetLongPollServerAsync(1, CancellationToken.None));
        Assert.IsType<VkResult<LongPollServer>.Ok>(await _room.Api.GetLongPollServerAsync(1, CancellationToken.None));
        Assert.Equal(0, _elsewhere);
    }

    [Theory]
    [InlineData("https://lp.vk.com/whp/200100300")]
    [InlineData("https://lp.vk.ru/whp/200100300")]
    [InlineData("https://pu.vk.com/c1/upload.php")]
    [InlineData("http://localhost:5080/poll")]
    public async Task VKs_own_servers_are_taken(string server)
    {
        _server = server;

        Assert.IsType<VkResult<LongPollServer>.Ok>(await _room.Api.GetLongPollServerAsync(1, CancellationToken.None));
    }

    [Fact]
    public async Task Files_of_people_go_nowhere_else_either()
    {
        _uploads = $"http://10.0.0.1:{new Uri(Address).Port}/elsewhere/";

        Assert.IsType<VkResult<Uri>.Fault>(await _room.Api.GetDocumentUploadAddressAsync(5, CancellationToken.None));
        Assert.Equal(0, _elsewhere);
        Assert.Contains("10.0.0.1", _room.Log.AtLeast(LogLevel.Error), StringComparison.Ordinal);
    }

    /// <summary>Damaged lists on which saving what can be saved could take for ever.</summary>
    public static TheoryData<string, string> Damaged => new()
    {
        { "braces", new string('{', 4_000_000) },
        { "objects in each other", string.Concat(Enumerable.Repeat("{\"a\":", 1_000_000)) },
        { "long objects in each other", string.Concat(Enumerable.Repeat($"{{\"a\":[{string.Join(',', Enumerable.Repeat("1", 2_000))},", 1_000)) },
        { "small objects in one that has no end", $"{{\"a\":[{string.Join(',', Enumerable.Repeat("{}", 1_000_000))}" },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void What_cannot_be_saved_takes_no_time(string name, string list)
    {
        Assert.NotEmpty(name);
        var body = Encoding.UTF8.GetBytes($$"""{"ts":"9","updates":[{{list}}""");
        var began = TimeProvider.System.GetTimestamp();

        PollAnswerReader.Read(body);

        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Of_a_gigantic_update_a_piece_is_kept_and_of_a_gigantic_text_what_a_person_may_write()
    {
        var us = CommunityName.Of(new VkOptions { GroupId = 1 });
        var text = VkEventReader.Read(Update(new string('а', 200_000)), us).Event.Content;
        var update = VkEventReader.Read(Update(new string('а', 2_000_000)), us).Event.Content;
        var payload = VkEventReader.Read($$$$"""{"type":"message_event","event_id":"e","object":{"peer_id":5,"user_id":5,"event_id":"{{{{new string('x', 5_000)}}}}","payload":{"c":"{{{{new string('x', 5_000)}}}}"}}}""", us).Event.Content;

        Assert.Equal(10_000, Assert.IsType<Incoming.Message>(text).Text.Length);
        Assert.InRange(Assert.IsType<Incoming.Damaged>(update).Raw.Length, 1, 10_000);
        Assert.Equal(new Incoming.Press("", ""), payload);
    }

    private static string Update(string text, int peer = 5) =>
        $$$$"""{"type":"message_new","event_id":"e{{{{peer}}}}","object":{"message":{"peer_id":{{{{peer}}}},"from_id":{{{{peer}}}},"text":"{{{{text}}}}"}}}""";

    private static Task WriteAsync(HttpContext http, string text) => http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();

    private static async Task EndlessAsync(HttpContext http)
    {
        await WriteAsync(http, """{"ts":"1","updates":[""");
        var zeroes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{},", 20_000)));
        while (!http.RequestAborted.IsCancellationRequested)
            await http.Response.Body.WriteAsync(zeroes, http.RequestAborted);
    }

    private static async Task TrickleAsync(HttpContext http)
    {
        while (!http.RequestAborted.IsCancellationRequested)
        {
            await http.Response.Body.WriteAsync(" "u8.ToArray(), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, http.RequestAborted);
        }
    }

    private static async Task PackedAsync(HttpContext http)
    {
        http.Response.Headers.ContentEncoding = "gzip";
        await using var packed = new GZipStream(http.Response.Body, CompressionLevel.Fastest);
        var spaces = new byte[1024 * 1024];
        for (var i = 0; i < 4_096 && !http.RequestAborted.IsCancellationRequested; i++)
            await packed.WriteAsync(spaces, http.RequestAborted);
    }
}
