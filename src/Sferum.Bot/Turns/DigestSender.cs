using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Calendar;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Reminders;
using Sferum.Bot.Reports;
using Sferum.Bot.Storage;
using static Sferum.Bot.Turns.NoticeWriter;

namespace Sferum.Bot.Turns;

/// <summary>
/// Tells the specialist in the morning of working days what is new and what waits for her. It is her one message of the
/// day that she did not ask for, so what reminding has to tell her goes with it.
/// </summary>
public sealed class DigestSender(
    Database database,
    DigestStore digests,
    DigestReport report,
    EscalationNews escalations,
    Gate gate,
    NoticeWriter notices,
    OutboxStore outbox,
    SubstituteStore substitutes,
    UnaskedHours hours,
    IOptions<OfficeOptions> office,
    TimeProvider clock)
{
    /// <summary>Later that day it is none any more: she has seen herself what there is.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(3);

    /// <summary>Sends it when its time has come and nobody has sent it yet.</summary>
    /// <returns>How many were written to.</returns>
    public async Task<int> SendAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!gate.IsOpen || DueOn(hours.DayOf(now)) is not { } due || now < due || now > due + Patience)
        {
            return 0;
        }

        if (await database.ReadAsync((db, token) => digests.IsMadeAsync(db, hours.DayOf(now), token), cancellationToken))
        {
            return 0;
        }

        var found = await escalations.FindAsync(database, now, cancellationToken);
        var sent = await database.InTransactionAsync((db, token) => SendAsync(db, found, token), cancellationToken);
        outbox.Announce();
        return sent;
    }

    /// <summary>It is still to come today.</summary>
    internal bool IsAhead(DateTimeOffset now) => DueOn(hours.DayOf(now)) > now;

    private DateTimeOffset? DueOn(DateOnly day) => DigestTime.DueOn(day, office.Value.DigestAt, hours);

    private async Task<int> SendAsync(DataConnection db, FoundEscalations found, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (isMine, last) = await digests.TakeAsync(db, hours.DayOf(now), cancellationToken);

        // The day on which the bot begins has nothing before it to compare with.
        if (!isMine || last is not { } since)
        {
            return 0;
        }

        var figures = await report.OfAsync(db, since, cancellationToken);
        if (figures.IsEmpty && found.Fresh.Count == 0)
        {
            return 0;
        }

        var told = await gate.TakeDayAsync(db, [.. await substitutes.ActingAsync(db, cancellationToken)], cancellationToken);
        if (told.Count == 0)
        {
            return 0;
        }

        var args = Args(
            ("arrived", Text(figures.Arrived)),
            ("joined", Text(figures.Joined)),
            ("late", Text(figures.Late)),
            ("late_points", Text(figures.LatePoints)),
            ("waiting", Text(figures.Waiting)),
            ("oldest", Text(figures.OldestDays)),
            ("questions", Text(figures.Questions)),
            ("messages", Text(figures.Messages)),
            ("taps", Text(figures.Taps)));
        var news = await escalations.TakeAsync(db, found, isTold: true, cancellationToken);
        var letters = await notices.WriteAsync(
            db, SendPurpose.Reminder, "digest", [.. told.Select(person => (new FactsQuery(person), news is null ? args : args.SetItems(news)))], cancellationToken);
        await outbox.EnqueueAsync(db, letters.SelectMany(letter => letter), cancellationToken);
        return told.Count;
    }
}
