using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Turns;

/// <summary>
/// Has waiting events handled in batches: a batch in one transaction, and, when that fails, the culprit alone, or each
/// event alone where it can't be told, so that a poisoned one ends in the dead letters and delays nobody but its own person
/// for a moment. On PostgreSQL several batches are under way at once: while one waits for its commit, another computes.
/// </summary>
public sealed class TurnWorker(
    Database database, InboxStore inbox, TurnRunner turns, InboxSignal signal, PipelineMetrics metrics, TimeProvider clock, ILogger<TurnWorker> logger)
    : BackgroundService
{
    private const int BatchSize = 200;

    private const int Workers = 2;

    /// <summary>Handles what waits now.</summary>
    /// <returns>How many events were taken up.</returns>
    public async Task<int> HandleWaitingAsync(CancellationToken cancellationToken) => (await HandleBatchAsync(cancellationToken)).Handled;

    /// <returns>How many events were taken up, and whether it is known that nothing more waits; what comes meanwhile is announced.</returns>
    private async Task<(int Handled, bool IsLast)> HandleBatchAsync(CancellationToken cancellationToken)
    {
        var batch = await turns.HandleAsync(BatchSize, cancellationToken);
        if (batch.Rows.Count == 0)
        {
            return (0, true);
        }

        if (batch.Fault is { } fault)
        {
            logger.BatchFailed(batch.Rows.Count, fault);

            // With the culprit out of the way, the others come again at once, together.
            foreach (var row in batch.Culprit is { } culprit ? [culprit] : batch.Rows)
            {
                await HandleAloneAsync(row, cancellationToken);
            }
        }
        else
        {
            logger.Handled(batch.Rows.Count);
        }

        return (batch.Rows.Count, batch.Rows.Count < BatchSize && !batch.More);
    }

    /// <summary>While the database is away, events stay in the inbox.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Enumerable.Range(0, database.Provider == StorageProvider.PostgreSql ? Workers : 1)
            .Select(_ => Task.Run(
                () => new WorkLoop(signal, clock).RunAsync(HandleUnlessLastAsync, (pause, e) => logger.WorkerFailed(pause, e), stoppingToken), stoppingToken)));

    /// <summary>Looking once more costs as much as an event.</summary>
    private async Task<int> HandleUnlessLastAsync(CancellationToken cancellationToken) =>
        await HandleBatchAsync(cancellationToken) is { IsLast: false, Handled: var handled } ? handled : 0;

    private async Task HandleAloneAsync(InboxRow row, CancellationToken cancellationToken)
    {
        try
        {
            await turns.HandleAloneAsync(row.Id, cancellationToken);
        }
        catch (TurnFailedException failed) when (failed.InnerException is RefusedEffectException e)
        {
            // With fresh facts and alone it was no race: a payload was forged, or the dialogs allow what the stores don't.
            logger.EffectRefused(e.Effect.GetType().Name, row.PersonId, e.Result.ToString());
            await turns.ExcuseAsync(row, poison: null, cancellationToken);
        }
        catch (Exception e) when (DatabaseFaults.Of(e) == DatabaseFault.Conflict)
        {
            // Another transaction was in the way: that is no attempt of the event's own, and it is still in the inbox.
            logger.EventFailed(row.EventId, e);
        }
        catch (Exception e) when (e is not OperationCanceledException && DatabaseFaults.Of(e) != DatabaseFault.Unavailable)
        {
            logger.EventFailed(row.EventId, e);
            metrics.Failed();
            if (row.Attempts + 1 < InboxStore.AttemptsBeforeDeath)
            {
                await inbox.FailAsync(row, cancellationToken);
            }
            else
            {
                await BuryAsync(row, e is TurnFailedException { InnerException: { } reason } ? reason : e, cancellationToken);
            }
        }
    }

    private async Task BuryAsync(InboxRow row, Exception reason, CancellationToken cancellationToken)
    {
        try
        {
            await turns.ExcuseAsync(row, $"{reason.GetType().Name}: {reason.Message}", cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException && DatabaseFaults.Of(e) != DatabaseFault.Unavailable)
        {
            // Not even its burial could be stored: it waits for another attempt, the others go on.
            logger.EventFailed(row.EventId, e);
            await inbox.FailAsync(row, cancellationToken);
        }
    }
}
