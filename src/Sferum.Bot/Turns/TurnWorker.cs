using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Turns;

/// <summary>
/// Takes events from the inbox in batches and has them handled: a batch in one transaction, and, when that fails, each
/// event alone, so that a poisoned one ends in the dead letters and delays nobody but its own person for a moment.
/// </summary>
public sealed class TurnWorker(InboxStore inbox, TurnRunner turns, InboxSignal signal, TimeProvider clock, ILogger<TurnWorker> logger)
    : BackgroundService
{
    private const int BatchSize = 100;

    /// <summary>Handles what waits now.</summary>
    /// <returns>How many events were taken up.</returns>
    public async Task<int> HandleWaitingAsync(CancellationToken cancellationToken)
    {
        var rows = await inbox.ClaimAsync(BatchSize, cancellationToken);
        if (rows.Count == 0)
        {
            return 0;
        }

        try
        {
            await turns.HandleAsync(rows, cancellationToken);
            logger.Handled(rows.Count);
        }
        catch (Exception e) when (e is not OperationCanceledException && DatabaseFaults.Of(e) != DatabaseFault.Unavailable)
        {
            logger.BatchFailed(rows.Count, e);
            foreach (var row in rows)
            {
                try
                {
                    await HandleAloneAsync(row, cancellationToken);
                }
                catch (Exception alone) when (alone is not OperationCanceledException && DatabaseFaults.Of(alone) != DatabaseFault.Unavailable)
                {
                    // Not even its burial could be stored: the lease brings it back, the others go on.
                    logger.EventFailed(row.EventId, alone);
                }
            }
        }

        return rows.Count;
    }

    /// <summary>While the database is away, events stay in the inbox and their lease brings them back.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new WorkLoop(signal, clock).RunAsync(HandleWaitingAsync, (pause, e) => logger.WorkerFailed(pause, e), stoppingToken);

    private async Task HandleAloneAsync(InboxRow row, CancellationToken cancellationToken)
    {
        try
        {
            await turns.HandleAsync([row], cancellationToken);
        }
        catch (RefusedEffectException e)
        {
            // With fresh facts and alone it was no race: a payload was forged, or the dialogs allow what the stores don't.
            logger.EffectRefused(e.Effect.GetType().Name, row.PersonId, e.Result.ToString());
            await turns.ExcuseAsync(row, inbox.CompleteAsync, cancellationToken);
        }
        catch (Exception e) when (DatabaseFaults.Of(e) == DatabaseFault.Conflict)
        {
            // Another transaction was in the way: that is no attempt of the event's own.
            await inbox.PutBackAsync(row, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException && DatabaseFaults.Of(e) != DatabaseFault.Unavailable)
        {
            logger.EventFailed(row.EventId, e);
            var reason = $"{e.GetType().Name}: {e.Message}";
            if (row.Attempts + 1 < InboxStore.AttemptsBeforeDeath)
            {
                await inbox.FailAsync(row, reason, cancellationToken);
            }
            else
            {
                await turns.ExcuseAsync(row, (db, poisoned, token) => inbox.BuryAsync(db, poisoned, reason, token), cancellationToken);
            }
        }
    }
}
