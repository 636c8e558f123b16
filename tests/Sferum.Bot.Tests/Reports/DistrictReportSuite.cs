using Microsoft.Extensions.Options;
using MiniExcelLibs;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Asking;
using Sferum.Bot.Reports;
using Sferum.Bot.Tests.Orders;
using Sferum.Bot.Tests.Orders.Compiling;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Reports;

public abstract class DistrictReportSuite(DatabaseFixture fixture)
{
    [SkippableFact]
    public async Task Who_has_not_reported_is_told_with_deadline_promise_and_what_was_returned()
    {
        var district = await CreateAsync();
        var (_, returned) = await district.SubmitAsync(District.HeadOfFirst, district.First);
        await district.ReturnAsync(returned, Number(returned));
        Assert.Equal(WriteResult.Done, await district.WriteAsync((db, token) =>
            district.Promises.PromiseAsync(db, District.HeadOfSecond, new ReportLine(district.Second, "223-09", "1.1.a"), new DateOnly(2024, 4, 22), "", token)));
        Assert.Equal(WriteResult.Done, await district.WriteAsync((db, token) =>
            district.Decisions.ChangeAsync(db, District.Specialist, new ReportLine(district.Second, "223-09", "1.1.a"), new DateOnly(2024, 4, 26), token)));

        var (table, rows) = await RowsAsync(district, Standing(DistrictStatus.Open, "1.1.a"));

        Assert.Equal("Не сдали 1.1а", table.Table.Name);
        Assert.Equal(3, table.Institutions);
        Assert.Equal(
            [
                ["Учреждение", "Тип", "Пункт", "Что сделать", "Состояние", "Срок", "Обещано к", "Отчёт получен", "Проверен"],
                ["МДОУ «Второй»", "МДОУ", "1.1а", "Приказ об использовании", "не сдан", new DateTime(2024, 4, 26), new DateTime(2024, 4, 22), null, null],
                ["МОУ «Первая»", "МОУ", "1.1а", "Приказ об использовании", "возвращён", new DateTime(2024, 4, 19), null, new DateTime(2024, 4, 15, 9, 0, 0), new DateTime(2024, 4, 15, 9, 0, 0)],
                ["УДО «Третий»", "УДО", "1.1а", "Приказ об использовании", "не сдан", new DateTime(2024, 4, 19), null, null, null],
            ],
            rows);
    }

    [SkippableFact]
    public async Task Who_has_reported_is_told_line_by_line_and_when()
    {
        var district = await CreateAsync();
        var (_, accepted) = await district.SubmitAsync(District.HeadOfFirst, district.First);
        district.Clock.Advance(TimeSpan.FromHours(26));
        await district.AcceptAsync(accepted, Number(accepted));
        await district.SubmitAsync(District.HeadOfSecond, district.Second);
        await district.SubmitAsync(District.HeadOfSecond, district.Second, "1.1.b");

        var (_, rows) = await RowsAsync(district, Standing(DistrictStatus.Reported, "1.1.a"));

        Assert.Equal(["Учреждение", "Тип", "Пункт", "Что сделать", "Состояние", "Срок", "Отчёт получен", "Проверен"], rows[0]);
        Assert.Equal([("МДОУ «Второй»", "на проверке", new DateTime(2024, 4, 16, 11, 0, 0), null), ("МОУ «Первая»", "принят", new DateTime(2024, 4, 15, 9, 0, 0), new DateTime(2024, 4, 16, 11, 0, 0))],
            rows.Skip(1).Select(row => ((string)row[0]!, (string)row[4]!, (DateTime)row[6]!, (DateTime?)row[7])));
        Assert.Equal(["МОУ «Первая»"], (await RowsAsync(district, Standing(DistrictStatus.Accepted, "1.1.a"))).Rows.Skip(1).Select(row => row[0]));
        Assert.Equal(["1.1а", "1.1б"], (await RowsAsync(district, Standing(DistrictStatus.Waiting))).Rows.Skip(1).Select(row => row[2]));
    }

