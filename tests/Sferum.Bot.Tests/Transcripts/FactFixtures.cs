using System.Text.Json.Nodes;
using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Answers;
using YamlDotNet.RepresentationModel;

namespace Sferum.Bot.Tests.Transcripts;

/// <summary>Named facts of <c>dialogs/**/*.facts.yaml</c>; <c>like</c> takes over another fixture's members.</summary>
internal sealed class FactFixtures
{
    private const string Like = "like";

    private readonly Dictionary<string, JsonObject> _fixtures = new(StringComparer.Ordinal);

    private readonly OrderBook _orders;

    /// <param name="orders">Whose lines people have.</param>
    public FactFixtures(IEnumerable<string> texts, OrderBook orders)
    {
        _orders = orders;
        foreach (var text in texts)
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            var root = (JsonObject)(Tree(stream.Documents[0].RootNode) ?? throw new FormatException("An empty fixtures file"));
            foreach (var (name, fixture) in (JsonObject)(root["fixtures"] ?? throw new FormatException("No fixtures: in a fixtures file")))
            {
                _fixtures.Add(name, (JsonObject)(fixture ?? new JsonObject()));
            }
        }
    }

    public static FactFixtures OfRepository { get; } = new(DialogFolder.Files("*.facts.yaml").Select(DialogFolder.Read), RepositoryAnswers.Data.Orders);

    /// <summary>A fresh tree that may be changed.</summary>
    public JsonObject Get(string name)
    {
        var tree = Merged(name);
        FixtureLines.Expand(tree, _orders);
        return tree;
    }

    private JsonObject Merged(string name)
    {
        if (!_fixtures.TryGetValue(name, out var fixture))
        {
            throw new FormatException($"No facts «{name}»; there are {string.Join(", ", _fixtures.Keys)}");
        }

        var own = (JsonObject)fixture.DeepClone();
        var basis = own[Like]?.GetValue<string>() is { } like ? Merged(like) : [];
        own.Remove(Like);
        Merge(basis, own);
        return basis;
    }

    private static void Merge(JsonObject into, JsonObject from)
    {
        foreach (var (name, value) in from)
        {
            if (value is JsonObject members && into[name] is JsonObject known)
            {
                Merge(known, members);
            }
            else
            {
                into[name] = value?.DeepClone();
            }
        }
    }

    private static JsonNode? Tree(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value ?? "", Tree(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Tree)]),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: null or "" or "null" or "~" } => null,
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new FormatException($"Unexpected YAML {node.NodeType}"),
    };
}
