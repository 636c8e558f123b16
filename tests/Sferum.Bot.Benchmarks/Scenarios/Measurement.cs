using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Sferum.Bot.Benchmarks.Bots;
using Sferum.Bot.Benchmarks.Data;
using Sferum.Bot.Benchmarks.Figures;
using Sferum.Bot.Benchmarks.Load;

namespace Sferum.Bot.Benchmarks.Scenarios;

/// <summary>One run: a fresh place, a load generator, a bot, and what <c>/proc</c> says of them in between.</summary>
internal sealed class Measurement(Pinning pinning, int postmaster)
{
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(60);

    /// <summary>Beyond the time of the plan: settling takes 90 s at most.</summary>
    private static readonly TimeSpan End = TimeSpan.FromSeconds(150);

    /// <param name="atMeasuring">Done when measuring begins, whose end is awaited beside it; it may answer with a moment from which the note counts.</param>
    public async Task<Run> RunAsync(
        string scenario, TestedBot bot, LoadPlan plan, StorePlace place, Func<Task<long>>? atMeasuring, CancellationToken cancellationToken)
    {
        var loadBefore = Machine.Load();
        await using var generator = StartGenerator(plan);
        var address = (await generator.ExpectAsync(LoadProcess.Listening, Start, cancellationToken))[2];
        var startedAt = Stopwatch.GetTimestamp();
        await using var tested = bot.Start(new BotSettings(address, place, plan.RequestsPerSecond, pinning.Bot));
        var cold = Stopwatch.GetElapsedTime(startedAt, At(await ExpectWhileBotLivesAsync(LoadProcess.Polled, Start)));
        generator.Say(LoadProcess.Begin);

        var whole = TimeSpan.FromSeconds(plan.WarmSeconds + plan.Seconds) + End;
        await ExpectWhileBotLivesAsync(LoadProcess.Measuring, whole);
        var before = Cpu();
        var moment = await (atMeasuring?.Invoke() ?? Task.FromResult(0L));
        if (plan.Awaited)
        {
            generator.Say(LoadProcess.End);
        }

        var measured = At(await ExpectWhileBotLivesAsync(LoadProcess.Measured, whole));
        var after = Cpu();
        var words = await ExpectWhileBotLivesAsync(LoadProcess.Ended, whole);
        var result = JsonSerializer.Deserialize<LoadResult>(words[2]) ?? throw new InvalidOperationException("the load generator told no result");
        var passed = after - before;
        var hasPostgres = bot.Store is Store.PostgreSql or Store.EmptyPostgreSql;
        return new Run(
            scenario,
            bot.Name,
            plan.Persons,
            plan.LatencyMilliseconds,
            plan.RequestsPerSecond,
            passed.Bot,
            hasPostgres ? passed.Postgres : 0,
            Share(passed.Generator),
            Share(passed.All - passed.Bot - passed.Postgres - passed.Generator),
            ProcessFigures.PeakMegabytes(tested.Id),
            cold.TotalSeconds,
            loadBefore,
            Machine.Load(),
            result,
            moment == 0 ? null : FormattableString.Invariant($"{Stopwatch.GetElapsedTime(moment, measured).TotalSeconds:0.00} s from the commit to the last of {result.BroadcastTaken}"));

        double Share(double seconds) => result.Seconds > 0 ? seconds / result.Seconds : 0;

        CpuSeconds Cpu() => new(
            ProcessFigures.CpuSeconds(tested.Id),
            ProcessFigures.CpuSecondsOfFamily(postmaster),
            ProcessFigures.CpuSeconds(generator.Id),
            Machine.BusySeconds());

        async Task<string[]> ExpectWhileBotLivesAsync(string word, TimeSpan patience)
        {
            try
            {
                return await generator.ExpectAsync(word, patience, cancellationToken);
            }
            catch (InvalidOperationException silence)
            {
                throw new InvalidOperationException($"{silence.Message}\nThe bot {(tested.HasExited ? "has ended" : "runs")}:\n{tested.Words}", silence);
            }
        }
    }

    private Child StartGenerator(LoadPlan plan) => Child.Start(
        "dotnet", [typeof(Measurement).Assembly.Location, LoadProcess.Command, JsonSerializer.Serialize(plan)], new Dictionary<string, string>(), pinning.Others);

    private readonly record struct CpuSeconds(double Bot, double Postgres, double Generator, double All)
    {
        public static CpuSeconds operator -(CpuSeconds later, CpuSeconds earlier) =>
            new(later.Bot - earlier.Bot, later.Postgres - earlier.Postgres, later.Generator - earlier.Generator, later.All - earlier.All);
    }

    private static long At(string[] words) => long.Parse(words[1], CultureInfo.InvariantCulture);
}
