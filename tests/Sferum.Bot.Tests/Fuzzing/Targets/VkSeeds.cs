using System.Collections.Immutable;
using System.Text;
using Sferum.Bot.Tests.Fuzzing.Making;

namespace Sferum.Bot.Tests.Fuzzing.Targets;

/// <summary>What VK sends when all is well (<c>vk-platform.md</c> §1–4), and what such JSON is damaged with.</summary>
internal static class VkSeeds
{
    /// <summary>As large as a callback's body may be.</summary>
    public const int LongestEvent = 1024 * 1024;

    public static ImmutableArray<string> Events { get; } =
    [
        """{"group_id":200100300,"type":"message_new","event_id":"3f1c0d9e5b7a4c21","v":"5.199","object":{"message":{"id":512,"date":1760000000,"peer_id":111222333,"from_id":111222333,"out":0,"version":10000123,"conversation_message_id":87,"random_id":0,"text":"Готово, прикладываю файл","important":false,"is_hidden":false,"payload":"{\"c\":\"line\",\"a\":{\"line\":\"223-09/1.1.a\"}}","ref":"org14","ref_source":"qr","fwd_messages":[],"attachments":[{"type":"doc","doc":{"id":777,"owner_id":111222333,"title":"otchet.xlsx","size":18432,"ext":"xlsx","date":1760000000,"type":1,"url":"https://vk.ru/doc111222333_777?hash=a","access_key":"ab12cd34ef56"}}]},"client_info":{"button_actions":["text","callback"],"keyboard":true,"inline_keyboard":true,"carousel":true,"lang_id":0}}}""",
        """{"group_id":200100300,"type":"message_new","event_id":"e2","object":{"message":{"id":5,"date":1760000001,"peer_id":111222333,"from_id":111222333,"conversation_message_id":8,"text":"","reply_message":{"from_id":-200100300,"text":"Пришлите фото","conversation_message_id":7,"peer_id":111222333},"fwd_messages":[{"from_id":5,"text":"приказ 12-од","attachments":[{"type":"photo","photo":{"id":1,"owner_id":5,"sizes":[{"type":"w","url":"https://sun1.userapi.com/a.jpg","width":1280,"height":960},{"type":"s","url":"https://sun1.userapi.com/s.jpg","width":75,"height":56}],"orig_photo":{"url":"https://sun1.userapi.com/o.jpg","width":4000,"height":3000}}}],"fwd_messages":[{"from_id":6,"text":"глубже","fwd_messages":[]}]}],"attachments":[{"type":"audio_message","audio_message":{"id":9,"owner_id":5,"link_ogg":"https://psv4.userapi.com/a.ogg"}},{"type":"sticker","sticker":{"sticker_id":77}},{"type":"link","link":{"url":"https://example.org","title":"Ссылка"}},{"type":"graffiti","graffiti":{"id":2,"owner_id":5,"url":"https://vk.ru/g"}},{"type":"wall","wall":{}}]}}}""",
        """{"group_id":200100300,"type":"message_new","event_id":"e3","object":{"message":{"id":0,"date":1760000002,"peer_id":2000000007,"from_id":111222333,"conversation_message_id":3,"text":"[club200100300|Бот], кто не сдал?"}}}""",
        """{"group_id":200100300,"type":"message_new","event_id":"e4","object":{"message":{"id":0,"date":1760000003,"peer_id":2000000007,"from_id":111222333,"conversation_message_id":4,"text":"","action":{"type":"chat_invite_user","member_id":-200100300}}}}""",
        """{"group_id":200100300,"type":"message_event","event_id":"e5","object":{"user_id":111222333,"peer_id":111222333,"event_id":"a1b2c3d4e5f6","payload":{"c":"status","a":{"i":"14"}},"conversation_message_id":88}}""",
        """{"group_id":200100300,"type":"message_reply","event_id":"e6","object":{"id":6,"date":1760000004,"peer_id":111222333,"from_id":-200100300,"admin_author_id":444,"conversation_message_id":9,"text":"Отвечу сама"}}""",
        """{"group_id":200100300,"type":"message_edit","event_id":"e7","object":{"id":6,"date":1760000005,"peer_id":111222333,"from_id":111222333,"conversation_message_id":9,"text":"иначе"}}""",
        """{"group_id":200100300,"type":"message_allow","event_id":"e8","object":{"user_id":111222333,"key":""}}""",
        """{"group_id":200100300,"type":"message_deny","event_id":"e9","object":{"user_id":111222333}}""",
        """{"group_id":200100300,"type":"group_join","event_id":"e10","object":{"user_id":111222333,"join_type":"join"}}""",
        """{"group_id":200100300,"type":"message_reaction_event","event_id":"e11","object":{"reacted_id":111222333,"peer_id":2000000007,"cmid":90,"reaction_id":1}}""",
        """{"type":"message_new","event_id":"e12","object":{"id":1,"peer_id":"111222333","from_id":"111222333","conversation_message_id":"2","text":5}}""",
        """{"type":"message_new","event_id":"e13","object":{"message":{"id":1,"peer_id":111222333,"from_id":111222333,"conversation_message_id":2,"text":"Статус","payload":"{\"command\":\"not_supported_button\",\"button_type\":\"callback\",\"payload\":\"{\\\"c\\\":\\\"status\\\"}\"}"}}}""",
    ];

