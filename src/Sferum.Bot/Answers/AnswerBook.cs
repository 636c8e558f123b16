using System.Collections.Immutable;
using Sferum.Bot.Answers.Loading;
using Sferum.Bot.Answers.Search;
using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Answers;

/// <summary>
/// Answers free questions from <c>dialogs/answers</c>: offline, in this process, always the same for the same words.
/// Thread-safe.
/// </summary>
public sealed class AnswerBook
{
    public const string Folder = "answers";

    /// <summary>What the search has learned, beside <see cref="Folder"/>; the build writes it (<c>ask --learn</c>).</summary>
    public const string LearnedFileName = "answers.learned";

    private const int MostCandidates = 3;

    private readonly TopicSearch _search;

    /// <summary>
    /// Takes what was learned from these phrases before; without that it learns, about 1.5 s of one core.
    /// <c>ask --evaluate</c> tells how long it took.
    /// </summary>
    public AnswerBook(AnswerSheet sheet)
    {
        Sheet = sheet;
        _search = TopicSearch.Of(new TrainingSet(sheet), sheet.LearnedPath);
    }

    public AnswerSheet Sheet { get; }

    /// <summary>Reads a folder of data files; what is wrong in them is added to <paramref name="faults"/>.</summary>
    /// <param name="points">Points that may be quoted, by id.</param>
    public static AnswerSheet Read(string path, IReadOnlyDictionary<string, OrderPointText> points, Faults faults)
    {
        var folder = Path.Combine(path, Folder);
        var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.yaml") : [];
        var sheet = new AnswerReader(points, faults).Read(files.Select(file => KeyValuePair.Create($"{Folder}/{Path.GetFileName(file)}", File.ReadAllText(file))));
        return sheet with { LearnedPath = Path.Combine(path, LearnedFileName) };
    }

    /// <summary>Learns from the sheet and keeps it for every later start.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file can't be written.</exception>
    public static void Learn(AnswerSheet sheet, string path)
    {
        var set = new TrainingSet(sheet);
        LearnedFile.Write(path, set, new TopicSearch(set).Write);
    }

    /// <summary>What the bot makes of a free message.</summary>
    public AnswerReply Ask(string message, Asker asker) => Judge(_search.Rank(message, asker), message, Sheet.Thresholds);

    /// <summary>The rule by which probabilities become a reply.</summary>
    internal static AnswerReply Judge(ImmutableArray<ClassScore> ranks, string message, AnswerThresholds thresholds)
    {
        var topics = ranks.Where(rank => rank.Class is TopicClass.Topic).Take(MostCandidates).ToArray();
        var candidates = topics.Select(rank => new TopicScore(((TopicClass.Topic)rank.Class).Answer.Topic, rank.Score)).ToImmutableArray();
        var best = ranks.FirstOrDefault();
        AnswerReply reply = best switch
        {
            { Class: TopicClass.Topic topic } when best.Score >= thresholds.Sure => new AnswerReply.Sure(topic.Answer),
            { Class: TopicClass.Talk talk } => new AnswerReply.Talk(talk.Small.Says[message.Length % talk.Small.Says.Length]),
            { Class: TopicClass.Topic or TopicClass.NotOurs } when topics.Sum(rank => rank.Score) >= thresholds.Torn => new AnswerReply.Torn(),
            { Class: TopicClass.Topic or TopicClass.NotOurs or null } => new AnswerReply.None(),
            _ => throw new InvalidOperationException($"Unknown class {best.Class.GetType().Name}"),
        };
        return reply with { Candidates = candidates };
    }
}
