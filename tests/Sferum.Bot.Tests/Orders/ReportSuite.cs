using LinqToDB;
using LinqToDB.Data;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Orders;

public abstract class ReportSuite(DatabaseFixture fixture)
{
    [SkippableFact]
    public async Task A_report_goes_from_reported_over_returned_to_accepted()
    {
        var district = await District.CreateAsync(fixture);
        var (_, id) = await district.SubmitAsync(District.HeadOfFirst, district.First);

        var (returned, report) = await district.ReturnAsync(id, $"{id}");
        Assert.Equal(WriteResult.Done, returned);
        Assert.Equal((ReportStatus.Returned, "нет печати", District.HeadOfFirst), (report!.Status, report.ReturnReason, report.ReportedBy));

        await district.SubmitAsync(District.HeadOfFirst, district.First, number: "13-од");
        var (accepted, final) = await district.AcceptAsync(id, $"{id}-2");

        Assert.Equal(WriteResult.Done, accepted);
        Assert.Equal(("13-од", $"{id}-2"), (final!.Answers["document.number"], final.Number));
        Assert.Null(final.ReturnReason);
        Assert.Equal(WriteResult.AlreadyAccepted, (await district.SubmitAsync(District.HeadOfFirst, district.First)).Result);
    }

    [SkippableFact]
    public async Task Nobody_reports_or_withdraws_for_an_institution_that_is_not_his()
    {
        var district = await District.CreateAsync(fixture);
        await district.SubmitAsync(District.HeadOfFirst, district.First);
        var line = new ReportLine(district.First, "223-09", "1.1.a");

        foreach (var intruder in new[] { District.HeadOfSecond, District.Stranger, District.Specialist, 0, -1 })
        {
            Assert.Equal(WriteResult.NotAllowed, (await district.SubmitAsync(intruder, district.First)).Result);
            Assert.Equal(WriteResult.NotAllowed, await district.WithdrawAsync(intruder, line, "1"));
            Assert.Equal(
                WriteResult.NotAllowed,
                await district.WriteAsync((db, token) => district.People.ChooseInstitutionAsync(db, intruder, district.First, token)));
        }
    }

    [SkippableFact]
    public async Task Only_a_specialist_reviews_and_answers()
    {
        var district = await District.CreateAsync(fixture);
        var (_, id) = await district.SubmitAsync(District.HeadOfFirst, district.First);
        var question = await district.WriteAsync((db, token) => district.Questions.AddAsync(db, new NewQuestion(District.Stranger, "?", QuestionOutcome.Asked), _ => null, token));

        foreach (var intruder in new[] { District.HeadOfFirst, District.HeadOfSecond, District.Stranger, 0 })
        {
            Assert.Equal(WriteResult.NotAllowed, (await district.AcceptAsync(id, $"{id}", by: intruder)).Result);
            Assert.Equal(WriteResult.NotAllowed, (await district.ReturnAsync(id, $"{id}", by: intruder)).Result);
            Assert.Equal(WriteResult.NotAllowed, (await district.WriteAsync((db, token) => district.Questions.AnswerAsync(db, intruder, question ?? 0, "x", token))).Result);
        }
    }

    [SkippableFact]
    public async Task A_second_press_changes_nothing()
    {
        var district = await District.CreateAsync(fixture);
        var (_, id) = await district.SubmitAsync(District.HeadOfFirst, district.First);
        await district.AcceptAsync(id, $"{id}");

        Assert.Equal(WriteResult.Unchanged, (await district.AcceptAsync(id, $"{id}")).Result);
        Assert.Equal(WriteResult.Unchanged, (await district.ReturnAsync(id, $"{id}")).Result);
        Assert.Equal(WriteResult.NotFound, (await district.AcceptAsync(999_999, "999999")).Result);
    }

