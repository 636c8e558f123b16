using System.IO.Compression;
using System.Xml;

namespace Sferum.Bot.Orders.Roster;

/// <summary>
/// Looks through the parts of an XLSX before a library reads them: what unpacks to gigabytes, or makes a reader build
/// gigabytes out of a few bytes, goes no further.
/// </summary>
internal static class XlsxParts
{
    private static readonly XmlReaderSettings Strict = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true };

    /// <returns>Why it is not read; null when nothing is wrong.</returns>
    public static string? FaultIn(byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        if (archive.Entries.Count > RosterLimits.MostParts)
        {
            return RosterFaults.TooLargeInside;
        }

        var buffer = new byte[81_920];
        long total = 0;
        foreach (var entry in archive.Entries)
        {
            if (Measure(entry, buffer, ref total) is { } fault)
            {
                return fault;
            }
        }

        return archive.Entries.Select(FaultIn).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>Unpacks everything and counts: the sizes that the archive itself states may be lies.</summary>
    private static string? Measure(ZipArchiveEntry entry, byte[] buffer, ref long total)
    {
        using var part = entry.Open();
        var behind = 0;
        var isXml = false;
        var isFirst = true;
        int read;
        while ((read = part.Read(buffer)) > 0)
        {
            total += read;
            if (total > RosterLimits.MostUnpackedBytes)
            {
                return RosterFaults.TooLargeInside;
            }

            // Pictures hold anything; XML begins with its first tag, behind a mark of its encoding or blank space perhaps.
            isXml = isFirst ? buffer.AsSpan(0, read).TrimStart("\uFEFF \t\r\n"u8).StartsWith("<"u8) || buffer.AsSpan(0, Math.Min(read, 4)).Contains((byte)'<') : isXml;
            isFirst = false;
            if (isXml && HasLongTag(buffer.AsSpan(0, read), ref behind))
            {
                return RosterFaults.NotFromExcel;
            }
        }

        return null;
    }

    /// <summary>A reader keeps all attributes of a tag at once, each at many times its size. No attribute holds a «&lt;», and many hold a «&gt;».</summary>
    private static bool HasLongTag(ReadOnlySpan<byte> piece, ref int behind)
    {
        for (var next = piece.IndexOf((byte)'<'); next >= 0; next = piece.IndexOf((byte)'<'))
        {
            if (behind + next > RosterLimits.LongestTag)
            {
                return true;
            }

            behind = 0;
            piece = piece[(next + 1)..];
        }

        behind += piece.Length;
        return behind > RosterLimits.LongestTag;
    }

    /// <summary>Every part is looked at, since any of them may be named as the sheet. What no reader of XML takes is left to the library, which uses the same one.</summary>
    private static string? FaultIn(ZipArchiveEntry entry)
    {
        using var part = entry.Open();
        using var xml = XmlReader.Create(part, Strict);
        try
        {
            return FaultIn(xml);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string? FaultIn(XmlReader xml)
    {
        // Cells outside rows are the list of formulas, in which Excel names each one.
        var cells = 0;
        var inRow = false;
        while (xml.Read())
        {
            if (xml.Depth > RosterLimits.DeepestElement)
            {
                return RosterFaults.NotFromExcel;
            }

            inRow &= xml is not { NodeType: XmlNodeType.EndElement, LocalName: "row" };
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "row":
                    cells = 0;
                    inRow = !xml.IsEmptyElement;
                    break;
                case "c" when inRow && (++cells > RosterLimits.MostColumns || !IsColumn(xml.GetAttribute("r"))):
                case "dimension" when (xml.GetAttribute("ref") ?? "").Split(':').Any(corner => !IsColumn(corner)):
                    return RosterFaults.TooManyColumnsInBook;
            }
        }

        return null;
    }

    /// <summary>
    /// True where no place is told. The library makes a cell for each column up to the farthest: 1.5 s for a row that reaches,
    /// or is said to reach, to the 16,384th.
    /// </summary>
    private static bool IsColumn(string? reference)
    {
        var column = 0;
        foreach (var letter in (reference ?? "").Where(char.IsAsciiLetter))
        {
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
            if (column > RosterLimits.MostColumns)
            {
                return false;
            }
        }

        return true;
    }
}
