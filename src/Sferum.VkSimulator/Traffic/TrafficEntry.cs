namespace Sferum.VkSimulator.Traffic;

/// <summary>One exchange between the bot and the simulator, as the page shows it.</summary>
/// <param name="Kind">call, event, callback, upload.</param>
/// <param name="Parameters">Parameters of a call; null for the other kinds.</param>
/// <param name="Request">Body of what is not a call.</param>
/// <param name="Response">Answer, cut to a bounded length.</param>
internal sealed record TrafficEntry(
    long N,
    DateTimeOffset At,
    string Kind,
    string Name,
    IReadOnlyDictionary<string, string>? Parameters,
    string? Request,
    string Response,
    double Milliseconds);
