using System.Data.Common;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>
/// Has the place of rows that have passed through inbox and outbox used again, each second while many pass.
/// PostgreSQL's own vacuum looks once a minute: by then hundreds of thousands of dead rows may lie before the few that wait,
/// and whoever looks for these goes past all of them.
/// </summary>
public sealed class QueueSweeper(Database database, Leadership leadership, TimeProvider clock, ILogger<QueueSweeper> logger) : BackgroundService
{
    private const int ManyDeadRows = 2_000;

    private static readonly string[] Queues = ["inbox", "outbox"];

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>While a long transaction of somebody else still sees the dead rows, sweeping once more only costs.</summary>
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(1);

    /// <returns>False when much was to be swept and could not be.</returns>
    public Task<bool> SweepAsync(CancellationToken cancellationToken) => database.VacuumAsync(Queues, ManyDeadRows, cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.Provider != StorageProvider.PostgreSql)
        {
            return;
        }

        var pause = Interval;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            // One process is enough; should there be two for a moment, the second one passes over what the first one sweeps.
            if (leadership.StateOf(LeaderRole.Scheduler) == LeadState.Leading)
            {
                pause = await HasSweptAsync(stoppingToken) ? Interval : pause * 2 < LongestInterval ? pause * 2 : LongestInterval;
            }
        }
    }

    private async Task<bool> HasSweptAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await SweepAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return true;
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            logger.SweepingFailed(e);
            return false;
        }
    }
}
