using System.Globalization;
using System.Text.Json.Nodes;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Tests.Transcripts;

/// <summary>
/// Lines of the orders for fixtures: <c>lines: МОУ</c> stands for all lines of that type of institution,
/// <c>line: { of: 223-09/1.1.a, type: МОУ, status: reported }</c> for one with changes.
/// </summary>
internal static class FixtureLines
{
    public static void Expand(JsonNode? node, OrderBook orders)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array)
                {
                    Expand(item, orders);
                }

                break;
            case JsonObject map:
                foreach (var name in (string[])["lines", "vocabulary"])
                {
                    if (map[name] is JsonValue type)
                    {
                        map[name] = new JsonArray([.. orders.LinesFor(type.GetValue<string>()).Select(Of)]);
                    }
                }

                if (map["line"] is JsonObject { } line && line["of"] is { } key)
                {
                    map["line"] = Changed(line, key.GetValue<string>(), orders);
                }

                foreach (var (_, value) in map)
                {
                    Expand(value, orders);
                }

                break;
        }
    }

    private static JsonObject Changed(JsonObject changes, string key, OrderBook orders)
    {
        var type = changes["type"]?.GetValue<string>() ?? throw new FormatException($"line {key}: no type");
        var line = LineKey.Parse(key) is { } parsed && orders.FindLine(parsed, type) is { } found
            ? Of(found)
            : throw new FormatException($"No line {key} for {type}");
        foreach (var (name, value) in changes.Where(c => c.Key is not ("of" or "type")))
        {
            line[name] = value?.DeepClone();
        }

        return line;
    }

    private static JsonObject Of(OrderLine line) => new()
    {
        ["key"] = line.Key.ToString(),
        ["order"] = line.Order.Number,
        ["point"] = line.Point.Id,
        ["label"] = line.Point.Label,
        ["title"] = line.Point.Title,
        ["quote"] = line.Point.Text,
        ["mandatory"] = line.Mandatory ? "true" : "false",
        ["status"] = "open",
        ["deadline"] = line.Point.Deadline?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["unsettled"] = line.Unsettled,
        ["mentions"] = new JsonArray([.. line.Mentions.Select(words => JsonValue.Create(words))]),
        ["fields"] = new JsonArray([.. line.Point.Evidence.Select(Of)]),
    };

    private static JsonObject Of(EvidenceField field) => new()
    {
        ["name"] = field.Name,
        ["input"] = field.Input,
        ["ask"] = field.Ask,
        ["label"] = field.Label,
        ["required"] = field.Required ? "true" : "false",
        ["avoid"] = field.Avoid,
    };
}
