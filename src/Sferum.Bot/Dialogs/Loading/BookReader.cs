using System.Collections.Frozen;
using System.Globalization;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs.Compiled;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Loading;

/// <summary>
/// Reads all dialog files in two rounds: first the keys, so that every target can be looked up, then everything else.
/// Goes on after a fault, to report all of them at once.
/// </summary>
internal sealed class BookReader
{
    private readonly Faults _faults;
    private readonly List<(string Dialog, DataNode Root)> _dialogs = [];
    private readonly Dictionary<string, DataNode> _conditions = new(StringComparer.Ordinal);
    private readonly KeyRegistry _keys = new();
    private readonly LiquidReader _liquid;

    private BookReader(IEnumerable<KeyValuePair<string, string>> files, Faults faults)
    {
        _faults = faults;
        foreach (var (path, text) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (IsOurs(text))
            {
                Register(DataNode.Parse(path, text, faults));
            }
        }

        _liquid = new LiquidReader(_conditions.Keys.ToHashSet(StringComparer.Ordinal));
    }

    public static DialogBook? Read(IEnumerable<KeyValuePair<string, string>> files, Faults faults)
    {
        var before = faults.Count;
        var book = new BookReader(files, faults).Compile();
        return faults.Count == before ? book : null;
    }

    /// <summary>Told by the text, so that a file whose YAML is broken is complained of by its own room only.</summary>
    private static bool IsOurs(string text) =>
        text.Split('\n').Any(l => l.StartsWith("dialog:", StringComparison.Ordinal) || l.StartsWith("conditions:", StringComparison.Ordinal));

    private void Register(DataNode root)
    {
        foreach (var (name, condition) in root["conditions"].Members())
        {
            if (!_conditions.TryAdd(name, condition))
            {
                condition.Complain($"Условие «{name}» уже есть ({_conditions[name].Place}). Переименуйте одно из двух.");
            }
            else if (Variables.OfState.Shapes.ContainsKey(name))
            {
                condition.Complain($"Имя «{name}» уже занято переменной. Назовите условие иначе.");
            }
        }

        if (!root["dialog"].Exists)
        {
            return;
        }

        var dialog = root["dialog"].Text("dialog — имя диалога");
        if (dialog.Length > 0)
        {
            _keys.Add(dialog, root);
            _dialogs.Add((dialog, root));
        }
    }

    private DialogBook? Compile()
    {
        var conditions = Conditions();
        var keyboards = new KeyboardReader(_liquid);
        var rules = new RuleReader(_keys, _liquid, new OperationReader(_liquid), keyboards);
        var states = new StateReader(_keys, _liquid, rules, keyboards);

        var allFiles = new Dictionary<string, DialogFile>(StringComparer.Ordinal);
        var allStates = new Dictionary<string, DialogState>(StringComparer.Ordinal);
        var allNotices = new Dictionary<string, DialogNotice>(StringComparer.Ordinal);
        ConsentText? consent = null;
        var allMoved = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (dialog, root) in _dialogs)
        {
            allFiles.TryAdd(dialog, new DialogFile(dialog, root["title"].Text("title — название диалога"), Version(root["version"]), _keys.FirstOf(dialog) ?? "", root.Place));
            foreach (var (name, node) in root["states"].Members())
            {
                var state = states.Read(dialog, name, node);
                allStates.TryAdd(state.Key, state);
            }

            foreach (var notice in Notices(root, keyboards))
            {
                if (!allNotices.TryAdd(notice.Name, notice))
                {
                    _faults.Add(notice.Place, $"Сообщение «{notice.Name}» уже описано в {allNotices[notice.Name].Place.File}. Переименуйте одно из двух.");
                }
            }

            if (root["consent"].Exists)
            {
                consent = Consent(dialog, root["consent"]) ?? consent;
            }

            Moved(dialog, root["moved"], allMoved);
            root.ComplainOfUnread("conditions");
        }

        if (!allStates.ContainsKey(DialogBook.Root))
        {
            _faults.Add(new Place("shared/anywhere.yaml", 0), $"Нет состояния {DialogBook.Root}. Добавьте файл с dialog: shared и состоянием anywhere.");
            return null;
        }

