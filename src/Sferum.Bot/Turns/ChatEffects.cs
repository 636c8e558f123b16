using LinqToDB.Data;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using static Sferum.Bot.Turns.NoticeWriter;

namespace Sferum.Bot.Turns;

/// <summary>
/// Group chats that a head shows to the bot. It greets once, speaks of the chat in private only, and leaves when told
/// (<c>vk-platform.md</c> §4.6, §7.3).
/// </summary>
public sealed class ChatEffects(ChatStore chats, PersonStore people, NoticeWriter notices, DialogCore dialogs, TimeProvider clock)
{
    /// <summary>Condition of the dialogs: the words by which the bot is sent away.</summary>
    private const string ToldToLeave = "told_to_leave";

    /// <summary>The community was added to a chat: by a head it stays to be looked at, by anybody else it leaves.</summary>
    internal async Task<IEnumerable<NewOutgoing>> WelcomeAsync(DataConnection db, long personId, long chat, CancellationToken cancellationToken)
    {
        var inviter = new FactsQuery(personId);
        var person = (await people.LoadAsync(db, [personId], cancellationToken)).GetValueOrDefault(personId);
        if (person is not { Posts.Count: > 0, ConsentVersion: not null })
        {
            var excuse = await notices.WriteAsync(db, inviter, SendPurpose.Notice, "chat_stranger", Args(), cancellationToken, chat);
            return [.. excuse, new NewOutgoing(chat, SendPurpose.Notice, new Outgoing.LeaveChat())];
        }

        // What it sees there, or why it sees nothing, the head is told in private once it has looked.
        return await chats.InvitedAsync(db, chat, personId, cancellationToken)
            ? await notices.WriteAsync(db, inviter, SendPurpose.Notice, "chat_greeting", Args(), cancellationToken, chat)
            : [];
    }

    /// <summary>Somebody speaks to the bot in a chat. It understands one thing there and says nothing else.</summary>
    internal async Task<IEnumerable<NewOutgoing>> HearAsync(DataConnection db, long personId, long chat, string text, CancellationToken cancellationToken)
    {
        var facts = new Facts { Person = new PersonFacts(personId, "", "guest", false, false, 0), Office = new OfficeFacts("", "") };
        return dialogs.Holds(ToldToLeave, new DialogEvent.Wrote(text, []), facts, clock.GetUtcNow())
            ? await LeaveAsync(db, personId, chat, cancellationToken)
            : [];
    }

    internal Task GoneAsync(DataConnection db, long chat, CancellationToken cancellationToken) => chats.RecordGoneAsync(db, chat, cancellationToken);

    internal async Task LookAgainAsync(DataConnection db, long personId, Effect.LookAtChat look, CancellationToken cancellationToken) =>
        RefusedEffectException.ThrowUnlessDone(look, await chats.LookAgainAsync(db, personId, look.Peer, cancellationToken));

    /// <summary>Only who showed the chat may send the bot out of it from afar.</summary>
    internal async Task<IEnumerable<NewOutgoing>> LeaveAsync(DataConnection db, long personId, Effect.LeaveChat leave, CancellationToken cancellationToken)
    {
        var known = await chats.LoadAsync(db, [leave.Peer], cancellationToken);
        return known.GetValueOrDefault(leave.Peer)?.InvitedBy == personId
            ? await LeaveAsync(db, personId, leave.Peer, cancellationToken)
            : throw new RefusedEffectException(leave, WriteResult.NotAllowed);
    }

    private async Task<IEnumerable<NewOutgoing>> LeaveAsync(DataConnection db, long personId, long chat, CancellationToken cancellationToken)
    {
        await chats.RecordGoneAsync(db, chat, cancellationToken);
        var farewell = await notices.WriteAsync(db, new FactsQuery(personId), SendPurpose.Notice, "chat_farewell", Args(), cancellationToken, chat);
        return [.. farewell, new NewOutgoing(chat, SendPurpose.Notice, new Outgoing.LeaveChat())];
    }
}
