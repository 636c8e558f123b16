using Sferum.Bot.Calendar;

namespace Sferum.Bot.Reminders;

/// <summary>When the specialist's digest of a day is due. What else she would be told unasked before it goes with it.</summary>
internal static class DigestTime
{
    /// <param name="at">By the office's clock; null: never.</param>
    /// <returns>Null where nobody may be written to at that time of the day.</returns>
    public static DateTimeOffset? DueOn(DateOnly day, TimeOnly? at, UnaskedHours hours) => at is { } time && hours.At(day, time) is var due && hours.IsOpen(due) ? due : null;
}
