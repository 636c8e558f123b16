using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Sferum.Bot.Benchmarks.Load;

/// <summary>
/// The load generator as a process of its own. It prints one line for each thing that happens, with the machine's
/// monotonic clock, waits for <c>begin</c> on its input, perhaps for <c>end</c>, and ends with the end of its input.
/// </summary>
internal static class LoadProcess
{
    public const string Command = "generate";
    public const string Listening = "listening";
    public const string Polled = "polled";
    public const string Measuring = "measuring";
    public const string Measured = "measured";
    public const string Ended = "result";
    public const string Begin = "begin";
    public const string End = "end";

    private static readonly TimeSpan LongestSettling = TimeSpan.FromSeconds(90);

    public static async Task<int> RunAsync(string planJson, CancellationToken cancellationToken)
    {
        var plan = JsonSerializer.Deserialize<LoadPlan>(planJson) ?? throw new ArgumentException("no plan", nameof(planJson));
        var clock = TimeProvider.System;
        var world = new World(plan, clock);
        await using var server = await LoadServer.StartAsync(world, clock, cancellationToken);
        Say(Listening, server.Address);
        _ = world.Polled.ContinueWith(_ => Say(Polled), cancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = Task.Factory.StartNew(() => Obey(begun, over), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await begun.Task.WaitAsync(cancellationToken);

        world.Begin();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ticking = TickAsync(world, clock, ending.Token);
        await Task.Delay(TimeSpan.FromSeconds(plan.WarmSeconds), clock, cancellationToken);
        world.BeginMeasuring();
        Say(Measuring);
        var time = Task.Delay(TimeSpan.FromSeconds(plan.Seconds), clock, cancellationToken);
        await (plan switch
        {
            { Broadcast: > 0 } => Task.WhenAny(time, world.BroadcastDone),
            { Awaited: true } => Task.WhenAny(time, over.Task),
            _ => time,
        });
        world.EndMeasuring();
        Say(Measured);
        await SettleAsync(world, clock, cancellationToken);
        await ending.CancelAsync();
        await ticking;
        Say(Ended, JsonSerializer.Serialize(world.Result()));
        return 0;
    }

    private static async Task SettleAsync(World world, TimeProvider clock, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (!world.IsSettled() && Stopwatch.GetElapsedTime(started) < LongestSettling)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), clock, cancellationToken);
        }
    }

    private static async Task TickAsync(World world, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(2), clock);
        try
        {
            while (world.Tick())
            {
                await timer.WaitForNextTickAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private static void Obey(TaskCompletionSource begun, TaskCompletionSource over)
    {
        while (Console.In.ReadLine() is { } line)
        {
            switch (line)
            {
                case Begin:
                    begun.TrySetResult();
                    break;
                case End:
                    over.TrySetResult();
                    break;
            }
        }

        // Whoever started this process is gone.
        Environment.Exit(0);
    }

    private static void Say(string what, string? more = null)
    {
        var at = Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture);
        Console.Out.WriteLine(more is null ? $"{what} {at}" : $"{what} {at} {more}");
        Console.Out.Flush();
    }
}
