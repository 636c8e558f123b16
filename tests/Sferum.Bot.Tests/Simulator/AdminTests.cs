using System.Net;
using System.Text.Json.Nodes;
using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Simulator;

public sealed class AdminTests
{
    [Fact]
    public async Task A_person_is_added_writes_presses_and_reads_over_HTTP()
    {
        await using var vk = await TestSimulator.StartAsync();
        using var caller = new VkCaller(vk.Host);
        var poll = await caller.PollAsync();

        var person = (await caller.AdminAsync(HttpMethod.Post, "persons", new { firstName = "Анна", lastName = "Тестова", caption = "директор школы" }))!;
        var path = $"persons/{person["id"]}";
        await caller.AdminAsync(HttpMethod.Post, path + "/start", new { @ref = "org14" });
        var started = (await poll.NextAsync("message_new"))["message"]!;
        await caller.AskAsync("messages.send", ("peer_id", (long)person["id"]!), ("random_id", 1), ("message", "Меню"), ("keyboard",
            """{"one_time":false,"inline":false,"buttons":[[{"action":{"type":"text","label":"Что с меня","payload":"{}"}}]]}"""));
        var pressed = await caller.AdminAsync(HttpMethod.Post, path + "/press", new { row = 0, column = 0 });
        var written = await caller.AdminAsync(HttpMethod.Post, path + "/messages", new
        {
            text = "Готово",
            payload = new { c = 1 },
            replyTo = 2,
            attachments = new[] { new { type = "photo" } },
        });
        await caller.AdminAsync(HttpMethod.Post, path + "/edit", new { cmid = (int)written!["cmid"]!, text = "Всё готово" });
        var chat = (await caller.AdminAsync(HttpMethod.Get, path + "/chat"))!;

        Assert.Equal(("""{"command":"start"}""", "org14"), ((string)started["payload"]!, (string)started["ref"]!));
        Assert.Equal("message", (string)pressed!["kind"]!);
        Assert.Equal(["Начать", "Меню", "Что с меня", "Всё готово"], chat["messages"]!.AsArray().Select(message => (string)message!["text"]!));
        Assert.Equal([false, true, false, false], chat["messages"]!.AsArray().Select(message => (bool)message!["out"]!));
        Assert.Equal("""{"c":1}""", (string)chat["messages"]![3]!["payload"]!);
        Assert.Equal("Что с меня", (string)chat["keyboard"]!["buttons"]![0]![0]!["action"]!["label"]!);
        Assert.True((bool)chat["messages"]![3]!["edited"]!);
    }

