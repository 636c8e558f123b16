using System.IO.Compression;
using System.Text;
using Sferum.Bot.Tests.Fuzzing.Making;
using Sferum.Bot.Tests.Orders.Roster;

namespace Sferum.Bot.Tests.Fuzzing.Targets;

/// <summary>A roster as a workbook of Excel (bytes): its parts damaged and packed again, or the packed file itself.</summary>
internal sealed class XlsxTarget : FuzzTarget
{
    private const int Longest = 64 * 1024;

    private static readonly byte[][] Books =
    [
        RosterFiles.Xlsx(["Учреждение", "Тип", "Руководитель", "ОГРН"], ["МОУ «Вымышленская СОШ № 1»", "МОУ", "директор Тестова Анна", 1026900512345d], ["МДОУ «Выдумка»", "МДОУ", "", ""]),
        RosterFiles.Xlsx(["Список учреждений", null], [null, null], ["Учреждение", "Код"], ["МОУ «А1»", new DateTime(2024, 4, 15, 0, 0, 0, DateTimeKind.Utc)], ["МОУ «Б1»", true]),
    ];

    private static readonly Dictionary<string, string>[] Parts = [.. Books.Select(Unpacked)];

    private static readonly string[] Files = [.. Books.Select(CsvTarget.Latin)];

    private static readonly string[] Places = ["XFD1048576", "A1:XFD1048576", "A1:B2", "A1:A1048576", "XFD1", "A0", "", "1048576", "99999999999", "-1", "0", "s", "inlineStr", "b", "e", "d", "rId9", "ZZZZZZZZ1"];

    private readonly TextMutation _xml = new(
        [.. Parts.SelectMany(parts => parts.Values)],
        [
            "<", ">", "/>", "<row>", "</row>", "<c r=\"A1\">", "<c r=\"XFD1\"><v>1</v></c>", "<c r=\"XFD1048576\"><v>1</v></c>", "r=\"A0\"", "r=\"-1\"", "r=\"1048576\"", "r=\"99999999999\"", "<v>", "</v>", "<t>", "t=\"s\"", "t=\"inlineStr\"", "t=\"b\"", "t=\"e\"",
            "s=\"99\"", "s=\"-1\"", "<v>99999</v>", "<v>1e999</v>", "<dimension ref=\"A1:XFD1048576\"/>", "<dimension ref=\"A1\"/>", "<mergeCell ref=\"A1:XFD99999\"/>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&lt;", "&#0;", "&#x1F600;", "<![CDATA[", "]]>", "<!--",
            "<?xml version=\"1.1\"?>", "xmlns=\"\"", "xmlns:x=\"a\"", "<sheet name=\"\" sheetId=\"1\" r:id=\"rId99\"/>", "rId1", "\u0000", "😀", "Учреждение", "<si><t>Тип</t></si>", "<a>", "numFmtId=\"14\"", "xml:space=\"preserve\"",
        ],
        Longest);

    private readonly TextMutation _bytes = new(Files, ["PK\u0001\u0002", "PK\u0003\u0004", "PK\u0005\u0006", "\u0000\u0000\u0000\u0000", "\u00FF\u00FF\u00FF\u00FF", "xl/", "../"], Longest, byte.MaxValue);

    public override string Name => "rosters-xlsx";

    public override int Share => 20;

    public override IReadOnlyList<string> Outcomes { get; } = ["read", "faults"];

    public override string Make(FuzzDice dice)
    {
        if (dice.OneIn(4))
        {
            return _bytes.Of(dice.Of(Files), dice);
        }

        var parts = new Dictionary<string, string>(dice.Of(Parts), StringComparer.Ordinal);
        for (var times = dice.Few(3); times > 0; times--)
        {
            var part = dice.Of([.. parts.Keys.Order(StringComparer.Ordinal)]);
            switch (dice.Next(12))
            {
                case 0:
                    parts.Remove(part);
                    parts.TryAdd("xl/sharedStrings.xml", "<sst><si><t>Учреждение</t></si></sst>");
                    break;
                case 1:
                case 2:
                case 3:
                    parts[part] = WithPlace(parts[part], dice);
                    break;
                case 4:
                    parts[dice.Of([.. parts.Keys.Order(StringComparer.Ordinal)])] = parts[part];
                    break;
                default:
                    parts[part] = _xml.Of(parts[part], dice);
                    break;
            }
        }

        return CsvTarget.Latin(Packed(parts));
    }

    public override Task<string> ReadAsync(string input) => Task.FromResult(CsvTarget.Read(Encoding.Latin1.GetBytes(input)));

    /// <summary>Another value of an attribute: a place far away, a style or a text that is not there.</summary>
    private static string WithPlace(string xml, FuzzDice dice)
    {
        var start = dice.Next(xml.Length);
        var (from, to) = (xml.IndexOf("=\"", start, StringComparison.Ordinal) + 2, 0);
        to = from < 2 ? -1 : xml.IndexOf('"', from);
        return to < 0 ? xml : string.Concat(xml.AsSpan(0, from), dice.Of(Places), xml.AsSpan(to));
    }

    private static Dictionary<string, string> Unpacked(byte[] book)
    {
        using var archive = new ZipArchive(new MemoryStream(book));
        return archive.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var reader = new StreamReader(entry.Open());
                return reader.ReadToEnd();
            },
            StringComparer.Ordinal);
    }

    private static byte[] Packed(Dictionary<string, string> parts)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                var entry = archive.CreateEntry(name, CompressionLevel.Fastest);

                // The day of packing would make another file of the same input.
                entry.LastWriteTime = new DateTimeOffset(2024, 4, 15, 0, 0, 0, TimeSpan.Zero);
                using var part = entry.Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return packed.ToArray();
    }
}
