using Sferum.Bot.Messaging;
using Sferum.Bot.Vk.Receiving;

namespace Sferum.Bot.Tests.Vk;

public sealed class VkEventReaderTests
{
    private const long Person = 111222333;

    /// <summary>What it is, the update, what the bot sees.</summary>
    public static TheoryData<string, string, Incoming> Updates => new()
    {
        {
            "message_new in its wrapper",
            """{"type":"message_new","event_id":"e","object":{"message":{"id":512,"peer_id":111222333,"from_id":111222333,"conversation_message_id":87,"text":"Готово","payload":"{\"c\":\"confirm\"}","ref":"org14","date":1760000000},"client_info":{"button_actions":["open_modal_view"]}}}""",
            new Incoming.Message("Готово", """{"c":"confirm"}""", "org14", [], 512, 87)
        },
        {
            "message_new as before 5.103",
            """{"type":"message_new","event_id":"e","object":{"id":1,"peer_id":111222333,"from_id":111222333,"conversation_message_id":2,"text":"да"}}""",
            new Incoming.Message("да", null, null, [], 1, 2)
        },
        {
            "ids as text",
            """{"type":"message_new","event_id":"e","object":{"message":{"id":"1","peer_id":"111222333","from_id":"111222333","conversation_message_id":"2","text":5}}}""",
            new Incoming.Message("5", null, null, [], 1, 2)
        },
        {
            "half of a picture, which is no text",
            """{"type":"message_new","event_id":"e","object":{"message":{"peer_id":111222333,"from_id":111222333,"text":"да \ud83d"}}}""",
            new Incoming.Message(@"да \ud83d", null, null, [], 0, 0)
        },
        {
            "an empty message",
            """{"type":"message_new","event_id":"e","object":{"message":{"peer_id":111222333,"from_id":111222333}}}""",
            new Incoming.Message("", null, null, [], 0, 0)
        },
        {
            "a press with an object",
            """{"type":"message_event","event_id":"e","object":{"user_id":111222333,"peer_id":111222333,"event_id":"a1b2","payload":{"c":"status","a":{"i":"14"}},"conversation_message_id":88}}""",
            new Incoming.Press("""{"c":"status","a":{"i":"14"}}""", "a1b2")
        },
        {
            "a press with JSON in a string",
            """{"type":"message_event","event_id":"e","object":{"user_id":111222333,"peer_id":111222333,"event_id":"a1b2","payload":"{\"c\":\"status\"}"}}""",
            new Incoming.Press("""{"c":"status"}""", "a1b2")
        },
        {
            "a press with an array",
            """{"type":"message_event","event_id":"e","object":{"user_id":111222333,"peer_id":111222333,"event_id":"a1b2","payload":[1,2]}}""",
            new Incoming.Press("[1,2]", "a1b2")
        },
        {
            "a press with a number",
            """{"type":"message_event","event_id":"e","object":{"user_id":111222333,"peer_id":111222333,"event_id":"a1b2","payload":7}}""",
            new Incoming.Press("7", "a1b2")
        },
        {
            "a press without payload",
            """{"type":"message_event","event_id":"e","object":{"user_id":111222333,"peer_id":111222333,"event_id":"a1b2"}}""",
            new Incoming.Press("", "a1b2")
        },
        {
            "a callback button that the client cannot draw",
            """{"type":"message_new","event_id":"e","object":{"message":{"id":1,"peer_id":111222333,"from_id":111222333,"conversation_message_id":2,"text":"Статус","payload":"{\"command\":\"not_supported_button\",\"button_type\":\"callback\",\"payload\":\"{\\\"c\\\":\\\"status\\\"}\"}"}}}""",
            new Incoming.Message("Статус", """{"c":"status"}""", null, [], 1, 2)
        },
        { "allowed", """{"type":"message_allow","event_id":"e","object":{"user_id":111222333,"key":""}}""", new Incoming.Consent(true) },
        { "denied", """{"type":"message_deny","event_id":"e","object":{"user_id":111222333}}""", new Incoming.Consent(false) },
        {
            "an edit",
            """{"type":"message_edit","event_id":"e","object":{"id":5,"peer_id":111222333,"from_id":111222333,"conversation_message_id":9,"text":"иначе"}}""",
            new Incoming.Edit("иначе", 9)
        },
        {
            "an edit of our own message",
            """{"type":"message_edit","event_id":"e","object":{"id":5,"peer_id":111222333,"from_id":-200100300,"conversation_message_id":9,"text":"иначе"}}""",
            new Incoming.Other("community_message")
        },
        {
            "our own reply",
            """{"type":"message_reply","event_id":"e","object":{"id":5,"peer_id":111222333,"from_id":-200100300,"text":"есть слово client_info"}}""",
            new Incoming.Other("message_reply")
        },
        { "a member joins", """{"type":"group_join","event_id":"e","object":{"user_id":111222333,"join_type":"join"}}""", new Incoming.Other("group_join") },
        { "an unknown type", """{"type":"brand_new","event_id":"e","object":{"user_id":111222333,"x":{}}}""", new Incoming.Other("brand_new") },
        {
            "a chat",
            """{"type":"message_new","event_id":"e","object":{"message":{"id":0,"peer_id":2000000007,"from_id":111222333,"conversation_message_id":2,"text":"коллеги"}}}""",
            new Incoming.Other("chat_message")
        },
        {
            "the bot is invited to a chat",
            """{"type":"message_new","event_id":"e","object":{"message":{"id":0,"peer_id":2000000007,"from_id":111222333,"text":"","action":{"type":"chat_invite_user","member_id":-200100300}}}}""",
            new Incoming.Other("chat_invite")
        },
        {
            "a press in a chat",
            """{"type":"message_event","event_id":"e","object":{"user_id":111222333,"peer_id":2000000007,"event_id":"a1","payload":{}}}""",
            new Incoming.Other("chat_press")
        },
    };

