namespace Sferum.Bot.Messaging;

/// <summary>From the outcome of an attempt to what the ledger says. Pure, so that every case is a row of a table in the tests.</summary>
internal static class SendPolicy
{
    /// <summary>A callback button's answer is taken for one minute only (<c>vk-platform.md</c> §2.3).</summary>
    public static readonly TimeSpan PressLife = TimeSpan.FromSeconds(60);

    /// <summary>Within this the same random_id is safe to send again (§3.1: one hour, less a margin).</summary>
    public static readonly TimeSpan SafeResend = TimeSpan.FromMinutes(55);

    /// <summary>After so many passing faults in a row they are taken for a lasting one: 1, 2, 4 … 15 s, about half an hour.</summary>
    public const int MostFaults = 125;

    /// <summary>Somebody waits for an answer: a person whose message met some faults in a row must not wait for minutes.</summary>
    private const double LongestPause = 15;

    /// <summary>How long nothing is tried while the token or the settings are wrong.</summary>
    public static readonly TimeSpan AlertPause = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long a message is worth sending: what a bot promises has to come within 24 hours (§3.8), a reminder is of its day;
    /// a broadcast outlives the longest holidays and a pause.
    /// </summary>
    public static TimeSpan LifeOf(SendPurpose purpose) => purpose switch
    {
        SendPurpose.PressAnswer => PressLife,
        SendPurpose.Reminder => TimeSpan.FromHours(10),
        SendPurpose.Reply => TimeSpan.FromHours(24),
        SendPurpose.Notice => TimeSpan.FromDays(3),
        SendPurpose.Broadcast => TimeSpan.FromDays(30),
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "unknown purpose"),
    };

    /// <summary>What is known of a row before it is tried; null: it may go out.</summary>
    /// <param name="unwanted">The person wants no messages that he did not ask for.</param>
    public static SendVerdict? BeforeAttempt(OutboxRow row, bool unreachable, DateTimeOffset now, bool unwanted = false)
    {
        if (row.Content is Outgoing.Unreadable unreadable)
        {
            return new SendVerdict.Finished(row, Fate.Failed, Reason: $"unreadable: {unreadable.Reason}");
        }

        if (!row.Uncertain && HandedBack(row) is { } back)
        {
            return back;
        }

        if (unwanted && row.Purpose >= SendPurpose.Reminder)
        {
            return new SendVerdict.Finished(row, Fate.Unwanted, Reason: "wants no messages that were not asked for");
        }

        if (now - row.CreatedAt > LifeOf(row.Purpose))
        {
            return new SendVerdict.Finished(row, Fate.Expired, Reason: "its time was over before it could be sent");
        }

        // A chat that can't be written to can be left all the same.
        return unreachable && row.Purpose > SendPurpose.Reply && row.Content is not Outgoing.LeaveChat
            ? new SendVerdict.Finished(row, Fate.Unreachable, Reason: "known to be out of reach")
            : null;
    }

    /// <summary>Whether a second message could appear if the row were simply sent again, or one that is not wanted any more.</summary>
    public static bool MustBeLookedFor(OutboxRow row, DateTimeOffset now) =>
        row is { Uncertain: true, Content: Outgoing.Text } && (HandedBack(row) is not null || now - row.FirstTryAt > SafeResend);

    /// <summary>What becomes of a row that is not to go out any more, or not now, and has not; null for all others.</summary>
    public static SendVerdict.Finished? HandedBack(OutboxRow row) =>
        row.Cancelled ? new(row, Fate.Cancelled, Reason: "taken back before it was sent")
        : row.Held ? new(row, Fate.Withheld, Reason: "paused, or the hours are over")
        : null;

    /// <param name="jitter">0…1, from outside, so that many rows do not come back at once.</param>
    public static SendVerdict AfterAttempt(OutboxRow row, SendOutcome outcome, double jitter) => outcome switch
    {
        SendOutcome.Sent sent => new SendVerdict.Finished(
            row, Fate.Sent, MessageId: sent.MessageId, ConversationMessageId: sent.ConversationMessageId),
        SendOutcome.NotTried => new SendVerdict.Untouched(row),
        SendOutcome.Retry retry when row.Faults + 1 >= MostFaults => new SendVerdict.Finished(row, Fate.Failed, retry.Code, retry.Reason),
        SendOutcome.Retry retry =>
            new SendVerdict.Again(row, Backoff(row.Faults, jitter), retry.Code, retry.Reason, row.Faults + 1, retry.Uncertain),
        SendOutcome.Wait wait => new SendVerdict.Again(row, wait.Pause, wait.Code, wait.Reason),
        SendOutcome.Unreachable unreachable => new SendVerdict.Finished(row, Fate.Unreachable, unreachable.Code, unreachable.Reason),
        SendOutcome.KeyboardRefused refused when !row.WithoutKeyboard =>
            new SendVerdict.Again(row, TimeSpan.Zero, refused.Code, refused.Reason, WithoutKeyboard: true),
        SendOutcome.KeyboardRefused refused => new SendVerdict.Finished(row, Fate.Refused, refused.Code, refused.Reason),
        SendOutcome.Refused refused => new SendVerdict.Finished(row, Fate.Refused, refused.Code, refused.Reason),
        SendOutcome.Alert alert => new SendVerdict.Halted(row, AlertPause, alert.Code, alert.Reason),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome.GetType().Name, "unknown outcome"),
    };

    /// <summary>1, 2, 4 … 15 s, shortened by up to a quarter.</summary>
    private static TimeSpan Backoff(int faults, double jitter) =>
        TimeSpan.FromSeconds(Math.Min(LongestPause, Math.Pow(2, Math.Min(faults, 6))) * (1 - (0.25 * jitter)));
}
