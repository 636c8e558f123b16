using System.Globalization;
using Sferum.Bot.Benchmarks.Data;
using Sferum.Bot.Benchmarks.Load;
using Sferum.Bot.Commands;

namespace Sferum.Bot.Benchmarks.Bots;

/// <summary>This repository's bot, by its own command line.</summary>
internal sealed record SferumBot(string Name, Store Kept) : TestedBot(Name)
{
    /// <summary>The most that the bot's settings allow.</summary>
    private const int AsManyAsItCan = 1000;

    /// <summary>The bot as it is deployed, if it was published beforehand; else as it was built.</summary>
    private static string Program => Environment.GetEnvironmentVariable("SFERUM_TEST_BOT") ?? typeof(BotHost).Assembly.Location;

    public override Store Store => Kept;

    public override Child Start(BotSettings settings) => Child.Start(
        "dotnet",
        [Program, "run"],
        new Dictionary<string, string>
        {
            ["Vk__ApiBaseUrl"] = $"{settings.Address}/method/",
            ["Vk__Token"] = LoadPlan.Token,
            ["Vk__GroupId"] = LoadPlan.GroupId.ToString(CultureInfo.InvariantCulture),
            ["Vk__RequestsPerSecond"] = (settings.RequestsPerSecond == 0 ? AsManyAsItCan : settings.RequestsPerSecond).ToString(CultureInfo.InvariantCulture),
            ["Storage__Provider"] = settings.Place.Provider.ToString(),
            ["Storage__ConnectionString"] = settings.Place.ConnectionString,
            ["Storage__FilesPath"] = settings.Place.FilesPath,
            ["Office__Name"] = Directors.Office,
            ["Urls"] = "http://127.0.0.1:0",
            ["Logging__LogLevel__Default"] = "Warning",
        },
        settings.Core);
}
