using System.Collections.Immutable;

namespace Sferum.Bot.Vk.Api;

/// <summary>
/// What a row says to VK. A closed list; all but <see cref="LeaveChat"/> may stand in an <c>execute</c>
/// (<c>vk-platform.md</c> §1.5).
/// </summary>
internal abstract record VkCall
{
    private VkCall()
    {
    }

    /// <param name="RandomId">Never 0: it keeps a repeated call from becoming a second message (§3.1).</param>
    public sealed record Send(long PeerId, int RandomId, VkContent Content) : VkCall;

    /// <param name="Notice">Shown over the chat for ten seconds, at most 90 characters; null only ends the waiting.</param>
    public sealed record AnswerPress(string EventId, long UserId, long PeerId, string? Notice) : VkCall;

    /// <summary>Goes by itself: the number of the community is the client's to know.</summary>
    public sealed record LeaveChat(long ChatPeerId) : VkCall;
}

/// <summary>What a message says. <paramref name="Keyboard"/> is VK's JSON (§3.5), <paramref name="Attachments"/> are names like <c>photo1_22_key</c>.</summary>
internal sealed record VkContent(string Text, string? Keyboard, ImmutableArray<string> Attachments)
{
    public static VkContent Plain(string text) => new(text, null, []);
}

/// <summary>A message that VK has taken. Both ids are 0 for what has none (the answer to a press).</summary>
/// <param name="ConversationMessageId">0 unless VK told it: it does so only for sends to many.</param>
internal sealed record VkSent(long MessageId, long ConversationMessageId);
