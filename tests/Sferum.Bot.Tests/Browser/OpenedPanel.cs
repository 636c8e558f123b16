using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Sferum.Bot.Tests.Panel;
using Sferum.Bot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sferum.Bot.Tests.Browser;

/// <summary>A browser's page in front of the panel. What the page complains of fails the test; of a failure a picture is left.</summary>
internal sealed partial class OpenedPanel
{
    /// <summary>Where screenshots are left: of a failure, or of every page when this is set.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("SFERUM_TEST_PICTURES");

    private readonly ConcurrentQueue<string> _complaints = new();

    public async Task<IPage> OpenAsync(ChromiumFixture chromium, int width, int height, ColorScheme colors)
    {
        var page = await chromium.OpenAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = colors,
            Locale = "ru-RU",
        });
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            // That a page is not there, or a form is wrong, is what the browser is shown on purpose.
            if (message.Type is "error" or "warning" && !message.Text.Contains("404", StringComparison.Ordinal) && !message.Text.Contains("422", StringComparison.Ordinal))
                _complaints.Enqueue(message.Text);
        };
        page.Request += (_, request) =>
        {
            // The viewer of PDFs is a part of the browser.
            var address = new Uri(request.Url);
            if (!address.IsLoopback && address.Scheme is not ("chrome" or "chrome-extension"))
                _complaints.Enqueue($"a request to another host: {request.Url}");
        };
        return page;
    }

    /// <summary>By the word in the chat and the button of the page behind the link.</summary>
    public static async Task EnterAsync(PanelSite site, IPage page, string name, long person)
    {
        site.Vk.People.Write(person, "привет");
        await Eventually.TrueAsync(() => site.Vk.People.ChatOf(person).Messages.Any(m => m.Out), () => "nobody answered the greeting");
        site.Vk.People.Write(person, "панель");
        string? link = null;
        await Eventually.TrueAsync(
            () => (link = LinkIn(site, person)) is not null,
            () => "no link came: " + string.Join(" | ", site.Vk.People.ChatOf(person).Messages.Select(m => m.Text)));
        await page.GotoAsync(link!); // seen above
        await CheckAsync(page, name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Отчёты учреждений");
    }

    private static string? LinkIn(PanelSite site, long person) => site.Vk.People.ChatOf(person).Messages
        .Where(m => m.Out)
        .Select(m => m.Keyboard is { } keyboard ? EnterLink().Match(keyboard.GetRawText()) : Match.Empty)
        .LastOrDefault(m => m.Success)?.Value;

    public static async Task CheckAsync(IPage page, string name)
    {
        if (Pictures is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png") });
        }

        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than the screen");
        var found = (await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").ToArray();
        Assert.True(found.Length == 0, $"{name}: {string.Join('\n', found.Select(Told))}");
    }

    private static string Told(AxeResultItem violation) =>
        $"{violation.Impact} {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(n => n.Html))}";

    public async Task KeepingPictureAsync(IPage page, string name, Func<Task> work)
    {
        try
        {
            await work();
            Assert.Empty(_complaints);
        }
        catch (Exception exception) when (exception is not SkipException)
        {
            var picture = Path.Combine(Pictures ?? Path.GetTempPath(), $"panel-failed-{name}.png");
            await page.ScreenshotAsync(new() { Path = picture, FullPage = true });
            throw new InvalidOperationException($"{exception.Message}\nThe page at that moment: {picture}", exception);
        }
        finally
        {
            await page.Context.CloseAsync();
        }
    }

    [GeneratedRegex("http://[^\"]+/panel/enter/[0-9a-f]+")]
    private static partial Regex EnterLink();
}
