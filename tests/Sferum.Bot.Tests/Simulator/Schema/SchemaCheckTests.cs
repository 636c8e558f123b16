using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator.Traffic;

namespace Sferum.Bot.Tests.Simulator.Schema;

/// <summary>That the proof can fail: deviations of every kind are found, and only the stated ones are forgiven.</summary>
public sealed class SchemaCheckTests
{
    private const string Sent = """{"response":[{"peer_id":1,"message_id":2,"conversation_message_id":3}]}""";

    private const string Written =
        """
        {"group_id":1,"type":"message_new","event_id":"a","v":"5.199","object":{"client_info":{},"message":{"id":1,"date":1,
        "peer_id":1,"from_id":1,"out":0,"version":1,"conversation_message_id":1,"text":"a","attachments":[]}}}
        """;

    /// <summary>Method, parameters, answer, the one violation that has to be found, or none.</summary>
    public static TheoryData<string, string, string, string> Calls => new()
    {
        { "messages.send", "peer_ids=1&random_id=1&message=a", Sent, "" },
        { "messages.send", "peer_ids=1&random_id=1&message=a&format_data={}", Sent, "" },
        { "messages.send", "peer_ids=1&random_id=1&massage=a", Sent, "request messages.send.massage: UnknownName" },
        { "messages.send", "peer_ids=anna&random_id=1", Sent, "request messages.send.peer_ids: WrongType" },
        { "messages.send", "peer_ids=1&random_id=x", Sent, "request messages.send.random_id: WrongType" },
        { "messages.send", "peer_ids=1&dont_parse_links=true", Sent, "request messages.send.dont_parse_links: WrongType" },
        { "messages.send", "peer_ids=1&intent=spam", Sent, "request messages.send.intent: NotInEnum" },
        { "messages.send", "peer_ids=1&chat_id=100000001", Sent, "request messages.send.chat_id: OutOfRange" },
        { "messages.send", "peer_ids=" + string.Join(',', Enumerable.Range(1, 101)), Sent, "request messages.send.peer_ids: OutOfRange" },
        { "messages.send", "peer_ids=1&message=" + new string('a', 9001), Sent, "request messages.send.message: OutOfRange" },
        { "messages.send", "peer_ids=1&keyboard={\"one_time\":false,\"buttons\":[[{\"action\":{\"type\":\"text\"}}]]}", Sent, "request messages.send.keyboard.buttons[][].action.label: Missing" },
        { "messages.send", "peer_ids=1&keyboard={\"one_time\":false,\"buttons\":[],\"size\":1}", Sent, "request messages.send.keyboard.size: UnknownMember" },
        { "messages.send", "peer_ids=1&keyboard=нет", Sent, "request messages.send.keyboard: WrongType" },
        { "messages.setActivity", "peer_id=1&type=dancing", """{"response":1}""", "request messages.setActivity.type: NotInEnum" },
        { "messages.getConversationMembers", "count=1", """{"response":{"items":[],"count":0}}""", "request messages.getConversationMembers.peer_id: Missing" },
        { "messages.fly", "", """{"response":1}""", "request messages.fly: UnknownName" },
        { "messages.send", "peer_ids=1", """{"response":[{"peer_id":1,"conversation_message_id":3}]}""", "response messages.send.response[].message_id: Missing" },
        { "messages.send", "peer_ids=1", """{"response":[{"peer_id":"1","message_id":2,"conversation_message_id":3}]}""", "response messages.send.response[].peer_id: WrongType" },
        { "messages.send", "peer_ids=1", """{"response":[{"peer_id":1,"message_id":-2,"conversation_message_id":3}]}""", "response messages.send.response[].message_id: OutOfRange" },
        { "messages.send", "peer_ids=1", """{"response":[{"peer_id":1,"message_id":2,"conversation_message_id":3,"cmid":3}]}""", "response messages.send.response[].cmid: UnknownMember" },
        { "groups.getLongPollServer", "group_id=1", """{"response":{"key":"a","server":"lp","ts":"1"}}""", "response groups.getLongPollServer.response.server: OutOfRange" },
        { "messages.setActivity", "peer_id=1", """{"response":2}""", "response messages.setActivity.response: NotInEnum" },
        { "messages.setActivity", "peer_id=1", """{"error":{"error_code":932,"error_msg":"a"}}""", "" },
        { "messages.setActivity", "peer_id=1", """{"error":{"error_code":909,"error_msg":"a"}}""", "error messages.setActivity: NotInEnum" },
        { "messages.setActivity", "peer_id=1", """{"error":{"error_msg":"a","error_code":6,"hint":"b"}}""", "error messages.setActivity.hint: UnknownMember" },
    };

    /// <summary>What is replaced in a good event by what, and the one violation that has to be found, or none.</summary>
    public static TheoryData<string, string, string> Events => new()
    {
        { "\"a\"", "\"a\"", "" },
        { "\"event_id\":\"a\",", "", "event message_new.event_id: Missing" },
        { "\"out\":0", "\"out\":2", "event message_new.object.message.out: NotInEnum" },
        { "\"text\":\"a\"", "\"text\":7", "event message_new.object.message.text: WrongType" },
        { "\"version\":1,", "", "event message_new.object.message.version: Missing" },
        { "\"out\":0", "\"out\":0,\"mood\":1", "event message_new.object.message.mood: UnknownMember" },
        { "\"attachments\":[]", "\"attachments\":[{\"type\":\"hologram\",\"hologram\":{}}]", "" },
        { "\"attachments\":[]", "\"attachments\":[{\"type\":\"doc\",\"doc\":{\"id\":1}}]", "event message_new.object.message.attachments[].doc.owner_id: Missing" },
        { "\"client_info\":{}", "\"client_info\":{\"button_actions\":[\"poll\"]}", "event message_new.object.client_info.button_actions[]: NotInEnum" },
    };

    [SkippableTheory]
    [MemberData(nameof(Calls))]
    public void A_deviation_of_a_call_is_found(string method, string form, string answer, string expected)
    {
        var parameters = form.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

        Expect(expected, Check().Check(new Exchange.Call(method, parameters, answer), badRequests: false));
    }

    [SkippableTheory]
    [MemberData(nameof(Events))]
    public void A_deviation_of_an_event_is_found(string part, string replacement, string expected) =>
        Expect(expected, Check().Check(new Exchange.Event(Written.Replace(part, replacement, StringComparison.Ordinal)), badRequests: false));

    [SkippableFact]
    public void Every_forgiven_deviation_is_stated_in_the_platform_reference()
    {
        Check();
        var shared = RepositoryFolder.FindOrNull("shared");
        var reference = shared is null ? null : Path.Combine(shared, "vk-platform.md");
        Skip.If(reference is null || !File.Exists(reference), "shared/vk-platform.md is not there");
        var text = File.ReadAllText(reference);

        Assert.All(Gaps.All, gap => Assert.Contains(gap.Source, text, StringComparison.Ordinal));
    }

    private static TrafficCheck Check()
    {
        Skip.If(VkSchema.Found is null, "shared/vk-schema is not there");
        return new TrafficCheck(VkSchema.Found!);
    }

    private static void Expect(string expected, IReadOnlyList<Violation> found)
    {
        if (expected.Length == 0)
            Assert.Empty(found);
        else
            Assert.Contains(found, violation => violation.ToString().StartsWith(expected + " (", StringComparison.Ordinal));
    }
}
