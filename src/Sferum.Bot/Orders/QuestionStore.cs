using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Orders.Desk;

namespace Sferum.Bot.Orders;

/// <summary>
/// Questions to which the bot had no answer, or none that helped: handed over to a person or only noted, like ones
/// grouped, each group answered at once.
/// </summary>
public sealed partial class QuestionStore(JournalStore journal, IOptions<OfficeOptions> office, TimeProvider clock)
{
    /// <summary>A new question is compared with so many open ones, the newest first.</summary>
    internal const int MostCompared = 200;

    /// <summary>Who was only noted is told an answer for so long; later he would not know what it is about.</summary>
    internal static readonly TimeSpan WorthTelling = TimeSpan.FromDays(14);

    /// <summary>For what was only noted or counted.</summary>
    internal static readonly TimeSpan NoteRetention = TimeSpan.FromDays(90);

    /// <summary>Keeps a question, in the group of the like ones that have no answer yet.</summary>
    /// <param name="groupOf">The group of a like question; null when there is none.</param>
    /// <returns>Its group; null for what is only counted.</returns>
    public async Task<long?> AddAsync(
        DataConnection db, NewQuestion question, Func<IReadOnlyList<UnansweredQuestion>, long?> groupOf, CancellationToken cancellationToken)
    {
        var isOpen = question.Outcome != QuestionOutcome.Good && question.Text.Length > 0;
        long? group = null;
        if (isOpen)
        {
            // Two workers must not begin the same group twice.
            await JournalStore.LockAsync(db, cancellationToken);
            group = question.IsAlone ? null : groupOf(await OpenAsync(db, cancellationToken));
        }

        var now = clock.GetUtcNow();
        var id = await db.InsertWithInt64IdentityAsync(
            new QuestionRecord
            {
                PersonId = question.PersonId,
                Body = question.Text,
                AskedAt = now,
                Outcome = question.Outcome,
                GroupId = group,
                Role = question.Role,
                OrgType = question.OrgType,
                InstitutionId = question.InstitutionId,
                Line = question.Line,
                Topic = question.Topic,
                Said = question.Said,
                AnsweredAt = isOpen ? null : now,
            },
            token: cancellationToken);
        if (isOpen && group is null)
        {
            group = id;
            await db.GetTable<QuestionRecord>().Where(q => q.Id == id).Set(q => q.GroupId, id).UpdateAsync(cancellationToken);
        }

        if (question.Outcome == QuestionOutcome.Asked)
        {
            await journal.AppendAsync(db, new JournalEntry(question.PersonId, "asked", OrdersJson.Write([("question", $"{id}")])), cancellationToken);
        }

        return group;
    }

    /// <summary>Answers everybody of the group of this question.</summary>
    /// <returns>Whom to tell: of each person the last question.</returns>
    public async Task<(WriteResult Result, IReadOnlyList<Question> Answered)> AnswerAsync(
        DataConnection db, long specialistId, long questionId, string answer, CancellationToken cancellationToken)
    {
        if (!await SubstituteStore.IsSpecialistAsync(db, office.Value, clock, specialistId, cancellationToken))
        {
            return (WriteResult.NotAllowed, []);
        }

        await JournalStore.LockAsync(db, cancellationToken);
        var group = await GroupOfAsync(db, questionId, cancellationToken);
        var open = db.GetTable<QuestionRecord>().Where(q => q.GroupId == group && q.AnsweredAt == null);
        var asked = await open.OrderBy(q => q.Id).Select(q => new { q.Id, q.PersonId, q.Body, q.AskedAt, q.Outcome }).ToListAsync(cancellationToken);
        if (asked.Count == 0)
        {
            return (WriteResult.Unchanged, []);
        }

        var now = clock.GetUtcNow();
        await open
            .Set(q => q.Answer, answer)
            .Set(q => q.AnsweredBy, specialistId)
            .Set(q => q.AnsweredAt, now)
            .UpdateAsync(cancellationToken);
        await journal.AppendAsync(
            db, new JournalEntry(specialistId, "answered", OrdersJson.Write([("question", $"{questionId}"), ("questions", $"{asked.Count}")])), cancellationToken);
        return (
            WriteResult.Done,
            [
                .. asked
                    .Where(q => q.Outcome == QuestionOutcome.Asked || q.AskedAt > now - WorthTelling)
                    .GroupBy(q => q.PersonId)
                    .Select(own => own.Last())
                    .Select(q => new Question(q.Id, q.PersonId, q.Body, q.AskedAt)),
            ]);
    }

    /// <summary>The group needs no answer of the bot: it was given by hand, or there is nothing to answer.</summary>
    public async Task<WriteResult> CloseAsync(DataConnection db, long specialistId, long questionId, CancellationToken cancellationToken)
    {
        if (!await SubstituteStore.IsSpecialistAsync(db, office.Value, clock, specialistId, cancellationToken))
        {
            return WriteResult.NotAllowed;
        }

        var group = await GroupOfAsync(db, questionId, cancellationToken);
        var closed = await db.GetTable<QuestionRecord>()
            .Where(q => q.GroupId == group && q.AnsweredAt == null)
            .Set(q => q.AnsweredBy, specialistId)
            .Set(q => q.AnsweredAt, clock.GetUtcNow())
            .UpdateAsync(cancellationToken);
        if (closed == 0)
        {
            return WriteResult.Unchanged;
        }

        await journal.AppendAsync(db, new JournalEntry(specialistId, "closed", OrdersJson.Write([("question", $"{questionId}")])), cancellationToken);
        return WriteResult.Done;
    }

    /// <summary>Who asked this question, while it has no answer; null when it has one or there is none such.</summary>
    public async Task<long?> AskerOfAsync(DataConnection db, long questionId, CancellationToken cancellationToken)
    {
        var groups = await GroupsAsync(db, [questionId], cancellationToken);
        return groups.Count == 0 ? null : groups[0].First.PersonId;
    }

    /// <summary>Removes what is older than its retention.</summary>
    /// <returns>How many rows.</returns>
    internal static Task<int> DeleteOldAsync(DataConnection db, DateTimeOffset now, TimeSpan answeredKept, int most, CancellationToken cancellationToken)
    {
        var noted = now - NoteRetention;
        var answered = now - answeredKept;
        var old = db.GetTable<QuestionRecord>()
            .Where(q => q.AskedAt < noted && (q.Outcome != QuestionOutcome.Asked || (q.AnsweredAt != null && q.AskedAt < answered)))
            .Select(q => q.Id)
            .Take(most);
        return db.GetTable<QuestionRecord>().Where(q => old.Contains(q.Id)).DeleteAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<UnansweredQuestion>> OpenAsync(DataConnection db, CancellationToken cancellationToken) =>
        await db.GetTable<QuestionRecord>()
            .Where(q => q.AnsweredAt == null && q.GroupId == q.Id)
            .OrderByDescending(q => q.Id)
            .Take(MostCompared)
            .Select(q => new UnansweredQuestion(q.Id, q.Body))
            .ToListAsync(cancellationToken);

    /// <summary>A group outlives its first question, whose number it bears.</summary>
    private static async Task<long> GroupOfAsync(DataConnection db, long questionId, CancellationToken cancellationToken) =>
        await db.GetTable<QuestionRecord>().Where(q => q.Id == questionId).Select(q => q.GroupId).FirstOrDefaultAsync(cancellationToken) ?? questionId;
}
