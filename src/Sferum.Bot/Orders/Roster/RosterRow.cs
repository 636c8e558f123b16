using System.Collections.Immutable;

namespace Sferum.Bot.Orders.Roster;

/// <summary>One row of a table as text, whatever file it came from.</summary>
/// <param name="Line">Where it begins in the file: line of a CSV, row of a sheet; counted from 1.</param>
internal sealed record RosterRow(int Line, ImmutableArray<string> Cells)
{
    /// <summary>Null when something stands beyond the columns that a roster may have.</summary>
    public static RosterRow? Of(int line, IReadOnlyCollection<string> cells) =>
        cells.Skip(RosterLimits.MostColumns).All(string.IsNullOrWhiteSpace) ? new RosterRow(line, [.. cells.Take(RosterLimits.MostColumns)]) : null;

    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);

    /// <summary>The cell, cleaned; empty when the row is shorter.</summary>
    public string Cell(int column) => column < Cells.Length ? RosterNames.Clean(Cells[column]) : "";
}
