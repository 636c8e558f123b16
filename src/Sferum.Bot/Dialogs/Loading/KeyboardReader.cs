using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs.Compiled;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Loading;

/// <summary>Reads <c>buttons</c> and <c>inline</c> and refuses what VK would refuse (<c>vk-platform.md</c> §2.2).</summary>
internal sealed partial class KeyboardReader(LiquidReader liquid)
{
    /// <summary>Null when absent.</summary>
    public KeyboardTemplate? Read(DataNode node, bool inline, Variables variables)
    {
        if (!node.Exists)
        {
            return null;
        }

        var limits = KeyboardLimits.Of(inline);
        var rows = node.Items().Select(r => Row(r, limits, variables)).ToImmutableArray();
        var fixedButtons = rows.OfType<RowTemplate.Fixed>().Sum(r => r.Buttons.Length);
        var lists = rows.Count(r => r is RowTemplate.Generated);
        var least = rows.Length + (lists > 0 ? 1 : 0);
        if (least > limits.Rows)
        {
            node.Complain($"Рядов кнопок {rows.Length}, а помещается {(lists > 0 ? limits.Rows - 1 : limits.Rows)}{(lists > 0 ? " (ещё один нужен для листания)" : "")}. Уберите лишние.");
        }

        var leastButtons = fixedButtons + rows.OfType<RowTemplate.Generated>().Sum(r => r.Buttons.Length) + (lists > 0 ? 1 : 0);
        if (leastButtons > limits.Buttons)
        {
            node.Complain($"Кнопок {leastButtons}, а помещается {limits.Buttons}. Уберите лишние.");
        }

        return new KeyboardTemplate(inline, rows, node.Place);
    }

    private RowTemplate Row(DataNode node, KeyboardLimits limits, Variables variables)
    {
        if (!node.IsMap)
        {
            var buttons = node.Items().Select(b => Button(b, variables)).ToImmutableArray();
            CheckColumns(node, buttons.Length, limits);
            return new RowTemplate.Fixed(buttons);
        }

        var loop = node["for"].Text("for: имя in список");
        var parts = Loop().Match(loop);
        if (!parts.Success)
        {
            node["for"].Complain($"Здесь ожидается «имя in список», например line in lines, а не «{loop}».");
        }

        var variable = parts.Success ? parts.Groups["name"].Value : "item";
        var source = parts.Success ? liquid.Parse(parts.Groups["list"].Value, node["for"], variables) : null;
        var inner = source is null ? variables.With(variable, ValueShape.Unknown) : variables.With(variable, liquid.ItemOf(source, variables));
        var row = node["row"].Items().Select(b => Button(b, inner)).ToImmutableArray();
        var columns = Number(node["columns"]);
        CheckColumns(node["row"], row.Length, limits);
        CheckColumns(node["columns"], columns ?? 1, limits);
        if (row.Length == 0)
        {
            node.Complain("У ряда с for нет кнопок. Добавьте row с описанием кнопки.");
        }

        var condition = liquid.Expression(node["when"], "условие", inner);
        var most = Number(node["most"]) ?? limits.Buttons;
        node.ComplainOfUnread();
        return new RowTemplate.Generated(variable, source ?? LiquidReader.Nothing, condition, row, Math.Max(1, most), columns);
    }

    private ButtonTemplate Button(DataNode node, Variables variables)
    {
        var label = liquid.Text(node["label"], "надпись на кнопке", variables);
        if (label.IsLiteral && label.Source.Length > KeyboardLimits.Label)
        {
            node["label"].Complain($"Надпись длиннее {KeyboardLimits.Label} знаков ({label.Source.Length}). Сократите её.");
        }

        var link = node["link"].Exists ? liquid.Text(node["link"], "адрес ссылки", variables) : null;
        var command = link is null ? node["press"].Text("press — команда кнопки") : "";
        if (link is not null && node["press"].Exists)
        {
            node.Complain("Кнопка или открывает ссылку (link), или посылает команду (press). Оставьте одно из двух.");
        }

        var args = node["args"].Members()
            .Select(a => new NamedText(a.Key, liquid.Text(a.Value, "значение", variables)))
            .ToImmutableArray();
        var smallest = args.ToImmutableSortedDictionary(a => a.Name, a => a.Text.IsLiteral ? a.Text.Source : "", StringComparer.Ordinal);
        if (!ButtonPayload.Fits(command, smallest))
        {
            node.Complain($"Команда кнопки со значениями больше {ButtonPayload.MostBytes} байт. Передавайте короткие ключи, а не тексты.");
        }

        var button = new ButtonTemplate(
            label,
            command,
            args,
            Color(node["color"]),
            link,
            liquid.Expression(node["when"], "условие", variables),
            node.Place);
        node.ComplainOfUnread();
        return button;
    }

    private static ButtonColor Color(DataNode node)
    {
        var name = node.TextOrNull();
        if (name is null)
        {
            return ButtonColor.Secondary;
        }

        if (Enum.TryParse<ButtonColor>(name, ignoreCase: true, out var color) && Enum.IsDefined(color))
        {
            return color;
        }

        node.Complain($"Нет цвета «{name}». Есть: primary, secondary, positive, negative.");
        return ButtonColor.Secondary;
    }

    private static int? Number(DataNode node)
    {
        if (node.TextOrNull() is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            return number;
        }

        node.Complain($"«{text}» — не число больше нуля.");
        return null;
    }

    private static void CheckColumns(DataNode node, int columns, KeyboardLimits limits)
    {
        if (columns > limits.Columns)
        {
            node.Complain($"В ряду {columns} кнопок, а помещается {limits.Columns}. Разбейте ряд на два.");
        }
    }

    [GeneratedRegex(@"^\s*(?<name>[a-z_][a-z0-9_]*)\s+in\s+(?<list>.+?)\s*$")]
    private static partial Regex Loop();
}
