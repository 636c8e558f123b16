using Sferum.VkSimulator.Faults;

namespace Sferum.VkSimulator.Http;

/// <summary>Faults of the transport: latency, broken front server, dropped connections.</summary>
internal sealed class FaultGate(FaultBoard faults, VkSimulatorOptions options, VirtualClock clock)
{
    /// <summary>True when the request was answered with a fault or dropped before it had any effect.</summary>
    public async Task<bool> StrikesBeforeAsync(HttpContext http, string target, bool named = false)
    {
        var delay = (named ? TimeSpan.Zero : options.Latency) + (faults.Draw<Fault.Latency>(target, named)?.Delay ?? TimeSpan.Zero);
        if (delay > TimeSpan.Zero)
            await Task.Delay(delay, clock, http.RequestAborted);
        if (faults.Draw<Fault.Http>(target, named) is { } broken)
        {
            await Responses.HtmlAsync(http, broken.Status, "Fault on demand");
            return true;
        }

        if (faults.Draw<Fault.DropBefore>(target, named) is null)
            return false;
        http.Abort();
        return true;
    }

    /// <summary>True when the connection was dropped with the answer untold.</summary>
    public async Task<bool> StrikesAfterAsync(HttpContext http, string target, bool named = false)
    {
        if (faults.Draw<Fault.LateAnswer>(target, named) is { } late)
            await Task.Delay(late.Delay, clock, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (faults.Draw<Fault.DropAfter>(target, named) is null)
            return false;
        http.Abort();
        return true;
    }
}
