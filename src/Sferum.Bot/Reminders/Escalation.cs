namespace Sferum.Bot.Reminders;

/// <summary>Where reminding has come to its end and a person has to take over.</summary>
internal static class Escalation
{
    /// <summary>Nobody answers the reminders.</summary>
    public const string Silent = "silent";

    /// <summary>Somebody acts for it, but nobody can be written to: messages are forbidden, or he said «стоп».</summary>
    public const string Unreachable = "unreachable";

    /// <summary>Nobody has ever come with its code.</summary>
    public const string Absent = "absent";

    /// <summary>Why the specialist has to see to this institution; null: she need not, or its first reminder is still to come.</summary>
    /// <remarks>While she holds what is open there she knows; when that is over she is told.</remarks>
    public static string? ReasonOf(ReachedInstitution reached, LadderSteps steps, DateTimeOffset now)
    {
        // Most of the district, and looked at every time: who has answered the last reminder is not silent.
        if (reached.Open.IsEmpty || reached.People.Any(person => person is { Reachable: true, Unanswered: 0 }))
        {
            return null;
        }

        int? patience = null;
        var today = steps.Hours.DayOf(now);
        foreach (var line in reached.Open)
        {
            var ladder = line.Line.Order.Ladder;
            if (!(patience <= ladder.EscalateAfter) && !line.IsHeld(today) && steps.Last(ladder, line.Deadline, now) is not null)
            {
                patience = ladder.EscalateAfter;
            }
        }

        return patience is null ? null
            : reached.People.IsEmpty ? Absent
            : !reached.People.Any(person => person.Reachable) ? Unreachable
            : reached.People.All(person => !person.Reachable || person.Unanswered >= patience) ? Silent
            : null;
    }
}
