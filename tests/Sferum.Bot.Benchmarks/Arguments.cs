using System.CommandLine;
using System.Globalization;
using Sferum.Bot.Benchmarks.Bots;
using Sferum.Bot.Benchmarks.Figures;
using Sferum.Bot.Benchmarks.Load;
using Sferum.Bot.Benchmarks.Scenarios;

namespace Sferum.Bot.Benchmarks;

/// <summary>The command line of <c>tests/bench.sh</c>, and of the load generator's process.</summary>
internal static class Arguments
{
    /// <summary>After Ctrl+C or SIGTERM: databases are dropped and processes ended.</summary>
    private static readonly TimeSpan TimeToTidyUp = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(string[] args)
    {
        var quick = new Option<bool>("--quick") { Description = "A short look: closed loop and cold start, 1 and 1,000 persons, no latency" };
        var only = List("--only", $"Bots: {string.Join(",", TestedBot.All.Select(bot => bot.Name))}");
        var scenarios = List("--scenarios", $"Scenarios: {string.Join(",", Scenario.All.Select(scenario => scenario.Name))}");
        var persons = List("--persons", "Persons of the closed loop, e.g. 1,1000");
        var latency = List("--latency", "Milliseconds that an API call takes, e.g. 0,50");
        var seconds = new Option<double>("--seconds") { Description = "Seconds measured in each run", DefaultValueFactory = _ => 10 };
        var warm = new Option<double>("--warm") { Description = "Seconds before, in which the programs compile themselves; half of it until everybody has begun", DefaultValueFactory = _ => 60 };
        var pin = new Option<string>("--pin") { Description = "Processor of the bot, and that of load generator and PostgreSQL; or none", DefaultValueFactory = _ => Environment.ProcessorCount > 1 ? "0,1" : "none" };
        var json = new Option<string?>("--json") { Description = "File for the figures" };
        var growth = new Option<bool>("--growth") { Description = "Also with 100,000 conversations, with old rows in inbox and outbox, and with a million waiting events" };
        var growthRows = new Option<int>("--growth-rows") { Description = "So many old rows in each", DefaultValueFactory = _ => 10_000_000 };
        var root = new RootCommand("Measures the bot, and vk-io beside it, under the director's dialog") { quick, only, scenarios, persons, latency, seconds, warm, pin, json, growth, growthRows };
        root.SetAction((parsed, cancellationToken) =>
        {
            var isQuick = parsed.GetValue(quick);
            var names = Given(parsed, scenarios) ?? (isQuick ? ["cold", "closed"] : [.. Scenario.All.Where(scenario => !scenario.IsLong).Select(scenario => scenario.Name)]);
            var choice = new Choice(
                [.. Chosen(TestedBot.All, bot => bot.Name, Given(parsed, only))],
                parsed.GetValue(growth) ? [.. names, .. Scenario.All.Where(scenario => scenario.IsLong).Select(scenario => scenario.Name)] : names,
                Numbers(Given(parsed, persons) ?? (isQuick ? ["1", "1000"] : ["1", "100", "1000", "10000"])),
                Numbers(Given(parsed, latency) ?? (isQuick ? ["0"] : ["0", "50"])),
                parsed.GetValue(warm),
                parsed.GetValue(seconds),
                parsed.GetValue(growthRows));
            return Bench.RunAsync(choice, Pinning.Parse(parsed.GetValue(pin) ?? "none"), parsed.GetValue(json), cancellationToken);
        });

        var plan = new Argument<string>("plan");
        var generate = new Command(LoadProcess.Command, "The load generator's process") { plan };
        generate.Hidden = true;
        generate.SetAction((parsed, cancellationToken) => LoadProcess.RunAsync(parsed.GetValue(plan) ?? "", cancellationToken));
        root.Add(generate);
        return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeToTidyUp });
    }

    private static Option<string[]> List(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries))],
    };

    /// <summary>Null for a list that was not given.</summary>
    private static string[]? Given(ParseResult parsed, Option<string[]> list) => parsed.GetValue(list) is { Length: > 0 } given ? given : null;

    private static int[] Numbers(IEnumerable<string> texts) => [.. texts.Select(text => int.Parse(text, CultureInfo.InvariantCulture))];

    private static IEnumerable<T> Chosen<T>(IReadOnlyList<T> all, Func<T, string> name, string[]? chosen) =>
        chosen is null ? all : chosen.Select(wanted => all.FirstOrDefault(one => name(one) == wanted) ?? throw new FormatException($"There is no «{wanted}»."));
}
