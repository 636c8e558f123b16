using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Sferum.Bot.Reports.Xlsx;

/// <summary>
/// A table as a workbook of Excel (ECMA-376): the few parts that a sheet needs. Equal tables give equal bytes, and nothing
/// tells of the machine or the hour: no document properties, one date for all parts. MiniExcel, which reads the rosters,
/// writes random ids and the time of writing, and cells of formulas' results for texts.
/// </summary>
internal static class XlsxBook
{
    /// <summary>For <c>.xlsx</c>.</summary>
    public const string Extension = ".xlsx";

    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string OnlySheet = "rId1";
    private const string Styles = "rId2";

    /// <summary>Excel's limit of a sheet's name.</summary>
    private const int LongestName = 31;

    /// <summary>The first day that an archive can tell.</summary>
    private static readonly DateTimeOffset OneDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlWriterSettings Xml = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = true, NewLineHandling = NewLineHandling.None };

    public static byte[] Write(Table table)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", ContentTypes);
            Add(archive, "_rels/.rels", xml => Relations(xml, (OnlySheet, "officeDocument", "xl/workbook.xml")));
            Add(archive, "xl/workbook.xml", xml => Workbook(xml, SheetName(table.Name)));
            Add(archive, "xl/_rels/workbook.xml.rels", xml => Relations(xml, (OnlySheet, "worksheet", "worksheets/sheet1.xml"), (Styles, "styles", "styles.xml")));
            Add(archive, "xl/styles.xml", XlsxStyles.Write);
            Add(archive, "xl/worksheets/sheet1.xml", xml => XlsxSheet.Write(xml, table));
        }

        return bytes.ToArray();
    }

    public static void Start(XmlWriter xml, string root) => xml.WriteStartElement(root, Spreadsheet);

    /// <summary>An element with attributes and nothing in it.</summary>
    public static void Leaf(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Add(ZipArchive archive, string name, Action<XmlWriter> write)
    {
        var part = archive.CreateEntry(name);
        part.LastWriteTime = OneDate;
        using var xml = XmlWriter.Create(part.Open(), Xml);
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    private static void ContentTypes(XmlWriter xml)
    {
        xml.WriteStartElement("Types", $"{Packages}/content-types");
        Leaf(xml, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        Leaf(xml, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
        Leaf(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", $"{Types}.sheet.main+xml"));
        Leaf(xml, "Override", ("PartName", "/xl/worksheets/sheet1.xml"), ("ContentType", $"{Types}.worksheet+xml"));
        Leaf(xml, "Override", ("PartName", "/xl/styles.xml"), ("ContentType", $"{Types}.styles+xml"));
        xml.WriteEndElement();
    }

    private static void Relations(XmlWriter xml, params ReadOnlySpan<(string Id, string Type, string Target)> relations)
    {
        xml.WriteStartElement("Relationships", $"{Packages}/relationships");
        foreach (var (id, type, target) in relations)
        {
            Leaf(xml, "Relationship", ("Id", id), ("Type", $"{Documents}/{type}"), ("Target", target));
        }

        xml.WriteEndElement();
    }

    private static void Workbook(XmlWriter xml, string sheet)
    {
        Start(xml, "workbook");
        xml.WriteStartElement("sheets");
        xml.WriteStartElement("sheet");
        xml.WriteAttributeString("name", sheet);
        xml.WriteAttributeString("sheetId", "1");
        xml.WriteAttributeString("r", "id", Documents, OnlySheet);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Without the signs that Excel refuses in it.</summary>
    private static string SheetName(string name)
    {
        var clean = new string([.. XlsxText.Clean(name).Select(c => "[]:*?/\\\n\t".Contains(c, StringComparison.Ordinal) ? ' ' : c)]).Trim(' ', '\'');
        if (clean.Length > LongestName)
        {
            clean = clean[..(char.IsHighSurrogate(clean[LongestName - 1]) ? LongestName - 1 : LongestName)].TrimEnd(' ', '\'');
        }

        return clean.Length > 0 ? clean : "1";
    }
}
