namespace Sferum.VkSimulator.World;

/// <summary>A group chat (беседа) as the community sees it (vk-platform.md §4.6, §7.3).</summary>
internal sealed class GroupChat(long peerId, string title, long ownerId, Dialog dialog)
{
    public const long PeerBase = 2_000_000_000;

    public long PeerId { get; } = peerId;

    public string Title { get; set; } = title;

    public long OwnerId { get; } = ownerId;

    public Dialog Dialog { get; } = dialog;

    public Dictionary<long, ChatMember> Members { get; } = [];

    public BotStanding Bot { get; set; } = BotStanding.Absent;

    /// <summary>How many invite links there were: a reset kills the old one.</summary>
    public int InviteLinks { get; set; } = 1;
}

/// <summary>What the community is in a chat: it sees everything only as administrator.</summary>
internal enum BotStanding
{
    Absent,
    Member,
    Administrator,
    Kicked,
}

internal sealed record ChatMember(long Id, long InvitedBy, DateTimeOffset JoinedAt, bool IsAdmin);
