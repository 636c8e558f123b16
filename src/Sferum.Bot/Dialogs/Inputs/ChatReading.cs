using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>What a message says of a chat; shared by <c>chat</c> and <c>staff_chat</c>.</summary>
/// <param name="Said">The numbers are said to be of people, or stand with a title; else they may be of anything.</param>
internal sealed partial record ChatReading(string? Title, long? Members, long? Staff, bool Said)
{
    private const int LongestTitle = 100;

    public static ChatReading Of(string message, DateOnly today, bool withStaff)
    {
        var clean = ListMark().Replace(TypedText.Clean(message), "  ");
        var rest = LinkText.Blank(DateReader.Blank(clean, DateReader.Find(clean, today).Where(m => m.Shape != DateShape.Slashed)));
        rest = Quantities.Find(WithoutQuotes(rest)).IsEmpty ? SpokenNumbers.ToDigits(rest) : rest;

        if (withStaff && FractionInput.Of(TypedText.Fold(rest)) is { } part)
        {
            return new ChatReading(Titles.Of(TypedText.Blank(rest, part.Start, part.Length)), part.Done, part.Total, true);
        }

        var quantities = Quantities.Find(WithoutQuotes(rest));
        var staff = withStaff ? quantities.FirstOrDefault(q => q.OfStaff) : null;
        var others = quantities.Where(q => !q.OfStaff).ToList();
        var members = others.Find(q => q.OfPeople) ?? others.FindLast(q => StandsApart(rest, q, staff));
        foreach (var quantity in (ReadOnlySpan<Quantity?>)[staff, members])
        {
            rest = quantity is null ? rest : TypedText.Blank(rest, quantity.Start, quantity.Length);
        }

        var title = Titles.Of(rest);
        return new ChatReading(title, members?.Value, staff?.Value, staff is not null || members is { OfPeople: true } || (title is not null && members is not null));
    }

    /// <summary>Null when all of it can be kept.</summary>
    public string? Problem =>
        Title is { Length: > LongestTitle } ? "too_long"
        : Members is { } members && Quantities.ProblemOf(members) is { } wrong ? wrong
        : Staff is { } staff ? Quantities.ProblemOf(staff)
        : null;

    /// <summary>A recogniser's answer with these parts; None when there is nothing.</summary>
    public Recognition Recognition(params ReadOnlySpan<(string Name, string? Value)> parts)
    {
        var values = AnswerParts.Of(parts);
        return Problem is { } problem
            ? new Recognition.Problem(problem) { IsLoose = !Said }
            : values.IsEmpty ? new Recognition.None() : new Recognition.Match(values) { IsLoose = !Said };
    }

    /// <summary>At the end, or at the beginning before a comma or dash, a number without a word is the number of members.</summary>
    private static bool StandsApart(string text, Quantity quantity, Quantity? staff)
    {
        var after = text[(quantity.Start + quantity.Length)..];
        if (staff is not null && staff.Start > quantity.Start)
        {
            after = text[(quantity.Start + quantity.Length)..staff.Start];
        }

        var isFirst = !text[..quantity.Start].Any(char.IsLetterOrDigit);
        return !after.Any(char.IsLetterOrDigit) || (isFirst && after.TrimStart(' ') is [',' or ';' or '-' or ':' or '\n', ..]);
    }

    private static string WithoutQuotes(string text) =>
        Quotes.Find(text) is { } quoted && text.IndexOf(quoted, StringComparison.Ordinal) is >= 0 and var start
            ? TypedText.Blank(text, start, quoted.Length)
            : text;

    /// <summary>«1) Педсовет 2) 34».</summary>
    [GeneratedRegex(@"(?<=^|\s)\d\)(?=\s)")]
    private static partial Regex ListMark();
}
