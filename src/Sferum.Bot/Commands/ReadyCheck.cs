using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Sferum.Bot.Messaging;
using Sferum.Bot.Vk;
using Sferum.Bot.Vk.Receiving;

namespace Sferum.Bot.Commands;

/// <summary>
/// Ready: the database answers and, with long poll, the stream of events is open and VK was heard of not long ago. Before
/// it is open for the first time, what people write would be told to nobody.
/// </summary>
internal sealed class ReadyCheck(PipelineReport pipeline, PollPulse pulse, IOptions<VkOptions> vk) : IHealthCheck
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
            return vk.Value.Transport == VkTransportKind.Callback || (pulse.IsOpen && pulse.Silence < LongestSilence) ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Unhealthy("VK is not heard of", data: data);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("the database does not answer", e);
        }
    }
}
