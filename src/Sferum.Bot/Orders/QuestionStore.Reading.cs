using System.Collections.Immutable;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders;

/// <summary>What the specialist is shown of the questions.</summary>
public sealed partial class QuestionStore
{
    private const int MostWordings = 20;

    /// <summary>Rows of the shown groups that are read for their wordings.</summary>
    private const int MostRows = 1000;

    /// <summary>Groups in which somebody waits for a person's answer, the oldest first.</summary>
    public async Task<IReadOnlyList<long>> WaitingAsync(DataConnection db, int most, CancellationToken cancellationToken) =>
        await db.QueryToListAsync<long>(
            """
            select group_id from question
            where answered_at is null and group_id is not null and outcome = 'asked'
            group by group_id order by min(id) limit @most
            """,
            cancellationToken,
            new DataParameter("most", most));

    /// <summary>Groups without an answer, those that most people asked first; all that are open, whatever came of them.</summary>
    public async Task<IReadOnlyList<long>> GapsAsync(DataConnection db, int most, CancellationToken cancellationToken) =>
        await db.QueryToListAsync<long>(
            """
            select group_id from question
            where answered_at is null and group_id is not null
            group by group_id order by count(distinct person_id) desc, min(id) limit @most
            """,
            cancellationToken,
            new DataParameter("most", most));

    /// <summary>How many groups wait for a person's answer.</summary>
    public Task<int> CountWaitingAsync(DataConnection db, CancellationToken cancellationToken) =>
        db.GetTable<QuestionRecord>()
            .Where(q => q.AnsweredAt == null && q.GroupId != null && q.Outcome == QuestionOutcome.Asked)
            .Select(q => q.GroupId)
            .Distinct()
            .CountAsync(cancellationToken);

    /// <summary>The open groups of these questions, in the order of the questions; what is answered is left out.</summary>
    public async Task<IReadOnlyList<QuestionGroup>> GroupsAsync(DataConnection db, IReadOnlyCollection<long> questionIds, CancellationToken cancellationToken)
    {
        if (questionIds.Count == 0)
        {
            return [];
        }

        var named = await db.GetTable<QuestionRecord>()
            .Where(q => q.Id.IsIn(new IdSet(questionIds)) && q.GroupId != null)
            .ToDictionaryAsync(q => q.Id, q => q.GroupId ?? q.Id, cancellationToken); // none is null
        // A group outlives its first question.
        var wanted = questionIds.Select(id => named.GetValueOrDefault(id, id)).Distinct().ToArray();
        var groups = new IdSet(wanted);
        var rows = await db.GetTable<QuestionRecord>()
            .Where(q => q.GroupId.IsIn(groups) && q.AnsweredAt == null)
            .OrderBy(q => q.Id)
            .Take(MostRows)
            .ToListAsync(cancellationToken);
        var people = await db.GetTable<QuestionRecord>()
            .Where(q => q.GroupId.IsIn(groups) && q.AnsweredAt == null)
            .Select(q => new { q.GroupId, q.PersonId })
            .Distinct()
            .ToListAsync(cancellationToken);
        var counts = people.CountBy(p => p.GroupId ?? 0).ToDictionary(); // none is null
        var byGroup = rows.ToLookup(q => q.GroupId ?? 0); // none is null
        return
        [
            .. wanted.Where(byGroup.Contains).Select(id =>
                new QuestionGroup(id, counts[id], First(byGroup[id]), Wordings(byGroup[id].Select(q => q.Body)))),
        ];
    }

    /// <summary>The group of this question with its answer; null when it has none, or none in words.</summary>
    public async Task<AnsweredGroup?> AnsweredAsync(DataConnection db, long questionId, CancellationToken cancellationToken)
    {
        var group = await GroupOfAsync(db, questionId, cancellationToken);
        var rows = await db.GetTable<QuestionRecord>()
            .Where(q => q.GroupId == group && q.Answer != null)
            .OrderBy(q => q.Id)
            .Take(MostRows)
            .ToListAsync(cancellationToken);
        return rows.Count == 0 ? null : new AnsweredGroup(
            group, rows[^1].Answer ?? "", Wordings(rows.Select(q => q.Body)), rows.Select(q => q.PersonId).Distinct().Count()); // only rows with an answer
    }

    private static AskedQuestion First(IEnumerable<QuestionRecord> group)
    {
        var first = group.OrderByDescending(q => q.Outcome == QuestionOutcome.Asked).ThenBy(q => q.Id).First();
        return new AskedQuestion(
            first.Id, first.PersonId, first.Body, first.AskedAt, first.Outcome, first.Role, first.OrgType, first.InstitutionId, first.Line, first.Said);
    }

    private static ImmutableArray<string> Wordings(IEnumerable<string> texts) =>
        [.. texts.Select(text => text.Trim()).Where(text => text.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWordings)];
}
