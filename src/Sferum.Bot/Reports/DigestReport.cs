using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Reports;

/// <summary>What the specialist should know in the morning, and what the bot cost the directors this week.</summary>
public sealed class DigestReport(MatrixReport matrix, TimeProvider clock)
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
        var waiting = trip.Ask(
            "select count(*), min(r.received_at) from report r where r.status = 'reported'", row => (Count: row.Int(0), Oldest: row.InstantOrNull(1)));
        var questions = trip.Ask(
            "select count(distinct q.group_id) from question q where q.answered_at is null and q.group_id is not null and q.outcome = 'asked'", row => row.Int(0));
        var heard = trip.Ask(
            """
            select count(s.conversation_message_id), count(*) from seen_event s
            where s.seen_at > @week and exists (select 1 from membership m where m.person_id = s.peer_id)
            """,
            row => (Messages: row.Int(0), All: row.Int(1)),
            trip.Instant("week", now - Week));
        await trip.RunAsync(cancellationToken);
        var all = await matrix.OfAsync(db, new MatrixQuery([], []), cancellationToken);
        return new DigestFigures(
            arrived.Rows[0],
            joined.Rows[0],
            all.Rows.Count(row => row.Late > 0),
            all.Rows.Sum(row => row.Late),
            waiting.Rows[0].Count,
            waiting.Rows[0].Oldest is { } oldest ? (int)(now - oldest).TotalDays : 0,
            questions.Rows[0],
            heard.Rows[0].Messages,
            heard.Rows[0].All - heard.Rows[0].Messages);
    }
}

/// <param name="Arrived">Reports since the last digest.</param>
/// <param name="Joined">Institutions whose code was used since then.</param>
/// <param name="Late">Institutions with something overdue.</param>
/// <param name="LatePoints">How much in all.</param>
/// <param name="Waiting">Reports that wait for review.</param>
/// <param name="OldestDays">So long the oldest of them waits, whole days.</param>
/// <param name="Questions">Groups of questions that wait for a person.</param>
/// <param name="Messages">What those who act for institutions wrote within a week.</param>
/// <param name="Taps">Buttons that they pressed within a week.</param>
public sealed record DigestFigures(int Arrived, int Joined, int Late, int LatePoints, int Waiting, int OldestDays, int Questions, int Messages, int Taps)
{
    /// <summary>There is nothing to see to, and nothing has changed.</summary>
    public bool IsEmpty => this is { Arrived: 0, Joined: 0, Late: 0, Waiting: 0, Questions: 0 };
}
