using System.Text.Json;
using Microsoft.Extensions.Logging;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Vk.Api;
using Sferum.VkSimulator;
using Sferum.VkSimulator.Traffic;

namespace Sferum.Bot.Tests.Contract;

/// <summary>What libraries for VK are known to stumble over (<c>vk-platform.md</c> §8.3).</summary>
public abstract partial class VkApiContract
{
    /// <summary>Events that VK's own schema allows, or that VK has sent, and that lose a whole poll or the event to a library's models.</summary>
    public static TheoryData<string> StrangeEvents =>
    [
        """{"type":"message_new","event_id":"strange","group_id":1,"v":"5.199","object":{"message":{"id":1,"text":"да"},"client_info":{"button_actions":["text","open_modal_view"],"keyboard":true}}}""",
        """{"type":"message_new","event_id":"strange","group_id":1,"v":"5.199","object":{"message":{"id":1,"action":{"type":"chat_something_new","member_id":1}},"client_info":{}}}""",
        """{"type":"message_event","event_id":"strange","group_id":1,"v":"5.199","object":{"user_id":1,"peer_id":1,"event_id":"e","payload":["a",1]}}""",
        """{"type":"message_event","event_id":"strange","group_id":1,"v":"5.199","object":{"user_id":1,"peer_id":1,"event_id":"e","payload":"{\"c\":1}"}}""",
        """{"type":"message_reply","event_id":"strange","group_id":1,"v":"5.199","object":{"id":1,"text":"слово client_info в тексте"}}""",
        """{"type":"message_new","event_id":"strange","group_id":1,"v":"5.199","object":{"message":{"id":1,"attachments":[{"type":"brand_new"},{"type":"doc"}]},"client_info":{}}}""",
        """{"type":"message_read","event_id":"strange","group_id":1,"v":"5.199","object":{"from_id":1,"peer_id":1,"read_message_id":1,"date":"2024-04-13T10:00:00Z"}}""",
    ];

