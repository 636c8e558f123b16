using System.Text.Json.Nodes;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Simulator;

public sealed class ExecuteTests
{
    private const long Anna = 700000001;

    public static TheoryData<string, int> Scripts => new()
    {
        { "return [];", 0 },
        { "return [API.utils.getServerTime()];", 0 },
        { "return API.users.get({\"user_ids\":[700000001,2]});", 0 },
        { " return { a : 'x\\u0431', \"b\" : [1, -2.5, true, null,] } ; ", 0 },
        { "return [API.utils.getServerTime({})", 12 },
        { "var a = 1; if (a) { a = 2; } return [a];", 0 },
        { "var a = 1 return a;", 12 },
        { "a = 1; return [];", 12 },
        { "var a = 1;", 12 },
        { "return [a];", 12 },
        { "if (1) { return 1; } return 2;", 12 },
        { "if (1) { ", 12 },
        { "return API();", 12 },
        { "return \"не закрыто;", 12 },
        { "return 1; return 2;", 12 },
        { "", 100 },
        { "return [" + string.Join(',', Enumerable.Repeat("API.utils.getServerTime()", 25)) + "];", 0 },
        { "return [" + string.Join(',', Enumerable.Repeat("API.utils.getServerTime()", 26)) + "];", 13 },
        { "return " + new string('[', 100) + new string(']', 100) + ";", 12 },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_script_runs_or_is_refused_with_VKs_code(string code, int expected)
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);

        var answer = await caller.CallAsync("execute", ("code", code));

        Assert.True(VkCaller.CodeOf(answer) == expected, answer.ToJsonString());
    }

    [Fact]
    public async Task A_failed_call_is_false_in_its_place_and_an_entry_of_execute_errors()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);

        var answer = await caller.CallAsync("execute", ("code", $$"""
            return [
              API.messages.send({peer_id:{{Anna}}, random_id:11, message:"раз \"в кавычках\"", dont_parse_links:true}),
              API.messages.send({"peer_id":5,"random_id":11,"message":"два"}),
              API.messages.fly({}),
              API.messages.send({"peer_ids":[{{Anna}},5],"random_id":12,"message":"три"})];
            """));

        var response = answer["response"]!.AsArray();
        Assert.Equal("false", response[1]!.ToJsonString());
        Assert.Equal("false", response[2]!.ToJsonString());
        Assert.Equal(901, (int)response[3]![1]!["error"]!["code"]!);
        Assert.Equal([("messages.send", 901), ("messages.fly", 3)], answer["execute_errors"]!.AsArray().Select(Pair));
        Assert.Equal(["""раз "в кавычках" """.Trim(), "три"], vk.People.ChatOf(Anna).Messages.Where(message => message.Out).Select(message => message.Text));
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("[]", true)]
    [InlineData("'нет'", true)]
    [InlineData("API.utils.getServerTime()", true)]
    [InlineData("API.messages.fly({})", false)]
    [InlineData("0", false)]
    [InlineData("''", false)]
    [InlineData("null", false)]
    public async Task A_condition_holds_for_what_is_neither_nothing_nor_false(string test, bool holds)
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);

        var answer = await caller.CallAsync("execute", ("code", $$"""var a = {{test}}; var b = null; if (a) { b = "да"; } return [b];"""));

        Assert.Equal(holds ? "да" : null, (string?)answer["response"]![0]);
    }

    [Fact]
    public async Task Finishing_an_upload_does_not_work_inside()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);

        var answer = await caller.CallAsync("execute", ("code", """return [API.docs.save({"file":"a"})];"""));

        Assert.Equal(("docs.save", 15), Pair(answer["execute_errors"]![0]));
    }

    [Fact]
    public async Task A_script_is_one_request_however_many_calls_it_makes()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var code = "return [" + string.Join(',', Enumerable.Repeat("API.utils.getServerTime()", 25)) + "];";

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => caller.ErrorOfAsync("execute", ("code", code))));

        Assert.All(answers, answer => Assert.Equal(0, answer));
    }

    private static (string, int) Pair(JsonNode? error) => ((string)error!["method"]!, (int)error["error_code"]!);

    private static async Task<TestSimulator> StartAsync()
    {
        var vk = await TestSimulator.StartAsync(badRequests: true);
        vk.People.Add("Анна", "Тестова", id: Anna);
        vk.People.Write(Anna, "Здравствуйте");
        return vk;
    }
}
