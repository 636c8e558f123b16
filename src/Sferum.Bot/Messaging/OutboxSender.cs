using System.Collections.Immutable;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>Carries rows of the outbox to the messenger, one row of a peer at a time, and writes down what came of it.</summary>
public sealed class OutboxSender(
    Database database,
    OutboxStore outbox,
    PeerStore peers,
    IMessageTransport transport,
    OutboxSignal signal,
    TimeProvider clock,
    ILogger<OutboxSender> logger) : BackgroundService
{
    /// <summary>Peers in one round; at 20 requests/s and 25 calls in a request that is half a second's worth.</summary>
    private const int BatchSize = 250;

    // Spreads retries only; nothing depends on its values.
    private readonly Random _jitter = new();

    private DateTimeOffset _haltedUntil = DateTimeOffset.MinValue;

    /// <summary>Sends what is due now.</summary>
    /// <returns>How many rows were taken up.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() < _haltedUntil)
        {
            return 0;
        }

        var rows = await outbox.ClaimAsync(BatchSize, cancellationToken);
        if (rows.Count == 0)
        {
            return 0;
        }

        var unreachable = await database.ReadAsync(
            (db, token) => peers.UnreachableAsync(db, [.. rows.Select(row => row.PeerId).Distinct()], token), cancellationToken);
        var now = clock.GetUtcNow();
        var verdicts = new List<SendVerdict>(rows.Count);
        var sendable = ImmutableArray.CreateBuilder<OutboxRow>(rows.Count);
        foreach (var row in rows)
        {
            if (SendPolicy.BeforeAttempt(row, unreachable.Contains(row.PeerId), now) is { } verdict)
            {
                verdicts.Add(verdict);
            }
            else
            {
                sendable.Add(row);
            }
        }

        if (sendable.Count > 0)
        {
            // What has begun is finished and written down even while the process stops, so that nothing is left uncertain.
            var outcomes = await transport.SendAsync(sendable.ToImmutable(), CancellationToken.None);
            verdicts.AddRange(sendable.Select(row => SendPolicy.AfterAttempt(row, outcomes[row.Id], _jitter.NextDouble())));
        }

        using (PipelineSteps.Begin(PipelineSteps.SendRecord))
        {
            await outbox.RecordAsync(verdicts, CancellationToken.None);
        }

        Report(verdicts);
        if (verdicts.OfType<SendVerdict.Halted>().FirstOrDefault() is { } halted)
        {
            _haltedUntil = clock.GetUtcNow() + halted.After;
            logger.SendingHalted(halted.After, halted.Code, halted.Reason);
        }

        return rows.Count;
    }

    /// <summary>While the database is away, or a transport breaks its promise, rows stay queued and their lease brings them back.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new WorkLoop(signal, clock).RunAsync(SendDueAsync, (pause, e) => logger.SenderFailed(pause, e), stoppingToken);

    private void Report(IEnumerable<SendVerdict> verdicts)
    {
        foreach (var verdict in verdicts)
        {
            switch (verdict)
            {
                case SendVerdict.Finished { Fate: not Fate.Sent } finished:
                    logger.NotDelivered(finished.Row.Id, finished.Row.PeerId, finished.Fate, finished.Code, finished.Reason);
                    break;
                case SendVerdict.Again again:
                    logger.SentLater(again.Row.Id, again.Row.PeerId, again.After, again.Code, again.Reason);
                    break;
            }
        }
    }
}
