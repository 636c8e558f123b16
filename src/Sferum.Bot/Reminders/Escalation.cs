using Sferum.Bot.Calendar;

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
    public static string? ReasonOf(ReachedInstitution reached, UnaskedHours hours, DateTimeOffset now)
    {
        // Most of the district, and looked at every time: who has answered the last reminder is not silent.
        if (reached.Open.IsEmpty || reached.People.Any(person => person is { Reachable: true, Unanswered: 0 }))
        {
            return null;
        }

        var begun = reached.Open.Where(line => ReminderPlan.Last(line.Line.Order.Ladder, line.Deadline, hours, now) is not null).ToArray();
        if (begun.Length == 0)
        {
            return null;
        }

        var patience = begun.Min(line => line.Line.Order.Ladder.EscalateAfter);
        var reachable = reached.People.Where(person => person.Reachable).ToArray();
        return reached.People.IsEmpty ? Absent
            : reachable.Length == 0 ? Unreachable
            : reachable.All(person => person.Unanswered >= patience) ? Silent
            : null;
    }
}
