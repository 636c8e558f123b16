namespace Sferum.Bot.Tests.Dialogs.Inputs;

public class TextInputTests
{
    public static TheoryData<string, string> Links => RecognitionTable.Of("""
        https://school1.ru/sveden | link=https://school1.ru/sveden
        http://school1.ru/sveden | link=http://school1.ru/sveden
        HTTPS://School1.RU/Sveden | link=https://school1.ru/Sveden
        school1.ru/sveden | link=https://school1.ru/sveden
        www.school1.ru | link=https://www.school1.ru
        вот: https://school1.ru/docs/prikaz.pdf. | link=https://school1.ru/docs/prikaz.pdf
        (https://school1.ru/docs) | link=https://school1.ru/docs
        https://ru.wikipedia.org/wiki/Тверь_(город) | link=https://ru.wikipedia.org/wiki/Тверь_(город)
        <https://school1.ru/docs> | link=https://school1.ru/docs
        «https://school1.ru/docs» | link=https://school1.ru/docs
        vk.me/join/AbC123 | link=https://vk.me/join/AbC123
        https://vk.me/join/AbC123== | link=https://vk.me/join/AbC123==
        школа1.рф/документы | link=https://школа1.рф/документы
        https://школа1.рф/документы | link=https://школа1.рф/документы
        https://school1.ru/a?b=1&amp;c=2 | link=https://school1.ru/a?b=1&c=2
        https://school1.ru:8443/x | link=https://school1.ru:8443/x
        Разместили: school1.edu.ru/p/1, 12.04.2024 | link=https://school1.edu.ru/p/1
        https://school1.ru/a и https://school1.ru/b | link=https://school1.ru/a
        https://yadi.sk/d/abc | !not_public
        https://disk.yandex.ru/i/abc | !not_public
        https://drive.google.com/file/d/1 | !not_public
        cloud.mail.ru/public/abc | !not_public
        https://192.168.0.1/docs | !not_public
        http://localhost:8080/x | !not_public
        https://intranet/x | !not_public
        https://admin:secret@school1.ru/ | !credentials
        на сайте выложили | ~!no_link
        ссылка потом | ~!no_link
        https:// | ~!no_link
        school@mail.ru | -
        г.Тверь | -
        и.о.директора | -
        15.04.2024 | -
        prikaz.pdf | -
        привет | -
        """);

    public static TheoryData<string, string> Points => RecognitionTable.Of("""
        1.1 | point=1.1
        1.1а | point=1.1.a
        1.1a | point=1.1.a
        1.1.а | point=1.1.a
        1.2 б | point=1.2.b
        1.2б | point=1.2.b
        1.2Б | point=1.2.b
        1.2в | point=1.2.c
        1.2г | point=1.2.d
        1.2д | point=1.2.e
        1.2 (б) | point=1.2.b
        1.2б) | point=1.2.b
        1.2-б | point=1.2.b
        1.2 подпункт в | point=1.2.c
        п. 1.1а | point=1.1.a
        п.1.1 | point=1.1
        пункт 1.3 | point=1.3
        сделали 1.2б | point=1.2.b
        сделали 1.1 и 1.3 | point=1.1; points=1.1 1.3
        1.1а, 1.1б, 1.1в готово | point=1.1.a; points=1.1.a 1.1.b 1.1.c
        1.2 а, б и г | point=1.2.a; points=1.2.a 1.2.b 1.2.d
        1.2 а также 1.3 | point=1.2; points=1.2 1.3
        1.2 в чате | point=1.2
        1.2 а | point=1.2.a
        1.2 а готово | point=1.2.a
        1.2 в. | point=1.2.c
        1.4.3.а | point=1.4.3.a
        1.4.3а | point=1.4.3.a
        1.4.1 | point=1.4.1
        1.2.0 | point=1.2.0
        что значит 1.2б? | point=1.2.b
        15.04.2024 | -
        № 12.1 | point=12.1
        12/03 | -
        версия a1.2 | -
        1 | -
        чат | -
        """);

