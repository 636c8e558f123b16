using System.Collections.Immutable;
using System.Globalization;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>A day that has been, in any Russian way; part <c>date</c> (ISO). Of several the first that can be.</summary>
internal sealed class DateInput : IInput
{
    private const string Part = "date";

    public string Name => "date";

    public ImmutableArray<string> Parts => [Part];

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today)
    {
        var clean = TypedText.Clean(message.Text);
        var readings = Readings(clean, today).ToList();
        return (readings.OfType<DateReading.Valid>().FirstOrDefault(), readings.FirstOrDefault()) switch
        {
            ({ } valid, _) => new Recognition.Match(AnswerParts.Of((Part, valid.Iso))),
            (null, DateReading.Refused refused) => new Recognition.Problem(refused.Reason),
            _ => new Recognition.None(),
        };
    }

    public string Describe(ImmutableSortedDictionary<string, string> values) => Short(values.GetValueOrDefault(Part)) ?? "";

    /// <summary>«15.04.2024» of an ISO date.</summary>
    public static string? Short(string? iso) =>
        DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)
            : null;

    private static IEnumerable<DateReading> Readings(string clean, DateOnly today)
    {
        var mentions = DateReader.Find(clean, today);
        if (mentions.Count == 0)
        {
            return DateReader.ReadBare(clean, today) is { } bare ? [bare] : [];
        }

        // «1.3» and «15/04» stand for a date only where nothing else is said; next to a surer date they are no dates at all.
        var sure = mentions.Where(m => m.Shape == DateShape.Sure).ToList();
        return (sure.Count > 0 ? sure : mentions.Where(m => IsAlone(clean, m) || m is { Shape: DateShape.DayAndMonth, Length: > 3 }))
            .Select(m => m.Reading);
    }

    private static bool IsAlone(string clean, DateMention mention) =>
        !DateReader.Blank(clean, [mention]).Any(char.IsLetterOrDigit);
}
