using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using LinqToDB;
using LinqToDB.Data;
using Sferum.Bot.Orders;
using Sferum.Bot.Reminders;
using Sferum.Bot.Tests.Crash;
using Sferum.Bot.Tests.Support;
using Xunit.Abstractions;

namespace Sferum.Bot.Tests.Panel;

/// <summary>The page of the days to come, and what is held there.</summary>
public abstract partial class RemindersPageSuite(DatabaseFixture fixture)
{
    /// <summary>The sender of the running bot looks every half minute: between these hours nothing is due while a test looks.</summary>
    private static readonly (string, string)[] ByDay = [("Office__UnaskedFrom", "09:30"), ("Office__UnaskedUntil", "20:00")];

    [SkippableFact]
    public async Task The_page_counts_what_is_foretold_and_unfolds_a_day()
    {
        await using var site = await PanelSite.StartAsync(fixture, ByDay);
        await site.AddAsync("МОУ «Вымышленная СОШ № 1»", "МОУ", PanelSite.Director);
        await site.AddAsync("МДОУ «Детский сад „Выдумка“»", "МДОУ", 3001);
        await site.AddAsync("УДО «Дом творчества „Фантазия“»", "УДО", 3001);
        await site.AddAsync("МОУ «Пустая СОШ № 2»", "МОУ");
        using var visitor = await site.SignInAsync(PanelSite.Chief);
        var foretold = await site.Database.ReadAsync(site.Get<ReminderOutlook>().LookAsync, CancellationToken.None);

        var page = await visitor.GetAsync("/panel/reminders");

        var counted = Row().Matches(page.Text.ReplaceLineEndings(" ")).Select(m => (m.Groups["day"].Value, m.Groups["messages"].Value, m.Groups["institutions"].Value)).ToArray();
        Assert.Equal(
            foretold.Days.Where(d => d.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) || d.Day == new DateOnly(2024, 4, 27)).Select(d => (
                $"{d.Day:dd.MM.yyyy}", Dash(d.Reminders.Length), Dash(d.Reminders.SelectMany(r => r.Parts).Select(p => p.Institution.Id).Distinct().Count()))),
            counted);
        Assert.Equal(("16.04.2024", "2", "3"), counted[1]);
        Assert.Contains("<td colspan=\"3\">выходной</td>", page.Text, StringComparison.Ordinal);
        Assert.Contains("09:30, сообщений: 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("(тем же сообщением)", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/panel/institutions/4\">МОУ «Пустая СОШ № 2»</a>: никто не вошёл по коду", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/panel/reminders/hold\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"day\">18.04.2024, четверг", (await visitor.GetAsync("/panel/reminders?day=2024-04-18")).Text, StringComparison.Ordinal);
        var one = await visitor.GetAsync("/panel/reminders?q=выдумка");
        Assert.Contains("Найдено учреждений: 1", one.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Вымышленная", one.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/panel/reminders?day=x&page=-3&q=нет")).Status);
    }

    [SkippableFact]
    public async Task Reminders_are_held_and_released_on_the_page()
    {
        await using var site = await PanelSite.StartAsync(fixture, ByDay);
        var school = await site.AddAsync("МОУ «Вымышленная СОШ № 1»", "МОУ", PanelSite.Director);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var page = await visitor.GetAsync("/panel/reminders");
        Assert.Contains("<h2 id=\"day\">16.04.2024", page.Text, StringComparison.Ordinal);

        var held = await visitor.PostAsync(page, "/panel/reminders/hold", ("institution", $"{school}"), ("line", ""), ("until", "2024-04-18"), ("day", "2024-04-16"));

        Assert.Equal("/panel/reminders?day=2024-04-16&said=held#held", held.Headers["Location"]);
        var after = await visitor.GetAsync("/panel/reminders?day=2024-04-16&said=held");
        Assert.Contains("18.04.2024 включительно", after.Text, StringComparison.Ordinal);
        Assert.Contains($"vk.com/id{PanelSite.Specialist}</a>, 15.04.2024", after.Text, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"day\">19.04.2024", after.Text, StringComparison.Ordinal);
        Assert.Equal(
            "/panel/reminders?said=released#held", (await visitor.PostAsync(after, "/panel/reminders/release", ("institution", $"{school}"), ("line", ""))).Headers["Location"]);
        Assert.DoesNotContain("включительно</td>", (await visitor.GetAsync("/panel/reminders")).Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task What_was_typed_wrongly_is_shown_again()
    {
        await using var site = await PanelSite.StartAsync(fixture, ByDay);
        var school = await site.AddAsync("МОУ «Вымышленная СОШ № 1»", "МОУ", PanelSite.Director);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var page = await visitor.GetAsync("/panel/reminders");

        var wrong = await visitor.PostAsync(page, "/panel/reminders/hold", ("institution", $"{school}"), ("line", "223-09/1.3"), ("until", "2024-04-01"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("role=\"alert\"", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"until\" value=\"2024-04-01\"", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("<option value=\"223-09/1.3\" selected", wrong.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.PostAsync(page, "/panel/reminders/hold", ("institution", $"{school}"), ("until", "завтра"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync(page, "/panel/reminders/hold", ("institution", $"{school}"), ("line", "223-09/9.9"), ("until", "2024-04-20"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync(page, "/panel/reminders/hold", ("institution", $"{school}"), ("line", "nothing"), ("until", "2024-04-20"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync(page, "/panel/reminders/release", ("institution", "999"))).Status);
        Assert.Empty(await site.Database.ReadAsync(site.Get<ReminderHoldStore>().InForceAsync, CancellationToken.None));
    }

    private static string Dash(int number) => number == 0 ? "—" : $"{number}";

    [GeneratedRegex("""<th scope="row">\s*(?:<a [^>]*>)?(?<day>\d\d\.\d\d\.\d{4}),[^<]*(?:</a>)?\s*</th>\s*<td class="figure">(?<messages>[^<]*)</td>\s*<td class="figure">(?<institutions>[^<]*)</td>""")]
    private static partial Regex Row();
}

public sealed class RemindersPageOnSqlite(SqliteFixture fixture) : RemindersPageSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class RemindersPageOnPostgreSql(PostgreSqlFixture fixture) : RemindersPageSuite(fixture), IClassFixture<PostgreSqlFixture>;

/// <summary>A region: 2,000 institutions, each with a head and nothing reported, so that everybody is reminded.</summary>
public abstract class RemindersSpeedSuite(DatabaseFixture fixture, ITestOutputHelper output)
{
    private const int Institutions = 2_000;
    private const int Tries = 7;

    /// <summary>Asked for is a second; see the bound of the matrix.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromMilliseconds(2_000);

    [SkippableFact]
    public async Task Two_weeks_of_a_region_are_foretold_at_once()
    {
        await using var site = await PanelSite.StartAsync(fixture, ("Office__UnaskedFrom", "09:30"), ("Office__UnaskedUntil", "20:00"));
        await FillAsync(site);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var times = new List<TimeSpan>();
        var server = new List<TimeSpan>();
        for (var i = 0; i < Tries; i++)
        {
            var began = Stopwatch.GetTimestamp();
            var page = await visitor.GetAsync("/panel/reminders?day=2024-04-16");
            times.Add(Stopwatch.GetElapsedTime(began));
            Assert.Matches(@"сообщений: 2\s000", page.Text);
            began = Stopwatch.GetTimestamp();
            await site.Database.ReadAsync(site.Get<ReminderOutlook>().LookAsync, CancellationToken.None);
            server.Add(Stopwatch.GetElapsedTime(began));
        }

        output.WriteLine($"{Institutions} institutions, milliseconds: foretelling median {Median(server):0}, first {server[0].TotalMilliseconds:0}; over HTTP median {Median(times):0}, first {times[0].TotalMilliseconds:0}");
        Assert.True(Median(times) < Bound.TotalMilliseconds, $"over HTTP: {Median(times):0} ms");
    }

    private static double Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2).TotalMilliseconds;

    private static Task<bool> FillAsync(PanelSite site) => site.WriteAsync(async (db, token) =>
    {
        var options = new BulkCopyOptions { BulkCopyType = BulkCopyType.MultipleRows };
        string[] types = ["МОУ", "МДОУ", "УДО"];
        await db.BulkCopyAsync(options, Enumerable.Range(1, Institutions).Select(i => new InstitutionRecord { Name = $"{types[i % 3]} «Вымышленное учреждение № {i:0000}»", Type = types[i % 3], CreatedAt = PanelSite.Start }), token);
        var all = await site.Get<RosterStore>().AllAsync(db, token);
        await site.Get<PersonStore>().MeetAsync(db, [.. all.Select(i => 100_000 + i.Id)], token);
        await db.BulkCopyAsync(
            options,
            all.Select(i => new MembershipRecord { PersonId = 100_000 + i.Id, InstitutionId = i.Id, Role = PostRole.Head, Since = PanelSite.Start.AddDays(-3) }),
            token);
        return true;
    });
}

[Collection(Alone.Name)]
public sealed class RemindersSpeedOnSqlite(SqliteFixture fixture, ITestOutputHelper output) : RemindersSpeedSuite(fixture, output), IClassFixture<SqliteFixture>;

[Collection(Alone.Name)]
public sealed class RemindersSpeedOnPostgreSql(PostgreSqlFixture fixture, ITestOutputHelper output) : RemindersSpeedSuite(fixture, output), IClassFixture<PostgreSqlFixture>;
