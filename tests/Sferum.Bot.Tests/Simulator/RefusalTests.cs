using System.Text.Json.Nodes;
using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Simulator;

/// <summary>Every limit with VK's own error code, as rows.</summary>
public sealed class RefusalTests
{
    private const long Person = 700000001;

    /// <summary>What is wrong, the parameters beside peer_id and random_id, VK's code.</summary>
    public static TheoryData<string, string, string, int> Contents => new()
    {
        { "nothing to say", "message", "", 100 },
        { "only spaces", "message", "   ", 100 },
        { "a text of 4096 characters", "message", new string('я', 4096), 0 },
        { "a text of 4097 characters", "message", new string('я', 4097), 914 },
        { "a payload of 1000 characters", "payload", $"\"{new string('x', 998)}\"", 0 },
        { "a payload of 1001 characters", "payload", $"\"{new string('x', 999)}\"", 100 },
        { "a payload that is no JSON", "payload", "{", 100 },
        { "an unknown intent", "intent", "spam", 100 },
        { "a subscription above 100", "subscribe_id", "101", 100 },
        { "an attachment that does not exist", "attachment", "doc1_2", 100 },
        { "an attachment that is no attachment", "attachment", "приказ.pdf", 100 },
        { "eleven attachments", "attachment", string.Join(',', Enumerable.Repeat("video1_2", 11)), 100 },
        { "a reply to what is not there", "reply_to", "99999", 100 },
        { "a forward of what is not there", "forward_messages", "99999", 921 },
        { "101 forwards", "forward_messages", string.Join(',', Enumerable.Repeat("1", 101)), 913 },
        { "a forward that is no JSON", "forward", "[", 100 },
        { "a reply to two messages", "forward", """{"peer_id":700000001,"conversation_message_ids":[1,1],"is_reply":true}""", 100 },
        { "a latitude beyond the pole", "lat", "91", 0 },
        { "a template without text", "template", """{"type":"carousel","elements":[]}""", 100 },
    };

    /// <summary>What is wrong, the keyboard, VK's code.</summary>
    public static TheoryData<string, string, int> Keyboards => new()
    {
        { "a button", Grid(false, 1, 1), 0 },
        { "an empty keyboard hides", """{"buttons":[]}""", 0 },
        { "5 x 8", Grid(false, 8, 5), 0 },
        { "4 x 10", Grid(false, 10, 4), 0 },
        { "6 in a row", Grid(false, 1, 6), 911 },
        { "11 rows", Grid(false, 11, 1), 911 },
        { "45 buttons", Grid(false, 9, 5), 911 },
        { "inline 2 x 5", Grid(true, 5, 2), 0 },
        { "inline 6 rows", Grid(true, 6, 1), 0 },
        { "inline 7 rows", Grid(true, 7, 1), 911 },
        { "inline 12 buttons", Grid(true, 4, 3), 911 },
        { "inline without buttons", """{"inline":true,"buttons":[]}""", 911 },
        { "inline and one-time", """{"inline":true,"one_time":true,"buttons":[[{"action":{"type":"text","label":"a"}}]]}""", 911 },
        { "no JSON", "{", 911 },
        { "no object", "[]", 911 },
        { "no buttons", "{}", 911 },
        { "an unknown field", """{"buttons":[],"resize":true}""", 911 },
        { "an empty row", """{"buttons":[[]]}""", 911 },
        { "a flag as a number", """{"one_time":1,"buttons":[]}""", 911 },
        { "an unknown type", Button("""{"type":"poll","label":"a"}"""), 911 },
        { "an unknown member", Button("""{"type":"text","label":"a","size":2}"""), 911 },
        { "no label", Button("""{"type":"text"}"""), 911 },
        { "a label of 40", Button($$"""{"type":"text","label":"{{new string('я', 40)}}"}"""), 0 },
        { "a label of 41", Button($$"""{"type":"text","label":"{{new string('я', 41)}}"}"""), 911 },
        { "a payload of 255", Button($$"""{"type":"callback","label":"a","payload":"\"{{new string('x', 253)}}\""}"""), 0 },
        { "a payload of 256", Button($$"""{"type":"callback","label":"a","payload":"\"{{new string('x', 254)}}\""}"""), 911 },
        { "a payload as an object", Button("""{"type":"text","label":"a","payload":{"a":1}}"""), 911 },
        { "a payload that is no JSON", Button("""{"type":"text","label":"a","payload":"a=1"}"""), 911 },
        { "a link", Button("""{"type":"open_link","label":"a","link":"https://example.org"}"""), 0 },
        { "a link without address", Button("""{"type":"open_link","label":"a"}"""), 911 },
        { "a link that is none", Button("""{"type":"open_link","label":"a","link":"example"}"""), 911 },
        { "a coloured link", """{"buttons":[[{"color":"primary","action":{"type":"open_link","label":"a","link":"https://example.org"}}]]}""", 911 },
        { "an unknown colour", """{"buttons":[[{"color":"red","action":{"type":"text","label":"a"}}]]}""", 911 },
        { "a location", Button("""{"type":"location","payload":"{}"}"""), 0 },
        { "an app", Button("""{"type":"open_app","label":"a","app_id":1,"owner_id":-1}"""), 0 },
        { "an app with a text for its number", Button("""{"type":"open_app","label":"a","app_id":"1","owner_id":-1}"""), 911 },
    };

