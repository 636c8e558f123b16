using System.Collections.Concurrent;
using System.Net;
using System.Text;
using LinqToDB.Data;
using Microsoft.Extensions.Logging;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Panel;

/// <summary>Whatever goes wrong, a person sees a page in Russian that says what to do, with the headers of every other one.</summary>
public sealed class FaultTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    [SkippableFact]
    public async Task A_crash_is_a_page_without_details_and_a_line_of_the_log()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        using var log = new KeptLog();
        site.Get<ILoggerFactory>().AddProvider(log);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        await site.WriteAsync((db, token) => db.ExecuteAsync("alter table report_file rename to gone", token));

        var answer = await visitor.GetAsync("/panel/files/1");

        Check(answer, HttpStatusCode.InternalServerError, "Что-то сломалось");
        Assert.DoesNotContain("report_file", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
        Assert.Single(log.Lines, "Panel: GET /panel/files/{id:long} failed");
    }

    [SkippableFact]
    public async Task A_link_to_sign_in_that_crashes_stays_out_of_the_log()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        using var log = new KeptLog();
        site.Get<ILoggerFactory>().AddProvider(log);
        var link = await site.LinkAsync(PanelSite.Specialist);
        await site.WriteAsync((db, token) => db.ExecuteAsync("alter table panel_link rename to gone", token));
        using var visitor = site.Visit();

        Check(await visitor.GetAsync($"/panel/enter/{link}"), HttpStatusCode.InternalServerError, "Что-то сломалось");
        Assert.Contains("Panel: GET /panel/enter/{token} failed", log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Contains(link, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task What_is_no_form_is_refused_with_a_page()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        await site.AddAsync("МОУ «Вымышленная СОШ № 1»", "МОУ");
        using var visitor = await site.SignInAsync(PanelSite.Specialist);

        using var json = new StringContent("{}", Encoding.UTF8, "application/json");
        Check(await visitor.PostAsync("/panel/access", json), HttpStatusCode.BadRequest, "Ничего не изменено");
        Check(await visitor.GetAsync("/panel/assets/nothing.css"), HttpStatusCode.NotFound, "Такой страницы нет");
        foreach (var address in new[] { "/panel/access", "/panel/leave" })
        {
            using var broken = new StringContent("no parts at all");
            broken.Headers.Remove("Content-Type");
            broken.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data");
            var answer = await visitor.PostAsync(address, broken);
            Check(answer, HttpStatusCode.BadRequest, "Ничего не изменено");
        }
    }

    [SkippableFact]
    public async Task Who_tries_links_too_often_is_told_to_wait()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        using var visitor = site.Visit();
        PanelAnswer answer;
        var tries = 0;
        do
        {
            answer = await visitor.GetAsync("/panel/enter/0123");
        }
        while (answer.Status == HttpStatusCode.NotFound && ++tries < 100);

        Check(answer, HttpStatusCode.TooManyRequests, "Подождите минуту");
    }

    [SkippableTheory]
    [InlineData(null, HttpStatusCode.NotFound)] // a proxy on this machine is believed
    [InlineData("192.0.2.1", HttpStatusCode.TooManyRequests)] // another one is named: whoever says so from here is not
    public async Task Behind_a_known_proxy_each_has_a_limit_of_his_own(string? proxy, HttpStatusCode status)
    {
        await using var site = await PanelSite.StartAsync(fixture, proxy is null ? [] : [("Panel__Proxies__0", proxy)]);
        using var visitor = site.Visit();
        for (var i = 0; i < 40; i++)
        {
            await visitor.GetAsync("/panel/enter/0123", ("X-Forwarded-For", "198.51.100.7"));
        }

        Assert.Equal(status, (await visitor.GetAsync("/panel/enter/0123", ("X-Forwarded-For", "198.51.100.8"))).Status);
    }

    private static void Check(PanelAnswer answer, HttpStatusCode status, string words)
    {
        Assert.Equal(status, answer.Status);
        Assert.Contains(words, answer.Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"ru\">", answer.Text, StringComparison.Ordinal);
        Assert.Contains("default-src 'self'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal(("nosniff", "DENY", "no-store"), (answer.Headers["X-Content-Type-Options"], answer.Headers["X-Frame-Options"], answer.Headers["Cache-Control"]));
    }

    /// <summary>What the panel logs.</summary>
    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
