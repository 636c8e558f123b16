using System.Collections.Immutable;
using Sferum.Bot.Answers.Search;

namespace Sferum.Bot.Answers.Measuring;

/// <summary>
/// Asks a search every phrase that it has not learned from: the phrases are split into parts, and each part is asked of a
/// search that knows only the others. Much harder than real questions, since phrases are chosen to differ from each other;
/// its use is to compare one way of searching with another, without a look at the questions by which it is measured.
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
