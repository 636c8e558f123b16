using Sferum.Bot.Messaging;
using Sferum.Bot.Orders.Desk;

namespace Sferum.Bot.Turns;

/// <summary>Keeps up with who runs the community. What can't be told now stays as it was.</summary>
public sealed class ManagerLooker(IManagerSource source, CommunityManagers managers, TimeProvider clock, ILogger<ManagerLooker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <returns>0: there is nothing to go on with at once.</returns>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        if (await source.LookAsync(cancellationToken) is { } people)
        {
            managers.Use(people);
        }

        return 0;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var nobody = new SilentSignal();
        await new WorkLoop(nobody, clock, Pause).RunAsync(LookAsync, (_, e) => logger.ManagersUnread(e), stoppingToken);
    }
}
