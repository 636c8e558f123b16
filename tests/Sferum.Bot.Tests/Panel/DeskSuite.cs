using System.Net;
using System.Text;
using LinqToDB;
using LinqToDB.Async;
using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Panel;

public abstract class DeskSuite(DatabaseFixture fixture)
{
    private const string School = "МОУ «Вымышленная СОШ № 1»";

    [SkippableFact]
    public async Task Reports_are_accepted_and_returned_on_the_page_and_the_head_hears_of_it()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var school = await site.AddAsync(School, "МОУ", PanelSite.Director);
        site.Vk.People.Write(PanelSite.Director, "привет");
        await site.SubmitAsync(PanelSite.Director, school);
        var second = await site.SubmitAsync(PanelSite.Director, school, "1.1.b");
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var page = await visitor.GetAsync("/panel/review");
        Assert.Contains("1 из 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("№ 12-од от 12.04.2024", page.Text, StringComparison.Ordinal);
        var accept = page.Forms.Single(f => f.Action.EndsWith("/accept", StringComparison.Ordinal)).Action;
        var number = accept.Split('/')[3];

        var accepted = await visitor.PostAsync(page, accept, ("number", number), ("next", $"{second}"));

        Assert.Equal($"/panel/review?next={second}&said=accepted", accepted.Headers["Location"]);
        await site.HeardAsync(PanelSite.Director, "принят", StringComparison.OrdinalIgnoreCase);

        // A colleague presses a moment later.
        Assert.EndsWith("said=decided", (await visitor.PostAsync(page, accept, ("number", number))).Headers["Location"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.PostAsync(page, $"/panel/review/{second}/return", ("number", $"{second}"))).Status);
        Assert.EndsWith("said=newer", (await visitor.PostAsync(page, $"/panel/review/{second}/return", ("number", "0"), ("words", "нет печати"))).Headers["Location"], StringComparison.Ordinal);
        Assert.EndsWith("said=returned", (await visitor.PostAsync(page, $"/panel/review/{second}/return", ("number", $"{second}"), ("words", "нет печати"))).Headers["Location"], StringComparison.Ordinal);
        await site.HeardAsync(PanelSite.Director, "нет печати", StringComparison.OrdinalIgnoreCase);
        Assert.Contains("больше ничего нет", (await visitor.GetAsync("/panel/review")).Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_line_is_extended_excused_and_restored_and_the_journal_knows_who_did_it()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var school = await site.AddAsync(School, "МОУ", PanelSite.Director);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var home = $"/panel/institutions/{school}";
        var page = await visitor.GetAsync(home);

        Assert.Contains("said=Done#line-223-09-1-3", (await visitor.PostAsync(page, $"{home}/extend", ("line", "223-09/1.3"), ("due", "2024-05-06"))).Headers["Location"], StringComparison.Ordinal);
        Assert.Contains("срок 06.05.2024 (продлён)", (await visitor.GetAsync(home)).Text, StringComparison.Ordinal);
        Assert.Contains("said=NotAllowed#line-223-09-1-3", (await visitor.PostAsync(page, $"{home}/extend", ("line", "223-09/1.3"), ("due", "2024-04-01"))).Headers["Location"], StringComparison.Ordinal);
        Assert.Contains("said=Done#line-223-09-1-3", (await visitor.PostAsync(page, $"{home}/excuse", ("line", "223-09/1.3"))).Headers["Location"], StringComparison.Ordinal);
        Assert.Contains("said=Done#line-223-09-1-3", (await visitor.PostAsync(page, $"{home}/restore", ("line", "223-09/1.3"))).Headers["Location"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync(page, $"{home}/excuse", ("line", "223-09/9.9"))).Status);
        var actions = await site.WriteAsync((db, token) => db.GetTable<JournalRecord>().Where(j => j.Point == "1.3" && j.ActorId == PanelSite.Specialist).OrderBy(j => j.Seq).Select(j => j.Action).ToListAsync(token));
        Assert.Equal(["extended", "excused", "restored"], actions);
    }

    [SkippableFact]
    public async Task A_new_code_is_shown_once_and_lets_a_head_in()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var school = await site.AddAsync(School, "МОУ");
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var page = await visitor.GetAsync($"/panel/institutions/{school}");
        var shown = await visitor.PostAsync(page, $"/panel/institutions/{school}/code", ("last", "none"));

        var code = System.Text.RegularExpressions.Regex.Match(shown.Text, "class=\"code\">([A-Z2-9]{4}-[A-Z2-9]{4})<").Groups[1].Value;

        Assert.Contains("<svg", shown.Text, StringComparison.Ordinal);
        await site.WriteAsync(async (db, token) =>
        {
            await site.Get<PersonStore>().MeetAsync(db, [PanelSite.Director], token);
            Assert.Equal(WriteResult.Done, (await site.Get<ClaimStore>().ClaimAsync(db, PanelSite.Director, code.Replace("-", "", StringComparison.Ordinal), token)).Result);
            return true;
        });
        Assert.DoesNotContain(code, (await visitor.GetAsync($"/panel/institutions/{school}")).Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Evidence_is_shown_as_what_it_is_and_nothing_else_is_run()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var school = await site.AddAsync(School, "МОУ", PanelSite.Director);
        await site.AddFileAsync("photo1_22", "photo", "фото.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]);
        await site.AddFileAsync("doc1_23", "doc", "приказ.html", Encoding.UTF8.GetBytes("<script>alert(1)</script>"));
        await site.SubmitAsync(PanelSite.Director, school, "1.1.a", "photo1_22", "doc1_23");
        using var visitor = await site.SignInAsync(PanelSite.Chief);
        var page = await visitor.GetAsync($"/panel/institutions/{school}");
        var files = System.Text.RegularExpressions.Regex.Matches(page.Text, "href=\"(/panel/files/\\d+)\"").Select(m => m.Groups[1].Value).ToArray();
        Assert.Equal(2, files.Length);

        var photo = await visitor.GetAsync(files[0]);
        var other = await visitor.GetAsync(files[1]);

        Assert.Equal(("image/jpeg", "nosniff"), (photo.Headers["Content-Type"], photo.Headers["X-Content-Type-Options"]));
        Assert.StartsWith("inline", photo.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal("SAMEORIGIN", photo.Headers["X-Frame-Options"]);
        Assert.StartsWith("default-src 'none'", photo.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", photo.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("application/octet-stream", other.Headers["Content-Type"]);
        Assert.StartsWith("attachment", other.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal("DENY", other.Headers["X-Frame-Options"]);

        var own = await site.AddFileAsync("photo1_99", "photo", "личное.jpg", [0xFF, 0xD8, 0xFF]);
        Assert.Equal("stored", await site.WriteAsync((db, token) => db.GetTable<EvidenceFileRecord>().Where(f => f.Id == own).Select(f => f.State).SingleAsync(token)));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/panel/files/{own}")).Status);
    }

    [SkippableFact]
    public async Task Evidence_stands_on_the_page_as_its_content_says_whatever_VK_calls_it()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var school = await site.AddAsync(School, "МОУ", PanelSite.Director);
        var picture = await site.AddFileAsync("doc1_22", "doc", "скан.pdf", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]);
        var paper = await site.AddFileAsync("photo1_23", "photo", "приказ.jpg", "%PDF-1.4"u8.ToArray());
        var other = await site.AddFileAsync("photo1_24", "photo", "фото.png", "<svg/>"u8.ToArray());
        await site.SubmitAsync(PanelSite.Director, school, "1.1.a", "doc1_22", "photo1_23", "photo1_24");
        using var visitor = await site.SignInAsync(PanelSite.Chief);

        var page = await visitor.GetAsync("/panel/review");

        Assert.Contains($"<img src=\"/panel/files/{picture}\"", page.Text, StringComparison.Ordinal);
        Assert.Contains($"<iframe src=\"/panel/files/{paper}\" title=\"Документ: приказ.jpg\" loading=\"lazy\">", page.Text, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/panel/files/{paper}\" target=\"_blank\"", page.Text, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/panel/files/{other}\" target=\"_blank\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"src=\"/panel/files/{other}\"", page.Text, StringComparison.Ordinal);
    }
}

public sealed class DeskOnSqlite(SqliteFixture fixture) : DeskSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class DeskOnPostgreSql(PostgreSqlFixture fixture) : DeskSuite(fixture), IClassFixture<PostgreSqlFixture>;
