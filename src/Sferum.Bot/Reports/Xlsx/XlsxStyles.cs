using System.Xml;

namespace Sferum.Bot.Reports.Xlsx;

/// <summary>The looks of cells, by their number in the list of styles.</summary>
internal static class XlsxStyles
{
    public const int Plain = 0;
    public const int Heading = 1;

    /// <summary>Kept as words, also when somebody edits it.</summary>
    public const int Words = 2;

    public const int Day = 3;
    public const int Moment = 4;

    private const string WordsFormat = "49";
    private const string DayFormat = "164";
    private const string MomentFormat = "165";

    public static void Write(XmlWriter xml)
    {
        XlsxBook.Start(xml, "styleSheet");
        List(xml, "numFmts", ["dd.mm.yyyy", "dd.mm.yyyy hh:mm"], (at, format) =>
            XlsxBook.Leaf(xml, "numFmt", ("numFmtId", at == 0 ? DayFormat : MomentFormat), ("formatCode", format)));
        List(xml, "fonts", [false, true], (_, bold) => Font(xml, bold));

        // The first two are Excel's own, whatever stands here.
        List(xml, "fills", ["none", "gray125", "solid"], (_, pattern) => Fill(xml, pattern));
        List(xml, "borders", [""], (_, _) => XlsxBook.Leaf(xml, "border"));
        List(xml, "cellStyleXfs", [""], (_, _) => XlsxBook.Leaf(xml, "xf", ("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", "0")));
        List(xml, "cellXfs", ["0", WordsFormat, WordsFormat, DayFormat, MomentFormat], (style, format) => Look(xml, format, isHeading: style == Heading));
        xml.WriteEndElement();
    }

    private static void List<T>(XmlWriter xml, string name, T[] items, Action<int, T> write)
    {
        xml.WriteStartElement(name);
        xml.WriteAttributeString("count", XlsxBook.Text(items.Length));
        foreach (var (at, item) in items.Index())
        {
            write(at, item);
        }

        xml.WriteEndElement();
    }

    private static void Font(XmlWriter xml, bool bold)
    {
        xml.WriteStartElement("font");
        if (bold)
        {
            XlsxBook.Leaf(xml, "b");
        }

        XlsxBook.Leaf(xml, "sz", ("val", "11"));
        XlsxBook.Leaf(xml, "name", ("val", "Calibri"));
        xml.WriteEndElement();
    }

    private static void Fill(XmlWriter xml, string pattern)
    {
        xml.WriteStartElement("fill");
        xml.WriteStartElement("patternFill");
        xml.WriteAttributeString("patternType", pattern);
        if (pattern == "solid")
        {
            XlsxBook.Leaf(xml, "fgColor", ("rgb", "FFE7EEF7"));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Look(XmlWriter xml, string format, bool isHeading)
    {
        xml.WriteStartElement("xf");
        xml.WriteAttributeString("numFmtId", format);
        xml.WriteAttributeString("fontId", isHeading ? "1" : "0");
        xml.WriteAttributeString("fillId", isHeading ? "2" : "0");
        xml.WriteAttributeString("borderId", "0");
        xml.WriteAttributeString("xfId", "0");
        xml.WriteAttributeString("applyNumberFormat", "1");
        xml.WriteAttributeString("applyFont", "1");
        xml.WriteAttributeString("applyFill", "1");
        xml.WriteAttributeString("applyAlignment", "1");
        XlsxBook.Leaf(xml, "alignment", ("vertical", "top"), ("wrapText", "1"));
        xml.WriteEndElement();
    }
}
