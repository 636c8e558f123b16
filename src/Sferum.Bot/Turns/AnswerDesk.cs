using System.Collections.Immutable;
using Sferum.Bot.Answers;
using Sferum.Bot.Dialogs;

namespace Sferum.Bot.Turns;

/// <summary>
/// Answers the dialogs' free questions. The search learns beside the start, so that the first long poll need not wait for
/// it; the first question does.
/// </summary>
public sealed class AnswerDesk(AnswerSheet sheet)
{
    /// <summary>A guest of the dialogs is nobody known to the answers.</summary>
    private const string Guest = "guest";

    private readonly Lazy<AnswerBook> _book = new(() => new AnswerBook(sheet));

    /// <summary>Waits until the search has learned.</summary>
    public AnswerBook Book => _book.Value;

    public AnswerFacts Answer(AnswerRequest request)
    {
        var asker = new Asker(request.Role == Guest ? Asker.UnknownRole : request.Role, request.OrgType);
        return request switch
        {
            { Topic: { } topic } => sheet.ByTopic.GetValueOrDefault(topic) is { } answer ? OfAnswer(answer, 1, asker, request.Today) : AnswerFacts.None,
            { Question: { } question } => OfReply(Book.Ask(question, asker), asker, request.Today),
            _ => AnswerFacts.None,
        };
    }

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
}

/// <summary>Has the search learn as soon as the program runs.</summary>
public sealed class AnswerWarmUp(AnswerDesk answers) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => answers.Book, stoppingToken);
}
