using System.Globalization;

namespace Sferum.Bot.DataFiles;

/// <summary>Dates in data files: <c>2024-04-19</c>.</summary>
internal static class DataNodeDates
{
    /// <summary>A date that must be there; null after a fault.</summary>
    public static DateOnly? Date(this DataNode node, string what) => node.Text(what).Length == 0 ? null : node.DateOrNull();

    public static DateOnly? DateOrNull(this DataNode node)
    {
        var text = node.TextOrNull();
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        node.Complain($"«{text}» — не дата. Пишите год, месяц и день: 2024-04-19.");
        return null;
    }
}
