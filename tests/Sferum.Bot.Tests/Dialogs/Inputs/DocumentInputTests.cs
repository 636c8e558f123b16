namespace Sferum.Bot.Tests.Dialogs.Inputs;

public class DocumentInputTests
{
    public static TheoryData<string, string> Typed => RecognitionTable.Of("""
        № 12-од от 15 апреля | date=2024-04-15; number=12-од
        15.04.24 приказ 12 | date=2024-04-15; number=12; title=приказ
        приказ 12 од 15.4 | date=2024-04-15; number=12-од; title=приказ
        12-од 15.04.2024 | date=2024-04-15; number=12-од
        приказ номер 45/1 от пятнадцатого апреля | date=2024-04-15; number=45/1; title=приказ
        №12/03-05 от 15.04 | date=2024-04-15; number=12/03-05
        распоряжение 7 от вчера | date=2024-04-14; number=7; title=распоряжение
        Приказ № 45-ОД от 12.04.2024 г. | date=2024-04-12; number=45-ОД; title=приказ
        приказ №45 от 12 апреля 2024 года | date=2024-04-12; number=45; title=приказ
        Приказ от 12.04.2024 № 45 | date=2024-04-12; number=45; title=приказ
        приказ от 12.04.2024 №45/1-ОД | date=2024-04-12; number=45/1-ОД; title=приказ
        12.04.2024 № 45 | date=2024-04-12; number=45
        12.04.2024 45 | date=2024-04-12; number=45
        45 от 12.04 | date=2024-04-12; number=45
        45 12.04 | date=2024-04-12; number=45
        45, 12.04.24 | date=2024-04-12; number=45
        45 от 12/04 | date=2024-04-12; number=45
        45 от 12/04/2024 | date=2024-04-12; number=45
        12-од, 2024-04-15 | date=2024-04-15; number=12-од
        № 01-10/25 от 01.04.2024 | date=2024-04-01; number=01-10/25
        № Р-139 от 22 марта | date=2024-03-22; number=Р-139
        ОД-12 от 10 апр | date=2024-04-10; number=ОД-12
        од12 от 10.04.2024г | date=2024-04-10; number=од12
        приказ 12од от сегодня | date=2024-04-15; number=12од; title=приказ
        Приказ N 12 от 15.04.2024 | date=2024-04-15; number=12; title=приказ
        приказ No 12 от 15.04.2024 | date=2024-04-15; number=12; title=приказ
        приказ # 12 от 15.04.2024 | date=2024-04-15; number=12; title=приказ
        ном. 12 от 15.04 | date=2024-04-15; number=12
        номер: 12-од, дата: 15.04.2024 | date=2024-04-15; number=12-од
        номер 12\nдата 15 апреля | date=2024-04-15; number=12
        приказ б/н от вчера | date=2024-04-14; number=б/н; title=приказ
        приказ без номера от 12 апреля | date=2024-04-12; number=б/н; title=приказ
        Положение № 3 от 9 апреля | date=2024-04-09; number=3; title=положение
        Положение «Об использовании «Сферума»» № 3 от 9 апреля | date=2024-04-09; number=3; title=положение «Об использовании «Сферума»»
        приказ "О назначении администратора" 14-од от 11.04 | date=2024-04-11; number=14-од; title=приказ «О назначении администратора»
        Издали приказ 12-од, подписан 15 апреля | date=2024-04-15; number=12-од; title=приказ
        вот приказ 12-од от 15 апреля, учитель физики | date=2024-04-15; number=12-од; title=приказ
        № 12—од от 15 апреля | date=2024-04-15; number=12-од
        № 12 – од от 15 апреля | date=2024-04-15; number=12-од
        №12\5 от 15.04 | date=2024-04-15; number=12/5
        приказ 12 л/с от 15.04 | date=2024-04-15; number=12-л/с; title=приказ
        приказ МОУ СОШ № 1 № 12-од от 15.04 | date=2024-04-15; number=12-од; title=приказ
        приказ 7 в прошлую пятницу | date=2024-04-12; number=7; title=приказ
        приказ 7 от позавчера | date=2024-04-13; number=7; title=приказ
        номер 12 от двадцать первого марта | date=2024-03-21; number=12
        приказ 12 от 15 | number=12; title=приказ
        <b>№ 12-од</b> от&nbsp;15&nbsp;апреля | date=2024-04-15; number=12-од
        № 12-од от 15 апреля 🎉🎉🎉 | date=2024-04-15; number=12-од
        1️⃣2️⃣-од от 15.04 | date=2024-04-15; number=12-од
        № ١٢ от 15.04 | date=2024-04-15; number=12
        № 12-од | number=12-од
        12-од | number=12-од
        приказ 12 | number=12; title=приказ
        12 | ~number=12
        45/1 | ~number=45/1
        от 15 апреля | date=2024-04-15
        15.04 | date=2024-04-15
        15.04.2024 | date=2024-04-15
        вчера | date=2024-04-14
        приказ от 15.04.2025 | !future_date
        № 12 от 31 февраля | !impossible_date
        № 12 от 31.02.2024 | !impossible_date
        № 12 от 15.04.2042 | !far_date
        № 12 от 15.04.1890 | !far_date
        завтра, № 12 | !future_date
        приказ | -
        приказ издан | -
        сделали 1.1 | -
        18 из 20 | -
        34 человека | -
        у нас 34 педагога и всё | -
        строка 14 | -
        МОУ СОШ № 1 | -
        как оформить? | -
        """);

    [Theory]
    [MemberData(nameof(Typed))]
    public void An_act_is_read_as_people_write_it(string typed, string expected) =>
        Assert.Equal(expected, RecognitionTable.Recognise("document", typed));

    [Theory]
    [InlineData("приказ 12 од от 15.4", "приказ № 12-од от 15.04.2024")]
    [InlineData("№ 12", "№ 12")]
    [InlineData("б/н от вчера", "без номера от 14.04.2024")]
    [InlineData("вчера", "от 14.04.2024")]
    public void A_summary_of_an_act_names_what_is_known(string typed, string summary) =>
        Assert.Equal(summary, RecognitionTable.Describe("document", typed));
}
