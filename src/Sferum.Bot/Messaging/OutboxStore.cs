using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>
/// The ledger of everything the bot says: a row stands here before the first byte goes out, and ends in one
/// <see cref="Fate"/>. Rows of one peer go strictly in order: the next waits until the one before has its fate.
/// </summary>
public sealed class OutboxStore(Database database, PeerStore peers, TimeProvider clock, OutboxSignal signal)
{
    /// <summary>A killed sender's claims come back after this; longer than the API's timeout of 15 s.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    /// <summary>Puts messages into the ledger, inside the transaction of the turn; call <see cref="Announce"/> after its commit.</summary>
    public async Task EnqueueAsync(DataConnection db, IEnumerable<NewOutgoing> messages, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var message in messages.SelectMany(Parts))
        {
            await db.InsertAsync(
                new OutboxRecord
                {
                    PeerId = message.PeerId,
                    Purpose = message.Purpose,
                    Content = MessagingJson.Write(message.Content),
                    CreatedAt = now,
                    NextTryAt = now,
                    LeasedUntil = now,
                },
                token: cancellationToken);
        }
    }

    /// <summary>Wakes the sender.</summary>
    public void Announce() => signal.Signal();

    /// <summary>Takes the next row of up to <paramref name="most"/> peers, for <see cref="Lease"/>.</summary>
    public Task<IReadOnlyList<OutboxRow>> ClaimAsync(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.InTransactionAsync(
            async (db, token) =>
            {
                var outbox = db.GetTable<OutboxRecord>();
                var heads = await outbox
                    .Where(m => m.Fate == Fate.Queued && m.NextTryAt <= now && m.LeasedUntil <= now)
                    .Where(m => !outbox.Any(earlier => earlier.PeerId == m.PeerId && earlier.Fate == Fate.Queued && earlier.Id < m.Id))
                    .OrderBy(m => m.Id)
                    .Take(most)
                    .ToListAsync(token);
                var rows = new List<OutboxRow>(heads.Count);
                foreach (var head in heads)
                {
                    // A row whose lease has run out was claimed by a sender that died: it may have gone out.
                    var uncertain = head.Uncertain || head.LeasedUntil > head.NextTryAt;
                    var mine = await outbox
                        .Where(m => m.Id == head.Id && m.Fate == Fate.Queued && m.LeasedUntil <= now)
                        .Set(m => m.LeasedUntil, now + Lease)
                        .Set(m => m.FirstTryAt, m => m.FirstTryAt ?? now)
                        .Set(m => m.Uncertain, uncertain)
                        .UpdateAsync(token);
                    if (mine == 1)
                    {
                        head.Uncertain = uncertain;
                        head.FirstTryAt ??= now;
                        rows.Add(Read(head));
                    }
                }

                return (IReadOnlyList<OutboxRow>)rows;
            },
            cancellationToken);
    }

    /// <summary>Writes down what came of the attempts.</summary>
    public Task RecordAsync(IReadOnlyCollection<SendVerdict> verdicts, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async (db, token) =>
            {
                foreach (var verdict in verdicts)
                {
                    await RecordAsync(db, verdict, token);
                }
            },
            cancellationToken);

    private async Task RecordAsync(DataConnection db, SendVerdict verdict, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var row = db.GetTable<OutboxRecord>().Where(m => m.Id == verdict.Row.Id && m.Fate == Fate.Queued);
        switch (verdict)
        {
            case SendVerdict.Finished finished:
                await row
                    .Set(m => m.Fate, finished.Fate)
                    .Set(m => m.Code, finished.Code)
                    .Set(m => m.Reason, finished.Reason)
                    .Set(m => m.MessageId, finished.MessageId)
                    .Set(m => m.ConversationMessageId, finished.ConversationMessageId)
                    .Set(m => m.Attempts, m => m.Attempts + 1)
                    .Set(m => m.FinishedAt, now)
                    .UpdateAsync(cancellationToken);
                if (finished.Fate == Fate.Unreachable)
                {
                    await peers.MarkUnreachableAsync(db, verdict.Row.PeerId, finished.Code ?? 0, cancellationToken);
                }

                break;
            case SendVerdict.Again again:
                var next = now + again.After;
                await row
                    .Set(m => m.Attempts, m => m.Attempts + 1)
                    .Set(m => m.Code, again.Code)
                    .Set(m => m.Reason, again.Reason)
                    .Set(m => m.Uncertain, m => m.Uncertain || again.Uncertain)
                    .Set(m => m.WithoutKeyboard, m => m.WithoutKeyboard || again.WithoutKeyboard)
                    .Set(m => m.NextTryAt, next)
                    .Set(m => m.LeasedUntil, now)
                    .UpdateAsync(cancellationToken);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(verdict), verdict.GetType().Name, "unknown verdict");
        }
    }

    /// <summary>Splits what is too long; the keyboard goes with the last part, the attachments with the first.</summary>
    private static IEnumerable<NewOutgoing> Parts(NewOutgoing message)
    {
        if (message.Content is not Outgoing.Text text || text.Body.Length <= TextSplitter.Limit)
        {
            yield return message;
            yield break;
        }

        var bodies = TextSplitter.Split(text.Body);
        for (var i = 0; i < bodies.Count; i++)
        {
            yield return message with
            {
                Content = new Outgoing.Text(bodies[i], i == bodies.Count - 1 ? text.Keyboard : null, i == 0 ? text.Attachments : []),
            };
        }
    }

    private static OutboxRow Read(OutboxRecord record) => new(
        record.Id,
        record.PeerId,
        RandomIdOf(record.Id),
        record.Purpose,
        MessagingJson.ReadOutgoing(record.Content),
        record.Attempts,
        record.Uncertain,
        record.WithoutKeyboard,
        record.CreatedAt,
        record.FirstTryAt ?? record.CreatedAt);

    /// <summary>Never 0, which switches VK's check off; within int32 (<c>vk-platform.md</c> §3.1).</summary>
    internal static int RandomIdOf(long rowId) => (int)(1 + (rowId % 2_147_483_646));
}
