using System.Text;
using Sferum.Bot.Orders.Roster;

namespace Sferum.Bot.Tests.Orders.Roster;

public sealed class RosterReaderTests
{
    private const string Namespace = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private const string Sheet1 = "xl/worksheets/sheet1.xml";

    private const string Strings = "xl/sharedStrings.xml";

    /// <summary>Ten to the ninth letters.</summary>
    private static readonly string Entities =
        $"<!DOCTYPE x [<!ENTITY a \"аааааааааа\">{string.Concat("bcdefghi".Select(name => $"<!ENTITY {name} \"{string.Concat(Enumerable.Repeat($"&{(char)(name - 1)};", 10))}\">"))}<!ENTITY z \"&i;\">]>";

    private const string School = "МОУ «Вымышленная СОШ № 1»";

    public static TheoryData<string, byte[]> SameRoster => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Table(";")) },
        { "UTF-8 with a byte order mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Table(";"))] },
        { "Windows-1251", RosterFiles.Windows1251(Table(";")) },
        { "UTF-16 with tabs, as Excel's Unicode text", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Table("\t"))] },
        { "commas", Encoding.UTF8.GetBytes(Table(",")) },
        { "tabs", Encoding.UTF8.GetBytes(Table("\t")) },
        { "lines of Windows", Encoding.UTF8.GetBytes(Table(";").Replace("\n", "\r\n", StringComparison.Ordinal)) },
        { "Excel's sep line", Encoding.UTF8.GetBytes("sep=;\n" + Table(";")) },
        { "a title and empty rows", Encoding.UTF8.GetBytes("Список образовательных учреждений;;;\n\n" + Table(";") + ";;;\n\n") },
        { "a workbook", RosterFiles.Xlsx(["Учреждение", "Тип", "Руководитель", "ОГРН"], [School, "МОУ", "директор Тестова Анна", 1026900512345d], ["МДОУ «Выдумка»", "МДОУ", "", ""]) },
        { "a workbook with a title and gaps", RosterFiles.Xlsx(["Список учреждений", null, null, null], [null, null, null, null], ["Учреждение", "Тип", "Руководитель", "ОГРН"], [null, null, null, null], [School, "МОУ", "директор Тестова Анна", "1026900512345"], ["МДОУ «Выдумка»", "МДОУ", null, null]) },
    };

    [Theory]
    [MemberData(nameof(SameRoster))]
    public void The_same_roster_is_read_from_every_kind_of_file(string kind, byte[] content)
    {
        var (roster, faults) = RosterFiles.Read(content);

        Assert.True(faults.Count == 0, $"{kind}: {string.Join('\n', faults)}");
        Assert.Equal(
            [(School, "МОУ", "1026900512345", "директор Тестова Анна"), ("МДОУ «Выдумка»", "МДОУ", null, "")],
            roster.Lines.Select(line => (line.Name, line.Type, line.Key, line.Head)));
    }

    [Theory]
    [InlineData("Учреждение;Тип")]
    [InlineData("Тип;Название")]
    [InlineData("№ п/п;Наименование;Тип учреждения;Телефон руководителя")]
    [InlineData("ТИП ОО;Полное наименование образовательной организации (по уставу)")]
    [InlineData("Вид;  Организация ;Адрес сайта")]
    [InlineData("Тип;Наименование учреждения;ФИО директора;Должность")]
    public void Columns_are_known_by_their_titles_in_any_order(string header)
    {
        var titles = header.Split(';');
        var row = titles.Select(title => title.Contains("Тип", StringComparison.OrdinalIgnoreCase) || title == "Вид" ? "МОУ"
            : title.Contains("назван", StringComparison.OrdinalIgnoreCase) || title.Contains("наименов", StringComparison.OrdinalIgnoreCase) || title.Contains("чрежден", StringComparison.Ordinal) || title.Contains("Организация", StringComparison.Ordinal) ? School
            : "7");

        var (roster, faults) = RosterFiles.Read($"{header}\n{string.Join(';', row)}\n");

        Assert.Empty(faults);
        Assert.Equal((School, "МОУ"), roster.Lines.Select(line => (line.Name, line.Type)).Single());
    }

    [Theory]
    [InlineData("Код;ОГРН;Учреждение", "7", "1026900512345", "7")]
    [InlineData("ИНН;ОГРН;Учреждение", "6900000001", "1026900512345", "1026900512345")]
    [InlineData("№;Краткое наименование;Учреждение", "1", "СОШ № 1", "СОШ № 1")]
    public void The_steadiest_column_becomes_the_key(string header, string first, string second, string key)
    {
        var (roster, faults) = RosterFiles.Read($"{header}\n{first};{second};{School}\n");

        Assert.Empty(faults);
        Assert.Equal(key, roster.Lines.Single().Key);
    }

    [Fact]
    public void Post_and_name_of_the_head_are_put_together_and_a_missing_column_is_not_an_empty_one()
    {
        var (with, _) = RosterFiles.Read($"Учреждение;Должность;ФИО\n{School};и. о. директора;Примеров Иван\nМДОУ «А»;-;\n");
        var (without, _) = RosterFiles.Read($"Учреждение\n{School}\n");

        Assert.Equal(["и. о. директора Примеров Иван", ""], with.Lines.Select(line => line.Head));
        Assert.Null(without.Lines.Single().Head);
    }

    [Theory]
    [InlineData("МОУ «Вымышленная СОШ № 1»", "МОУ")]
    [InlineData("МБОУ СОШ с детским садом", "МОУ")]
    [InlineData("Небывалая гимназия", "МОУ")]
    [InlineData("МДОУ «Выдумка»", "МДОУ")]
    [InlineData("МБДОУ № 5", "МДОУ")]
    [InlineData("Детский сад «Небылица»", "МДОУ")]
    [InlineData("УДО «Дом творчества „Фантазия“»", "УДО")]
    [InlineData("МБУ ДО «Мираж»", "УДО")]
    [InlineData("МОУ ДОД «Мираж»", "УДО")]
    [InlineData("Дом детского творчества", "УДО")]
    public void The_type_may_be_guessed_from_the_name_and_that_is_said(string name, string type)
    {
        var (roster, faults) = RosterFiles.Read($"Учреждение\n{name}\n");

        Assert.Empty(faults);
        Assert.Equal(type, roster.Lines.Single().Type);
        Assert.Contains(roster.Remarks, remark => remark.Contains("Тип определён по названию", StringComparison.Ordinal) && remark.Contains("строка 2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_type_that_the_name_contradicts_is_taken_from_the_column_and_remarked()
    {
        var (roster, faults) = RosterFiles.Read("Учреждение;Тип\nМДОУ «Выдумка»;моу\n");

        Assert.Empty(faults);
        Assert.Equal("МОУ", roster.Lines.Single().Type);
        Assert.Contains("похоже на МДОУ", roster.Remarks.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Учреждение;Тип\nМОУ «А1»;МОУ\nМОУ «Б1»;колледж\n", 3, "Тип «колледж» приказам неизвестен")]
    [InlineData("Учреждение;Тип\nВымысел;\n", 2, "Тип не указан")]
    [InlineData("Учреждение;Тип\n\nМОУ «А1»;МОУ\n;МОУ\n", 4, "Нет названия")]
    [InlineData("Учреждение;Тип\n\"МОУ\n«Длинная»\";МОУ\n;МОУ\n", 4, "Нет названия")]
    [InlineData("Учреждение;Тип\n=HYPERLINK(\"\"x\"\");МОУ\n", 2, "похоже на формулу")]
    [InlineData("Учреждение;Тип\n@SUM(A1);МОУ\n", 2, "похоже на формулу")]
    [InlineData("Учреждение;Тип\n#REF!;МОУ\n", 2, "ошибку Excel")]
    [InlineData("Учреждение;Тип;Руководитель\nМОУ «А1»;МОУ;=1+1\n", 2, "похоже на формулу")]
    [InlineData("Учреждение;Тип\nМОУ «А1»;МОУ\nмоу \"а1\";МОУ\n", 3, "уже есть в строке 2")]
    [InlineData("Учреждение;Код\nМОУ «А1»;7\nМОУ «Б1»;7\n", 3, "Код «7» уже есть в строке 2")]
    [InlineData("Учреждение;Тип\n\"МОУ «А1»;МОУ\nМОУ «Б1»;МОУ\n", 2, "Кавычка открыта")]
    [InlineData("Учреждение;Название;Тип\nА;Б;МОУ\n", 1, "об одном и том же")]
    [InlineData("МОУ «А1»;МОУ\n", 1, "Нет строки заголовков")]
    [InlineData("", 1, "Нет строки заголовков")]
    [InlineData("Учреждение;Тип\n;\n", 1, "нет ни одного учреждения")]
    [InlineData("Учреждение;Тип\n№;МОУ\n", 2, "слишком короткое")]
    public void A_fault_is_named_with_its_line_and_mend(string csv, int line, string said)
    {
        var (_, faults) = RosterFiles.Read(csv);

        Assert.Contains(faults, fault => fault.Line == line && fault.Message.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_fault_is_named_at_once_and_a_sheet_counts_its_rows_as_Excel_does()
    {
        var (_, faults) = RosterFiles.Read(RosterFiles.Xlsx(["Учреждение", "Тип"], ["МОУ «А1»", "колледж"], [null, null], ["=1+1", "МОУ"], ["Вымысел", null]));

        Assert.Equal([2, 4, 5], faults.Select(fault => fault.Line));
    }

    [Fact]
    public void What_can_not_be_seen_in_a_name_does_not_make_it_another()
    {
        var (roster, faults) = RosterFiles.Read("Учреждение;Тип\n  МОУ\u00A0 «А\u200B1»\t;МОУ\n");

        Assert.Empty(faults);
        Assert.Equal("МОУ «А1»", roster.Lines.Single().Name);
    }

    [Fact]
    public void Five_thousand_lines_are_read_from_both_formats()
    {
        var rows = Enumerable.Range(1, 5000).Select(n => $"МОУ «Вымышленная {n}»").ToArray();

        var csv = RosterFiles.Read("Учреждение\n" + string.Join('\n', rows));
        var xlsx = RosterFiles.Read(RosterFiles.Xlsx([["Учреждение"], .. rows.Select(row => new object[] { row })]));

        Assert.Equal((0, 0), (csv.Faults.Count, xlsx.Faults.Count));
        Assert.Equal(rows, csv.Roster.Lines.Select(line => line.Name));
        Assert.Equal(rows, xlsx.Roster.Lines.Select(line => line.Name));
    }

    [Fact]
    public void Too_many_rows_are_refused()
    {
        var (_, faults) = RosterFiles.Read("Учреждение\n" + string.Join('\n', Enumerable.Range(1, RosterLimits.MostRows + 1).Select(n => $"МОУ {n}")));

        Assert.Contains("Строк больше", faults.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_more_columns_than_anybody_reads_is_refused_and_empty_ones_do_not_count()
    {
        var wide = $"Учреждение;Тип{new string(';', 20_000)}";

        var (_, refused) = RosterFiles.Read($"{wide}Учреждение\n{School};МОУ\n");
        var (roster, none) = RosterFiles.Read($"{wide}\n{School};МОУ\n");

        Assert.Contains("Столбцов больше", refused.First().Message, StringComparison.Ordinal);
        Assert.Empty(none);
        Assert.Single(roster.Lines);
    }

    [Fact]
    public void A_sheet_that_claims_to_reach_to_the_last_column_and_row_is_refused_at_once()
    {
        const string sheet = """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="str"><v>Учреждение</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>""";
        var book = RosterFiles.WithPart(RosterFiles.Xlsx(["Учреждение"], [School]), "xl/worksheets/sheet1.xml", part => part.Write(Encoding.UTF8.GetBytes(sheet)));
        var began = System.Diagnostics.Stopwatch.GetTimestamp();

        var (_, faults) = RosterFiles.Read(book);

        Assert.NotEmpty(faults);
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0xFE, 0xFF })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x3D, 0xD8 })]
    public void Signs_that_are_no_text_are_no_exception(byte[] content) => Assert.NotEmpty(RosterFiles.Read(content).Faults);

    [Fact]
    public void A_title_of_brackets_takes_no_time()
    {
        var began = System.Diagnostics.Stopwatch.GetTimestamp();

        Assert.NotEmpty(RosterFiles.Read($"{new string('(', 200_000)};Тип\nМОУ;МОУ\n").Faults);

        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void After_five_hundred_faults_no_more_are_looked_for_and_that_is_said()
    {
        var (_, faults) = RosterFiles.Read("Учреждение;Тип\n" + string.Concat(Enumerable.Repeat("Вымысел;колледж\n", 2_000)));

        Assert.Equal(RosterLimits.MostFaults + 1, faults.Count);
        Assert.Contains(faults, fault => fault.Message.Contains("дальше файл не проверялся", StringComparison.Ordinal));
    }

    [Fact]
    public void A_hundred_megabytes_are_refused_without_being_read_to_the_end()
    {
        using var endless = new EndlessStream(100L * 1024 * 1024);
        var faults = new Sferum.Bot.DataFiles.Faults();

        RosterReader.Read("roster.csv", endless, Compiling.Order22309Tests.Load().Types, faults);

        Assert.Contains("больше 10 МБ", faults.Single().Message, StringComparison.Ordinal);
        Assert.InRange(endless.Position, 1, RosterLimits.MostBytes + 1024 * 1024);
    }

    [Fact]
    public void A_zip_bomb_is_refused()
    {
        var bomb = RosterFiles.WithPart(RosterFiles.Xlsx(["Учреждение"], [School]), "xl/media/image1.png", part =>
        {
            var zeroes = new byte[1024 * 1024];
            for (var i = 0; i <= RosterLimits.MostUnpackedBytes / zeroes.Length; i++)
            {
                part.Write(zeroes);
            }
        });
        Assert.InRange(bomb.Length, 1, RosterLimits.MostBytes);

        var (_, faults) = RosterFiles.Read(bomb);

        Assert.Contains("Внутри файла Excel больше", faults.Single().Message, StringComparison.Ordinal);
    }

    /// <summary>A name, how a small workbook is made to unfold into a large one, and what is said.</summary>
    public static TheoryData<string, string, Action<TextWriter>, string> Bombs => new()
    {
        { "entities", Sheet1, sheet => sheet.Write($"{Entities}<worksheet {Namespace}><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>&z;</t></is></c></row></sheetData></worksheet>"), "повреждён" },
        { "an outside entity", Sheet1, sheet => sheet.Write($"<!DOCTYPE x [<!ENTITY z SYSTEM \"http://127.0.0.1:9/\">]><worksheet {Namespace}><sheetData><row><c><v>&z;</v></c></row></sheetData></worksheet>"), "повреждён" },
        { "shared strings", Strings, strings => Repeat(strings, $"<sst {Namespace}>", new string('а', 20_000).Insert(0, "<si><t>") + "</t></si>", 2_000, "</sst>"), "Внутри файла Excel больше" },
        { "elements in each other", Sheet1, sheet => Repeat(sheet, $"<worksheet {Namespace}><sheetData>", "<x>", 10_000_000, ""), "устроен не так" },
        { "attributes of one cell", Sheet1, sheet => Attributes(sheet, 2_000_000), "устроен не так" },
        { "a column beyond the last one", Sheet1, sheet => sheet.Write($"<worksheet {Namespace}><sheetData><row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>"), "больше 200 столбцов" },
        { "a sheet that says to be wider than any", Sheet1, sheet => sheet.Write($"<worksheet {Namespace}><dimension ref=\"A1:ZZZZZZ1\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>"), "больше 200 столбцов" },
        { "cells without a place in one row", Sheet1, sheet => Repeat(sheet, $"<worksheet {Namespace}><sheetData><row>", "<c/>", 8_000_000, "</row></sheetData></worksheet>"), "больше 200 столбцов" },
        { "millions of empty cells", Sheet1, sheet => Repeat(sheet, $"<worksheet {Namespace}><dimension ref=\"A1:GR20000\"/><sheetData>", "<row><c r=\"A1\"><v>1</v></c></row>", 20_000, "</sheetData></worksheet>"), "Ячеек больше" },
        { "millions of rows", Sheet1, sheet => sheet.Write($"<worksheet {Namespace}><dimension ref=\"A1:A1\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row></sheetData></worksheet>"), "Строк больше" },
        { "the sheet under the name of a picture", "xl/media/image1.png", sheet => Repeat(sheet, "<a>", "<x>", 10_000_000, ""), "устроен не так" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_workbook_that_unfolds_is_refused_before_it_does(string name, string part, Action<TextWriter> write, string said)
    {
        var bomb = RosterFiles.WithPart(RosterFiles.Xlsx(["Учреждение"], [School]), part, content =>
        {
            using var text = new StreamWriter(content, new UTF8Encoding(false));
            write(text);
        });
        Assert.InRange(bomb.Length, 1, RosterLimits.MostBytes);

        // Allocated by this thread, since others work beside it; what a row of a sheet costs is freed at once.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var started = TimeProvider.System.GetTimestamp();
        var (roster, faults) = RosterFiles.Read(bomb);

        Assert.Empty(roster.Lines);
        Assert.True(faults.Any(fault => fault.Message.Contains(said, StringComparison.Ordinal)), $"{name}: {string.Join('\n', faults.Select(fault => fault.Message))}");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1536L * 1024 * 1024);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_list_with_more_formulas_than_columns_may_be_is_read()
    {
        var book = RosterFiles.WithPart(RosterFiles.Xlsx(["Учреждение"], [School]), "xl/calcChain.xml", part =>
        {
            using var text = new StreamWriter(part, new UTF8Encoding(false));
            Repeat(text, $"<calcChain {Namespace}>", "<c r=\"A2\" i=\"1\"/>", 300, "</calcChain>");
        });

        var (roster, faults) = RosterFiles.Read(book);

        Assert.Empty(faults);
        Assert.Equal([School], roster.Lines.Select(line => line.Name));
    }

    [Fact]
    public void A_list_with_formatted_empty_columns_is_read()
    {
        var sheet = $"<worksheet {Namespace}><dimension ref=\"A1:GR2\"/><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Учреждение</t></is></c><c r=\"GR1\" s=\"1\"/></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>{School}</t></is></c></row></sheetData></worksheet>";
        var book = RosterFiles.WithPart(RosterFiles.Xlsx(["Учреждение"], [School]), Sheet1, part => part.Write(Encoding.UTF8.GetBytes(sheet)));

        var (roster, faults) = RosterFiles.Read(book);

        Assert.Empty(faults);
        Assert.Equal([School], roster.Lines.Select(line => line.Name));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>&b;</t></is></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">")]
    [InlineData("")]
    public void A_damaged_or_malicious_sheet_is_refused(string sheet)
    {
        var book = RosterFiles.WithPart(RosterFiles.Xlsx(["Учреждение"], [School]), "xl/worksheets/sheet1.xml", part => part.Write(Encoding.UTF8.GetBytes(sheet)));

        var (_, faults) = RosterFiles.Read(book);

        Assert.NotEmpty(faults);
    }

    [Theory]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1 }, "старый формат")]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x00, 0x00 }, "повреждён")]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x00, 0x01 }, "не таблица")]
    public void Another_kind_of_file_is_told_from_a_table(byte[] content, string said)
    {
        var (_, faults) = RosterFiles.Read(content);

        Assert.Contains(said, faults.Single().Message, StringComparison.Ordinal);
    }

    private static string Table(string separator) => string.Join('\n',
        string.Join(separator, "Учреждение", "Тип", "Руководитель", "ОГРН"),
        string.Join(separator, $"\"{School}\"", "МОУ", "директор Тестова Анна", "1026900512345"),
        string.Join(separator, "МДОУ «Выдумка»", "мдоу", "", "")) + "\n";

    private static void Repeat(TextWriter text, string before, string piece, int times, string behind)
    {
        text.Write(before);
        for (var i = 0; i < times; i++)
        {
            text.Write(piece);
        }

        text.Write(behind);
    }

    private static void Attributes(TextWriter text, int count)
    {
        text.Write($"<worksheet {Namespace}><sheetData><row><c");
        for (var i = 0; i < count; i++)
        {
            text.Write($" a{i:x}='>'");
        }

        text.Write("/></row></sheetData></worksheet>");
    }

    private sealed class EndlessStream(long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Position);
            Array.Fill(buffer, (byte)';', offset, read);
            Position += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
