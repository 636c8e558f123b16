using System.Collections.Concurrent;
using Microsoft.Playwright;
using Sferum.Bot.Tests.Simulator;
using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Browser;

/// <summary>A simulator with two people and its page, open in the browser; the community is played by API calls.</summary>
internal sealed class OpenedSimulator : IAsyncDisposable
{
    public const long Director = 700000001;
    public const long Specialist = 700000002;

    private static readonly DateTimeOffset Monday = new(2024, 4, 15, 9, 0, 0, TimeSpan.FromHours(3));

    private readonly TestSimulator _simulator;
    private readonly ConcurrentQueue<string> _complaints = new();

    private OpenedSimulator(TestSimulator simulator, IPage page)
    {
        _simulator = simulator;
        Page = page;
        Caller = new VkCaller(simulator.Host);
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _complaints.Enqueue(message.Text);
        };
        page.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (address.Scheme != "blob" && address.Authority != simulator.Host.Address.Authority)
                _complaints.Enqueue($"a request to another host: {request.Url}");
        };
    }

    public IPage Page { get; }

    public VkSimulatorHost Host => _simulator.Host;

    public VkCaller Caller { get; }

    public ILocator Phone => PhoneOf(Director);

    public ILocator Field => Phone.GetByTestId("field");

    /// <summary>What the page threw, logged as an error or asked of another host.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public static async Task<OpenedSimulator> StartAsync(
        ChromiumFixture chromium, string hash = "", BrowserNewContextOptions? browser = null, VkSimulatorOptions? options = null)
    {
        // First, since it skips the test where there is no browser.
        var page = await chromium.OpenAsync(browser);
        var simulator = await TestSimulator.StartAsync(options ?? new VkSimulatorOptions { StartAt = Monday });
        simulator.People.Add("Анна", "Тестова", "директор школы", Director, canMessage: true);
        simulator.People.Add("Ольга", "Условная", "специалист управления", Specialist, canMessage: true);
        var opened = new OpenedSimulator(simulator, page);
        await page.GotoAsync(new Uri(simulator.Host.Address, hash).ToString());
        await Assertions.Expect(opened.Phone).ToBeAttachedAsync();
        return opened;
    }

    public ILocator PhoneOf(long person) => Page.Locator($"[data-person='{person}']");

    /// <summary>Messages that the community wrote (<c>data-out</c>), or the person.</summary>
    public ILocator Messages(bool fromCommunity) =>
        Phone.Locator($"[data-testid=message][data-out={(fromCommunity ? "true" : "false")}]");

    /// <summary>Chooses a file in the director's file chooser.</summary>
    public Task AttachAsync(string name, string type, byte[] content) =>
        Phone.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = content });

    /// <summary>The community sends a message to the director, as a bot does.</summary>
    public Task SendAsync(string text, string? keyboard = null) => keyboard is null
        ? Caller.AskAsync("messages.send", ("peer_id", Director), ("random_id", 0), ("message", text))
        : Caller.AskAsync("messages.send", ("peer_id", Director), ("random_id", 0), ("message", text), ("keyboard", keyboard));

    public async ValueTask DisposeAsync()
    {
        Caller.Dispose();
        await Page.Context.CloseAsync();
        await _simulator.DisposeAsync();
    }
}
