using System.Diagnostics;
using System.Net;
using LinqToDB;
using LinqToDB.Data;
using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Crash;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Transcripts.Office;
using Xunit.Abstractions;

namespace Sferum.Bot.Tests.Panel;

/// <summary>A region: 2,000 institutions, each with all of its lines reported.</summary>
public abstract class MatrixSpeedSuite(DatabaseFixture fixture, ITestOutputHelper output)
{
    private const int Institutions = 2_000;
    private const int Tries = 15;

    /// <summary>Asked for are 300 ms; machines of tests are busy.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromMilliseconds(900);

    [SkippableFact]
    public async Task The_matrix_of_a_region_is_there_at_once()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        await FillAsync(site);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var times = new List<TimeSpan>();
        for (var i = 0; i < Tries; i++)
        {
            var began = Stopwatch.GetTimestamp();
            var page = await visitor.GetAsync($"/panel?page={i + 1}");
            times.Add(Stopwatch.GetElapsedTime(began));
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("из 20", page.Text, StringComparison.Ordinal);
        }

        var middle = times.Order().ElementAt(Tries / 2);
        output.WriteLine($"{Institutions} institutions: median {middle.TotalMilliseconds:0} ms, first {times[0].TotalMilliseconds:0} ms, least {times.Min().TotalMilliseconds:0} ms");
        Assert.True(middle < Bound, $"{middle.TotalMilliseconds:0} ms");
    }

    private static Task<bool> FillAsync(PanelSite site) => site.WriteAsync(async (db, token) =>
    {
        var options = new BulkCopyOptions { BulkCopyType = BulkCopyType.MultipleRows };
        string[] types = ["МОУ", "МДОУ", "УДО"];
        await db.BulkCopyAsync(options, Enumerable.Range(1, Institutions).Select(i => new InstitutionRecord { Name = $"{types[i % 3]} «Вымышленное учреждение № {i:0000}»", Type = types[i % 3], CreatedAt = PanelSite.Start }), token);
        var all = await site.Get<RosterStore>().AllAsync(db, token);
        string[] states = [ReportStatus.Reported, ReportStatus.Accepted, ReportStatus.Returned];
        await db.BulkCopyAsync(
            options,
            all.SelectMany((institution, i) => OfficeStage.Orders.LinesFor(institution.Type).Select((line, at) => new ReportRecord
            {
                InstitutionId = institution.Id,
                OrderNumber = line.Key.Order,
                Point = line.Key.Point,
                Kind = ReportKind.Done,
                Status = states[(i + at) % 3],
                Revision = 1,
                Answers = "{}",
                ReportedBy = PanelSite.Director,
                ReceivedAt = PanelSite.Start,
            })),
            token);
        return true;
    });
}

[Collection(Alone.Name)]
public sealed class MatrixSpeedOnSqlite(SqliteFixture fixture, ITestOutputHelper output) : MatrixSpeedSuite(fixture, output), IClassFixture<SqliteFixture>;

[Collection(Alone.Name)]
public sealed class MatrixSpeedOnPostgreSql(PostgreSqlFixture fixture, ITestOutputHelper output) : MatrixSpeedSuite(fixture, output), IClassFixture<PostgreSqlFixture>;
