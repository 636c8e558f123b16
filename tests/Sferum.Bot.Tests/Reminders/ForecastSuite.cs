using LinqToDB;
using LinqToDB.Data;
using Sferum.Bot.Calendar;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Reminders;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Transcripts;
using Sferum.Bot.Tests.Transcripts.Office;

namespace Sferum.Bot.Tests.Reminders;

/// <summary>What is foretold of reminders is what then goes out while nobody does anything, day by day.</summary>
public abstract class ForecastSuite(DatabaseFixture fixture)
{
    private const long FirstPerson = 2_000;

    private static readonly string[] Types = ["МОУ", "МДОУ", "УДО"];

    /// <summary>Times of a day at which the sender looks: around the beginning and end of the hours, and around the steps of the ladder.</summary>
    private static readonly TimeOnly[] Looks = [new(0, 5), new(7, 59), new(8, 0), new(8, 1), new(9, 0), new(9, 1), new(13, 0), new(19, 59), new(20, 1)];

    [SkippableTheory]
    [InlineData(1, "2024-04-15 07:00", false)]
    [InlineData(2, "2024-04-16 08:30", false)]
    [InlineData(3, "2024-04-19 20:30", false)]
    [InlineData(4, "2024-04-24 12:00", false)]
    [InlineData(5, "2024-04-27 08:00", false)]
    [InlineData(6, "2024-05-06 23:00", true)]
    public async Task What_is_foretold_for_two_weeks_is_what_goes_out(int seed, string start, bool wasAway)
    {
        await using var office = new OfficeStage(await fixture.CreateAsync(), OfficeClock.Parse("2024-04-12 10:00"));
        var random = new Random(seed);
        await FillAsync(office, random);
        var begin = OfficeClock.Parse(start);
        for (var day = new DateOnly(2024, 4, 13); !wasAway && OfficeClock.Zone.At(day, new TimeOnly(9, 10)) is var at && at < begin; day = day.AddDays(1))
        {
            office.Clock.SetUtcNow(at);
            await office.RemindAsync();
            await office.RemindAsync();
            await office.SendAsync();
        }

        office.Clock.SetUtcNow(begin);
        await HoldSomeAsync(office, random);

        var foretold = await LookAsync(office);
        var (sent, escalated) = await RunAsync(office, begin);

        Assert.Equal(ReminderOutlook.Days, foretold.Days.Length);
        Assert.NotEmpty(sent);
        Assert.Equal(sent, foretold.Days.SelectMany(d => d.Reminders.SelectMany(r => r.Parts.Select(p => Told(d.Day, r.PersonId, p.Institution.Id, p.Lines.Select(l => l.Line.Key))))).Order(StringComparer.Ordinal));
        Assert.Equal(escalated, foretold.Days.SelectMany(d => d.Escalations.Select(e => $"{d.Day:yyyy-MM-dd} {e.Institution.Id} {e.Reason}")).Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public async Task Silence_of_long_ago_that_is_forgotten_meanwhile_is_foretold_as_well()
    {
        await using var office = new OfficeStage(await fixture.CreateAsync(), OfficeClock.Parse("2024-04-10 10:00"));
        var school = await AddAsync(office, "МОУ «Первая»", "МОУ", FirstPerson);
        var begin = OfficeClock.Parse("2024-07-22 10:00");
        foreach (var age in (int[])[89, 86, 83, 82, 81])
        {
            await office.Database.InTransactionAsync(
                (db, token) => db.ExecuteAsync(
                    "insert into reminder (person_id, institution_id, lines, sent_at) values (@person, @school, '223-09/1.3', @at)",
                    token,
                    new DataParameter("person", FirstPerson),
                    new DataParameter("school", school),
                    office.Database.Instant("at", begin.AddDays(-age))),
                default);
        }

        office.Clock.SetUtcNow(begin);
        var foretold = await LookAsync(office);
        var (sent, _) = await RunAsync(office, begin);

        Assert.Empty(foretold.Days[0].Reminders);
        Assert.NotEmpty(sent);
        Assert.Equal(sent, foretold.Days.SelectMany(d => d.Reminders.SelectMany(r => r.Parts.Select(p => Told(d.Day, r.PersonId, p.Institution.Id, p.Lines.Select(l => l.Line.Key))))).Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public async Task Who_has_had_his_message_of_today_is_foretold_for_another_day()
    {
        await using var office = new OfficeStage(await fixture.CreateAsync(), OfficeClock.Parse("2024-04-15 10:00"));
        await AddAsync(office, "МОУ «Первая»", "МОУ", FirstPerson);
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 08:30"));
        Assert.Single((await LookAsync(office)).Days[0].Reminders);
        await office.Database.InTransactionAsync((db, token) => office.Get<Gate>().TakeDayAsync(db, [FirstPerson], token), default);

        var foretold = await LookAsync(office);

        Assert.Empty(foretold.Days[0].Reminders);
        Assert.Equal(OfficeClock.Parse("2024-04-17 08:00"), Assert.Single(foretold.Days[1].Reminders).At);
    }

    /// <summary>Nobody does anything for two weeks but the sender.</summary>
    private static async Task<(IReadOnlyList<string> Sent, IReadOnlyList<string> Escalated)> RunAsync(OfficeStage office, DateTimeOffset begin)
    {
        var first = OfficeClock.Zone.DayOf(begin);
        var escalated = new HashSet<string>();
        var looks = Enumerable.Range(0, ReminderOutlook.Days)
            .SelectMany(day => Looks.Select(time => OfficeClock.Zone.At(first.AddDays(day), time)))
            .Append(begin).Append(begin.AddMinutes(1)).Where(at => at >= begin).Order();
        foreach (var at in looks)
        {
            office.Clock.SetUtcNow(at);
            await office.RemindAsync();
            await office.SendAsync();
            var told = await office.Database.ReadAsync(
                (db, token) => db.QueryToListAsync(
                    r => (Id: r.GetInt64(0), Reason: r.GetString(1)), "select institution_id, reason from escalation where told_at = @at", token, office.Database.Instant("at", at)),
                default);
            escalated.UnionWith(told.Select(e => $"{OfficeClock.Zone.DayOf(at):yyyy-MM-dd} {e.Id} {e.Reason}"));
        }

        var rows = await office.Database.ReadAsync(
            async (db, token) =>
            {
                var trip = Storage(db);
                var answer = ReminderStore.AskSince(trip, [.. Enumerable.Range(0, 40).Select(i => FirstPerson + i)], begin);
                await trip.RunAsync(token);
                return answer.Rows;
            },
            default);
        return (
            [.. rows.Select(r => Told(OfficeClock.Zone.DayOf(r.At), r.PersonId, r.InstitutionId, r.Lines)).Order(StringComparer.Ordinal)],
            [.. escalated.Order(StringComparer.Ordinal)]);
    }

    private static Bot.Storage.RoundTrip Storage(DataConnection db) => Bot.Storage.RoundTrip.On(db);

    private static string Told(DateOnly day, long person, long institution, IEnumerable<LineKey> lines) =>
        $"{day:yyyy-MM-dd} {person} {institution} {string.Join(' ', lines.Select(l => l.ToString()).Order(StringComparer.Ordinal))}";

    private static Task<Outlook> LookAsync(OfficeStage office) => office.Database.ReadAsync(office.Get<ReminderOutlook>().LookAsync, default);

    /// <summary>A district in which something of everything is true.</summary>
    private static async Task FillAsync(OfficeStage office, Random random)
    {
        var schools = new List<(long Id, string Type, long? Head)>();
        for (var i = 0; i < 16; i++)
        {
            // Nobody has come there; one head has two; the others have one each.
            long? head = i % 5 == 4 ? null : i == 6 ? FirstPerson + 5 : FirstPerson + i;
            var type = Types[random.Next(Types.Length)];
            schools.Add((await AddAsync(office, $"{type} «Вымышленное № {i:00}»", type, head), type, head));
        }

        foreach (var (id, type, head) in schools.Where(s => s.Head is not null))
        {
            var person = head ?? 0;
            foreach (var line in OfficeStage.Orders.LinesFor(type).Where(l => l.Mandatory))
            {
                var report = new ReportLine(id, line.Key.Order, line.Key.Point);
                await office.Database.InTransactionAsync<WriteResult>(
                    async (db, token) => random.Next(12) switch
                    {
                        0 => (await office.Get<ReportStore>().SubmitAsync(db, person, report, new ReportContent.NotApplicable("не наше"), new DateOnly(2024, 4, 12), token)).Result,
                        1 => await office.Get<PromiseStore>().PromiseAsync(db, person, report, new DateOnly(2024, 4, 15).AddDays(random.Next(30)), "", token),
                        2 => await office.Get<LineDecisionStore>().ChangeAsync(db, OfficeStage.Specialist, report, new DateOnly(2024, 4, 20).AddDays(random.Next(20)), token),
                        3 => await office.Get<LineDecisionStore>().ChangeAsync(db, OfficeStage.Specialist, report, null, token),
                        _ => WriteResult.Unchanged,
                    },
                    default);
            }
        }

        var heads = schools.Select(s => s.Head).OfType<long>().Distinct().ToList();
        await office.Database.InTransactionAsync((db, token) => office.Get<PersonStore>().MuteAsync(db, heads[1], true, token), default);
        await office.ArriveAsync(heads[2], heads[2], new Incoming.Consent(Allowed: false));

        // Deputies come and go within the two weeks, one of them twice; one head ends.
        await ActAsync(office, FirstPerson + 30, schools[0].Id, "2024-04-12 10:00", "2024-04-22 00:00");
        await ActAsync(office, FirstPerson + 30, schools[0].Id, "2024-04-25 00:00", null);
        await ActAsync(office, FirstPerson + 31, schools[3].Id, "2024-04-26 11:00", "2024-05-04 00:00");
        var leaving = heads[^1];
        await office.Database.InTransactionAsync(
            (db, token) => db.GetTable<MembershipRecord>().Where(m => m.PersonId == leaving).Set(m => m.Until, OfficeClock.Parse("2024-05-03 00:00")).UpdateAsync(token), default);
    }

    private static async Task HoldSomeAsync(OfficeStage office, Random random)
    {
        var today = OfficeClock.Zone.DayOf(office.Clock.GetUtcNow());
        var all = await office.Database.ReadAsync(office.Get<RosterStore>().AllAsync, default);
        foreach (var institution in all.Where((_, i) => i % 4 == 0))
        {
            LineKey? line = random.Next(2) == 0 ? null : OfficeStage.Orders.LinesFor(institution.Type).First(l => l.Mandatory).Key;
            Assert.Equal(WriteResult.Done, await office.Database.InTransactionAsync(
                (db, token) => office.Get<ReminderHoldStore>().HoldAsync(db, OfficeStage.Specialist, institution.Id, line, today.AddDays(random.Next(12)), token), default));
        }

        foreach (var person in (long[])[FirstPerson, FirstPerson + 3, FirstPerson + 7])
        {
            await office.Database.InTransactionAsync(
                async (db, token) =>
                {
                    await office.Get<ReminderStore>().RemindLaterAsync(db, person, today.AddDays(random.Next(5)), token);
                    return true;
                },
                default);
        }
    }

    private static Task<long> AddAsync(OfficeStage office, string name, string type, long? head) => office.Database.InTransactionAsync(
        async (db, token) =>
        {
            var id = await office.Get<RosterStore>().AddAsync(db, 0, name, type, token);
            if (head is { } person)
            {
                await office.Get<PersonStore>().MeetAsync(db, [person], token);
                var code = await office.Get<ClaimStore>().IssueAsync(db, 0, id, token);
                Assert.Equal(WriteResult.Done, (await office.Get<ClaimStore>().ClaimAsync(db, person, code, token)).Result);
            }

            return id;
        },
        default);

    private static Task<bool> ActAsync(OfficeStage office, long person, long institution, string since, string? until) => office.Database.InTransactionAsync(
        async (db, token) =>
        {
            await office.Get<PersonStore>().MeetAsync(db, [person], token);
            await db.InsertAsync(
                new MembershipRecord
                {
                    PersonId = person,
                    InstitutionId = institution,
                    Role = PostRole.Deputy,
                    Since = OfficeClock.Parse(since),
                    Until = until is null ? null : OfficeClock.Parse(until),
                },
                token: token);
            return true;
        },
        default);
}

public sealed class ForecastOnSqlite(SqliteFixture fixture) : ForecastSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class ForecastOnPostgreSql(PostgreSqlFixture fixture) : ForecastSuite(fixture), IClassFixture<PostgreSqlFixture>;
