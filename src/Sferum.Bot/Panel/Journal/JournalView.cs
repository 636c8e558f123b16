using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Sferum.Bot.Reports;

namespace Sferum.Bot.Panel.Journal;

/// <summary>What the address says is to be shown; what it says wrongly counts as not said.</summary>
public sealed record JournalView(JournalQuery Query)
{
    public static JournalView Of(IQueryCollection query) => new(new JournalQuery(
        FormValues.Number(query["institution"]),
        FormValues.Number(query["person"]),
        JournalWords.Topics.Select(t => t.Topic).FirstOrDefault(topic => topic == query["topic"]),
        FormValues.Day(query["since"]),
        FormValues.Day(query["until"]),
        FormValues.Number(query["before"])));

    public bool IsFiltered => Query with { Before = null } != JournalQuery.All;

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
}
