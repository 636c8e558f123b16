using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Sferum.Bot.Answers;
using Sferum.Bot.Answers.Grouping;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Turns;

/// <summary>
/// Answers the dialogs' free questions, from the files and from what the specialist has saved. The search learns beside the
/// start, so that the first long poll need not wait for it; the first question does.
/// </summary>
public sealed class AnswerDesk(AnswerSheet sheet)
{
    /// <summary>A guest of the dialogs is nobody known to the answers.</summary>
    private const string Guest = "guest";

    /// <summary>Begins the topic of a saved answer; its id follows.</summary>
    private const string SavedTopic = "saved-";

    private readonly Lazy<AnswerBook> _book = new(() => new AnswerBook(sheet));
    private Saved _saved = new([]);

    /// <summary>Waits until the search has learned.</summary>
    public AnswerBook Book => _book.Value;

    /// <summary>From now on these are the saved answers.</summary>
    public void Use(ImmutableArray<SavedAnswer> saved) => Volatile.Write(ref _saved, new Saved(saved));

    public AnswerFacts Answer(AnswerRequest request)
    {
        var asker = new Asker(request.Role == Guest ? Asker.UnknownRole : request.Role, request.OrgType);
        var saved = Volatile.Read(ref _saved);
        return request switch
        {
            { Topic: { } topic } => sheet.ByTopic.GetValueOrDefault(topic) is { } answer
                ? OfAnswer(answer, 1, asker, request.Today)
                : saved.ByTopic(topic) is { } kept ? OfSaved(kept) : AnswerFacts.None,

            // The files know for whom an answer holds; what was saved was told to those who happened to ask.
            { Question: { } question } => Book.Ask(question, asker) is var reply && reply is not AnswerReply.Sure && saved.Find(question) is { } kept
                ? OfSaved(kept)
                : OfReply(reply, asker, request.Today),
            _ => AnswerFacts.None,
        };
    }

    private static AnswerFacts OfSaved(SavedAnswer saved) => AnswerFacts.None with
    {
        Kind = "sure",
        Score = 100,
        Topic = $"{SavedTopic}{saved.Id.ToString(CultureInfo.InvariantCulture)}",
        Title = saved.Questions[0],
        Short = saved.Text,
        AnsweredAt = saved.SavedAt,
    };

    private AnswerFacts OfReply(AnswerReply reply, Asker asker, DateOnly today) => reply switch
    {
        AnswerReply.Sure sure => OfAnswer(sure.Answer, reply.Candidates[0].Score, asker, today),
        AnswerReply.Torn => AnswerFacts.None with
        {
            Kind = "torn",
            Candidates = [.. reply.Candidates.Select(candidate => new AnswerTopicFacts(candidate.Topic, sheet.ByTopic[candidate.Topic].Title))],
        },
        AnswerReply.Talk talk => AnswerFacts.None with { Kind = "talk", Short = talk.Text },
        AnswerReply.None => AnswerFacts.None,
        _ => throw new ArgumentOutOfRangeException(nameof(reply), reply.GetType().Name, "unknown kind of reply"),
    };

    private static AnswerFacts OfAnswer(Answer answer, double score, Asker asker, DateOnly today)
    {
        var variant = answer.For(asker);
        return new AnswerFacts(
            "sure",
            (int)(score * 100),
            answer.Topic,
            answer.Title,
            variant.Short,
            variant.Detail,
            [.. answer.Sources.OfType<AnswerSource.OrderPoint>().Select(point => new AnswerQuoteFacts(point.Order, point.Label, point.Quote))],
            [.. answer.Sources.OfType<AnswerSource.Publication>().Select(source => new AnswerSourceFacts(source.About, source.Link))],
            answer.Unsettled?.What ?? "",
            answer.Unsettled?.Who ?? "",
            [.. answer.Notes.Where(note => note.Since <= today).Select(note => new AnswerNoteFacts(note.Since, note.Text))],
            [.. answer.Next.Select(next => new AnswerNextFacts(next.Label, next.Topic, next.Does))],
            []);
    }

    private sealed class Saved(ImmutableArray<SavedAnswer> answers)
    {
        private readonly FrozenDictionary<long, SavedAnswer> _byId = answers.ToFrozenDictionary(answer => answer.Id);
        private readonly SavedQuestions _questions = new(answers.SelectMany(answer => answer.Questions.Select(question => (answer.Id, question))));

        public SavedAnswer? Find(string question) => _questions.Find(question) is { } id ? _byId[id] : null;

        public SavedAnswer? ByTopic(string topic) =>
            topic.StartsWith(SavedTopic, StringComparison.Ordinal) && long.TryParse(topic.AsSpan(SavedTopic.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? _byId.GetValueOrDefault(id)
                : null;
    }
}
