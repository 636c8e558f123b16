using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Reminders;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Transcripts;
using Sferum.Bot.Tests.Transcripts.Office;

namespace Sferum.Bot.Tests.Reminders;

/// <summary>Reminders that the specialist holds do not go, and nothing else changes.</summary>
public abstract class ReminderHoldSuite(DatabaseFixture fixture)
{
    private const long Head = 111;
    private const long Other = 112;

    private static readonly LineKey Document = new("223-09", "1.1.a");

    [SkippableFact]
    public async Task Who_is_held_hears_nothing_up_to_that_day_and_then_once()
    {
        await using var office = await OpenAsync();
        var first = (await RosterAsync(office))[0].Id;
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 08:00"));
        Assert.Equal(WriteResult.Done, await HoldAsync(office, first, null, 17));
        Assert.Equal(WriteResult.Unchanged, await HoldAsync(office, first, null, 17));
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 09:00"));
        await office.RemindAsync();
        Assert.Equal([Other], await RemindedAsync(office));

        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-17 19:00"));
        Assert.Equal(0, await office.RemindAsync());

        // What was held comes as the first thing on the next day, and that is all of that day.
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-18 08:00"));
        Assert.Equal(1, await office.RemindAsync());
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-18 09:00"));
        await office.RemindAsync();
        Assert.Equal([Other, Head, Other], await RemindedAsync(office));
    }

    [SkippableFact]
    public async Task One_line_that_is_held_leaves_the_others()
    {
        await using var office = await OpenAsync();
        var first = (await RosterAsync(office))[0].Id;
        await HoldAsync(office, first, Document, 30);
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 09:00"));
        await office.RemindAsync();

        var lines = await LinesAsync(office, Head);

        Assert.DoesNotContain(Document, lines);
        Assert.Contains(new LineKey("223-09", "1.1.b"), lines);
        Assert.Contains(Document, await LinesAsync(office, Other));
    }

    [SkippableFact]
    public async Task What_waits_in_the_outbox_is_taken_back_when_it_is_held()
    {
        await using var office = await OpenAsync();
        var first = (await RosterAsync(office))[0].Id;
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 09:00"));
        await office.RemindAsync();
        await office.SendAsync(row => row.Purpose == SendPurpose.Reminder
            ? new SendVerdict.Again(row, TimeSpan.FromSeconds(10), 10, "no answer", 1, false)
            : new SendVerdict.Finished(row, Fate.Sent));
        await HoldAsync(office, first, null, 30);
        office.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(0, await office.RemindAsync());

        var waiting = await office.Database.ReadAsync((db, token) => db.GetTable<OutboxRecord>().Where(m => m.Purpose == SendPurpose.Reminder).Select(m => m.PeerId).ToListAsync(token), default);
        Assert.DoesNotContain(Head, waiting);
        Assert.Contains(Other, waiting);
        Assert.Empty(await LinesAsync(office, Head));

        // As if it had never been: released, he is reminded of the same on the same day.
        await ReleaseAsync(office, first, null);
        Assert.Equal(1, await office.RemindAsync());
        Assert.NotEmpty(await LinesAsync(office, Head));
    }

    [SkippableFact]
    public async Task Who_has_asked_for_the_day_himself_is_reminded_although_it_is_held()
    {
        await using var office = await OpenAsync();
        var first = (await RosterAsync(office))[0].Id;
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 09:00"));
        await office.RemindAsync();
        await HoldAsync(office, first, null, 30);
        await office.Database.InTransactionAsync(
            async (db, token) =>
            {
                await office.Get<ReminderStore>().RemindLaterAsync(db, Head, new DateOnly(2024, 4, 17), token);
                return true;
            },
            default);
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-17 09:00"));

        Assert.Equal(1, await office.RemindAsync());
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-18 09:00"));
        await office.RemindAsync();
        Assert.Equal([Head, Other, Head, Other], await RemindedAsync(office));
    }

