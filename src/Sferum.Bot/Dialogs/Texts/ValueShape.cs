using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs.Texts;

/// <summary>What may be asked of a value in a template, known without facts. A closed list.</summary>
internal abstract record ValueShape
{
    private static readonly ConcurrentDictionary<Type, ValueShape> Known = new();

    private ValueShape()
    {
    }

    public static ValueShape Unknown { get; } = new Anything();

    public static ValueShape Plain { get; } = new Scalar();

    /// <summary>Any member may be asked.</summary>
    internal sealed record Anything : ValueShape;

    /// <summary>A text, a number, a date, true or false.</summary>
    internal sealed record Scalar : ValueShape;

    internal sealed record List(ValueShape Item) : ValueShape;

    internal sealed record Map(ImmutableSortedDictionary<string, ValueShape> Members) : ValueShape;

    public static ValueShape Of(Type type) => Known.GetOrAdd(type, Read);

    public static ValueShape OfMembers(params ReadOnlySpan<string> plain)
    {
        var members = ImmutableSortedDictionary.CreateBuilder<string, ValueShape>(StringComparer.Ordinal);
        foreach (var name in plain)
        {
            members.Add(name, Plain);
        }

        return new Map(members.ToImmutable());
    }

    private static ValueShape Read(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return new List(Of(type.GetGenericArguments()[0]));
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableSortedDictionary<,>))
        {
            return Unknown;
        }

        if (!FactTypes.HasMembers(type))
        {
            return Plain;
        }

        return new Map(FactTypes.MembersOf(type)
            .ToImmutableSortedDictionary(p => Fluid.MemberNameStrategies.SnakeCase(p), p => Of(p.PropertyType), StringComparer.Ordinal));
    }
}