    /// <summary>What is wrong, method, parameters, VK's code.</summary>
    public static TheoryData<string, string, string, int> Calls => new()
    {
        { "an unknown method", "messages.fly", "", 3 },
        { "a method in the wrong case", "Messages.Send", "", 3 },
        { "no receiver", "messages.send", "random_id=1&message=a", 100 },
        { "no random_id", "messages.send", "peer_id=700000001&message=a", 100 },
        { "a receiver that is no number", "messages.send", "peer_id=anna&random_id=1&message=a", 100 },
        { "101 receivers", "messages.send", "message=a&random_id=1&peer_ids=" + string.Join(',', Enumerable.Range(1, 101)), 100 },
        { "a person who never wrote", "messages.send", "peer_id=700000002&random_id=1&message=a", 901 },
        { "a stranger", "messages.send", "peer_id=5&random_id=1&message=a", 901 },
        { "a community", "messages.send", "peer_id=-7&random_id=1&message=a", 936 },
        { "a chat without the community", "messages.send", "chat_id=77&random_id=1&message=a", 917 },
        { "a foreign message", "messages.edit", "peer_id=700000001&cmid=1&message=b", 920 },
        { "a message that is not there", "messages.edit", "peer_id=700000001&cmid=999&message=b", 100 },
        { "a made-up event", "messages.sendMessageEventAnswer", "event_id=abc&user_id=700000001&peer_id=700000001", 100 },
        { "a history of 201", "messages.getHistory", "peer_id=700000001&count=201", 100 },
        { "the history of a stranger", "messages.getHistory", "peer_id=5", 936 },
        { "101 conversations", "messages.getConversationsById", "peer_ids=" + string.Join(',', Enumerable.Range(1, 101)), 100 },
        { "members of a chat that is not there", "messages.getConversationMembers", "peer_id=2000000077", 927 },
        { "leaving no chat", "messages.removeChatUser", "member_id=-200100300", 100 },
        { "leaving a chat with a name for its number", "messages.removeChatUser", "chat_id=teachers&member_id=-200100300", 100 },
        { "leaving a chat below zero", "messages.removeChatUser", "chat_id=-1&member_id=-200100300", 100 },
        { "removing nobody from a chat", "messages.removeChatUser", "chat_id=77", 100 },
        { "leaving a chat that is not there", "messages.removeChatUser", "chat_id=77&member_id=-200100300", 935 },
        { "typing to a stranger", "messages.setActivity", "peer_id=5&type=typing", 936 },
        { "typing to a person who never wrote", "messages.setActivity", "peer_id=700000002&type=typing", 932 },
        { "dancing", "messages.setActivity", "peer_id=700000001&type=dancing", 100 },
        { "1001 people", "users.get", "user_ids=" + string.Join(',', Enumerable.Range(1, 1001)), 100 },
        { "a foreign community", "groups.getLongPollServer", "group_id=1", 15 },
        { "no community", "groups.getLongPollServer", "", 100 },
        { "an upload for a person who never wrote", "docs.getMessagesUploadServer", "type=doc&peer_id=700000002", 901 },
        { "a photo for a person who never wrote", "photos.getMessagesUploadServer", "peer_id=700000002", 901 },
        { "a file that was never uploaded", "docs.save", "file=abc", 105 },
        { "a photo that was refused", "photos.saveMessagesPhoto", "server=1&hash=1&photo=[]", 100 },
        { "an unknown callback server", "groups.deleteCallbackServer", "group_id=200100300&server_id=9", 104 },
        { "a callback title of 15", "groups.addCallbackServer", "group_id=200100300&url=http://127.0.0.1:1/&title=123456789012345", 100 },
    };

    /// <summary>What is wrong, event_data, VK's code.</summary>
    public static TheoryData<string, string, int> EventData => new()
    {
        { "a snackbar of 90", $$"""{"type":"show_snackbar","text":"{{new string('я', 90)}}"}""", 0 },
        { "a snackbar of 91", $$"""{"type":"show_snackbar","text":"{{new string('я', 91)}}"}""", 100 },
        { "a link", """{"type":"open_link","link":"https://example.org"}""", 0 },
        { "an app", """{"type":"open_app","app_id":1,"owner_id":-1,"hash":"a"}""", 0 },
        { "an unknown type", """{"type":"explode"}""", 100 },
        { "no JSON", "{", 100 },
        { "more than 1000 characters", $$"""{"type":"open_link","link":"https://example.org/{{new string('a', 1000)}}"}""", 100 },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task A_message_is_refused_with_VKs_code(string what, string parameter, string value, int code)
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        (string, object)[] parameters = [("peer_id", Person), ("random_id", 1), (parameter, value)];

        var answer = await caller.CallAsync(
            "messages.send", parameter is "message" or "template" ? parameters : [.. parameters, ("message", "Здравствуйте")]);

        Assert.True(VkCaller.CodeOf(answer) == code, $"{what}: {answer.ToJsonString()}");
    }

