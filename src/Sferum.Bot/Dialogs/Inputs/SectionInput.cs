using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>Where in a document: «строка 14», «раздел 3, п. 4.2», «стр. 5»; part <c>section</c>. Other short texts match loosely.</summary>
internal sealed partial class SectionInput : IInput
{
    private const string Part = "section";

    private const int Longest = 100;

    public string Name => "section";

    public ImmutableArray<string> Parts => [Part];

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today)
    {
        var clean = TypedText.Clean(message.Text);
        if (Find(clean) is { } place)
        {
            var (start, length) = place.GetOffsetAndLength(clean.Length);
            return new Recognition.Match(AnswerParts.Of((Part, clean.Substring(start, length))));
        }

        return clean switch
        {
            { Length: > Longest } => new Recognition.Problem("too_long") { IsLoose = true },
            _ when clean.Any(char.IsLetterOrDigit) => new Recognition.Match(AnswerParts.Of((Part, clean))) { IsLoose = true },
            _ => new Recognition.None(),
        };
    }

    public string Describe(ImmutableSortedDictionary<string, string> values) => values.GetValueOrDefault(Part, "");

    /// <summary>From the first to the last word of a place that follow each other; null when there is none.</summary>
    public static Range? Find(string clean)
    {
        var text = TypedText.Fold(clean);
        var match = Place().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var (start, end) = (match.Index, match.Index + match.Length);
        for (var next = match.NextMatch(); next.Success && !text[end..next.Index].Any(char.IsLetterOrDigit); next = next.NextMatch())
        {
            end = next.Index + next.Length;
        }

        return end - start > Longest ? start..(match.Index + match.Length) : start..end;
    }

    [GeneratedRegex(@"(?<!\p{L})(?:строк\p{L}{1,3}|подраздел\p{L}{0,2}|раздел\p{L}{0,2}|подпункт\p{L}{0,2}|пункт\p{L}{0,2}|п\.\s?п\.|пп\.|п\.|стр\.|страниц\p{L}{1,2}|лист\p{L}{0,2}|глав\p{L}{1,2}|мероприяти\p{L}{1,2})\s?№?\s?(?:\d{1,4}(?:\.\d{1,4}){0,4}|[ivxlc]{1,6})(?![\p{L}\d])|(?<![\p{L}\d.])(?:\d{1,3}|[ivxlc]{1,6})(?:-?(?:я|й|ая|ый|ий))?\s(?:строка|раздел|пункт|страница|лист|глава)(?!\p{L})")]
    private static partial Regex Place();
}
