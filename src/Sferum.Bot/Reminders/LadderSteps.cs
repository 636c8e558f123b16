using Sferum.Bot.Calendar;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Reminders;

/// <summary>The last steps of ladders, each worked out once: most institutions share their deadlines. Not thread-safe.</summary>
internal sealed class LadderSteps(UnaskedHours hours)
{
    private readonly Dictionary<(ReminderLadder Ladder, DateOnly Deadline, DateTimeOffset Now), (ReminderStep Step, DateTimeOffset At)?> _last = [];

    public UnaskedHours Hours => hours;

    /// <inheritdoc cref="ReminderPlan.Last"/>
    public (ReminderStep Step, DateTimeOffset At)? Last(ReminderLadder ladder, DateOnly deadline, DateTimeOffset now)
    {
        if (!_last.TryGetValue((ladder, deadline, now), out var last))
        {
            last = ReminderPlan.Last(ladder, deadline, hours, now);
            _last.Add((ladder, deadline, now), last);
        }

        return last;
    }
}
