using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;
using Sferum.Bot.Vk;
using Sferum.Bot.Vk.Receiving;

namespace Sferum.Bot.Commands;

/// <summary>
/// Ready: the database answers and, with long poll, another process reads the stream of events, or this one does, the
/// stream is open and VK was heard of not long ago.
/// </summary>
internal sealed class ReadyCheck(PipelineReport pipeline, Leadership leadership, PollPulse pulse, IOptions<VkOptions> vk) : IHealthCheck
{
    /// <summary>A poll answers after 25 s at the latest; some faults in a row pass by themselves.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        try
        {
            var state = await pipeline.ReadAsync(cancellationToken);
            var data = new Dictionary<string, object>
            {
                ["waitingEvents"] = state.WaitingEvents,
                ["waitingMessages"] = state.WaitingMessages,
                ["deadLetters"] = state.DeadLetters,
            };
            return IsHeard() ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Unhealthy("VK is not heard of", data: data);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("the database does not answer", e);
        }
    }

    private bool IsHeard() => vk.Value.Transport switch
    {
        VkTransportKind.Callback => true,
        VkTransportKind.LongPoll => leadership.StateOf(LeaderRole.Poller) switch
        {
            LeadState.Standby => true,
            LeadState.Leading => pulse.IsOpen && pulse.Silence < LongestSilence,
            LeadState.Unknown => false,
            var other => throw new InvalidOperationException($"unknown state {other}"),
        },
        var other => throw new InvalidOperationException($"unknown transport {other}"),
    };
}
