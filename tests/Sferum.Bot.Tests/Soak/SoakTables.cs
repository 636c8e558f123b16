using System.Collections.Frozen;
using System.Globalization;
using Sferum.Bot.Privacy;

namespace Sferum.Bot.Tests.Soak;

/// <summary>How many there are of what tables may grow with.</summary>
internal sealed record SoakPopulation(int People, int Institutions, int Lines, int Events, int Erasures);

/// <summary>
/// What each table of the schema may come to. One that is kept by rule has to be nearly empty when the rule's time has passed
/// and nothing new came; one that is kept while needed has its bound here, and a table without any is a fault.
/// </summary>
internal static class SoakTables
{
    /// <summary>What may be left of a table kept by rule: of those who hold a post, and of the days of the leaps themselves.</summary>
    private static readonly FrozenDictionary<string, Func<SoakPopulation, int>> Left = new Dictionary<string, Func<SoakPopulation, int>>
    {
        ["person"] = soak => soak.People,
        ["peer"] = soak => soak.People,
        ["conversation"] = soak => soak.People,
        ["teacher"] = soak => soak.People,
        ["membership"] = soak => soak.People * 2,
        ["reminder_mark"] = soak => soak.People * soak.Lines,
        ["reminder_later"] = soak => soak.People,
        ["journal_seal"] = soak => soak.People + soak.Institutions,
        ["claim_code"] = soak => soak.Institutions,
        ["digest"] = _ => 400,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Func<SoakPopulation, int>> Bounds = new Dictionary<string, Func<SoakPopulation, int>>
    {
        ["failed_claim"] = _ => 100,
        ["report"] = soak => soak.Institutions * soak.Lines,
        ["promise"] = soak => soak.Institutions * soak.Lines,
        ["shown_chat"] = soak => soak.Institutions * soak.Lines,
        ["line_decision"] = soak => soak.Institutions * soak.Lines,
        ["escalation"] = soak => soak.Institutions * soak.Lines,
        ["inbox"] = soak => soak.People,
        ["outbox"] = soak => soak.People * 2,
        ["saved_audience"] = soak => soak.Events,
        ["saved_answer"] = soak => soak.Events,
        ["substitute"] = soak => soak.Events,
        ["order_version"] = soak => soak.Events,
        ["order_term"] = soak => soak.Events,
        ["institution"] = soak => soak.Institutions,
        ["consent_text"] = _ => 2,
        ["erased_person"] = soak => soak.Erasures,
        ["trouble"] = _ => 10,
        ["outbox_hold"] = soak => soak.Events,
        ["stream_cursor"] = _ => 2,

        // Append-only by order of the office: it grows with what was done, and with nothing else.
        ["journal"] = soak => soak.Events * 4,
    }.ToFrozenDictionary();

    /// <summary>Days after which rows have to be gone, where that is short enough to be seen while the run goes on.</summary>
    private static readonly FrozenDictionary<string, int> Days = new Dictionary<string, int>
    {
        ["seen_event"] = 8,
        ["talk"] = 9,
        ["outbox_done"] = 30,
        ["unasked_day"] = 30,
        ["panel_link"] = 1,
        ["content_to_delete"] = 1,
    }.ToFrozenDictionary();

    public static IEnumerable<string> Unknown(IEnumerable<string> tables) => tables
        .Except(StoredData.Tables.Select(table => table.Name))
        .Concat(StoredData.Tables.Where(table => table.Keeping is Keeping.WhileNeeded && !Bounds.ContainsKey(table.Name)).Select(table => table.Name));

    /// <summary>Tables that grew beyond their bound, or on and on though their rows are to go.</summary>
    public static IEnumerable<string> Grown(IReadOnlyList<SoakSample> samples, SoakPopulation soak)
    {
        foreach (var (table, rows) in samples[^1].Rows)
        {
            if (Bounds.TryGetValue(table, out var bound) && rows > bound(soak))
            {
                yield return Say(table, rows, bound(soak), "its bound");
            }

            // Rows of two retention times ago and those of today have nothing in common.
            if (Days.TryGetValue(table, out var days) && samples[^1].At - samples[0].At > TimeSpan.FromDays(4 * days))
            {
                var middle = samples[0].At + ((samples[^1].At - samples[0].At) / 2);
                var before = samples.Where(sample => sample.At <= middle && sample.At - samples[0].At > TimeSpan.FromDays(1.5 * days)).Select(sample => sample.Rows[table]).DefaultIfEmpty().Max();
                var after = samples.Where(sample => sample.At > middle).Select(sample => sample.Rows[table]).Max();
                if (after > (before * 1.5) + 100)
                {
                    yield return Say(table, after, before, "half a run ago");
                }
            }
        }
    }

    /// <summary>Tables that still hold what the rules should have removed.</summary>
    public static IEnumerable<string> NotRemoved(SoakSample after, SoakPopulation soak) =>
        from table in StoredData.Tables
        where table.Keeping is Keeping.ByRule
        let most = Left.TryGetValue(table.Name, out var left) ? left(soak) : 0
        where after.Rows.GetValueOrDefault(table.Name) > most
        select Say(table.Name, after.Rows[table.Name], most, "what its rule leaves");

    private static string Say(string table, long rows, long most, string of) => string.Create(CultureInfo.InvariantCulture, $"{table}: {rows} rows, {of} is {most}");
}
