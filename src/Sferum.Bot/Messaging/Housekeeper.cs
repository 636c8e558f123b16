using LinqToDB;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>Keeps inbox and outbox small: once an hour it removes what ended more than 30 days ago, in short deletes.</summary>
public sealed class Housekeeper(Database database, TimeProvider clock, ILogger<Housekeeper> logger) : BackgroundService
{
    internal static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    private const int RowsPerDelete = 1_000;

    public async Task PruneAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Retention;
        var events = 0;
        var messages = 0;
        int deleted;
        do
        {
            (var inbox, var outbox) = await database.InTransactionAsync(
                async (db, token) =>
                {
                    var oldEvents = db.GetTable<InboxRecord>().Where(e => e.HandledAt < before).OrderBy(e => e.HandledAt).Select(e => e.Id).Take(RowsPerDelete);
                    var oldMessages = db.GetTable<OutboxRecord>().Where(m => m.Fate != Fate.Queued && m.FinishedAt < before).OrderBy(m => m.FinishedAt).Select(m => m.Id).Take(RowsPerDelete);
                    return (
                        await db.GetTable<InboxRecord>().Where(e => oldEvents.Contains(e.Id)).DeleteAsync(token),
                        await db.GetTable<OutboxRecord>().Where(m => oldMessages.Contains(m.Id)).DeleteAsync(token));
                },
                cancellationToken);
            events += inbox;
            messages += outbox;
            deleted = inbox + outbox;
        }
        while (deleted > 0);

        if (events + messages > 0)
        {
            logger.Pruned(events, messages);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        try
        {
            do
            {
                try
                {
                    await PruneAsync(stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    logger.PruningFailed(e);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The process stops.
        }
    }
}
