namespace Sferum.Bot.Messaging;

/// <summary>What the ledger is to say of a row after an attempt. A closed list.</summary>
public abstract record SendVerdict(OutboxRow Row)
{
    /// <summary>The row has its fate.</summary>
    public sealed record Finished(
        OutboxRow Row, Fate Fate, int? Code = null, string? Reason = null, long? MessageId = null, long? ConversationMessageId = null)
        : SendVerdict(Row);

    /// <summary>The row waits for its next attempt.</summary>
    /// <param name="Faults">Passing faults in a row, this one included; 0 after a pause that was asked for.</param>
    public sealed record Again(
        OutboxRow Row, TimeSpan After, int Code, string Reason, int Faults = 0, bool Uncertain = false, bool WithoutKeyboard = false)
        : SendVerdict(Row);

    /// <summary>Nothing was tried, and nothing is to be written down.</summary>
    public sealed record Untouched(OutboxRow Row) : SendVerdict(Row);

    /// <summary>Token or settings are wrong: the row waits, and so does everything else.</summary>
    public sealed record Halted(OutboxRow Row, TimeSpan After, int Code, string Reason) : SendVerdict(Row);
}
