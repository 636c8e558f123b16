using System.Text;
using Sferum.Bot.Tests.Fuzzing.Making;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Api.Calls;

namespace Sferum.Bot.Tests.Fuzzing.Targets;

/// <summary>The answer of a long poll, from a server that may be anybody's (bytes).</summary>
internal sealed class PollTarget : FuzzTarget
{
    /// <summary>Hundreds of events; what follows is read in time linear in its length.</summary>
    private const int Longest = 256 * 1024;

    private static readonly string[] Seeds =
    [
        .. new[]
        {
            $$"""{"ts":"1047","updates":[{{string.Join(',', VkSeeds.Events.Take(4))}}]}""",
            $$"""{"updates":[{{VkSeeds.Events[4]}},{{VkSeeds.Events[7]}}],"ts":1048}""",
            """{"ts":"1049","updates":[]}""",
            """{"failed":1,"ts":1050}""",
            """{"failed":2}""",
            """{"failed":3}""",
            """{"failed":4,"min_version":1,"max_version":3}""",
            "<html><body>502 Bad Gateway</body></html>",
        }.Select(VkSeeds.Bytes),
    ];

    private readonly TextMutation _bytes = new(Seeds, [.. VkSeeds.Tokens.Select(VkSeeds.Bytes), "\u00FF\u00FE", "\u00C0\u0080", "\u00ED\u00A0\u0080", "\u00F4\u0090\u0080\u0080"], Longest, largestSign: byte.MaxValue);

    public override string Name => "polls";

    public override int Share => 110;

    public override IReadOnlyList<string> Outcomes { get; } = ["Events", "no events", "HistoryLost", "KeyExpired", "InformationLost", "Fault"];

    public override string Make(FuzzDice dice) => VkSeeds.Damaged(Seeds, _bytes, dice);

    public override Task<string> ReadAsync(string input)
    {
        // JSON made of names may hold signs beyond a byte.
        var body = Encoding.Latin1.GetBytes(input);
        return Task.FromResult(PollAnswerReader.Read(body) switch
        {
            VkResult<LongPollAnswer>.Ok { Value: LongPollAnswer.Events { Updates: var updates } } => Read(updates),
            VkResult<LongPollAnswer>.Ok { Value: var answer } => answer.GetType().Name,
            VkResult<LongPollAnswer>.Fault => "Fault",
            var other => throw new InvalidOperationException($"Unexpected {other.GetType().Name}."),
        });
    }

    private static string Read(IReadOnlyList<string> updates)
    {
        foreach (var update in updates)
        {
            EventTarget.Read(update);
        }

        return updates.Count > 0 ? "Events" : "no events";
    }
}