    [SkippableTheory]
    [InlineData("2024-04-19T20:59:59Z", false)]
    [InlineData("2024-04-19T21:00:00Z", true)]
    public async Task Late_begins_with_the_first_second_of_the_day_after_in_the_offices_zone(string at, bool late)
    {
        var district = await District.CreateAsync(fixture);
        district.Clock.SetUtcNow(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

        await district.SubmitAsync(District.HeadOfFirst, district.First);

        var report = Assert.Single(await district.ReportsAsync(district.First));
        Assert.Equal(late, report.Late);
        Assert.Equal(district.Clock.GetUtcNow(), report.ReceivedAt);
    }

    [SkippableFact]
    public async Task The_waiting_ones_come_in_the_order_in_which_they_came_in()
    {
        var district = await District.CreateAsync(fixture);
        foreach (var point in new[] { "1.3", "1.1.a", "1.1.b" })
        {
            await district.SubmitAsync(District.HeadOfFirst, district.First, point);
            district.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var waiting = await district.WriteAsync((db, token) => district.Reports.WaitingAsync(db, 2, null, token));

        Assert.Equal(["1.3", "1.1.a"], waiting.Select(report => report.Line.Point));
    }

    [SkippableTheory]
    [InlineData("1.2.a", "the kindergarten has no such line")]
    [InlineData("1.4.1", "a teacher's duty is not reported")]
    [InlineData("1.1", "a heading is not reported")]
    [InlineData("9.9", "no such point")]
    [InlineData("", "no point at all")]
    public async Task A_line_that_the_order_does_not_have_for_this_institution_is_refused(string point, string why)
    {
        var district = await District.CreateAsync(fixture);

        Assert.True(WriteResult.NotFound == (await district.SubmitAsync(District.HeadOfSecond, district.Second, point)).Result, why);
        Assert.Empty(await district.ReportsAsync(district.Second));
    }

    [SkippableFact]
    public async Task Another_order_is_refused_too()
    {
        var district = await District.CreateAsync(fixture);

        var (result, _) = await district.SubmitAsync(District.HeadOfFirst, new ReportLine(district.First, "999", "1.1.a"), District.Answers());

        Assert.Equal(WriteResult.NotFound, result);
    }

    [SkippableFact]
    public async Task What_is_asked_for_must_be_among_the_answers()
    {
        var district = await District.CreateAsync(fixture);
        var line = new ReportLine(district.First, "223-09", "1.1.a");

        Assert.Equal(WriteResult.Incomplete, (await district.SubmitAsync(District.HeadOfFirst, line, District.Answers().Remove("files.0"))).Result);
        Assert.Equal(WriteResult.Incomplete, (await district.SubmitAsync(District.HeadOfFirst, line, District.Answers().Clear())).Result);
        Assert.Equal(WriteResult.Incomplete, (await district.SubmitAsync(District.HeadOfFirst, line with { Point = "1.2.b" }, District.Answers())).Result);
        Assert.Empty(await district.ReportsAsync(district.First));
    }

    [SkippableFact]
    public async Task Answers_of_another_point_are_not_kept()
    {
        var district = await District.CreateAsync(fixture);

        await district.SubmitAsync(District.HeadOfFirst, district.First);

        Assert.Equal(["document.date", "document.number", "files.0"], Assert.Single(await district.ReportsAsync(district.First)).Answers.Keys);
    }

    [SkippableFact]
    public async Task The_same_report_sent_twice_is_one_report()
    {
        var district = await District.CreateAsync(fixture);
        var (_, id) = await district.SubmitAsync(District.HeadOfFirst, district.First);

        Assert.Equal((WriteResult.Unchanged, id), await district.SubmitAsync(District.HeadOfFirst, district.First));
        Assert.Equal($"{id}", Assert.Single(await district.ReportsAsync(district.First)).Number);
    }

    [SkippableFact]
    public async Task A_report_sent_while_it_is_being_accepted_does_not_undo_the_acceptance()
    {
        var district = await District.CreateAsync(fixture);
        var (_, id) = await district.SubmitAsync(District.HeadOfFirst, district.First);
        var accepted = new TaskCompletionSource();
        var commit = new TaskCompletionSource();

        var acceptance = district.WriteAsync(async (db, token) =>
        {
            var (result, _) = await district.Reports.AcceptAsync(db, District.Specialist, id, $"{id}", token);
            accepted.SetResult();
            await commit.Task;
            return result;
        });
        await accepted.Task;
        var submission = district.SubmitAsync(District.HeadOfFirst, district.First, number: "13-од");
        if (district.Database.Provider == StorageProvider.PostgreSql)
        {
            await Eventually.TrueAsync(() => SomebodyWaitsAsync(district), () => "the second transaction did not wait for the first");
        }

        commit.SetResult();

        Assert.Equal(WriteResult.Done, await acceptance);
        Assert.Equal((WriteResult.AlreadyAccepted, id), await submission);
        var report = Assert.Single(await district.ReportsAsync(district.First));
        Assert.Equal((ReportStatus.Accepted, "12-од"), (report.Status, report.Answers["document.number"]));
    }

    [SkippableFact]
    public async Task What_was_sent_anew_is_neither_accepted_nor_returned_nor_withdrawn_by_the_old_number()
    {
        var district = await District.CreateAsync(fixture);
        var (_, id) = await district.SubmitAsync(District.HeadOfFirst, district.First);
        await district.SubmitAsync(District.HeadOfFirst, district.First, number: "13-од");
        var line = new ReportLine(district.First, "223-09", "1.1.a");
        var entries = await EntriesAsync(district);

        foreach (var number in new[] { $"{id}", $"{id}-1", $"{id}-3", "" })
        {
            var (result, report) = await district.AcceptAsync(id, number);
            Assert.Equal((WriteResult.Outdated, $"{id}-2"), (result, report!.Number));
            Assert.Equal(WriteResult.Outdated, (await district.ReturnAsync(id, number)).Result);
            Assert.Equal(WriteResult.Outdated, await district.WithdrawAsync(District.HeadOfFirst, line, number));
        }

        Assert.Equal(entries, await EntriesAsync(district));
        Assert.Equal((ReportStatus.Reported, 2), (await district.ReportsAsync(district.First)).Select(r => (r.Status, r.Revision)).Single());
        Assert.Equal(WriteResult.Done, await district.WithdrawAsync(District.HeadOfFirst, line, $"{id}-2"));
        Assert.Equal(WriteResult.Unchanged, await district.WithdrawAsync(District.HeadOfFirst, line, $"{id}-2"));
    }

    [SkippableFact]
    public async Task A_returned_report_may_be_withdrawn_and_an_accepted_one_may_not()
    {
        var district = await District.CreateAsync(fixture);
        var line = new ReportLine(district.First, "223-09", "1.1.a");
        Assert.Equal(WriteResult.NotFound, await district.WithdrawAsync(District.HeadOfFirst, line, "1"));
        var (_, id) = await district.SubmitAsync(District.HeadOfFirst, line, District.Answers());
        await district.ReturnAsync(id, $"{id}");
        Assert.Equal(WriteResult.Done, await district.WithdrawAsync(District.HeadOfFirst, line, $"{id}"));

        await district.SubmitAsync(District.HeadOfFirst, line, District.Answers());
        await district.AcceptAsync(id, $"{id}-2");

        Assert.Equal(WriteResult.AlreadyAccepted, await district.WithdrawAsync(District.HeadOfFirst, line, $"{id}-2"));
    }

    [SkippableFact]
    public async Task A_point_may_be_reported_as_not_applicable_with_a_reason()
    {
        var district = await District.CreateAsync(fixture);
        var line = new ReportLine(district.First, "223-09", "1.2.a");

        var (result, id) = await district.SubmitAsync(District.HeadOfFirst, line, new ReportContent.NotApplicable("  нет заместителей \n"));

        Assert.Equal(WriteResult.Done, result);
        var report = Assert.Single(await district.ReportsAsync(district.First));
        Assert.Equal((ReportKind.NotApplicable, ReportStatus.Reported), (report.Kind, report.Status));
        Assert.Equal([new("reason", "нет заместителей")], report.Answers);
        Assert.Equal([$$"""{"reason":"нет заместителей","report":"{{id}}"}"""], await district.JournalAsync("not_applicable"));
        Assert.Equal((WriteResult.Unchanged, id), await district.SubmitAsync(District.HeadOfFirst, line, new ReportContent.NotApplicable("нет заместителей")));
        Assert.Equal(WriteResult.Done, (await district.AcceptAsync(id, report.Number)).Result);
        Assert.Equal(WriteResult.AlreadyAccepted, (await district.SubmitAsync(District.HeadOfFirst, line, new ReportContent.NotApplicable("другое"))).Result);
    }

    [SkippableTheory]
    [InlineData(0, WriteResult.Incomplete)]
    [InlineData(2, WriteResult.Incomplete)]
    [InlineData(3, WriteResult.Done)]
    [InlineData(500, WriteResult.Done)]
    [InlineData(501, WriteResult.Incomplete)]
    public async Task A_reason_is_neither_empty_nor_a_novel(int length, WriteResult expected)
    {
        var district = await District.CreateAsync(fixture);
        var line = new ReportLine(district.First, "223-09", "1.2.a");

        Assert.Equal(expected, (await district.SubmitAsync(District.HeadOfFirst, line, new ReportContent.NotApplicable(new string('н', length) + "   "))).Result);
        Assert.Equal(expected == WriteResult.Done ? 1 : 0, (await district.ReportsAsync(district.First)).Count);
    }

    [SkippableFact]
    public async Task Done_after_not_applicable_is_a_new_version_of_the_other_kind()
    {
        var district = await District.CreateAsync(fixture);
        var line = new ReportLine(district.First, "223-09", "1.1.a");
        await district.SubmitAsync(District.HeadOfFirst, line, new ReportContent.NotApplicable("не про нас"));

        await district.SubmitAsync(District.HeadOfFirst, line, District.Answers());

        var report = Assert.Single(await district.ReportsAsync(district.First));
        Assert.Equal((ReportKind.Done, 2, $"{report.Id}-2"), (report.Kind, report.Revision, report.Number));
        Assert.DoesNotContain("reason", report.Answers.Keys);
    }

    [SkippableFact]
    public async Task Nobody_says_for_another_institution_that_a_point_does_not_concern_it()
    {
        var district = await District.CreateAsync(fixture);
        var line = new ReportLine(district.First, "223-09", "1.2.a");

        foreach (var intruder in new[] { District.HeadOfSecond, District.Stranger, District.Specialist })
        {
            Assert.Equal(WriteResult.NotAllowed, (await district.SubmitAsync(intruder, line, new ReportContent.NotApplicable("не про нас"))).Result);
        }

        Assert.Equal(
            WriteResult.NotFound,
            (await district.SubmitAsync(District.HeadOfSecond, new ReportLine(district.Second, "223-09", "1.2.a"), new ReportContent.NotApplicable("не про нас"))).Result);
        Assert.Empty(await district.ReportsAsync(district.First, district.Second));
    }

    [SkippableFact]
    public async Task For_an_archived_institution_nobody_reports()
    {
        var district = await District.CreateAsync(fixture);
        await district.WriteAsync((db, token) => db.GetTable<InstitutionRecord>().Where(i => i.Id == district.First).Set(i => i.Archived, true).UpdateAsync(token));

        Assert.Equal(WriteResult.NotAllowed, (await district.SubmitAsync(District.HeadOfFirst, district.First)).Result);
    }

    [SkippableFact]
    public async Task The_journal_can_be_neither_emptied_nor_overwritten()
    {
        var district = await District.CreateAsync(fixture);
        string[] attempts = district.Database.Provider == StorageProvider.Sqlite
            ? ["insert or replace into journal select * from journal where seq = 1", "delete from journal"]
            : ["truncate journal", "delete from journal"];

        foreach (var attempt in attempts)
        {
            var refusal = await Assert.ThrowsAnyAsync<Exception>(() => district.WriteAsync((db, token) => db.ExecuteAsync(attempt, token)));
            Assert.Contains("append-only", refusal.Message);
        }
    }

    [SkippableFact]
    public async Task The_chain_shows_an_entry_that_has_gone()
    {
        var district = await District.CreateAsync(fixture);
        await district.WriteAsync(async (db, token) =>
        {
            var sqlite = district.Database.Provider == StorageProvider.Sqlite;
            await db.ExecuteAsync(sqlite ? "drop trigger journal_is_not_deleted" : "drop trigger journal_is_append_only on journal", token);
            return await db.ExecuteAsync("delete from journal where seq = 3", token);
        });

        Assert.Equal(3, await district.WriteAsync((db, token) => district.Journal.FirstBrokenAsync(db, token)));
    }

    [SkippableFact]
    public async Task The_journal_refuses_changes_and_shows_those_made_behind_its_back()
    {
        var district = await District.CreateAsync(fixture);
        await district.SubmitAsync(District.HeadOfFirst, district.First);
        Assert.Null(await district.WriteAsync((db, token) => district.Journal.FirstBrokenAsync(db, token)));

        await Assert.ThrowsAnyAsync<Exception>(() => district.WriteAsync((db, token) => db.ExecuteAsync("update journal set data = '{}' where seq = 1", token)));
        await Assert.ThrowsAnyAsync<Exception>(() => district.WriteAsync((db, token) => db.ExecuteAsync("delete from journal where seq = 1", token)));

        await district.WriteAsync(async (db, token) =>
        {
            var sqlite = district.Database.Provider == StorageProvider.Sqlite;
            await db.ExecuteAsync(sqlite ? "drop trigger journal_is_not_updated" : "drop trigger journal_is_append_only on journal", token);
            return await db.ExecuteAsync("update journal set data = '{\"name\":\"другая\"}' where seq = 2", token);
        });
        Assert.Equal(2, await district.WriteAsync((db, token) => district.Journal.FirstBrokenAsync(db, token)));
    }

    private static Task<long> EntriesAsync(District district) =>
        district.WriteAsync((db, token) => db.ExecuteAsync<long>("select count(*) from journal", token));

    private static Task<bool> SomebodyWaitsAsync(District district) =>
        district.Database.ReadAsync(
            async (db, token) => await db.ExecuteAsync<long>(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'", token) > 0,
            CancellationToken.None);
}

public sealed class ReportOnSqlite(SqliteFixture fixture) : ReportSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class ReportOnPostgreSql(PostgreSqlFixture fixture) : ReportSuite(fixture), IClassFixture<PostgreSqlFixture>;
