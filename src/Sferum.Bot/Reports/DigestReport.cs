using LinqToDB.Data;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Reports;

/// <summary>What the specialist should know in the morning, and what the bot cost the directors this week.</summary>
public sealed class DigestReport(MatrixReport matrix, ReviewReport review, QuestionStore questions, TimeProvider clock)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <param name="since">What came after it is new.</param>
    public async Task<DigestFigures> OfAsync(DataConnection db, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var trip = RoundTrip.On(db);
        var arrived = trip.Ask("select count(*) from journal j where j.at > @since and j.action in ('reported', 'not_applicable')", row => row.Int(0), trip.Instant("since", since));
        var joined = trip.Ask(
            "select count(distinct j.institution_id) from journal j where j.at > @since and j.action = 'claimed'", row => row.Int(0), trip.Instant("since", since));
        var messages = trip.Ask(
            """
            select count(s.conversation_message_id) from seen_event s
            where s.seen_at > @week and exists (select 1 from membership m where m.person_id = s.peer_id)
            """,
            row => row.Int(0),
            trip.Instant("week", now - Week));

        // Each press below a message is answered once.
        var taps = trip.Ask(
            $"""
            select count(*) from outbox_done d
            where d.finished_at > @week and d.purpose = {(int)SendPurpose.PressAnswer} and exists (select 1 from membership m where m.person_id = d.peer_id)
            """,
            row => row.Int(0),
            trip.Instant("week", now - Week));
        await trip.RunAsync(cancellationToken);
        var queue = await review.QueueAsync(db, cancellationToken);
        var oldest = await review.OfAsync(db, [.. queue.Take(1)], cancellationToken);
        var all = await matrix.OfAsync(db, new MatrixQuery([], []), cancellationToken);
        return new DigestFigures(
            arrived.Rows[0],
            joined.Rows[0],
            all.Rows.Count(row => row.Late > 0),
            all.Rows.Sum(row => row.Late),
            queue.Count,
            oldest is [var first] ? (int)(now - first.Report.ReceivedAt).TotalDays : 0,
            await questions.CountWaitingAsync(db, cancellationToken),
            messages.Rows[0],
            taps.Rows[0]);
    }
}

/// <param name="Arrived">Reports since the last digest.</param>
/// <param name="Joined">Institutions whose code was used since then.</param>
/// <param name="Late">Institutions with something overdue.</param>
/// <param name="LatePoints">How much in all.</param>
/// <param name="Waiting">Reports that wait for review.</param>
/// <param name="OldestDays">So long the oldest of them waits, whole days.</param>
/// <param name="Questions">Groups of questions that wait for a person.</param>
/// <param name="Messages">What those who act for institutions wrote within a week; buttons below the field write too.</param>
/// <param name="Taps">Buttons below messages that they pressed within a week.</param>
public sealed record DigestFigures(int Arrived, int Joined, int Late, int LatePoints, int Waiting, int OldestDays, int Questions, int Messages, int Taps)
{
    /// <summary>There is nothing to see to, and nothing has changed.</summary>
    public bool IsEmpty => this is { Arrived: 0, Joined: 0, Late: 0, Waiting: 0, Questions: 0 };
}
