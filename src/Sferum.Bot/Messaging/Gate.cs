using LinqToDB.Data;
using Sferum.Bot.Calendar;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>
/// The one gate for everything that nobody asked for (law 4 of the design): outside the quiet hours and days off, and one
/// message for each person and day. Who does not want such messages is left out by those who choose the people; the sender
/// asks for the hours once more before each message goes out.
/// </summary>
public sealed class Gate(UnaskedHours hours, UnaskedDayStore days, TimeProvider clock)
{
    public bool IsOpen => hours.IsOpen(clock.GetUtcNow());

    /// <summary>Claims the one message of this day for each of these people, in the transaction that puts it into the outbox.</summary>
    /// <returns>Those who have not had one today; the others may not be written to.</returns>
    public async Task<IReadOnlySet<long>> TakeDayAsync(DataConnection db, IReadOnlyCollection<long> personIds, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return hours.IsOpen(now) ? await days.TakeAsync(db, personIds, hours.DayOf(now), now, cancellationToken) : new HashSet<long>();
    }

    /// <summary>Gives back the day of people whose message was taken back before it went out.</summary>
    internal static void GiveBack(RoundTrip trip, IReadOnlyCollection<long> personIds, DateOnly day) => UnaskedDayStore.GiveBack(trip, personIds, day);
}
