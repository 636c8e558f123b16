using Fluid;

namespace Sferum.Bot.Dialogs.Texts;

internal static class RussianFilters
{
    public static void Register(FilterCollection filters, TimeZoneInfo zone)
    {
        foreach (var name in (string[])["plural", "weekday_date", "short_date", "days_until", "time", "lower_first", "quote", "join_and"])
        {
            filters.AddFilter(name, (input, _, _) => input);
        }
    }
}
