using System.Globalization;
using Sferum.Bot.Answers;
using Sferum.Bot.Answers.Measuring;
using Spectre.Console;

namespace Sferum.Bot.Commands;

/// <summary>Figures of the search, for whoever writes answers.</summary>
internal static class AskMeasures
{
    private const int CalibrationFolds = 5;

    private const int MostLines = 40;

    // Below what is promised (4 % and 5 %): other people's questions are never quite like these.
    public static readonly CalibrationAims Aims = new(WrongSure: 0.035, FalseSure: 0.035, Refused: 0.006);

    public static int Evaluate(DataFolder data, FileInfo file, int folds)
    {
        if (Read(data, file) is not { } questions)
        {
            return ExitCode.WrongUse;
        }

        var clock = TimeProvider.System;
        var began = clock.GetTimestamp();
        var book = new AnswerBook(data.Answers);
        Console.WriteLine($"Поиск готов за {clock.GetElapsedTime(began).TotalMilliseconds:F0} мс.");
        var times = new List<double>();
        var evaluation = new Evaluation(questions.Select(question =>
        {
            var asked = clock.GetTimestamp();
            var reply = book.Ask(question.Text, question.Asker);
            times.Add(clock.GetElapsedTime(asked).TotalMilliseconds);
            return (question, reply);
        }));
        times.Sort();
        Console.WriteLine($"Вопрос: {times[times.Count / 2]:F2} мс (медиана), {times[times.Count * 99 / 100]:F2} мс (99 %).");
        Console.WriteLine();
        var summary = Summary();
        Row(summary, file.Name, evaluation);
        if (folds > 1)
        {
            Row(summary, $"перекрёстно по {folds} частям", new CrossValidation(data.Answers, folds).With(data.Answers.Thresholds));
        }

        AnsiConsole.Write(summary);
        AnsiConsole.Write(Parts("Роль", evaluation.By(question => question.Asker.Role)));
        AnsiConsole.Write(Parts("Тема (худшие)", evaluation.By(question => question.Topic).Where(part => part.RightSure < 1).Take(MostLines)));
        var confusions = new Table().AddColumns("Нужно", "Нашлось", "Раз", "Например");
        foreach (var (wanted, got, count, example) in evaluation.Confusions().Take(MostLines))
        {
            confusions.AddRow(wanted, got, $"{count}", Markup.Escape(example));
        }

        AnsiConsole.Write(confusions);
        return ExitCode.Done;
    }

    public static int Calibrate(DataFolder data, FileInfo file)
    {
        if (Read(data, file) is not { } questions)
        {
            return ExitCode.WrongUse;
        }

        var calibration = new Calibration(data.Answers, questions, Aims);
        var found = calibration.Found();
        var summary = Summary();
        Row(summary, "сейчас", calibration.With(data.Answers.Thresholds));
        Row(summary, "найдено", calibration.With(found));
        Row(summary, $"перекрёстно по {CalibrationFolds} частям", calibration.CrossValidated(CalibrationFolds));
        AnsiConsole.Write(summary);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"thresholds:\n  sure: {found.Sure}\n  torn: {found.Torn}"));
        return ExitCode.Done;
    }

    /// <summary>Null, with the reason on the error stream, when the file is no file of questions.</summary>
    private static IReadOnlyList<TestQuestion>? Read(DataFolder data, FileInfo file)
    {
        if (!file.Exists)
        {
            Console.Error.WriteLine($"Файла {file.FullName} нет.");
            return null;
        }

        try
        {
            var questions = TestQuestion.Read(File.ReadLines(file.FullName));
            var unknown = questions.Where(question => question.IsOurs && !data.Answers.ByTopic.ContainsKey(question.Topic)).Select(question => question.Topic).Distinct().ToArray();
            if (questions.Count == 0)
            {
                Console.Error.WriteLine($"В файле {file.FullName} нет ни одного вопроса.");
                return null;
            }

            if (unknown.Length == 0)
            {
                return questions;
            }

            Console.Error.WriteLine($"Нет ответов на темы: {string.Join(", ", unknown)}");
        }
        catch (FormatException e)
        {
            Console.Error.WriteLine($"В строке не четыре столбца: {e.Message}");
        }

        return null;
    }

    private static Table Summary() => new Table().AddColumns(
        "", "Наших", "Верно первым", "Верно сразу", "Верно в трёх", "Неверно сразу", "Отказано", "Чужих", "Чужим ответили");

    private static void Row(Table table, string name, Evaluation result) => table.AddRow(
        name,
        $"{result.Ours}",
        Percent(result.RightFirst),
        Percent(result.RightSure),
        Percent(result.RightWithinThree),
        Percent(result.WrongSure),
        Percent(result.Refused),
        $"{result.NotOurs}",
        Percent(result.FalseSure));

    private static Table Parts(string title, IEnumerable<(string Name, int Count, double RightFirst, double RightSure)> parts)
    {
        var table = new Table().AddColumns(title, "Вопросов", "Верно первым", "Верно сразу");
        foreach (var (name, count, first, sure) in parts)
        {
            table.AddRow(name, $"{count}", Percent(first), Percent(sure));
        }

        return table;
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:F1} %");
}
