using System.Globalization;
using Npgsql;
using Sferum.Bot.Benchmarks.Data;
using Sferum.Bot.Benchmarks.Load;

namespace Sferum.Bot.Benchmarks.Bots;

/// <summary>The bot of folder <c>VkIo</c> on vk-io and Node, by <c>execute</c>, with the same steps and texts.</summary>
/// <param name="SavesEarly">The session is saved before the replies are sent, not after.</param>
internal sealed record VkIoBot(string Name, Store Kept, bool SavesEarly = false) : TestedBot(Name)
{
    public override Store Store => Kept;

    public override Child Start(BotSettings settings)
    {
        var environment = new Dictionary<string, string>
        {
            ["VK_API"] = $"{settings.Address}/method",
            ["VK_TOKEN"] = LoadPlan.Token,
            ["VK_GROUP"] = LoadPlan.GroupId.ToString(CultureInfo.InvariantCulture),
            ["VK_LIMIT"] = settings.RequestsPerSecond.ToString(CultureInfo.InvariantCulture),
            ["SAVE"] = SavesEarly ? "early" : "after",
            ["FIRST_PEER"] = Lap.FirstPeer.ToString(CultureInfo.InvariantCulture),
        };
        if (Kept == Store.EmptyPostgreSql)
        {
            var place = new NpgsqlConnectionStringBuilder(settings.Place.ConnectionString);
            environment["PGHOST"] = place.Host ?? "";
            environment["PGPORT"] = place.Port.ToString(CultureInfo.InvariantCulture);
            environment["PGUSER"] = place.Username ?? "";
            environment["PGDATABASE"] = place.Database ?? "";
        }

        return Child.Start("node", ["bot.mjs"], environment, settings.Core, Path.Combine(Checkout.Folder, "tests", "Sferum.Bot.Benchmarks", "VkIo"));
    }
}
