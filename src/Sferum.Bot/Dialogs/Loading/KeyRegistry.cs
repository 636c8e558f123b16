using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs.Compiled;

namespace Sferum.Bot.Dialogs.Loading;

/// <summary>All keys of dialogs and states, known before any target is read.</summary>
internal sealed class KeyRegistry
{
    public const string Same = "same";

    public const string Home = "home";

    public const string Back = "back";

    private readonly Dictionary<string, Place> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string First, Place Place)> _dialogs = new(StringComparer.Ordinal);

    public void Add(string dialog, DataNode root)
    {
        if (_dialogs.TryGetValue(dialog, out var known))
        {
            root["dialog"].Complain($"Диалог «{dialog}» уже описан в {known.Place.File}. Переименуйте один из них или объедините файлы.");
            return;
        }

        var first = "";
        foreach (var (name, state) in root["states"].Members())
        {
            var key = $"{dialog}.{name}";
            if (name is Same or Home or Back || name.Contains('.', StringComparison.Ordinal) || string.IsNullOrWhiteSpace(name))
            {
                state.Complain($"Так состояние назвать нельзя: «{name}». Возьмите короткое имя без точек, кроме {Same}, {Home} и {Back}.");
            }

            if (!_states.TryAdd(key, state.Place))
            {
                state.Complain($"Состояние «{key}» уже есть ({_states[key]}). Переименуйте одно из двух.");
            }

            first = first.Length == 0 ? key : first;
        }

        if (first.Length == 0 && !root["notices"].Exists)
        {
            root.Complain($"В диалоге «{dialog}» нет ни состояний, ни сообщений. Добавьте раздел states или notices.");
        }

        _dialogs.Add(dialog, (first, root["dialog"].Place));
    }

    public string? FirstOf(string dialog) => _dialogs.TryGetValue(dialog, out var known) ? known.First : null;

    public bool Has(string state) => _states.ContainsKey(state);

    /// <summary>Own short name, full key, or a dialog's key; null with a fault when it is none of them.</summary>
    public string? Resolve(string name, string dialog, DataNode node)
    {
        var own = $"{dialog}.{name}";
        if (_states.ContainsKey(own))
        {
            return own;
        }

        if (_states.ContainsKey(name))
        {
            return name;
        }

        if (FirstOf(name) is { Length: > 0 } first)
        {
            return first;
        }

        node.Complain($"Нет состояния «{name}»{Nearest(name, dialog)}.");
        return null;
    }

    public Target Target(DataNode node, string dialog)
    {
        var name = node.TextOrNull();
        return name switch
        {
            null => new Target.Stay(),
            Same => new Target.Same(),
            Home => new Target.Home(),
            Back => new Target.Back(),
            _ => Resolve(name, dialog, node) is { } state ? new Target.To(state) : new Target.Stay(),
        };
    }

    private string Nearest(string name, string dialog)
    {
        var shortName = name.Split('.')[^1];
        var near = _states.Keys
            .Where(k => k.StartsWith(dialog + ".", StringComparison.Ordinal) || k.EndsWith("." + shortName, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Take(6)
            .ToList();
        return near.Count > 0 ? $". Есть, например: {string.Join(", ", near)}" : ". Проверьте имя: короткое из этого файла или полное «диалог.состояние»";
    }
}
