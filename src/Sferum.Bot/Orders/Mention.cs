using System.Collections.Immutable;

namespace Sferum.Bot.Orders;

/// <summary>Words by which people name points without their numbers.</summary>
/// <param name="Words">All of them stand in the sentence, in any order; <c>чат*</c> stands with any ending.</param>
/// <param name="Points">Ids of the tasks that are named by them, at least one.</param>
public sealed record Mention(string Words, ImmutableArray<string> Points);
