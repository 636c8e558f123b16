using System.Globalization;

namespace Sferum.Bot.Panel;

/// <summary>What stands in an address or a field of a form, as the value that is meant; null for what is none.</summary>
internal static class FormValues
{
    /// <summary>Digits alone, from 0 on.</summary>
    public static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>As <see cref="PanelTime.Iso"/> writes it, and fields of days send it; of this century, so that every clock has an instant for it and for the day after.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, PanelTime.IsoFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2100 ? day : null;
}
