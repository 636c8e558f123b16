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

        var (returned, report) = await district.WriteAsync((db, token) => district.Reports.ReturnAsync(db, District.Specialist, id, "нет печати", token));
        Assert.Equal(WriteResult.Done, returned);
        Assert.Equal((ReportStatus.Returned, "нет печати", District.HeadOfFirst), (report!.Status, report.ReturnReason, report.ReportedBy));

        await district.SubmitAsync(District.HeadOfFirst, district.First, number: "13-од");
        var (accepted, final) = await district.WriteAsync((db, token) => district.Reports.AcceptAsync(db, District.Specialist, id, token));

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
            Assert.Equal(WriteResult.NotAllowed, await district.WriteAsync((db, token) => district.Reports.WithdrawAsync(db, intruder, line, token)));
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
        var question = await district.WriteAsync((db, token) => district.Questions.AskAsync(db, District.Stranger, "?", token));

        foreach (var intruder in new[] { District.HeadOfFirst, District.HeadOfSecond, District.Stranger, 0 })
        {
            Assert.Equal(WriteResult.NotAllowed, (await district.WriteAsync((db, token) => district.Reports.AcceptAsync(db, intruder, id, token))).Result);
            Assert.Equal(WriteResult.NotAllowed, (await district.WriteAsync((db, token) => district.Reports.ReturnAsync(db, intruder, id, "x", token))).Result);
            Assert.Equal(WriteResult.NotAllowed, (await district.WriteAsync((db, token) => district.Questions.AnswerAsync(db, intruder, question, "x", token))).Result);
        }
    }

    [SkippableFact]
    public async Task A_second_press_changes_nothing()
    {
        var district = await District.CreateAsync(fixture);
        var (_, id) = await district.SubmitAsync(District.HeadOfFirst, district.First);
        await district.WriteAsync((db, token) => district.Reports.AcceptAsync(db, District.Specialist, id, token));

        Assert.Equal(WriteResult.Unchanged, (await district.WriteAsync((db, token) => district.Reports.AcceptAsync(db, District.Specialist, id, token))).Result);
        Assert.Equal(WriteResult.Unchanged, (await district.WriteAsync((db, token) => district.Reports.ReturnAsync(db, District.Specialist, id, "x", token))).Result);
        Assert.Equal(WriteResult.NotFound, (await district.WriteAsync((db, token) => district.Reports.AcceptAsync(db, District.Specialist, 999_999, token))).Result);
    }

    [SkippableTheory]
    [InlineData("2024-04-19T20:59:59Z", false)]
    [InlineData("2024-04-19T21:00:00Z", true)]
    public async Task Late_begins_with_the_first_second_of_the_day_after_in_the_offices_zone(string at, bool late)
    {
        var district = await District.CreateAsync(fixture);
        district.Clock.SetUtcNow(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

        await district.SubmitAsync(District.HeadOfFirst, district.First);

        var report = Assert.Single(await district.WriteAsync((db, token) => district.Reports.OfInstitutionsAsync(db, [district.First], token)));
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
        Assert.Empty(await ReportsAsync(district, district.Second));
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
        Assert.Empty(await ReportsAsync(district, district.First));
    }

    [SkippableFact]
    public async Task Answers_of_another_point_are_not_kept()
    {
        var district = await District.CreateAsync(fixture);

        await district.SubmitAsync(District.HeadOfFirst, district.First);

        Assert.Equal(["document.date", "document.number", "files.0"], Assert.Single(await ReportsAsync(district, district.First)).Answers.Keys);
    }

    [SkippableFact]
    public async Task The_same_report_sent_twice_is_one_report()
    {
        var district = await District.CreateAsync(fixture);
        var (_, id) = await district.SubmitAsync(District.HeadOfFirst, district.First);

        Assert.Equal((WriteResult.Unchanged, id), await district.SubmitAsync(District.HeadOfFirst, district.First));
        Assert.Equal($"{id}", Assert.Single(await ReportsAsync(district, district.First)).Number);
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
            var (result, _) = await district.Reports.AcceptAsync(db, District.Specialist, id, token);
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
        var report = Assert.Single(await ReportsAsync(district, district.First));
        Assert.Equal((ReportStatus.Accepted, "12-од"), (report.Status, report.Answers["document.number"]));
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

    private static Task<IReadOnlyList<Report>> ReportsAsync(District district, long institution) =>
        district.WriteAsync((db, token) => district.Reports.OfInstitutionsAsync(db, [institution], token));

    private static Task<bool> SomebodyWaitsAsync(District district) =>
        district.Database.ReadAsync(
            async (db, token) => await db.ExecuteAsync<long>(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'", token) > 0,
            CancellationToken.None);
}

public sealed class ReportOnSqlite(SqliteFixture fixture) : ReportSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class ReportOnPostgreSql(PostgreSqlFixture fixture) : ReportSuite(fixture), IClassFixture<PostgreSqlFixture>;
