namespace Sferum.Bot.Orders;

/// <param name="Type">МОУ, МДОУ, УДО: as the orders spell it.</param>
public sealed record Institution(long Id, string Name, string Type);
