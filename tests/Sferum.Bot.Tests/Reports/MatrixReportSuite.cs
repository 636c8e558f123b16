using Microsoft.Extensions.Options;
using MiniExcelLibs;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Asking;
using Sferum.Bot.Reports;
using Sferum.Bot.Tests.Orders;
using Sferum.Bot.Tests.Orders.Compiling;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Reports;

public abstract class MatrixReportSuite(DatabaseFixture fixture)
{
    private static readonly OrderBook Orders = Order22309Tests.Load();

    [SkippableFact]
    public async Task Counts_and_totals_are_those_of_the_Excel_of_the_same_question()
    {
        string[] asked = ["1.1.a", "1.2.0", "1.2.d"];
        Assert.All(asked, point => Assert.Contains(Orders.Orders.Single(o => o.Number == "223-09").Points, p => p.Id == point && p.Kind == PointKind.DirectorTask));
        var district = await FilledAsync();
        foreach (var types in new string[][] { [], ["МОУ"], ["УДО"] })
        {
            foreach (var points in asked.Select(point => new[] { point }).Prepend([]))
            {
                foreach (var status in DistrictStatus.All)
                {
                    await CompareAsync(district, new DistrictQuery.Standing([.. types], [.. points.Select(p => new LineKey("223-09", p))], status));
                }
            }
        }
    }

    [SkippableFact]
    public async Task A_cell_tells_what_stands_and_what_is_late()
    {
        var district = await FilledAsync();

        var matrix = await MatrixAsync(district, new MatrixQuery([], []));

        Assert.Equal(["МДОУ «Второй»", "МОУ «Первая»", "УДО «Третий»"], matrix.Rows.Select(r => r.Institution.Name));
        Assert.Equal(("принят", "возвращён, просрочен", "не сдан, просрочен"), (Words(matrix, 1, "1.1.a"), Words(matrix, 1, "1.1.b"), Words(matrix, 1, "1.1.c")));
        Assert.Equal(("на проверке, с опозданием", "не сдан", "снят"), (Words(matrix, 0, "1.1.a"), Words(matrix, 0, "1.1.b"), Words(matrix, 0, "1.1.c")));
        Assert.Equal("не для этого типа", Words(matrix, 2, "1.2.d"));
        Assert.Equal(matrix.Rows[2].Open, matrix.Rows[2].Late);
        Assert.Equal([true, true, false], matrix.Rows.Select(r => r.Joined));
    }

    [SkippableFact]
    public async Task Rows_are_found_by_words_and_sorted()
    {
        var district = await FilledAsync();

        Assert.Equal(["УДО «Третий»"], (await MatrixAsync(district, new MatrixQuery([], [], Text: "третий удо"))).Rows.Select(r => r.Institution.Name));
        Assert.Equal(["УДО «Третий»", "МОУ «Первая»", "МДОУ «Второй»"], (await MatrixAsync(district, new MatrixQuery([], [], Descending: true))).Rows.Select(r => r.Institution.Name));
        var late = (await MatrixAsync(district, new MatrixQuery([], [], Sort: MatrixSort.Late, Descending: true))).Rows.Select(r => r.Late).ToArray();
        Assert.Equal(late.OrderDescending(), late);
    }

    [SkippableFact]
    public async Task Numbers_in_names_are_sorted_as_people_count()
    {
        var district = await District.CreateAsync(fixture);
        foreach (var number in new[] { 10, 2, 1 })
        {
            await district.WriteAsync((db, token) => district.Roster.AddAsync(db, 0, $"МОУ «Сказочная СОШ № {number}»", "МОУ", token));
        }

        var matrix = await MatrixAsync(district, new MatrixQuery(["МОУ"], [], Text: "сказочная"));

        Assert.Equal(["1", "2", "10"], matrix.Rows.Select(r => r.Institution.Name.Split('№')[1].Trim(' ', '»')));
    }

    private static async Task CompareAsync(District district, DistrictQuery.Standing query)
    {
        var matrix = await MatrixAsync(district, new MatrixQuery(query.Types, query.Points, query.Status));
        var report = new DistrictReport(district.Asking, Orders, Office());
        var excel = await district.WriteAsync((db, token) => report.OfAsync(db, query, token));
        var rows = new MemoryStream(excel.Table.ToXlsx()).Query(useHeaderRow: true, excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>().ToArray();

        Assert.Equal(rows.Select(r => r["Учреждение"]).Distinct(), matrix.Rows.Select(r => r.Institution.Name));
        Assert.Equal((excel.Institutions, excel.Institutions), (matrix.Rows.Length, matrix.Counts[query.Status]));
        Func<MatrixTotal, int>? total = query.Status switch
        {
            DistrictStatus.Open => t => t.Open,
            DistrictStatus.Late => t => t.Late,
            DistrictStatus.Waiting => t => t.Waiting,
            DistrictStatus.Returned => t => t.Returned,
            _ => null,
        };
        if (total is not null)
        {
            Assert.Equal(
                rows.Length == 0 ? [] : rows.CountBy(r => (string)r["Пункт"]!).OrderBy(r => r.Key, StringComparer.Ordinal),
                matrix.Columns.Zip(matrix.Totals, (c, t) => KeyValuePair.Create(c.Point.Label, total(t))).Where(t => t.Value > 0).OrderBy(t => t.Key, StringComparer.Ordinal));
        }
    }

    private async Task<District> FilledAsync()
    {
        var district = await District.CreateAsync(fixture);
        await district.WriteAsync((db, token) => district.Roster.AddAsync(db, 0, "УДО «Третий»", "УДО", token));
        var (_, accepted) = await district.SubmitAsync(District.HeadOfFirst, district.First);
        await district.AcceptAsync(accepted, $"{accepted}");
        var (_, returned) = await district.SubmitAsync(District.HeadOfFirst, district.First, "1.1.b");
        await district.ReturnAsync(returned, $"{returned}");
        await district.WriteAsync((db, token) => district.Decisions.ChangeAsync(db, District.Specialist, new ReportLine(district.Second, "223-09", "1.1.b"), new DateOnly(2024, 5, 20), token));
        await district.WriteAsync((db, token) => district.Decisions.ChangeAsync(db, District.Specialist, new ReportLine(district.Second, "223-09", "1.1.c"), null, token));
        await district.WriteAsync((db, token) => district.Promises.PromiseAsync(db, District.HeadOfSecond, new ReportLine(district.Second, "223-09", "1.3"), new DateOnly(2024, 4, 30), "", token));
        district.Clock.Advance(TimeSpan.FromDays(7));
        await district.SubmitAsync(District.HeadOfSecond, district.Second);
        return district;
    }

    private static Task<Matrix> MatrixAsync(District district, MatrixQuery query) =>
        district.WriteAsync((db, token) => new MatrixReport(Orders, Office(), district.Clock).OfAsync(db, query, token));

    private static string Words(Matrix matrix, int row, string point) => matrix.Rows[row].Cells[matrix.Columns.ToList().FindIndex(c => c.Point.Id == point)].Words;

    private static IOptions<OfficeOptions> Office() => Options.Create(new OfficeOptions { Name = "Управление" });
}

public sealed class MatrixReportOnSqlite(SqliteFixture fixture) : MatrixReportSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class MatrixReportOnPostgreSql(PostgreSqlFixture fixture) : MatrixReportSuite(fixture), IClassFixture<PostgreSqlFixture>;
