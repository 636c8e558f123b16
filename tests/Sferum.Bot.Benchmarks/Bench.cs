using System.Globalization;
using Sferum.Bot.Benchmarks.Data;
using Sferum.Bot.Benchmarks.Figures;
using Sferum.Bot.Benchmarks.Reporting;
using Sferum.Bot.Benchmarks.Scenarios;

namespace Sferum.Bot.Benchmarks;

/// <summary>Measures what was chosen, printing each line as it comes.</summary>
internal static class Bench
{
    private const string Variable = "SFERUM_TEST_POSTGRES";

    /// <returns>0, or 1 when a run failed.</returns>
    public static async Task<int> RunAsync(Choice choice, Pinning pinning, string? jsonFile, CancellationToken cancellationToken)
    {
        var server = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(server))
        {
            await Console.Error.WriteLineAsync($"{Variable} is not set: tests/bench.sh starts a server and sets it.");
            return 2;
        }

        await using var postgres = new Postgres(server);
        await using var files = new SqliteFiles();
        var postmaster = ProcessFigures.ParentOf(int.Parse(await postgres.AskAsync("select pg_backend_pid()", cancellationToken), CultureInfo.InvariantCulture));
        await pinning.BindOthersAsync(postmaster, cancellationToken);
        var machine = await Machine.ReadAsync(postgres, pinning, cancellationToken);
        if (machine.SynchronousCommit != "on")
        {
            await Console.Error.WriteLineAsync("PostgreSQL does not commit synchronously: its figures would say nothing.");
            return 2;
        }

        var report = new JsonReport(TimeProvider.System.GetUtcNow(), machine, Machine.Load());
        Console.WriteLine($"{machine.Cores} cores, {machine.Kernel}, .NET {machine.DotNet}, node {machine.Node}, PostgreSQL {machine.PostgreSql} (synchronous_commit {machine.SynchronousCommit})");
        Console.WriteLine(FormattableString.Invariant($"pinned: {machine.Pinning}; load average at the start {report.LoadAtStart:0.00}"));
        Console.WriteLine();
        Console.WriteLine(RunTable.Head());
        var stores = new Stores(postgres, files);
        var measurement = new Measurement(pinning, postmaster);
        foreach (var scenario in Scenario.All.Where(scenario => choice.Has(scenario.Name)))
        {
            try
            {
                await foreach (var run in scenario.RunAsync(choice, stores, measurement, cancellationToken))
                {
                    report.Runs.Add(run);
                    Console.WriteLine(RunTable.Of(run));
                    await report.WriteAsync(jsonFile, cancellationToken);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                report.Faults.Add($"{scenario.Name}: {fault.Message}");
                Console.WriteLine($"{scenario.Name} failed: {fault.Message}");
            }
        }

        await report.WriteAsync(jsonFile, cancellationToken);
        Console.WriteLine();
        foreach (var wrong in report.Runs.Where(run => run.Load.FirstWrong is not null))
        {
            Console.WriteLine($"first wrong of {wrong.Bot}, {wrong.Persons} persons: {wrong.Load.FirstWrong}");
        }

        Console.WriteLine(FormattableString.Invariant($"load average at the end {report.LoadAtEnd:0.00}"));
        return report.Faults.Count == 0 ? 0 : 1;
    }
}