    [SkippableFact]
    public async Task A_question_of_all_points_lists_each_open_line()
    {
        var district = await CreateAsync();
        await district.SubmitAsync(District.HeadOfSecond, district.Second);

        var (table, rows) = await RowsAsync(district, new DistrictQuery.Standing(["МДОУ"], [], DistrictStatus.Open));

        Assert.Equal(("Не сдали МДОУ", 1), (table.Table.Name, table.Institutions));
        Assert.Equal(["1.1б", "1.1в", "1.2", "1.2б", "1.2в", "1.3", "1.4"], rows.Skip(1).Select(row => row[2]));
    }

    [SkippableFact]
    public async Task Who_never_came_is_a_list_of_institutions()
    {
        var district = await CreateAsync();

        var (_, rows) = await RowsAsync(district, Standing(DistrictStatus.Absent));

        Assert.Equal([["Учреждение", "Тип"], ["УДО «Третий»", "УДО"]], rows);
    }

    [SkippableFact]
    public async Task Changes_are_told_with_their_time_at_the_office_the_newest_first()
    {
        var district = await CreateAsync();
        district.Clock.Advance(TimeSpan.FromHours(1));
        var (_, report) = await district.SubmitAsync(District.HeadOfFirst, district.First);
        district.Clock.Advance(TimeSpan.FromMinutes(30));
        await district.ReturnAsync(report, Number(report));

        var (table, rows) = await RowsAsync(district, new DistrictQuery.Changes([], [], ["reported", "returned"], new DateOnly(2024, 4, 15)));

        Assert.Equal(("Что изменилось", 1), (table.Table.Name, table.Institutions));
        Assert.Equal(
            [
                ["Учреждение", "Тип", "Пункт", "Что сделать", "Что произошло", "Когда"],
                ["МОУ «Первая»", "МОУ", "1.1а", "Приказ об использовании", "возвращён", new DateTime(2024, 4, 15, 10, 30, 0)],
                ["МОУ «Первая»", "МОУ", "1.1а", "Приказ об использовании", "сдан", new DateTime(2024, 4, 15, 10, 0, 0)],
            ],
            rows);
        Assert.Equal(2, (await RowsAsync(district, new DistrictQuery.Changes([], [], [], new DateOnly(2024, 4, 15)))).Table.Institutions);
    }

    [SkippableFact]
    public async Task Every_status_of_nobody_is_a_table_of_headings()
    {
        var district = await CreateAsync();
        foreach (var status in DistrictStatus.All)
        {
            var (table, rows) = await RowsAsync(district, new DistrictQuery.Standing(["УДО"], [new LineKey("223-09", "1.2.g")], status));
            Assert.Equal(table.Institutions, rows.Length - 1);
        }
    }

    private async Task<District> CreateAsync()
    {
        var district = await District.CreateAsync(fixture);
        await district.WriteAsync((db, token) => district.Roster.AddAsync(db, 0, "УДО «Третий»", "УДО", token));
        return district;
    }

    private static DistrictQuery.Standing Standing(string status, params string[] points) =>
        new([], [.. points.Select(point => new LineKey("223-09", point))], status);

    /// <summary>The table and what a reader of its file finds there.</summary>
    private static async Task<(DistrictTable Table, object?[][] Rows)> RowsAsync(District district, DistrictQuery query)
    {
        var report = new DistrictReport(district.Asking, Order22309Tests.Load(), Options.Create(new OfficeOptions { Name = "Управление" }));
        var table = await district.WriteAsync((db, token) => report.OfAsync(db, query, token));
        return (table, [.. new MemoryStream(table.Table.ToXlsx()).Query(excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>().Select(row => row.Values.ToArray())]);
    }

    private static string Number(long report) => report.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public sealed class DistrictReportOnSqlite(SqliteFixture fixture) : DistrictReportSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class DistrictReportOnPostgreSql(PostgreSqlFixture fixture) : DistrictReportSuite(fixture), IClassFixture<PostgreSqlFixture>;
