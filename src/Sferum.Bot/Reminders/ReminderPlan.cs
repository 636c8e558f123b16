using System.Collections.Immutable;
using Sferum.Bot.Calendar;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Reminders;

/// <summary>Who is to be reminded of what: pure, from what is true at the moment of sending.</summary>
public static class ReminderPlan
{
    /// <summary>Lines of which this person is to be reminded now, those of the first deadline first. Whether he may be written to at all, the gate tells.</summary>
    public static ImmutableArray<DueLine> Due(RemindedPost post, UnaskedHours hours, DateTimeOffset now) => Due(post, new LadderSteps(hours), now);

    /// <inheritdoc cref="Due(RemindedPost, UnaskedHours, DateTimeOffset)"/>
    internal static ImmutableArray<DueLine> Due(RemindedPost post, LadderSteps steps, DateTimeOffset now)
    {
        var hours = steps.Hours;
        if (post.Later > hours.DayOf(now) || At(now).Length == 0)
        {
            return [];
        }

        // It is the only message of the day: what comes due later in it goes along.
        return [.. At(hours.At(hours.DayOf(now), TimeOnly.MaxValue)).OrderBy(line => line.Deadline)];

        ImmutableArray<DueLine> At(DateTimeOffset instant) => [.. post.Open.Select(line => Due(post, line, steps, instant)).OfType<DueLine>()];
    }

    private static DueLine? Due(RemindedPost post, OpenLine line, LadderSteps steps, DateTimeOffset now)
    {
        var hours = steps.Hours;
        var ladder = line.Line.Order.Ladder;
        if (post.Unanswered >= ladder.EscalateAfter || steps.Last(ladder, line.Deadline, now) is not { } last)
        {
            return null;
        }

        // Who has asked for the day himself gets it, held or not.
        var today = hours.DayOf(now);
        return (post.Later >= hours.DayOf(last.At) || (!line.IsHeld(today) && IsNew(post, line, last, hours.DayOf(post.Since) < today)))
            && !IsPromised(line, last.Step, today)
                ? new DueLine(line.Line, line.Deadline, last.Step, last.At)
                : null;
    }

    /// <summary>Whether this line is one to remind of now, to whomever it was spoken of before.</summary>
    public static bool IsPressing(OpenLine line, UnaskedHours hours, DateTimeOffset now) =>
        !line.IsHeld(hours.DayOf(now)) && Last(line.Line.Order.Ladder, line.Deadline, hours, now) is { } last && !IsPromised(line, last.Step, hours.DayOf(now));

    /// <summary>The last step that has come; null before the first. However many were missed, one is enough.</summary>
    public static (ReminderStep Step, DateTimeOffset At)? Last(ReminderLadder ladder, DateOnly deadline, UnaskedHours hours, DateTimeOffset now)
    {
        (ReminderStep, DateTimeOffset)? last = null;
        foreach (var (step, at) in ladder.Steps.SelectMany(step => Times(step, deadline, hours, now)))
        {
            if (last is not { } known || at >= known.Item2)
            {
                last = (step, at);
            }
        }

        return last;
    }

    /// <summary>
    /// The words of the ladder belong to their distance from the deadline; for a step that was moved to a working day, put
    /// off or missed they are empty, and the notice counts the days itself.
    /// </summary>
    /// <param name="lines">Of one order and one deadline; at least one.</param>
    public static string SayOf(RemindedPost post, IReadOnlyCollection<DueLine> lines, UnaskedHours hours, DateOnly today)
    {
        var line = lines.MaxBy(line => line.StepAt)!; // a group has lines
        var isThatDay = line.Step.Days > 0 ? line.Step.Every is not null || hours.DayOf(line.StepAt) == today : today.DayNumber - line.Deadline.DayNumber == line.Step.Days;
        return isThatDay ? line.Step.SayTo(post.Role, post.Institution.Type) : "";
    }

    /// <summary>
    /// When a step has come. Days off are left out: before the deadline the last working day takes their place (the deadline
    /// itself included), after it the next one.
    /// </summary>
    private static IEnumerable<(ReminderStep Step, DateTimeOffset At)> Times(ReminderStep step, DateOnly deadline, UnaskedHours hours, DateTimeOffset now)
    {
        var calendar = hours.Calendar;
        var day = step.Days > 0
            ? calendar.OnOrAfter(deadline.AddDays(step.Days))
            : calendar.OnOrBefore(calendar.OnOrBefore(deadline).AddDays(step.Days));
        while (hours.At(day, step.At) is var at && at <= now)
        {
            yield return (step, at);
            if (step.Every is not { } every)
            {
                break;
            }

            day = calendar.OnOrAfter(day.AddDays(every));
        }
    }

    /// <param name="joinedBefore">Who has come today has just seen his list; what he missed before is told him once, tomorrow.</param>
    private static bool IsNew(RemindedPost post, OpenLine line, (ReminderStep Step, DateTimeOffset At) last, bool joinedBefore) =>
        post.Reminded.GetValueOrDefault(line.Line.Key, DateTimeOffset.MinValue) < last.At && (last.At >= post.Since || joinedBefore);

    /// <summary>Who has named a day of his own is not pressed before it; of the deadline itself he hears all the same.</summary>
    private static bool IsPromised(OpenLine line, ReminderStep step, DateOnly today) => step.Days > 0 && line.Promised >= today;
}

/// <summary>One who acts for an institution, and what is open there.</summary>
/// <param name="Since">From when on he acts for it.</param>
/// <param name="Open">Mandatory lines with a deadline that are neither reported nor accepted nor excused.</param>
/// <param name="Reminded">Up to which step he was reminded of a line.</param>
/// <param name="Later">The day on which he wants to be reminded; null: as the ladder says.</param>
/// <param name="Unanswered">Reminders since he last wrote.</param>
public sealed record RemindedPost(
    long PersonId,
    string Role,
    Institution Institution,
    DateTimeOffset Since,
    ImmutableArray<OpenLine> Open,
    IReadOnlyDictionary<LineKey, DateTimeOffset> Reminded,
    DateOnly? Later,
    int Unanswered);

/// <param name="Deadline">As it stands for this institution.</param>
/// <param name="Promised">The day that the institution has named itself.</param>
/// <param name="HeldUntil">The last day on which the specialist wants nobody to be reminded of it; null: she has not said so.</param>
public sealed record OpenLine(OrderLine Line, DateOnly Deadline, DateOnly? Promised, DateOnly? HeldUntil = null)
{
    public bool IsHeld(DateOnly today) => HeldUntil >= today;
}

public sealed record DueLine(OrderLine Line, DateOnly Deadline, ReminderStep Step, DateTimeOffset StepAt);
