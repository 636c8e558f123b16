using System.Collections.Immutable;
using System.Text.Json;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Errors;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Contract;

public abstract partial class VkApiContract
{
    private const string Buttons = """{"one_time":false,"inline":true,"buttons":[[{"action":{"type":"callback","label":"Да","payload":"{\"c\":\"yes\"}"},"color":"primary"}]]}""";

    [SkippableFact]
    public async Task A_message_arrives_as_it_was_written()
    {
        const string text = "Приказ № 223-09: «сделано» на 100%, a+b=c & d\nвторая строка\t\"кавычки\" \\ 👍";

        var sent = Ok(await Api.SendAsync(Text(Person, 1, text), default));

        var shown = Assert.Single(Vk.People.ChatOf(Person).Messages);
        Assert.Equal(text, shown.Text);
        Assert.Equal(shown.Id, sent.MessageId);
    }

    [SkippableFact]
    public async Task The_same_random_id_gives_one_message()
    {
        var first = Ok(await Api.SendAsync(Text(Person, 7, "один раз"), default));
        var second = Ok(await Api.SendAsync(Text(Person, 7, "один раз"), default));

        Assert.Equal(first, second);
        Assert.Single(Vk.People.ChatOf(Person).Messages);
    }

    [SkippableFact]
    public async Task A_refusal_is_a_value_with_VKs_code()
    {
        var refusal = Refused(await Api.SendAsync(Text(Stranger, 1, "можно?"), default));

        Assert.Equal(901, refusal.Code);
        Assert.NotEmpty(refusal.Message);
        Assert.DoesNotContain("можно", refusal.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Sending_to_many_tells_of_each_recipient()
    {
        var results = Ok(await Api.SendToManyAsync([Stranger, Person], 3, VkContent.Plain("всем"), default));

        Assert.Equal(901, Refused(results[Stranger]).Code);
        var sent = Ok(results[Person]);
        var shown = Assert.Single(Vk.People.ChatOf(Person).Messages);
        Assert.Equal((shown.Id, shown.Cmid), (sent.MessageId, sent.ConversationMessageId));
    }

    [SkippableFact]
    public async Task Execute_tells_of_each_call_in_its_order()
    {
        Vk.SetBotCapabilities(false);
        var results = Ok(await Api.ExecuteAsync(
            [
                Text(Person, 1, "раз"),
                Text(Stranger, 2, "нельзя"),
                Text(Person, 3, "четыре\n}]); return API.users.get();//"),
                Text(Person, 4, "с \"кнопкой\"") with { Content = new VkContent("с кнопкой", Buttons, []) },
                Text(Person, 5, "не раньше кнопки"),
            ],
            default));

        Assert.Equal(5, results.Length);
        Ok(results[0]);
        Assert.Equal(901, Refused(results[1]).Code);
        Ok(results[2]);
        Assert.Equal(912, Refused(results[3]).Code);
        Assert.IsType<VkResult<VkSent>.NotCalled>(results[4]);
        Assert.Equal(["раз", "четыре\n}]); return API.users.get();//"], Vk.People.ChatOf(Person).Messages.Select(message => message.Text));
    }

    [SkippableFact]
    public async Task Execute_takes_twenty_five_calls()
    {
        var calls = Enumerable.Range(1, VkMethods.CallsPerExecute).Select(VkCall (i) => Text(Person, i, $"№ {i}")).ToImmutableArray();

        var results = Ok(await Api.ExecuteAsync(calls, default));

        Assert.All(results, result => Ok(result));
        Assert.Equal(calls.Length, Vk.People.ChatOf(Person).Messages.Count);
    }

    [SkippableFact]
    public async Task A_press_is_answered_with_a_notice_once()
    {
        Ok(await Api.SendAsync(Text(Person, 1, "нажмите") with { Content = new VkContent("нажмите", Buttons, []) }, default));
        var server = Ok(await Api.GetLongPollServerAsync(Vk.GroupId, default));
        Vk.People.Press(Person, "Да");
        var events = Assert.IsType<LongPollAnswer.Events>(Ok(await Api.PollAsync(server, server.Ts, TimeSpan.FromSeconds(5), default)));
        using var press = JsonDocument.Parse(Assert.Single(events.Updates));
        var id = press.RootElement.GetProperty("object").GetProperty("event_id").GetString()!; // every press has one

        Ok(await Api.AnswerPressAsync(new VkCall.AnswerPress(id, Person, Person, "Записано"), default));

        Assert.Equal("Записано", Vk.People.ChatOf(Person).Snackbar?.Text);
        Assert.Equal(100, Refused(await Api.AnswerPressAsync(new VkCall.AnswerPress(id, Person, Person, null), default)).Code);
    }

    [SkippableFact]
    public async Task A_message_is_edited()
    {
        var sent = Ok(await Api.SendAsync(Text(Person, 1, "было"), default));

        Assert.True(Ok(await Api.EditAsync(Person, sent.MessageId, VkContent.Plain("стало"), default)));

        Assert.Equal("стало", Assert.Single(Vk.People.ChatOf(Person).Messages).Text);
    }

    /// <summary>Codes that come as they are, whatever a library has classes for.</summary>
    [SkippableTheory]
    [InlineData(6)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(14)]
    [InlineData(29)]
    [InlineData(900)]
    [InlineData(901)]
    [InlineData(902)]
    [InlineData(911)]
    [InlineData(912)]
    [InlineData(936)]
    [InlineData(943)]
    [InlineData(950)]
    [InlineData(1012)]
    public async Task Every_code_comes_through_and_nothing_is_sent_twice_by_itself(int code)
    {
        Vk.Faults = [new FaultRule("messages.send", new Fault.ErrorCode(code), Times: 1)];

        Assert.Equal(code, Refused(await Api.SendAsync(Text(Person, 1, "текст"), default)).Code);

        Assert.Empty(Vk.People.ChatOf(Person).Messages);
        Ok(await Api.SendAsync(Text(Person, 1, "текст"), default));
    }

    [SkippableTheory]
    [InlineData(500, true)]
    [InlineData(502, true)]
    [InlineData(200, true)]
    [InlineData(404, false)]
    public async Task A_page_in_the_place_of_JSON_is_a_fault(int status, bool uncertain)
    {
        Vk.Faults = [new FaultRule("messages.send", new Fault.Http(status), Times: 1)];

        Assert.Equal(uncertain, Failed(await Api.SendAsync(Text(Person, 1, "текст"), default)).Uncertain);
    }

    [SkippableFact]
    public async Task A_connection_dropped_before_the_call_had_effect_is_an_uncertain_fault()
    {
        Vk.Faults = [new FaultRule("messages.send", new Fault.DropBefore(), Times: 1)];

        Assert.True(Failed(await Api.SendAsync(Text(Person, 1, "текст"), default)).Uncertain);

        Assert.Empty(Vk.People.ChatOf(Person).Messages);
    }

    [SkippableFact]
    public async Task A_connection_dropped_after_the_call_had_effect_is_repaired_by_the_same_random_id()
    {
        Vk.Faults = [new FaultRule("messages.send", new Fault.DropAfter(), Times: 1)];

        Assert.True(Failed(await Api.SendAsync(Text(Person, 1, "текст"), default)).Uncertain);
        Ok(await Api.SendAsync(Text(Person, 1, "текст"), default));

        Assert.Single(Vk.People.ChatOf(Person).Messages);
    }

    [SkippableFact]
    public async Task An_answer_that_comes_too_late_is_an_uncertain_fault()
    {
        var impatient = Connect(("Vk:ApiTimeout", "00:00:00.3"));
        Vk.Faults = [new FaultRule("messages.send", new Fault.Latency(TimeSpan.FromSeconds(30)), Times: 1)];

        Assert.True(Failed(await impatient.SendAsync(Text(Person, 1, "текст"), default)).Uncertain);
    }

    [SkippableFact]
    public async Task A_server_that_is_not_there_is_a_certain_fault()
    {
        await Vk.DisposeAsync();

        Assert.False(Failed(await Api.SendAsync(Text(Person, 1, "текст"), default)).Uncertain);
    }

    [SkippableFact]
    public async Task A_wrong_token_is_error_5()
    {
        var stranger = Connect(("Vk:Token", "vk1.a.wrong"));

        Assert.Equal(5, Refused(await stranger.GetOwnGroupAsync(default)).Code);
    }

    [SkippableFact]
    public async Task A_call_that_changes_nothing_is_tried_over_when_VK_stumbles()
    {
        Vk.Faults = [new FaultRule("users.get", new Fault.ErrorCode(10), Times: 1), new FaultRule("users.get", new Fault.Http(503), Times: 1)];

        Assert.Single(Ok(await Api.GetUsersAsync([Person], default)));
    }

    [SkippableFact]
    public async Task Thirty_calls_at_once_stay_inside_the_request_limit()
    {
        const int Calls = 30;
        const int Tries = 3;

        // One call that a busy machine holds up by 25 ms comes too close to the twentieth after it; a limit that is too wide shows each time.
        VkResult<VkSent>[] results;
        var made = 0;
        do
        {
            results = await Task.WhenAll(Enumerable.Range(made + 1, Calls).Select(i => Api.SendAsync(Text(Person, i, $"№ {i}"), default)));
            made += Calls;
        }
        while (made < Tries * Calls && results.Any(result => result is VkResult<VkSent>.Error { Problem.Code: VkErrorPolicy.TooManyRequests }));

        Assert.All(results, result => Ok(result));
    }

    [SkippableFact]
    public async Task A_document_is_uploaded_and_sent()
    {
        var address = Ok(await Api.GetDocumentUploadAddressAsync(Person, default));
        using var http = new HttpClient();
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "file", "svod.xlsx" } };
        using var response = await http.PostAsync(address, form);
        using var uploaded = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        var attachment = Ok(await Api.SaveDocumentAsync(uploaded.RootElement.GetProperty("file").GetString()!, "Свод.xlsx", default));
        Ok(await Api.SendAsync(new VkCall.Send(Person, 1, new VkContent("", null, [attachment])), default));

        Assert.StartsWith("doc", attachment, StringComparison.Ordinal);
        Assert.Equal("Свод.xlsx", Assert.Single(Assert.Single(Vk.People.ChatOf(Person).Messages).Attachments).Title);
    }

    private static VkCall.Send Text(long peer, int randomId, string text) => new(peer, randomId, VkContent.Plain(text));
}
