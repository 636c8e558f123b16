using System.Net;
using MiniExcelLibs;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Panel;

public abstract class MatrixPageSuite(DatabaseFixture fixture)
{
    [SkippableFact]
    public async Task The_matrix_shows_filters_sorts_and_downloads_what_is_shown()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var school = await site.AddAsync("МОУ «Вымышленная СОШ № 1»", "МОУ", PanelSite.Director);
        await site.AddAsync("МДОУ «Детский сад „Выдумка“»", "МДОУ");
        await site.AddAsync("=СУММ(1;2)", "УДО");
        await site.SubmitAsync(PanelSite.Director, school);
        using var visitor = await site.SignInAsync(PanelSite.Chief);

        var all = await visitor.GetAsync("/panel");
        Assert.Contains("<b>3</b> всего", all.Text, StringComparison.Ordinal);
        Assert.Contains("<b>1</b> на проверке", all.Text, StringComparison.Ordinal);
        Assert.True(all.Text.IndexOf("СУММ", StringComparison.Ordinal) < all.Text.IndexOf("МДОУ «", StringComparison.Ordinal));
        var some = await visitor.GetAsync("/panel?type=МОУ&q=вымышленн&status=waiting&sort=open&dir=desc");
        Assert.Contains("МОУ «Вымышленная СОШ № 1»", some.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Выдумка", some.Text, StringComparison.Ordinal);
        Assert.Contains("Таких учреждений сейчас нет", (await visitor.GetAsync("/panel?status=accepted")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/panel?type=нет&point=x&status=y&sort=z&page=-7&q=%3Cscript%3E")).Status);

        var file = await visitor.GetAsync("/panel/matrix.xlsx?status=open");
        var rows = new MemoryStream(file.Body).Query(excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>().Select(row => row.Values.ToArray()).ToArray();
        Assert.Equal(["Учреждение", "Тип", "1.1а"], rows[0].Take(3));
        Assert.Equal("=СУММ(1;2)", rows[1][0]);
        Assert.Equal("на проверке", rows[3][2]);
    }

    [SkippableFact]
    public async Task Markup_in_what_is_typed_stays_text()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        await site.AddAsync("<script>alert(1)</script>", "МОУ");
        using var visitor = await site.SignInAsync(PanelSite.Specialist);

        var page = await visitor.GetAsync("/panel?q=%3Cscript%3E");

        Assert.DoesNotContain("<script>alert", System.Text.Encoding.UTF8.GetString(page.Body), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<script>alert(1)</script>", page.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_version_is_the_same_until_something_changes()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var school = await site.AddAsync("МОУ «Вымышленная СОШ № 1»", "МОУ", PanelSite.Director);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var tag = (await visitor.GetAsync("/panel/version")).Headers["ETag"];

        Assert.Equal(HttpStatusCode.NotModified, (await visitor.GetAsync("/panel/version", ("If-None-Match", tag))).Status);
        await site.SubmitAsync(PanelSite.Director, school);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/panel/version", ("If-None-Match", tag))).Status);
    }
}

public sealed class MatrixPageOnSqlite(SqliteFixture fixture) : MatrixPageSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class MatrixPageOnPostgreSql(PostgreSqlFixture fixture) : MatrixPageSuite(fixture), IClassFixture<PostgreSqlFixture>;
