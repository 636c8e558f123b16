using Sferum.Bot.Benchmarks.Data;

namespace Sferum.Bot.Benchmarks.Bots;

/// <summary>A bot that is measured.</summary>
/// <param name="Name">As it is chosen on the command line.</param>
internal abstract record TestedBot(string Name)
{
    public static IReadOnlyList<TestedBot> All { get; } =
    [
        new SferumBot("sferum-pg", Store.PostgreSql),
        new SferumBot("sferum-sqlite", Store.Sqlite),
        new VkIoBot("vkio-memory", Store.None),
        new VkIoBot("vkio-pg", Store.EmptyPostgreSql),
        new VkIoBot("vkio-pg-early", Store.EmptyPostgreSql, SavesEarly: true),
    ];

    /// <summary>What it keeps its state in.</summary>
    public abstract Store Store { get; }

    public abstract Child Start(BotSettings settings);
}

/// <param name="RequestsPerSecond">The limit that the bot has to keep; 0 for as many as it can.</param>
internal sealed record BotSettings(string Address, StorePlace Place, int RequestsPerSecond, int? Core);