        if (_keys.FirstOf(DialogBook.WelcomeDialog) is not { Length: > 0 })
        {
            _faults.Add(new Place("welcome/hello.yaml", 0), $"Нет диалога {DialogBook.WelcomeDialog}: с него начинает новый человек. Добавьте этот файл.");
            return null;
        }

        var anywhere = _dialogs.First(d => $"{d.Dialog}.{DialogBook.Root.Split('.')[^1]}" == DialogBook.Root).Root["states"]["anywhere"];
        var home = Home(anywhere["home"]);
        var paging = anywhere["paging"];
        var book = new DialogBook(
            allFiles.ToFrozenDictionary(),
            allStates.ToFrozenDictionary(),
            allNotices.ToFrozenDictionary(),
            allMoved.ToFrozenDictionary(),
            conditions.ToFrozenDictionary(),
            home.ToFrozenDictionary(),
            paging.Exists ? new Paging(_liquid.Text(paging["next"], "next", Variables.OfState), _liquid.Text(paging["first"], "first", Variables.OfState)) : null,
            consent);
        BookChecks.Run(book, _faults);
        return book;
    }

    private Dictionary<string, DialogExpression> Conditions()
    {
        var conditions = new Dictionary<string, DialogExpression>(StringComparer.Ordinal);
        foreach (var (name, node) in _conditions)
        {
            conditions[name] = _liquid.Expression(node, "условие", Variables.OfState) ?? LiquidReader.Nothing;
        }

        var uses = conditions.ToDictionary(c => c.Key, c => _liquid.ConditionsIn(c.Value));
        foreach (var cycle in Cycles.Of(uses.Keys, c => uses[c]))
        {
            _conditions[cycle[0]].Complain($"Условия ссылаются друг на друга по кругу: {string.Join(" → ", cycle)}. Разорвите круг.");
        }

        return conditions;
    }

    private IEnumerable<DialogNotice> Notices(DataNode root, KeyboardReader keyboards)
    {
        foreach (var (name, node) in root["notices"].Members())
        {
            var say = node["say"];
            if (!say.Exists)
            {
                node.Complain($"В сообщении «{name}» нет текста. Добавьте say.");
            }

            yield return new DialogNotice(
                name,
                _liquid.Texts(say, Variables.OfNotice),
                keyboards.Read(node["inline"], inline: true, Variables.OfNotice),
                node.Place);
            node.ComplainOfUnread();
        }
    }

    private void Moved(string dialog, DataNode node, Dictionary<string, string> moved)
    {
        foreach (var (old, target) in node.Members())
        {
            if (_keys.Has(old))
            {
                target.Complain($"Состояние «{old}» есть, переносить из него некого. Удалите эту строку.");
            }
            else if (_keys.Resolve(target.Text("куда перенести"), dialog, target) is { } state && !moved.TryAdd(old, state))
            {
                target.Complain($"Для «{old}» уже сказано, куда переносить. Оставьте одно.");
            }
        }
    }

    private Dictionary<string, string> Home(DataNode node)
    {
        var home = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (role, target) in node.Members())
        {
            if (_keys.Resolve(target.Text("состояние с меню"), DialogBook.Root.Split('.')[0], target) is { } state)
            {
                home[role] = state;
            }
        }

        if (!home.ContainsKey(DialogBook.GuestRole))
        {
            node.Complain($"В home нет роли {DialogBook.GuestRole}: она нужна всем, у кого нет своей. Добавьте её.");
            home[DialogBook.GuestRole] = DialogBook.Root;
        }

        return home;
    }

    private ConsentText? Consent(string dialog, DataNode node)
    {
        var text = node["text"].Text("text — слова, с которыми соглашаются").Trim();
        var ask = _keys.Resolve(node["ask"].Text("ask — состояние, где спрашивают тех, кто согласился с прежними словами"), dialog, node["ask"]);
        node.ComplainOfUnread();
        return ask is null || text.Length == 0 ? null : new ConsentText(text, ask);
    }

    private static int Version(DataNode node)
    {
        if (int.TryParse(node.Text("version — номер, который растёт с каждой правкой"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0)
        {
            return version;
        }

        node.Complain("version — целое число от 1.");
        return 1;
    }
}
