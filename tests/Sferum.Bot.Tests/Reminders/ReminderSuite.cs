using LinqToDB;
using LinqToDB.Async;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Reminders;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Transcripts;
using Sferum.Bot.Tests.Transcripts.Office;

namespace Sferum.Bot.Tests.Reminders;

/// <summary>Reminders over the real stores and turns: whoever looks, however often, each goes out at most once and through the gate.</summary>
public abstract class ReminderSuite(DatabaseFixture fixture)
{
    private const long Head = 111;
    private const long Other = 112;
    private const string Reminder = "Не сдано";

    [SkippableFact]
    public async Task Two_processes_that_look_at_once_remind_once()
    {
        await using var office = await OpenAsync();
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 09:00"));

        var sent = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(office.RemindAsync)));

        Assert.Equal(2, sent.Sum());
        Assert.Equal([Head, Other], (await RemindersAsync(office)).Order());
    }

    [SkippableFact]
    public async Task Over_a_month_nobody_hears_twice_a_day_or_outside_the_gate()
    {
        await using var office = await OpenAsync();
        var days = new HashSet<(long, DateOnly)>();
        var all = 0;
        for (var now = OfficeClock.Parse("2024-04-15 10:20"); now < OfficeClock.Parse("2024-05-20 00:00"); now += TimeSpan.FromMinutes(97))
        {
            office.Clock.SetUtcNow(now);
            await office.RemindAsync();
            await office.SendAsync();
            if (now > OfficeClock.Parse("2024-04-30 00:00") && now < OfficeClock.Parse("2024-04-30 02:00"))
            {
                await office.WriteAsync(Head, "спасибо");
            }

            foreach (var person in await RemindersAsync(office))
            {
                var local = TimeZoneInfo.ConvertTime(now, OfficeClock.Zone);
                Assert.InRange(local.Hour, 8, 19);
                Assert.True(office.Get<Bot.Calendar.UnaskedHours>().Calendar.IsWorkingDay(DateOnly.FromDateTime(local.DateTime)), $"{local:u}");
                Assert.True(days.Add((person, DateOnly.FromDateTime(local.DateTime))), $"{person} twice on {local:d}");
                all++;
            }
        }

        // Five each before they count as silent; who wrote at the end of April is reminded again.
        Assert.Equal(5, days.Count(day => day.Item1 == Other));
        Assert.True(days.Count(day => day.Item1 == Head) > 5, $"{all}");
    }

    [SkippableFact]
    public async Task What_was_missed_while_the_bot_was_away_comes_as_one()
    {
        await using var office = await OpenAsync();
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-26 10:00"));

        Assert.Equal(2, await office.RemindAsync());
        Assert.Equal(0, await office.RemindAsync());
        Assert.Equal(2, (await RemindersAsync(office)).Count);
    }

    [SkippableFact]
    public async Task What_is_reported_is_not_spoken_of_and_what_is_returned_is()
    {
        await using var office = await OpenAsync();
        await office.WriteAsync(Head, "1.1а № 12-од от 10.04.2024", withPhoto: true);
        await office.WriteAsync(Head, "отправить");
        await office.NewsAsync();
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 09:00"));
        await office.RemindAsync();
        Assert.DoesNotContain("1.1а", await TextToAsync(office, Head), StringComparison.Ordinal);

        await office.Database.InTransactionAsync(
            async (db, token) =>
            {
                var report = await db.GetTable<ReportRecord>().SingleAsync(token);
                return await office.Get<ReportStore>().ReturnAsync(db, OfficeStage.Specialist, report.Id, $"{report.Id}", "нет печати", token);
            },
            default);
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-18 09:00"));
        await office.RemindAsync();
        Assert.Contains("1.1а Приказ об использовании: вернули, нет печати", await TextToAsync(office, Head), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task What_was_extended_or_excused_is_reminded_of_by_its_own_deadline_or_not_at_all()
    {
        await using var office = await OpenAsync();
        var school = (await office.Database.ReadAsync((db, token) => db.GetTable<InstitutionRecord>().OrderBy(i => i.Id).ToListAsync(token), default))[0].Id;
        await office.Database.InTransactionAsync(
            async (db, token) =>
            {
                var changes = office.Get<LineDecisionStore>();
                Assert.Equal(WriteResult.NotAllowed, await changes.ChangeAsync(db, Head, new ReportLine(school, "223-09", "1.3"), null, token));
                Assert.Equal(WriteResult.NotFound, await changes.ChangeAsync(db, OfficeStage.Specialist, new ReportLine(school, "223-09", "9.9"), null, token));
                Assert.Equal(WriteResult.NotAllowed, await changes.ChangeAsync(db, OfficeStage.Specialist, new ReportLine(school, "223-09", "1.3"), new DateOnly(2024, 4, 1), token));
                Assert.Equal(WriteResult.Done, await changes.ChangeAsync(db, OfficeStage.Specialist, new ReportLine(school, "223-09", "1.3"), null, token));
                Assert.Equal(WriteResult.Unchanged, await changes.ChangeAsync(db, OfficeStage.Specialist, new ReportLine(school, "223-09", "1.3"), null, token));
                return await changes.ChangeAsync(db, OfficeStage.Specialist, new ReportLine(school, "223-09", "1.4"), new DateOnly(2024, 5, 17), token);
            },
            default);
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 09:00"));
        await office.RemindAsync();
        var told = await TextToAsync(office, Head);
        Assert.DoesNotContain("• 1.3", told, StringComparison.Ordinal);
        Assert.DoesNotContain("• 1.4", told, StringComparison.Ordinal);

        await office.WriteAsync(Head, "меню");
        await office.NewsAsync();
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-05-14 09:00"));
        await office.RemindAsync();
        told = await TextToAsync(office, Head);
        Assert.Contains("• 1.4 ", told, StringComparison.Ordinal);
        Assert.Contains("срок 17 мая", told, StringComparison.Ordinal);

        await office.Database.InTransactionAsync((db, token) => office.Get<LineDecisionStore>().RestoreAsync(db, OfficeStage.Specialist, new ReportLine(school, "223-09", "1.3"), token), default);
        Assert.Equal(
            ["excused", "extended", "restored"],
            await office.Database.ReadAsync((db, token) => db.GetTable<JournalRecord>().Where(j => j.Action == "excused" || j.Action == "extended" || j.Action == "restored").OrderBy(j => j.Seq).Select(j => j.Action).ToListAsync(token), default));
    }

    [SkippableFact]
    public async Task Who_was_let_in_twice_hears_of_it_once()
    {
        await using var office = await OpenAsync();
        await office.Database.InTransactionAsync(
            async (db, token) =>
            {
                var membership = await db.GetTable<MembershipRecord>().FirstAsync(m => m.PersonId == Head, token);
                membership.Since = membership.Since.AddMinutes(-1);
                return await db.InsertAsync(membership, token: token);
            },
            default);
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 09:00"));

        Assert.Equal(2, await office.RemindAsync());
        Assert.DoesNotContain("Ещё не сдано", await TextToAsync(office, Head), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_promise_made_before_a_report_that_came_back_does_not_stop_reminders()
    {
        await using var office = await OpenAsync();
        await office.WriteAsync(Head, "1.1а будет к 10 мая");
        await office.WriteAsync(Head, "1.1а № 12-од от 10.04.2024", withPhoto: true);
        await office.WriteAsync(Head, "отправить");
        await office.Database.InTransactionAsync(
            async (db, token) =>
            {
                var report = await db.GetTable<ReportRecord>().SingleAsync(token);
                return await office.Get<ReportStore>().ReturnAsync(db, OfficeStage.Specialist, report.Id, $"{report.Id}", "нет печати", token);
            },
            default);
        await office.NewsAsync();
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-22 09:00"));
        await office.RemindAsync();

        Assert.Contains("1.1а", await TextToAsync(office, Head), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Of_two_schools_one_message_counts_once_against_silence()
    {
        await using var office = await OpenAsync();
        await office.AddInstitutionAsync("МОУ «Четвёртая»", "МОУ", "FRTH2345");
        await office.WriteAsync(Head, "FRTH-2345");
        await office.WriteAsync(Head, "да");
        await office.NewsAsync();
        var days = 0;
        for (var now = OfficeClock.Parse("2024-04-16 09:00"); now < OfficeClock.Parse("2024-05-20 09:00"); now = now.AddDays(1))
        {
            office.Clock.SetUtcNow(now);
            await office.RemindAsync();
            await office.SendAsync();
            days += (await RemindersAsync(office)).Count(person => person == Head);
        }

        Assert.Equal(5, days);
    }

    [SkippableFact]
    public async Task Who_forbade_messages_is_left_to_the_specialist()
    {
        await using var office = await OpenAsync();
        await office.ArriveAsync(Head, Head, new Incoming.Consent(Allowed: false));
        await office.WriteAsync(Other, "стоп");
        await office.NewsAsync();
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 09:00"));

        Assert.Equal(0, await office.RemindAsync());

        var told = await TextToAsync(office, OfficeStage.Specialist);
        Assert.Contains("Написать нельзя: запретили сообщения или сказали «стоп» (2)", told, StringComparison.Ordinal);
        Assert.Contains("Никто не вошёл по коду (1): МОУ «Третья»", told, StringComparison.Ordinal);
        await office.RemindAsync();
        Assert.Empty(await office.NewsAsync());
    }

    [SkippableFact]
    public async Task The_gate_lets_one_message_a_day_through_whoever_asks()
    {
        await using var office = await OpenAsync();
        var gate = office.Get<Gate>();
        Task<IReadOnlySet<long>> TakeAsync(params long[] people) => office.Database.InTransactionAsync((db, token) => gate.TakeDayAsync(db, people, token), default);

        Assert.Equal([Head, Other], (await TakeAsync(Head, Other, Other)).Order());
        Assert.Equal([7], await TakeAsync(Head, 7));
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-15 20:00"));
        Assert.Empty(await TakeAsync(8));
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 08:00"));
        Assert.Equal([8, Head], (await TakeAsync(8, Head)).Order());
    }

    [SkippableFact]
    public async Task What_VK_did_not_take_is_worked_out_again_when_it_is_true_no_more()
    {
        await using var office = await OpenAsync();
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 09:00"));
        await office.RemindAsync();
        await office.SendAsync(row => PutOff(row, uncertain: false));
        await office.WriteAsync(Head, "1.1а № 12-од от 10.04.2024", withPhoto: true);
        await office.WriteAsync(Head, "отправить");
        await office.NewsAsync();
        office.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(1, await office.RemindAsync());

        var told = await TextToAsync(office, Head);
        Assert.Contains(Reminder, told, StringComparison.Ordinal);
        Assert.DoesNotContain("1.1а", told, StringComparison.Ordinal);
        Assert.Equal([Head, Other], (await WaitingAsync(office)).Order());
        Assert.Equal([(Head, Fate.Cancelled)], await FatesAsync(office));
        Assert.Equal(0, await office.RemindAsync());
    }

    [SkippableFact]
    public async Task What_VK_did_not_take_all_day_comes_on_the_next_one_and_not_as_of_yesterday()
    {
        await using var office = await OpenAsync();
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 19:58"));
        await office.RemindAsync();
        await office.SendAsync(row => PutOff(row, uncertain: false));
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 20:05"));
        await office.NewsAsync();

        Assert.Equal(0, await office.RemindAsync());
        Assert.Empty(await WaitingAsync(office));
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-17 08:00"));
        Assert.Equal(2, await office.RemindAsync());
        Assert.Contains("До срока 2 дня", await TextToAsync(office, Head), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task What_is_on_its_way_or_may_have_arrived_is_left_alone()
    {
        await using var office = await OpenAsync();
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 09:00"));
        await office.RemindAsync();
        await office.WriteAsync(Head, "1.1а № 12-од от 10.04.2024", withPhoto: true);
        await office.WriteAsync(Head, "отправить");

        Assert.Equal(0, await office.RemindAsync());
        await office.SendAsync(row => PutOff(row, uncertain: true));
        office.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(0, await office.RemindAsync());
        Assert.Equal([Head, Other], (await WaitingAsync(office)).Order());
        Assert.Empty(await FatesAsync(office));
    }

    [SkippableFact]
    public async Task Of_more_institutions_than_are_read_at_once_none_is_missed_and_nobody_is_reminded_twice()
    {
        await using var office = await OpenAsync();
        var now = office.Clock.GetUtcNow();
        await office.Database.InTransactionAsync(
            async (db, token) =>
            {
                for (var i = 0; i < (2 * ReminderStore.PageSize) - 4; i++)
                {
                    await db.InsertAsync(new InstitutionRecord { Name = $"МОУ «{i}»", Type = "МОУ", Archived = i % 3 == 0, CreatedAt = now }, token: token);
                }

                var last = await db.InsertWithInt64IdentityAsync(new InstitutionRecord { Name = "МОУ «Последняя»", Type = "МОУ", CreatedAt = now }, token: token);
                await db.InsertAsync(new MembershipRecord { InstitutionId = last, PersonId = Head, Role = PostRole.Head, Since = now }, token: token);
            },
            default);
        var pages = await office.Get<ReminderStore>().PagesAsync(office.Database, default).ToListAsync();
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 09:00"));

        var reminded = await office.RemindAsync();

        Assert.Equal(
            await office.Database.ReadAsync((db, token) => db.GetTable<InstitutionRecord>().Where(i => !i.Archived).Select(i => i.Id).OrderBy(id => id).ToListAsync(token), default),
            pages.SelectMany(page => page.Institutions).Select(reached => reached.Institution.Id).Order());
        Assert.Equal([2, 1, 0], pages.Select(page => page.Posts.Length));
        Assert.Equal(2, reminded);
        Assert.Equal([Head, Other], (await RemindersAsync(office)).Order());
        Assert.Equal(0, await office.RemindAsync());
    }

    /// <summary>VK did not take a reminder, and it is to be tried again in ten seconds.</summary>
    private static SendVerdict PutOff(OutboxRow row, bool uncertain) => row.Purpose == SendPurpose.Reminder
        ? new SendVerdict.Again(row, TimeSpan.FromSeconds(10), 10, "no answer", 1, uncertain)
        : new SendVerdict.Finished(row, Fate.Sent);

    /// <summary>Heads to whom reminders wait in the outbox.</summary>
    private static Task<List<long>> WaitingAsync(OfficeStage office) =>
        office.Database.ReadAsync((db, token) => db.GetTable<OutboxRecord>().Where(m => m.Purpose == SendPurpose.Reminder && m.PeerId != OfficeStage.Specialist).Select(m => m.PeerId).ToListAsync(token), default);

    /// <summary>Reminders that are done with.</summary>
    private static async Task<IEnumerable<(long, Fate)>> FatesAsync(OfficeStage office) => (await office.Database.ReadAsync(
        (db, token) => db.GetTable<OutboxDoneRecord>().Where(m => m.Purpose == SendPurpose.Reminder).Select(m => new { m.PeerId, m.Fate }).ToListAsync(token), default)).Select(m => (m.PeerId, m.Fate));

    private async Task<OfficeStage> OpenAsync()
    {
        var office = new OfficeStage(await fixture.CreateAsync(), OfficeClock.Parse("2024-04-15 10:00"));
        foreach (var (person, name, code) in new[] { (Head, "МОУ «Первая»", "FRST2345"), (Other, "МОУ «Вторая»", "SCND2345"), (0L, "МОУ «Третья»", "THRD2345") })
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

    /// <summary>To whom reminders were put into the outbox since the last look.</summary>
    private static async Task<IReadOnlyList<long>> RemindersAsync(OfficeStage office) =>
        [.. (await office.NewsAsync()).Where(news => news.Content is Outgoing.Text text && text.Body.Contains(Reminder, StringComparison.Ordinal)).Select(news => news.Peer)];

    private static async Task<string> TextToAsync(OfficeStage office, long person) =>
        string.Join('\n', (await office.NewsAsync()).Where(news => news.Peer == person).Select(news => news.Content).OfType<Outgoing.Text>().Select(text => text.Body));
}

public sealed class RemindersOnSqlite(SqliteFixture fixture) : ReminderSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class RemindersOnPostgreSql(PostgreSqlFixture fixture) : ReminderSuite(fixture), IClassFixture<PostgreSqlFixture>;
