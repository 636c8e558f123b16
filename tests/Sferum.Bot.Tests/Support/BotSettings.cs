using System.Globalization;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Tests.Support;

/// <summary>What a bot process is told of the simulator and the database it works on.</summary>
internal static class BotSettings
{
    public const string FilesPath = "Storage__FilesPath";

    /// <summary>With a fresh folder for files, which whoever asks has to remove. The office never closes and the bot never writes of its own accord: what is said must not depend on when a test runs.</summary>
    public static Dictionary<string, string> For(TestSimulator vk, StorageProvider provider, string connectionString) => new(EveryDay())
    {
        ["Vk__ApiBaseUrl"] = vk.Host.ApiBaseUrl.ToString(),
        ["Vk__Token"] = vk.Host.Token,
        ["Vk__GroupId"] = vk.Host.GroupId.ToString(CultureInfo.InvariantCulture),
        ["Vk__FileHosts__0"] = vk.Host.Address.Authority,
        ["Storage__Provider"] = provider.ToString(),
        ["Storage__ConnectionString"] = connectionString,
        [FilesPath] = Directory.CreateTempSubdirectory("sferum-files-").FullName,
        ["Office__Name"] = "Управление образования Вымышленского округа",
        ["Office__OpensAt"] = "00:00",
        ["Office__ClosesAt"] = "23:59:59.999",
        ["Office__UnaskedFrom"] = "00:00",
        ["Office__UnaskedUntil"] = "00:00:00.001",
    };

    private static IEnumerable<KeyValuePair<string, string>> EveryDay() =>
        Enum.GetNames<DayOfWeek>().Select((day, i) => KeyValuePair.Create($"Office__WorkDays__{i}", day));
}
