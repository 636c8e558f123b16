using LinqToDB.Data;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using static Sferum.Bot.Turns.NoticeWriter;

namespace Sferum.Bot.Turns;

/// <summary>Questions to a person of the office, and their answers.</summary>
public sealed class QuestionEffects(QuestionStore questions, PersonStore people, NoticeWriter notices)
{
    internal async Task<IEnumerable<NewOutgoing>> AskAsync(DataConnection db, long personId, string text, CancellationToken cancellationToken)
    {
        var id = await questions.AskAsync(db, personId, text, cancellationToken);
        var person = (await people.LoadAsync(db, [personId], cancellationToken)).GetValueOrDefault(personId);
        var from = person?.Current?.Name ?? OrderFacts.PageOf(personId);
        return await notices.WriteToSpecialistsAsync(
            db, "question_arrived", Args(("question", Text(id)), ("from", from), ("text", text)), cancellationToken);
    }

    internal async Task<IEnumerable<NewOutgoing>> AnswerAsync(DataConnection db, long personId, Effect.AnswerQuestion answer, CancellationToken cancellationToken)
    {
        var (result, question) = await questions.AnswerAsync(db, personId, answer.QuestionId, answer.Text, cancellationToken);
        RefusedEffectException.ThrowUnlessDone(answer, result);
        return question is null
            ? []
            : await notices.WriteAsync(
                db,
                new FactsQuery(question.PersonId),
                SendPurpose.Notice,
                "question_answered",
                Args(("question", question.Text), ("text", answer.Text)),
                cancellationToken);
    }
}