    [SkippableTheory]
    [MemberData(nameof(StrangeEvents))]
    public async Task A_strange_event_arrives_as_VK_wrote_it_beside_the_others(string strange)
    {
        var server = Ok(await Api.GetLongPollServerAsync(Vk.GroupId, default));
        Vk.RaiseRaw(strange);
        var written = Vk.People.Write(Person, "а я за ним");

        var events = Assert.IsType<LongPollAnswer.Events>(Ok(await Api.PollAsync(server, server.Ts, TimeSpan.FromSeconds(5), default)));

        Assert.Equal(strange, events.Updates[0]);
        Assert.Contains(events.Updates, update => update.Contains(written.EventId, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_text_that_looks_like_a_date_stays_the_text_that_it_is()
    {
        const string text = "2024-04-13T10:00:00+05:00";
        Vk.People.Write(Person, text);

        var message = Ok(await Api.GetHistoryAsync(Person, 0, 1, default))[0];

        using var json = JsonDocument.Parse(message.Raw);
        Assert.Equal(text, json.RootElement.GetProperty("text").GetString());
    }

    [SkippableFact]
    public async Task A_keyboard_goes_out_as_the_bot_built_it()
    {
        const string keyboard = """{"one_time":false,"inline":true,"buttons":[[{"action":{"type":"text","label":"Чат «Педсовет»","payload":"{\"c\":\"\\\"да\\\"\"}"},"color":"primary"}]]}""";

        Ok(await Api.SendAsync(new VkCall.Send(Person, 1, new VkContent("выберите", keyboard, [])), default));

        var shown = Assert.Single(Vk.People.ChatOf(Person).Messages).Keyboard;
        Assert.Equal("Чат «Педсовет»", shown?.GetProperty("buttons")[0][0].GetProperty("action").GetProperty("label").GetString());
    }

    [SkippableFact]
    public async Task A_running_call_is_cancelled_at_once()
    {
        Vk.Faults = [new FaultRule("messages.send", new Fault.Latency(TimeSpan.FromSeconds(30)), Times: 1)];
        using var cancel = new CancellationTokenSource();
        var call = Api.SendAsync(Text(Person, 1, "текст"), cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [SkippableFact]
    public async Task A_poll_that_VK_lets_hang_or_drops_is_a_fault()
    {
        var impatient = Connect(("Vk:LongPollWait", "00:00:01"), ("Vk:LongPollMargin", "00:00:01"));
        var server = Ok(await impatient.GetLongPollServerAsync(Vk.GroupId, default));
        Vk.Faults = [new FaultRule("longpoll", new Fault.Latency(TimeSpan.FromSeconds(30)), Times: 1)];
        Assert.Equal("timeout", Failed(await impatient.PollAsync(server, server.Ts, TimeSpan.FromSeconds(1), default)).Reason);
        foreach (var fault in (Fault[])[new Fault.DropBefore(), new Fault.DropAfter(), new Fault.Http(200)])
        {
            Vk.Faults = [new FaultRule("longpoll", fault, Times: 1)];
            Failed(await impatient.PollAsync(server, server.Ts, TimeSpan.FromSeconds(1), default));
        }
    }

    [SkippableFact]
    public async Task Polls_are_not_counted_by_the_request_limit()
    {
        var slow = Connect(("Vk:RequestsPerSecond", "1"));
        var server = Ok(await slow.GetLongPollServerAsync(Vk.GroupId, default));
        Vk.People.Write(Person, "уже здесь");

        var polls = Task.WhenAll(Enumerable.Range(0, 5).Select(_ => slow.PollAsync(server, server.Ts, TimeSpan.FromSeconds(1), default)));

        Assert.All(await polls.WaitAsync(TimeSpan.FromSeconds(4)), poll => Ok(poll));
    }

    [SkippableFact]
    public async Task A_photo_is_uploaded_and_sent()
    {
        var address = Ok(await Api.GetPhotoUploadAddressAsync(Person, default));
        using var http = new HttpClient();
        using var page = DrawnPictures.Page(1, isPhoto: true);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(DrawnPictures.Jpeg(page)), "photo", "act.jpg" } };
        using var response = await http.PostAsync(address, form);
        using var uploaded = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var told = uploaded.RootElement;
        var photo = new UploadedPhoto(told.GetProperty("server").ToString(), told.GetProperty("photo").ToString(), told.GetProperty("hash").ToString());

        var attachment = Ok(await Api.SavePhotoAsync(photo, default));
        Ok(await Api.SendAsync(new VkCall.Send(Person, 1, new VkContent("", null, [attachment])), default));

        Assert.StartsWith("photo", attachment, StringComparison.Ordinal);
        Assert.Single(Assert.Single(Vk.People.ChatOf(Person).Messages).Attachments);
    }

    [SkippableFact]
    public async Task Calls_name_their_version_and_carry_neither_the_token_nor_anything_unasked_in_their_body()
    {
        var text = $"слова {GetType().Name}";
        var calls = new System.Collections.Concurrent.ConcurrentQueue<Exchange.Call>();
        void Listen(VkSimulatorOptions simulator, Exchange exchange)
        {
            if (exchange is Exchange.Call call && call.Parameters.GetValueOrDefault("message") == text)
                calls.Enqueue(call);
        }

        TrafficTap.Tapped += Listen;
        try
        {
            Ok(await Api.SendAsync(Text(Person, 77, text), default));
        }
        finally
        {
            TrafficTap.Tapped -= Listen;
        }

        var parameters = Assert.Single(calls).Parameters;
        Assert.Equal(["dont_parse_links", "message", "peer_id", "random_id", "v"], parameters.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("5.199", "77"), (parameters["v"], parameters["random_id"]));
    }

    [SkippableFact]
    public async Task Neither_token_nor_key_nor_words_of_a_person_are_logged_whatever_happens()
    {
        const string words = "зарплата учителя сорок тысяч";
        var server = Ok(await Api.GetLongPollServerAsync(Vk.GroupId, default));
        foreach (var fault in (Fault[])[new Fault.ErrorCode(5), new Fault.ErrorCode(6), new Fault.ErrorCode(14), new Fault.Http(502), new Fault.DropBefore()])
        {
            Vk.Faults = [new FaultRule("messages.send", fault, Times: 1), new FaultRule("longpoll", fault, Times: 1)];
            await Api.SendAsync(Text(Person, 1, words), default);
            await Api.PollAsync(server, server.Ts, TimeSpan.FromSeconds(1), default);
        }

        var everything = _rooms[0].Log.AtLeast(LogLevel.Trace);
        Assert.Contains("messages.send", everything, StringComparison.Ordinal);
        foreach (var secret in (string[])[Vk.Token, server.Key, words])
            Assert.DoesNotContain(secret, everything, StringComparison.Ordinal);
    }
}
