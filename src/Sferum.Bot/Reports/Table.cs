using System.Collections.Immutable;
using System.Globalization;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Reports.Xlsx;

namespace Sferum.Bot.Reports;

/// <summary>A table as people read it, freed of the form of a file.</summary>
/// <param name="Name">Of its sheet.</param>
/// <param name="Rows">Each with a cell for every column.</param>
public sealed record Table(string Name, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<Cell>> Rows)
{
    /// <summary>Of the file.</summary>
    public const string Extension = XlsxBook.Extension;

    /// <summary>A column of which no row says anything is left out.</summary>
    public Table WithoutEmptyColumns()
    {
        var kept = Enumerable.Range(0, Columns.Length).Where(at => Rows.IsEmpty || Rows.Any(row => row[at] != Cell.Empty)).ToArray();
        return this with
        {
            Columns = [.. kept.Select(at => Columns[at])],
            Rows = [.. Rows.Select(row => (ImmutableArray<Cell>)[.. kept.Select(at => row[at])])],
        };
    }

    /// <summary>The table as a file of Excel.</summary>
    public byte[] ToXlsx() => XlsxBook.Write(this);

    /// <summary>The table as text for any other program.</summary>
    public string ToCsv() => CsvText.Write([Columns, .. Rows.Select(row => row.Select(cell => cell.Show()))]);
}

/// <summary>What stands in one place of a table. A closed list.</summary>
public abstract record Cell
{
    private Cell()
    {
    }

    public static Cell Empty { get; } = new Text("");

    /// <summary>As people read it where there is only text.</summary>
    public string Show() => this switch
    {
        Text text => text.Value,
        Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        Day day => day.Value.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        Moment moment => moment.Value.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"unknown cell {GetType().Name}"),
    };

    /// <summary>Words, shown as they are, whatever sign they begin with.</summary>
    public sealed record Text(string Value) : Cell;

    public sealed record Number(long Value) : Cell;

    public sealed record Day(DateOnly Value) : Cell;

    /// <summary>Day and minute by the clock on the wall of the office.</summary>
    public sealed record Moment(DateTime Value) : Cell;

    public static Cell Of(string? text) => string.IsNullOrEmpty(text) ? Empty : new Text(text);

    public static Cell Of(DateOnly? day) => day is { } value ? new Day(value) : Empty;

    public static Cell Of(DateTimeOffset? at, TimeZoneInfo zone) => at is { } value ? new Moment(TimeZoneInfo.ConvertTime(value, zone).DateTime) : Empty;
}
