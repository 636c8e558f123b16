using Sferum.Bot.Calendar;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>
/// Carries the outbox to the messenger: in one process of all replicas, replies before broadcasts, many requests on
/// their way at once, of one peer one at a time.
/// </summary>
public sealed class OutboxSender(
    Database database,
    OutboxStore outbox,
    IMessageTransport transport,
    Leadership leadership,
    OutboxSignal signal,
    PipelineMetrics metrics,
    UnaskedHours unasked,
    TimeProvider clock,
    ILogger<OutboxSender> logger) : BackgroundService
{
    /// <summary>Rows that nobody announced, as of a process that has died, are found so soon.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(100);

    /// <summary>A term of sending that begins now.</summary>
    internal SendTerm BeginTerm() => new(database, outbox, transport, signal, metrics, unasked, clock, logger);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        leadership.RunAsync(LeaderRole.Sender, LeadAsync, stoppingToken, signal);

    private async Task LeadAsync(CancellationToken cancellationToken)
    {
        var term = BeginTerm();
        await new WorkLoop(signal, clock, Idle).RunAsync(term.StartUnlessLastAsync, (pause, e) => logger.SenderFailed(pause, e), cancellationToken);

        // What has begun is finished and written down, so that nothing is left uncertain.
        await term.SettleAsync();
    }
}
