using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Compiling;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Orders.Compiling;

public sealed class ReturnReasonsTests
{
    [Fact]
    public void A_reason_for_each_answer_then_those_for_the_whole_report()
    {
        var faults = new Faults();
        var reasons = ReturnReasonsReader.Load(RepositoryFolder.Find("dialogs"), DialogInputs.Names, faults);
        var line = Order22309Tests.Load().FindLine(new LineKey("223-09", "1.1.b"), "МОУ") ?? throw new InvalidOperationException();

        Assert.Empty(faults);
        Assert.Equal(
            ["Приказ (не тот номер или дата)", "Файл или фото (не читается)", "Должность администратора (уточните)", "Не тот документ", "Нет подписи или печати"],
            reasons.Of(line, ReportKind.Done).Select(reason => reason.Text));
        Assert.Equal(["Пункт вас касается"], reasons.Of(line, ReportKind.NotApplicable).Select(reason => reason.Text));
    }

    [Theory]
    [InlineData("return_reasons:\n  fields:\n    fils: не читается", "Ответов вида «fils» нет", 3)]
    [InlineData("return_reasons:\n  reports:\n    wrong: \"\"", "Не указано: причина возврата", 3)]
    [InlineData("return_reasons:\n  reports:\n    wrong: Не тот документ, пришлите, пожалуйста, другой", "длиннее 40 знаков", 3)]
    [InlineData("return_reasons:\n  report: {}", "Неизвестный ключ «report»", 2)]
    public void What_is_wrong_in_the_file_is_said(string yaml, string fault, int line)
    {
        var folder = Directory.CreateTempSubdirectory("sferum-reasons-");
        try
        {
            folder.CreateSubdirectory("specialist");
            File.WriteAllText(Path.Combine(folder.FullName, "specialist", "reasons.yaml"), yaml);
            var faults = new Faults();

            ReturnReasonsReader.Load(folder.FullName, DialogInputs.Names, faults);

            Assert.Contains(faults, f => f.File == "specialist/reasons.yaml" && f.Line == line && f.Message.Contains(fault, StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
