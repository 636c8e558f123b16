using System.Text.Json;
using Sferum.Bot.Messaging;
using Sferum.Bot.Vk;
using Sferum.Bot.Vk.Receiving;

namespace Sferum.Bot.Tests.Vk;

public sealed class VkEventReaderTests
{
    private const long Person = 111222333;

    private static readonly CommunityName Us = CommunityName.Of(new VkOptions { GroupId = 200100300, ScreenName = "district_edu" });

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
        {
            "a reply by hand",
            """{"type":"message_reply","event_id":"e","object":{"id":5,"peer_id":111222333,"from_id":-200100300,"admin_author_id":7,"conversation_message_id":9,"text":"сейчас отвечу"}}""",
            new Incoming.ByHand(9, null)
        },
        {
            "words by hand in a chat",
            """{"type":"message_reply","event_id":"e","object":{"id":0,"peer_id":2000000007,"from_id":-200100300,"admin_author_id":7,"conversation_message_id":9,"text":"коллеги"}}""",
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
            new Incoming.ChatInvite(2000000007)
        },
        {
            "another community is invited to a chat",
            """{"type":"message_new","event_id":"e","object":{"message":{"id":0,"peer_id":2000000007,"from_id":111222333,"text":"","action":{"type":"chat_invite_user","member_id":-5}}}}""",
            new Incoming.Other("chat_message")
        },
        {
            "a person is invited to a chat",
            """{"type":"message_new","event_id":"e","object":{"message":{"id":0,"peer_id":2000000007,"from_id":111222333,"text":"","action":{"type":"chat_invite_user","member_id":4}}}}""",
            new Incoming.Other("chat_message")
        },
        {
            "the bot is invited by a community",
            """{"type":"message_new","event_id":"e","object":{"message":{"id":0,"peer_id":2000000007,"from_id":-5,"text":"","action":{"type":"chat_invite_user","member_id":-200100300}}}}""",
            new Incoming.Other("chat_invite")
        },
        {
            "the bot is invited by nobody",
            """{"type":"message_new","event_id":"e","object":{"message":{"id":0,"peer_id":2000000007,"text":"","action":{"type":"chat_invite_user","member_id":-200100300}}}}""",
            new Incoming.Other("chat_invite")
        },
        {
            "the bot is removed from a chat",
            """{"type":"message_new","event_id":"e","object":{"message":{"id":0,"peer_id":2000000007,"from_id":111222333,"text":"","action":{"type":"chat_kick_user","member_id":-200100300}}}}""",
            new Incoming.ChatKick()
        },
        {
            "a person is removed from a chat",
            """{"type":"message_new","event_id":"e","object":{"message":{"id":0,"peer_id":2000000007,"from_id":111222333,"text":"","action":{"type":"chat_kick_user","member_id":4}}}}""",
            new Incoming.Other("chat_message")
        },
        {
            "a chat is renamed to the bot's name",
            """{"type":"message_new","event_id":"e","object":{"message":{"id":0,"peer_id":2000000007,"from_id":111222333,"text":"/","action":{"type":"chat_title_update","text":"@club200100300"}}}}""",
            new Incoming.Other("chat_message")
        },
        {
            "an edit in a chat",
            """{"type":"message_edit","event_id":"e","object":{"id":0,"peer_id":2000000007,"from_id":111222333,"conversation_message_id":2,"text":"[club200100300|бот] уйди"}}""",
            new Incoming.Other("chat_message")
        },
        {
            "another bot speaks to ours in a chat",
            """{"type":"message_new","event_id":"e","object":{"message":{"id":0,"peer_id":2000000007,"from_id":-5,"text":"[club200100300|бот] привет"}}}""",
            new Incoming.Other("chat_message")
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

    /// <summary>What is said in a chat, and what the community is told of it; null: nothing.</summary>
    [Theory]
    [InlineData("[club200100300|бот] уйди", "уйди")]
    [InlineData("[club200100300|@district_edu], что у нас?", "что у нас?")]
    [InlineData("  [public200100300|Управление образования]: статус ", "статус")]
    [InlineData("спасибо, [club200100300|бот]", "спасибо,")]
    [InlineData("а теперь @district_edu уйди", "а теперь уйди")]
    [InlineData("@District_Edu, уйди", "уйди")]
    [InlineData("уйди, @district_edu.", "уйди, .")]
    [InlineData("@club200100300 уйди", "уйди")]
    [InlineData("*club200100300 уйди", "уйди")]
    [InlineData("[club200100300|бот]", "")]
    [InlineData("/уйти", "/уйти")]
    [InlineData(" /статус\n", "/статус")]
    [InlineData("[club200100300|бот] /уйти", "/уйти")]
    [InlineData("коллеги, добрый день", null)]
    [InlineData("[club2001003001|другой] уйди", null)]
    [InlineData("[club20010030|другой] уйди", null)]
    [InlineData("[id200100300|Анна] посмотрите", null)]
    [InlineData("@district_edu_2 уйди", null)]
    [InlineData("@district_edu.old уйди", null)]
    [InlineData("почта info@district_edu", null)]
    [InlineData("club200100300", null)]
    [InlineData("1/2 готово", null)]
    [InlineData("", null)]
    public void In_a_chat_only_what_is_meant_for_the_community_is_kept(string said, string? kept)
    {
        var update = $$$$"""{"type":"message_new","event_id":"e","object":{"message":{"id":0,"peer_id":2000000007,"from_id":111222333,"date":1760000000,"text":{{{{JsonSerializer.Serialize(said)}}}}}}}""";

        var seen = Read(update).Event;

        Assert.Equal(kept is null ? new Incoming.Other("chat_message") : new Incoming.ChatWord(kept), seen.Content);
        Assert.Equal((2000000007, Person), (seen.PeerId, seen.PersonId));
    }

    [Fact]
    public void A_community_without_a_short_name_is_called_by_its_number()
    {
        var us = CommunityName.Of(new VkOptions { GroupId = 5 });

        Assert.True(us.IsSpokenTo("@club5 уйди", out _));
        Assert.False(us.IsSpokenTo("@ уйди", out _));
    }

    [Fact]
    public void Text_that_is_made_to_take_long_takes_no_time()
    {
        var us = CommunityName.Of(new VkOptions { GroupId = 5, ScreenName = "x" });
        var started = TimeProvider.System.GetTimestamp();

        Assert.False(us.IsSpokenTo(string.Concat(Enumerable.Repeat("[club5|", 3000)), out _));
        Assert.False(us.IsSpokenTo(new string('@', 20_000) + new string(' ', 20_000), out _));

        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void An_invitation_is_handled_in_the_order_of_the_person_who_invites()
    {
        var seen = Read("""{"type":"message_new","event_id":"e","object":{"message":{"peer_id":2000000007,"from_id":111222333,"action":{"type":"chat_invite_user","member_id":-200100300}}}}""").Event;

        Assert.Equal((Person, Person), (seen.PeerId, seen.PersonId));
    }

    [Theory]
    [InlineData("message_new", "chat_kick_user", 2000000007, Person)]
    [InlineData("message_new", "chat_title_update", 2000000007, Person)]
    public void What_happens_in_a_chat_belongs_to_the_chat(string type, string action, long peer, long person)
    {
        var seen = Read($$$$$"""{"type":"{{{{{type}}}}}","event_id":"e","object":{"message":{"peer_id":2000000007,"from_id":111222333,"action":{"type":"{{{{{action}}}}}","member_id":-200100300}}}}""").Event;

        Assert.Equal((peer, person), (seen.PeerId, seen.PersonId));
    }

    /// <summary>What stands in the message besides its ids, and the words that are the person's.</summary>
    public static TheoryData<string, string, string> Spoken => new()
    {
        { "own words alone", """ "text":"сделано","fwd_messages":[{"from_id":5,"text":"приказ"}],"reply_message":{"from_id":5,"text":"когда?"} """, "сделано" },
        { "forwards in their order", """ "text":"","fwd_messages":[{"from_id":5,"text":"приказ 12"},{"from_id":111222333,"text":" от 15.04 "}] """, "приказ 12\nот 15.04" },
        { "a reply", """ "text":" ","reply_message":{"from_id":111222333,"text":"34 человека"} """, "34 человека" },
        { "a reply to the bot", """ "text":"","reply_message":{"from_id":-200100300,"text":"Сделано?"} """, "" },
        { "forwards of the bot among others", """ "text":"","fwd_messages":[{"from_id":-200100300,"text":"Сделано?"},{"from_id":5,"text":"да"},{"text":"ничьё"}] """, "да" },
        { "forwards inside a forward", """ "text":"","fwd_messages":[{"from_id":5,"text":"","fwd_messages":[{"from_id":6,"text":"раз"},{"from_id":-7,"text":"реклама"}]},{"from_id":5,"text":"два","fwd_messages":[{"from_id":6,"text":"не это"}]}] """, "раз\nдва" },
        { "files without words", """ "text":"","fwd_messages":[{"from_id":5,"text":""}] """, "" },
        { "a press beside a forward", """ "text":"","payload":"{}","fwd_messages":[{"from_id":5,"text":"приказ"}] """, "" },
        { "no list of forwards", """ "fwd_messages":{"from_id":5,"text":"приказ"},"reply_message":[1] """, "" },
    };

    [Theory]
    [MemberData(nameof(Spoken))]
    public void Words_of_forwards_count_where_there_are_no_own(string what, string members, string words)
    {
        Assert.NotEmpty(what);

        var seen = Read($$$$"""{"type":"message_new","event_id":"e","object":{"message":{"peer_id":111222333,"from_id":111222333,{{{{members}}}}}}}""");

        Assert.Equal(words, Assert.IsType<Incoming.Message>(seen.Event.Content).Text.Trim());
    }

    [Theory]
    [InlineData(2000, "x", 2000)]
    [InlineData(5000, "x", 2000)]
    [InlineData(1999, "x👍", 2000)]
    public void Of_forwards_two_thousand_characters_are_taken_and_no_half_one(int length, string end, int taken)
    {
        var forward = $$"""{"from_id":5,"text":"{{new string('я', length - 1)}}{{end}}"}""";

        var seen = VkEventReader.ReadMissed($$"""{"peer_id":111222333,"from_id":111222333,"conversation_message_id":3,"fwd_messages":[{{forward}}]}""");

        var text = Assert.IsType<Incoming.Message>(seen.Content).Text;
        Assert.InRange(text.Length, taken - 1, taken);
        Assert.False(char.IsHighSurrogate(text[^1]));
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

    [Fact]
    public void Attachments_beside_very_many_members_take_no_longer_than_either()
    {
        var members = string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"\"m{i}\":0"));
        var attachments = string.Join(',', Enumerable.Repeat("{}", 50_000));
        var began = System.Diagnostics.Stopwatch.GetTimestamp();

        var seen = Read("{\"type\":\"message_new\",\"event_id\":\"e\",\"object\":{\"message\":{\"peer_id\":1,\"from_id\":1,\"attachments\":[" + attachments + "]," + members + "}}}");

        Assert.Equal(200, Assert.IsType<Incoming.Message>(seen.Event.Content).Attachments.Length);
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_text_that_is_no_text_is_kept_as_damaged() => Assert.IsType<Incoming.Damaged>(Read("{\"type\":\"\uD83D\"}").Event.Content);

    private static VkUpdate Read(string raw) => VkEventReader.Read(raw, Us);
}
