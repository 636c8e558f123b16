using System.Globalization;
using System.Net;
using LinqToDB.Data;
using Microsoft.AspNetCore.Routing;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Panel;

/// <summary>Every address of the panel, asked by everybody there is: what the table says comes back, and no address is without a row.</summary>
public sealed class RouteTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    private const int Open = 200;
    private const int Out = 401;
    private const int No = 403;
    private const int Missing = 404;

    /// <summary>A form without what it needs: whoever gets so far may send it.</summary>
    private const int Wrong = 422;

    private const int Moved = 303;

    private static readonly string[] Everybody = ["nobody", "chief", "substitute", "before his days", "after his days", "specialist", "administrator"];

    /// <summary>Method, route, address with values, and what each of <see cref="Everybody"/> gets.</summary>
    private static readonly (string Method, string Route, string Address, int[] Status)[] Table =
    [
        ("GET", "/panel/", "/panel", [Out, Open, Open, Out, Out, Open, Open]),
        ("GET", "/panel/matrix.xlsx", "/panel/matrix.xlsx", [Out, Open, Open, Out, Out, Open, Open]),
        ("GET", "/panel/version", "/panel/version", [Out, Open, Open, Out, Out, Open, Open]),
        ("GET", "/panel/access", "/panel/access", [Out, Open, Open, Out, Out, Open, Open]),
        ("POST", "/panel/access", "/panel/access", [Out, No, No, Out, Out, Wrong, Wrong]),
        ("POST", "/panel/access/{id:long}/end", "/panel/access/999/end", [Out, No, No, Out, Out, Missing, Missing]),
        ("GET", "/panel/institutions/{id:long}", "/panel/institutions/1", [Out, Open, Open, Out, Out, Open, Open]),
        ("GET", "/panel/institutions/{id:long}", "/panel/institutions/999", [Out, Missing, Missing, Out, Out, Missing, Missing]),
        ("POST", "/panel/institutions/{id:long}/extend", "/panel/institutions/1/extend", [Out, No, Missing, Out, Out, Missing, No]),
        ("POST", "/panel/institutions/{id:long}/excuse", "/panel/institutions/1/excuse", [Out, No, Missing, Out, Out, Missing, No]),
        ("POST", "/panel/institutions/{id:long}/restore", "/panel/institutions/1/restore", [Out, No, Missing, Out, Out, Missing, No]),
        ("POST", "/panel/institutions/{id:long}/code", "/panel/institutions/999/code", [Out, No, Missing, Out, Out, Missing, No]),
        ("GET", "/panel/review", "/panel/review", [Out, Open, Open, Out, Out, Open, Open]),
        ("POST", "/panel/review/{id:long}/accept", "/panel/review/999/accept", [Out, No, Missing, Out, Out, Missing, No]),
        ("POST", "/panel/review/{id:long}/return", "/panel/review/999/return", [Out, No, Moved, Out, Out, Moved, No]),
        ("GET", "/panel/review/all", "/panel/review/all", [Out, Open, Open, Out, Out, Open, Open]),
        ("POST", "/panel/review/all/accept", "/panel/review/all/accept", [Out, No, Wrong, Out, Out, Wrong, No]),
        ("GET", "/panel/files/{id:long}/small", "/panel/files/999/small", [Out, Missing, Missing, Out, Out, Missing, Missing]),
        ("GET", "/panel/files/{id:long}", "/panel/files/999", [Out, Missing, Missing, Out, Out, Missing, Missing]),
        ("GET", "/panel/enter/{token}", "/panel/enter/0123", [Missing, Missing, Missing, Missing, Missing, Missing, Missing]),
        ("POST", "/panel/enter/{token}", "/panel/enter/0123", [400, Missing, Missing, 400, Missing, Missing, Missing]),
        ("GET", "/panel/left", "/panel/left", [Open, Open, Open, Open, Open, Open, Open]),
        ("GET", "/panel/assets/{name}", "/panel/assets/panel.css", [Open, Open, Open, Open, Open, Open, Open]),
        ("GET", "/panel/assets/{name}", "/panel/assets/..%2fappsettings.json", [Missing, Missing, Missing, Missing, Missing, Missing, Missing]),
        ("GET", "/panel/{**rest}", "/panel/nothing/here", [Out, Missing, Missing, Out, Out, Missing, Missing]),

        // Last: afterwards nobody is signed in.
        ("POST", "/panel/leave", "/panel/leave", [Out, Moved, Moved, Out, Out, Moved, Moved]),
    ];

    [SkippableFact]
    public async Task Everybody_gets_from_every_address_what_the_table_says()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        await site.AddAsync("МОУ «Вымышленная СОШ № 1»", "МОУ");
        var people = new List<(PanelVisitor Visitor, string Csrf)>();
        try
        {
            foreach (var who in Everybody)
            {
                people.Add(await VisitorAsync(site, who));
            }

            site.Vk.Clock.MoveTo(PanelSite.Start.AddHours(1));
            var wrong = new List<string>();
            foreach (var (method, _, address, status) in Table)
            {
                for (var i = 0; i < Everybody.Length; i++)
                {
                    var (visitor, csrf) = people[i];
                    var answer = method == "GET" ? await visitor.GetAsync(address) : await visitor.PostAsync(address, ("csrf", csrf));
                    if ((int)answer.Status != status[i])
                    {
                        wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{method} {address} as {Everybody[i]}: {(int)answer.Status} instead of {status[i]}"));
                    }

                    CheckHeaders(answer, address, wrong);
                }
            }

            Assert.Empty(wrong);
        }
        finally
        {
            people.ForEach(p => p.Visitor.Dispose());
        }
    }

    [SkippableFact]
    public async Task Every_address_stands_in_the_table()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var mapped = site.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.StartsWith("/panel", StringComparison.Ordinal) == true)
            .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => $"{method} {e.RoutePattern.RawText}"))
            .Order(StringComparer.Ordinal);

        Assert.Equal(Table.Select(row => $"{row.Method} {row.Route}").Distinct().Order(StringComparer.Ordinal), mapped.Distinct());
    }

    [SkippableFact]
    public async Task A_form_that_is_not_of_this_session_and_this_site_changes_nothing()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var school = await site.AddAsync("МОУ «Вымышленная СОШ № 1»", "МОУ", PanelSite.Director);
        var report = await site.SubmitAsync(PanelSite.Director, school);
        var plain = await site.SubmitAsync(PanelSite.Director, school, "1.1.c", SomeDistrict.Links);
        await GrantAsync(site, PanelSite.Substitute, 15, 20);
        var granted = await site.WriteAsync(async (db, token) => (await site.Get<SubstituteStore>().AllAsync(db, token)).Single().Id);
        var link = await site.LinkAsync(PanelSite.Chief);
        var (visitor, csrf) = await InAsync(site, PanelSite.Specialist);
        var (other, foreign) = await InAsync(site, PanelSite.Specialist);
        using var first = visitor;
        using var second = other;
        (string, string)[] fields =
        [
            ("number", PanelSite.Text(report)), ("chosen", $"{plain}:{plain}"), ("words", "нет печати"), ("line", "223-09/1.3"), ("due", "2024-05-06"),
            ("person", "vk.com/id2003"), ("since", "2024-04-16"), ("until", "2024-04-17"),
        ];
        var posts = Table.Where(row => row.Method == "POST").Select(row => row.Route).Distinct().Select(route => (Route: route, Address: route
            .Replace("{token}", link, StringComparison.Ordinal)
            .Replace("{id:long}", PanelSite.Text(route.Contains("/access/", StringComparison.Ordinal) ? granted : route.Contains("/review/", StringComparison.Ordinal) ? report : school), StringComparison.Ordinal))).ToArray();
        var before = await StateAsync(site);
        var wrong = new List<string>();
        foreach (var (route, address) in posts)
        {
            await RefusedAsync("without a token", fields);
            await RefusedAsync("with another session's token", [("csrf", foreign), .. fields]);
            await RefusedAsync("from another site", [("csrf", csrf), .. fields], ("Sec-Fetch-Site", "cross-site"));
            await RefusedAsync("from a neighbouring site", [("csrf", csrf), .. fields], ("Sec-Fetch-Site", "same-site"));

            async Task RefusedAsync(string how, (string, string)[] sent, params (string, string)[] headers)
            {
                var answer = await visitor.PostAsync(address, PanelVisitor.Form(sent), headers);
                if (answer.Status != HttpStatusCode.BadRequest || await StateAsync(site) != before)
                {
                    wrong.Add($"{route} {how}: {(int)answer.Status}, {await StateAsync(site)} instead of {before}");
                }
            }
        }

        Assert.Empty(wrong);

        // Sent rightly each of them does something, so that it was the token that refused it. Who comes in or leaves is last.
        foreach (var (route, address) in posts.OrderBy(p => p.Route.EndsWith("/leave", StringComparison.Ordinal) || p.Route.Contains("/enter/", StringComparison.Ordinal)).ThenBy(p => p.Route, StringComparer.Ordinal))
        {
            var last = await StateAsync(site);
            if (route.EndsWith("/return", StringComparison.Ordinal))
            {
                continue; // accepted just before
            }

            var by = route.EndsWith("/leave", StringComparison.Ordinal) ? (other, foreign) : (visitor, csrf);
            await by.Item1.PostAsync(address, PanelVisitor.Form([("csrf", by.Item2), .. fields]), ("Sec-Fetch-Site", "same-origin"));
            Assert.True(await StateAsync(site) != last, $"{route} did nothing");
        }
    }

    /// <summary>What forms of the panel can change: all of it is journaled, but for links and sessions.</summary>
    private static Task<string> StateAsync(PanelSite site) => site.WriteAsync(async (db, token) => string.Join(
        ' ',
        await db.ExecuteAsync<long>("select count(*) from journal", token),
        await db.ExecuteAsync<long>("select count(*) from report where status = 'reported'", token),
        await db.ExecuteAsync<long>("select count(*) from panel_session", token),
        await db.ExecuteAsync<long>("select count(*) from panel_link where used_at is null", token)));

    private static void CheckHeaders(PanelAnswer answer, string address, List<string> wrong)
    {
        var policy = answer.Headers.GetValueOrDefault("Content-Security-Policy", "");
        if (!policy.Contains("default-src 'self'", StringComparison.Ordinal) || policy.Contains("unsafe", StringComparison.Ordinal)
            || answer.Headers.GetValueOrDefault("X-Content-Type-Options") != "nosniff"
            || answer.Headers.GetValueOrDefault("Referrer-Policy") != "no-referrer"
            || (answer.Headers.GetValueOrDefault("Cache-Control") != "no-store" && !(address.Contains("/assets/", StringComparison.Ordinal) && answer.Status == HttpStatusCode.OK)))
        {
            wrong.Add($"{address}: headers {string.Join("; ", answer.Headers)}");
        }
    }

    private static async Task<(PanelVisitor Visitor, string Csrf)> VisitorAsync(PanelSite site, string who)
    {
        switch (who)
        {
            case "nobody":
                return (site.Visit(), "");
            case "chief":
                return await InAsync(site, PanelSite.Chief);
            case "specialist":
                return await InAsync(site, PanelSite.Specialist);
            case "administrator":
                return await InAsync(site, PanelSite.Administrator);
            case "substitute":
                await GrantAsync(site, PanelSite.Substitute, 15, 15);
                return await InAsync(site, PanelSite.Substitute);
            case "before his days":
                await GrantAsync(site, 2001, 16, 20);
                return (await site.SignInAsync(2001), "");
            case "after his days":
                site.Vk.Clock.MoveTo(PanelSite.Start.AddDays(-1));
                await GrantAsync(site, 2002, 14, 14);
                var visitor = await InAsync(site, 2002);
                site.Vk.Clock.MoveTo(PanelSite.Start);
                return visitor;
            default:
                throw new ArgumentOutOfRangeException(nameof(who), who, "unknown");
        }
    }

    private static async Task<(PanelVisitor, string)> InAsync(PanelSite site, long person)
    {
        var visitor = await site.SignInAsync(person);
        return (visitor, (await visitor.GetAsync("/panel")).Csrf);
    }

    private static async Task GrantAsync(PanelSite site, long person, int since, int until) => Assert.Equal(
        WriteResult.Done,
        await site.WriteAsync((db, token) => site.Get<SubstituteStore>().GrantAsync(db, PanelSite.Specialist, person, new DateOnly(2024, 4, since), new DateOnly(2024, 4, until), token)));
}
