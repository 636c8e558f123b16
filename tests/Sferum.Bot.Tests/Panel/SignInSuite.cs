using System.Net;
using System.Text.RegularExpressions;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Tests.Panel;

public abstract class SignInSuite(DatabaseFixture fixture)
{
    [SkippableFact]
    public async Task A_link_opens_a_page_as_often_as_one_likes_and_signs_in_once()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var link = $"/panel/enter/{await site.LinkAsync(PanelSite.Specialist)}";
        using var preview = site.Visit();
        Assert.Equal(HttpStatusCode.OK, (await preview.GetAsync(link)).Status);
        using var visitor = site.Visit();
        var page = await visitor.GetAsync(link);
        Assert.Contains("Вход в панель", page.Text, StringComparison.Ordinal);

        var entered = await visitor.PostAsync(page, link);

        Assert.Equal((HttpStatusCode.SeeOther, "/panel"), (entered.Status, entered.Headers["Location"]));
        Assert.Contains("httponly", entered.Headers["Set-Cookie"], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", entered.Headers["Set-Cookie"], StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/panel")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await preview.GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await preview.GetAsync("/panel")).Status);
    }

    [SkippableFact]
    public async Task A_link_is_good_for_ten_minutes_and_until_the_next_one()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        using var visitor = site.Visit();
        var old = await site.LinkAsync(PanelSite.Specialist);
        var link = await site.LinkAsync(PanelSite.Specialist);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/panel/enter/{old}")).Status);
        site.Vk.Clock.Advance(TimeSpan.FromMinutes(9));
        var page = await visitor.GetAsync($"/panel/enter/{link}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        site.Vk.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync(page, $"/panel/enter/{link}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/panel/enter/{link}")).Status);
    }

    [SkippableFact]
    public async Task A_session_ends_when_nobody_is_there_after_half_a_day_by_the_button_and_from_the_chat()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        for (var hour = 0; hour < 11; hour++)
        {
            site.Vk.Clock.Advance(TimeSpan.FromHours(1));
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/panel")).Status);
        }

        site.Vk.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync("/panel")).Status);

        using var idle = await site.SignInAsync(PanelSite.Specialist);
        site.Vk.Clock.Advance(TimeSpan.FromMinutes(100));
        Assert.Equal(HttpStatusCode.OK, (await idle.GetAsync("/panel/version", ("X-Panel-Background", "1"))).Status);
        site.Vk.Clock.Advance(TimeSpan.FromMinutes(21));
        Assert.Equal(HttpStatusCode.Unauthorized, (await idle.GetAsync("/panel")).Status);

        using var leaving = await site.SignInAsync(PanelSite.Specialist);
        Assert.Equal("/panel/left", (await leaving.PostAsync(await leaving.GetAsync("/panel"), "/panel/leave")).Headers["Location"]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await leaving.GetAsync("/panel")).Status);

        using var first = await site.SignInAsync(PanelSite.Specialist);
        using var second = await site.SignInAsync(PanelSite.Specialist);
        site.Vk.People.Write(PanelSite.Specialist, "привет");
        await Eventually.TrueAsync(() => site.Vk.People.ChatOf(PanelSite.Specialist).Messages.Any(m => m.Out), () => "nobody answered the greeting");
        site.Vk.People.Write(PanelSite.Specialist, "закрыть панель");
        await Eventually.TrueAsync(
            async () => (await first.GetAsync("/panel")).Status == HttpStatusCode.Unauthorized && (await second.GetAsync("/panel")).Status == HttpStatusCode.Unauthorized,
            () => "the sessions were not ended from the chat");
    }

    [SkippableFact]
    public async Task A_session_of_before_is_not_carried_over_and_forms_of_elsewhere_are_refused()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var before = await visitor.GetAsync("/panel");
        var link = $"/panel/enter/{await site.LinkAsync(PanelSite.Chief)}";
        var entered = await visitor.PostAsync(await visitor.GetAsync(link), link);
        Assert.Equal(HttpStatusCode.SeeOther, entered.Status);
        Assert.Contains("только просмотр", (await visitor.GetAsync("/panel")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await site.WriteAsync((db, token) => db.GetTable<SessionRow>().CountAsync(token)));

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync(before, "/panel/leave")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/panel/leave")).Status);
        using var stranger = site.Visit();
        Assert.Equal(HttpStatusCode.BadRequest, (await stranger.PostAsync($"/panel/enter/{await site.LinkAsync(PanelSite.Chief)}", ("csrf", before.Csrf))).Status);
    }

    [SkippableFact]
    public async Task What_the_database_keeps_opens_nothing()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var token = await site.LinkAsync(PanelSite.Specialist);
        var kept = await site.WriteAsync((db, stop) => db.GetTable<LinkRow>().Select(l => l.Hash).SingleAsync(stop));

        Assert.NotEqual(token, kept);
        Assert.Equal(64, kept.Length);
        using var visitor = site.Visit();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/panel/enter/{kept}")).Status);
    }

    [SkippableFact]
    public async Task Old_links_and_sessions_are_removed()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        await site.LinkAsync(PanelSite.Chief);
        site.Vk.Clock.Advance(TimeSpan.FromDays(2));
        await site.Get<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<Housekeeper>().Single().PruneAsync(CancellationToken.None);

        Assert.Equal((0, 0), await site.WriteAsync(async (db, token) => (await db.GetTable<LinkRow>().CountAsync(token), await db.GetTable<SessionRow>().CountAsync(token))));
    }

    [SkippableFact]
    public async Task Of_two_who_press_at_once_one_comes_in()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        for (var round = 1; round <= 5; round++)
        {
            var link = $"/panel/enter/{await site.LinkAsync(PanelSite.Specialist)}";
            using var one = site.Visit();
            using var two = site.Visit();
            var pages = (One: await one.GetAsync(link), Two: await two.GetAsync(link));

            var answers = await Task.WhenAll(one.PostAsync(pages.One, link), two.PostAsync(pages.Two, link));

            Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.NotFound], answers.Select(a => a.Status).Order());
            Assert.Equal(round, await site.WriteAsync((db, token) => db.GetTable<SessionRow>().CountAsync(token)));
        }
    }

    [SkippableFact]
    public async Task A_specialist_taken_out_of_the_settings_is_out_at_once()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var page = await visitor.GetAsync("/panel");
        Assert.Equal(HttpStatusCode.OK, page.Status);

        Assert.True(site.Get<IOptions<OfficeOptions>>().Value.Specialists.Remove(PanelSite.Specialist));

        Assert.Equal(1, await site.WriteAsync((db, token) => db.GetTable<SessionRow>().CountAsync(token)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync("/panel")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync("/panel/version")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.PostAsync(page, "/panel/access", ("person", "vk.com/id1004"), ("since", "2024-04-15"), ("until", "2024-04-20"))).Status);
    }

    [SkippableFact]
    public async Task Whoever_runs_the_community_comes_in_and_grants_without_any_settings()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        Assert.Empty(await site.WriteAsync((db, token) => site.Get<SubstituteStore>().RolesOfAsync(db, 1090, token)));
        site.Vk.People.Add("Пётр", "Условный", "ведёт сообщество", 1090, canMessage: true, role: "administrator");
        site.Vk.People.Add("Нина", "Условная", "пишет новости", 1092, canMessage: true, role: "editor");
        await site.Get<IEnumerable<IHostedService>>().OfType<ManagerLooker>().Single().LookAsync(CancellationToken.None);

        using var visitor = await site.SignInAsync(1090);
        var granted = await visitor.PostAsync(await visitor.GetAsync("/panel/access"), "/panel/access", ("person", "vk.com/id1091"), ("since", "2024-04-15"), ("until", "2024-04-16"));

        Assert.Equal(HttpStatusCode.SeeOther, granted.Status);
        Assert.Contains(1091, await site.WriteAsync((db, token) => site.Get<SubstituteStore>().ActingAsync(db, token)));
        Assert.Empty(await site.WriteAsync((db, token) => site.Get<SubstituteStore>().RolesOfAsync(db, 1092, token)));
        site.Get<CommunityManagers>().Use([]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync("/panel/access")).Status);
    }

    [SkippableFact]
    public async Task Behind_TLS_cookies_are_sent_over_TLS_only()
    {
        await using var site = await PanelSite.StartAsync(fixture, ("Panel__PublicUrl", "https://bot.example"));
        using var visitor = site.Visit();
        var link = $"/panel/enter/{await site.LinkAsync(PanelSite.Specialist)}";
        var page = await visitor.GetAsync(link);
        var seed = SecureCookie("sferum-panel-enter", page);

        // The proxy ends TLS; over plain HTTP a client keeps such cookies to itself, so they are sent by hand here.
        var entered = await visitor.PostAsync(link, PanelVisitor.Form(("csrf", page.Csrf)), ("Cookie", $"__Host-sferum-panel-enter={seed}"));

        Assert.Equal(HttpStatusCode.SeeOther, entered.Status);
        var secret = SecureCookie("sferum-panel", entered);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/panel", ("Cookie", $"__Host-sferum-panel={secret}"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync("/panel", ("Cookie", $"sferum-panel={secret}"))).Status);
    }

    /// <summary>Its value; what browsers ask of the prefix, and what we ask, is there.</summary>
    private static string SecureCookie(string name, PanelAnswer answer)
    {
        var cookie = Regex.Match(answer.Headers["Set-Cookie"], $"__Host-{name}=(?<value>[0-9a-f]{{64}});(?<flags>[^,]*)");
        Assert.True(cookie.Success, answer.Headers["Set-Cookie"]);
        var flags = cookie.Groups["flags"].Value.Split(';', StringSplitOptions.TrimEntries);
        Assert.Contains("secure", flags, StringComparer.OrdinalIgnoreCase);
        Assert.Contains("httponly", flags, StringComparer.OrdinalIgnoreCase);
        Assert.Contains("path=/", flags, StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain(flags, flag => flag.StartsWith("domain", StringComparison.OrdinalIgnoreCase));
        return cookie.Groups["value"].Value;
    }

    [LinqToDB.Mapping.Table("panel_session")]
    private sealed class SessionRow
    {
        [LinqToDB.Mapping.Column("person_id")]
        public long Person { get; set; }
    }

    [LinqToDB.Mapping.Table("panel_link")]
    private sealed class LinkRow
    {
        [LinqToDB.Mapping.Column("token_hash")]
        public string Hash { get; set; } = "";
    }
}

public sealed class SignInOnSqlite(SqliteFixture fixture) : SignInSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class SignInOnPostgreSql(PostgreSqlFixture fixture) : SignInSuite(fixture), IClassFixture<PostgreSqlFixture>;
