using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs.Compiled;

namespace Sferum.Bot.Dialogs.Loading;

/// <summary>Reads one state of a dialog file.</summary>
internal sealed class StateReader(KeyRegistry keys, LiquidReader liquid, RuleReader rules, KeyboardReader keyboards)
{
    public DialogState Read(string dialog, string name, DataNode node)
    {
        var key = $"{dialog}.{name}";
        if (!node.IsMap)
        {
            node.Complain($"Состояние «{key}» описывается набором ключей: say, buttons, on и другие. Добавьте хотя бы say.");
        }

        var root = key == DialogBook.Root;
        var variables = Variables.OfState;
        var state = new DialogState(
            key,
            dialog,
            Parent(node["parent"], dialog, root),
            liquid.Texts(node["say"], variables),
            keyboards.Read(node["buttons"], inline: false, variables),
            keyboards.Read(node["inline"], inline: true, variables),
            node["attach"].Exists ? liquid.Text(node["attach"], "имена вложений через запятую", variables) : null,
            node["hint"].Exists ? liquid.Text(node["hint"], "текст подсказки", variables) : null,
            [.. node["on"].Items().Select(r => rules.Read(dialog, r))],
            [.. node["always"].Items().Select(r => rules.ReadAlways(dialog, r))],
            node.Place);

        if (state is { Buttons.Rows.Length: > 0, Inline: not null, Say.Length: 1 })
        {
            node["inline"].Complain("У одного сообщения одна клавиатура: при своих buttons и inline нужны два текста в say (списком).");
        }

        if (root)
        {
            node.ComplainOfUnread("home", "paging");
        }
        else
        {
            node.ComplainOfUnread();
        }

        return state;
    }

    private string? Parent(DataNode node, string dialog, bool root)
    {
        if (node.TextOrNull() is not { } name)
        {
            return root ? null : DialogBook.Root;
        }

        if (root)
        {
            node.Complain($"{DialogBook.Root} — корень всех состояний, родителя у него нет. Удалите parent.");
            return null;
        }

        return keys.Resolve(name, dialog, node) ?? DialogBook.Root;
    }
}
