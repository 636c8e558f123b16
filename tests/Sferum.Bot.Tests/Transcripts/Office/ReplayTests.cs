using LinqToDB;
using LinqToDB.Async;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Transcripts.Office;

public sealed class ReplayTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    private const string Script = "director/way.school.office";

    /// <summary>Nothing that is decided hangs on chance, on memory or on the clock of the machine.</summary>
    [Fact]
    public async Task The_same_events_at_the_same_times_give_the_same_state_and_the_same_journal()
    {
        var start = OfficeClock.Parse("2024-04-15 09:00");
        await using var first = new OfficeStage(await fixture.CreateAsync(), start);
        await new OfficePlayer(first).PlayAsync(DialogFolder.Read(Script));
        Assert.True(first.Arrived.Count > 50, $"only {first.Arrived.Count} events");

        await using var second = new OfficeStage(await fixture.CreateAsync(), start);
        await second.AddInstitutionAsync("МОУ «Вымышленская СОШ № 1»", "МОУ", "SHKA2345");
        foreach (var (at, e) in first.Arrived)
        {
            second.Clock.SetUtcNow(at);
            await second.ArriveAsync(e.PeerId, e.PersonId, e.Content, e.EventId);
        }

        Assert.Equal(await StateAsync(first), await StateAsync(second));
    }

    private static async Task<string> StateAsync(OfficeStage stage) => await stage.Database.ReadAsync(
        async (db, token) =>
        {
            var conversations = await db.GetTable<ConversationRecord>().OrderBy(c => c.PeerId).Select(c => $"{c.PeerId} {c.State} {c.Slots}").ToListAsync(token);
            var reports = await db.GetTable<ReportRecord>().OrderBy(r => r.Id).Select(r => $"{r.Id} {r.Point} {r.Status} {r.Revision} {r.Answers}").ToListAsync(token);
            var journal = await db.GetTable<JournalRecord>().OrderBy(j => j.Seq).Select(j => $"{j.Seq} {j.Action} {j.ActorId}").ToListAsync(token);
            return string.Join('\n', [.. conversations, .. reports, .. journal]);
        },
        CancellationToken.None);
}
