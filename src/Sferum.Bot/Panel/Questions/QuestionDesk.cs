using System.Collections.Immutable;
using LinqToDB.Data;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Panel.Questions;

/// <summary>Questions without an answer, like ones together, and the answers that the bot gives by itself.</summary>
internal sealed class QuestionDesk(Database database, QuestionStore questions, SavedAnswerStore saved, RosterStore roster, OrderBook orders)
{
    /// <summary>More at once nobody reads; the rest comes when these are answered.</summary>
    private const int MostGroups = 30;

    private const int MostSaved = 200;

    public Task<QuestionQueue> LookAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async (db, token) =>
        {
            var waiting = await questions.WaitingAsync(db, MostGroups, token);
            var noted = (await questions.GapsAsync(db, MostGroups * 2, token)).Except(waiting).Take(MostGroups).ToArray();
            return new QuestionQueue(
                await CardsAsync(db, waiting, token), await questions.CountWaitingAsync(db, token), await CardsAsync(db, noted, token), [.. (await saved.LastAsync(db, MostSaved, token)).Reverse()]);
        },
        cancellationToken);

    /// <summary>Null when it is answered, or there is none such.</summary>
    public async Task<QuestionGroup?> FindAsync(long id, CancellationToken cancellationToken) =>
        await database.ReadAsync((db, token) => questions.GroupsAsync(db, [id], token), cancellationToken) is [var group] ? group : null;

    private async Task<ImmutableArray<QuestionCard>> CardsAsync(DataConnection db, IReadOnlyCollection<long> groups, CancellationToken cancellationToken)
    {
        var found = await questions.GroupsAsync(db, groups, cancellationToken);
        var named = await roster.LoadAsync(db, [.. found.Select(group => group.First.InstitutionId).OfType<long>().Distinct()], cancellationToken);
        return
        [
            .. found.Select(group => new QuestionCard(
                group, group.First.InstitutionId is { } id ? named.GetValueOrDefault(id) : null, DeskActions.LineOf(orders, group.First), DeskActions.CanBeSaved(group))),
        ];
    }
}

/// <param name="Waiting">In which somebody waits for a person, the oldest first.</param>
/// <param name="CountWaiting">So many there are, those that are not shown included.</param>
/// <param name="Noted">The bot had no answer, or a bad one, and nobody was asked for a better one; what most people asked first.</param>
/// <param name="Saved">The newest first.</param>
public sealed record QuestionQueue(ImmutableArray<QuestionCard> Waiting, int CountWaiting, ImmutableArray<QuestionCard> Noted, ImmutableArray<SavedAnswer> Saved);

/// <param name="Institution">Of who asked first; null: he acts for none.</param>
/// <param name="Line">Label and title of the point that was in hand.</param>
/// <param name="CanBeSaved">The bot would know such a question again.</param>
public sealed record QuestionCard(QuestionGroup Group, Institution? Institution, string? Line, bool CanBeSaved);
