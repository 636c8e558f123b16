using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Sferum.VkSimulator;
using Sferum.VkSimulator.Traffic;

namespace Sferum.Bot.Tests.Simulator.Schema;

/// <summary>
/// Listens to every simulator of the test process and checks its traffic by VK's schema, off the simulators' way. Where the
/// schema is not there it only listens.
/// </summary>
internal static class SuiteTraffic
{
    private static readonly Channel<Item> Queue = Channel.CreateUnbounded<Item>(new UnboundedChannelOptions { SingleReader = true });
    private static readonly ConcurrentDictionary<VkSimulatorOptions, ConcurrentQueue<Violation>> Found = new();
    private static readonly ConcurrentDictionary<VkSimulatorOptions, bool> Tolerant = new();
    private static readonly ConcurrentDictionary<VkSimulatorOptions, bool> Ignored = new();

    /// <summary>Checked exchanges by method name or <c>event TYPE</c>.</summary>
    public static ConcurrentDictionary<string, int> Counts { get; } = new();

    /// <summary>Deviations of the whole run so far; complete after <see cref="DrainAsync"/>.</summary>
    public static IReadOnlyList<Violation> Violations => [.. Found.Values.SelectMany(violations => violations)];

    /// <summary>From now on the requests of this simulator are not looked at: its test asks for the impossible on purpose.</summary>
    public static void Tolerate(VkSimulatorOptions simulator) => Tolerant[simulator] = true;

    /// <summary>
    /// From now on nothing of this simulator is looked at: under load the check would take the processor from those who are measured.
    /// </summary>
    public static void Ignore(VkSimulatorOptions simulator) => Ignored[simulator] = true;

    /// <summary>Completes when everything said before the call is checked.</summary>
    public static Task DrainAsync()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Queue.Writer.TryWrite(new Item.Mark(done));
        return done.Task;
    }

    public static IReadOnlyList<Violation> Of(VkSimulatorOptions simulator) =>
        Found.TryGetValue(simulator, out var violations) ? [.. violations] : [];

#pragma warning disable CA2255 // Traffic of the first test counts too, whichever it is.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Listen()
    {
        TrafficTap.Tapped += (simulator, exchange) =>
        {
            if (!Ignored.ContainsKey(simulator))
                Queue.Writer.TryWrite(new Item.Said(simulator, exchange));
        };
        _ = Task.Run(CheckAsync);
    }

    private static async Task CheckAsync()
    {
        var check = VkSchema.Found is { } schema ? new TrafficCheck(schema) : null;
        await foreach (var item in Queue.Reader.ReadAllAsync())
        {
            switch (item)
            {
                case Item.Mark(var done):
                    done.SetResult();
                    break;
                case Item.Said(var simulator, var exchange):
                    if (check is not null)
                        Check(check, simulator, exchange);
                    break;
                default:
                    throw new InvalidOperationException($"Unknown item {item}.");
            }
        }
    }

    private static void Check(TrafficCheck check, VkSimulatorOptions simulator, Exchange exchange)
    {
        Counts.AddOrUpdate(NameOf(exchange), 1, (_, count) => count + 1);
        IReadOnlyList<Violation> violations;
        try
        {
            violations = check.Check(exchange, Tolerant.ContainsKey(simulator));
        }
#pragma warning disable CA1031 // A check that breaks is a finding, and the rest still has to be checked.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            violations = [new Violation(NameOf(exchange), Fault.NoMatch, failure.Message)];
        }

        if (violations.Count == 0)
            return;
        var found = Found.GetOrAdd(simulator, _ => new ConcurrentQueue<Violation>());
        foreach (var violation in violations)
            found.Enqueue(violation);
    }

    private static string NameOf(Exchange exchange) => exchange switch
    {
        Exchange.Call call => call.Method,
        Exchange.Event raised => "event " + TypeOf(raised.Json),
        _ => throw new InvalidOperationException($"Unknown exchange {exchange}."),
    };

    private static string TypeOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("type").GetString()!;
    }

    private abstract record Item
    {
        private Item()
        {
        }

        public sealed record Said(VkSimulatorOptions Simulator, Exchange Exchange) : Item;

        public sealed record Mark(TaskCompletionSource Done) : Item;
    }
}
