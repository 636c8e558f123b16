using LinqToDB.Data;

namespace Sferum.Bot.Storage;

/// <summary>Rows that a room keeps for a while only; whoever keeps house asks for their removal in short deletes.</summary>
/// <param name="Name">What they are, for the log.</param>
/// <param name="DeleteAsync">Removes at most so many of what is too old at this time; returns how many.</param>
public sealed record OldRows(string Name, Func<DataConnection, DateTimeOffset, int, CancellationToken, Task<int>> DeleteAsync);
