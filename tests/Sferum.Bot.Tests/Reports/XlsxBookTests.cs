using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml.Linq;
using MiniExcelLibs;
using Sferum.Bot.Reports;
using Sferum.Bot.Reports.Xlsx;

namespace Sferum.Bot.Tests.Reports;

public sealed class XlsxBookTests
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public void Words_numbers_days_and_moments_are_read_back_as_such()
    {
        var table = Table(
            ["Учреждение", "Сколько", "Срок", "Получен"],
            [Cell.Of("МОУ «Первая»"), new Cell.Number(1_234_567), new Cell.Day(new DateOnly(2024, 4, 19)), new Cell.Moment(new DateTime(2024, 4, 15, 9, 5, 59))],
            [Cell.Of("  пробелы\nи строки  "), new Cell.Number(-3), Cell.Empty, Cell.Empty]);

        var rows = Rows(XlsxBook.Write(table));

        Assert.Equal(["Учреждение", "Сколько", "Срок", "Получен"], rows[0]);
        Assert.Equal(["МОУ «Первая»", 1_234_567d, new DateTime(2024, 4, 19), new DateTime(2024, 4, 15, 9, 5, 0)], rows[1]);
        Assert.Equal(["  пробелы\nи строки  ", -3d, null, null], rows[2]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("=HYPERLINK(\"http://example.org\",\"нажмите\")")]
    [InlineData("+7 900 000-00-00")]
    [InlineData("-5")]
    [InlineData("@SUM(1,2)")]
    [InlineData("=cmd|'/C calc'!A0")]
    [InlineData("\t=1")]
    [InlineData("007")]
    [InlineData("1.3")]
    [InlineData("2024-04-19")]
    [InlineData("_x0041_ и _x000D_")]
    [InlineData("<b>&amp;</b>]]>")]
    [InlineData("😀 ё Ж")]
    public void What_was_typed_stays_words_and_is_shown_as_typed(string typed)
    {
        var book = XlsxBook.Write(Table(["Причина"], [Cell.Of(typed)]));

        // MiniExcel does not read the escapes of underscores that Excel writes itself.
        Assert.Equal(typed, ((string)Rows(book)[1][0]!).Replace("_x005F_", "_", StringComparison.Ordinal));
        var cell = Part(book, "xl/worksheets/sheet1.xml").Descendants(Sheet + "c").Last();
        Assert.Equal("inlineStr", (string?)cell.Attribute("t"));
        Assert.Empty(Part(book, "xl/worksheets/sheet1.xml").Descendants(Sheet + "f"));

        // «@»: words also after somebody has edited the cell.
        var look = Part(book, "xl/styles.xml").Root!.Element(Sheet + "cellXfs")!.Elements().ElementAt((int)cell.Attribute("s")!);
        Assert.Equal("49", (string?)look.Attribute("numFmtId"));
    }

    [Fact]
    public void What_no_cell_can_hold_is_shown_as_unreadable_or_cut()
    {
        var rows = Rows(XlsxBook.Write(Table(["Причина"], [Cell.Of("до\u0001\u001Bпосле")], [Cell.Of("\ud83d половина")], [Cell.Of("\uFFFE")], [Cell.Of(new string('ж', 40_000))])));

        Assert.Equal(["до\uFFFD\uFFFDпосле", "\uFFFD половина", "\uFFFD"], rows.Skip(1).Take(3).Select(row => row[0]));
        Assert.Equal(32_767, ((string)rows[4][0]!).Length);
    }

    [Fact]
    public void Headings_stay_in_sight_are_bold_and_filter()
    {
        var book = XlsxBook.Write(Table(["Учреждение", "Срок"], [Cell.Of(new string('ж', 300)), Cell.Empty], [Cell.Of("б"), Cell.Empty]));
        var sheet = Part(book, "xl/worksheets/sheet1.xml").Root!;
        var styles = Part(book, "xl/styles.xml").Root!;

        Assert.Equal(("1", "frozen"), (Attribute(sheet, "pane", "ySplit"), Attribute(sheet, "pane", "state")));
        Assert.Equal("A1:B3", Attribute(sheet, "autoFilter", "ref"));
        Assert.Equal(["60", "8"], sheet.Descendants(Sheet + "col").Select(column => (string?)column.Attribute("width")));
        var heading = styles.Element(Sheet + "cellXfs")!.Elements().ElementAt((int)sheet.Descendants(Sheet + "c").First().Attribute("s")!);
        var font = styles.Element(Sheet + "fonts")!.Elements().ElementAt((int)heading.Attribute("fontId")!);
        Assert.NotNull(font.Element(Sheet + "b"));
    }

    [Fact]
    public void A_table_of_many_columns_names_its_cells_as_Excel_does()
    {
        var book = XlsxBook.Write(Table([.. Enumerable.Range(1, 30).Select(i => $"К{i}")], [.. Enumerable.Range(1, 30).Select(i => (Cell)new Cell.Number(i))]));

        Assert.Equal(["Z1", "AA1", "AB1"], Part(book, "xl/worksheets/sheet1.xml").Descendants(Sheet + "c").Skip(25).Take(3).Select(cell => (string?)cell.Attribute("r")));
        Assert.Equal(30d, Rows(book)[1][29]);
    }

    [Fact]
    public void Equal_tables_give_equal_bytes_that_tell_of_no_machine_no_person_and_no_hour()
    {
        static Table One() => Table(["Учреждение"], [Cell.Of("МОУ «Первая»")]);
        var first = XlsxBook.Write(One());

        Assert.Equal(first, XlsxBook.Write(One()));
        using var archive = new ZipArchive(new MemoryStream(first));
        Assert.All(archive.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        Assert.DoesNotContain(archive.Entries, entry => entry.FullName.StartsWith("docProps", StringComparison.Ordinal));
        var all = string.Concat(archive.Entries.Select(entry => new StreamReader(entry.Open()).ReadToEnd()));
        Assert.DoesNotContain(Environment.MachineName, all, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Не сдали 1.2б, МДОУ", "Не сдали 1.2б, МДОУ")]
    [InlineData("а/б:в?г*[д]\\е", "а б в г  д  е")]
    [InlineData("'кавычки'", "кавычки")]
    [InlineData("", "1")]
    [InlineData("Отчитались не полностью по всем пунктам", "Отчитались не полностью по всем")]
    public void A_sheet_has_a_name_that_Excel_takes(string name, string expected) =>
        Assert.Equal([expected], new MemoryStream(XlsxBook.Write(Table(["К"]) with { Name = name })).GetSheetNames());

    private static Table Table(string[] columns, params Cell[][] rows) =>
        new("Лист", [.. columns], [.. rows.Select(row => row.ToImmutableArray())]);

    private static object?[][] Rows(byte[] book) =>
        [.. new MemoryStream(book).Query(excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>().Select(row => row.Values.ToArray())];

    private static XDocument Part(byte[] book, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(book));
        using var part = archive.GetEntry(name)!.Open();
        return XDocument.Load(part, LoadOptions.PreserveWhitespace);
    }

    private static string? Attribute(XElement root, string element, string name) => (string?)root.Descendants(Sheet + element).Single().Attribute(name);
}
