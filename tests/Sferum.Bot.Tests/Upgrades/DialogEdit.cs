using System.Text.RegularExpressions;
using Sferum.Bot.Tests.Transcripts;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Sferum.Bot.Tests.Upgrades;

/// <summary>A copy of <c>dialogs/</c> in which an editor renames and removes states, with all that refers to them.</summary>
internal sealed partial class DialogEdit
{
    private static readonly string[] Words = ["same", "home", "back"];

    private readonly List<(string Path, YamlMappingNode Root)> _files = [];
    private readonly HashSet<string> _states = new(StringComparer.Ordinal);
    private readonly HashSet<YamlNode> _seen = new(ReferenceEqualityComparer.Instance);

    private DialogEdit()
    {
    }

    /// <param name="nameOf">New short name of a state by its key; the old one where it stays, null where it goes.</param>
    /// <param name="moved">Whether the files say where the renamed ones are now.</param>
    /// <returns>The files, by their paths; null for one of which nothing is left.</returns>
    public static IReadOnlyDictionary<string, string?> Of(Func<string, string?> nameOf, bool moved)
    {
        var edit = new DialogEdit();
        edit.Read();
        foreach (var (_, root) in edit._files)
        {
            edit.Apply(Dialog(root), root, nameOf);
            edit.ApplyToConditions(root, nameOf);
        }

        foreach (var (_, root) in edit._files)
        {
            Rename(Dialog(root), root, nameOf, moved);
        }

        return edit._files.ToDictionary(file => file.Path, file => States(file.Root).Any() || Member(file.Root, "notices") is not null || Dialog(file.Root).Length == 0 ? Text(file.Root) : null);
    }

    /// <summary>A file of conditions alone has none.</summary>
    private static string Dialog(YamlMappingNode root) => Member(root, "dialog") is { } name ? Value(name) : "";

    private static string Text(YamlMappingNode root)
    {
        // What it writes in braces it does not always read.
        foreach (var node in root.AllNodes)
        {
            switch (node)
            {
                case YamlMappingNode map:
                    map.Style = MappingStyle.Block;
                    break;
                case YamlSequenceNode list:
                    list.Style = SequenceStyle.Block;
                    break;
            }
        }

        using var text = new StringWriter();
        new YamlStream(new YamlDocument(root)).Save(new Emitter(text, new EmitterSettings().WithBestWidth(100_000)), true);
        return text.ToString();
    }

    private void Read()
    {
        foreach (var file in DialogFolder.Files("*.yaml"))
        {
            var text = DialogFolder.Read(file);
            if (!text.Split('\n').Any(line => line.StartsWith("dialog:", StringComparison.Ordinal) || line.StartsWith("conditions:", StringComparison.Ordinal)))
            {
                continue;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            var root = (YamlMappingNode)stream.Documents[0].RootNode;
            _files.Add((file, root));
            _states.UnionWith(States(root).Select(state => $"{Dialog(root)}.{state}"));
        }
    }

    private static IEnumerable<string> States(YamlMappingNode root) => Member(root, "states") is YamlMappingNode states ? states.Children.Keys.Select(Value) : [];

    private static string Value(YamlNode node) => ((YamlScalarNode)node).Value ?? "";

    private static YamlNode? Member(YamlMappingNode node, string name) => node.Children.TryGetValue(new YamlScalarNode(name), out var member) ? member : null;

    /// <summary>Everything that refers to a state.</summary>
    private void Apply(string dialog, YamlNode node, Func<string, string?> nameOf)
    {
        if (!_seen.Add(node))
        {
            return;
        }

        switch (node)
        {
            case YamlSequenceNode list:
                foreach (var item in list)
                {
                    Apply(dialog, item, nameOf);
                }

                break;
            case YamlMappingNode map:
                foreach (var (key, value) in map.Children.ToList())
                {
                    switch (Value(key), value)
                    {
                        case ("to" or "ask", YamlScalarNode target) when !Words.Contains(Value(target)):
                            Refer(dialog, target, nameOf, "home");
                            break;
                        case ("parent", YamlScalarNode parent):
                            Refer(dialog, parent, nameOf, "shared.anywhere");
                            break;
                        case ("home", YamlMappingNode menus):
                            ReferAll("shared", menus, nameOf);
                            break;
                        case ("moved", YamlMappingNode places):
                            ReferAll(dialog, places, nameOf);
                            break;
                        default:
                            Apply(dialog, value, nameOf);
                            break;
                    }
                }

                break;
        }
    }

    /// <summary><c>state == 'director.report.ask'</c></summary>
    private void ApplyToConditions(YamlMappingNode root, Func<string, string?> nameOf)
    {
        foreach (var text in root.AllNodes.OfType<YamlScalarNode>().Where(text => text.Value is not null).Distinct(ReferenceEqualityComparer.Instance).Cast<YamlScalarNode>())
        {
            text.Value = Quoted().Replace(text.Value ?? "", name => _states.Contains(name.Groups["key"].Value) && nameOf(name.Groups["key"].Value) is { } renamed
                ? $"'{name.Groups["dialog"].Value}.{renamed}'"
                : name.Value);
        }
    }

    [GeneratedRegex(@"'(?<key>(?<dialog>[a-z_.]+)\.[a-z_]+)'")]
    private static partial Regex Quoted();

    private void ReferAll(string dialog, YamlMappingNode targets, Func<string, string?> nameOf)
    {
        foreach (var target in targets.Children.Values.OfType<YamlScalarNode>())
        {
            Refer(dialog, target, nameOf, "welcome.hello");
        }
    }

    private void Refer(string dialog, YamlScalarNode target, Func<string, string?> nameOf, string instead)
    {
        var (name, own) = (Value(target), $"{dialog}.{Value(target)}");
        if (!_seen.Add(target))
        {
            return;
        }

        if (_states.Contains(own))
        {
            target.Value = nameOf(own) ?? instead;
        }
        else if (_states.Contains(name))
        {
            target.Value = nameOf(name) is { } renamed ? $"{name[..name.LastIndexOf('.')]}.{renamed}" : instead;
        }
        else if (_files.Exists(file => Dialog(file.Root) == name && States(file.Root).FirstOrDefault() is { } first && nameOf($"{name}.{first}") is null))
        {
            target.Value = instead;
        }
    }

    private static void Rename(string dialog, YamlMappingNode root, Func<string, string?> nameOf, bool moved, IReadOnlyList<string> states)
    {
        var old = (YamlMappingNode)root["states"];
        var renamed = new YamlMappingNode();
        var places = Member(root, "moved") as YamlMappingNode ?? new YamlMappingNode();
        foreach (var state in states)
        {
            var key = $"{dialog}.{state}";
            if (nameOf(key) is not { } name)
            {
                continue;
            }

            renamed.Add(name, old[state]);
            if (moved && name != state)
            {
                places.Add(key, name);
            }
        }

        root.Children[new YamlScalarNode("states")] = renamed;
        if (places.Children.Count > 0)
        {
            root.Children[new YamlScalarNode("moved")] = places;
        }
    }

    private static void Rename(string dialog, YamlMappingNode root, Func<string, string?> nameOf, bool moved)
    {
        if (States(root).ToList() is { Count: > 0 } states)
        {
            Rename(dialog, root, nameOf, moved, states);
        }
    }
}
