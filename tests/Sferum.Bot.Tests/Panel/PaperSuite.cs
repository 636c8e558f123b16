using System.Net;
using System.Text.RegularExpressions;
using LinqToDB.Data;
using MiniExcelLibs;
using Sferum.Bot.Orders;
using Sferum.Bot.Reports;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Panel;

/// <summary>What is printed and saved: summary, tables, sheets of codes.</summary>
public abstract partial class PaperSuite(DatabaseFixture fixture)
{
    [SkippableFact]
    public async Task The_summary_counts_what_the_matrix_counts()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        await SomeDistrict.FillAsync(site);

        var (summary, matrix) = await site.WriteAsync(async (db, token) => (
            (await site.Get<SummaryReport>().OfAsync(db, token)).Single(), await site.Get<MatrixReport>().OfAsync(db, new MatrixQuery([], []), token)));

        Assert.Equal(matrix.Rows.Length, summary.All.Institutions);
        Assert.Equal(matrix.Rows.Count(row => row.Late > 0), summary.CountLate);
        Assert.Equal(matrix.Rows.Count(row => row.Open == 0), summary.All.Reported);
        Assert.Equal(summary.All.Institutions, summary.Types.Sum(type => type.Institutions));
        Assert.All(summary.Points.Zip(matrix.Totals), point =>
        {
            Assert.Equal((point.Second.Accepted, point.Second.Waiting, point.Second.Returned), (point.First.Accepted, point.First.Waiting, point.First.Returned));
        });
        using var visitor = await site.SignInAsync(PanelSite.Chief);
        var page = await visitor.GetAsync("/panel/papers/summary");
        Assert.Contains("исполнение приказа № 223-09 от 13.04.2024", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_tables_can_be_read_back_and_no_cell_is_a_formula()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var school = await site.AddAsync("=МОУ «Вымышленная»", "МОУ", PanelSite.Director);
        await site.SubmitAsync(PanelSite.Director, school);
        await site.AddAsync("МДОУ «Небылица»", "МДОУ");
        using var visitor = await site.SignInAsync(PanelSite.Chief);

        var details = await RowsAsync(visitor, "details");
        var unreached = await RowsAsync(visitor, "unreached");
        var csv = (await visitor.GetAsync("/panel/papers/details.csv")).Text;

        var reported = details.Single(row => row["Состояние"] as string == "на проверке");
        Assert.Equal("=МОУ «Вымышленная»", reported["Учреждение"]);
        Assert.Contains("12-од", (string)reported["Что прислали"], StringComparison.Ordinal);
        Assert.Contains(unreached, row => (row["Учреждение"], row["Почему"]) is ("МДОУ «Небылица»", "никто не вошёл по коду"));
        Assert.DoesNotMatch(Formula(), csv);
    }

    [SkippableFact]
    public async Task A_sheet_of_codes_opens_the_door_and_sent_again_does_not_lock_it()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var first = await site.AddAsync("МОУ «Первая»", "МОУ");
        var second = await site.AddAsync("МДОУ «Второй»", "МДОУ");
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var page = await visitor.GetAsync("/panel/codes");
        (string, string)[] form =
        [
            ("institution", PanelSite.Text(first)), ("institution", PanelSite.Text(second)), ("newest", Newest().Match(page.Text).Groups["id"].Value),
        ];

        var sheet = await visitor.PostAsync(page, "/panel/codes", form);
        var again = await visitor.PostAsync(page, "/panel/codes", form);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (sheet.Status, again.Status));
        Assert.Contains("коды уже выдали", again.Text, StringComparison.Ordinal);
        var codes = Code().Matches(sheet.Text).Select(m => m.Groups["code"].Value.Replace("-", "", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, codes.Length);
        var claimed = await site.WriteAsync(async (db, token) =>
        {
            await site.Get<PersonStore>().MeetAsync(db, [PanelSite.Director], token);
            return await site.Get<ClaimStore>().ClaimAsync(db, PanelSite.Director, codes[0], token);
        });
        Assert.Equal(WriteResult.Done, claimed.Result);
        Assert.Contains("Отметьте хотя бы одно", (await visitor.PostAsync(page, "/panel/codes")).Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_code_page_that_is_sent_again_leaves_the_code_as_it_is()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var school = await site.AddAsync("МОУ «Первая»", "МОУ");
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var page = await visitor.GetAsync($"/panel/institutions/{school}");
        site.Vk.Clock.MoveTo(PanelSite.Start.AddMinutes(1));

        var issued = await visitor.PostAsync(page, $"/panel/institutions/{school}/code", ("last", "none"));
        var again = await visitor.PostAsync(page, $"/panel/institutions/{school}/code", ("last", "none"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.SeeOther), (issued.Status, again.Status));
        Assert.Equal(1, await site.WriteAsync((db, token) => db.ExecuteAsync<int>("select count(*) from claim_code where revoked_at is null", token)));
    }

    [SkippableFact]
    public async Task A_statement_given_out_on_the_page_is_known_again_by_its_text()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var school = await site.AddAsync("МОУ «Вымышленная»", "МОУ", PanelSite.Director);
        var empty = await site.AddAsync("МОУ «Пустая»", "МОУ");
        var report = await site.SubmitAsync(PanelSite.Director, school);
        await site.WriteAsync((db, token) => site.Get<ReportStore>().AcceptAsync(db, PanelSite.Specialist, report, $"{report}", token));
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var home = await visitor.GetAsync($"/panel/institutions/{school}");

        var page = await visitor.PostAsync(home, $"/panel/institutions/{school}/statement");
        var text = Statement().Match(page.Text).Groups["text"].Value;

        Assert.Contains("принято 1 из", text, StringComparison.Ordinal);
        Assert.IsType<CertificateCheck.Genuine>(await site.Get<CertificateStore>().CheckAsync(text, CancellationToken.None));
        Assert.IsType<CertificateCheck.Altered>(await site.Get<CertificateStore>().CheckAsync(text.Replace("принято 1 из", "принято 2 из", StringComparison.Ordinal), CancellationToken.None));
        Assert.DoesNotContain("/statement", (await visitor.GetAsync($"/panel/institutions/{empty}")).Text, StringComparison.Ordinal);
        Assert.EndsWith("said=nobody", (await visitor.PostAsync(home, $"/panel/institutions/{empty}/statement")).Headers["Location"], StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<IDictionary<string, object>>> RowsAsync(PanelVisitor visitor, string name)
    {
        var file = await visitor.GetAsync($"/panel/papers/{name}.xlsx");
        using var stream = new MemoryStream(file.Body);
        return [.. stream.Query(useHeaderRow: true).Select(row => (IDictionary<string, object>)row)];
    }

    [GeneratedRegex("name=\"newest\" value=\"(?<id>\\d+)\"")]
    private static partial Regex Newest();

    [GeneratedRegex("<p class=\"words\">(?<text>.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex Statement();

    [GeneratedRegex("<p class=\"code\">(?<code>[^<]+)</p>")]
    private static partial Regex Code();

    [GeneratedRegex("(^|;)\"?[=+@-]", RegexOptions.Multiline)]
    private static partial Regex Formula();
}

public sealed class PaperOnSqlite(SqliteFixture fixture) : PaperSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class PaperOnPostgreSql(PostgreSqlFixture fixture) : PaperSuite(fixture), IClassFixture<PostgreSqlFixture>;
