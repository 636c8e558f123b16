using System.Collections.Immutable;
using Sferum.Bot.Answers;
using Sferum.Bot.Answers.Search;

namespace Sferum.Bot.Tests.Answers;

public sealed class LearnedFileTests : IDisposable
{
    private static readonly string[] Questions = ["до какого числа отчёт", "ghbrfp", "у меня роль ученик", "замы должны быть в чате?", "сколько стоит билет", "спасибо"];

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.learned");

    /// <summary>A tenth of the phrases: it learns quickly and knows enough to compare.</summary>
    private static AnswerSheet Sheet { get; } = RepositoryAnswers.Sheet with
    {
        Answers = [.. RepositoryAnswers.Sheet.Answers.Select(answer => answer with { Asked = [.. answer.Asked.Where((_, i) => i % 10 == 0)] })],
        NotOurs = [.. RepositoryAnswers.Sheet.NotOurs.Take(100)],
        LearnedPath = null,
    };

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void What_was_kept_answers_as_what_learned_it()
    {
        AnswerBook.Learn(Sheet, _file);

        Assert.Equal(Scores(new AnswerBook(Sheet)), Scores(new AnswerBook(Sheet with { LearnedPath = _file })));
        Assert.NotNull(LearnedFile.Read(_file, new TrainingSet(Sheet), _ => "read"));
    }

    [Fact]
    public void What_was_learned_from_other_phrases_is_left_aside()
    {
        AnswerBook.Learn(Sheet, _file);
        AnswerSheet[] others =
        [
            Sheet with { NotOurs = Sheet.NotOurs.Add("какая завтра погода") },
            Sheet with { Synonyms = Sheet.Synonyms.Add(["завуч", "замдиректора"]) },
            Sheet with { Answers = Sheet.Answers.Reverse().ToImmutableArray() },
        ];

        Assert.All(others, other => Assert.Null(LearnedFile.Read(_file, new TrainingSet(other), _ => "read")));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(20, false)]
    [InlineData(1000, false)]
    [InlineData(-1, false)]
    [InlineData(40, true)]
    [InlineData(100_000, true)]
    [InlineData(-1, true)]
    public void A_damaged_file_counts_as_none(int at, bool flipped)
    {
        AnswerBook.Learn(Sheet, _file);
        var whole = File.ReadAllBytes(_file);
        var place = at < 0 ? whole.Length + at : at;
        if (flipped)
        {
            whole[place] ^= 1;
        }

        File.WriteAllBytes(_file, flipped ? whole : whole[..place]);

        Assert.Null(LearnedFile.Read(_file, new TrainingSet(Sheet), _ => "read"));
    }

    [Fact]
    public void Without_a_file_the_search_learns()
    {
        Assert.Equal(Scores(new AnswerBook(Sheet)), Scores(new AnswerBook(Sheet with { LearnedPath = _file })));
        Assert.False(File.Exists(_file));
    }

    private static IEnumerable<TopicScore> Scores(AnswerBook book) => Questions.SelectMany(question => book.Ask(question, Asker.Unknown).Candidates);
}
