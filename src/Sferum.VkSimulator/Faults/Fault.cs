namespace Sferum.VkSimulator;

/// <summary>A way in which VK fails on demand.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>Answers with this error code; for long poll with <c>failed</c> of this number.</summary>
    public sealed record ErrorCode(int Code) : Fault;

    /// <summary>Answers with this HTTP status and an HTML page.</summary>
    public sealed record Http(int Status) : Fault;

    /// <summary>Drops the connection before the call had an effect.</summary>
    public sealed record DropBefore : Fault;

    /// <summary>Drops the connection after the call had its effect: the message is sent, nobody hears of it.</summary>
    public sealed record DropAfter : Fault;

    /// <summary>So much later the call has its effect.</summary>
    public sealed record Latency(TimeSpan Delay) : Fault;

    /// <summary>So much later than its effect the call is answered: the person sees the message before the sender hears of it.</summary>
    public sealed record LateAnswer(TimeSpan Delay) : Fault;

    /// <summary>Delivers an event twice under one <c>event_id</c>.</summary>
    public sealed record DuplicateEvent : Fault;

    /// <summary>Long poll forgets its client: <c>failed: 3</c>.</summary>
    public sealed record LoseTs : Fault;

    /// <summary>Long poll delivers the last events once more.</summary>
    public sealed record RewindTs : Fault;
}

/// <summary>When a fault happens.</summary>
/// <param name="Method">
/// A method name, <c>longpoll</c>, <c>upload</c>, or an event type for <see cref="Fault.DuplicateEvent"/>; null means every
/// method or event. Inside <c>execute</c> only rules that name the inner method count.
/// </param>
/// <param name="Rate">Share of the calls from 0 to 1.</param>
/// <param name="Times">How often at most; null is without an end.</param>
public sealed record FaultRule(string? Method, Fault Fault, double Rate = 1, int? Times = null);
