using System.Globalization;
using Microsoft.Extensions.Hosting.Systemd;

namespace Sferum.Bot.Commands;

/// <summary>Tells systemd that the process still gets things done, where the unit asks for it (<c>WatchdogSec=</c>, sd_watchdog_enabled(3)).</summary>
internal sealed class SystemdWatchdog(IServiceProvider services, TimeProvider time) : BackgroundService
{
    /// <summary>Microseconds after which systemd kills a silent process.</summary>
    private const string Variable = "WATCHDOG_USEC";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (services.GetService<ISystemdNotifier>() is not { IsEnabled: true } systemd
            || !long.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var most)
            || most < 3)
        {
            return;
        }

        using var timer = new PeriodicTimer(TimeSpan.FromMicroseconds(most / 3), time);
        do
        {
            systemd.Notify(new ServiceState("WATCHDOG=1"));
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
