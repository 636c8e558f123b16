using System.Globalization;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Crash;

/// <summary>
/// Settings by which the bot may write of its own accord, whenever the test runs: at the office it is noon, far from both
/// ends of the day, and every day about now is a working day.
/// </summary>
internal sealed class OpenGate : IDisposable
{
    private const int Noon = 12;

    private readonly DirectoryInfo _dialogs = Directory.CreateTempSubdirectory("sferum-gate-");

    public OpenGate(DateTimeOffset now)
    {
        DialogsCopy.To(_dialogs);
        var days = Enumerable.Range(-7, 15).Select(day => now.UtcDateTime.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        File.WriteAllText(Path.Combine(_dialogs.FullName, "calendar", "office.yaml"), $"office:\n  working_days: [{string.Join(", ", days)}]\n");
        Settings =
        [
            ("Dialogs__Path", _dialogs.FullName),
            ("Office__TimeZone", ZoneAtNoon(now)),
            ("Office__UnaskedUntil", "23:59:59.999"),
        ];
    }

    public IReadOnlyList<(string Name, string Value)> Settings { get; }

    public void Dispose() => _dialogs.Delete(recursive: true);

    /// <summary>The names of these zones have the sign the other way round: five hours before Greenwich is <c>Etc/GMT-5</c>.</summary>
    private static string ZoneAtNoon(DateTimeOffset now) => (now.UtcDateTime.Hour - Noon) switch
    {
        0 => "Etc/GMT",
        var behind => string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{behind:+0;-0}"),
    };
}