    [Theory]
    [InlineData("POST", "persons", "{}", 400)]
    [InlineData("POST", "persons", "[]", 400)]
    [InlineData("POST", "persons", """{"firstName":"А","lastName":"Б","id":"семь"}""", 400)]
    [InlineData("GET", "persons/5/chat", null, 404)]
    [InlineData("POST", "persons/5/press", """{"row":0,"column":0}""", 404)]
    [InlineData("POST", "persons/5/answer", """{"administratorId":7,"text":"Да"}""", 404)]
    [InlineData("POST", "chats/2000000009/make-admin", "{}", 404)]
    [InlineData("GET", "chats/2000000009", null, 404)]
    [InlineData("POST", "chats", """{"title":"Педсовет","ownerId":700000001}""", 404)]
    [InlineData("POST", "chats", """{"title":" ","ownerId":700000001}""", 400)]
    [InlineData("POST", "chats", """{"title":"Педсовет","ownerId":700000001,"extras":-1}""", 400)]
    [InlineData("POST", "chats", """{"title":"Педсовет","ownerId":700000001,"extras":1001}""", 400)]
    [InlineData("POST", "clock", """{"now":"вчера"}""", 400)]
    [InlineData("POST", "clock", "{}", 400)]
    [InlineData("PUT", "faults", """[{"kind":"fire"}]""", 400)]
    [InlineData("PUT", "faults", """[{"kind":"error"}]""", 400)]
    [InlineData("PUT", "faults", """[{"kind":"error","code":"six"}]""", 400)]
    [InlineData("PUT", "settings", """{"callbackUrl":"ftp://a"}""", 400)]
    [InlineData("POST", "events", "{", 400)]
    [InlineData("POST", "events?raw=1", "{", 200)]
    public async Task A_wrong_order_is_answered_with_its_reason(string method, string path, string? body, int status)
    {
        await using var vk = await TestSimulator.StartAsync();
        using var caller = new VkCaller(vk.Host);
        using var request = new HttpRequestMessage(new HttpMethod(method), "admin/" + path) { Content = body is null ? null : new StringContent(body) };

        using var response = await caller.Http.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status != 200, (await VkCaller.ReadAsync(response)).ContainsKey("error"));
    }

    [Fact]
    public async Task A_big_chat_is_filled_with_invented_members_that_are_no_persons_of_the_page()
    {
        await using var vk = await TestSimulator.StartAsync();
        using var caller = new VkCaller(vk.Host);
        vk.People.Add("Анна", "Тестова", id: 700000001);
        vk.People.Add("Иван", "Примеров", id: 700000002);

        var order = JsonNode.Parse("""{"title":"Педсовет","ownerId":700000001,"members":[700000002],"extras":32}""");
        var peer = (long)(await caller.AdminAsync(HttpMethod.Post, "chats", order))!["peerId"]!;
        await caller.AdminAsync(HttpMethod.Post, $"chats/{peer}/invite-bot", new { by = 700000001 });
        await caller.AdminAsync(HttpMethod.Post, $"chats/{peer}/make-admin");
        var info = (await caller.AdminAsync(HttpMethod.Get, $"chats/{peer}"))!;
        var state = (await caller.AdminAsync(HttpMethod.Get, "state"))!;
        var members = info["members"]!.AsArray();
        var extra = members.First(member => (bool)member!["isExtra"]!)!;
        var heard = await caller.AdminAsync(HttpMethod.Post, $"chats/{peer}/messages", new { fromId = (long)extra["id"]!, text = "Буду" });
        var seen = await caller.AskAsync("messages.getConversationMembers", ("peer_id", peer), ("count", 100));

        Assert.Equal(("Педсовет", 35, "administrator"), ((string)info["chat"]!["title"]!, (int)info["chat"]!["membersCount"]!, (string)info["chat"]!["bot"]!));
        Assert.Equal((35, 32), (members.Count, members.Count(member => (bool)member!["isExtra"]!)));
        Assert.Equal(("Участник", "№ 1"), ((string)extra["lastName"]!, (string)extra["firstName"]!));
        Assert.True((bool)members.Single(member => (bool)member!["isOwner"]!)!["isAdmin"]!);
        Assert.NotNull(heard!["eventId"]);
        Assert.Equal((35, 34), ((int)seen["count"]!, seen["profiles"]!.AsArray().Count));
        Assert.Equal([700000001, 700000002], state["persons"]!.AsArray().Select(person => (long)person!["id"]!));
        Assert.True(JsonNode.DeepEquals(info["chat"], Assert.Single(state["chats"]!.AsArray())));
    }

    [Fact]
    public async Task Service_messages_of_a_chat_say_about_whom_they_are()
    {
        await using var vk = await TestSimulator.StartAsync();
        using var caller = new VkCaller(vk.Host);
        vk.People.Add("Анна", "Тестова", id: 700000001);
        var peer = vk.People.CreateChat("Педсовет", 700000001);
        await caller.AdminAsync(HttpMethod.Post, $"chats/{peer}/invite-bot", new { by = 700000001 });
        await caller.AdminAsync(HttpMethod.Post, $"chats/{peer}/kick-bot", new { by = 700000001 });

        var messages = (await caller.AdminAsync(HttpMethod.Get, $"chats/{peer}/chat"))!["messages"]!.AsArray();
        var info = (await caller.AdminAsync(HttpMethod.Get, $"chats/{peer}"))!;

        Assert.Equal(
            [("chat_create", null, "Педсовет"), ("chat_invite_user", -vk.Host.GroupId, null), ("chat_kick_user", -vk.Host.GroupId, null)],
            messages.Select(message => ((string)message!["action"]!, (long?)message["actionMember"], (string?)message["actionText"])));
        Assert.Equal(("kicked", 1), ((string)info["chat"]!["bot"]!, (int)info["chat"]!["membersCount"]!));
    }

    [Fact]
    public async Task The_clock_is_moved_for_everybody()
    {
        await using var vk = await TestSimulator.StartAsync();
        using var caller = new VkCaller(vk.Host);

        await caller.AdminAsync(HttpMethod.Post, "clock", new { now = "2024-04-18T09:00:00+03:00" });
        await caller.AdminAsync(HttpMethod.Post, "clock", new { advance = "1.00:00:00" });
        var state = (await caller.AdminAsync(HttpMethod.Get, "state"))!;

        Assert.StartsWith("2024-04-19T09:00:0", (string)state["now"]!, StringComparison.Ordinal);
        Assert.EndsWith("+03:00", (string)state["now"]!, StringComparison.Ordinal);
        Assert.InRange((long)await caller.AskAsync("utils.getServerTime"), 1713506400, 1713506460);
        Assert.Equal(vk.Host.GroupId, (long)state["group"]!["id"]!);
    }

    [Fact]
    public async Task Faults_are_told_as_they_were_ordered()
    {
        await using var vk = await TestSimulator.StartAsync();
        using var caller = new VkCaller(vk.Host);
        var ordered = JsonNode.Parse("""
            [{"method":"messages.send","kind":"error","code":10,"rate":0.5},{"kind":"http","status":502,"rate":1,"times":3},
             {"kind":"latency","milliseconds":20,"rate":1},{"kind":"dropBefore","rate":1},{"kind":"dropAfter","rate":1},
             {"kind":"lateAnswer","milliseconds":30,"rate":1},{"kind":"duplicateEvent","rate":1},{"kind":"loseTs","rate":1},{"kind":"rewindTs","rate":1}]
            """);

        await caller.AdminAsync(HttpMethod.Put, "faults", ordered);

        Assert.True(JsonNode.DeepEquals(ordered, await caller.AdminAsync(HttpMethod.Get, "faults")));
    }

    [Fact]
    public async Task Traffic_shows_calls_and_events_with_secrets_masked()
    {
        await using var vk = await TestSimulator.StartAsync(new VkSimulatorOptions { TrafficKept = 3 });
        using var caller = new VkCaller(vk.Host);
        vk.People.Add("Анна", "Тестова", id: 700000001);
        using var byParameter = await caller.Http.GetAsync(new Uri($"method/utils.getServerTime?v=5.199&access_token={vk.Host.Token}", UriKind.Relative));
        var poll = await caller.PollAsync();
        vk.People.Write(700000001, "раз");

        var text = (await caller.AdminAsync(HttpMethod.Get, "traffic?after=1"))!.ToJsonString();
        var entries = JsonNode.Parse(text)!.AsArray();

        Assert.Equal([2, 3, 4], entries.Select(entry => (int)entry!["n"]!));
        Assert.Equal(["call", "event", "event"], entries.Select(entry => (string)entry!["kind"]!));
        Assert.DoesNotContain(poll.Key, text, StringComparison.Ordinal);
        Assert.DoesNotContain(vk.Host.Token, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stream_tells_open_pages_what_changed()
    {
        await using var vk = await TestSimulator.StartAsync();
        using var caller = new VkCaller(vk.Host);
        vk.People.Add("Анна", "Тестова", id: 700000001);
        using var response = await caller.Http.GetAsync(new Uri("admin/stream", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        await reader.ReadLineAsync();

        vk.People.Write(700000001, "раз");
        vk.People.CreateChat("Педсовет", 700000001);
        await caller.AskAsync("messages.setActivity", ("peer_id", 700000001), ("type", "typing"));
        vk.Clock.Advance(TimeSpan.FromHours(1));

        var seen = new HashSet<string>();
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!seen.IsSupersetOf(["chat", "chats", "typing", "clock", "traffic", "persons"]))
        {
            if (await reader.ReadLineAsync(timeout.Token) is { } line && line.StartsWith("event: ", StringComparison.Ordinal))
                seen.Add(line["event: ".Length..]);
        }

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Reset_leaves_an_empty_simulator()
    {
        await using var vk = await TestSimulator.StartAsync();
        using var caller = new VkCaller(vk.Host);
        vk.People.Add("Анна", "Тестова");
        vk.Host.Faults = [new FaultRule(null, new Fault.DropBefore())];
        var now = vk.Clock.Now;

        await caller.AdminAsync(HttpMethod.Delete, "reset");
        var state = (await caller.AdminAsync(HttpMethod.Get, "state"))!;

        Assert.Empty(state["persons"]!.AsArray());
        Assert.Empty(state["faults"]!.AsArray());
        Assert.True(vk.Clock.Now >= now);
    }

    [Fact]
    public async Task What_is_no_page_is_not_found()
    {
        await using var vk = await TestSimulator.StartAsync();
        using var caller = new VkCaller(vk.Host);

        using var response = await caller.Http.GetAsync(new Uri("no/such.html", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
