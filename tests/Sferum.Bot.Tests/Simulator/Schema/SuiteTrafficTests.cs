using System.Globalization;
using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;
using Sferum.VkSimulator.Methods;
using Xunit.Abstractions;

namespace Sferum.Bot.Tests.Simulator.Schema;

/// <summary>The whole suite's traffic with the simulator is valid by VK's own schema.</summary>
[Collection(SummaryCollection.Name)]
public sealed class SuiteTrafficTests(ITestOutputHelper output)
{
    private const long Anna = 700000001;

    private static readonly string[] Events =
    [
        "message_new", "message_event", "message_allow", "message_deny", "message_edit", "message_reply", "message_read",
        "message_typing_state", "group_join", "group_leave",
    ];

    private static readonly string[] Attachments = ["photo", "doc", "audio_message", "sticker", "link"];

    [SkippableFact]
    public async Task Everything_said_in_the_suite_is_valid_by_VKs_schema()
    {
        Skip.If(VkSchema.Found is null, "shared/vk-schema is not there");
        await TourAsync();
        await SuiteTraffic.DrainAsync();

        foreach (var (name, count) in SuiteTraffic.Counts.OrderBy(pair => pair.Key))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,8} {name}"));
        Assert.Empty(SuiteTraffic.Violations);
        var seen = SuiteTraffic.Counts.Keys.ToHashSet();
        Assert.Superset(MethodTable.All.Keys.Append(MethodTable.Execute).ToHashSet(), seen);
        Assert.Superset(Events.Select(type => "event " + type).ToHashSet(), seen);
    }

    /// <summary>Calls every method and raises every event once, so that the summary says something even when it runs alone.</summary>
    private static async Task TourAsync()
    {
        await using var vk = await TestSimulator.StartAsync(new VkSimulatorOptions { RequestsPerSecond = 1000 });
        using var caller = new VkCaller(vk.Host);
        vk.People.Add("Анна", "Тестова", id: Anna, role: "administrator");
        foreach (var type in Events)
            vk.Host.SetLongPollEvent(type, on: true);
        var poll = await caller.PollAsync();
        await PeopleAsync(vk, caller, poll);
        await GroupAsync(vk, caller);
        await ReadAsync(vk, caller);
        await FilesAsync(caller);
    }

    private static async Task PeopleAsync(TestSimulator vk, VkCaller caller, VkPoll poll)
    {
        vk.People.Write(Anna, new PersonMessage
        {
            Text = "Здравствуйте",
            Ref = "org14",
            Attachments = [.. Attachments.Select(type => new PersonAttachment(type))],
        });
        vk.People.Write(Anna, new PersonMessage { Text = "и вот", ReplyTo = 1, Forwards = [1] });
        vk.People.Edit(Anna, 2, "и вот ещё");
        await caller.AskAsync("messages.setActivity", ("peer_id", Anna), ("type", "typing"));
        await caller.AskAsync("messages.send", ("peer_ids", $"{Anna},5"), ("random_id", 1), ("message", "Меню"), ("keyboard",
            """
            {"one_time":false,"inline":true,"buttons":[[{"action":{"type":"callback","label":"Да","payload":"{\"c\":1}"},"color":"secondary"}],
            [{"action":{"type":"open_link","label":"Приказ","link":"https://example.org/"}}],[{"action":{"type":"location","payload":"{}"}}]]}
            """));
        vk.People.Press(Anna, "Да");
        vk.People.Press(Anna, "location");
        var pressed = await poll.NextAsync("message_event");
        await caller.AskAsync(
            "messages.sendMessageEventAnswer",
            ("event_id", (string)pressed["event_id"]!),
            ("user_id", Anna),
            ("peer_id", Anna),
            ("event_data", """{"type":"show_snackbar","text":"Сохранено"}"""));
        await caller.AskAsync("messages.edit", ("peer_id", Anna), ("cmid", 3), ("message", "Меню."));
        await caller.AskAsync("messages.send", ("user_id", Anna), ("random_id", 2), ("message", "ответ"), ("reply_to", 1));
        vk.People.Read(Anna);
        vk.People.Type(Anna);
        vk.People.Join(Anna);
        vk.People.Leave(Anna);
        vk.People.Deny(Anna);
        vk.People.Allow(Anna);
        await caller.AskAsync("execute", ("code", $$"""return [API.messages.send({"peer_id":{{Anna}},"random_id":3,"message":"a"}),API.messages.send({"peer_id":5,"random_id":3,"message":"a"})];"""));
    }

    private static async Task GroupAsync(TestSimulator vk, VkCaller caller)
    {
        var group = ("group_id", (object)vk.Host.GroupId);
        await caller.AskAsync("groups.getById");
        await caller.AskAsync("groups.getTokenPermissions");
        await caller.AskAsync("groups.getMembers", group, ("filter", "managers"));
        await caller.AskAsync("groups.getMembers", group, ("fields", "domain"));
        await caller.AskAsync("groups.getMembers", group);
        await caller.AskAsync("groups.isMember", group, ("user_id", Anna));
        await caller.AskAsync("groups.isMember", group, ("user_ids", $"{Anna},5"));
        await caller.AskAsync("groups.isMember", group, ("user_ids", $"{Anna},5"), ("extended", 1));
        await caller.AskAsync("groups.setLongPollSettings", group, ("enabled", 1), ("api_version", VkCaller.Version), ("message_new", 1));
        await caller.AskAsync("groups.getLongPollSettings", group);
        await caller.AskAsync("groups.getCallbackConfirmationCode", group);
        var server = (int)(await caller.AskAsync("groups.addCallbackServer", group, ("url", "http://127.0.0.1:9/"), ("title", "a")))["server_id"]!;
        await caller.AskAsync("groups.editCallbackServer", group, ("server_id", server), ("url", "http://127.0.0.1:9/"), ("title", "b"));
        await caller.AskAsync("groups.setCallbackSettings", group, ("server_id", server), ("message_new", 1));
        await caller.AskAsync("groups.getCallbackServers", group);
        await caller.AskAsync("groups.deleteCallbackServer", group, ("server_id", server));
        await caller.AskAsync("users.get", ("user_ids", $"{Anna},5"), ("fields", "screen_name,domain,online"), ("name_case", "gen"));
        await caller.AskAsync("utils.getServerTime");
    }

    private static async Task ReadAsync(TestSimulator vk, VkCaller caller)
    {
        var chat = vk.People.CreateChat("Учителя", Anna);
        vk.People.InviteBot(chat, Anna);
        vk.People.MakeBotAdmin(chat);
        vk.People.WriteToChat(chat, Anna, "Здравствуйте");
        await caller.AskAsync("messages.send", ("peer_ids", chat), ("random_id", 4), ("message", "ответ"));
        await caller.AskAsync("messages.getConversations", ("extended", 1));
        await caller.AskAsync("messages.getConversationsById", ("peer_ids", $"{Anna},{chat}"), ("extended", 1));
        await caller.AskAsync("messages.getConversationMembers", ("peer_id", chat), ("count", 100));
        await caller.AskAsync("messages.getByConversationMessageId", ("peer_id", chat), ("conversation_message_ids", "1,2"));
        await caller.AskAsync("messages.getInviteLink", ("peer_id", chat));
        vk.People.RenameChat(chat, Anna, "Учителя школы");
        vk.People.AddToChat(chat, Anna, vk.People.Add("Иван", "Примеров").Id);
        await caller.AskAsync("messages.removeChatUser", ("chat_id", chat - 2000000000), ("member_id", -vk.Host.GroupId));
        await caller.AskAsync("messages.getHistory", ("peer_id", Anna), ("extended", 1));
        await caller.AskAsync("messages.getById", ("message_ids", "1,2"), ("extended", 1));
        await caller.AskAsync("messages.isMessagesFromGroupAllowed", ("group_id", vk.Host.GroupId), ("user_id", Anna));
        await caller.AskAsync("messages.markAsRead", ("peer_id", Anna), ("mark_conversation_as_read", 1));
        Assert.Equal(901, await caller.ErrorOfAsync("messages.send", ("peer_id", 5), ("random_id", 5), ("message", "чужому")));
    }

    private static async Task FilesAsync(VkCaller caller)
    {
        foreach (var type in (string[])["doc", "audio_message", "graffiti"])
        {
            var doc = await UploadAsync(caller, "docs.getMessagesUploadServer", "file", "a.ogg", [1], ("type", type));
            await caller.AskAsync("docs.save", ("file", (string)doc["file"]!), ("title", "a"));
        }

        var photo = await UploadAsync(caller, "photos.getMessagesUploadServer", "photo", "a.gif", [.. "GIF89a"u8, 2, 0, 1, 0]);
        await caller.AskAsync(
            "photos.saveMessagesPhoto", ("photo", (string)photo["photo"]!), ("server", (int)photo["server"]!), ("hash", (string)photo["hash"]!));
    }

    private static async Task<System.Text.Json.Nodes.JsonObject> UploadAsync(
        VkCaller caller, string method, string field, string name, byte[] content, params (string, object)[] parameters)
    {
        var server = await caller.AskAsync(method, [.. parameters, ("peer_id", Anna)]);
        using var file = new ByteArrayContent(content);
        using var form = new MultipartFormDataContent { { file, field, name } };
        using var response = await caller.Http.PostAsync(new Uri((string)server["upload_url"]!), form);
        return await VkCaller.ReadAsync(response);
    }
}
