namespace Sferum.Bot.Messaging;

/// <summary>How it ended with a message. Every row of the outbox ends in one of these.</summary>
public enum Fate
{
    /// <summary>Taken by the messenger.</summary>
    Sent = 1,

    /// <summary>The person cannot be written to (900, 901, 902 …).</summary>
    Unreachable = 2,

    /// <summary>The messenger refused the message itself.</summary>
    Refused = 3,

    /// <summary>Its moment was over before it could go: a button's minute, a reminder's day.</summary>
    Expired = 4,

    /// <summary>The attempts are used up.</summary>
    Failed = 5,

    /// <summary>Taken back by a person before it went out.</summary>
    Cancelled = 6,

    /// <summary>Handed back to those who wrote it, unsent: its broadcast is paused, or the hours are over.</summary>
    Withheld = 7,

    /// <summary>The person has said that he wants no messages that he did not ask for.</summary>
    Unwanted = 8,
}
