using System.Diagnostics.Metrics;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>
/// How full the pipeline is and who leads, as gauges. The database is asked every few seconds, not by whoever reads the
/// gauges, so that no reader can make it slow.
/// </summary>
public sealed class PipelineDepth : BackgroundService
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Sferum.Bot.Depth";

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    private readonly PipelineReport _report;
    private readonly TimeProvider _clock;
    private PipelineState? _state;

    public PipelineDepth(PipelineReport report, Leadership leadership, IMeterFactory meters, TimeProvider clock)
    {
        _report = report;
        _clock = clock;
        var meter = meters.Create(MeterName);
        meter.CreateObservableGauge("sferum.inbox.depth", () => Of(state => state.WaitingEvents), "{event}", "Events that wait to be handled");
        meter.CreateObservableGauge("sferum.outbox.depth", () => Of(state => state.WaitingMessages), "{message}", "Messages that wait to be sent");
        meter.CreateObservableGauge("sferum.dead_letters", () => Of(state => state.DeadLetters), "{event}", "Events put aside with an error");
        meter.CreateObservableGauge("sferum.inbox.age", () => Of(state => AgeOf(state.OldestEvent)), "s", "Age of the oldest event that waits");
        meter.CreateObservableGauge("sferum.outbox.age", () => Of(state => AgeOf(state.OldestMessage)), "s", "Age of the oldest message that waits");
        meter.CreateObservableGauge(
            "sferum.leader",
            () => Enum.GetValues<LeaderRole>().Select(role => new Measurement<int>(
                leadership.StateOf(role) == LeadState.Leading ? 1 : 0, new KeyValuePair<string, object?>("role", role.ToString()))),
            description: "1 where this process leads");
    }

    /// <summary>While the database is away the gauges fall silent; whoever works with it tells of it.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var nobody = new SilentSignal();
        await new WorkLoop(nobody, _clock, Period).RunAsync(LookAsync, (_, _) => _state = null, stoppingToken);
    }

    private async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        _state = await _report.ReadAsync(cancellationToken);
        return 0;
    }

    private IEnumerable<Measurement<double>> Of(Func<PipelineState, double> value) =>
        _state is { } state ? [new Measurement<double>(value(state))] : [];

    private double AgeOf(DateTimeOffset? since) => since is { } at ? Math.Max(0, (_clock.GetUtcNow() - at).TotalSeconds) : 0;
}
