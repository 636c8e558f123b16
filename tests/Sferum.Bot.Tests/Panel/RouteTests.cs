using System.Globalization;
using System.Net;
using LinqToDB.Data;
using Microsoft.AspNetCore.Routing;
using Sferum.Bot.Broadcasts;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Orders.InForce;
using Sferum.Bot.Panel.Institutions;
using Sferum.Bot.Panel.OrderFiles;
using Sferum.Bot.Reports;
using Sferum.Bot.Tests.Orders.InForce;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Turns;

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
        ("POST", "/panel/institutions/{id:long}/told", "/panel/institutions/1/told", [Out, No, Missing, Out, Out, Missing, No]),
        ("POST", "/panel/institutions/{id:long}/statement", "/panel/institutions/999/statement", [Out, No, Missing, Out, Out, Missing, No]),
        ("POST", "/panel/institutions/{id:long}/code", "/panel/institutions/999/code", [Out, No, Missing, Out, Out, Missing, No]),
        ("GET", "/panel/review", "/panel/review", [Out, Open, Open, Out, Out, Open, Open]),
        ("POST", "/panel/review/{id:long}/accept", "/panel/review/999/accept", [Out, No, Missing, Out, Out, Missing, No]),
        ("POST", "/panel/review/{id:long}/return", "/panel/review/999/return", [Out, No, Moved, Out, Out, Moved, No]),
        ("GET", "/panel/broadcasts", "/panel/broadcasts", [Out, Open, Open, Out, Out, Open, Open]),
        ("GET", "/panel/broadcasts/new", "/panel/broadcasts/new", [Out, Open, Open, Out, Out, Open, Open]),
        ("POST", "/panel/broadcasts", "/panel/broadcasts", [Out, No, Wrong, Out, Out, Wrong, No]),
        ("POST", "/panel/broadcasts/preview", "/panel/broadcasts/preview", [Out, No, Open, Out, Out, Open, No]),
        ("POST", "/panel/broadcasts/test", "/panel/broadcasts/test", [Out, No, Wrong, Out, Out, Wrong, No]),
        ("GET", "/panel/broadcasts/{id:long}", "/panel/broadcasts/999", [Out, Missing, Missing, Out, Out, Missing, Missing]),
        ("GET", "/panel/broadcasts/{id:long}/version", "/panel/broadcasts/999/version", [Out, Missing, Missing, Out, Out, Missing, Missing]),
        ("GET", "/panel/broadcasts/{id:long}/fates.xlsx", "/panel/broadcasts/999/fates.xlsx", [Out, Missing, Missing, Out, Out, Missing, Missing]),
        ("POST", "/panel/broadcasts/{id:long}/steer", "/panel/broadcasts/999/steer", [Out, No, Missing, Out, Out, Missing, No]),
        ("GET", "/panel/reminders", "/panel/reminders", [Out, Open, Open, Out, Out, Open, Open]),
        ("POST", "/panel/reminders/hold", "/panel/reminders/hold", [Out, No, Missing, Out, Out, Missing, No]),
        ("POST", "/panel/reminders/release", "/panel/reminders/release", [Out, No, Missing, Out, Out, Missing, No]),
        ("GET", "/panel/orders", "/panel/orders", [Out, Open, Open, Out, Out, Open, Open]),
        ("POST", "/panel/orders", "/panel/orders", [Out, No, Wrong, Out, Out, Wrong, No]),
        ("GET", "/panel/orders/edit", "/panel/orders/edit", [Out, No, Open, Out, Out, Open, No]),
        ("GET", "/panel/orders/edit", "/panel/orders/edit?version=999", [Out, No, Missing, Out, Out, Missing, No]),
        ("GET", "/panel/orders/standing", "/panel/orders/standing?order=223-09", [Out, Open, Open, Out, Out, Open, Open]),
        ("GET", "/panel/orders/standing", "/panel/orders/standing", [Out, Missing, Missing, Out, Out, Missing, Missing]),
        ("GET", "/panel/orders/end", "/panel/orders/end?order=223-09", [Out, No, Open, Out, Out, Open, No]),
        ("POST", "/panel/orders/end", "/panel/orders/end", [Out, No, Missing, Out, Out, Missing, No]),
        ("GET", "/panel/orders/{id:long}", "/panel/orders/1", [Out, Open, Open, Out, Out, Open, Open]),
        ("GET", "/panel/orders/{id:long}", "/panel/orders/999", [Out, Missing, Missing, Out, Out, Missing, Missing]),
        ("GET", "/panel/orders/{id:long}/force", "/panel/orders/1/force", [Out, No, Open, Out, Out, Open, No]),
        ("POST", "/panel/orders/{id:long}/force", "/panel/orders/1/force", [Out, No, Wrong, Out, Out, Wrong, No]),
        ("POST", "/panel/orders/{id:long}/rehearse", "/panel/orders/999/rehearse", [Out, No, Missing, Out, Out, Missing, No]),
        ("POST", "/panel/orders/{id:long}/rehearse/stop", "/panel/orders/999/rehearse/stop", [Out, No, Moved, Out, Out, Moved, No]),
        ("POST", "/panel/orders/terms/{id:long}/revoke", "/panel/orders/terms/999/revoke", [Out, No, Missing, Out, Out, Missing, No]),
        ("GET", "/panel/questions", "/panel/questions", [Out, Open, Open, Out, Out, Open, Open]),
        ("POST", "/panel/questions/{id:long}/answer", "/panel/questions/999/answer", [Out, No, Moved, Out, Out, Moved, No]),
        ("POST", "/panel/questions/{id:long}/close", "/panel/questions/999/close", [Out, No, Moved, Out, Out, Moved, No]),
        ("POST", "/panel/questions/saved/{id:long}/revoke", "/panel/questions/saved/999/revoke", [Out, No, Moved, Out, Out, Moved, No]),
        ("GET", "/panel/papers", "/panel/papers", [Out, Open, Open, Out, Out, Open, Open]),
        ("GET", "/panel/papers/summary", "/panel/papers/summary", [Out, Open, Open, Out, Out, Open, Open]),
        ("GET", "/panel/papers/{name}.{kind}", "/panel/papers/details.xlsx", [Out, Open, Open, Out, Out, Open, Open]),
        ("GET", "/panel/papers/{name}.{kind}", "/panel/papers/unreached.csv", [Out, Open, Open, Out, Out, Open, Open]),
        ("GET", "/panel/papers/{name}.{kind}", "/panel/papers/passwd.xlsx", [Out, Missing, Missing, Out, Out, Missing, Missing]),
        ("GET", "/panel/codes", "/panel/codes", [Out, Open, Open, Out, Out, Open, Open]),
        ("POST", "/panel/codes", "/panel/codes", [Out, No, Wrong, Out, Out, Wrong, No]),
        ("GET", "/panel/journal", "/panel/journal", [Out, Open, Open, Out, Out, Open, Open]),
        ("GET", "/panel/journal", "/panel/journal?since=rubbish&person=-1&topic=%27", [Out, Open, Open, Out, Out, Open, Open]),
        ("GET", "/panel/journal", "/panel/journal?since=0001-01-01&until=9999-12-31", [Out, Open, Open, Out, Out, Open, Open]),
        ("GET", "/panel/journal/check", "/panel/journal/check", [Out, Open, Open, Out, Out, Open, Open]),
        ("GET", "/panel/journal.csv", "/panel/journal.csv", [Out, Open, Open, Out, Out, Open, Open]),
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
        Assert.Equal(1, await UploadAsync(site));
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
        var draft = await UploadAsync(site);
        Assert.Equal(WriteResult.Done, await site.WriteAsync((db, token) => site.Get<OrderVersionStore>().PutInForceAsync(db, PanelSite.Specialist, draft, new DateOnly(2024, 4, 20), 0, token)));
        var term = await site.WriteAsync(async (db, token) => Assert.Single(await site.Get<OrderVersionStore>().TermsAsync(db, token)).Id);
        var granted = await site.WriteAsync(async (db, token) => (await site.Get<SubstituteStore>().AllAsync(db, token)).Single().Id);
        await site.Get<DeskActions>().PlanBroadcastAsync(PanelSite.Specialist, "old", new Audience.Teachers(), "Новости.", false, null, CancellationToken.None);
        var broadcast = (await site.WriteAsync((db, token) => site.Get<BroadcastStore>().LastAsync(db, 1, null, token)))[0].Broadcast.Id;
        var (asked, idle, answered) = (await site.AskAsync("Кого назначить?"), await site.AskAsync("Где взять код?"), await site.AskAsync("Когда срок?"));
        var saved = await site.WriteAsync(async (db, token) =>
        {
            await site.Get<SavedAnswerStore>().SaveAsync(db, PanelSite.Specialist, answered, ["Когда срок?"], "Девятнадцатого", token);
            return (await site.Get<SavedAnswerStore>().LastAsync(db, 1, token))[0].Id;
        });
        var unheaded = await site.AddAsync("МОУ «Новая»", "МОУ");
        var lastCode = await site.WriteAsync((db, token) => db.ExecuteAsync<long>("select max(id) from claim_code", token));
        var codeMark = InstitutionPage.MarkOf((await site.WriteAsync((db, token) => site.Get<InstitutionReport>().OfAsync(db, school, token)))?.Code);
        var link = await site.LinkAsync(PanelSite.Chief);
        var (visitor, csrf) = await InAsync(site, PanelSite.Specialist);
        var (other, foreign) = await InAsync(site, PanelSite.Specialist);
        using var first = visitor;
        using var second = other;
        (string, string)[] fields =
        [
            ("number", PanelSite.Text(report)), ("chosen", $"{plain}:{plain}"), ("words", "нет печати"), ("line", "223-09/1.3"), ("due", "2024-05-06"),
            ("person", "vk.com/id2003"), ("since", "2024-04-16"), ("until", "2024-04-17"), ("order", "223-09"),
            ("institution", PanelSite.Text(unheaded)), ("newest", PanelSite.Text(lastCode)), ("last", codeMark), ("by", "руководитель"), ("day", "2024-04-15"), ("note", "акт издан"),
            ("draft", "new"), ("to", "all"), ("step", "cancel"),
        ];
        (string, string)[] FieldsOf(string route) =>
        [
            .. fields,
            ("text", route.EndsWith("/orders", StringComparison.Ordinal) ? SecondOrder.Edited : "Ответ"),
            ("seen", route.Contains("/force", StringComparison.Ordinal) ? PanelSite.Text(term) : "0"),
        ];
        var posts = Table.Where(row => row.Method == "POST").Select(row => row.Route).Distinct().Select(route => (Route: route, Address: route
            .Replace("{token}", link, StringComparison.Ordinal)
            .Replace("{id:long}", PanelSite.Text(IdOf(route)), StringComparison.Ordinal))).ToArray();
        var before = await StateAsync(site);
        var wrong = new List<string>();
        foreach (var (route, address) in posts)
        {
            await RefusedAsync("without a token", FieldsOf(route));
            await RefusedAsync("with another session's token", [("csrf", foreign), .. FieldsOf(route)]);
            await RefusedAsync("from another site", [("csrf", csrf), .. FieldsOf(route)], ("Sec-Fetch-Site", "cross-site"));
            await RefusedAsync("from a neighbouring site", [("csrf", csrf), .. FieldsOf(route)], ("Sec-Fetch-Site", "same-site"));

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

        long IdOf(string route) => route switch
        {
            _ when route.Contains("/access/", StringComparison.Ordinal) => granted,
            _ when route.Contains("/review/", StringComparison.Ordinal) => report,
            _ when route.Contains("/broadcasts/", StringComparison.Ordinal) => broadcast,
            _ when route.Contains("/saved/", StringComparison.Ordinal) => saved,
            _ when route.EndsWith("/close", StringComparison.Ordinal) => idle,
            _ when route.Contains("/questions/", StringComparison.Ordinal) => asked,
            _ when route.Contains("/terms/", StringComparison.Ordinal) => term,
            _ when route.Contains("/orders/", StringComparison.Ordinal) => draft,
            _ => school,
        };

        // Sent rightly each of them does something, so that it was the token that refused it. Who comes in or leaves is last.
        foreach (var (route, address) in posts.OrderBy(p => p.Route.EndsWith("/leave", StringComparison.Ordinal) || p.Route.Contains("/enter/", StringComparison.Ordinal)).ThenBy(p => p.Route, StringComparer.Ordinal))
        {
            var last = await StateAsync(site);
            if (route.EndsWith("/return", StringComparison.Ordinal) || route.EndsWith("/preview", StringComparison.Ordinal))
            {
                continue; // accepted just before; looks only
            }

            var by = route.EndsWith("/leave", StringComparison.Ordinal) ? (other, foreign) : (visitor, csrf);
            await by.Item1.PostAsync(address, PanelVisitor.Form([("csrf", by.Item2), .. FieldsOf(route)]), ("Sec-Fetch-Site", "same-origin"));
            Assert.True(await StateAsync(site) != last, $"{route} did nothing");
        }
    }

    private static async Task<long> UploadAsync(PanelSite site) =>
        (await site.WriteAsync((db, token) => site.Get<OrderVersionStore>().AddAsync(db, PanelSite.Specialist, SecondOrder.Compile(), token))).Id;

    /// <summary>What forms of the panel can change: all of it is journaled, but for links, sessions, messages and rehearsals.</summary>
    private static Task<string> StateAsync(PanelSite site) => site.WriteAsync(async (db, token) => string.Join(
        ' ',
        await db.ExecuteAsync<long>("select count(*) from journal", token),
        await db.ExecuteAsync<long>("select count(*) from report where status = 'reported'", token),
        await db.ExecuteAsync<long>("select count(*) from panel_session", token),
        await db.ExecuteAsync<long>("select (select count(*) from outbox) + (select count(*) from outbox_done)", token),
        await db.ExecuteAsync<long>("select count(*) from panel_link where used_at is null", token),
        site.Get<OrderRehearsals>().Of(await db.ExecuteAsync<long>("select min(id) from order_version", token))?.GetType().Name));

    private static void CheckHeaders(PanelAnswer answer, string address, List<string> wrong)
    {
        var policy = answer.Headers.GetValueOrDefault("Content-Security-Policy", "");
        if (answer.Headers.ContainsKey("Server") || !policy.Contains("default-src 'self'", StringComparison.Ordinal) || policy.Contains("unsafe", StringComparison.Ordinal)
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
