using System.Collections.Immutable;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Calendar;
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
    TalkStore talks,
    PersonStore people,
    EvidenceStore evidence,
    OutboxStore outbox,
    FactsLoader facts,
    EffectCarrier effects,
    ChatEffects chats,
    NoticeWriter notices,
    DialogCore dialogs,
    IOptions<OfficeOptions> office,
    PipelineMetrics metrics,
    TimeProvider clock,
    ILogger<TurnRunner> logger)
{
    /// <summary>What is said when nothing came of an event.</summary>
    private const string NotDone = "not_done";

    /// <summary>Handles what waits, one event of each person, all in one transaction.</summary>
    public async Task<Batch> HandleAsync(int most, CancellationToken cancellationToken)
    {
        IReadOnlyList<InboxRow> rows = [];
        var more = false;
        var began = clock.GetTimestamp();
        using var batch = PipelineSteps.Begin(PipelineSteps.HandleBatch);
        try
        {
            await database.InTransactionAsync(
                async (db, token) =>
                {
                    rows = await inbox.TakeAsync(db, most, token);
                    if (rows.Count > 0)
                    {
                        more = await HandleAsync(db, rows, token);
                    }
                },
                cancellationToken);
        }
        catch (Exception e) when (rows.Count > 0 && e is not OperationCanceledException && DatabaseFaults.Of(e) != DatabaseFault.Unavailable)
        {
            return new Batch(rows, e, (e as TurnFailedException)?.Row, More: true);
        }

        if (rows.Count > 0)
        {
            outbox.Announce();
            metrics.Handled(rows, clock.GetUtcNow(), clock.GetElapsedTime(began));
        }

        return new Batch(rows, null, null, more);
    }

    /// <summary>Handles one event by itself, unless it is gone or another worker holds it.</summary>
    public async Task HandleAloneAsync(long rowId, CancellationToken cancellationToken)
    {
        await database.InTransactionAsync(
            async (db, token) =>
            {
                if (await inbox.TakeAsync(db, rowId, token) is { } row)
                {
                    await HandleAsync(db, [row], token);
                }
            },
            cancellationToken);
        outbox.Announce();
    }

    /// <summary>Nothing came of an event, by refusal or by fault: nothing is changed, the person is told, and the event is done with.</summary>
    /// <param name="poison">Why the event becomes a dead letter; null: it was only refused.</param>
    public async Task ExcuseAsync(InboxRow row, string? poison, CancellationToken cancellationToken)
    {
        try
        {
            await database.InTransactionAsync(
                async (db, token) =>
                {
                    if (!await FinishAsync(db, row, poison, token) || row.Content is not (Incoming.Message or Incoming.Press))
                    {
                        return;
                    }

                    var said = await notices.TextsAsync(db, new FactsQuery(row.PersonId), NotDone, NoticeWriter.Args(), token);
                    await outbox.EnqueueAsync(db, await effects.CarryOutAsync(db, new Turn(row, null), [.. said], token), token);
                },
                cancellationToken);
            outbox.Announce();
        }
        catch (Exception e) when (e is not OperationCanceledException && DatabaseFaults.Of(e) == DatabaseFault.Lasting)
        {
            // What broke the turn may break the excuse too; then at least the event must not come back for ever.
            logger.ExcuseFailed(row.EventId, e);
            await database.InTransactionAsync((db, token) => FinishAsync(db, row, poison, token), cancellationToken);
        }
    }

    private async Task<bool> FinishAsync(DataConnection db, InboxRow row, string? poison, CancellationToken cancellationToken)
    {
        if (await inbox.TakeAsync(db, row.Id, cancellationToken) is null)
        {
            return false;
        }

        if (poison is null)
        {
            await inbox.CompleteAsync(db, [row], cancellationToken);
        }
        else
        {
            await inbox.BuryAsync(db, row, poison, cancellationToken);
            metrics.Buried();
        }

        return true;
    }

    /// <returns>Whether the same people have more that waits.</returns>
    private async Task<bool> HandleAsync(DataConnection db, IReadOnlyCollection<InboxRow> rows, CancellationToken cancellationToken)
    {
        var turns = rows.Select(row => new Turn(row, EventTranslator.ToDialogEvent(row.Content))).ToArray();
        var messages = new List<NewOutgoing>();
        var learned = await LearnAsync(db, turns, cancellationToken);
        foreach (var turn in turns)
        {
            await TurnFailedException.AttributeAsync(turn, () => NoteAsync(db, turn, messages, cancellationToken));
        }

        var spoken = turns.Where(turn => turn.Event is not null).ToArray();
        var after = spoken.Length > 0 ? await SpeakAsync(db, spoken, learned, messages, cancellationToken) : ImmutableDictionary<long, StoredConversation>.Empty;
        var trip = RoundTrip.On(db);
        conversations.Save(trip, after);
        outbox.Enqueue(trip, messages);
        InboxStore.Complete(trip, [.. rows.Where(row => row.Content is not Incoming.Damaged)]);
        var more = InboxStore.AskForMore(trip, rows);
        await trip.RunAsync(cancellationToken);
        return more.Rows.Count > 0;
    }

    /// <summary>
    /// Reads all that most turns need, at once. Who writes, presses or allows messages can be written to, and is known from
    /// now on.
    /// </summary>
    private async Task<Learned> LearnAsync(DataConnection db, Turn[] turns, CancellationToken cancellationToken)
    {
        var met = turns.Where(turn => turn.Row.Content is Incoming.Message or Incoming.Press or Incoming.Consent { Allowed: true }).ToArray();
        var spoken = turns.Where(turn => turn.Event is not null).ToArray();
        var trip = RoundTrip.On(db);
        var unreachable = PeerStore.AskUnreachable(trip, [.. met.Select(turn => turn.Row.PeerId)]);
        var stored = ConversationStore.Ask(trip, [.. spoken.Select(turn => turn.Row.PeerId)]);
        var talking = TalkStore.Ask(trip, [.. spoken.Select(turn => turn.Row.PeerId)]);
        var asked = facts.Ask(trip, [.. met.Concat(spoken).Select(turn => turn.PersonId)]);
        await trip.RunAsync(cancellationToken);
        if (unreachable.Rows.Count > 0)
        {
            await peers.MarkReachableAsync(db, unreachable.Rows, cancellationToken);
        }

        var known = asked.People();
        if (met.Select(turn => turn.PersonId).Where(person => !known.ContainsKey(person)).Distinct().ToArray() is { Length: > 0 } strangers)
        {
            await people.MeetAsync(db, strangers, cancellationToken);
        }

        return new Learned(stored(), talking, asked);
    }

    /// <summary>What the dialogs make of events, one of each peer.</summary>
    /// <returns>Where each dialog stands now, by peer.</returns>
    private async Task<IReadOnlyDictionary<long, StoredConversation>> SpeakAsync(
        DataConnection db, Turn[] spoken, Learned learned, List<NewOutgoing> messages, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = office.Value.GetZone().DayOf(now);
        var stored = learned.Conversations;

        // A first message comes with a message_allow before it: the greeting belongs to the message.
        spoken = [.. spoken.Where(turn => turn.Event is not DialogEvent.Allowed || stored.ContainsKey(turn.Row.PeerId))];
        var befores = Array.ConvertAll(spoken, turn => ConversationJson.Read(stored.GetValueOrDefault(turn.Row.PeerId)));
        var queries = spoken.Zip(befores, (turn, before) => turn.Query(before, today)).ToArray();
        var known = (await facts.LoadAsync(db, queries, learned.Facts, cancellationToken)).ToDictionary();
        foreach (var (peer, until) in learned.Talks.Rows)
        {
            // A dialog is its person's: in group chats the bot leads none.
            if (known.TryGetValue(peer, out var told))
            {
                known[peer] = told with { Talk = new TalkFacts(until) };
            }
        }

        var after = new Dictionary<long, StoredConversation>(spoken.Length);
        var steps = new List<(Turn, ImmutableArray<Effect>)>(spoken.Length);
        foreach (var (turn, before, query) in spoken.Zip(befores, queries))
        {
            await TurnFailedException.AttributeAsync(turn, async () =>
            {
                var step = await StepAsync(db, turn, before, query, known[turn.PersonId], now, cancellationToken);
                steps.Add((turn, step.Effects));
                after[turn.Row.PeerId] = ConversationJson.Write(step.Conversation);
            });
        }

        messages.AddRange(await effects.CarryOutAsync(db, steps, cancellationToken));
        foreach (var (turn, _) in steps.Where(step => step.Item2.Any(effect => effect is Effect.EraseMe)))
        {
            // What is written next begins anew.
            after.Remove(turn.Row.PeerId);
        }

        return after;
    }

    private async ValueTask<StepResult> StepAsync(
        DataConnection db, Turn turn, Conversation before, FactsQuery query, Facts known, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var step = PipelineSteps.Begin(PipelineSteps.HandleStep);
        return await facts.WithAsync(db, query, known, all => dialogs.Step(before, turn.Event!, all, now), cancellationToken); // only spoken turns are here
    }

    /// <summary>What an event changes besides the dialog.</summary>
    private async Task NoteAsync(DataConnection db, Turn turn, List<NewOutgoing> messages, CancellationToken cancellationToken)
    {
        var row = turn.Row;
        switch (row.Content)
        {
            case Incoming.Damaged damaged:
                logger.EventDamaged(row.EventId, damaged.Reason);
                await inbox.BuryAsync(db, row, damaged.Reason, cancellationToken);
                break;
            case Incoming.Other other:
                logger.EventIgnored(row.EventId, other.Type);
                break;
            case Incoming.Consent { Allowed: false }:
                await peers.MarkUnreachableAsync(db, row.PeerId, 901, cancellationToken);
                break;
            case Incoming.ChatInvite invite:
                messages.AddRange(await chats.WelcomeAsync(db, row.PersonId, invite.ChatPeerId, cancellationToken));
                break;
            case Incoming.ChatWord word:
                messages.AddRange(await chats.HearAsync(db, row.PersonId, row.PeerId, word.Text, cancellationToken));
                break;
            case Incoming.ByHand byHand:
                // By VK's clock only for what was missed: the clocks may differ.
                var since = byHand.At is { } at && at < clock.GetUtcNow() ? at : clock.GetUtcNow();
                await talks.OpenAsync(db, row.PeerId, row.PersonId, since + office.Value.TalkSilence, cancellationToken);
                break;
            case Incoming.TooMany:
                logger.TooManyAtOnce(row.PeerId);
                messages.AddRange(await notices.WriteAsync(db, new FactsQuery(row.PersonId), SendPurpose.Reply, "too_many", NoticeWriter.Args(), cancellationToken));
                break;
            case Incoming.ChatKick:
                await chats.GoneAsync(db, row.PeerId, cancellationToken);
                break;
            case Incoming.Message { Attachments: { Length: > 0 } files } when await MayLeaveFilesAsync(db, row.PersonId, cancellationToken):
                await evidence.RegisterAsync(
                    db, row.PersonId, files.Where(f => f.Kind is "photo" or "doc").Select(f => new NewEvidence(f.Id, f.Kind, f.Name, f.Size, f.Url)), cancellationToken);
                break;
        }
    }

    /// <summary>Files of strangers, and of people who have not agreed to it, are not kept.</summary>
    private async Task<bool> MayLeaveFilesAsync(DataConnection db, long personId, CancellationToken cancellationToken) =>
        (await people.LoadAsync(db, [personId], cancellationToken)).GetValueOrDefault(personId) is { ConsentVersion: not null, Current: not null };

    /// <summary>What was read of the people of a batch at once.</summary>
    private sealed record Learned(
        IReadOnlyDictionary<long, StoredConversation> Conversations, RoundTrip.Answer<(long PeerId, DateTimeOffset Until)> Talks, AskedFacts Facts);
}

/// <summary>Events that were taken together.</summary>
/// <param name="Fault">Why none of them was handled; null: all were.</param>
/// <param name="Culprit">The event of which that was the fault, where it can be told.</param>
/// <param name="More">The same people have more that waits.</param>
public sealed record Batch(IReadOnlyList<InboxRow> Rows, Exception? Fault, InboxRow? Culprit, bool More);
