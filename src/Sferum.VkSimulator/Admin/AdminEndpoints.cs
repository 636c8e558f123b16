using System.Text.Json;
using Sferum.VkSimulator.Http;

namespace Sferum.VkSimulator.Admin;

/// <summary>The addresses of the admin API, which drives the simulator: a family of calls per class.</summary>
internal static class AdminEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, VkPlatform vk, CancellationToken stopping)
    {
        var admin = routes.MapGroup("/admin");
        new PersonCalls(vk).Map(admin);
        new ChatCalls(vk).Map(admin);
        new ControlCalls(vk).Map(admin);
        admin.MapMethods("/stream", [HttpMethods.Get], new LiveStream(vk.World.Feed, stopping).HandleAsync);
    }

    /// <summary>Maps a call whose answer is an object that is written as JSON, or null for none.</summary>
    public static void MapCall(this IEndpointRouteBuilder routes, string method, string pattern, Func<AdminRequest, object?> call) =>
        routes.MapMethods(pattern, [method], async (HttpContext http) => await AnswerAsync(http, async () => call(await AdminRequest.ReadAsync(http))));

    /// <summary>Runs a call and writes its answer; refusals become 400 or 404 with <c>{"error":"…"}</c>.</summary>
    public static async Task AnswerAsync(HttpContext http, Func<Task<object?>> call)
    {
        object? answer;
        try
        {
            answer = await call();
        }
        catch (AdminRefusal refusal)
        {
            http.Response.StatusCode = refusal.Status;
            answer = new { error = refusal.Message };
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            answer = new { error = wrong.Message };
        }

        await Responses.JsonAsync(http, JsonSerializer.SerializeToUtf8Bytes(answer ?? new object(), Json.Admin));
    }
}
