using System.IO.Compression;
using System.Xml;

namespace Sferum.Bot.Orders.Roster;

/// <summary>
/// How far to the right the sheets of a workbook reach, or claim to. The library that reads them takes 1.5 s for each row of
/// 16,384 columns, even of a row with one cell, and a file of 2 KB may claim 20,000 such.
/// </summary>
internal static class SheetWidth
{
    private const string Sheet = "worksheet";

    /// <exception cref="XmlException">A sheet is damaged.</exception>
    public static bool IsTooWide(byte[] book)
    {
        using var archive = new ZipArchive(new MemoryStream(book), ZipArchiveMode.Read);
        return archive.Entries.Any(IsTooWide);
    }

    private static bool IsTooWide(ZipArchiveEntry entry)
    {
        using var part = entry.Open();
        using var xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        if (!IsSheet(xml))
        {
            return false;
        }

        var cells = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            cells = xml.LocalName switch { "row" => 0, "c" => cells + 1, _ => cells };
            var place = xml.LocalName switch { "dimension" => xml.GetAttribute("ref")?.Split(':')[^1], "c" => xml.GetAttribute("r"), _ => null };
            if (cells > RosterLimits.MostColumns || ColumnOf(place) > RosterLimits.MostColumns)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Pictures and whatever else lies in a workbook is not looked at.</summary>
    private static bool IsSheet(XmlReader xml)
    {
        try
        {
            return xml.MoveToContent() == XmlNodeType.Element && xml.LocalName == Sheet;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    /// <summary>«AB12» stands in column 28. More than any sheet has once it is beyond the limit.</summary>
    private static int ColumnOf(string? place)
    {
        var column = 0;
        foreach (var letter in (place ?? "").TakeWhile(char.IsAsciiLetter))
        {
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
            if (column > RosterLimits.MostColumns)
            {
                return int.MaxValue;
            }
        }

        return column;
    }
}
