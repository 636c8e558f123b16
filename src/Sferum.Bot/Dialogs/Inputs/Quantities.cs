using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>A whole number in a text, with the words that belong to it («участников: 34», «34 чел.»).</summary>
/// <param name="OfPeople">The words around say that people are counted.</param>
/// <param name="OfStaff">They say that these are all who work there.</param>
internal sealed record Quantity(int Start, int Length, long Value, bool OfPeople, bool OfStaff);

/// <summary>Numbers of people in a clean text; numbers of acts, points, schools, pages and decimal fractions are left alone.</summary>
internal static partial class Quantities
{
    /// <summary>More members than this is a slip of the keyboard: VK itself ends at 100,000.</summary>
    public const int Most = 100_000;

    public static ImmutableArray<Quantity> Find(string clean)
    {
        var result = ImmutableArray.CreateBuilder<Quantity>();
        for (var match = Number().Match(TypedText.Fold(clean)); match.Success; match = match.NextMatch())
        {
            var staff = match.Groups["staff"].Success;
            result.Add(new Quantity(
                match.Index,
                match.Length,
                Value(match.Groups["n"].Value),
                staff || match.Groups["label"].Success || match.Groups["unit"].Success,
                staff));
        }

        return result.ToImmutable();
    }

    /// <summary>The value of digits that may stand in groups; what no <c>long</c> holds is simply too large.</summary>
    public static long Value(string digits) =>
        long.TryParse(digits.Replace(" ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var value) ? value : long.MaxValue;

    /// <summary>Null when the number is fit to be kept.</summary>
    public static string? ProblemOf(long value) => value switch
    {
        0 => "zero",
        > Most => "too_large",
        _ => null,
    };

    public static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?:(?<!\p{L})(?:(?<staff>в\sштате(?:\sвсего)?|в\s(?:школе|саду|учреждении)|штат|по\sштату|педработников\sвсего|всего\sпед\p{L}{2,12})|(?<label>(?:количеств\p{L}|кол-во|число|численность)\s(?:участник\p{L}{1,2}|человек)|участник\p{L}{0,2}|участвовал\p{L}?|присутствовал\p{L}?|присутствующих|подключил\p{L}{2}|количество|численность|состав|было|нас|их))\s?[:=-]?\s?)?"
        + @"(?<![\p{L}\d№#./,])(?<!\d\s?-)(?<!(?:№|#|номер|школа|сош|пункт|п\.|строк[аи]|раздел|стр\.|лист|класс)\s?)(?<n>\d{1,3}(?:\s\d{3})+|\d+)(?!\d)(?![.,/]\d)(?!\s?-\s?\d)"
        + @"(?:-?(?:ти|х|м|ми)(?!\p{L}))?(?![\p{L}/-]*\d)(?!-\p{L})"
        + @"(?:\s?(?:(?<staff>в\sштате|по\sштату|штатн\p{L}{2,3})|(?<unit>чел(?:\.|овек[а]?|\b)|уч(?:\.|\b)|участни\p{L}{1,3}|участвовал\p{L}?|учител\p{L}{1,3}|член\p{L}{0,2}|педагог\p{L}{0,3}|педработник\p{L}{0,2}|сотрудник\p{L}{0,2}|работник\p{L}{0,2}|родител\p{L}{1,3}|ученик\p{L}{0,2}|уча?щ\p{L}{2,3}|обучающ\p{L}{2,4}|детей|воспитател\p{L}{1,2}|пользовател\p{L}{1,2}|подписчик\p{L}{0,2}|персон\p{L}?|присутств\p{L}{2,6}|подключ\p{L}{3,5}|заместител\p{L}{1,2}|советник\p{L}{0,2}))(?:\sв\s(?:чате|группе|беседе))?)?(?!\p{L})")]
    private static partial Regex Number();
}
