using System.Diagnostics;

namespace Sferum.Bot.Messaging;

/// <summary>
/// The named steps of the way of a message, as spans of OpenTelemetry. Whoever listens sees each begin and end; without
/// a listener a step costs nothing. The crash tests kill the process at every one of them.
/// </summary>
public static class PipelineSteps
{
    /// <summary>Name of the source of the spans.</summary>
    public const string SourceName = "Sferum.Bot.Pipeline";

    /// <summary>One poll of the stream of events, until its answer is here.</summary>
    public const string ReceivePoll = "receive.poll";

    /// <summary>Events are put into the inbox.</summary>
    public const string ReceiveStore = "receive.store";

    /// <summary>A batch of events is handled: read, stepped and committed.</summary>
    public const string HandleBatch = "handle.batch";

    /// <summary>One event goes through the dialog core.</summary>
    public const string HandleStep = "handle.step";

    /// <summary>Some people are reminded of what is due: looked up, written and committed.</summary>
    public const string RemindBatch = "remind.batch";

    /// <summary>The specialist is told where reminding has come to its end.</summary>
    public const string RemindEscalate = "remind.escalate";

    /// <summary>The files of one message go up before it.</summary>
    public const string SendUpload = "send.upload";

    /// <summary>One request to the messenger with messages in it.</summary>
    public const string SendRequest = "send.request";

    /// <summary>What came of requests is written down.</summary>
    public const string SendRecord = "send.record";

    /// <summary>The recipients of a broadcast are written down.</summary>
    public const string BroadcastBegin = "broadcast.begin";

    /// <summary>Messages of a broadcast are put into the outbox.</summary>
    public const string BroadcastFeed = "broadcast.feed";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins a step, which ends when the result is disposed of; null while nobody listens.</summary>
    public static Activity? Begin(string step) => Source.StartActivity(step);
}
