namespace Sferum.Bot.Tests.Dialogs.Inputs;

/// <summary>The same things in the hands of people on telephones: slips, emoji, invisible signs, tags, numbers beyond sense.</summary>
public class WaysOfWritingTests
{
    public static TheoryData<string, string> Done => RecognitionTable.Of("""
        готово | yes
        Готово! | yes
        ГОТОВО | yes
        гтово | yes
        готвоо | yes
        го​тово | yes
        всё готово | yes
        все готово | yes
        сделано | yes
        сделанно | yes
        зделано | yes
        сделали | yes
        сдлали | yes
        да сделали | yes
        да, уже сделали | yes
        уже всё сделали! | yes
        выполнено | yes
        выполненно | yes
        исполнено. | yes
        + | yes
        +++ | yes
        ✅ | yes
        ✔️ | yes
        👍 | yes
        👍🏽👍🏽 | yes
        ✅ готово | yes
        есть | yes
        сдали | yes
        у нас готово | yes
        <b>готово</b> | -
        не готово | -
        неготово | -
        не сделали | -
        сделаем | -
        сделаю | -
        сделай | -
        готовим | -
        готовится | -
        да | -
        все | -
        нет | -
        1 | -
        готово 12 | -
        готово? | -
        приказ готов | -
        👎 | -
        """);

    public static TheoryData<string, string> Dates => RecognitionTable.Of("""
        15.04.2024🙂 | date=2024-04-15
        📅 12 апреля | date=2024-04-12
        1​5.04.2024 | date=2024-04-15
        <b>15.04.2024</b> | date=2024-04-15
        15&nbsp;апреля | date=2024-04-15
        １５．０４．２０２４ | date=2024-04-15
        12 АПРЕЛЯ 2024 Г | date=2024-04-12
        двенадцатого апреля | date=2024-04-12
        чат создали позавчера вечером | date=2024-04-13
        создан12.04 | -
        31 февраля 2024 | !impossible_date
        30.02 | !impossible_date
        15 апреля 2042 год | !far_date
        15.04.2042 год | !far_date
        2042 год | -
        послезавтра | !future_date
        после завтра | !future_date
        завтро | !future_date
        00.00.0000 | !far_date
        99.99.9999 | !far_date
        """);

    public static TheoryData<string, string> Counts => RecognitionTable.Of("""
        34👨‍👩‍👧 | ~count=34
        в чате 34 | ~count=34
        нас в чате 34 человека | count=34
        34 чел | count=34
        34 человек | count=34
        34ч | -
        тридцать четыре человека | count=34
        34 родителя | count=34
        <p>34</p> | ~count=34
        3​4 | ~count=34
        −5 | !negative
        -5 человек | !negative
        10 000 000 | ~!too_large
        10 000 000 человек | !too_large
        0 участников | !zero
        """);

    public static TheoryData<string, string> Points => RecognitionTable.Of("""
        1.1а | point=1.1.a
        1.1 а | point=1.1.a
        1.1А | point=1.1.a
        1.1.а | point=1.1.a
        1.1-а | point=1.1.a
        1.1(а) | point=1.1.a
        1.1 а) | point=1.1.a
        п.1.1а | point=1.1.a
        п 1.1а | point=1.1.a
        пп. 1.1а | point=1.1.a
        пункт 1.1а | point=1.1.a
        1.1a | point=1.1.a
        1.2б, 1.2в | point=1.2.b; points=1.2.b 1.2.c
        1.2 б и в | point=1.2.b; points=1.2.b 1.2.c
        1.1а,1.1б готовы | point=1.1.a; points=1.1.a 1.1.b
        ✅1.3 | point=1.3
        1.​3 | point=1.3
        <u>1.3</u> | point=1.3
        сделали 1.3!!! | point=1.3
        № 12 | -
        31.02.2024 | -
        1.1,1.3 | point=1.1; points=1.1 1.3
        12,1.3 | -
        1,3 | -
        первый | -
        """);

    public static TheoryData<string, string> Documents => RecognitionTable.Of("""
        № 12-од от 15 апреля | date=2024-04-15; number=12-од
        №12од от 15.04.24г. | date=2024-04-15; number=12од
        15.04.24 приказ 12 | date=2024-04-15; number=12; title=приказ
        приказ 12 од 15.4 | date=2024-04-15; number=12-од; title=приказ
        Приказ N 12 от 12.04 | date=2024-04-12; number=12; title=приказ
        📄 приказ № 45/1 от 12 апреля | date=2024-04-12; number=45/1; title=приказ
        №​12 от 12.04.2024 | date=2024-04-12; number=12
        приказ № 12 от 31 февраля | !impossible_date
        приказ № 12 от 20 апреля | !future_date
        приказ № 12 от 15.04.2042 | !far_date
        """);

    public static TheoryData<string, string> Chats => RecognitionTable.Of("""
        Педсовет, 34 | members=34; title=Педсовет
        педсовет 34 | members=34; title=педсовет
        «Педсовет» 34 чел | members=34; title=Педсовет
        Педсовет 🏫, 34 | members=34; title=Педсовет
        Педсовет - 34 участника | members=34; title=Педсовет
        <b>Педсовет</b>, 34 | members=34; title=Педсовет
        34, Педсовет | members=34; title=Педсовет
        Педсовет, 10 000 000 | !too_large
        Педсовет, 0 | !zero
        """);

    [Theory]
    [MemberData(nameof(Done))]
    public void A_word_of_doing_is_known_alone(string typed, string expected) =>
        Assert.Equal(expected == "yes" ? "" : expected, RecognitionTable.Recognise("done", typed));

    [Theory]
    [MemberData(nameof(Dates))]
    public void A_date_is_read_through_what_stands_around_it(string typed, string expected) =>
        Assert.Equal(expected, RecognitionTable.Recognise("date", typed));

    [Theory]
    [MemberData(nameof(Counts))]
    public void A_count_is_read_through_what_stands_around_it(string typed, string expected) =>
        Assert.Equal(expected, RecognitionTable.Recognise("count", typed));

    [Theory]
    [MemberData(nameof(Points))]
    public void A_point_is_read_through_what_stands_around_it(string typed, string expected) =>
        Assert.Equal(expected, RecognitionTable.Recognise("point", typed));

    [Theory]
    [MemberData(nameof(Documents))]
    public void An_act_is_read_through_what_stands_around_it(string typed, string expected) =>
        Assert.Equal(expected, RecognitionTable.Recognise("document", typed));

    [Theory]
    [MemberData(nameof(Chats))]
    public void A_chat_is_read_through_what_stands_around_it(string typed, string expected) =>
        Assert.Equal(expected, RecognitionTable.Recognise("chat", typed));
}
