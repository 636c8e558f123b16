using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sferum.Bot.Tests.Fuzzing.Making;

/// <summary>Damages JSON that stays JSON: a value of another type, left out, doubled, nested without end, under another name; or makes some of VK's own names.</summary>
/// <param name="names">Members that the reader looks for.</param>
internal sealed class JsonMutation(IReadOnlyList<string> names)
{
    /// <summary>Stands for a piece that no tree of JSON could hold: a number beyond all, half a pair of signs, a name twice.</summary>
    private const string Mark = "\uE001";

    private const int MostItems = 20_000;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Odd =
    [
        "null", "true", "false", "0", "-0", "-1", "1", "1.0", "1e2", "0.5", "1e999", "-1e999", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "253402300800", "2000000001", "200100300", "-200100300", "\"\"", "\" \"", "\"0\"", "\"-1\"", "\"1\"", "\"9223372036854775808\"", "\"\\u0000\"", "\"\\ud83d\"", "\"\\udc00x\"",
        "\"\\u202e\"", "\"null\"", "\"/\"", "\"{}\"", "\"[]\"", "\"{\\\"c\\\":\\\"menu\\\"}\"", "\"{\\\"command\\\":\\\"not_supported_button\\\",\\\"payload\\\":{\\\"c\\\":1}}\"",
        "\"message_new\"", "\"message_event\"", "\"https://vk.ru/doc1_2\"", "\"file:///etc/passwd\"", "\"http://[\"", "\"//\"", "{}", "[]", "[null]", "[[]]", "[{}]", "{\"\":0}", "{\"a\":1,\"a\":2}",
        "[1,\"a\",null,{}]", "{\"\\ud800\":1}",
    ];

    /// <summary>Null when the text is no JSON.</summary>
    public static string? Of(string json, FuzzDice dice)
    {
        if (Parsed(json) is not { } root)
        {
            return null;
        }

        var odd = dice.OneIn(8) ? Deep(dice) : dice.Of(Odd);
        for (var steps = dice.Few(4); steps > 0; steps--)
        {
            root = Step(root, dice) ?? JsonValue.Create(Mark);
        }

        return root.ToJsonString(Readable).Replace($"\"{Mark}\"", odd, StringComparison.Ordinal);
    }

    /// <summary>Any JSON at all, of names that mean something.</summary>
    public string Any(FuzzDice dice, int depth = 0) => dice.Next(depth > 6 ? 3 : 6) switch
    {
        0 or 1 => dice.Of(Odd),
        2 => JsonSerializer.Serialize(dice.Of(names), Readable),
        3 => $"[{string.Join(',', Enumerable.Range(0, dice.Few(6)).Select(_ => Any(dice, depth + 1)))}]",
        _ => $"{{{string.Join(',', Enumerable.Range(0, dice.Few(9)).Select(_ => $"{JsonSerializer.Serialize(dice.Of(names), Readable)}:{Any(dice, depth + 1)}"))}}}",
    };

    private static JsonNode? Step(JsonNode root, FuzzDice dice)
    {
        var places = new List<JsonNode>();
        Collect(root, places);
        if (places.Count == 0)
        {
            return JsonValue.Create(Mark);
        }

        // Each step may double what the one before has doubled.
        if (SizeOf(root) > MostItems)
        {
            return root;
        }

        switch (dice.Of(places))
        {
            case JsonObject { Count: > 0 } members:
                Change(members, dice.Of([.. members.Select(m => m.Key)]), places, dice);
                break;
            case JsonArray { Count: > 0 } items:
                Change(items, dice.Next(items.Count), places, dice);
                break;
            case JsonObject empty:
                empty["type"] = Mark;
                break;
            case JsonArray none:
                none.Add((JsonNode)Mark);
                break;
            default:
                break;
        }

        return root;
    }

    private static void Change(JsonObject members, string name, List<JsonNode> places, FuzzDice dice)
    {
        switch (dice.Next(6))
        {
            case 0:
                members.Remove(name);
                break;
            case 1:
                members[dice.Of([.. places.OfType<JsonObject>().SelectMany(o => o).Select(m => m.Key)])] = members[name]?.DeepClone();
                break;
            case 2:
                members[name] = dice.Of(places).DeepClone();
                break;
            case 3:
                members[name] = new JsonArray([.. Enumerable.Range(0, dice.Next(4)).Select(_ => members[name]?.DeepClone())]);
                break;
            case 4 when dice.OneIn(6):
                foreach (var extra in Enumerable.Range(0, dice.Length(MostItems)))
                {
                    members[$"{name}{extra}"] = 0;
                }

                break;
            default:
                members[name] = Mark;
                break;
        }
    }

    private static void Change(JsonArray items, int at, List<JsonNode> places, FuzzDice dice)
    {
        switch (dice.Next(5))
        {
            case 0:
                items.RemoveAt(at);
                break;
            case 1:
                var many = Math.Min(dice.OneIn(6) ? dice.Length(MostItems) : dice.Few(8), MostItems / SizeOf(items[at]));
                for (var more = 0; more < many; more++)
                {
                    items.Add(items[at]?.DeepClone());
                }

                break;
            case 2:
                items[at] = dice.Of(places).DeepClone();
                break;
            case 3:
                items.Insert(at, JsonValue.Create(Mark));
                break;
            default:
                items[at] = Mark;
                break;
        }
    }

    private static string Deep(FuzzDice dice)
    {
        var depth = dice.Length(2_000);
        var (open, close) = dice.Of([("[", "]"), ("{\"a\":", "}"), ("{\"object\":", "}"), ("{\"fwd_messages\":[", "]}"), ("{\"reply_message\":", "}"), ("{\"payload\":", "}")]);
        return string.Concat(Enumerable.Repeat(open, depth)) + "0" + string.Concat(Enumerable.Repeat(close, depth));
    }

    private static int SizeOf(JsonNode? node) => node switch
    {
        JsonObject members => 1 + members.Sum(member => SizeOf(member.Value)),
        JsonArray items => 1 + items.Sum(SizeOf),
        _ => 1,
    };

    private static void Collect(JsonNode node, List<JsonNode> places)
    {
        switch (node)
        {
            case JsonObject members:
                places.Add(members);
                foreach (var (_, value) in members)
                {
                    if (value is not null)
                    {
                        Collect(value, places);
                    }
                }

                break;
            case JsonArray items:
                places.Add(items);
                foreach (var item in items.OfType<JsonNode>())
                {
                    Collect(item, places);
                }

                break;
            default:
                break;
        }
    }

    private static JsonNode? Parsed(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
