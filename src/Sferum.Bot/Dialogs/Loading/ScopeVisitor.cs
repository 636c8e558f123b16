using System.Collections.Immutable;
using Fluid;
using Fluid.Ast;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Loading;

/// <summary>Walks a parsed template and complains of names, members, filters and tags that would give nothing.</summary>
internal sealed class ScopeVisitor(Variables variables, IReadOnlySet<string> conditions, Action<string> complain) : AstVisitor
{
    private static readonly FilterCollection KnownFilters = LiquidOptions.Create(TimeZoneInfo.Utc).Filters;

    private ImmutableSortedDictionary<string, ValueShape> _shapes = variables.Shapes;

    /// <summary>Names of conditions that were used.</summary>
    public HashSet<string> UsedConditions { get; } = new(StringComparer.Ordinal);

    public ValueShape ShapeOf(Expression? expression) => expression switch
    {
        MemberExpression member => Resolve(member, _ => { }),
        FilterExpression { Name: "where" or "reject" or "sort" or "sort_natural" or "reverse" or "uniq" or "compact" } same => ShapeOf(same.Input),
        FilterExpression { Name: "first" or "last" or "find" } item => ShapeOf(item.Input) is ValueShape.List list ? list.Item : ValueShape.Unknown,
        _ => ValueShape.Unknown,
    };

    protected override Expression VisitMemberExpression(MemberExpression memberExpression)
    {
        Resolve(memberExpression, complain);
        foreach (var segment in memberExpression.Segments.OfType<IndexerSegment>())
        {
            Visit(segment.Expression);
        }

        return memberExpression;
    }

    protected override Expression VisitFilterExpression(FilterExpression filterExpression)
    {
        if (!KnownFilters.TryGetValue(filterExpression.Name, out _))
        {
            complain($"Нет фильтра «{filterExpression.Name}». Проверьте имя: например, plural, date, weekday_date, days_until, lower_first.");
        }

        return base.VisitFilterExpression(filterExpression);
    }

    protected override Statement VisitForStatement(ForStatement forStatement)
    {
        var source = forStatement.Source;
        if (source is not null)
        {
            Visit(source);
        }

        var outer = _shapes;
        var item = ShapeOf(source) is ValueShape.List list ? list.Item : ValueShape.Unknown;
        _shapes = _shapes.SetItem(forStatement.Identifier, item).SetItem("forloop", ValueShape.Unknown);
        foreach (var statement in forStatement.Statements)
        {
            Visit(statement);
        }

        _shapes = outer;
        foreach (var statement in forStatement.Else?.Statements ?? [])
        {
            Visit(statement);
        }

        return forStatement;
    }

    protected override Statement VisitAssignStatement(AssignStatement assignStatement)
    {
        Visit(assignStatement.Value);
        _shapes = _shapes.SetItem(assignStatement.Identifier, ShapeOf(assignStatement.Value));
        return assignStatement;
    }

    protected override Statement VisitCaptureStatement(CaptureStatement captureStatement)
    {
        _shapes = _shapes.SetItem(captureStatement.Identifier, ValueShape.Plain);
        return base.VisitCaptureStatement(captureStatement);
    }

    protected override Statement VisitIncludeStatement(IncludeStatement includeStatement) => Refuse(includeStatement, "include");

    protected override Statement VisitRenderStatement(RenderStatement renderStatement) => Refuse(renderStatement, "render");

    protected override Statement VisitFromStatement(FromStatement fromStatement) => Refuse(fromStatement, "from");

    protected override Statement VisitMacroStatement(MacroStatement macroStatement) => Refuse(macroStatement, "macro");

    protected override Statement VisitIncrementStatement(IncrementStatement incrementStatement) => Refuse(incrementStatement, "increment");

    protected override Statement VisitDecrementStatement(DecrementStatement decrementStatement) => Refuse(decrementStatement, "decrement");

    private Statement Refuse(Statement statement, string tag)
    {
        complain($"Тег {tag} в текстах диалогов не работает. Уберите его.");
        return statement;
    }

    private ValueShape Resolve(MemberExpression expression, Action<string> wrong)
    {
        var path = "";
        var shape = ValueShape.Unknown;
        foreach (var (index, segment) in expression.Segments.Index())
        {
            if (segment is not IdentifierSegment { Identifier: var name })
            {
                shape = shape is ValueShape.List array ? array.Item : ValueShape.Unknown;
                path += "[…]";
                continue;
            }

            var found = index == 0 ? First(name) : Member(shape, name);
            if (found is null)
            {
                wrong(index == 0
                    ? $"Нет переменной «{name}». Есть: {string.Join(", ", _shapes.Keys.Concat(conditions).Order(StringComparer.Ordinal))}."
                    : $"У «{path}» нет «{name}»{Members(shape)}.");
                return ValueShape.Unknown;
            }

            shape = found;
            path = index == 0 ? name : $"{path}.{name}";
        }

        return shape;
    }

    private ValueShape? First(string name)
    {
        if (_shapes.TryGetValue(name, out var shape))
        {
            return shape;
        }

        if (!conditions.Contains(name))
        {
            return null;
        }

        UsedConditions.Add(name);
        return ValueShape.Plain;
    }

    private static ValueShape? Member(ValueShape shape, string name) => shape switch
    {
        ValueShape.Anything => ValueShape.Unknown,
        ValueShape.Map map => map.Members.GetValueOrDefault(name),
        ValueShape.List when name == "size" => ValueShape.Plain,
        ValueShape.List list when name is "first" or "last" => list.Item,
        ValueShape.Scalar when name == "size" => ValueShape.Plain,
        ValueShape.List or ValueShape.Scalar => null,
        _ => throw new InvalidOperationException($"Unknown shape {shape.GetType().Name}"),
    };

    private static string Members(ValueShape shape) =>
        shape is ValueShape.Map map ? $". Есть: {string.Join(", ", map.Members.Keys)}" : "";
}
