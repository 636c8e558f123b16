using System.Globalization;

namespace Sferum.Bot.Tests.Crash;

/// <summary>
/// What people of the crash tests write, line by line, and the one reply that each line has. Every round names its person
/// and number, and the reply to it quotes that name; the replies depend on what was said before, so that a line lost,
/// heard twice or heard too early is seen in what is told. The replies were learned from a run that nothing disturbed.
/// </summary>
internal sealed class TalkScript
{
    /// <summary>From here on rounds repeat but for their names.</summary>
    private const int Settled = 2;

    private const int Period = 2;

    private static readonly string[] Opening = ["привет", "согласен", "педагог"];

    private readonly List<string> _openingReplies = [];
    private readonly List<string[]> _replies = [];

    private TalkScript()
    {
    }

    /// <summary>How many lines a round has.</summary>
    public static int LinesOfRound => Lines("", 0).Length;

    /// <summary>Learns the replies of a bot.</summary>
    /// <param name="say">Says one line to an undisturbed bot, as one person, and returns the reply.</param>
    public static async Task<TalkScript> LearnAsync(long model, Func<string, Task<string>> say)
    {
        var script = new TalkScript();
        foreach (var line in Opening)
        {
            script._openingReplies.Add(await say(line));
        }

        for (var round = 0; round < Settled + Period; round++)
        {
            var name = Name(model, round);
            var replies = new List<string>();
            foreach (var line in Lines(name, round))
            {
                replies.Add((await say(line)).Replace(name, Placeholder, StringComparison.Ordinal));
            }

            Assert.Contains(replies, reply => reply.Contains(Placeholder, StringComparison.Ordinal));
            script._replies.Add([.. replies]);
        }

        Assert.Equal(Opening.Length, script._openingReplies.Distinct().Count());
        return script;
    }

    /// <summary>What a new person says first, with the replies.</summary>
    public IEnumerable<(string Line, string Reply)> OpeningLines() => Opening.Zip(_openingReplies);

    public IEnumerable<(string Line, string Reply)> RoundLines(long person, int round)
    {
        var name = Name(person, round);
        var replies = _replies[round < Settled ? round : Settled + ((round - Settled) % Period)];
        return Lines(name, round).Zip(replies, (line, reply) => (line, reply.Replace(Placeholder, name, StringComparison.Ordinal)));
    }

    private const string Placeholder = "{name}";

    private static string[] Lines(string name, int round) => round % Period == 0
        ? [$"Какая завтра погода {name}?", "не надо", "как вступить"]
        : [$"Какая завтра погода {name}?", "да", "дальше"];

    private static string Name(long person, int round) => string.Create(CultureInfo.InvariantCulture, $"{person}/{round}");
}
