using System.Collections.Immutable;
using System.Globalization;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Turns;

/// <summary>
/// Carries out what a step wants done, in the transaction of its turn. The one place that knows both the effects of
/// the dialogs and the stores; each store checks the right of the person once more.
/// </summary>
public sealed class EffectCarrier(
    PersonStore people,
    ClaimStore claims,
    ReportStore reports,
    QuestionStore questions,
    RosterStore roster,
    OrderBook orders,
    FactsLoader facts,
    DialogCore dialogs,
    IOptions<OfficeOptions> office,
    TimeProvider clock)
{
    /// <exception cref="RefusedEffectException">A store refused: the facts of the step were old, or a payload was forged.</exception>
    internal async Task<ImmutableArray<NewOutgoing>> CarryOutAsync(
        DataConnection db, Turn turn, ImmutableArray<Effect> effects, CancellationToken cancellationToken)
    {
        var messages = ImmutableArray.CreateBuilder<NewOutgoing>();
        string? snack = null;
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case Effect.Say say:
                    messages.Add(new NewOutgoing(turn.Row.PeerId, SendPurpose.Reply, MessageTranslator.ToOutgoing(say)));
                    break;
                case Effect.Snack notice:
                    snack = notice.Text;
                    break;
                default:
                    messages.AddRange(await WriteAsync(db, turn.PersonId, effect, cancellationToken));
                    break;
            }
        }

        if (turn.Row.Content is Incoming.Press press)
        {
            // First of all: the button spins until it is answered.
            messages.Insert(0, new NewOutgoing(turn.Row.PeerId, SendPurpose.Reply, new Outgoing.PressAnswer(press.AnswerId, snack)));
        }

        return messages.ToImmutable();
    }

    private async Task<IEnumerable<NewOutgoing>> WriteAsync(DataConnection db, long personId, Effect effect, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case Effect.GiveConsent consent:
                Demand(effect, await people.ConsentAsync(db, personId, consent.TextVersion, cancellationToken));
                return [];
            case Effect.ClaimInstitution claim:
                Demand(effect, (await claims.ClaimAsync(db, personId, claim.Code, cancellationToken)).Result);
                return [];
            case Effect.CountFailedClaim:
                await claims.CountFailureAsync(db, personId, cancellationToken);
                return [];
            case Effect.ChooseInstitution choose:
                Demand(effect, await people.ChooseInstitutionAsync(db, personId, choose.InstitutionId, cancellationToken));
                return [];
            case Effect.BecomeTeacher:
                Demand(effect, await people.BecomeTeacherAsync(db, personId, cancellationToken));
                return [];
            case Effect.Mute mute:
                Demand(effect, await people.MuteAsync(db, personId, mute.Muted, cancellationToken));
                return [];
            case Effect.SubmitReport submit:
                return await SubmitAsync(db, personId, submit, cancellationToken);
            case Effect.WithdrawReport withdraw:
                var (line, _) = await LineOfAsync(db, personId, withdraw.Line, effect, cancellationToken);
                Demand(effect, await reports.WithdrawAsync(db, personId, line, withdraw.Number, cancellationToken));
                return [];
            case Effect.AcceptReport accept:
                return await TellReporterAsync(
                    db, effect, await reports.AcceptAsync(db, personId, accept.ReportId, accept.Number, cancellationToken), "report_accepted", cancellationToken);
            case Effect.ReturnReport giveBack:
                return await TellReporterAsync(
                    db, effect, await reports.ReturnAsync(db, personId, giveBack.ReportId, giveBack.Number, giveBack.Reason, cancellationToken), "report_returned", cancellationToken);
            case Effect.AskSpecialist ask:
                return await AskAsync(db, personId, ask.Text, cancellationToken);
            case Effect.AnswerQuestion answer:
                return await AnswerAsync(db, personId, answer, cancellationToken);
            default:
                throw new ArgumentOutOfRangeException(nameof(effect), effect.GetType().Name, "unknown effect");
        }
    }

    private async Task<IEnumerable<NewOutgoing>> SubmitAsync(DataConnection db, long personId, Effect.SubmitReport submit, CancellationToken cancellationToken)
    {
        var (line, orderLine) = await LineOfAsync(db, personId, submit.Line, submit, cancellationToken);
        var (result, id) = await reports.SubmitAsync(db, personId, line, new ReportContent.Done(submit.Answers), orderLine.Point.Deadline, cancellationToken);
        Demand(submit, result);
        var institution = (await roster.LoadAsync(db, [line.InstitutionId], cancellationToken))[line.InstitutionId];
        var report = (await reports.OfInstitutionsAsync(db, [line.InstitutionId], cancellationToken)).First(r => r.Id == id);
        var receipt = await NoticeAsync(
            db, new FactsQuery(personId), SendPurpose.Reply, "report_received", Args(("line", submit.Line), ("number", report.Number)), cancellationToken);
        var news = await TellSpecialistsAsync(
            db,
            "report_arrived",
            Args(("report", Text(id)), ("institution", institution.Name), ("label", orderLine.Point.Label), ("title", orderLine.Point.Title)),
            cancellationToken);
        return receipt.Concat(news);
    }

    private async Task<IEnumerable<NewOutgoing>> TellReporterAsync(
        DataConnection db, Effect effect, (WriteResult Result, Report? Report) review, string notice, CancellationToken cancellationToken)
    {
        Demand(effect, review.Result);
        if (review is not { Result: WriteResult.Done, Report: { } report })
        {
            return [];
        }

        return await NoticeAsync(
            db,
            new FactsQuery(report.ReportedBy, InstitutionId: report.Line.InstitutionId),
            SendPurpose.Notice,
            notice,
            Args(("line", new LineKey(report.Line.Order, report.Line.Point).ToString()), ("reason", report.ReturnReason ?? "")),
            cancellationToken);
    }

    private async Task<IEnumerable<NewOutgoing>> AskAsync(DataConnection db, long personId, string text, CancellationToken cancellationToken)
    {
        var id = await questions.AskAsync(db, personId, text, cancellationToken);
        var person = (await people.LoadAsync(db, [personId], cancellationToken)).GetValueOrDefault(personId);
        var from = person?.Current?.Name ?? $"vk.com/id{personId}";
        return await TellSpecialistsAsync(db, "question_arrived", Args(("question", Text(id)), ("from", from), ("text", text)), cancellationToken);
    }

    private async Task<IEnumerable<NewOutgoing>> AnswerAsync(DataConnection db, long personId, Effect.AnswerQuestion answer, CancellationToken cancellationToken)
    {
        var (result, question) = await questions.AnswerAsync(db, personId, answer.QuestionId, answer.Text, cancellationToken);
        Demand(answer, result);
        return question is null
            ? []
            : await NoticeAsync(
                db, new FactsQuery(question.PersonId), SendPurpose.Notice, "question_answered", Args(("question", question.Text), ("text", answer.Text)), cancellationToken);
    }

    private async Task<IEnumerable<NewOutgoing>> TellSpecialistsAsync(
        DataConnection db, string notice, ImmutableSortedDictionary<string, string> args, CancellationToken cancellationToken)
    {
        var messages = new List<NewOutgoing>();
        foreach (var specialist in office.Value.Specialists)
        {
            messages.AddRange(await NoticeAsync(db, new FactsQuery(specialist), SendPurpose.Notice, notice, args, cancellationToken));
        }

        return messages;
    }

    private async Task<IEnumerable<NewOutgoing>> NoticeAsync(
        DataConnection db,
        FactsQuery to,
        SendPurpose purpose,
        string notice,
        ImmutableSortedDictionary<string, string> args,
        CancellationToken cancellationToken)
    {
        var known = await facts.LoadAsync(db, [to], cancellationToken);
        return dialogs.Notice(notice, known[to.PersonId], args, clock.GetUtcNow())
            .Select(say => new NewOutgoing(to.PersonId, purpose, MessageTranslator.ToOutgoing(say)));
    }

    /// <summary>The line of the institution for which the person acts now, if the order has such a line for it.</summary>
    private async Task<(ReportLine Line, OrderLine OrderLine)> LineOfAsync(
        DataConnection db, long personId, string key, Effect effect, CancellationToken cancellationToken)
    {
        var person = (await people.LoadAsync(db, [personId], cancellationToken)).GetValueOrDefault(personId);
        return person?.Current is { } institution && LineKey.Parse(key) is { } line && orders.FindLine(line, institution.Type) is { } found
            ? (new ReportLine(institution.Id, line.Order, line.Point), found)
            : throw new RefusedEffectException(effect, WriteResult.NotFound);
    }

    private static void Demand(Effect effect, WriteResult result)
    {
        if (result is not (WriteResult.Done or WriteResult.Unchanged))
        {
            throw new RefusedEffectException(effect, result);
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static ImmutableSortedDictionary<string, string> Args(params ReadOnlySpan<(string Name, string Value)> args)
    {
        var builder = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in args)
        {
            builder[name] = value;
        }

        return builder.ToImmutable();
    }
}
