using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Sferum.Bot.Messaging;
using Sferum.Bot.Tests.Fuzzing.Making;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Vk;
using Sferum.Bot.Vk.Receiving;

namespace Sferum.Bot.Tests.Fuzzing.Targets;

/// <summary>The body of a callback (bytes), with the inbox behind it: on SQLite, and on PostgreSQL where the tests have one.</summary>
internal sealed class CallbackTarget : FuzzTarget
{
    private const string Secret = "тайна-x7";

    private static readonly string[] Seeds =
    [
        .. VkSeeds.Events.Select(e => VkSeeds.Bytes(e.Insert(1, $"\"secret\":\"{Secret}\",").Replace("{\"secret\":\"тайна-x7\",\"type\"", "{\"secret\":\"тайна-x7\",\"group_id\":200100300,\"type\"", StringComparison.Ordinal))),
        """{"type":"confirmation","group_id":200100300}""",
    ];

    private readonly List<DatabaseFixture> _fixtures = [new SqliteFixture()];
    private readonly List<CallbackEndpoint> _endpoints = [];
    private readonly TextMutation _bytes = new(Seeds, [.. VkSeeds.Tokens.Select(VkSeeds.Bytes), "\u00FF", "\u00ED\u00A0\u0080", "\u00EF\u00BB\u00BF"], VkSeeds.LongestEvent + 10, byte.MaxValue);

    public override string Name => "callbacks";

    public override int Share => 20;

    public override IReadOnlyList<string> Outcomes { get; } = ["200 ok", "200 confirmed", "400 not JSON", "403 forbidden"];

    public override async Task OpenAsync()
    {
        if (Environment.GetEnvironmentVariable("SFERUM_TEST_POSTGRES") is { Length: > 0 })
        {
            _fixtures.Add(new PostgreSqlFixture());
        }

        foreach (var fixture in _fixtures)
        {
            var inbox = new InboxStore(await fixture.CreateAsync(), TimeProvider.System, new InboxSignal());
            var options = Options.Create(new VkOptions { GroupId = 200100300, CallbackSecret = Secret, CallbackConfirmation = "confirmed", Transport = VkTransportKind.Callback });
            _endpoints.Add(new CallbackEndpoint(inbox, options, TimeProvider.System, NullLogger<CallbackEndpoint>.Instance));
            await ReadAsync(Seeds[0]);
        }
    }

    public override string Make(FuzzDice dice) => VkSeeds.Damaged(Seeds, _bytes, dice);

    public override async Task<string> ReadAsync(string input)
    {
        var outcome = "";
        foreach (var endpoint in _endpoints)
        {
            var http = new DefaultHttpContext();
            using var answer = new MemoryStream();
            http.Request.Method = HttpMethods.Post;
            http.Request.Body = new MemoryStream(Encoding.Latin1.GetBytes(input));
            http.Response.Body = answer;
            await endpoint.HandleAsync(http);
            var said = $"{http.Response.StatusCode} {Encoding.UTF8.GetString(answer.ToArray())}";

            // «Later» would be said again and again: the same event never gets in.
            Assert.Contains(said, (string[])[.. Outcomes, "413 too large"]);
            Assert.True(outcome.Length == 0 || outcome == said, $"{outcome} of one database, {said} of the other");
            outcome = said;
        }

        return outcome;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var endpoint in _endpoints)
        {
            endpoint.Dispose();
        }

        foreach (var fixture in _fixtures)
        {
            await fixture.DisposeAsync();
        }

        await base.DisposeAsync();
    }
}
