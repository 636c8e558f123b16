namespace Sferum.Bot.Orders.Roster;

/// <summary>
/// How much a roster may be. A region has 2,000 institutions; whatever is far above that is another file or an attack,
/// and is refused before it fills the memory.
/// </summary>
internal static class RosterLimits
{
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Of an XLSX, whose parts are packed: a small file may unpack to gigabytes.</summary>
    public const int MostUnpackedBytes = 64 * 1024 * 1024;

    public const int MostParts = 1_000;

    public const int MostRows = 20_000;

    public const int MostColumns = 200;

    /// <summary>Rows by columns, empty ones too.</summary>
    public const int MostCells = 1_000_000;

    /// <summary>Elements within each other in a part of an XLSX; Excel's own have some twenty.</summary>
    public const int DeepestElement = 256;

    /// <summary>Bytes of one tag with its attributes and the text behind it; a cell of Excel holds 32,767 characters.</summary>
    public const int LongestTag = 256 * 1024;

    /// <summary>Nobody mends more at once; with this many it is mostly one and the same.</summary>
    public const int MostFaults = 500;

    public const int LongestCell = 300;

    /// <summary>Offices put a title above the table; deeper than this nobody's header stands.</summary>
    public const int HeaderWithin = 20;
}
