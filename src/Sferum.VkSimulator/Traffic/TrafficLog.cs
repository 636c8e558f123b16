using System.Text;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Traffic;

/// <summary>The newest exchanges, bounded in number and size.</summary>
internal sealed class TrafficLog(int bound, VirtualClock clock, LiveFeed feed)
{
    private const int TextKept = 16_384;

    private readonly Lock _gate = new();
    private BoundedHistory<TrafficEntry> _entries = new(bound);

    public void Call(string name, IReadOnlyDictionary<string, string> parameters, ReadOnlySpan<byte> response, double milliseconds) =>
        Add("call", name, Cut(parameters), null, Encoding.UTF8.GetString(response[..Math.Min(response.Length, TextKept)]), milliseconds);

    public void Other(string kind, string name, string request, string response, double milliseconds) =>
        Add(kind, name, null, Cut(request), Cut(response), milliseconds);

    /// <summary>Entries with a number above <paramref name="after"/>, oldest first.</summary>
    public IReadOnlyList<TrafficEntry> After(long after)
    {
        lock (_gate)
            return [.. _entries.After(after)];
    }

    public void Clear()
    {
        lock (_gate)
            _entries = new BoundedHistory<TrafficEntry>(bound);
    }

    private static IReadOnlyDictionary<string, string> Cut(IReadOnlyDictionary<string, string> parameters) =>
        parameters.Values.All(value => value.Length <= TextKept)
            ? parameters
            : parameters.ToDictionary(pair => pair.Key, pair => Cut(pair.Value));

    private static string Cut(string text) => text.Length <= TextKept ? text : text[..TextKept];

    private void Add(
        string kind, string name, IReadOnlyDictionary<string, string>? parameters, string? request, string response, double milliseconds)
    {
        TrafficEntry entry;
        lock (_gate)
        {
            entry = new TrafficEntry(_entries.Last + 1, clock.Now, kind, name, parameters, request, response, milliseconds);
            _entries.Add(entry);
        }

        feed.Publish("traffic", new { n = entry.N, kind, name });
    }
}
