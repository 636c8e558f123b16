using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Inputs;

namespace Sferum.Bot.Tests.Dialogs.Inputs;

public class DateInputTests
{
    public static TheoryData<string, string> Typed => RecognitionTable.Of("""
        15.04.2024 | date=2024-04-15
        15.4 | date=2024-04-15
        15.04 | date=2024-04-15
        15.04. | date=2024-04-15
        15/04/24 | date=2024-04-15
        15/04 | date=2024-04-15
        15-04-2024 | date=2024-04-15
        15,04,2024 | date=2024-04-15
        15 . 04 . 2024 | date=2024-04-15
        15 04 2024 | date=2024-04-15
        15 04 | date=2024-04-15
        15042024 | date=2024-04-15
        2024-04-15 | date=2024-04-15
        2024.04.15 | date=2024-04-15
        2024-04-15T10:00 | date=2024-04-15
        15 апреля | date=2024-04-15
        15 Апреля | date=2024-04-15
        15апреля | date=2024-04-15
        15 апр | date=2024-04-15
        15 апр. | date=2024-04-15
        15 апреля 2024 | date=2024-04-15
        15 апреля 2024 г. | date=2024-04-15
        15 апреля 2024 года | date=2024-04-15
        15 апреля 24 г | date=2024-04-15
        15 апреля 23 | date=2023-04-15
        15 апреля '24 | date=2024-04-15
        15-го апреля | date=2024-04-15
        15-ого апреля | date=2024-04-15
        15 апрля | date=2024-04-15
        15 аперля | date=2024-04-15
        7 мая 2023 | date=2023-05-07
        1 сент 2023 | date=2023-09-01
        1 сентября 2023 | date=2023-09-01
        «15» апреля 2024 г. | date=2024-04-15
        "15" апреля | date=2024-04-15
        15-04 | date=2024-04-15
        10 апреля в 15:00 | date=2024-04-10
        15 апреля прошлого года | date=2023-04-15
        пятнадцатое апреля | date=2024-04-15
        пятнадцатого апреля | date=2024-04-15
        тридцать первого марта | date=2024-03-31
        третьего апреля | date=2024-04-03
        двадцать второе марта 2024 года | date=2024-03-22
        сегодня | date=2024-04-15
        сегодняшним числом | date=2024-04-15
        вчера | date=2024-04-14
        вчерашнего дня | date=2024-04-14
        позавчера | date=2024-04-13
        в прошлую пятницу | date=2024-04-12
        в пятницу | date=2024-04-12
        в понедельник | date=2024-04-15
        в прошлый понедельник | date=2024-04-08
        от среды | date=2024-04-10
        2 дня назад | date=2024-04-13
        два дня назад | date=2024-04-13
        неделю назад | date=2024-04-08
        две недели назад | date=2024-04-01
        12 числа | date=2024-04-12
        12-го | date=2024-04-12
        20 числа | date=2024-03-20
        от пятого | date=2024-04-05
        пятого числа | date=2024-04-05
        чат создан 10 апреля, в нём 34 человека | date=2024-04-10
        Педсовет, 34, создан 10.04 | date=2024-04-10
        разместили 12.04.2024, вот https://school.ru/sveden | date=2024-04-12
        29 февраля | date=2024-02-29
        20.12 | date=2023-12-20
        28 августа | date=2023-08-28
        1.3 | date=2024-03-01
        20 апреля | !future_date
        завтра | !future_date
        15.04.2025 | !future_date
        31 февраля | !impossible_date
        31.02.2024 | !impossible_date
        32.04 | !impossible_date
        29.02.2023 | !impossible_date
        15.13.2024 | !impossible_date
        15.04.2042 | !far_date
        15 апреля 2042 | !far_date
        15.04.1890 | !far_date
        15.04.98 | !far_date
        31.02, то есть 01.03 | date=2024-03-01
        12 | -
        сделали 1.3 | -
        п. 1.1 | -
        1.2б | -
        18 из 20 | -
        18/20 | -
        34 человека | -
        15 педагогов | -
        чат «Цифровая среда» | -
        среда | -
        192.168.10.10 | -
        когда сдавать? | -
        """);

    [Theory]
    [MemberData(nameof(Typed))]
    public void A_date_is_read_as_people_write_it(string typed, string expected) =>
        Assert.Equal(expected, RecognitionTable.Recognise("date", typed));

    [Theory]
    [InlineData("2024-01-05", "20.12", "2023-12-20")]
    [InlineData("2024-12-31", "31.12", "2024-12-31")]
    [InlineData("2024-03-01", "29.02", "2024-02-29")]
    [InlineData("2025-03-01", "29.02", "2024-02-29")]
    [InlineData("2024-03-01", "30-го", null)]
    [InlineData("2024-04-20", "в прошлую пятницу", "2024-04-19")]
    public void A_date_without_a_year_is_the_last_such_day(string today, string typed, string? expected)
    {
        var recognition = InputCatalog.All["date"].Recognise(
            new DialogEvent.Wrote(typed, []),
            DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(expected, (recognition as Recognition.Match)?.Values["date"]);
    }
}
