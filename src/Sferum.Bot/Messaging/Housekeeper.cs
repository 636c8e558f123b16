using LinqToDB;
using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>
/// Keeps the tables small: once an hour one process removes what is older than its retention, in short deletes; of the
/// pipeline, and of the rooms that have registered <see cref="OldRows"/>. Files that the bot made for a message go after
/// the message.
/// </summary>
public sealed class Housekeeper(
    Database database, Leadership leadership, ContentStore contents, IEnumerable<OldRows> others, TimeProvider clock, ILogger<Housekeeper> logger)
    : BackgroundService
{
    /// <summary>For messages that have their fate.</summary>
    internal static readonly TimeSpan MessageRetention = TimeSpan.FromDays(30);

    /// <summary>For the ids of events: VK repeats one within minutes (<c>vk-platform.md</c> §4.1), and the digest counts those of a week.</summary>
    internal static readonly TimeSpan EventRetention = TimeSpan.FromDays(8);

    /// <summary>What is removed here without an <see cref="OldRows"/>.</summary>
    internal const string OwnRule = "housekeeper";

    private const int RowsPerDelete = 1_000;

    public async Task PruneAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var events = await PruneAsync(
            (db, token) =>
            {
                var old = db.GetTable<SeenEventRecord>().Where(e => e.SeenAt < now - EventRetention).Select(e => e.EventId).Take(RowsPerDelete);
                return db.GetTable<SeenEventRecord>().Where(e => old.Contains(e.EventId)).DeleteAsync(token);
            },
            cancellationToken);
        var messages = await PruneAsync(
            (db, token) =>
            {
                var old = db.GetTable<OutboxDoneRecord>().Where(m => m.FinishedAt < now - MessageRetention).Select(m => m.Id).Take(RowsPerDelete);
                return db.GetTable<OutboxDoneRecord>().Where(m => old.Contains(m.Id)).DeleteAsync(token);
            },
            cancellationToken);
        await PruneAsync(
            (db, token) =>
            {
                var over = db.GetTable<TalkRecord>().Where(t => t.Until < now - EventRetention).Select(t => t.PeerId).Take(RowsPerDelete);
                return db.GetTable<TalkRecord>().Where(t => over.Contains(t.PeerId)).DeleteAsync(token);
            },
            cancellationToken);
        foreach (var rows in others)
        {
            var removed = await PruneAsync((db, token) => rows.DeleteAsync(db, now, RowsPerDelete, token), cancellationToken);
            if (removed > 0)
            {
                logger.PrunedOthers(rows.Name, removed);
            }
        }

        if (events + messages > 0)
        {
            logger.Pruned(events, messages);
        }

        if (contents.RemoveMade(now - MessageRetention) is > 0 and var files)
        {
            logger.PrunedFiles(files);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => leadership.RunAsync(LeaderRole.Scheduler, LeadAsync, stoppingToken);

    private async Task<int> PruneAsync(Func<DataConnection, CancellationToken, Task<int>> delete, CancellationToken cancellationToken)
    {
        var all = 0;
        int deleted;
        do
        {
            deleted = await database.InTransactionAsync(delete, cancellationToken);
            all += deleted;
        }
        while (deleted > 0);
        return all;
    }

    private async Task LeadAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        try
        {
            do
            {
                try
                {
                    await PruneAsync(cancellationToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    logger.PruningFailed(e);
                }
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException)
        {
            // The lead or the process ends.
        }
    }
}
