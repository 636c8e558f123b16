using System.Collections.Immutable;
using Sferum.Bot.Answers.Search;

namespace Sferum.Bot.Answers.Measuring;

/// <summary>
/// Asks a search every phrase that it has not learned from: the phrases are split into parts, and each part is asked of a
/// search that knows only the others. Guards against fitting to one file of questions, and gives the thresholds.
/// </summary>
public sealed class CrossValidation
{
    private readonly ImmutableArray<(TestQuestion Question, ImmutableArray<ClassScore> Ranks)> _ranked;

    /// <param name="folds">Into how many parts.</param>
    public CrossValidation(AnswerSheet sheet, int folds)
    {
        var set = new TrainingSet(sheet);
        _ranked = [.. Enumerable.Range(0, folds).SelectMany(fold => Ask(set, fold, folds))];
    }

    public Evaluation With(AnswerThresholds thresholds) =>
        new(_ranked.Select(entry => (entry.Question, AnswerBook.Judge(entry.Ranks, entry.Question.Text, thresholds))));

    /// <summary>
    /// The lowest threshold with which no more than these shares are answered wrongly; and the highest one for asking back
    /// with which no more than <paramref name="refused"/> of our questions are turned away.
    /// </summary>
    public AnswerThresholds Calibrate(double wrongSure, double falseSure, double refused)
    {
        // In hundredths: finer steps would only follow the accidents of the phrases.
        var sure = Enumerable.Range(10, 90).Select(step => step / 100d)
            .First(at => at >= 0.99 || With(new AnswerThresholds(at, 0)) is var result && result.WrongSure <= wrongSure && result.FalseSure <= falseSure);
        var torn = Enumerable.Range(1, 99).Select(step => (100 - step) / 100d)
            .First(at => at <= 0.01 || (at <= sure && With(new AnswerThresholds(sure, at)).Refused <= refused));
        return new AnswerThresholds(sure, torn);
    }

    private static IEnumerable<(TestQuestion, ImmutableArray<ClassScore>)> Ask(TrainingSet set, int fold, int folds)
    {
        var search = new TopicSearch(set.With(set.Phrases.Where((_, i) => i % folds != fold)));
        foreach (var (i, phrase) in set.Phrases.Index().Where(entry => entry.Index % folds == fold))
        {
            var asker = TrainingSet.AskerOf(phrase, i, 0);
            var topic = set.Classes[phrase.Class] is TopicClass.Topic { Answer.Topic: var id } ? id : TestQuestion.NotOurs;
            yield return (new TestQuestion(phrase.Text, topic, asker), search.Rank(phrase.Text, asker));
        }
    }
}