    public static ImmutableArray<string> Tokens { get; } =
    [
        "{", "}", "[", "]", "\"", ":", ",", "\\", "null", "true", "false", "{}", "[]", "\"\"", "\\u0000", "\\ud83d", "\\udc00", "\\n", "\0", "\uFEFF", "\uD83D", "\uDC00", "\uFFFE", "\uFFFF", "\u202E", "\u200B",
        "😀", "ﷺ", "\u0301", "\"type\":", "\"object\":", "\"type\":\"message_new\",", "\"event_id\":\"\",", "\"secret\":", "\"peer_id\":", "\"from_id\":-1,", "\"payload\":", "\"text\":", "\"fwd_messages\":[",
        "\"reply_message\":{", "\"attachments\":[", "\"ts\":\"1\"", "\"updates\":[", "\"failed\":1,", "{\"type\":\"message_new\",\"object\":{}},", "{\"fwd_messages\":[", "{\"a\":", "[[", "}}", "]}", "not_supported_button",
    ];

    public static JsonMutation Json { get; } = new(
    [
        "type", "object", "event_id", "group_id", "secret", "message", "peer_id", "from_id", "user_id", "reacted_id", "id", "conversation_message_id", "text", "payload", "ref", "attachments", "fwd_messages",
        "reply_message", "action", "member_id", "date", "admin_author_id", "photo", "doc", "sticker", "link", "graffiti", "audio_message", "sizes", "orig_photo", "url", "owner_id", "access_key", "title", "ext", "size", "c", "a",
        "command", "ts", "updates", "failed", "response", "error", "error_code", "error_msg", "execute_errors", "items", "count", "message_new", "message_event", "message_edit", "message_reply", "message_allow", "chat_invite_user",
    ]);

    /// <summary>A text as the bytes of its UTF-8; half a pair of signs as no UTF-8 would hold it.</summary>
    public static string Bytes(string text)
    {
        var bytes = new StringBuilder(text.Length * 2);
        foreach (var sign in text)
        {
            if (sign < 0x80)
            {
                bytes.Append(sign);
            }
            else if (sign < 0x800)
            {
                bytes.Append((char)(0xC0 | (sign >> 6))).Append((char)(0x80 | (sign & 0x3F)));
            }
            else
            {
                bytes.Append((char)(0xE0 | (sign >> 12))).Append((char)(0x80 | ((sign >> 6) & 0x3F))).Append((char)(0x80 | (sign & 0x3F)));
            }
        }

        return bytes.ToString();
    }

    /// <summary>A damaged one of these texts: as JSON, as text or as bytes, or something of VK's words that never was.</summary>
    public static string Damaged(IReadOnlyList<string> seeds, TextMutation text, FuzzDice dice)
    {
        var seed = dice.Of(seeds);
        return dice.Next(10) switch
        {
            0 => seed,
            1 => Json.Any(dice),
            < 6 => text.Cut(JsonMutation.Of(seed, dice) ?? seed),
            6 => text.Of(JsonMutation.Of(seed, dice) ?? seed, dice),
            _ => text.Of(seed, dice),
        };
    }
}
