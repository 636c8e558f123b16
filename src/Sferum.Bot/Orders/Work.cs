namespace Sferum.Bot.Orders;

/// <summary>Where a person works as a teacher, as he says.</summary>
/// <param name="ConfirmedAt">When he said that his role there is confirmed; null while he has not.</param>
public sealed record Work(Institution Institution, Staff Staff, DateTimeOffset? ConfirmedAt);
