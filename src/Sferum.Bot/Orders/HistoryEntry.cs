using System.Collections.Immutable;

namespace Sferum.Bot.Orders;

/// <summary>One thing that happened to a line.</summary>
/// <param name="ActorId">VK number of the person; 0 for the bot itself.</param>
/// <param name="Data">What belongs to it: answers and number of a report, the reason of a return, the day of a promise.</param>
public sealed record HistoryEntry(
    ReportLine Line, DateTimeOffset At, long ActorId, string Action, ImmutableSortedDictionary<string, string> Data);
