using System.Diagnostics.Metrics;

namespace Sferum.Bot.Vk;

/// <summary>What the room measures about calls to VK, under the names that OpenTelemetry exports. Times are in seconds.</summary>
internal sealed class VkMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Sferum.Bot.Vk";

    private readonly Counter<long> _calls;
    private readonly Histogram<double> _durations;

    public VkMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _calls = meter.CreateCounter<long>("sferum.vk.calls", "{call}", "Calls of VK's API by method and error code; 0: taken, -1: no answer of VK");
        _durations = meter.CreateHistogram<double>("sferum.vk.call.duration", "s", "From the start of a call until its answer, without the wait for its turn");
    }

    /// <param name="code">VK's error code; 0: the call was taken, -1: no answer of VK.</param>
    public void Called(string method, int code, TimeSpan took)
    {
        _calls.Add(1, new KeyValuePair<string, object?>("method", method), new KeyValuePair<string, object?>("code", code));
        _durations.Record(took.TotalSeconds, new KeyValuePair<string, object?>("method", method));
    }
}
