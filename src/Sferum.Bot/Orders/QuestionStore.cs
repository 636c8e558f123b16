using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Microsoft.Extensions.Options;

namespace Sferum.Bot.Orders;

/// <summary>Questions that only a person can answer.</summary>
public sealed class QuestionStore(JournalStore journal, IOptions<OfficeOptions> office, TimeProvider clock)
{
    public async Task<long> AskAsync(DataConnection db, long personId, string text, CancellationToken cancellationToken)
    {
        var id = await db.InsertWithInt64IdentityAsync(
            new QuestionRecord { PersonId = personId, Body = text, AskedAt = clock.GetUtcNow() }, token: cancellationToken);
        await journal.AppendAsync(db, new JournalEntry(personId, "asked", OrdersJson.Write([("question", $"{id}")])), cancellationToken);
        return id;
    }

    public async Task<(WriteResult Result, Question? Question)> AnswerAsync(
        DataConnection db, long specialistId, long questionId, string answer, CancellationToken cancellationToken)
    {
        if (!office.Value.Specialists.Contains(specialistId))
        {
            return (WriteResult.NotAllowed, null);
        }

        var updated = await db.GetTable<QuestionRecord>()
            .Where(q => q.Id == questionId && q.AnsweredAt == null)
            .Set(q => q.Answer, answer)
            .Set(q => q.AnsweredBy, specialistId)
            .Set(q => q.AnsweredAt, clock.GetUtcNow())
            .UpdateAsync(cancellationToken);
        if (updated == 0)
        {
            return (WriteResult.Unchanged, null);
        }

        await journal.AppendAsync(db, new JournalEntry(specialistId, "answered", OrdersJson.Write([("question", $"{questionId}")])), cancellationToken);
        return (WriteResult.Done, await Read(db.GetTable<QuestionRecord>().Where(q => q.Id == questionId)).FirstOrDefaultAsync(cancellationToken));
    }

    /// <summary>Questions without an answer, the oldest first, and the one of <paramref name="alsoId"/> if it has none yet.</summary>
    public async Task<IReadOnlyList<Question>> WaitingAsync(DataConnection db, int most, long? alsoId, CancellationToken cancellationToken)
    {
        var unanswered = db.GetTable<QuestionRecord>().Where(q => q.AnsweredAt == null);
        var waiting = await Read(unanswered.OrderBy(q => q.Id).Take(most)).ToListAsync(cancellationToken);
        if (alsoId is { } id && waiting.All(q => q.Id != id) && await Read(unanswered.Where(q => q.Id == id)).FirstOrDefaultAsync(cancellationToken) is { } also)
        {
            waiting.Add(also);
        }

        return waiting;
    }

    private static IQueryable<Question> Read(IQueryable<QuestionRecord> questions) =>
        questions.Select(q => new Question(q.Id, q.PersonId, q.Body, q.AskedAt));
}

public sealed record Question(long Id, long PersonId, string Text, DateTimeOffset AskedAt);
