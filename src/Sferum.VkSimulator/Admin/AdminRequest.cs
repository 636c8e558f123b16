using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sferum.VkSimulator.Admin;

/// <summary>One admin request: its route numbers and its JSON body.</summary>
internal sealed class AdminRequest(HttpContext http, JsonObject body)
{
    public JsonObject Body { get; } = body;

    public string? Query(string name) => http.Request.Query[name];

    public static async Task<AdminRequest> ReadAsync(HttpContext http)
    {
        var text = await TextAsync(http);
        return new AdminRequest(http, text.Length == 0 ? [] : Json.Parse(text) as JsonObject ?? throw AdminRefusal.Wrong("the body is no JSON object"));
    }

    public static async Task<string> TextAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        return await reader.ReadToEndAsync(http.RequestAborted);
    }

    public long Id(string name) =>
        long.TryParse((string?)http.Request.RouteValues[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw AdminRefusal.Unknown($"{name} is no number");

    public string? Text(string name) => Body[name] is { } value ? Value<string>(value, name) : null;

    public string RequiredText(string name) => Text(name) ?? throw AdminRefusal.Wrong($"{name} is missing");

    public long? Long(string name) => Body[name] is { } value ? Value<long>(value, name) : null;

    public int RequiredInt(string name) => (int)(Long(name) ?? throw AdminRefusal.Wrong($"{name} is missing"));

    public long RequiredLong(string name) => Long(name) ?? throw AdminRefusal.Wrong($"{name} is missing");

    public bool? Flag(string name) => Body[name] is { } value ? Value<bool>(value, name) : null;

    public IReadOnlyList<long> Longs(string name) =>
        Body[name] is JsonArray list ? [.. list.Select(item => Value<long>(item, name))] : [];

    public T As<T>() => Body.Deserialize<T>(Json.Admin) ?? throw AdminRefusal.Wrong("the body is empty");

    private static T Value<T>(JsonNode? node, string name) =>
        node is JsonValue value && value.TryGetValue<T>(out var result) ? result : throw AdminRefusal.Wrong($"{name} is of a wrong type");
}
