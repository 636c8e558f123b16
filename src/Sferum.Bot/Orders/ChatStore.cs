using System.Collections.Immutable;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders;

/// <summary>
/// Group chats that people show to the bot by inviting it. It looks until it has the right to see title and members, more
/// and more seldom; what it has seen itself may stand for the words of a report.
/// </summary>
public sealed class ChatStore(Database database, TimeProvider clock)
{
    internal const int MostLooks = 24;

    /// <summary>Longer than one look may take: a second process does not look meanwhile, and a killed one's look is not lost.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Pauses after a look without rights; the last one goes on.</summary>
    private static readonly ImmutableArray<TimeSpan> Pauses =
        [.. new[] { 1, 2, 5, 15, 60 }.Select(minutes => TimeSpan.FromMinutes(minutes))];

    /// <summary>Somebody added the bot to a chat, perhaps once more.</summary>
    /// <returns>True the first time ever: only then does the bot greet.</returns>
    public async Task<bool> InvitedAsync(DataConnection db, long chatPeer, long invitedBy, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var added = await db.ExecuteAsync(
            """
            insert into shown_chat (chat_peer_id, invited_by, state, looks, look_at) values (@chat, @person, @state, 0, @now)
            on conflict (chat_peer_id) do nothing
            """,
            new { chat = chatPeer, person = invitedBy, state = ChatState.Invited, now },
            cancellationToken);
        if (added > 0)
        {
            return true;
        }

        await Of(db, chatPeer)
            .Set(c => c.State, ChatState.Invited)
            .Set(c => c.InvitedBy, invitedBy)
            .Set(c => c.Looks, 0)
            .Set(c => c.LookAt, now)
            .UpdateAsync(cancellationToken);
        return false;
    }

    /// <summary>Chats to look at now, the longest waiting first; each is put off by a while, so that two processes do not look at once.</summary>
    public Task<IReadOnlyList<PendingLook>> ClaimDueAsync(int most, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async (db, token) =>
            {
                var now = clock.GetUtcNow();
                var due = await db.GetTable<ShownChatRecord>()
                    .Where(c => c.LookAt <= now)
                    .OrderBy(c => c.LookAt).ThenBy(c => c.ChatPeerId)
                    .Take(most)
                    .ToListAsync(token);
                var looks = new List<PendingLook>(due.Count);
                foreach (var chat in due)
                {
                    // One that can never be seen, whatever the reason, is not looked at for ever.
                    var again = chat.Looks + 1 < MostLooks ? now + Lease : (DateTimeOffset?)null;
                    var mine = await Of(db, chat.ChatPeerId)
                        .Where(c => c.LookAt <= now)
                        .Set(c => c.LookAt, again)
                        .Set(c => c.Looks, c => c.Looks + 1)
                        .UpdateAsync(token);
                    if (mine == 1)
                    {
                        looks.Add(new PendingLook(chat.ChatPeerId, chat.InvitedBy, chat.Looks + 1));
                    }
                }

                return (IReadOnlyList<PendingLook>)looks;
            },
            cancellationToken);

    /// <summary>The bot saw title and members of a chat in which it is.</summary>
    public async Task<ChatNews> RecordSeenAsync(DataConnection db, long chatPeer, string title, int people, CancellationToken cancellationToken)
    {
        if (await Of(db, chatPeer).FirstOrDefaultAsync(cancellationToken) is not { State: not ChatState.Gone } before)
        {
            return ChatNews.None;
        }

        await Of(db, chatPeer)
            .Set(c => c.State, ChatState.Seen)
            .Set(c => c.Title, title)
            .Set(c => c.People, people)
            .Set(c => c.SeenAt, clock.GetUtcNow())
            .Set(c => c.LookAt, (DateTimeOffset?)null)
            .UpdateAsync(cancellationToken);
        return before.State != ChatState.Seen ? ChatNews.First
            : before.Title != title || before.People != people ? ChatNews.Changed
            : ChatNews.None;
    }

    /// <summary>The bot has no right to see the chat's title and members; it looks again later, in the end no more.</summary>
    /// <returns>True when it is to be told: the first time, and each time that a person has asked to look again.</returns>
    public async Task<bool> RecordNoRightsAsync(DataConnection db, long chatPeer, CancellationToken cancellationToken)
    {
        if (await Of(db, chatPeer).FirstOrDefaultAsync(cancellationToken) is not { State: not ChatState.Gone } before)
        {
            return false;
        }

        var next = before.Looks >= MostLooks ? (DateTimeOffset?)null : clock.GetUtcNow() + Pauses[Math.Clamp(before.Looks, 1, Pauses.Length) - 1];
        await Of(db, chatPeer).Set(c => c.State, ChatState.NoRights).Set(c => c.LookAt, next).UpdateAsync(cancellationToken);
        return before.State != ChatState.NoRights || before.Looks <= 1;
    }

    /// <summary>The bot is in the chat no more; what was reported with it stays reported.</summary>
    public Task RecordGoneAsync(DataConnection db, long chatPeer, CancellationToken cancellationToken) =>
        Of(db, chatPeer).Set(c => c.State, ChatState.Gone).Set(c => c.LookAt, (DateTimeOffset?)null).UpdateAsync(cancellationToken);

    /// <summary>Who showed a chat asks to look at it now.</summary>
    /// <returns><see cref="WriteResult.Unchanged"/> for a chat in which the bot is no more.</returns>
    public async Task<WriteResult> LookAgainAsync(DataConnection db, long personId, long chatPeer, CancellationToken cancellationToken)
    {
        switch (await Of(db, chatPeer).FirstOrDefaultAsync(cancellationToken))
        {
            case null:
                return WriteResult.NotFound;
            case { InvitedBy: var inviter } when inviter != personId:
                return WriteResult.NotAllowed;
            case { State: ChatState.Gone }:
                return WriteResult.Unchanged;
        }

        await Of(db, chatPeer).Set(c => c.Looks, 0).Set(c => c.LookAt, clock.GetUtcNow()).UpdateAsync(cancellationToken);
        return WriteResult.Done;
    }

    /// <summary>Known ones of these chats.</summary>
    public async Task<IReadOnlyDictionary<long, ShownChat>> LoadAsync(
        DataConnection db, IReadOnlyCollection<long> chatPeers, CancellationToken cancellationToken) =>
        // Asked at every turn, and hardly any turn is about a chat.
        chatPeers.Count == 0
            ? ImmutableDictionary<long, ShownChat>.Empty
            : (await db.GetTable<ShownChatRecord>().Where(c => c.ChatPeerId.IsIn(new IdSet(chatPeers))).ToListAsync(cancellationToken))
                .ToDictionary(c => c.ChatPeerId, c => new ShownChat(c.ChatPeerId, c.InvitedBy, c.State, c.Title, c.People, c.SeenAt, LineOf(c)));

    private static IQueryable<ShownChatRecord> Of(DataConnection db, long chatPeer) =>
        db.GetTable<ShownChatRecord>().Where(c => c.ChatPeerId == chatPeer);

    private static ReportLine? LineOf(ShownChatRecord c) =>
        c is { InstitutionId: { } institution, OrderNumber: { } order, Point: { } point } ? new ReportLine(institution, order, point) : null;
}
