using System.Collections.Immutable;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs.Compiled;
using Sferum.Bot.Dialogs.Inputs;
using Sferum.Bot.Dialogs.Matching;
using Sferum.Bot.Dialogs.Stepping;

namespace Sferum.Bot.Dialogs.Loading;

/// <summary>Reads the entries of <c>on</c> and <c>always</c>.</summary>
internal sealed class RuleReader(KeyRegistry keys, LiquidReader liquid, OperationReader operations, KeyboardReader keyboards)
{
    private const string AllFields = "all";
    private const string AllowedEvent = "allowed";

    public DialogRule Read(string dialog, DataNode node)
    {
        var input = Input(node);
        var rule = Rest(
            dialog,
            node,
            Command(node["press"]),
            [.. Words(node["words"])],
            input,
            Allowed(node["event"]));
        if (!rule.Triggers.Any())
        {
            node.Complain("Непонятно, на что отвечает это правило. Добавьте press, words, input или event: allowed.");
        }

        if (rule.Operations.Any(o => o is Operation.TakeFields) && input is not { Name: EngineInputs.Field, Problem: null })
        {
            node["do"].Complain("take_fields бывает только в правиле с input: field.");
        }

        node.ComplainOfUnread();
        return rule;
    }

    public DialogRule ReadAlways(string dialog, DataNode node)
    {
        var rule = Rest(dialog, node, null, [], null, false);
        if (!node["to"].Exists || rule.Target is Target.Same or Target.Back)
        {
            node.Complain("Правило в always ведёт в другое состояние: укажите to с его именем.");
        }

        node.ComplainOfUnread();
        return rule;
    }

    private DialogRule Rest(string dialog, DataNode node, string? press, ImmutableArray<string> words, InputPattern? input, bool allowed)
    {
        var variables = Variables.OfState;
        var snack = node["snack"];
        if (node["inline"].Exists && !node["say"].Exists)
        {
            node["inline"].Complain("Кнопки в inline стоят под сообщением, а say здесь нет. Добавьте say или уберите inline.");
        }

        return new DialogRule(
            node.Place,
            press,
            words,
            input,
            allowed,
            liquid.Expression(node["when"], "условие", variables),
            operations.Read(node["do"]),
            liquid.Texts(node["say"], variables),
            keyboards.Read(node["inline"], inline: true, variables),
            snack.Exists ? liquid.Text(snack, "текст уведомления", variables) : null,
            keys.Target(node["to"], dialog));
    }

    private static string? Command(DataNode node)
    {
        var command = node.TextOrNull();
        if (command == KeyboardBuilder.PageCommand)
        {
            node.Complain($"Команда «{command}» занята листанием кнопок. Назовите свою иначе.");
        }

        return command;
    }

    private static IEnumerable<string> Words(DataNode node)
    {
        if (!node.Exists)
        {
            yield break;
        }

        foreach (var item in node.IsText ? [node] : node.Items())
        {
            var word = TypedWords.Normalise(item.Text("слово"));
            if (word.Length == 0)
            {
                item.Complain("Здесь нет ни буквы, ни цифры, ни «+»: такое слово узнать нельзя. Замените его.");
            }
            else
            {
                yield return word;
            }
        }
    }

    private static InputPattern? Input(DataNode node)
    {
        var problem = node["problem"].TextOrNull();
        if (node["input"].TextOrNull() is not { } name)
        {
            if (problem is not null)
            {
                node["problem"].Complain("problem бывает только вместе с input. Добавьте input с именем распознавателя.");
            }

            return null;
        }

        if (!InputCatalog.All.ContainsKey(name) && !EngineInputs.All.Contains(name))
        {
            var known = InputCatalog.All.Keys.Concat(EngineInputs.All).Distinct().Order(StringComparer.Ordinal);
            node["input"].Complain($"Нет распознавателя «{name}». Есть: {string.Join(", ", known)}.");
        }

        return new InputPattern(name, problem, Among(node["among"], name));
    }

    private static bool Among(DataNode node, string input)
    {
        if (node.TextOrNull() is not { } among)
        {
            return false;
        }

        if (among != AllFields || input != EngineInputs.Field)
        {
            node.Complain($"among бывает только «{AllFields}» и только при input: {EngineInputs.Field}.");
        }

        return true;
    }

    private static bool Allowed(DataNode node)
    {
        var name = node.TextOrNull();
        if (name is not (null or AllowedEvent))
        {
            node.Complain($"Нет события «{name}». Есть одно: {AllowedEvent}.");
        }

        return name == AllowedEvent;
    }
}
