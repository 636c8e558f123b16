using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Sferum.Bot.Orders.Roster;

/// <summary>
/// The type of an institution by words: by the usual abbreviations and names, as far as some order knows the type they
/// stand for, else by the orders' own codes and names of types.
/// </summary>
internal sealed partial class TypeGuess(ImmutableArray<InstitutionType> types)
{
    /// <summary>All codes, to be named in a mend.</summary>
    public string Codes => string.Join(", ", types.Select(type => type.Code));

    /// <summary>The code that the cell is, whatever its case; null when it is none.</summary>
    public string? Exactly(string cell) => types.FirstOrDefault(type => type.Code.Equals(cell, StringComparison.OrdinalIgnoreCase))?.Code;

    /// <summary>The type that a name or a description speaks of; null when it speaks of none.</summary>
    public string? From(string words)
    {
        var plain = RosterNames.Comparable(words);
        return Exactly(Usual(plain)) ?? types.FirstOrDefault(type => Says(plain, type.Code) || Says(plain, type.Name))?.Code;
    }

    private static bool Says(string plain, string words) =>
        RosterNames.Comparable(words) is { Length: > 0 } said && $" {plain} ".Contains($" {said} ", StringComparison.Ordinal);

    /// <summary>The abbreviation at the beginning says more than the words after it: «МОУ СОШ с детским садом».</summary>
    private static string Usual(string plain) => plain switch
    {
        _ when BeginsAsCentre().IsMatch(plain) => "УДО",
        _ when BeginsAsKindergarten().IsMatch(plain) => "МДОУ",
        _ when BeginsAsSchool().IsMatch(plain) => "МОУ",
        _ when Centre().IsMatch(plain) => "УДО",
        _ when Kindergarten().IsMatch(plain) => "МДОУ",
        _ when School().IsMatch(plain) => "МОУ",
        _ => "",
    };

    [GeneratedRegex(@"^м?[бка]?(оу|у) дод?\b|^м?[бка]?удод?\b|^м?[бка]?оудод?\b")]
    private static partial Regex BeginsAsCentre();

    [GeneratedRegex(@"^м?[бка]?доу\b")]
    private static partial Regex BeginsAsKindergarten();

    [GeneratedRegex(@"^м?[бка]?оу\b")]
    private static partial Regex BeginsAsSchool();

    [GeneratedRegex(@"\b(дополнительного образования|дюсш|спортшкола|спортивная школа|дши|дмш|школа искусств|(дом|центр|дворец) (\w+ )?творчества)\b")]
    private static partial Regex Centre();

    [GeneratedRegex(@"\b(детский сад|детсад|д с|дошкольное (образовательное )?(учреждение|организация))\b")]
    private static partial Regex Kindergarten();

    [GeneratedRegex(@"\b(сош|оош|нош|школа|гимназия|лицей|общеобразовательное учреждение)\b")]
    private static partial Regex School();
}
