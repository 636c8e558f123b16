using System.Globalization;
using System.Xml;

namespace Sferum.Bot.Reports.Xlsx;

/// <summary>The rows of a table under their headings, which stay in sight and filter.</summary>
internal static class XlsxSheet
{
    private const int Narrowest = 8;
    private const int Widest = 60;

    /// <summary>The arrow of the filter stands in the heading too.</summary>
    private const int Arrow = 3;

    private const int WidthOfDay = 12;
    private const int WidthOfMoment = 17;

    public static void Write(XmlWriter xml, Table table)
    {
        var last = $"{Letters(table.Columns.Length - 1)}{XlsxBook.Text(table.Rows.Length + 1)}";
        XlsxBook.Start(xml, "worksheet");
        XlsxBook.Leaf(xml, "dimension", ("ref", $"A1:{last}"));
        View(xml);
        Columns(xml, table);
        xml.WriteStartElement("sheetData");
        Row(xml, 1, [.. table.Columns.Select(Cell.Of)], XlsxStyles.Heading);
        foreach (var (at, row) in table.Rows.Index())
        {
            Row(xml, at + 2, row, XlsxStyles.Words);
        }

        xml.WriteEndElement();
        XlsxBook.Leaf(xml, "autoFilter", ("ref", $"A1:{last}"));

        // «1.3» is the name of a point: no green corner that offers to make a number of it.
        xml.WriteStartElement("ignoredErrors");
        XlsxBook.Leaf(xml, "ignoredError", ("sqref", $"A1:{last}"), ("numberStoredAsText", "1"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void View(XmlWriter xml)
    {
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        xml.WriteAttributeString("workbookViewId", "0");
        XlsxBook.Leaf(xml, "pane", ("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Columns(XmlWriter xml, Table table)
    {
        xml.WriteStartElement("cols");
        foreach (var (at, heading) in table.Columns.Index())
        {
            var width = Math.Clamp(table.Rows.Select(row => WidthOf(row[at])).Append(heading.Length + Arrow).Max(), Narrowest, Widest);
            XlsxBook.Leaf(xml, "col", ("min", XlsxBook.Text(at + 1)), ("max", XlsxBook.Text(at + 1)), ("width", XlsxBook.Text(width)), ("customWidth", "1"));
        }

        xml.WriteEndElement();
    }

    private static int WidthOf(Cell cell) => cell switch
    {
        Cell.Text text => text.Value.Length + 1,
        Cell.Number number => XlsxBook.Text(number.Value).Length + 1,
        Cell.Day => WidthOfDay,
        Cell.Moment => WidthOfMoment,
        _ => throw new InvalidOperationException($"unknown cell {cell.GetType().Name}"),
    };

    private static void Row(XmlWriter xml, int number, IReadOnlyList<Cell> cells, int words)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", XlsxBook.Text(number));
        foreach (var (at, cell) in cells.Index())
        {
            Write(xml, $"{Letters(at)}{XlsxBook.Text(number)}", cell, words);
        }

        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string place, Cell cell, int words)
    {
        switch (cell)
        {
            case Cell.Text { Value.Length: 0 }:
                break;
            case Cell.Text text:
                // Never a formula: those stand in an element of their own.
                Start(xml, place, words, "inlineStr");
                xml.WriteStartElement("is");
                xml.WriteStartElement("t");
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(XlsxText.OfCell(text.Value));
                xml.WriteEndElement();
                xml.WriteEndElement();
                xml.WriteEndElement();
                break;
            case Cell.Number number:
                Value(xml, place, XlsxStyles.Plain, XlsxBook.Text(number.Value));
                break;
            case Cell.Day day:
                Value(xml, place, XlsxStyles.Day, Serial(day.Value.ToDateTime(TimeOnly.MinValue)));
                break;
            case Cell.Moment moment:
                Value(xml, place, XlsxStyles.Moment, Serial(moment.Value));
                break;
            default:
                throw new InvalidOperationException($"unknown cell {cell.GetType().Name}");
        }
    }

    private static void Value(XmlWriter xml, string place, int style, string value)
    {
        Start(xml, place, style, type: null);
        xml.WriteElementString("v", value);
        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string place, int style, string? type)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", place);
        xml.WriteAttributeString("s", XlsxBook.Text(style));
        if (type is not null)
        {
            xml.WriteAttributeString("t", type);
        }
    }

    /// <summary>Days since the end of 1899, as Excel counts them, to the minute.</summary>
    private static string Serial(DateTime at) => (at - at.TimeOfDay + new TimeSpan(at.Hour, at.Minute, 0)).ToOADate().ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>A, B … Z, AA, AB …</summary>
    private static string Letters(int column) =>
        (column >= 26 ? Letters((column / 26) - 1) : "") + (char)('A' + (column % 26));
}
