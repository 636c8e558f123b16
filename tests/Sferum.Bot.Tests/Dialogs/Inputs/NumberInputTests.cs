namespace Sferum.Bot.Tests.Dialogs.Inputs;

public class NumberInputTests
{
    public static TheoryData<string, string> Counts => RecognitionTable.Of("""
        34 | ~count=34
        34. | ~count=34
        у нас 34 | count=34
        34 человека | count=34
        34 чел. | count=34
        34чел | count=34
        34 участника | count=34
        34 уч. | count=34
        участников: 34 | count=34
        участников 34 | count=34
        число участников - 34 | count=34
        их там 34 | ~count=34
        около 30 | ~count=30
        тридцать четыре | ~count=34
        Тридцать четыре человека | count=34
        сто двадцать один | ~count=121
        двенадцать педагогов | count=12
        пятнацать человек | count=15
        34 (тридцать четыре) | ~count=34
        тысяча двести | ~count=1200
        1 200 человек | count=1200
        34 человека на 15.04 | count=34
        в чате 34 человека, создан 10 апреля | count=34
        все 34 человека | count=34
        3️⃣4️⃣ | ~count=34
        100000 | ~count=100000
        -5 | !negative
        минус пять | !negative
        0 | ~!zero
        0 человек | !zero
        10000000 | ~!too_large
        99999999999999999999999999 человек | !too_large
        30-35 | -
        34,5 | -
        18 из 20 | -
        № 12-од от 15.04 | -
        1.2 | -
        СОШ № 1 | -
        15.04.2024 | -
        много | -
        Педсовет и 5А класс собрались, чтобы обсудить важное, 7 раз | -
        """);

    public static TheoryData<string, string> Fractions => RecognitionTable.Of("""
        18 из 20 | done=18; total=20
        ознакомлено 18 из 20 | done=18; total=20
        Ознакомлено 18 человек из 20 | done=18; total=20
        18 педагогов из 20 педагогов | done=18; total=20
        18 классных руководителей из 20 | done=18; total=20
        восемнадцать из двадцати | done=18; total=20
        из 20 ознакомлено 18 | done=18; total=20
        Из двадцати двух ознакомлены двадцать | done=20; total=22
        всего 20, ознакомлено 18 | done=18; total=20
        ознакомлено 18, всего 20 | done=18; total=20
        все 20 | done=20; total=20
        ознакомлены все 20 человек | done=20; total=20
        20 (все) | done=20; total=20
        20, все | done=20; total=20
        20 из 20 | done=20; total=20
        0 из 20 | done=0; total=20
        приказ 12-од от 15.04, ознакомлено 18 из 20 | done=18; total=20
        18 чел. из 20 чел. | done=18; total=20
        все ознакомлены, 20 человек | done=20; total=20
        ознакомились 18, это все | done=18; total=18
        приказ 20, ознакомлены все | -
        Приказ №20 от 12.04, ознакомлены все | -
        18/20 | ~done=18; total=20
        ознакомлено 18/20 | ~done=18; total=20
        25 из 20 | !more_than_all
        20/18 | ~!more_than_all
        0 из 0 | !zero
        5 из 1000000 | !too_large
        18 | -
        все | -
        45/1 от 15.04 | -
        № 12/03-05 | -
        15/04/2024 | -
        из школы | -
        """);

    [Theory]
    [MemberData(nameof(Counts))]
    public void A_number_of_people_is_read_as_people_write_it(string typed, string expected) =>
        Assert.Equal(expected, RecognitionTable.Recognise("count", typed));

    [Theory]
    [MemberData(nameof(Fractions))]
    public void A_part_of_a_whole_is_read_as_people_write_it(string typed, string expected) =>
        Assert.Equal(expected, RecognitionTable.Recognise("fraction", typed));

    [Fact]
    public void A_summary_of_a_part_of_a_whole_may_hold_one_of_both()
    {
        var fraction = Sferum.Bot.Dialogs.Inputs.InputCatalog.All["fraction"];

        Assert.Equal("18 из 20", fraction.Describe(RecognitionTable.Values(("done", "18"), ("total", "20"))));
        Assert.Equal("18", fraction.Describe(RecognitionTable.Values(("done", "18"))));
        Assert.Equal("всего 20", fraction.Describe(RecognitionTable.Values(("total", "20"))));
    }
}
