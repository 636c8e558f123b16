using System.Diagnostics;
using System.Net;
using LinqToDB;
using LinqToDB.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sferum.Bot.Orders;
using Sferum.Bot.Panel.Matrix;
using Sferum.Bot.Reports;
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

    /// <summary>Asked for are 300 ms. Machines of tests are shared and busy: the bound finds what became slow by far, the numbers in the output tell the rest.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromMilliseconds(900);

    [SkippableFact]
    public async Task The_matrix_of_a_region_is_there_at_once()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        await FillAsync(site);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var over = new List<TimeSpan>();
        var report = new List<TimeSpan>();
        var rendering = new List<TimeSpan>();
        for (var i = 0; i < Tries; i++)
        {
            var began = Stopwatch.GetTimestamp();
            var page = await visitor.GetAsync($"/panel?page={i + 1}");
            over.Add(Stopwatch.GetElapsedTime(began));
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("из 20", page.Text, StringComparison.Ordinal);
            var (reported, rendered) = await OnServerAsync(site, i + 1);
            report.Add(reported);
            rendering.Add(rendered);
        }

        var server = report.Zip(rendering, (one, other) => one + other).ToList();
        output.WriteLine($"{Institutions} institutions, milliseconds:");
        Tell("server: report and rendering", server);
        Tell("server: report", report);
        Tell("server: rendering", rendering);
        Tell("over HTTP, to its last byte", over);
        Assert.True(Median(server) < Bound, $"server: {Median(server).TotalMilliseconds:0} ms");
        Assert.True(Median(over) < Bound, $"over HTTP: {Median(over).TotalMilliseconds:0} ms");
    }

    /// <summary>What the address does, without the way there and back.</summary>
    private static async Task<(TimeSpan Report, TimeSpan Rendering)> OnServerAsync(PanelSite site, int number)
    {
        var view = new MatrixView(null, null, null, "", MatrixSort.Name, false, number);
        var began = Stopwatch.GetTimestamp();
        var matrix = await site.Database.ReadAsync((db, stop) => site.Get<MatrixReport>().OfAsync(db, view.Query, stop), CancellationToken.None);
        var reported = Stopwatch.GetElapsedTime(began);
        await using var scope = site.App.Services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, site.Get<ILoggerFactory>());
        began = Stopwatch.GetTimestamp();
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<MatrixPage>(ParameterView.FromDictionary(
            new Dictionary<string, object?> { [nameof(MatrixPage.View)] = view, [nameof(MatrixPage.Matrix)] = matrix }))).ToHtmlString());
        var rendered = Stopwatch.GetElapsedTime(began);
        Assert.Contains($"Страница {number} из 20", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        return (reported, rendered);
    }

    private void Tell(string what, List<TimeSpan> times) => output.WriteLine(
        $"{what}: median {Median(times).TotalMilliseconds:0}, first {times[0].TotalMilliseconds:0}, least {times.Min().TotalMilliseconds:0}, most {times.Max().TotalMilliseconds:0}");

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);

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