    [SkippableFact]
    public async Task Who_asks_why_he_was_reminded_hears_that_it_is_held()
    {
        await using var office = await OpenAsync();
        await HoldAsync(office, (await RosterAsync(office))[0].Id, null, 20);
        await office.ArriveAsync(Head, Head, new Incoming.Press("""{"c":"why_reminded"}""", "answer1"));
        await office.ArriveAsync(Other, Other, new Incoming.Press("""{"c":"why_reminded"}""", "answer2"));

        var told = (await office.NewsAsync()).Where(n => n.Content is Outgoing.Text).ToDictionary(n => n.Peer, n => ((Outgoing.Text)n.Content).Body);

        Assert.Contains("Специалист просил пока о них не напоминать.", told[Head], StringComparison.Ordinal);
        Assert.Contains("О них и напоминаю", told[Other], StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Of_whom_the_specialist_holds_she_is_not_told_before_it_is_over()
    {
        await using var office = await OpenAsync();
        var empty = (await RosterAsync(office)).Single(i => i.Name == "МОУ «Третья»").Id;
        await HoldAsync(office, empty, null, 16);
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 09:00"));
        await office.RemindAsync();
        Assert.Equal(0, await EscalationsAsync(office));

        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-17 09:00"));
        await office.RemindAsync();
        Assert.Equal(1, await EscalationsAsync(office));
    }

    [SkippableFact]
    public async Task Only_a_specialist_holds_and_the_journal_knows_of_it()
    {
        await using var office = await OpenAsync();
        var first = (await RosterAsync(office))[0].Id;

        Assert.Equal(WriteResult.NotAllowed, await HoldAsync(office, first, null, 20, by: Head));
        Assert.Equal(WriteResult.NotFound, await HoldAsync(office, 999, null, 20));
        Assert.Equal(WriteResult.NotFound, await HoldAsync(office, first, new LineKey("223-09", "9.9"), 20));
        Assert.Equal(WriteResult.Incomplete, await HoldAsync(office, first, null, 14));
        Assert.Equal(WriteResult.Unchanged, await ReleaseAsync(office, first, null));
        Assert.Equal(WriteResult.Done, await HoldAsync(office, first, Document, 20));
        Assert.Equal(WriteResult.Done, await HoldAsync(office, first, Document, 22));
        Assert.Equal(new DateOnly(2024, 4, 22), Assert.Single(await office.Database.ReadAsync(office.Get<ReminderHoldStore>().InForceAsync, default)).Until);
        Assert.Equal(WriteResult.Unchanged, await ReleaseAsync(office, first, null));
        Assert.Equal(WriteResult.Done, await ReleaseAsync(office, first, Document));
        Assert.Empty(await office.Database.ReadAsync(office.Get<ReminderHoldStore>().InForceAsync, default));

        var entries = await office.Database.ReadAsync(
            (db, token) => db.GetTable<JournalRecord>().Where(j => j.Action.StartsWith("reminders_")).OrderBy(j => j.Seq).Select(j => new { j.Action, j.ActorId, j.InstitutionId, j.Data }).ToListAsync(token), default);
        Assert.Equal(["reminders_held", "reminders_held", "reminders_released"], entries.Select(e => e.Action));
        Assert.All(entries, e => Assert.Equal((OfficeStage.Specialist, first), (e.ActorId, e.InstitutionId)));
        Assert.Contains("223-09/1.1.a", entries[1].Data, StringComparison.Ordinal);
        Assert.Contains("2024-04-22", entries[1].Data, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task What_is_over_is_forgotten_in_short_deletes()
    {
        await using var office = await OpenAsync();
        foreach (var institution in await RosterAsync(office))
        {
            await HoldAsync(office, institution.Id, null, 20);
        }

        Task<int> DeleteAsync() => office.Database.InTransactionAsync((db, token) => ReminderHoldStore.DeleteOldAsync(db, office.Clock.GetUtcNow(), 2, token), default);
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-21 12:00"));
        Assert.Equal(0, await DeleteAsync());
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-24 12:00"));
        Assert.Equal(2, await DeleteAsync());
        Assert.Equal(1, await DeleteAsync());
        Assert.Equal(0, await DeleteAsync());
    }

    private static Task<WriteResult> HoldAsync(OfficeStage office, long institution, LineKey? line, int day, long by = OfficeStage.Specialist) => office.Database.InTransactionAsync(
        (db, token) => office.Get<ReminderHoldStore>().HoldAsync(db, by, institution, line, new DateOnly(2024, 4, day), token), default);

    private static Task<WriteResult> ReleaseAsync(OfficeStage office, long institution, LineKey? line) => office.Database.InTransactionAsync(
        (db, token) => office.Get<ReminderHoldStore>().ReleaseAsync(db, OfficeStage.Specialist, institution, line, token), default);

    private static Task<IReadOnlyList<Institution>> RosterAsync(OfficeStage office) => office.Database.ReadAsync(office.Get<RosterStore>().AllAsync, default);

    private static async Task<IReadOnlyList<LineKey>> LinesAsync(OfficeStage office, long person) => (await ReadAsync(office)).Where(r => r.PersonId == person).SelectMany(r => r.Lines).ToArray();

    private static async Task<IEnumerable<long>> RemindedAsync(OfficeStage office) => (await ReadAsync(office)).Select(r => r.PersonId);

    private static Task<IReadOnlyList<RecordedReminder>> ReadAsync(OfficeStage office) => office.Database.ReadAsync(
        async (db, token) =>
        {
            var trip = Bot.Storage.RoundTrip.On(db);
            var answer = ReminderStore.AskSince(trip, [Head, Other], DateTimeOffset.UnixEpoch);
            await trip.RunAsync(token);
            return (IReadOnlyList<RecordedReminder>)[.. answer.Rows.OrderBy(r => r.Id)];
        },
        default);

    private static Task<int> EscalationsAsync(OfficeStage office) => office.Database.ReadAsync((db, token) => db.ExecuteAsync<int>("select count(*) from escalation", token), default);

    private async Task<OfficeStage> OpenAsync()
    {
        var office = new OfficeStage(await fixture.CreateAsync(), OfficeClock.Parse("2024-04-15 10:00"));
        foreach (var (person, name, code) in new[] { (Head, "МОУ «Вторая»", "FRST2345"), (Other, "МОУ «Первая»", "SCND2345"), (0L, "МОУ «Третья»", "THRD2345") })
        {
            await office.AddInstitutionAsync(name, "МОУ", code);
            foreach (var text in person == 0 ? [] : (string[])["привет", "да", code, "да"])
            {
                await office.WriteAsync(person, text);
            }
        }

        await office.NewsAsync();
        return office;
    }
}

public sealed class ReminderHoldsOnSqlite(SqliteFixture fixture) : ReminderHoldSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class ReminderHoldsOnPostgreSql(PostgreSqlFixture fixture) : ReminderHoldSuite(fixture), IClassFixture<PostgreSqlFixture>;
