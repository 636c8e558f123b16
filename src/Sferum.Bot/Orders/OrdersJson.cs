using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sferum.Bot.Orders;

/// <summary>Flat texts as JSON, members sorted, so that equal content gives equal bytes.</summary>
internal static class OrdersJson
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IEnumerable<(string Name, string Value)> members) =>
        new JsonObject(members.OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => KeyValuePair.Create<string, JsonNode?>(m.Name, m.Value)))
            .ToJsonString(Readable);

    public static string Write(ImmutableSortedDictionary<string, string> members) => Write(members.Select(m => (m.Key, m.Value)));

    public static ImmutableSortedDictionary<string, string> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToImmutableSortedDictionary(m => m.Name, m => m.Value.ToString(), StringComparer.Ordinal);
    }
}
