using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Sferum.Bot.Reports;

namespace Sferum.Bot.Panel.Journal;

/// <summary>What the address says is to be shown; what it says wrongly counts as not said.</summary>
public sealed record JournalView(JournalQuery Query)
{
    public static JournalView Of(IQueryCollection query) => new(new JournalQuery(
        Number(query["institution"]),
        Number(query["person"]),
        JournalWords.Topics.Select(t => t.Topic).FirstOrDefault(topic => topic == query["topic"]),
        Day(query["since"]),
        Day(query["until"]),
        Number(query["before"])));

    public bool IsFiltered => this with { Query = Query with { Before = null } } != new JournalView(new JournalQuery(null, null, null, null, null, null));

    public string Url(string path = JournalEndpoints.Address) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["institution"] = Query.Institution?.ToString(CultureInfo.InvariantCulture),
        ["person"] = Query.Person?.ToString(CultureInfo.InvariantCulture),
        ["topic"] = Query.Topic,
        ["since"] = Query.Since is { } since ? PanelTime.Iso(since) : null,
        ["until"] = Query.Until is { } until ? PanelTime.Iso(until) : null,
        ["before"] = Query.Before?.ToString(CultureInfo.InvariantCulture),
    }.Where(p => p.Value is not null));

    public JournalView OlderThan(long? number) => new(Query with { Before = number });

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
