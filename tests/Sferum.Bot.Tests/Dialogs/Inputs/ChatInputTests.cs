namespace Sferum.Bot.Tests.Dialogs.Inputs;

public class ChatInputTests
{
    public static TheoryData<string, string> Chats => RecognitionTable.Of("""
        Педсовет, 34 | members=34; title=Педсовет
        "Педсовет 1 школа" 34 человека | members=34; title=Педсовет 1 школа
        чат педсовет — 34 уч. | members=34; title=педсовет
        «Родительский актив», 12 участников | members=12; title=Родительский актив
        Чат «Совет школы» - 9 | members=9; title=Совет школы
        Педсовет 34 | members=34; title=Педсовет
        Педсовет: 34 | members=34; title=Педсовет
        Педсовет (34) | members=34; title=Педсовет
        34, Педсовет | members=34; title=Педсовет
        34 - Педсовет | members=34; title=Педсовет
        Педсовет\n34 | members=34; title=Педсовет
        Педсовет, тридцать четыре человека | members=34; title=Педсовет
        название: Педсовет, участников: 34 | members=34; title=Педсовет
        Название чата Педсовет, число участников 34 | members=34; title=Педсовет
        чат называется Педсовет, в нём 34 человека | members=34; title=Педсовет
        Чат с родителями, 15 человек | members=15; title=Чат с родителями
        чат с родителями 15 | members=15; title=чат с родителями
        Актив 5А и 6Б, 20 чел | members=20; title=Актив 5А и 6Б
        Педсовет, 34, создан 10.04 | members=34; title=Педсовет
        Педсовет, создан 10 апреля, 34 человека | members=34; title=Педсовет
        Педсовет, 34 человека, дата создания 10.04.2024 | members=34; title=Педсовет
        Педсовет 🎓, 34 | members=34; title=Педсовет
        Педсовет СОШ № 1, 34 | members=34; title=Педсовет СОШ № 1
        «5А родители» 20 | members=20; title=5А родители
        Название - Педсовет\nЧисло участников - 34\nДата создания - 10.04.2024 | members=34; title=Педсовет
        1) Педсовет 2) 34 3) 10.04.24 | members=34; title=Педсовет
        Родители 10.04 25 | members=25; title=Родители
        Педагоги школы №1 - 34 | members=34; title=Педагоги школы №1
        Педсовет | ~title=Педсовет
        «Педсовет» | ~title=Педсовет
        34 | ~members=34
        34 участника | members=34
        участников 34 | members=34
        Педсовет, 0 | !zero
        Педсовет, 200000 человек | !too_large
        15.04 | -
        🎉🎉🎉 | -
        https://vk.me/join/abc | -
        """);

    public static TheoryData<string, string> StaffChats => RecognitionTable.Of("""
        Педсовет, 34 из 36 | members=34; staff=36; title=Педсовет
        "Педсовет" 34 человека из 36 | members=34; staff=36; title=Педсовет
        Педсовет, 34 участника, в штате 36 | members=34; staff=36; title=Педсовет
        Педсовет, 34, в штате 36 | members=34; staff=36; title=Педсовет
        Педсовет 34, штат 36 | members=34; staff=36; title=Педсовет
        Педсовет, 34 человека, педработников всего 36 | members=34; staff=36; title=Педсовет
        Педсовет, все 36 | members=36; staff=36; title=Педсовет
        Педсовет, 34 из 36, создан 10.04 | members=34; staff=36; title=Педсовет
        Педсовет, 34 участника из 36 педагогов, 11.04 | members=34; staff=36; title=Педсовет
        Педсовет 34 участника, педагогов в штате 36 | members=34; staff=36; title=Педсовет
        Педсовет, 34 (всего педагогов 36) | members=34; staff=36; title=Педсовет
        34 человека в чате, в школе 36 педагогов | members=34; staff=36
        Педсовет, 34 | members=34; title=Педсовет
        34 из 36 | members=34; staff=36
        в штате 36 | staff=36
        36 в штате | staff=36
        Педсовет | ~title=Педсовет
        37 из 36 | members=37; staff=36
        """);

