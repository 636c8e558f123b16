using System.Text.Json.Nodes;
using Sferum.Bot.Dialogs;

namespace Sferum.Bot.Tests.Transcripts;

/// <summary>The facts at a point of a transcript: a fixture and what the <c>@</c> lines have changed since.</summary>
internal sealed class TranscriptFacts(FactFixtures fixtures)
{
    private static readonly string[] Subjects = ["person", "office", "institution", "code", "desk", "chat", "talk", "replied", "work"];

    private JsonObject _tree = new() { ["person"] = new JsonObject { ["id"] = "1", ["role"] = "guest" } };

    public Facts Now => FactsBinder.Bind(_tree);

    /// <summary>False when the words do not speak of facts.</summary>
    public bool Change(string subject, string rest)
    {
        switch (subject)
        {
            case "facts":
                _tree = fixtures.Get(rest.Trim());
                return true;
            case "line":
                ChangeItem("lines", rest, (n, id) => Text(n, "point") == id || Text(n, "label") == id || Text(n, "key") == id);
                return true;
            case "review":
                ChangeItem("reviews", rest, (n, id) => n["report"] is JsonObject report && Text(report, "id") == id);
                return true;
            case "question":
                ChangeItem("questions", rest, (n, id) => Text(n, "id") == id);
                return true;
            case "gap":
                ChangeItem("gaps", rest, (n, id) => Text(n, "id") == id);
                return true;
            case var name when Subjects.Contains(name) && rest.Trim() == "none":
                _tree[name] = null;
                return true;
            case var name when Subjects.Contains(name):
                Set(_tree[name] as JsonObject ?? Add(_tree, name), rest);
                return true;
            default:
                return false;
        }
    }

    private void ChangeItem(string list, string rest, Func<JsonObject, string, bool> isIt)
    {
        var parts = rest.Trim().Split(' ', 2);
        var items = (_tree[list] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var item = items.FirstOrDefault(i => isIt(i, parts[0])) ?? throw new FormatException($"Nothing in {list} is called {parts[0]}");
        if (parts.ElementAtOrDefault(1)?.Trim() == "none")
        {
            (_tree[list] as JsonArray)?.Remove(item);
        }
        else
        {
            Set(item, parts.ElementAtOrDefault(1) ?? "");
        }
    }

    private static void Set(JsonObject target, string pairs)
    {
        foreach (var (path, value) in TranscriptPairs.Parse(pairs))
        {
            var names = path.Split('.');
            var at = names[..^1].Aggregate(target, (node, name) => node[name] as JsonObject ?? Add(node, name));
            at[names[^1]] = value == "none" ? null : JsonValue.Create(value);
        }
    }

    private static JsonObject Add(JsonObject node, string name)
    {
        var added = new JsonObject();
        node[name] = added;
        return added;
    }

    private static string? Text(JsonObject node, string name) => node[name]?.GetValue<string>();
}
