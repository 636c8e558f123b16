using System.Collections.Immutable;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Turns;

/// <summary>
/// Handles events: facts are read, the dialog core steps, and the seen event, the conversation, the change of the domain
/// and the messages to send are committed together or not at all.
/// </summary>
public sealed class TurnRunner(
    Database database,
    InboxStore inbox,
    ConversationStore conversations,
    PeerStore peers,
    PersonStore people,
    EvidenceStore evidence,
    OutboxStore outbox,
    FactsLoader facts,
    EffectCarrier effects,
    ChatEffects chats,
    DialogCore dialogs,
    IOptions<OfficeOptions> office,
    TimeProvider clock,
    ILogger<TurnRunner> logger)
{
    /// <summary>What is said when nothing came of an event.</summary>
    private const string NotDone = "not_done";

    /// <summary>One event of each person, all in one transaction.</summary>
    public async Task HandleAsync(IReadOnlyList<InboxRow> rows, CancellationToken cancellationToken)
    {
        using var batch = PipelineSteps.Begin(PipelineSteps.HandleBatch);
        var turns = rows.Select(row => new Turn(row, EventTranslator.ToDialogEvent(row.Content))).ToArray();
        await database.InTransactionAsync((db, token) => HandleAsync(db, turns, token), cancellationToken);
        outbox.Announce();
    }

    /// <summary>Nothing came of an event, by refusal or by fault: nothing is changed, the person is told, and the event is done with.</summary>
    /// <param name="finish">What becomes of the event: handled, or a dead letter. False when another worker was quicker.</param>
    public async Task ExcuseAsync(InboxRow row, Func<DataConnection, InboxRow, CancellationToken, Task<bool>> finish, CancellationToken cancellationToken)
    {
        try
        {
            await database.InTransactionAsync(
                async (db, token) =>
                {
                    if (!await finish(db, row, token))
                    {
                        return;
                    }

                    if (row.Content is Incoming.Message or Incoming.Press)
                    {
                        var known = await facts.LoadAsync(db, [new FactsQuery(row.PersonId)], token);
                        var said = dialogs.Notice(NotDone, known[row.PersonId], ImmutableSortedDictionary<string, string>.Empty, clock.GetUtcNow());
                        await outbox.EnqueueAsync(db, await effects.CarryOutAsync(db, new Turn(row, null), [.. said], token), token);
                    }
                },
                cancellationToken);
            outbox.Announce();
        }
        catch (Exception e) when (e is not OperationCanceledException && DatabaseFaults.Of(e) == DatabaseFault.Lasting)
        {
            // What broke the turn may break the excuse too; then at least the event must not come back for ever.
            logger.ExcuseFailed(row.EventId, e);
            await database.InTransactionAsync((db, token) => finish(db, row, token), cancellationToken);
        }
    }

    private async Task HandleAsync(DataConnection db, IReadOnlyCollection<Turn> turns, CancellationToken cancellationToken)
    {
        foreach (var turn in turns)
        {
            await NoteAsync(db, turn, cancellationToken);
        }

        var spoken = turns.Where(turn => turn.Event is not null).ToArray();
        if (spoken.Length == 0)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, office.Value.GetZone()).DateTime);
        var stored = await conversations.LoadAsync(db, [.. spoken.Select(turn => turn.Row.PeerId)], cancellationToken);
        // A first message comes with a message_allow before it: the greeting belongs to the message.
        foreach (var allowed in spoken.Where(turn => turn.Event is DialogEvent.Allowed && !stored.ContainsKey(turn.Row.PeerId)))
        {
            await CompleteAsync(db, allowed.Row, cancellationToken);
        }

        spoken = [.. spoken.Where(turn => turn.Event is not DialogEvent.Allowed || stored.ContainsKey(turn.Row.PeerId))];
        var before = spoken.ToDictionary(turn => turn, turn => ConversationJson.Read(stored.GetValueOrDefault(turn.Row.PeerId)));
        var known = await facts.LoadAsync(
            db,
            [.. spoken.Select(turn => turn.Query(before[turn], today))],
            cancellationToken);
        foreach (var turn in spoken)
        {
            var step = Step(before[turn], turn.Event!, known[turn.PersonId], now); // only spoken turns are here
            var messages = await effects.CarryOutAsync(db, turn, step.Effects, cancellationToken);
            await conversations.SaveAsync(db, turn.Row.PeerId, ConversationJson.Write(step.Conversation), cancellationToken);
            await outbox.EnqueueAsync(db, messages, cancellationToken);
            await CompleteAsync(db, turn.Row, cancellationToken);
        }
    }

    private StepResult Step(Conversation before, DialogEvent heard, Facts known, DateTimeOffset now)
    {
        using var step = PipelineSteps.Begin(PipelineSteps.HandleStep);
        return dialogs.Step(before, heard, known, now);
    }

    /// <summary>What an event changes besides the dialog.</summary>
    private async Task NoteAsync(DataConnection db, Turn turn, CancellationToken cancellationToken)
    {
        var row = turn.Row;
        switch (row.Content)
        {
            case Incoming.Damaged damaged:
                logger.EventDamaged(row.EventId, damaged.Reason);
                await inbox.BuryAsync(db, row, damaged.Reason, cancellationToken);
                return;
            case Incoming.Other other:
                logger.EventIgnored(row.EventId, other.Type);
                break;
            case Incoming.Consent { Allowed: false }:
                await peers.MarkUnreachableAsync(db, row.PeerId, 901, cancellationToken);
                break;
            case Incoming.ChatInvite invite:
                await outbox.EnqueueAsync(db, await chats.WelcomeAsync(db, row.PersonId, invite.ChatPeerId, cancellationToken), cancellationToken);
                break;
            case Incoming.ChatWord word:
                await outbox.EnqueueAsync(db, await chats.HearAsync(db, row.PersonId, row.PeerId, word.Text, cancellationToken), cancellationToken);
                break;
            case Incoming.ChatKick:
                await chats.GoneAsync(db, row.PeerId, cancellationToken);
                break;
            case Incoming.Consent or Incoming.Message or Incoming.Press:
                await peers.MarkReachableAsync(db, row.PeerId, cancellationToken);
                await people.MeetAsync(db, row.PersonId, cancellationToken);
                if (row.Content is Incoming.Message { Attachments: { Length: > 0 } files } && await MayLeaveFilesAsync(db, row.PersonId, cancellationToken))
                {
                    await evidence.RegisterAsync(
                        db, row.PersonId, files.Where(f => f.Kind is "photo" or "doc").Select(f => new NewEvidence(f.Id, f.Kind, f.Name, f.Size, f.Url)), cancellationToken);
                }

                break;
        }

        if (turn.Event is null)
        {
            await CompleteAsync(db, row, cancellationToken);
        }
    }

    /// <summary>Files of strangers, and of people who have not agreed to it, are not kept.</summary>
    private async Task<bool> MayLeaveFilesAsync(DataConnection db, long personId, CancellationToken cancellationToken) =>
        (await people.LoadAsync(db, [personId], cancellationToken)).GetValueOrDefault(personId) is { ConsentVersion: not null, Current: not null };

    private async Task CompleteAsync(DataConnection db, InboxRow row, CancellationToken cancellationToken)
    {
        if (!await inbox.CompleteAsync(db, row, cancellationToken))
        {
            throw new InvalidOperationException($"event {row.EventId} was handled by another worker meanwhile");
        }
    }
}
