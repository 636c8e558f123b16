namespace Sferum.Bot.Broadcasts;

/// <summary>What a specialist writes to many.</summary>
/// <param name="Draft">Tells drafts of one author apart: sent twice, it is one broadcast.</param>
/// <param name="Body">With its variables as they were written.</param>
/// <param name="Attachments">The messenger's own names of files, joined by commas.</param>
/// <param name="Urgent">Also to those who had a message today that they did not ask for.</param>
/// <param name="SendAt">Not before; within the hours in which the bot may write of its own accord.</param>
public sealed record NewBroadcast(long AuthorId, string Draft, string Body, string Attachments, Audience Audience, bool Urgent, DateTimeOffset SendAt);

public sealed record Broadcast(
    long Id,
    long AuthorId,
    string Body,
    string Attachments,
    Audience Audience,
    bool Urgent,
    string State,
    DateTimeOffset SendAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    string Draft);

/// <summary>Where a broadcast stands. A closed list.</summary>
public static class BroadcastState
{
    /// <summary>Waits for its time, or for the minute in which it can be taken back.</summary>
    public const string Planned = "planned";

    /// <summary>Its recipients are written down and messages go out.</summary>
    public const string Running = "running";

    public const string Paused = "paused";

    /// <summary>Every message has its fate.</summary>
    public const string Done = "done";

    /// <summary>Taken back by the specialist; what had gone out by then has.</summary>
    public const string Cancelled = "cancelled";
}

/// <summary>What became of one recipient. A closed list.</summary>
public static class RecipientState
{
    /// <summary>His message is not in the outbox yet.</summary>
    public const string Waiting = "waiting";

    /// <summary>It is.</summary>
    public const string Queued = "queued";

    public const string Sent = "sent";

    /// <summary>VK would not: he forbade messages (code in the row).</summary>
    public const string Unreachable = "unreachable";

    /// <summary>VK refused the message itself.</summary>
    public const string Refused = "refused";

    public const string Expired = "expired";

    public const string Failed = "failed";

    public const string Cancelled = "cancelled";

    /// <summary>Nobody acts for the institution.</summary>
    public const string Absent = "absent";

    /// <summary>He said «стоп».</summary>
    public const string Muted = "muted";

    /// <summary>The words speak of what is left to do, and he has nothing left.</summary>
    public const string Settled = "settled";

    /// <summary>He is known to have forbidden messages.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>Whom another attempt may reach: what stood in the way can have passed.</summary>
    public static IReadOnlyList<string> Retryable { get; } = [Unreachable, Refused, Expired, Failed, Forbidden, Absent, Cancelled];

    /// <summary>Who should have got it and did not, whatever the reason.</summary>
    public static IReadOnlyList<string> NotReached { get; } = [Unreachable, Refused, Expired, Failed, Forbidden, Absent, Muted];
}

/// <summary>How many recipients stand how.</summary>
/// <param name="Waiting">Not sent yet, those on their way included.</param>
/// <param name="Later">Of them, those who had a message today and get this one on another day.</param>
/// <param name="Unreached">Did not and will not get it.</param>
/// <param name="Retryable">Of them, those whom another attempt may reach.</param>
/// <param name="Settled">Left out, since they have nothing left to do of what it speaks of.</param>
public sealed record BroadcastCount(int Total, int Waiting, int Later, int Sent, int Read, int Answered, int Unreached, int Retryable, int Cancelled, int Settled)
{
    public static BroadcastCount None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}

/// <summary>One row of the list of fates.</summary>
/// <param name="State">One of <see cref="RecipientState"/>.</param>
/// <param name="Institutions">Their names.</param>
public sealed record RecipientFate(
    long? PersonId, IReadOnlyList<string> Institutions, string State, int? Code, DateTimeOffset? SentAt, bool Read, bool Answered);

/// <summary>A recipient whose message is to be written.</summary>
public sealed record WaitingRecipient(int Position, long PersonId, IReadOnlyList<long> Institutions);
