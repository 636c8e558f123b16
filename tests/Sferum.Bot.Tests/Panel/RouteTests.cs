using System.Globalization;
using System.Net;
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
