using System.Text.Json;
using Sferum.Bot.Messaging;

namespace Sferum.Bot.Vk.Receiving;

/// <summary>
/// What happens in group chats (<c>vk-platform.md</c> §4.6). Of what people say there only what is meant for the community is
/// kept, though as administrator of a chat it hears everything.
/// </summary>
internal static class ChatReader
{
    private const string Said = "chat_message";

    /// <param name="body">The message or press, without the wrapper of <c>message_new</c>.</param>
    public static IncomingEvent Read(string eventId, string type, JsonElement body, CommunityName us)
    {
        var (chat, writer) = (body.Long("peer_id"), body.Long("from_id"));
        return type switch
        {
            "message_event" => new IncomingEvent(eventId, chat, body.Long("user_id"), new Incoming.Other("chat_press")),
            "message_new" when body.Object("action") is { } action => Acted(eventId, action, chat, writer, us),
            "message_new" when writer > 0 && us.IsSpokenTo(body.Text("text"), out var words) =>
                new IncomingEvent(eventId, chat, writer, new Incoming.ChatWord(words)),
            _ => new IncomingEvent(eventId, chat, writer, new Incoming.Other(Said)),
        };
    }

    private static IncomingEvent Acted(string eventId, JsonElement action, long chat, long person, CommunityName us) =>
        (action.Text("type"), IsUs: action.Long("member_id") == us.MemberId) switch
        {
            // Handled in the order of what else this person does in his private dialog.
            ("chat_invite_user", true) when person > 0 => new IncomingEvent(eventId, person, person, new Incoming.ChatInvite(chat)),
            ("chat_invite_user", true) => new IncomingEvent(eventId, chat, person, new Incoming.Other("chat_invite")),
            ("chat_kick_user", true) => new IncomingEvent(eventId, chat, person, new Incoming.ChatKick()),
            _ => new IncomingEvent(eventId, chat, person, new Incoming.Other(Said)),
        };
}
