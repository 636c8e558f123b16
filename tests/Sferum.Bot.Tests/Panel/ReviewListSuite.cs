using System.Net;
using LinqToDB.Data;
using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Panel;

/// <summary>Many reports accepted at once, and what is never accepted so.</summary>
public abstract class ReviewListSuite(DatabaseFixture fixture)
{
    private const long Neighbour = 1002;

    [SkippableFact]
    public async Task All_that_was_chosen_is_accepted_and_each_head_is_told()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var (first, second) = await TwoSchoolsAsync(site);
        using var page = DrawnPictures.Page(1, isPhoto: true);
        await site.AddFileAsync("photo1_1", "photo", "приказ.jpg", DrawnPictures.Jpeg(page));
        var photo = await site.SubmitAsync(PanelSite.Director, first, "1.1.a", SomeDistrict.Document("12-од", "photo1_1"));
        var links = await site.SubmitAsync(Neighbour, second, "1.1.c", SomeDistrict.Links);
        await site.LookedAtAsync();
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var list = await visitor.GetAsync("/panel/review/all");
        Assert.Contains($"value=\"{photo}:{photo}\"", list.Text, StringComparison.Ordinal);
        Assert.Contains("/small\"", list.Text, StringComparison.Ordinal);

        var answer = await visitor.PostAsync(list, "/panel/review/all/accept", ("chosen", $"{photo}:{photo}"), ("chosen", $"{links}:{links}"));

