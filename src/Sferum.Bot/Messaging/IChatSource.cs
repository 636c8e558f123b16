namespace Sferum.Bot.Messaging;

/// <summary>Where a group chat that the community was added to is looked at. Implemented by room <c>Vk</c>.</summary>
public interface IChatSource
{
    /// <summary>Asks the messenger now; nothing is kept of the chat.</summary>
    /// <param name="chatPeerId">The chat, ≥ 2,000,000,000.</param>
    Task<ChatLook> LookAsync(long chatPeerId, CancellationToken cancellationToken);
}

/// <summary>What a look at a group chat came to (<c>vk-platform.md</c> §7.3). A closed list.</summary>
public abstract record ChatLook
{
    private ChatLook()
    {
    }

    /// <param name="Title">As its administrators named it: free text.</param>
    /// <param name="People">Members without communities, the bot among them.</param>
    public sealed record Seen(string Title, int People) : ChatLook;

    /// <summary>The chat shows itself to its administrators only, and the community is none.</summary>
    public sealed record NoRights : ChatLook;

    /// <summary>The community is not in the chat any more, or the chat is none that it can be in.</summary>
    public sealed record Gone : ChatLook;

    /// <summary>It can't be told now: a fault, or a refusal that says nothing of this chat.</summary>
    public sealed record Later(string Reason) : ChatLook;
}
