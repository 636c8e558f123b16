using System.Text;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Orders.Roster;
using Sferum.Bot.Tests.Fuzzing.Making;
using Sferum.Bot.Tests.Orders.Roster;
using Sferum.Bot.Tests.Transcripts.Office;

namespace Sferum.Bot.Tests.Fuzzing.Targets;

/// <summary>A roster as a table of text (bytes), and what would become of the roster before.</summary>
internal sealed class CsvTarget : FuzzTarget
{
    /// <summary>Some 700 institutions; what follows is read in time linear in its length.</summary>
    private const int Longest = 48 * 1024;

    private const string Table =
        "Учреждение;Тип;Руководитель;ОГРН\nМОУ «Вымышленская СОШ № 1»;МОУ;директор Тестова Анна;1026900512345\nМДОУ «Выдумка»;МДОУ;;\n\"УДО \"\"Мираж\"\"\";УДО;-;7\n";

    private static readonly KnownInstitution[] Known =
        [new(1, "МОУ «Вымышленская СОШ № 1»", "МОУ", "1026900512345", "", false), new(2, "МДОУ «Выдумка»", "МДОУ", null, "", false), new(3, "УДО «Мираж»", "УДО", null, "", true)];

    private static readonly string[] Seeds =
    [
        VkSeeds.Bytes(Table),
        VkSeeds.Bytes("\uFEFF" + Table.Replace(";", ",", StringComparison.Ordinal).ReplaceLineEndings("\r\n")),
        Latin(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Table.Replace(';', '\t')))),
        Latin(RosterFiles.Windows1251(Table)),
        VkSeeds.Bytes("sep=;\nСписок учреждений;;;\n\n№ п/п;Наименование;Тип учреждения;Телефон руководителя\n1;Небывалая гимназия;школа;8 800\n"),
        VkSeeds.Bytes("Код,Учреждение\n7,Детский сад «Небылица»\n8,Дом детского творчества\n"),
    ];

    private readonly TextMutation _bytes = new(
        Seeds,
        [
            .. new[] { ";", ",", "\t", "\"", "\"\"", "\n", "\r", "\r\n", "\0", "Учреждение", "Тип", "Название", "Код", "МОУ", "=1+1", "@SUM(A1)", "№", "-", "sep=;", "\u2028", "\uFEFF", "\u200B", "ﷺ", "😀", "(", "[", "((((", "))))" }.Select(VkSeeds.Bytes),
            "\u00FF\u00FE", "\u00FE\u00FF", "\u00FF", "PK\u0003\u0004", "\u00D0\u00CF\u0011\u00E0", "\u00ED\u00A0\u0080",
        ],
        Longest,
        byte.MaxValue);

    public override string Name => "rosters-csv";

    public override int Share => 40;

    public override IReadOnlyList<string> Outcomes { get; } = ["read", "faults"];

    public override string Make(FuzzDice dice) => dice.OneIn(20) ? dice.Of(Seeds) : _bytes.Of(dice.Of(Seeds), dice);

    public override Task<string> ReadAsync(string input) => Task.FromResult(Read(Encoding.Latin1.GetBytes(input)));

    internal static string Latin(IEnumerable<byte> bytes) => Encoding.Latin1.GetString([.. bytes]);

    internal static string Read(byte[] content)
    {
        var faults = new Faults();
        using var stream = new MemoryStream(content);
        var roster = RosterReader.Read("roster", stream, OfficeStage.Orders.Types, faults);
        if (faults.Count == 0)
        {
            Assert.NotEmpty(roster.Lines);
            Assert.All(roster.Lines, line => Assert.True(line.Name.Length is >= 3 and <= RosterLimits.LongestCell, line.Name));
            _ = RosterPlanner.Plan("roster", roster, Known, archiveMissing: true, faults);
            return "read";
        }

        return YamlSeeds.Checked(faults);
    }
}
