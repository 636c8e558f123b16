using Sferum.Bot.DataFiles;
using Sferum.Bot.Reports.Warnings;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Reports.Warnings;

public sealed class PersonalWordsTests
{
    private static readonly PersonalWords Words = Load(RepositoryFolder.Find("dialogs"));

    [Theory]
    [InlineData("Список учеников 5Б.xlsx", "Список учеников")]
    [InlineData("список_детей_группы.docx", "список_детей")]
    [InlineData("Списки наших будущих учащихся", "Списки наших будущих учащихся")]
    [InlineData("СНИЛС сотрудников.pdf", "СНИЛС")]
    [InlineData("паспорт Тестовой.jpg", "паспорт")]
    [InlineData("Паспортные данные", "Паспортные")]
    [InlineData("дата рождения 12.03.2011", "дата рождения")]
    [InlineData("свидетельство о рождении.jpg", "свидетельство о рождении")]
    [InlineData("справка с диагнозом", "диагнозом")]
    [InlineData("Листы ознакомления с приказом.pdf", "Листы ознакомления")]
    [InlineData("Согласие на обработку персональных данных Тестова.pdf", "Согласие на обработку")]
    [InlineData("Педсовет, +7 900 123-45-67", "+7 900 123-45-67")]
    [InlineData("тел. 8 (900) 123-45-67", "8 (900) 123-45-67")]
    [InlineData("89001234567", "89001234567")]
    [InlineData("112-233-445 95", "112-233-445 95")]
    public void Personal_data_is_hinted_at(string text, string found) => Assert.StartsWith(found, Words.FindIn(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("Приказ № 12-од от 15.04.2024.pdf")]
    [InlineData("IMG_20240415_091233.jpg")]
    [InlineData("photo_2024-04-15_09-12-33.jpg")]
    [InlineData("1713161553000.png")]
    [InlineData("79161553000_1.png")]
    [InlineData("Паспорт безопасности школы.pdf")]
    [InlineData("Паспорт доступности объекта.pdf")]
    [InlineData("Положение о защите персональных данных.pdf")]
    [InlineData("Форма согласия на обработку данных.docx")]
    [InlineData("Родительский комитет, 18")]
    [InlineData("Учителя и воспитатели, 34 из 36")]
    [InlineData("Совет старшеклассников")]
    [InlineData("Должностная инструкция классного руководителя.docx")]
    [InlineData("План ВШК от 12.04.2024, строка 17")]
    [InlineData("Приказ 123-456/78 от 12.04.2024")]
    [InlineData("учитель информатики")]
    [InlineData("Скриншот чата с родителями.png")]
    [InlineData("Положение об обучающихся.pdf")]
    [InlineData("инновации.pdf")]
    [InlineData("")]
    public void Ordinary_names_and_answers_are_not_suspected(string text) => Assert.Null(Words.FindIn(text));

    [Theory]
    [InlineData("personal_data:\n  - { words: \"\" }", "Не указано: слова (words)", 2)]
    [InlineData("personal_data:\n  - { words: \"спис* 5\" }", "«5» — не слово", 2)]
    [InlineData("personal_data:\n  - { word: снилс }", "Неизвестный ключ «word»", 2)]
    [InlineData("personal: []", "Неизвестный ключ «personal»", 1)]
    public void What_is_wrong_in_the_file_is_said(string yaml, string fault, int line)
    {
        var folder = Directory.CreateTempSubdirectory("sferum-words-");
        try
        {
            folder.CreateSubdirectory("shared");
            File.WriteAllText(Path.Combine(folder.FullName, "shared", "personal_data.yaml"), yaml);
            var faults = new Faults();

            PersonalWordsReader.Load(folder.FullName, faults);

            Assert.Contains(faults, f => f.File == "shared/personal_data.yaml" && f.Line == line && f.Message.Contains(fault, StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    internal static PersonalWords Load(string folder)
    {
        var faults = new Faults();
        var words = PersonalWordsReader.Load(folder, faults);
        Assert.Empty(faults);
        return words;
    }
}
