using System.Diagnostics;
using Sferum.VkSimulator.Http;

namespace Sferum.VkSimulator.Methods;

/// <summary><c>GET|POST /method/{name}</c>: token by header or parameter, answers are HTTP 200 whatever the outcome (vk-platform.md §1).</summary>
internal sealed class ApiEndpoint(VkPlatform vk, FaultGate gate)
{
    private const string Bearer = "Bearer ";

    private readonly Dispatcher _dispatcher = new(vk);

    public async Task HandleAsync(HttpContext http)
    {
        var started = Stopwatch.GetTimestamp();
        var name = (string)http.Request.RouteValues["name"]!; // in the route's pattern
        if (await gate.StrikesBeforeAsync(http, name))
            return;
        var parameters = await RequestParameters.ReadAsync(http.Request, http.RequestAborted);
        var answer = Json.Bytes(_dispatcher.Answer(name, parameters, Token(http.Request)));
        vk.Traffic.Call(name, parameters, answer, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        if (await gate.StrikesAfterAsync(http, name))
            return;
        await Responses.JsonAsync(http, answer);
    }

    private static string? Token(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
    }
}