    [Theory]
    [MemberData(nameof(Keyboards))]
    public async Task A_keyboard_is_refused_with_code_911(string what, string keyboard, int code)
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);

        var answer = await caller.CallAsync(
            "messages.send", ("peer_id", Person), ("random_id", 1), ("message", "Выберите"), ("keyboard", keyboard));

        Assert.True(VkCaller.CodeOf(answer) == code, $"{what}: {answer.ToJsonString()}");
    }

    [Fact]
    public async Task The_error_of_a_keyboard_names_the_wrong_field()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var keyboard = """{"buttons":[[{"action":{"type":"text","label":"a"}},{"action":{"type":"text"}}]]}""";

        var answer = await caller.CallAsync("messages.send", ("peer_id", Person), ("random_id", 1), ("message", "a"), ("keyboard", keyboard));

        Assert.Contains("buttons[0][1].action.label", (string)answer["error"]!["error_msg"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_keyboard_without_bot_capabilities_is_refused_with_code_912()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        vk.Host.SetBotCapabilities(false);

        Assert.Equal(912, await caller.ErrorOfAsync(
            "messages.send", ("peer_id", Person), ("random_id", 1), ("message", "a"), ("keyboard", Grid(false, 1, 1))));
        Assert.Equal(0, await caller.ErrorOfAsync("messages.send", ("peer_id", Person), ("random_id", 1), ("message", "a")));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_call_is_refused_with_VKs_code(string what, string method, string form, int code)
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var parameters = form.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).Select(pair => (pair[0], (object)pair[1]));

        var answer = await caller.CallAsync(method, [.. parameters]);

        Assert.True(VkCaller.CodeOf(answer) == code, $"{what}: {answer.ToJsonString()}");
    }

    [Theory]
    [MemberData(nameof(EventData))]
    public async Task An_answer_to_a_press_is_refused_with_code_100(string what, string eventData, int code)
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var poll = await caller.PollAsync();
        await caller.AskAsync(
            "messages.send", ("peer_id", Person), ("random_id", 1), ("message", "a"), ("keyboard", Button("""{"type":"callback","label":"a"}""")));
        vk.People.Press(Person, "a");
        var pressed = await poll.NextAsync("message_event");

        var answer = await caller.CallAsync(
            "messages.sendMessageEventAnswer",
            ("event_id", (string)pressed["event_id"]!),
            ("user_id", Person),
            ("peer_id", Person),
            ("event_data", eventData));

        Assert.True(VkCaller.CodeOf(answer) == code, $"{what}: {answer.ToJsonString()}");
    }

    [Theory]
    [InlineData("v=5.199", 5)]
    [InlineData("v=5.199&access_token=stolen", 5)]
    [InlineData("access_token=vk1.a.simulator", 8)]
    [InlineData("access_token=vk1.a.simulator&v=5.199", 0)]
    public async Task A_call_needs_the_token_and_a_version(string query, int code)
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);

        using var response = await caller.Http.GetAsync(new Uri("method/utils.getServerTime?" + query, UriKind.Relative));

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(code, VkCaller.CodeOf(await VkCaller.ReadAsync(response)));
    }

    [Fact]
    public async Task A_JSON_body_has_no_parameters()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        using var body = new StringContent("""{"v":"5.199","access_token":"vk1.a.simulator"}""", null, "application/json");

        using var response = await caller.Http.PostAsync(new Uri("method/utils.getServerTime", UriKind.Relative), body);

        Assert.Equal(5, VkCaller.CodeOf(await VkCaller.ReadAsync(response)));
    }

    [Fact]
    public async Task An_error_echoes_the_parameters_but_not_the_token()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);

        using var response = await caller.Http.GetAsync(new Uri($"method/messages.send?v=5.199&peer_id=5&random_id=1&message=a&access_token={vk.Host.Token}", UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();

        var echo = JsonNode.Parse(text)!["error"]!["request_params"]!.AsArray();
        Assert.Contains(echo, pair => (string)pair!["key"]! == "peer_id" && (string)pair["value"]! == "5");
        Assert.DoesNotContain(vk.Host.Token, text, StringComparison.Ordinal);
    }

    private static async Task<TestSimulator> StartAsync()
    {
        var vk = await TestSimulator.StartAsync(new VkSimulatorOptions(), badRequests: true);
        vk.People.Add("Анна", "Тестова", id: Person);
        vk.People.Add("Иван", "Примеров", id: Person + 1);
        vk.People.Write(Person, "Здравствуйте");
        return vk;
    }

    private static string Button(string action) => $$"""{"buttons":[[{"action":{{action}}}]]}""";

    private static string Grid(bool inline, int rows, int columns)
    {
        var row = string.Join(',', Enumerable.Repeat("""{"color":"primary","action":{"type":"text","label":"a","payload":"{}"}}""", columns));
        var flag = inline ? "true" : "false";
        return $$"""{"one_time":false,"inline":{{flag}},"buttons":[{{string.Join(',', Enumerable.Repeat($"[{row}]", rows))}}]}""";
    }
}
