using System.Globalization;
using Sferum.Bot.Messaging;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Crash;

/// <summary>A place at which the process is killed.</summary>
/// <param name="Place">As the crash hook takes it, without the hit.</param>
/// <param name="MostHits">It is killed at a hit from 1 to this.</param>
/// <param name="After">How long after the step began or ended.</param>
/// <param name="Faults">What VK does meanwhile.</param>
internal sealed record CrashPoint(string Name, string Place, int MostHits, TimeSpan After, IReadOnlyList<FaultRule> Faults)
{
    public const string Variable = "SFERUM_CRASH_AT";

    private const string Commit = "commit";

    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(120);

    /// <summary>Every step of receiving by long poll, handling and sending.</summary>
    public static IReadOnlyList<CrashPoint> OfLongPoll { get; } =
    [
        .. Both(PipelineSteps.ReceivePoll),
        .. Both(PipelineSteps.ReceiveStore),
        .. Both($"{PipelineSteps.ReceiveStore}/{Commit}"),
        .. OfHandlingAndSending(),
    ];

    /// <summary>Every step of receiving by callback, and where handling and sending begin and end.</summary>
    public static IReadOnlyList<CrashPoint> OfCallback { get; } =
    [
        .. Both(PipelineSteps.ReceiveStore),
        .. Both($"{PipelineSteps.ReceiveStore}/{Commit}"),
        .. Both($"{PipelineSteps.HandleBatch}/{Commit}"),
        .. Both(PipelineSteps.SendRequest),
    ];

    /// <summary>Every step of something that the bot writes of its own accord, and of sending it. Named are the steps around its transactions.</summary>
    public static IReadOnlyList<CrashPoint> OfUnasked(params IEnumerable<string> steps) =>
    [
        .. steps.SelectMany(step => (IEnumerable<CrashPoint>)[.. Both(step, mostHits: 1), .. Both($"{step}/{Commit}", mostHits: 1)]),
        .. OfSending(mostHits: 1),
    ];

    /// <summary>Every step of sending a message with a file.</summary>
    public static IReadOnlyList<CrashPoint> OfUpload { get; } = [.. Both(PipelineSteps.SendUpload, mostHits: 1), .. OfSending(mostHits: 1)];

    public string At(int hit) =>
        string.Create(CultureInfo.InvariantCulture, $"{Place}:{hit}:{(int)After.TotalMilliseconds}");

    private static IEnumerable<CrashPoint> OfHandlingAndSending() =>
    [
        .. Both(PipelineSteps.HandleBatch),
        .. Both(PipelineSteps.HandleStep, mostHits: 8),
        .. Both($"{PipelineSteps.HandleBatch}/{Commit}"),
        .. OfSending(mostHits: 4),
    ];

    private static IEnumerable<CrashPoint> OfSending(int mostHits) =>
    [
        .. Both(PipelineSteps.SendRequest, mostHits),
        .. Both(PipelineSteps.SendRecord, mostHits),
        .. Both($"{PipelineSteps.SendRecord}/{Commit}", mostHits),
        In("middle, before VK has acted", $"{PipelineSteps.SendRequest}:begin", new Fault.Latency(Slow), mostHits),
        In("middle, after VK has acted", $"{PipelineSteps.SendRequest}:begin", new Fault.LateAnswer(Slow), mostHits),
        Dropped($"{PipelineSteps.SendRecord}:begin"),
        Dropped($"{PipelineSteps.SendRecord}:end"),
    ];

    private static CrashPoint[] Both(string step, int mostHits = 4) =>
    [
        new($"{step}, begin", $"{step}:begin", mostHits, TimeSpan.Zero, []),
        new($"{step}, end", $"{step}:end", mostHits, TimeSpan.Zero, []),
    ];

    /// <summary>While VK takes its time with the request.</summary>
    private static CrashPoint In(string name, string place, Fault slow, int mostHits) =>
        new($"{PipelineSteps.SendRequest}, {name}", place, mostHits, Slow / 2, Sending(slow, times: null));

    /// <summary>When VK has taken the messages, the connection broke, and the bot doesn't know it.</summary>
    private static CrashPoint Dropped(string place) =>
        new($"{place} of a request whose answer was lost", place, 1, TimeSpan.Zero, Sending(new Fault.DropAfter(), times: 1));

    private static FaultRule[] Sending(Fault fault, int? times) =>
        [new FaultRule("execute", fault, Times: times), new FaultRule("messages.send", fault, Times: times)];
}