    public static TheoryData<string, string> Meetings => RecognitionTable.Of("""
        15.04 совещание по Сферуму, 25 человек | date=2024-04-15; members=25; topic=совещание по Сферуму
        12 апреля, «Итоги четверти», участников 25 | date=2024-04-12; members=25; topic=Итоги четверти
        вчера провели педсовет, 25 участников | date=2024-04-14; members=25; topic=педсовет
        25 человек, 12.04.2024, тема: подготовка к экзаменам | date=2024-04-12; members=25; topic=подготовка к экзаменам
        Совещание по итогам четверти 12.04.2024, 25 | date=2024-04-12; members=25; topic=Совещание по итогам четверти
        12.04 совещание | date=2024-04-12; topic=совещание
        12.04 | date=2024-04-12
        25 участников | members=25
        Совещание при директоре | ~topic=Совещание при директоре
        25 | ~members=25
        20 апреля совещание, 25 человек | !future_date
        """);

    public static TheoryData<string, string> Plans => RecognitionTable.Of("""
        План внутришкольного контроля от 28.08.2023, строка 14 | date=2023-08-28; section=строка 14; title=План внутришкольного контроля
        План ВШК, утверждён 28 августа, раздел 3, п. 4.2 | date=2023-08-28; section=раздел 3, п. 4.2; title=План ВШК
        ВСОКО 10.04 | date=2024-04-10; title=ВСОКО
        План ВШК на 2023-2024 учебный год от 30.08.2023 раздел 5 | date=2023-08-30; section=раздел 5; title=План ВШК на 2023-2024 учебный год
        План внутреннего контроля | title=План внутреннего контроля
        «Годовой план» от 1 сентября 2023 | date=2023-09-01; title=Годовой план
        10.04.2024 | date=2024-04-10
        Дорожная карта | ~title=Дорожная карта
        план от 31.02 | !impossible_date
        """);

    [Theory]
    [MemberData(nameof(Chats))]
    public void A_chat_is_read_as_people_write_it(string typed, string expected) =>
        Assert.Equal(expected, RecognitionTable.Recognise("chat", typed));

    [Theory]
    [MemberData(nameof(StaffChats))]
    public void A_chat_of_the_staff_is_read_with_the_number_of_staff(string typed, string expected) =>
        Assert.Equal(expected, RecognitionTable.Recognise("staff_chat", typed));

    [Theory]
    [MemberData(nameof(Meetings))]
    public void A_meeting_is_read_as_people_write_it(string typed, string expected) =>
        Assert.Equal(expected, RecognitionTable.Recognise("meeting", typed));

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_plan_is_read_as_people_write_it(string typed, string expected) =>
        Assert.Equal(expected, RecognitionTable.Recognise("plan", typed));

    [Theory]
    [InlineData("chat", "Педсовет, 34", "«Педсовет», 34 участника")]
    [InlineData("chat", "Педсовет", "«Педсовет»")]
    [InlineData("chat", "21 человек", "21 участник")]
    [InlineData("staff_chat", "Педсовет, 34 из 36", "«Педсовет», 34 из 36")]
    [InlineData("staff_chat", "Педсовет, 34", "«Педсовет», 34 участника")]
    [InlineData("meeting", "12.04 педсовет, 25 человек", "12.04.2024, «педсовет», 25 участников")]
    [InlineData("plan", "План ВШК от 28.08.2023, строка 14", "«План ВШК» от 28.08.2023, строка 14")]
    public void Summaries_are_short(string input, string typed, string summary) =>
        Assert.Equal(summary, RecognitionTable.Describe(input, typed));

    [Fact]
    public void A_title_of_more_than_a_hundred_characters_is_refused() =>
        Assert.Equal("!too_long", RecognitionTable.Recognise("chat", new string('ш', 101) + ", 34"));
}
