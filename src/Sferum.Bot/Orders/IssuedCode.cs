namespace Sferum.Bot.Orders;

/// <summary>A code made just now, to be handed over at once: the database keeps its hash only.</summary>
public sealed record IssuedCode(string Code, DateTimeOffset ExpiresAt);
