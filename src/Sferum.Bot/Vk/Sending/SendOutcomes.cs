using Sferum.Bot.Messaging;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Errors;

namespace Sferum.Bot.Vk.Sending;

/// <summary>From VK's answer to what the ledger is told, by the policy of <c>vk-platform.md</c> §5.</summary>
internal static class SendOutcomes
{
    private const int LongestDoubling = 4;

    /// <summary>After so many attempts an outage of a section counts as a long one.</summary>
    private const int AttemptsBeforeWait = 3;

    /// <summary>1 and 36 may, 10 is known to be told of messages that went out all the same (§5).</summary>
    private static readonly int[] Uncertain = [1, 10, 36];

    /// <summary>How VK says that the token has no right to documents; the rest of sending goes on without it.</summary>
    private static readonly int[] DocumentRight = [7, 15];

    /// <param name="attempts">Attempts made before this one.</param>
    /// <param name="hasKeyboard">Whether the message carried a keyboard that can be left out.</param>
    public static SendOutcome Of(VkResult<VkSent> result, int attempts, bool hasKeyboard) => result switch
    {
        VkResult<VkSent>.Ok { Value: var sent } => new SendOutcome.Sent(sent.MessageId, sent.ConversationMessageId),
        VkResult<VkSent>.Error { Problem: var error } => Of(error, attempts, hasKeyboard),
        VkResult<VkSent>.Fault { Problem: var fault } => new SendOutcome.Retry(0, fault.Reason, fault.Uncertain),
        VkResult<VkSent>.NotCalled => new SendOutcome.NotTried(),
        _ => throw new InvalidOperationException($"Unknown result {result.GetType().Name}."),
    };

    /// <summary>
    /// Of an upload that VK refused, after which nothing was sent: no attempt is uncertain, and a right that the token lacks,
    /// or a code that no list knows, is told of this row and neither of all others nor of the person.
    /// </summary>
    public static SendOutcome OfUpload(VkError error, int attempts) => Of(error, attempts, hasKeyboard: false) switch
    {
        SendOutcome.Retry retry => retry with { Uncertain = false },
        SendOutcome.Alert alert when DocumentRight.Contains(alert.Code) => new SendOutcome.Refused(alert.Code, alert.Reason),
        SendOutcome.Unreachable unreachable when VkErrorPolicy.Of(error).Policy == VkPolicy.Unknown => new SendOutcome.Refused(unreachable.Code, unreachable.Reason),
        var outcome => outcome,
    };

    /// <summary>Of an upload that the network lost: again, and nothing was sent.</summary>
    public static SendOutcome OfUpload(VkFault fault) => new SendOutcome.Retry(0, fault.Reason, Uncertain: false);

    private static SendOutcome Of(VkError error, int attempts, bool hasKeyboard)
    {
        var (code, reason) = (error.Code, error.Message);
        var rule = VkErrorPolicy.Of(error);
        switch (rule.Policy)
        {
            case VkPolicy.Retry:
            case VkPolicy.RetryOnce when attempts == 0:
            case VkPolicy.RetryThenWait when attempts < AttemptsBeforeWait:
                return new SendOutcome.Retry(code, reason, Uncertain.Contains(code));
            case VkPolicy.Wait or VkPolicy.RetryThenWait:
                return new SendOutcome.Wait(code, reason, rule.Pause * Math.Pow(2, Math.Min(attempts, LongestDoubling)));
            case VkPolicy.DropKeyboard when hasKeyboard:
                return new SendOutcome.KeyboardRefused(code, reason);
            case VkPolicy.Alert:
                return new SendOutcome.Alert(code, reason);
            case VkPolicy.Unreachable or VkPolicy.ChatUnusable or VkPolicy.Unknown:
                return new SendOutcome.Unreachable(code, reason);
            case VkPolicy.Refuse or VkPolicy.RetryOnce or VkPolicy.DropKeyboard or VkPolicy.NotExpected:
                return new SendOutcome.Refused(code, reason);
            default:
                throw new InvalidOperationException($"Unknown policy {rule.Policy}.");
        }
    }
}
