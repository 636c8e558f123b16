using System.Data.Common;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>
/// Has the place of rows that have passed through inbox and outbox used again, every second while many pass.
/// PostgreSQL's own vacuum looks once a minute: by then hundreds of thousands of dead rows may lie before the few that wait,
/// and whoever looks for these goes past all of them.
/// </summary>
public sealed class QueueSweeper(Database database, Leadership leadership, TimeProvider clock, ILogger<QueueSweeper> logger) : BackgroundService
{
    private const int ManyDeadRows = 2_000;

    private static readonly string[] Queues = ["inbox", "outbox"];

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public Task SweepAsync(CancellationToken cancellationToken) => database.VacuumAsync(Queues, ManyDeadRows, cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.Provider != StorageProvider.PostgreSql)
        {
            return;
        }

        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                // One process is enough; should there be two for a moment, the second one passes over what the first one sweeps.
                if (leadership.StateOf(LeaderRole.Scheduler) == LeadState.Leading)
                {
                    await SweepUnlessAwayAsync(stoppingToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The process ends.
        }
    }

    private async Task SweepUnlessAwayAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SweepAsync(cancellationToken);
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            logger.SweepingFailed(e);
        }
    }
}
