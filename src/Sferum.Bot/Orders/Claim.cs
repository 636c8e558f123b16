namespace Sferum.Bot.Orders;

/// <summary>What came of an entered code.</summary>
/// <param name="Post">What the person is now; a deputy's may begin later.</param>
/// <param name="ReplacedHeads">Those who were heads until now; none for a deputy's code.</param>
public sealed record Claim(Post Post, IReadOnlyList<long> ReplacedHeads);
