namespace Sferum.Bot.Tests.Dialogs.Inputs;

public class PeriodInputTests
{
    public static TheoryData<string, string> Typed => RecognitionTable.Of("""
        до 30 мая | since=2024-04-15; until=2024-05-30
        30 мая | since=2024-04-15; until=2024-05-30
        по 30.05 | since=2024-04-15; until=2024-05-30
        до 30 | since=2024-04-15; until=2024-04-30
        до 30-го | since=2024-04-15; until=2024-04-30
        с 20 по 30 апреля | since=2024-04-20; until=2024-04-30
        с 20-го по 30-е апреля | since=2024-04-20; until=2024-04-30
        С 20 до 30 апреля включительно | since=2024-04-20; until=2024-04-30
        20-30 апреля | since=2024-04-20; until=2024-04-30
        20 – 30 апреля 2024 | since=2024-04-20; until=2024-04-30
        с 20 по 30 | since=2024-04-20; until=2024-04-30
        с 20.04 по 30.05 | since=2024-04-20; until=2024-05-30
        с 20.04.24 по 30.05.24 | since=2024-04-20; until=2024-05-30
        20.04-30.04 | since=2024-04-20; until=2024-04-30
        20.04—30.04 | since=2024-04-20; until=2024-04-30
        20.04.2024-30.05.2024 | since=2024-04-20; until=2024-05-30
        20-30.04 | since=2024-04-20; until=2024-04-30
        с 20 апреля по 30 мая | since=2024-04-20; until=2024-05-30
        до 30 мая с 20 апреля | since=2024-04-20; until=2024-05-30
        с 30 по 5 мая | since=2024-04-30; until=2024-05-05
        с 20 декабря по 15 января | since=2024-12-20; until=2025-01-15
        с 10 апреля по 30 апреля | since=2024-04-10; until=2024-04-30
        на неделю | since=2024-04-15; until=2024-04-22
        на две недели | since=2024-04-15; until=2024-04-29
        на 10 дней | since=2024-04-15; until=2024-04-25
        на месяц | since=2024-04-15; until=2024-05-15
        месяц | since=2024-04-15; until=2024-05-15
        на 2 месяца | since=2024-04-15; until=2024-06-15
        на полгода | since=2024-04-15; until=2024-10-15
        на год | since=2024-04-15; until=2025-04-15
        с понедельника на месяц | since=2024-04-22; until=2024-05-22
        с завтрашнего дня до конца месяца | since=2024-04-16; until=2024-04-30
        с завтра на 3 дня | since=2024-04-16; until=2024-04-19
        с сегодняшнего дня до пятницы | since=2024-04-15; until=2024-04-19
        до конца учебного года | since=2024-04-15; until=2024-05-31
        до конца недели | since=2024-04-15; until=2024-04-19
        до 1 сентября | since=2024-04-15; until=2024-09-01
        до сентября | since=2024-04-15; until=2024-09-01
        на время отпуска с 1 по 28 июля | since=2024-07-01; until=2024-07-28
        🙏 до 30 мая | since=2024-04-15; until=2024-05-30
        до 10.04.2024 | !past_date
        до вчера | !past_date
        с 1 по 10 апреля 2024 | !past_date
        с 20 по 31 апреля | !impossible_date
        до 31 февраля | !impossible_date
        до 2042 года | -
        до 1 мая 2042 | !far_date
        на 2 года | !far_date
        с 20.05 по 10.05 | !backwards
        с 30 мая по 20 мая | !backwards
        с понедельника | -
        бессрочно | -
        34 | -
        -5 | -
        до обеда | -
        учитель информатики | -
        """);

    [Theory]
    [MemberData(nameof(Typed))]
    public void A_period_is_read_as_people_write_it(string typed, string expected) =>
        Assert.Equal(expected, RecognitionTable.Recognise("period", typed));

    [Fact]
    public void A_period_is_told_with_both_its_days() =>
        Assert.Equal("с 20.04.2024 по 30.05.2024", RecognitionTable.Describe("period", "с 20.04 по 30.05"));
}
