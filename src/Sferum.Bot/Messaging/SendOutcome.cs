namespace Sferum.Bot.Messaging;

/// <summary>What one attempt to send came to; the policy of <c>vk-platform.md</c> §5 decides which. A closed list.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The messenger has taken it.</summary>
    public sealed record Sent(long MessageId, long ConversationMessageId) : SendOutcome;

    /// <summary>Another row of the same peer had to go before it and did not: it waits for that one's fate.</summary>
    public sealed record NotTried : SendOutcome;

    /// <summary>A passing fault: again soon with the same random_id. <paramref name="Uncertain"/>: it may have been taken all the same.</summary>
    public sealed record Retry(int Code, string Reason, bool Uncertain) : SendOutcome;

    /// <summary>Asked to slow down: nothing of this kind before <paramref name="Pause"/> is over.</summary>
    public sealed record Wait(int Code, string Reason, TimeSpan Pause) : SendOutcome;

    /// <summary>This person cannot be written to until he writes or allows messages again.</summary>
    public sealed record Unreachable(int Code, string Reason) : SendOutcome;

    /// <summary>The keyboard was refused (911, 912): once more without it.</summary>
    public sealed record KeyboardRefused(int Code, string Reason) : SendOutcome;

    /// <summary>The messenger will never take this message as it is.</summary>
    public sealed record Refused(int Code, string Reason) : SendOutcome;

    /// <summary>Token or settings are wrong: nothing goes out until a person mends it. The row stays queued.</summary>
    public sealed record Alert(int Code, string Reason) : SendOutcome;
}
