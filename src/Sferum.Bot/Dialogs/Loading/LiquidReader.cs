using System.Collections.Immutable;
using Fluid;
using Fluid.Ast;
using Fluid.Values;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Loading;

/// <summary>Reads texts and expressions, and checks the names in them against what a step's scope will have.</summary>
/// <param name="conditions">Names that stand for whole conditions.</param>
internal sealed class LiquidReader(IReadOnlySet<string> conditions)
{
    /// <summary>One message (<c>vk-platform.md</c> §2.2, [ours]).</summary>
    private const int LongestMessage = 4096;

    private readonly LiquidParser _parser = new();

    /// <summary>Stands for an expression that was complained of.</summary>
    public static DialogExpression Nothing { get; } = new("", new LiteralExpression(NilValue.Instance));

    /// <summary>Which named conditions each named condition uses; for the search of cycles.</summary>
    public IReadOnlySet<string> ConditionsIn(DialogExpression expression)
    {
        var visitor = new ScopeVisitor(Variables.OfState, conditions, _ => { });
        visitor.Visit(expression.Expression);
        return visitor.UsedConditions;
    }

    public ValueShape ItemOf(DialogExpression list, Variables variables) =>
        new ScopeVisitor(variables, conditions, _ => { }).ShapeOf(list.Expression) is ValueShape.List shape ? shape.Item : ValueShape.Unknown;

    /// <summary>A text or a list of texts; absent gives none.</summary>
    public ImmutableArray<DialogText> Texts(DataNode node, Variables variables)
    {
        if (!node.Exists)
        {
            return [];
        }

        return node.IsList
            ? [.. node.Items().Select(i => Text(i, "текст сообщения", variables))]
            : [Text(node, "текст сообщения", variables)];
    }

    public DialogText Text(DataNode node, string what, Variables variables)
    {
        var source = node.Text(what);
        if (!source.Contains("{{", StringComparison.Ordinal) && !source.Contains("{%", StringComparison.Ordinal))
        {
            if (source.Length > LongestMessage)
            {
                node.Complain($"Текст длиннее {LongestMessage} знаков ({source.Length}). Сократите его или разбейте на список сообщений.");
            }

            return new DialogText(source, null);
        }

        if (!_parser.TryParse(source, out var template, out var error))
        {
            node.Complain($"Шаблон не разбирается: {error.Split('\n')[0].Trim()}. Проверьте скобки {{{{ }}}} и {{% %}} и что каждый if и for закрыт.");
            return new DialogText("", null);
        }

        new ScopeVisitor(variables, conditions, node.Complain).VisitTemplate(template);
        return new DialogText(source, template);
    }

    /// <summary>Null when absent or wrong.</summary>
    public DialogExpression? Expression(DataNode node, string what, Variables variables)
    {
        if (!node.Exists)
        {
            return null;
        }

        var source = node.Text(what).Trim();
        return source.Length == 0 ? null : Parse(source, node, variables);
    }

    public DialogExpression? Parse(string source, DataNode node, Variables variables)
    {
        if (_parser.ParseExpression(source, out var error) is not { } expression)
        {
            node.Complain($"Выражение «{source}» не разбирается: {error}. Пример: line.status != 'accepted' and field == blank.");
            return null;
        }

        new ScopeVisitor(variables, conditions, node.Complain).Visit(expression);
        return new DialogExpression(source, expression);
    }
}
