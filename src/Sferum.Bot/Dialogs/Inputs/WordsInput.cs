using System.Collections.Immutable;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>A short free text of 2–300 characters; part <c>text</c>. Anything may be one, so that it always matches loosely.</summary>
internal sealed class WordsInput : IInput
{
    private const string Part = "text";

    private const int FewestLetters = 2;

    private const int Longest = 300;

    public string Name => "words";

    public ImmutableArray<string> Parts => [Part];

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today)
    {
        var clean = TypedText.Clean(message.Text);
        return clean.Count(char.IsLetterOrDigit) switch
        {
            _ when clean.Length == 0 => new Recognition.None(),
            < FewestLetters => new Recognition.Problem("too_short") { IsLoose = true },
            _ when clean.Length > Longest => new Recognition.Problem("too_long") { IsLoose = true },
            _ => new Recognition.Match(AnswerParts.Of((Part, clean))) { IsLoose = true },
        };
    }

    public string Describe(ImmutableSortedDictionary<string, string> values) => values.GetValueOrDefault(Part, "");
}
