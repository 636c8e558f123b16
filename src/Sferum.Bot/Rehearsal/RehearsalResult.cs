using System.Collections.Immutable;

namespace Sferum.Bot.Rehearsal;

/// <summary>What a rehearsal came to.</summary>
/// <param name="SentOutsideGate">Messages that nobody asked for, outside the hours or twice a day to one person; 0, or the gate has a hole.</param>
internal sealed record RehearsalResult(
    string Order, int Seed, ImmutableArray<RehearsedDay> Days, ImmutableArray<RehearsedHeadResult> Heads, ReminderPresses Presses, int SentOutsideGate, SpecialistLoad Specialist)
{
    public int MessagesSent => Days.Sum(day => day.Sent);

    /// <summary>To heads, of each kind.</summary>
    public SentByKind ByKind => new(Days.Sum(day => day.Replies), Days.Sum(day => day.Notices), Days.Sum(day => day.Reminded));
}

/// <param name="Sent">Messages of all kinds to heads.</param>
/// <param name="Replies">Of them, answers to what a head had just done.</param>
/// <param name="Notices">Of them, news on what he had asked or sent.</param>
/// <param name="Reminded">People who were reminded.</param>
/// <param name="Reported">Reports sent in.</param>
/// <param name="Accepted">Reports accepted.</param>
/// <param name="Done">Heads who have nothing open any more at the end of the day.</param>
internal sealed record RehearsedDay(DateOnly Day, int Sent, int Replies, int Notices, int Reminded, int Reported, int Accepted, int Returned, int Done);

internal sealed record RehearsedHeadResult(
    string Name, string Type, HeadKind Kind, int Received, int Wrote, int Taps, ImmutableArray<DateOnly> Reminders, DateOnly? Done);

/// <summary>Buttons of reminders that heads pressed.</summary>
/// <param name="Done">«Сделали».</param>
/// <param name="Later">«Напомнить завтра».</param>
/// <param name="Late">«Не успеваю».</param>
/// <param name="Why">«Почему мне это пришло?».</param>
internal sealed record ReminderPresses(int Done, int Later, int Late, int Why);

internal sealed record SentByKind(int Replies, int Notices, int Reminders);

internal sealed record SpecialistLoad(int Received, int Reviewed, int Wrote, int Taps);
