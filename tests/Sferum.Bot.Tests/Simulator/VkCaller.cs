using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Simulator;

/// <summary>Speaks to the simulator as any program would: plain HTTP, answers as they are.</summary>
internal sealed class VkCaller(VkSimulatorHost vk) : IDisposable
{
    public const string Version = "5.199";

    public HttpClient Http { get; } = new() { BaseAddress = vk.Address, Timeout = TimeSpan.FromSeconds(100) };

    /// <summary>Calls a method with the token in the header and returns the whole envelope.</summary>
    public async Task<JsonObject> CallAsync(string method, params (string Name, object Value)[] parameters)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "method/" + method) { Content = Form(parameters) };
        request.Headers.Authorization = new("Bearer", vk.Token);
        using var response = await Http.SendAsync(request);
        return await ReadAsync(response);
    }

    /// <summary>The <c>response</c> of a call that has to succeed.</summary>
    public async Task<JsonNode> AskAsync(string method, params (string Name, object Value)[] parameters)
    {
        var answer = await CallAsync(method, parameters);
        return answer["response"] ?? throw new InvalidOperationException(answer.ToJsonString());
    }

    /// <summary>The error code of a call, 0 for success.</summary>
    public async Task<int> ErrorOfAsync(string method, params (string Name, object Value)[] parameters) =>
        CodeOf(await CallAsync(method, parameters));

    public static int CodeOf(JsonObject answer) => (int?)answer["error"]?["error_code"] ?? 0;

    public static async Task<JsonObject> ReadAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();

    /// <summary>Opens long poll.</summary>
    public async Task<VkPoll> PollAsync()
    {
        var server = await AskAsync("groups.getLongPollServer", ("group_id", vk.GroupId));
        return new VkPoll(Http, (string)server["server"]!, (string)server["key"]!, (string)server["ts"]!);
    }

    public async Task<JsonNode?> AdminAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, "admin/" + path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text);
    }

    public void Dispose() => Http.Dispose();

    private static FormUrlEncodedContent Form((string Name, object Value)[] parameters) => new(
        parameters.Append(("v", Version))
            .Select(parameter => KeyValuePair.Create(parameter.Item1, Convert.ToString(parameter.Item2, CultureInfo.InvariantCulture)!)));
}

/// <summary>A long poll session with its cursor.</summary>
internal sealed class VkPoll(HttpClient http, string server, string key, string ts)
{
    public string Ts { get; set; } = ts;

    public string Key { get; set; } = key;

    /// <summary>One answer, whole; the cursor stays.</summary>
    public async Task<JsonObject> OnceAsync(int wait = 25)
    {
        using var response = await http.GetAsync(new Uri($"{server}?act=a_check&key={Key}&ts={Ts}&wait={wait}"));
        return await VkCaller.ReadAsync(response);
    }

    /// <summary>The updates that are there or come next; the cursor moves.</summary>
    public async Task<IReadOnlyList<JsonObject>> NextAsync(int wait = 25)
    {
        var answer = await OnceAsync(wait);
        Ts = (string)answer["ts"]!;
        return [.. answer["updates"]!.AsArray().Select(update => update!.AsObject())];
    }

    /// <summary>The <c>object</c> of the next event of a type; others are passed over.</summary>
    public async Task<JsonObject> NextAsync(string type)
    {
        while (true)
        {
            var updates = await NextAsync();
            if (updates.FirstOrDefault(update => (string)update["type"]! == type) is { } found)
                return found["object"]!.AsObject();
        }
    }
}
