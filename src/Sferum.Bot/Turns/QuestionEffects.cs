using System.Collections.Immutable;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Answers.Grouping;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using static Sferum.Bot.Turns.NoticeWriter;

namespace Sferum.Bot.Turns;

/// <summary>Questions to a person of the office or without an answer, and what she does with them.</summary>
public sealed class QuestionEffects(
    QuestionStore questions,
    SavedAnswerStore saved,
    TalkStore talks,
    PersonStore people,
    NoticeWriter notices,
    OrderBook orders,
    IOptions<OfficeOptions> office,
    TimeProvider clock)
{
    /// <summary>Longer ones are no examples of how people ask.</summary>
    private const int LongestExample = 300;

    internal async Task<IEnumerable<NewOutgoing>> AskAsync(DataConnection db, long personId, Effect.AskSpecialist ask, CancellationToken cancellationToken)
    {
        var person = await ConsentedAsync(db, personId, cancellationToken) ?? throw new RefusedEffectException(ask, WriteResult.NotAllowed);
        if (string.IsNullOrWhiteSpace(ask.Text))
        {
            throw new RefusedEffectException(ask, WriteResult.Incomplete);
        }

        var question = Of(person, QuestionOutcome.Asked, ask.Text) with
        {
            Line = ask.Context.GetValueOrDefault("line"),
            Said = ask.Context.GetValueOrDefault("said"),
            IsAlone = ask.Context.GetValueOrDefault("alone") == "true",
        };
        var group = await AddAsync(db, question, cancellationToken) ?? throw new InvalidOperationException("a question that was asked belongs to a group");
        var known = await questions.GroupsAsync(db, [group], cancellationToken);
        return await notices.WriteToSpecialistsAsync(
            db,
            "question_arrived",
            Args(
                ("question", Text(group)),
                ("from", person.Current?.Name ?? OrderFacts.PageOf(personId)),
                ("role", question.Role),
                ("org_type", question.OrgType ?? ""),
                ("line", LineOf(orders, question.Line, question.OrgType) ?? ""),
                ("said", question.Said ?? ""),
                ("people", Text(known is [var like] ? like.People : 1)),
                ("text", ask.Text)),
            cancellationToken);
    }

    /// <summary>Without consent it is counted, and neither words nor person are kept; nor are they of what has helped.</summary>
    internal async Task NoteAsync(DataConnection db, long personId, string outcome, string text, string? topic, CancellationToken cancellationToken)
    {
        var person = await ConsentedAsync(db, personId, cancellationToken);
        var question = person is null || outcome == QuestionOutcome.Good ? new NewQuestion(0, "", outcome) : Of(person, outcome, text.Trim());
        await AddAsync(db, question with { Topic = topic }, cancellationToken);
    }

    internal async Task<IEnumerable<NewOutgoing>> AnswerAsync(DataConnection db, long personId, Effect.AnswerQuestion answer, CancellationToken cancellationToken)
    {
        var (result, answered) = await questions.AnswerAsync(db, personId, answer.QuestionId, answer.Text, cancellationToken);
        RefusedEffectException.ThrowUnlessDone(answer, result);
        return answered.Count == 0 ? [] : (await notices.WriteAsync(
            db,
            SendPurpose.Notice,
            "question_answered",
            [.. answered.Select(question => (new FactsQuery(question.PersonId), Args(("question", question.Text), ("text", answer.Text))))],
            cancellationToken)).SelectMany(letter => letter);
    }

    internal async Task CloseAsync(DataConnection db, long personId, Effect.CloseQuestion close, CancellationToken cancellationToken) =>
        RefusedEffectException.ThrowUnlessDone(close, await questions.CloseAsync(db, personId, close.QuestionId, cancellationToken));

    /// <summary>The person is told that the bot is silent and how to have it back.</summary>
    internal async Task<IEnumerable<NewOutgoing>> OpenTalkAsync(DataConnection db, long personId, Effect.OpenTalk open, CancellationToken cancellationToken)
    {
        await RefusedEffectException.ThrowUnlessSpecialistAsync(db, open, personId, office.Value, clock, cancellationToken);

        if (await questions.AskerOfAsync(db, open.QuestionId, cancellationToken) is not { } asker)
        {
            return [];
        }

        await talks.OpenAsync(db, asker, personId, clock.GetUtcNow() + office.Value.TalkSilence, cancellationToken);
        return await notices.WriteAsync(db, new FactsQuery(asker), SendPurpose.Notice, "talk_opened", Args(), cancellationToken);
    }

    internal async Task SaveAsync(DataConnection db, long personId, Effect.SaveAnswer save, CancellationToken cancellationToken)
    {
        var answered = await questions.AnsweredAsync(db, save.QuestionId, cancellationToken) ?? throw new RefusedEffectException(save, WriteResult.NotFound);
        if (!DialogInputs.MayBeSaved(save.Text))
        {
            throw new RefusedEffectException(save, WriteResult.Incomplete);
        }

        RefusedEffectException.ThrowUnlessDone(
            save, await saved.SaveAsync(db, personId, answered.Id, Examples(answered.Questions), save.Text.Trim(), cancellationToken));
    }

    internal async Task RevokeAsync(DataConnection db, long personId, Effect.RevokeAnswer revoke, CancellationToken cancellationToken) =>
        RefusedEffectException.ThrowUnlessDone(revoke, await saved.RevokeAsync(db, personId, revoke.AnswerId, cancellationToken));

    /// <summary>Questions that may be kept as examples: none with somebody's telephone or a code in it.</summary>
    internal static ImmutableArray<string> Examples(ImmutableArray<string> asked) =>
        [.. asked.Where(question => question.Length <= LongestExample && DialogInputs.MayBeSaved(question))];

    /// <summary>Label and title of a line that a question was about; null when there is none such.</summary>
    internal static string? LineOf(OrderBook orders, string? key, string? orgType) =>
        key is not null && LineKey.Parse(key) is { } line && orgType is not null && orders.FindLine(line, orgType) is { } found
            ? $"{found.Point.Label} {found.Point.Title}"
            : null;

    private async Task<Person?> ConsentedAsync(DataConnection db, long personId, CancellationToken cancellationToken) =>
        (await people.LoadAsync(db, [personId], cancellationToken)).GetValueOrDefault(personId) is { ConsentVersion: not null } person ? person : null;

    private NewQuestion Of(Person person, string outcome, string text) => new(
        person.Id, text, outcome, FactsLoader.RoleOf(person, office.Value), (person.Current ?? person.Work?.Institution)?.Type, person.Current?.Id);

    private Task<long?> AddAsync(DataConnection db, NewQuestion question, CancellationToken cancellationToken) =>
        questions.AddAsync(
            db,
            question,
            open => QuestionGrouping.MostLike(question.Text, [.. open.Select(o => o.Text)]) is { } place ? open[place].GroupId : null,
            cancellationToken);
}