    public static TheoryData<string, string> Codes => RecognitionTable.Of("""
        ABCD-2345 | code=ABCD-2345
        abcd-2345 | code=ABCD-2345
        ABCD2345 | code=ABCD-2345
        ABCD 2345 | code=ABCD-2345
        A B C D 2 3 4 5 | code=ABCD-2345
        AB-CD-23-45 | code=ABCD-2345
        ABCD — 2345 | code=ABCD-2345
        abcd–2345 | code=ABCD-2345
        мой код ABCD-2345 | code=ABCD-2345
        Код: abcd2345 | code=ABCD-2345
        код abcd efgh | code=ABCD-EFGH
        здравствуйте, код школы КМРХ-2345, спасибо | code=KMPX-2345
        АВСЕ-2345 | code=ABCE-2345
        авсе2345 | code=ABCE-2345
        хуТК-7з7н | code=XYTK-737H
        ABCD-EFGH | code=ABCD-EFGH
        ABCDEFGH | code=ABCD-EFGH
        «ABCD-2345» | code=ABCD-2345
        ABCD-2345. | code=ABCD-2345
        РЕКА-РУКА | code=PEKA-PYKA
        река рука | -
        наверное | -
        password | -
        2345-6789 | -
        89123456789 | -
        15042024 | -
        ABCD-23456 | -
        ABCD-234 | -
        ABC0-2345 | -
        ABCI-2345 | -
        https://school1.ru/ABCD2345 | -
        приказ 12-од от 15.04.2024 | -
        """);

    public static TheoryData<string, string> Positions => RecognitionTable.Of("""
        учитель информатики | position=учитель информатики
        Учитель физики, стаж 10 лет | position=Учитель физики
        № 12-од от 15.04, учитель физики | position=учитель физики
        приказ 12, назначен старший воспитатель | position=старший воспитатель
        зам. директора по ВР | position=зам. директора по ВР
        14 от 12 апреля зам директора по увр | position=зам директора по увр
        педагог-психолог | position=педагог-психолог
        социальный педагог | position=социальный педагог
        лаборант | ~position=лаборант
        я | ~!too_short
        учитель, +7 (900) 000-00-00 | !personal_data
        лаборант lab@example.org | ~!personal_data
        123 | -
        """);

    public static TheoryData<string, string> Sections => RecognitionTable.Of("""
        строка 14 | section=строка 14
        Раздел 3, п. 4.2 | section=Раздел 3, п. 4.2
        раздел III | section=раздел III
        14 строка | section=14 строка
        стр. 5, пункт 2 плана | section=стр. 5, пункт 2
        14 | ~section=14
        в конце | ~section=в конце
        ! | -
        """);

    public static TheoryData<string, string> Texts => RecognitionTable.Of("""
        для дежурных | ~text=для дежурных
        ок | ~text=ок
        <b>для</b> дежурных 🎉 | ~text=для дежурных
        ! | ~!too_short
        я | ~!too_short
        🎉 | -
        """);

    [Theory]
    [MemberData(nameof(Links))]
    public void An_address_is_known_by_its_form(string typed, string expected) =>
        Assert.Equal(expected, RecognitionTable.Recognise("link", typed));

    [Theory]
    [MemberData(nameof(Points))]
    public void Points_are_read_from_sentences(string typed, string expected) =>
        Assert.Equal(expected, RecognitionTable.Recognise("point", typed));

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_claim_code_is_read_in_any_writing(string typed, string expected) =>
        Assert.Equal(expected, RecognitionTable.Recognise("code", typed));

    [Theory]
    [MemberData(nameof(Positions))]
    public void A_position_is_found_in_a_longer_message(string typed, string expected) =>
        Assert.Equal(expected, RecognitionTable.Recognise("position", typed));

    [Theory]
    [MemberData(nameof(Sections))]
    public void A_place_in_a_document_is_read(string typed, string expected) =>
        Assert.Equal(expected, RecognitionTable.Recognise("section", typed));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Free_words_match_loosely_within_limits(string typed, string expected) =>
        Assert.Equal(expected, RecognitionTable.Recognise("words", typed));

    [Theory]
    [InlineData("words", 301)]
    [InlineData("section", 101)]
    [InlineData("position", 101)]
    public void Long_texts_are_refused(string input, int length) =>
        Assert.Equal("~!too_long", RecognitionTable.Recognise(input, new string('ш', length)));

    [Fact]
    public void All_addresses_of_a_message_are_taken_once() =>
        Assert.Equal(
            "0=https://school1.ru/a; 1=https://school1.ru/b",
            RecognitionTable.Recognise("links", "school1.ru/a, https://school1.ru/b и ещё раз school1.ru/a"));

    [Fact]
    public void One_closed_address_among_others_is_a_problem() =>
        Assert.Equal("!not_public", RecognitionTable.Recognise("links", "school1.ru/a и yadi.sk/d/1"));

    [Theory]
    [InlineData("сделали 1.2б и 1.3", "1.2б, 1.3")]
    [InlineData("1.4.1", "1.4.1")]
    public void Points_are_summed_up_as_people_write_them(string typed, string summary) =>
        Assert.Equal(summary, RecognitionTable.Describe("point", typed));
}
