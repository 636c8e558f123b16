using System.Collections.Immutable;
using LinqToDB.Data;
using Sferum.Bot.Calendar;
using Sferum.Bot.Reminders;
using Sferum.Bot.Storage;
using static Sferum.Bot.Turns.NoticeWriter;

namespace Sferum.Bot.Turns;

/// <summary>Institutions of which the specialist has still to hear that reminding them is at its end.</summary>
public sealed class EscalationNews(ReminderStore reminders, UnaskedHours hours)
{
    /// <summary>What is to be told of the whole district, and what is over and may come anew.</summary>
    internal async Task<FoundEscalations> FindAsync(Database database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = new List<FoundEscalations>();
        await foreach (var page in reminders.PagesAsync(database, cancellationToken))
        {
            found.Add(Find(page, now));
        }

        return FoundEscalations.Of(found);
    }

    /// <summary>The same of these institutions.</summary>
    internal FoundEscalations Find(ReminderState state, DateTimeOffset now)
    {
        var steps = new LadderSteps(hours);
        var reasons = state.Institutions
            .Select(reached => (reached.Institution, Reason: Escalation.ReasonOf(reached, steps, now)))
            .Where(entry => entry.Reason is not null)
            .ToDictionary(entry => (entry.Institution.Id, Reason: entry.Reason ?? ""), entry => entry.Institution.Name);
        return new FoundEscalations(
            reasons.Where(entry => !state.Told.Contains(entry.Key)).ToDictionary(),
            [.. state.Told.Where(told => !reasons.ContainsKey(told))]);
    }

    /// <summary>Writes down that she is told now, in the transaction of the message.</summary>
    /// <param name="isTold">False: nobody can be told now; only what is over is written.</param>
    /// <returns>Arguments of the notice: names by reason; null when somebody else has told her meanwhile, or nobody is.</returns>
    internal async Task<ImmutableSortedDictionary<string, string>?> TakeAsync(DataConnection db, FoundEscalations found, bool isTold, CancellationToken cancellationToken)
    {
        var news = await reminders.RecordAsync(db, isTold ? [.. found.Fresh.Keys] : [], found.Over, cancellationToken);
        if (news.Count == 0)
        {
            return null;
        }

        var byReason = found.Fresh.Where(entry => news.Contains(entry.Key)).ToLookup(entry => entry.Key.Reason, entry => entry.Value);
        return Args(
            (Escalation.Silent, Names(byReason[Escalation.Silent])),
            (Escalation.Unreachable, Names(byReason[Escalation.Unreachable])),
            (Escalation.Absent, Names(byReason[Escalation.Absent])));
    }

    private static string Names(IEnumerable<string> names) => string.Join(Separator, names.Order(StringComparer.CurrentCulture).Select(Plain));
}

/// <param name="Fresh">Names by institution and reason.</param>
internal sealed record FoundEscalations(
    IReadOnlyDictionary<(long Institution, string Reason), string> Fresh, IReadOnlyCollection<(long Institution, string Reason)> Over)
{
    public bool IsEmpty => Fresh.Count == 0 && Over.Count == 0;

    /// <summary>What was found in parts of the district.</summary>
    public static FoundEscalations Of(IReadOnlyCollection<FoundEscalations> parts) =>
        new(parts.SelectMany(part => part.Fresh).ToDictionary(), [.. parts.SelectMany(part => part.Over)]);
}
