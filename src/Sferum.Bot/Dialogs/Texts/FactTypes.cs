using System.Collections.Immutable;
using System.Reflection;

namespace Sferum.Bot.Dialogs.Texts;

/// <summary>The types whose members a template may ask: facts, answers and all that these hold.</summary>
internal static class FactTypes
{
    /// <remarks>Followed from member to member: who asks the assembly for its types loads thousands of them.</remarks>
    public static ImmutableHashSet<Type> All { get; } = HeldBy(typeof(Facts), typeof(AnswerFacts));

    /// <summary>Not a text, a number, a date or a choice.</summary>
    public static bool HasMembers(Type type) => type.Assembly == typeof(FactTypes).Assembly && !type.IsEnum;

    public static PropertyInfo[] MembersOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static ImmutableHashSet<Type> HeldBy(params ReadOnlySpan<Type> roots)
    {
        var found = ImmutableHashSet.CreateBuilder<Type>();
        var open = new Stack<Type>(roots.ToArray());
        while (open.TryPop(out var type))
        {
            if (type.IsGenericType)
            {
                foreach (var argument in type.GetGenericArguments())
                {
                    open.Push(argument);
                }
            }
            else if (HasMembers(type) && found.Add(type))
            {
                foreach (var member in MembersOf(type))
                {
                    open.Push(member.PropertyType);
                }
            }
        }

        return found.ToImmutable();
    }
}
