namespace Sferum.Bot.Orders;

/// <summary>A group chat that somebody showed the bot.</summary>
/// <param name="Peer">The community's own number of the chat.</param>
/// <param name="State">One of <see cref="ChatState"/>.</param>
/// <param name="People">Members who are people.</param>
/// <param name="Line">The line for which it counts; null while it counts for none.</param>
public sealed record ShownChat(
    long Peer, long InvitedBy, string State, string? Title, int? People, DateTimeOffset? SeenAt, ReportLine? Line);
