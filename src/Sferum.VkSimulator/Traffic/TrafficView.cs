using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sferum.VkSimulator.Traffic;

/// <summary>An exchange as it is shown: tokens, keys and secrets masked.</summary>
internal static partial class TrafficView
{
    private const string Mask = "***";

    public static JsonObject Of(TrafficEntry entry) => new()
    {
        ["n"] = entry.N,
        ["at"] = entry.At,
        ["kind"] = entry.Kind,
        ["name"] = entry.Name,
        ["request"] = Request(entry),
        ["response"] = Shown(entry.Response),
        ["milliseconds"] = Math.Round(entry.Milliseconds, 2),
    };

    private static JsonNode? Request(TrafficEntry entry)
    {
        if (entry.Parameters is not { } parameters)
            return Shown(entry.Request ?? "");
        var json = new JsonObject();
        foreach (var (name, value) in parameters)
            json[name] = name is "access_token" or "key" or "secret_key" or "secret" ? Mask : value;
        return json;
    }

    /// <summary>JSON where the text is whole JSON, else the text.</summary>
    private static JsonNode? Shown(string text)
    {
        var masked = Secrets().Replace(text, $"$1\"{Mask}\"");
        masked = Addresses().Replace(masked, $"$1{Mask}");
        return masked.Length == 0 ? null : Json.Parse(masked) ?? JsonValue.Create(masked);
    }

    // "key" also names the parameters that an error echoes; a long poll key is long.
    [GeneratedRegex("""("(?:access_token|secret|secret_key|hash)"\s*:\s*|"key"\s*:\s*(?="[0-9a-f]{32,}"))"[^"]*["]""")]
    private static partial Regex Secrets();

    [GeneratedRegex("""(/upload/[a-z]+/|[?&]hash=)[0-9a-f]+""")]
    private static partial Regex Addresses();
}
