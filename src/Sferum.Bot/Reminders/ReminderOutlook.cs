using System.Collections.Immutable;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Calendar;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Desk;

namespace Sferum.Bot.Reminders;

/// <summary>What reminders would go out in the next days if nothing changed, and which are held.</summary>
public sealed class ReminderOutlook(
    ReminderStore reminders, ReminderHoldStore holds, SubstituteStore substitutes, UnaskedDayStore unasked, OrderBook orders, UnaskedHours hours, IOptions<OfficeOptions> office, TimeProvider clock)
{
    /// <summary>Today's the first.</summary>
    public const int Days = 14;

    public async Task<Outlook> LookAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var begin = await reminders.LoadAsync(db, TimeSpan.FromDays(Days), cancellationToken);
        var specialists = await substitutes.ActingAsync(db, cancellationToken);
        var had = await unasked.HadAsync(db, [.. begin.Posts.Select(p => p.PersonId).Concat(specialists).Distinct()], hours.DayOf(now), cancellationToken);
        return new Outlook(
            ReminderForecast.Of(begin, orders, specialists, office.Value.DigestAt, had, hours, now, Days),
            [.. await holds.InForceAsync(db, cancellationToken)],
            [.. begin.Institutions.Select(i => new OpenInstitution(i.Institution, i.Open))]);
    }
}

/// <param name="Holds">Those in force, by the name of the institution.</param>
/// <param name="Institutions">All of the roster.</param>
public sealed record Outlook(ImmutableArray<ForecastDay> Days, ImmutableArray<ReminderHold> Holds, ImmutableArray<OpenInstitution> Institutions);

/// <param name="Open">Mandatory lines with a deadline that are still to be reported.</param>
public sealed record OpenInstitution(Institution Institution, ImmutableArray<OpenLine> Open);
