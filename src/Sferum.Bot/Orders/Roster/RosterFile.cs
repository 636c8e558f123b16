using System.Collections.Immutable;

namespace Sferum.Bot.Orders.Roster;

/// <summary>A roster as it was read without faults.</summary>
/// <param name="Remarks">What the administrator should know of the reading: guessed types, columns that were not used.</param>
internal sealed record RosterFile(ImmutableArray<RosterLine> Lines, ImmutableArray<string> Remarks);

/// <summary>What the file says of one institution.</summary>
/// <param name="Type">As the orders spell it.</param>
/// <param name="Key">What names the institution for good (ОГРН, ИНН, own number); null when the file does not tell.</param>
/// <param name="Head">Post and name of the head; empty when the file says that there is none, null when it has no such column.</param>
internal sealed record RosterLine(int Line, string Name, string Type, string? Key, string? Head);
