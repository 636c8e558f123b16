namespace Sferum.Bot.Orders;

/// <summary>A chat at which the bot is to look now.</summary>
/// <param name="Look">Counted from 1 anew each time that a person asks for it by inviting the bot or by a button.</param>
public sealed record PendingLook(long ChatPeer, long InvitedBy, int Look);
