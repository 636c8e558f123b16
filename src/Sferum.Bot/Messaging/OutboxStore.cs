using System.Text.Json;
using LinqToDB;
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

    // MultipleRows keeps the order of the rows in their ids, and takes part in the transaction on both databases.
    private static readonly BulkCopyOptions ManyRows = new() { BulkCopyType = BulkCopyType.MultipleRows };

    /// <summary>Puts messages into the ledger, inside the transaction of the turn; call <see cref="Announce"/> after its commit.</summary>
    public async Task EnqueueAsync(DataConnection db, IEnumerable<NewOutgoing> messages, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = messages.SelectMany(Parts).Select(message => new OutboxRecord
        {
            PeerId = message.PeerId,
            Purpose = message.Purpose,
            Content = MessagingJson.Write(message.Content),
            CreatedAt = now,
            NextTryAt = now,
            LeasedUntil = now,
        }).ToArray();
        if (rows.Length > 0)
        {
            await db.BulkCopyAsync(ManyRows, rows, cancellationToken);
        }
    }

    /// <summary>Wakes the sender.</summary>
    public void Announce() => signal.Signal();

    /// <summary>
    /// Takes the next row of up to <paramref name="most"/> peers, for <see cref="Lease"/>: replies first, a broadcast
    /// last. Another sender's rows are passed over, not waited for.
    /// </summary>
    public async Task<IReadOnlyList<OutboxRow>> ClaimAsync(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var records = await database.InTransactionAsync((db, token) => ClaimAsync(db, most, now, token), cancellationToken);
        var rows = new List<OutboxRow>(records.Count);
        foreach (var record in records.OrderBy(record => record.Purpose).ThenBy(record => record.Id))
        {
            try
            {
                rows.Add(Read(record));
            }
            catch (JsonException e)
            {
                // One unreadable row must not stop all the others.
                await database.InTransactionAsync((db, token) => FinishUnreadableAsync(db, record.Id, e.Message, now, token), cancellationToken);
            }
        }

        return rows;
    }

    /// <summary>Writes down what came of the attempts.</summary>
    public Task RecordAsync(IReadOnlyCollection<SendVerdict> verdicts, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async (db, token) =>
            {
                // In one order everywhere, so that two senders can't wait for each other's rows.
                foreach (var verdict in verdicts.OrderBy(verdict => verdict.Row.PeerId).ThenBy(verdict => verdict.Row.Id))
                {
                    await RecordAsync(db, verdict, token);
                }
            },
            cancellationToken);

    private Task<List<OutboxRecord>> ClaimAsync(DataConnection db, int most, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A row whose lease has run out was claimed by a sender that died: it may have gone out, hence uncertain.
        var sql =
            $"""
            with head as materialized (
                select m.id
                from outbox m
                where m.fate = 0 and m.next_try_at <= @now and m.leased_until <= @now
                    and not exists (
                        select 1 from outbox earlier where earlier.peer_id = m.peer_id and earlier.fate = 0 and earlier.id < m.id)
                order by m.purpose, m.id
                limit @most
                {database.SkipLocked("m")}
            )
            update outbox
            set uncertain = uncertain or leased_until > next_try_at,
                first_try_at = coalesce(first_try_at, @now),
                leased_until = @until
            where id in (select id from head)
            returning id, peer_id, purpose, content, created_at, next_try_at, leased_until, first_try_at, attempts, faults, uncertain,
                without_keyboard, fate
            """;
        return db.QueryToListAsync<OutboxRecord>(
            sql, cancellationToken, database.Instant("now", now), database.Instant("until", now + Lease), new DataParameter("most", most));
    }

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
                if (finished is { Fate: Fate.Unreachable, Code: { } code })
                {
                    await peers.MarkUnreachableAsync(db, verdict.Row.PeerId, code, cancellationToken);
                }

                break;
            case SendVerdict.Again again:
                await PutBackAsync(row, again, now, cancellationToken);
                break;
            case SendVerdict.Halted halted:
                await PutBackAsync(row, new SendVerdict.Again(halted.Row, halted.After, halted.Code, halted.Reason), now, cancellationToken);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(verdict), verdict.GetType().Name, "unknown verdict");
        }
    }

    private static Task<int> PutBackAsync(IQueryable<OutboxRecord> row, SendVerdict.Again again, DateTimeOffset now, CancellationToken cancellationToken) =>
        row
            .Set(m => m.Attempts, m => m.Attempts + 1)
            .Set(m => m.Faults, again.Faults)
            .Set(m => m.Code, again.Code)
            .Set(m => m.Reason, again.Reason)
            .Set(m => m.Uncertain, m => m.Uncertain || again.Uncertain)
            .Set(m => m.FirstTryAt, m => m.Uncertain || again.Uncertain ? m.FirstTryAt : null)
            .Set(m => m.WithoutKeyboard, m => m.WithoutKeyboard || again.WithoutKeyboard)
            .Set(m => m.NextTryAt, now + again.After)
            .Set(m => m.LeasedUntil, now)
            .UpdateAsync(cancellationToken);

    private static Task<int> FinishUnreadableAsync(DataConnection db, long id, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.GetTable<OutboxRecord>()
            .Where(m => m.Id == id && m.Fate == Fate.Queued)
            .Set(m => m.Fate, Fate.Failed)
            .Set(m => m.Reason, $"unreadable: {reason}")
            .Set(m => m.FinishedAt, now)
            .UpdateAsync(cancellationToken);

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
        record.FirstTryAt ?? record.CreatedAt,
        record.Faults);

    /// <summary>Never 0, which switches VK's check off; within int32 (<c>vk-platform.md</c> §3.1).</summary>
    internal static int RandomIdOf(long rowId) => (int)(1 + (rowId % 2_147_483_646));
}
