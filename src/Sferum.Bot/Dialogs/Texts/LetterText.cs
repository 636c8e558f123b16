using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Sferum.Bot.Dialogs.Texts;

/// <summary>
/// The specialist's own words to many, with what differs in braces: <c>{учреждение}</c>, <c>{осталось}</c> (points not yet
/// reported), <c>{срок}</c> (the nearest deadline among them).
/// </summary>
internal static partial class LetterText
{
    private const string Institution = "учреждение";
    private const string Left = "осталось";
    private const string Deadline = "срок";

    /// <summary>Of who has nothing left.</summary>
    private const string Nothing = "всё сдано";

    private const string NoDeadline = "срока нет";

    /// <summary>Filled in it still is one message of VK (<c>vk-platform.md</c> §2.2).</summary>
    private const int Longest = 4_000;

    private static readonly ImmutableArray<string> Known = [Institution, Left, Deadline];

    /// <summary>The text says something else to each.</summary>
    public static bool IsPersonal(string text) => Variable().IsMatch(text);

    /// <summary>What stands in braces and is none of the variables, each once, with its braces.</summary>
    /// <param name="named">Whether the recipients act for institutions; without one no variable says anything.</param>
    public static ImmutableArray<string> Unknown(string text, bool named) =>
        [.. Variable().Matches(text).Where(m => !named || !Known.Contains(NameOf(m))).Select(m => m.Value).Distinct()];

    /// <summary>The text speaks of what is left to do.</summary>
    public static bool SpeaksOfDuties(string text) => Variable().Matches(text).Any(m => NameOf(m) is Left or Deadline);

    public static string Fill(string text, LetterValues values) => Cut(Variable().Replace(text, m => NameOf(m) switch
    {
        Institution => values.Institution,
        Left => values.Left.IsEmpty ? Nothing : string.Join(", ", values.Left),
        Deadline => values.Deadline is { } day ? RussianCalendar.DayAndMonth(day) : NoDeadline,
        _ => m.Value,
    }));

    private static string Cut(string text) => text.Length <= Longest ? text : $"{text.AsSpan(0, Longest - 1)}…";

    private static string NameOf(Match variable) => variable.Groups["name"].Value.Trim().ToLowerInvariant();

    [GeneratedRegex(@"\{(?<name>[^{}\n]{1,40})\}")]
    private static partial Regex Variable();
}

/// <summary>What differs between the recipients of one text.</summary>
/// <param name="Institution">Name, or names.</param>
/// <param name="Left">Labels of mandatory points that are not reported.</param>
/// <param name="Deadline">The first of theirs.</param>
internal sealed record LetterValues(string Institution, ImmutableArray<string> Left, DateOnly? Deadline);
