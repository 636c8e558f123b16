using Sferum.Bot.Reports;

namespace Sferum.Bot.Tests.Reports;

public sealed class TableTests
{
    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+7 900", "\"'+7 900\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@сад", "\"'@сад\"")]
    [InlineData("а;б", "\"а;б\"")]
    [InlineData("«Ёлочка»", "«Ёлочка»")]
    public void No_cell_of_a_text_file_is_taken_for_a_formula(string said, string written)
    {
        var table = new Table("т", ["Учреждение", "Пункт"], [[Cell.Of(said), Cell.Of("1.2")]]);

        Assert.Equal($"\uFEFFУчреждение;Пункт\r\n{written};1.2\r\n", table.ToCsv());
    }

    [Fact]
    public void Numbers_days_and_moments_are_written_as_Russian_people_read_them()
    {
        var table = new Table("т", ["a", "b", "c"], [[new Cell.Number(7), new Cell.Day(new DateOnly(2024, 4, 19)), new Cell.Moment(new DateTime(2024, 4, 19, 9, 5, 0))]]);

        Assert.EndsWith("7;19.04.2024;19.04.2024 09:05\r\n", table.ToCsv(), StringComparison.Ordinal);
    }
}
