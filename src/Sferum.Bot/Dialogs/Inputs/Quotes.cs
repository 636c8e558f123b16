using System.Text.RegularExpressions;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>The first thing in quotation marks of a clean text; inner « » belong to it.</summary>
internal static partial class Quotes
{
    /// <summary>Null when there is none with a letter in it.</summary>
    public static string? Find(string clean) =>
        Quoted().Match(clean) is { Success: true } match && Words(match) is { Length: > 0 } words && words.Any(char.IsLetter) ? words : null;

    private static string Words(Match match) =>
        (match.Groups["outer"].Success ? match.Groups["outer"] : match.Groups["straight"]).Value.Trim(' ', '\n', ',', ';');

    [GeneratedRegex("«(?<outer>[^«»]{1,300}(?:«[^«»]{1,300}»[^«»]{0,300}){0,2})»|\"(?<straight>[^\"]{1,300})\"")]
    private static partial Regex Quoted();
}
