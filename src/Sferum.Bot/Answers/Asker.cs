using System.Collections.Immutable;

namespace Sferum.Bot.Answers;

/// <summary>Who asks, as far as it is known: the same words mean another topic from a kindergarten than from a school.</summary>
/// <param name="Role"><c>director</c>, <c>teacher</c>, <c>specialist</c> or <c>unknown</c>.</param>
/// <param name="OrgType">МОУ, МДОУ or УДО as the order spells it; empty when unknown.</param>
public readonly record struct Asker(string Role, string OrgType)
{
    public const string UnknownRole = "unknown";

    public static ImmutableArray<string> Roles { get; } = ["director", "teacher", "specialist", UnknownRole];

    public static Asker Unknown { get; } = new(UnknownRole, "");
}
