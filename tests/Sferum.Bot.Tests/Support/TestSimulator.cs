using Sferum.Bot.Tests.Simulator.Schema;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Support;

/// <summary>
/// A simulator for one test. When it is disposed, everything that was said to it and by it must have been valid by VK's own
/// schema (where that is present), or the test fails.
/// </summary>
internal sealed class TestSimulator : IAsyncDisposable
{
    private readonly VkSimulatorOptions _options;

    private TestSimulator(VkSimulatorHost host, VkSimulatorOptions options)
    {
        Host = host;
        _options = options;
    }

    public VkSimulatorHost Host { get; }

    public SimulatedPeople People => Host.People;

    public VirtualClock Clock => Host.Clock;

    /// <param name="options">How to start it; null takes VK's own limits.</param>
    /// <param name="badRequests">True where the test itself, not the bot, sends what VK has to refuse.</param>
    /// <param name="underLoad">True where so much is said that the check would slow down what is measured: nothing is checked.</param>
    public static async Task<TestSimulator> StartAsync(VkSimulatorOptions? options = null, bool badRequests = false, bool underLoad = false)
    {
        options ??= new VkSimulatorOptions();
        if (underLoad)
            SuiteTraffic.Ignore(options);
        if (badRequests)
            SuiteTraffic.Tolerate(options);
        return new TestSimulator(await VkSimulatorHost.StartAsync(options), options);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await SuiteTraffic.DrainAsync();
        Assert.Empty(SuiteTraffic.Of(_options));
    }
}