        Assert.Equal((HttpStatusCode.SeeOther, "/panel/review/all?accepted=2"), (answer.Status, answer.Headers["Location"]));
        Assert.Contains("Принято: 2", (await visitor.GetAsync(answer.Headers["Location"])).Text, StringComparison.Ordinal);
        Assert.Equal(["accepted", "accepted"], await StatusesAsync(site, photo, links));
        Assert.Equal([PanelSite.Specialist, PanelSite.Specialist], await site.WriteAsync((db, token) =>
            db.QueryToListAsync<long>("select actor_id from journal where action = 'accepted'", token)));
        foreach (var head in new[] { PanelSite.Director, Neighbour })
        {
            await Eventually.TrueAsync(
                () => site.Vk.People.ChatOf(head).Messages.Any(m => m.Out && m.Text.Contains("принят", StringComparison.OrdinalIgnoreCase)),
                () => $"{head} was not told: {string.Join(" | ", site.Vk.People.ChatOf(head).Messages.Select(m => m.Text))}");
        }
    }

    [SkippableFact]
    public async Task What_is_suspicious_newer_or_decided_is_left_and_named_whatever_the_form_says()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var (first, second) = await TwoSchoolsAsync(site);
        using var page = DrawnPictures.Page(1, isPhoto: true);
        await site.AddFileAsync("photo1_1", "photo", "", DrawnPictures.Jpeg(page));
        await site.AddFileAsync("photo1_2", "photo", "", DrawnPictures.Jpeg(DrawnPictures.Resized(page, 0.6), 70), Neighbour);
        await site.AddFileAsync("doc1_3", "doc", "приказ.pdf", "%PDF-1.4"u8.ToArray());
        var same = await site.SubmitAsync(PanelSite.Director, first, "1.1.a", SomeDistrict.Document("12-од", "photo1_1"));
        var copy = await site.SubmitAsync(Neighbour, second, "1.1.a", SomeDistrict.Document("7", "photo1_2"));
        var paper = await site.SubmitAsync(PanelSite.Director, first, "1.1.b", SomeDistrict.Document("13-од", "doc1_3"));
        var newer = await site.SubmitAsync(PanelSite.Director, first, "1.1.c", SomeDistrict.Links);
        var decided = await site.SubmitAsync(Neighbour, second, "1.1.c", SomeDistrict.Links);
        await site.LookedAtAsync();
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var list = await visitor.GetAsync("/panel/review/all");
        Assert.Contains("Похоже, та же картинка: МОУ «Вторая», пункт 1.1а", Flat(list), StringComparison.Ordinal);
        Assert.Contains("Есть файл, который нужно открыть", list.Text, StringComparison.Ordinal);
        Assert.All([same, copy, paper], id => Assert.DoesNotContain($"value=\"{id}:", list.Text, StringComparison.Ordinal));
        Assert.Contains($"value=\"{newer}:{newer}\"", list.Text, StringComparison.Ordinal);
        await site.SubmitAsync(PanelSite.Director, first, "1.1.c", SomeDistrict.Links.Add("links.1", "https://school.example/more"));
        await site.WriteAsync((db, token) => site.Get<ReportStore>().ReturnAsync(db, PanelSite.Specialist, decided, $"{decided}", "нет", token));

        var answer = await visitor.PostAsync(
            list,
            "/panel/review/all/accept",
            [.. new[] { same, copy, paper, newer, decided }.Select(id => ("chosen", $"{id}:{id}")), ("chosen", "nonsense"), ("chosen", "999:999")]);

        Assert.Equal(
            $"/panel/review/all?accepted=0&left={same}-suspicious,{copy}-suspicious,{paper}-suspicious,{newer}-newer,{decided}-decided,999-decided",
            answer.Headers["Location"]);
        var told = Flat(await visitor.GetAsync(answer.Headers["Location"]));
        Assert.Contains("МОУ «Первая», пункт 1.1а: нужно посмотреть отдельно", told, StringComparison.Ordinal);
        Assert.Contains("МОУ «Первая», пункт 1.1в: пришло новое, его вы ещё не видели", told, StringComparison.Ordinal);
        Assert.Contains("МОУ «Вторая», пункт 1.1в: уже проверен или отозван", told, StringComparison.Ordinal);
        Assert.Equal(["reported", "reported", "reported", "reported", "returned"], await StatusesAsync(site, same, copy, paper, newer, decided));
    }

    [SkippableFact]
    public async Task A_copy_that_comes_while_one_looks_is_seen_when_it_is_accepted()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var (first, second) = await TwoSchoolsAsync(site);
        using var page = DrawnPictures.Page(1, isPhoto: false);
        await site.AddFileAsync("photo1_1", "photo", "", DrawnPictures.Jpeg(page));
        await site.AddFileAsync("photo1_2", "photo", "", DrawnPictures.Jpeg(page), Neighbour);
        var report = await site.SubmitAsync(PanelSite.Director, first, "1.1.a", SomeDistrict.Document("12-од", "photo1_1"));
        await site.LookedAtAsync();
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var list = await visitor.GetAsync("/panel/review/all");
        Assert.Contains($"value=\"{report}:{report}\"", list.Text, StringComparison.Ordinal);
        await site.SubmitAsync(Neighbour, second, "1.1.a", SomeDistrict.Document("7", "photo1_2"));

        var answer = await visitor.PostAsync(list, "/panel/review/all/accept", ("chosen", $"{report}:{report}"));

        Assert.Equal($"/panel/review/all?accepted=0&left={report}-suspicious", answer.Headers["Location"]);
        Assert.Contains("Тот же файл: МОУ «Вторая», пункт 1.1а", Flat(await visitor.GetAsync($"/panel/review?report={report}")), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_version_of_before_is_no_warning_for_the_one_that_stands()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var (first, _) = await TwoSchoolsAsync(site);
        using var page = DrawnPictures.Page(1, isPhoto: false);
        await site.AddFileAsync("photo1_1", "photo", "", DrawnPictures.Jpeg(page));
        await site.AddFileAsync("photo1_2", "photo", "", DrawnPictures.Jpeg(page, 60));
        await site.LookedAtAsync();
        await site.SubmitAsync(PanelSite.Director, first, "1.1.a", SomeDistrict.Document("12-од", "photo1_1"));
        var report = await site.SubmitAsync(PanelSite.Director, first, "1.1.a", SomeDistrict.Document("12-од", "photo1_2"));
        using var visitor = await site.SignInAsync(PanelSite.Specialist);

        var list = await visitor.GetAsync("/panel/review/all");

        Assert.Contains($"value=\"{report}:{report}-2\"", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Обратите внимание", list.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Nothing_chosen_is_said_and_pages_have_an_end()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        for (var i = 1; i <= 51; i++)
        {
            var school = await site.AddAsync($"УДО «Выдумка № {i}»", "УДО", 4000 + i);
            await site.SubmitAsync(4000 + i, school, "1.1.c", SomeDistrict.Links);
        }

        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var list = await visitor.GetAsync("/panel/review/all");
        Assert.Equal(50, list.Text.Split("name=\"chosen\"").Length - 1);
        Assert.Contains("«Выдумка № 51»", (await visitor.GetAsync("/panel/review/all?page=77")).Text, StringComparison.Ordinal);
        Assert.Contains("1 из 51", (await visitor.GetAsync("/panel/review")).Text, StringComparison.Ordinal);

        var answer = await visitor.PostAsync(list, "/panel/review/all/accept");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Отметьте отчёты", answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.PostAsync(list, "/panel/review/all/accept", [.. Enumerable.Range(1, 51).Select(i => ("chosen", $"{i}:{i}"))])).Status);
    }

    [SkippableFact]
    public async Task Whoever_only_looks_sees_the_warnings_and_nothing_to_choose()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var (first, _) = await TwoSchoolsAsync(site);
        await site.SubmitAsync(PanelSite.Director, first, "1.1.a", SomeDistrict.Document("12-од", "photo1_1"));
        await site.SubmitAsync(PanelSite.Director, first, "1.1.b", SomeDistrict.Document("12-од", "photo1_1", "2024-04-12"));
        using var visitor = await site.SignInAsync(PanelSite.Chief);

        var list = await visitor.GetAsync("/panel/review/all");

        Assert.DoesNotContain("chosen", list.Text, StringComparison.Ordinal);
        Assert.Contains("Здесь № 12-од от 15.04.2024, а там № 12-од от 12.04.2024: пункт 1.1б", Flat(list), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_day_of_a_document_is_that_of_whatever_answer_is_one()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var (first, _) = await TwoSchoolsAsync(site);
        var plan = await site.SubmitAsync(PanelSite.Director, first, "1.3", Bot.Tests.Orders.District.Answers().Add("plan.date", "2024-04-11"));
        using var visitor = await site.SignInAsync(PanelSite.Specialist);

        Assert.Contains("Дата документа</dt><dd>11.04.2024", (await visitor.GetAsync($"/panel/review?report={plan}")).Text, StringComparison.Ordinal);
    }

    private static async Task<(long First, long Second)> TwoSchoolsAsync(PanelSite site)
    {
        site.Vk.People.Add("Борис", "Сочинённый", "директор", Neighbour, canMessage: true);
        site.Vk.People.Allow(PanelSite.Director);
        return (await site.AddAsync("МОУ «Первая»", "МОУ", PanelSite.Director), await site.AddAsync("МОУ «Вторая»", "МОУ", Neighbour));
    }

    private static async Task<IReadOnlyList<string>> StatusesAsync(PanelSite site, params long[] reports)
    {
        var rows = await site.WriteAsync((db, token) => site.Get<ReportStore>().OfIdsAsync(db, reports, token));
        return [.. reports.Select(id => rows.Single(row => row.Id == id).Status)];
    }

    /// <summary>What one reads: without marks, with one space between words.</summary>
    private static string Flat(PanelAnswer page) => string.Join(
        ' ', System.Text.RegularExpressions.Regex.Replace(page.Text, "<[^>]+>", "").Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}

public sealed class ReviewListOnSqlite(SqliteFixture fixture) : ReviewListSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class ReviewListOnPostgreSql(PostgreSqlFixture fixture) : ReviewListSuite(fixture), IClassFixture<PostgreSqlFixture>;
