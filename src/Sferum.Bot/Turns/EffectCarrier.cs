using System.Collections.Immutable;
using LinqToDB.Data;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Turns;

/// <summary>
/// Carries out what a step wants done, in the transaction of its turn. Each store checks the right of the person once
/// more.
/// </summary>
public sealed class EffectCarrier(
    PersonStore people,
    PeerStore peers,
    TalkStore talks,
    ReportEffects reports,
    PeopleEffects posts,
    QuestionEffects questions,
    ChatEffects chats,
    TeacherEffects teachers,
    LineEffects lines,
    BroadcastEffects broadcasts,
    TableEffects tables,
    PanelEffects panel,
    PrivacyEffects privacy)
{
    /// <summary>What different people's steps want done, in their order; reports are taken together.</summary>
    /// <exception cref="TurnFailedException">One of the turns failed; most often a store refused what it wanted.</exception>
    internal async Task<IReadOnlyList<NewOutgoing>> CarryOutAsync(
        DataConnection db, IReadOnlyList<(Turn Turn, ImmutableArray<Effect> Effects)> steps, CancellationToken cancellationToken)
    {
        // Only where nothing else is written in the turn: then it does not matter when the report is.
        var wanted = steps
            .Select(step => (step.Turn, Writes: step.Effects.Where(effect => effect is not (Effect.Say or Effect.Snack or Effect.EndTalk)).ToArray()))
            .Where(step => step.Writes is [Effect.SubmitReport or Effect.ReportNotApplicable])
            .Select(step => (step.Turn, Effect: step.Writes[0]))
            .DistinctBy(step => step.Turn.PersonId)
            .ToArray();
        var said = wanted.Length == 0 ? [] : await reports.SubmitAsync(db, wanted, cancellationToken);
        var reported = wanted.Zip(said).ToDictionary(entry => entry.First.Turn.Row.Id, entry => entry.Second);
        var messages = new List<NewOutgoing>();
        foreach (var (turn, effects) in steps)
        {
            await TurnFailedException.AttributeAsync(
                turn, async () => messages.AddRange(await CarryOutAsync(db, turn, effects, reported.GetValueOrDefault(turn.Row.Id), cancellationToken)));
        }

        return messages;
    }

    /// <exception cref="RefusedEffectException">A store refused: the facts of the step were old, or a payload was forged.</exception>
    internal Task<ImmutableArray<NewOutgoing>> CarryOutAsync(
        DataConnection db, Turn turn, ImmutableArray<Effect> effects, CancellationToken cancellationToken) =>
        CarryOutAsync(db, turn, effects, null, cancellationToken);

    /// <param name="reported">What came of the turn's report, when it has been taken with others.</param>
    private async Task<ImmutableArray<NewOutgoing>> CarryOutAsync(
        DataConnection db, Turn turn, ImmutableArray<Effect> effects, IReadOnlyList<NewOutgoing>? reported, CancellationToken cancellationToken)
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
                case Effect.SubmitReport or Effect.ReportNotApplicable:
                    messages.AddRange(reported ?? (await reports.SubmitAsync(db, [(turn, effect)], cancellationToken))[0]);
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

        return effects.Any(effect => effect is Effect.EraseMe)
            ? [.. messages.Select(message => message.PeerId == turn.Row.PeerId ? message with { Content = message.Content with { LeavesNoTrace = true } } : message)]
            : messages.ToImmutable();
    }

    /// <summary>One effect that changes something, whoever asks for it and where.</summary>
    /// <exception cref="RefusedEffectException">A store refused.</exception>
    internal async Task<IEnumerable<NewOutgoing>> WriteAsync(DataConnection db, long personId, Effect effect, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case Effect.GiveConsent consent:
                await privacy.ConsentAsync(db, personId, consent, cancellationToken);
                return [];
            case Effect.TellMyData:
                return await privacy.TellAsync(db, personId, cancellationToken);
            case Effect.EraseMe erase:
                return await privacy.EraseAsync(db, personId, erase, cancellationToken);
            case Effect.ChooseInstitution choose:
                RefusedEffectException.ThrowUnlessDone(effect, await people.ChooseInstitutionAsync(db, personId, choose.InstitutionId, cancellationToken));
                return [];
            case Effect.BecomeTeacher:
                RefusedEffectException.ThrowUnlessDone(effect, await people.BecomeTeacherAsync(db, personId, cancellationToken));
                return [];
            case Effect.ChooseWork choose:
                await teachers.ChooseAsync(db, personId, choose, cancellationToken);
                return [];
            case Effect.ForgetWork forget:
                await teachers.ForgetAsync(db, personId, forget, cancellationToken);
                return [];
            case Effect.ConfirmRole confirm:
                return await teachers.ConfirmAsync(db, personId, confirm, cancellationToken);
            case Effect.CountTeachers count:
                await teachers.CountAsync(db, personId, count, cancellationToken);
                return [];
            case Effect.Mute mute:
                RefusedEffectException.ThrowUnlessDone(effect, await people.MuteAsync(db, personId, mute.Muted, cancellationToken));
                await peers.MuteAsync(db, personId, mute.Muted, cancellationToken);
                return [];
            case Effect.ClaimInstitution claim:
                return await posts.ClaimAsync(db, personId, claim, cancellationToken);
            case Effect.CountFailedClaim:
                await posts.CountFailedClaimAsync(db, personId, cancellationToken);
                return [];
            case Effect.InviteDeputy invite:
                return await posts.InviteDeputyAsync(db, personId, invite, cancellationToken);
            case Effect.EndDeputy end:
                return await posts.EndDeputyAsync(db, personId, end, cancellationToken);
            case Effect.HandOver handOver:
                return await posts.HandOverAsync(db, personId, handOver, cancellationToken);
            case Effect.PromiseReport promise:
                return await reports.PromiseAsync(db, personId, promise, cancellationToken);
            case Effect.RemindLater:
                await lines.RemindLaterAsync(db, personId, cancellationToken);
                return [];
            case Effect.ExtendLine or Effect.ExcuseLine or Effect.RestoreLine:
                return await lines.ChangeAsync(db, personId, effect, cancellationToken);
            case Effect.PlanBroadcast or Effect.TestBroadcast or Effect.SteerBroadcast or Effect.SaveAudience or Effect.ForgetAudience:
                return await broadcasts.CarryOutAsync(db, personId, effect, cancellationToken);
            case Effect.AskForNews news:
                RefusedEffectException.ThrowUnlessDone(effect, await people.AskForNewsAsync(db, personId, news.Wanted, cancellationToken));
                return [];
            case Effect.WithdrawReport withdraw:
                await reports.WithdrawAsync(db, personId, withdraw, cancellationToken);
                return [];
            case Effect.RecordTold told:
                return await reports.RecordToldAsync(db, personId, told, cancellationToken);
            case Effect.AcceptReport accept:
                return await reports.AcceptAsync(db, personId, accept, cancellationToken);
            case Effect.ReturnReport giveBack:
                return await reports.ReturnAsync(db, personId, giveBack, cancellationToken);
            case Effect.IssueCertificate certificate:
                return await reports.IssueCertificateAsync(db, personId, certificate, cancellationToken);
            case Effect.AskSpecialist ask:
                return await questions.AskAsync(db, personId, ask, cancellationToken);
            case Effect.NoteUnanswered note:
                await questions.NoteAsync(db, personId, QuestionOutcome.Unanswered, note.Text, topic: null, cancellationToken);
                return [];
            case Effect.RateAnswer rate:
                await questions.NoteAsync(db, personId, rate.Good ? QuestionOutcome.Good : QuestionOutcome.Bad, rate.Text, rate.Topic, cancellationToken);
                return [];
            case Effect.AnswerQuestion answer:
                return await questions.AnswerAsync(db, personId, answer, cancellationToken);
            case Effect.CloseQuestion close:
                await questions.CloseAsync(db, personId, close, cancellationToken);
                return [];
            case Effect.OpenTalk open:
                return await questions.OpenTalkAsync(db, personId, open, cancellationToken);
            case Effect.EndTalk:
                await talks.EndAsync(db, personId, cancellationToken);
                return [];
            case Effect.SaveAnswer save:
                await questions.SaveAsync(db, personId, save, cancellationToken);
                return [];
            case Effect.RevokeAnswer revoke:
                await questions.RevokeAsync(db, personId, revoke, cancellationToken);
                return [];
            case Effect.SendFates fates:
                return await tables.SendAsync(db, personId, fates, cancellationToken);
            case Effect.SendTable send:
                return await tables.SendAsync(db, personId, send, cancellationToken);
            case Effect.OpenPanel open:
                return await panel.OpenAsync(db, personId, open, cancellationToken);
            case Effect.ClosePanel:
                await panel.CloseAsync(db, personId, cancellationToken);
                return [];
            case Effect.LookAtChat look:
                await chats.LookAgainAsync(db, personId, look, cancellationToken);
                return [];
            case Effect.LeaveChat leave:
                return await chats.LeaveAsync(db, personId, leave, cancellationToken);
            default:
                throw new ArgumentOutOfRangeException(nameof(effect), effect.GetType().Name, "unknown effect");
        }
    }
}
