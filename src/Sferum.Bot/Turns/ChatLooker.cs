using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;
using static Sferum.Bot.Turns.NoticeWriter;

namespace Sferum.Bot.Turns;

/// <summary>
/// Looks at the group chats that heads have shown, and tells each head what it sees: apart from the turns, since no
/// transaction stays open over HTTP.
/// </summary>
public sealed class ChatLooker(
    Database database, ChatStore chats, IChatSource source, NoticeWriter notices, OutboxStore outbox, TimeProvider clock, ILogger<ChatLooker> logger)
    : BackgroundService
{
    private const int BatchSize = 5;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>Looks at what is due now.</summary>
    /// <returns>How many chats were looked at.</returns>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        var due = await chats.ClaimDueAsync(BatchSize, cancellationToken);
        foreach (var look in due)
        {
            try
            {
                await LookAsync(look, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // It comes back with its next turn, and the others go on.
                logger.LookingFailed(e);
            }
        }

        return due.Count;
    }

    /// <summary>While database or disk are away, what is due stays due.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var nobody = new SilentSignal();
        await new WorkLoop(nobody, clock, Period).RunAsync(LookAsync, (_, e) => logger.LookingFailed(e), stoppingToken);
    }

    private async Task LookAsync(PendingLook look, CancellationToken cancellationToken)
    {
        var chat = look.ChatPeer;
        switch (await source.LookAsync(chat, cancellationToken))
        {
            case ChatLook.Seen seen:
                await database.InTransactionAsync(
                    async (db, token) =>
                    {
                        if (await chats.RecordSeenAsync(db, chat, seen.Title, seen.People, token) != ChatNews.None || look.Look == 1)
                        {
                            var args = Args(("chat", Text(chat)), ("title", seen.Title), ("people", Text(seen.People)));
                            await outbox.EnqueueAsync(db, await notices.WriteAsync(db, new FactsQuery(look.InvitedBy), SendPurpose.Notice, "chat_seen", args, token), token);
                        }
                    },
                    cancellationToken);
                break;
            case ChatLook.NoRights:
                await database.InTransactionAsync(
                    async (db, token) =>
                    {
                        if (await chats.RecordNoRightsAsync(db, chat, token))
                        {
                            await outbox.EnqueueAsync(
                                db, await notices.WriteAsync(db, new FactsQuery(look.InvitedBy), SendPurpose.Notice, "chat_no_rights", Args(("chat", Text(chat))), token), token);
                        }
                    },
                    cancellationToken);
                break;
            case ChatLook.Gone:
                await database.InTransactionAsync((db, token) => chats.RecordGoneAsync(db, chat, token), cancellationToken);
                break;
            case ChatLook.Later later:
                logger.ChatNotSeen(chat, later.Reason);
                break;
            case var other:
                throw new InvalidOperationException($"unknown look {other.GetType().Name}");
        }

        outbox.Announce();
    }
}
