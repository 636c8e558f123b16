using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>What must not be in a text that the bot will say to anybody who asks.</summary>
internal static partial class SavedText
{
    private const int Shortest = 3;

    /// <summary>An answer has to be read on a telephone.</summary>
    private const int Longest = 1200;

    /// <summary><c>empty</c>, <c>long</c>, <c>code</c>, <c>email</c>, <c>phone</c> or <c>page</c> (somebody's on VK); null when it may be said.</summary>
    public static string? FaultOf(string text)
    {
        var clean = TypedText.Clean(text);
        return clean switch
        {
            _ when clean.Count(char.IsLetter) < Shortest => "empty",
            { Length: > Longest } => "long",
            _ when ClaimCode().IsMatch(clean) || SaidCode().IsMatch(clean) || CodeInput.Find(clean) is not null => "code",
            _ when Email().IsMatch(clean) => "email",
            _ when ShortPhone().IsMatch(clean) || LongPhone().IsMatch(clean) => "phone",
            _ when Page().IsMatch(clean) => "page",
            _ => null,
        };
    }

    /// <summary>Of an institution, also among other words; «2024-2025» is none.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d-])(?=[\d-]*[A-Za-z])[A-Za-z2-9]{4}-[A-Za-z2-9]{4}(?![\p{L}\d-])")]
    private static partial Regex ClaimCode();

    [GeneratedRegex(@"\bкод(?:а|у|ом|е|ы)?\b(?:\s+\p{L}+){0,4}\W{1,3}\d{4,8}\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaidCode();

    [GeneratedRegex(@"[\p{L}\d._%+-]+@[\p{L}\d-]+\.\p{L}{2,}")]
    private static partial Regex Email();

    /// <summary>Eleven digits in the usual groups, or ten with brackets.</summary>
    [GeneratedRegex(@"(?<![\d.])(?:(?:\+7|8|7)[\s-]*\(?(?:\d[\s()-]{0,2}){9}\d|\(\d{3,5}\)[\s-]*\d{1,3}[\s-]*\d{2}[\s-]*\d{2})(?!\d)")]
    private static partial Regex LongPhone();

    /// <summary>«2-15-47», «21-15-47», «221-15-47».</summary>
    [GeneratedRegex(@"(?<![\d.-])\d{1,3}-\d\d-\d\d(?![\d-])")]
    private static partial Regex ShortPhone();

    [GeneratedRegex(@"(?:vk\.(?:com|ru)/|@)id\d+|\[id\d+\|", RegexOptions.IgnoreCase)]
    private static partial Regex Page();
}
