using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// What someone works as: «учитель информатики»; part <c>position</c>. Known in a longer message by the word for the
/// work, else any short text, loosely. Telephone, e-mail and passport are not kept: <c>personal_data</c>.
/// </summary>
internal sealed partial class PositionInput : IInput
{
    private const string Part = "position";

    private const int Shortest = 2;

    private const int Longest = 100;

    public string Name => "position";

    public ImmutableArray<string> Parts => [Part];

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today)
    {
        var clean = TypedText.Clean(message.Text);
        var known = Known().Match(TypedText.Fold(clean));
        if (PersonalData().IsMatch(clean))
        {
            return new Recognition.Problem("personal_data") { IsLoose = !known.Success };
        }

        if (known.Success && known.Length <= Longest)
        {
            return new Recognition.Match(AnswerParts.Of((Part, clean.Substring(known.Index, known.Length).Trim())));
        }

        return clean.Count(char.IsLetter) switch
        {
            0 => new Recognition.None(),
            < Shortest => new Recognition.Problem("too_short") { IsLoose = true },
            _ when clean.Length > Longest => new Recognition.Problem("too_long") { IsLoose = true },
            _ => new Recognition.Match(AnswerParts.Of((Part, clean))) { IsLoose = true },
        };
    }

    public string Describe(ImmutableSortedDictionary<string, string> values) => values.GetValueOrDefault(Part, "");

    /// <summary>From the word for the work, and what ranks it, to the next comma, number or line.</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:(?:старш|младш|главн|социальн|музыкальн|ведущ)\p{L}{2,3}\s)?(?:учител|воспитател|педагог|преподавател|заместител|зам[.\s]|методист|психолог|логопед|дефектолог|советник|тьютор|тренер|инструктор|вожат|библиотекар|педагог-библиотекар|концертмейстер|руководител|заведующ|директор|завуч|социальн\p{L}{2}\sпедагог)[^,;:\n\d№«»""()]{0,100}(?<![\s.-])")]
    private static partial Regex Known();

    /// <summary>Ten digits in a row, however grouped: a telephone, a passport, a СНИЛС.</summary>
    [GeneratedRegex(@"(?:\d[ ()-]{0,2}){9}\d|[\w.]@[\w-]{1,63}\.\w")]
    private static partial Regex PersonalData();
}
