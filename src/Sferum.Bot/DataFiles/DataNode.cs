using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Sferum.Bot.DataFiles;

/// <summary>
/// A node of a YAML file that knows its place. Reading never throws: what is missing or of a wrong kind is added to
/// the faults, and the reader goes on with an empty value.
/// </summary>
public sealed class DataNode
{
    private readonly YamlNode? _yaml;
    private readonly Faults _faults;
    private readonly HashSet<string> _read = [];

    private DataNode(YamlNode? yaml, Place place, Faults faults)
    {
        _yaml = yaml;
        Place = place;
        _faults = faults;
    }

    public Place Place { get; }

    /// <summary>False for a node that is not in the file.</summary>
    public bool Exists => _yaml is not null;

    public bool IsMap => _yaml is YamlMappingNode;

    public bool IsList => _yaml is YamlSequenceNode;

    public bool IsText => _yaml is YamlScalarNode;

    /// <summary>Reads a YAML text; a text that is no YAML gives an absent node and a fault with the line of the mistake.</summary>
    /// <param name="plain">No references within the file either: for a text that comes from anywhere, since they can grow without bounds.</param>
    public static DataNode Parse(string file, string text, Faults faults, bool plain = false)
    {
        var stream = new YamlStream();
        try
        {
            if (YamlShape.FaultOf(text, plain) is { } shape)
            {
                faults.Add(new Place(file, shape.Line), shape.Message);
                return new DataNode(null, new Place(file, 0), faults);
            }

            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            faults.Add(new Place(file, (int)e.Start.Line), $"Файл не читается как YAML: {YamlWords.Of(e)}");
            return new DataNode(null, new Place(file, 0), faults);
        }
        catch (ArgumentException)
        {
            // So the library meets a colon with no key before it where it expects something else.
            faults.Add(new Place(file, 0), "Файл не читается как YAML: где-то двоеточие стоит без ключа перед ним. Проверьте строки, которые с него начинаются.");
            return new DataNode(null, new Place(file, 0), faults);
        }

        if (stream.Documents.Count == 0)
        {
            faults.Add(new Place(file, 0), "Файл пуст. Удалите его или заполните.");
            return new DataNode(null, new Place(file, 0), faults);
        }

        var root = stream.Documents[0].RootNode;
        return new DataNode(root, new Place(file, (int)root.Start.Line), faults);
    }

    /// <summary>A member of a map; an absent node when it is not there.</summary>
    public DataNode this[string key]
    {
        get
        {
            _read.Add(key);
            if (_yaml is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var child))
            {
                return new DataNode(child, Place with { Line = (int)child.Start.Line }, _faults);
            }

            return new DataNode(null, Place, _faults);
        }
    }

    /// <summary>Members of a map in the order of the file.</summary>
    public IEnumerable<(string Key, DataNode Value)> Members()
    {
        if (_yaml is not YamlMappingNode map)
        {
            ComplainUnlessAbsent("Здесь ожидается набор «ключ: значение».");
            yield break;
        }

        foreach (var (key, value) in map.Children)
        {
            if (key is not YamlScalarNode { Value: { } name })
            {
                _faults.Add(Place with { Line = (int)key.Start.Line }, "Ключ должен быть словом, а здесь список или набор.");
                continue;
            }

            _read.Add(name);
            yield return (name, new DataNode(value, Place with { Line = (int)key.Start.Line }, _faults));
        }
    }

    /// <summary>Items of a list in the order of the file; an absent node has none.</summary>
    public IEnumerable<DataNode> Items()
    {
        if (_yaml is not YamlSequenceNode list)
        {
            ComplainUnlessAbsent("Здесь ожидается список (строки с «- »).");
            return [];
        }

        return list.Children.Select(c => new DataNode(c, Place with { Line = (int)c.Start.Line }, _faults));
    }

    /// <summary>The text of a scalar; null when the node is absent or the scalar is YAML's null.</summary>
    public string? TextOrNull()
    {
        if (_yaml is YamlScalarNode scalar)
        {
            return scalar.Style == ScalarStyle.Plain && scalar.Value is null or "" or "null" or "~" ? null : scalar.Value;
        }

        ComplainUnlessAbsent("Здесь ожидается текст.");
        return null;
    }

    /// <summary>The text of a scalar that must be there; a missing one is a fault named by <paramref name="what"/>.</summary>
    public string Text(string what)
    {
        var text = TextOrNull();
        if (string.IsNullOrWhiteSpace(text))
        {
            _faults.Add(Place, $"Не указано: {what}.");
            return "";
        }

        return text;
    }

    /// <summary>true / false; <paramref name="otherwise"/> when absent.</summary>
    public bool Flag(bool otherwise)
    {
        var text = TextOrNull();
        if (text is null)
        {
            return otherwise;
        }

        if (bool.TryParse(text, out var value))
        {
            return value;
        }

        _faults.Add(Place, $"«{text}» — не true и не false. Напишите true или false.");
        return otherwise;
    }

    /// <summary>Adds a fault for each member that nothing has asked for: most often a slip in a key.</summary>
    public void ComplainOfUnread(params ReadOnlySpan<string> known)
    {
        if (_yaml is not YamlMappingNode map)
        {
            return;
        }

        foreach (var extra in known)
        {
            _read.Add(extra);
        }

        foreach (var key in map.Children.Keys.OfType<YamlScalarNode>())
        {
            if (key.Value is { } name && !_read.Contains(name))
            {
                _faults.Add(Place with { Line = (int)key.Start.Line }, $"Неизвестный ключ «{name}». Возможные ключи: {string.Join(", ", _read.Order(StringComparer.Ordinal))}.");
            }
        }
    }

    public void Complain(string message) => _faults.Add(Place, message);

    private void ComplainUnlessAbsent(string message)
    {
        if (_yaml is not null)
        {
            _faults.Add(Place, message);
        }
    }
}