    [Theory]
    [MemberData(nameof(Updates))]
    public void An_update_is_seen_in_the_words_of_the_bot(string what, string update, Incoming expected)
    {
        Assert.NotEmpty(what);

        var seen = Read(update).Event;

        Assert.Equal("e", seen.EventId);
        if (expected is Incoming.Message { Attachments: [] } message)
            Assert.Equal(message, Assert.IsType<Incoming.Message>(seen.Content) with { Attachments = message.Attachments });
        else
            Assert.Equal(expected, seen.Content);
    }

    [Fact]
    public void An_event_belongs_to_its_dialog_and_person()
    {
        var seen = Read("""{"type":"message_new","event_id":"e","object":{"message":{"peer_id":111222333,"from_id":111222333,"date":1760000000,"text":"я"}}}""");

        Assert.Equal((Person, Person, 1760000000), (seen.Event.PeerId, seen.Event.PersonId, seen.Date));
    }

    /// <summary>What is wrong and the update.</summary>
    public static TheoryData<string, string> Broken => new()
    {
        { "not JSON", """{"type":"message_new","object":{"mess""" },
        { "not JSON", "" },
        { "no type", "[]" },
        { "no type", """{"event_id":"e"}""" },
        { "without an object", """{"type":"message_new","event_id":"e"}""" },
        { "without an object", """{"type":"message_new","event_id":"e","object":[1]}""" },
        { "whose it is", """{"type":"message_new","event_id":"e","object":{"message":{"text":"ничей"}}}""" },
        { "whose it is", """{"type":"message_allow","event_id":"e","object":{}}""" },
        { "whose it is", """{"type":"message_new","event_id":"e","object":{"message":{"peer_id":1e99,"from_id":{},"text":"x"}}}""" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_damaged_update_is_kept_with_its_reason(string reason, string update)
    {
        var seen = Read(update).Event;

        var damaged = Assert.IsType<Incoming.Damaged>(seen.Content);
        Assert.Contains(reason, damaged.Reason, StringComparison.Ordinal);
        Assert.Equal(update, damaged.Raw);
        Assert.NotEmpty(seen.EventId);
    }

    [Fact]
    public void Without_an_event_id_equal_updates_have_equal_ids_and_different_ones_different()
    {
        const string update = """{"type":"message_new","object":{"message":{"peer_id":1,"from_id":1,"text":"%"}}}""";
        var first = Read(update).Event.EventId;

        Assert.Equal(first, Read(update).Event.EventId);
        Assert.NotEqual(first, Read(update.Replace("%", "x", StringComparison.Ordinal)).Event.EventId);
        Assert.InRange(Read($$"""{"type":"x","event_id":"{{new string('e', 5000)}}"}""").Event.EventId.Length, 1, 64);
    }

    [Fact]
    public void The_callbacks_secret_is_not_kept_with_a_damaged_update()
    {
        var damaged = Assert.IsType<Incoming.Damaged>(Read("""{"type":"message_new","secret":"hush","event_id":"e","group_id":1}""").Event.Content);

        Assert.DoesNotContain("hush", damaged.Raw, StringComparison.Ordinal);
        Assert.Contains("group_id", damaged.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public void Attachments_of_every_kind_are_read_with_those_of_reply_and_forwards()
    {
        const string update = """
            {"type":"message_new","event_id":"e","object":{"message":{"id":1,"peer_id":111222333,"from_id":111222333,"conversation_message_id":5,"text":"",
             "attachments":[
              {"type":"photo","photo":{"id":22,"owner_id":1,"access_key":"k","sizes":[{"type":"s","url":"https://a.userapi.com/s","width":75,"height":50},{"type":"w","url":"https://a.userapi.com/w","width":2560,"height":1700},{"type":"x","url":"https://a.userapi.com/x","width":604,"height":400}]}},
              {"type":"doc","doc":{"id":777,"owner_id":111222333,"title":"Приказ","size":18432,"ext":"pdf","url":"https://vk.ru/doc1"}},
              {"type":"audio_message","audio_message":{"id":3,"owner_id":111222333,"link_ogg":"https://a.userapi.com/v.ogg","link_mp3":"https://a.userapi.com/v.mp3"}},
              {"type":"sticker","sticker":{"sticker_id":9008}},
              {"type":"link","link":{"url":"https://school.example/prikaz","title":"Приказ на сайте"}},
              {"type":"hologram","hologram":{"shape":"cube"}},
              {"type":"photo"},
              {}],
             "reply_message":{"attachments":[{"type":"doc","doc":{"id":1,"owner_id":2,"title":"a.docx","ext":"docx","url":"https://vk.ru/doc2"}}]},
             "fwd_messages":[{"attachments":[],"fwd_messages":[{"attachments":[{"type":"photo","photo":{"id":5,"owner_id":6,"sizes":[],"orig_photo":{"url":"https://a.userapi.com/o","width":1,"height":1}}}]}]}]}}}
            """;

        var message = Assert.IsType<Incoming.Message>(Read(update).Event.Content);

        Assert.Equal<IncomingAttachment>(
            [
                new IncomingAttachment("photo", "photo1_22_k", "photo22.jpg", "https://a.userapi.com/w", 0),
                new IncomingAttachment("doc", "doc111222333_777", "Приказ.pdf", "https://vk.ru/doc1", 18432),
                new IncomingAttachment("audio_message", "audio_message111222333_3", "voice3.ogg", "https://a.userapi.com/v.ogg", 0),
                new IncomingAttachment("sticker", "sticker9008", "", null, 0),
                new IncomingAttachment("link", "link@111222333_5_4", "https://school.example/prikaz", null, 0),
                new IncomingAttachment("hologram", "hologram@111222333_5_5", "", null, 0),
                new IncomingAttachment("photo", "photo@111222333_5_6", "photo0.jpg", null, 0),
                new IncomingAttachment("unknown", "unknown@111222333_5_7", "", null, 0),
                new IncomingAttachment("doc", "doc2_1", "a.docx", "https://vk.ru/doc2", 0),
                new IncomingAttachment("photo", "photo6_5", "photo5.jpg", "https://a.userapi.com/o", 0),
            ],
            [.. message.Attachments]);
    }

    [Fact]
    public void Forwards_nested_as_deep_as_VK_allows_are_read()
    {
        var forwards = """{"attachments":[{"type":"doc","doc":{"id":1,"owner_id":2,"title":"a.pdf","ext":"pdf"}}]}""";
        for (var depth = 0; depth < 45; depth++)
            forwards = $$"""{"fwd_messages":[{{forwards}}]}""";

        const string update = """{"type":"message_new","event_id":"e","object":{"message":{"peer_id":1,"from_id":1,"fwd_messages":[%]}}}""";

        var seen = Read(update.Replace("%", forwards, StringComparison.Ordinal));

        Assert.Single(Assert.IsType<Incoming.Message>(seen.Event.Content).Attachments);
    }
}
