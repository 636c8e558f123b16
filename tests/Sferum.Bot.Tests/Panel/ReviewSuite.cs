using System.Net;
using LinqToDB.Data;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Panel;

/// <summary>The queue and what is said when something stands in the way.</summary>
public abstract class ReviewSuite(DatabaseFixture fixture)
{
    [SkippableFact]
    public async Task A_report_that_waits_no_more_is_not_replaced_by_another_one()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var school = await site.AddAsync("МОУ «Вымышленная»", "МОУ", PanelSite.Director);
        var first = await site.SubmitAsync(PanelSite.Director, school, "1.1.a");
        var second = await site.SubmitAsync(PanelSite.Director, school, "1.1.b");
        using var visitor = await site.SignInAsync(PanelSite.Specialist);

        await visitor.PostAsync(await visitor.GetAsync("/panel/review"), $"/panel/review/{first}/accept", ("number", $"{first}"), ("next", $"{second}"));

        var gone = await visitor.GetAsync($"/panel/review?report={first}");
        Assert.Contains("уже проверен или отозван", gone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/accept", gone.Text, StringComparison.Ordinal);
        var next = await visitor.GetAsync($"/panel/review?next={first}");
        Assert.Contains($"/panel/review/{second}/accept", next.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_report_on_a_point_that_the_order_has_no_more_does_not_hide_the_others()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var school = await site.AddAsync("МОУ «Вымышленная»", "МОУ", PanelSite.Director);
        var lost = await site.SubmitAsync(PanelSite.Director, school, "1.1.a");
        await site.WriteAsync((db, token) => db.ExecuteAsync("update report set point = '9.9' where id = @id", token, new DataParameter("id", lost)));
        var other = await site.SubmitAsync(PanelSite.Director, school, "1.1.b");
        using var visitor = await site.SignInAsync(PanelSite.Specialist);

        var page = await visitor.GetAsync("/panel/review");

        Assert.Contains($"/panel/review/{other}/accept", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 из 1", page.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task What_was_typed_stays_when_the_reason_is_too_long()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var school = await site.AddAsync("МОУ «Вымышленная»", "МОУ", PanelSite.Director);
        var report = await site.SubmitAsync(PanelSite.Director, school);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var words = new string('ж', 290);

        var answer = await visitor.PostAsync(await visitor.GetAsync("/panel/review"), $"/panel/review/{report}/return", ("number", $"{report}"), ("ready", "Нет подписи или печати"), ("words", words));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(words, answer.Text, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", answer.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Where_nobody_could_be_told_nobody_is_said_to_be()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var empty = await site.AddAsync("МОУ «Пустая»", "МОУ");
        using var visitor = await site.SignInAsync(PanelSite.Specialist);

        var answer = await visitor.PostAsync(await visitor.GetAsync($"/panel/institutions/{empty}"), $"/panel/institutions/{empty}/excuse", ("line", "223-09/1.1.a"));

        Assert.Contains("said=quietly", answer.Headers["Location"], StringComparison.Ordinal);
        Assert.Contains("Писать было некому", (await visitor.GetAsync($"/panel/institutions/{empty}?said=quietly")).Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_administrator_who_stands_in_decides_and_still_says_who_stands_in()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var today = new DateOnly(2024, 4, 15);
        await site.WriteAsync((db, token) => site.Get<SubstituteStore>().GrantAsync(db, PanelSite.Specialist, PanelSite.Administrator, today, today, token));
        using var visitor = await site.SignInAsync(PanelSite.Administrator);

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/panel/access")).Status);
        var school = await site.AddAsync("МОУ «Вымышленная»", "МОУ", PanelSite.Director);
        var report = await site.SubmitAsync(PanelSite.Director, school);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.PostAsync(await visitor.GetAsync("/panel/review"), $"/panel/review/{report}/accept", ("number", $"{report}"))).Status);
        Assert.Equal([PanelSite.Specialist, PanelSite.Administrator], await site.WriteAsync((db, token) => site.Get<SubstituteStore>().ActingAsync(db, token)));
    }

    [SkippableFact]
    public async Task A_link_that_went_out_is_kept_nowhere()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        site.Vk.People.Write(PanelSite.Specialist, "привет");
        await site.HeardAsync(PanelSite.Specialist, "отчёт", StringComparison.OrdinalIgnoreCase);
        site.Vk.People.Write(PanelSite.Specialist, "открой панель");
        await site.HeardAsync(PanelSite.Specialist, "Ссылка в панель", StringComparison.OrdinalIgnoreCase);

        await Eventually.TrueAsync(
            async () => await site.WriteAsync((db, token) => db.QueryToListAsync<long>("select count(*) from outbox", token)) is [0],
            () => "the ledger is not empty");
        var kept = await site.WriteAsync((db, token) => db.QueryToListAsync<string>("select content from outbox_done", token));
        Assert.NotEmpty(kept);
        Assert.DoesNotContain(kept, content => content.Contains("/panel/enter", StringComparison.Ordinal));
    }
}

public sealed class ReviewOnSqlite(SqliteFixture fixture) : ReviewSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class ReviewOnPostgreSql(PostgreSqlFixture fixture) : ReviewSuite(fixture), IClassFixture<PostgreSqlFixture>;
