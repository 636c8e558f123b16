using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Sferum.Bot.Tests.Fuzzing.Making;

namespace Sferum.Bot.Tests.Fuzzing;

/// <summary>
/// Gives a target so many inputs. An exception is a finding, and so is an input that takes longer than <see cref="FuzzSettings.Limit"/>
/// in the best of some tries, since the machine may have had other things to do, and one that does not end.
/// </summary>
internal sealed class FuzzRun(FuzzTarget target, FuzzSettings settings)
{
    private const int Block = 64;

    private const int TriesOfSlow = 4;

    /// <summary>One fault is found over and over: so many different ones are looked for before the run ends.</summary>
    private const int MostFindings = 5;

    /// <summary>So many slow inputs are no chance.</summary>
    private const int MostSuspects = 500;

    private const int MostLines = 14;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<string, FuzzFinding> _findings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _outcomes = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<long> _suspects = [];
    private readonly Lock _slowestLock = new();
    private long _next;
    private long _done;
    private volatile bool _stopped;
    private (TimeSpan Took, long Number) _slowest;

    /// <param name="tell">Is told now and then how far it is.</param>
    public async Task<FuzzReport> RunAsync(long inputs, Action<string> tell)
    {
        var began = Stopwatch.GetTimestamp();
        var workers = Enumerable.Range(0, settings.Workers).Select(_ => new Worker()).ToArray();
        var work = Task.WhenAll(workers.Select(worker => Task.Run(() => WorkAsync(worker, inputs))));
        var told = TimeSpan.Zero;
        while (await Task.WhenAny(work, Task.Delay(BetweenLooks, TimeProvider.System)) != work)
        {
            if (workers.FirstOrDefault(worker => worker.Busy > settings.Endless) is { } hung)
            {
                var input = Make(hung.Number);
                Add(new FuzzFinding(target.Name, settings.Seed, hung.Number, $"does not end within {settings.Endless.TotalSeconds:0} s", input, input.Length), "endless");
                _stopped = true;
                return Report(began);
            }

            if (Stopwatch.GetElapsedTime(began) - told > settings.BetweenWords)
            {
                told = Stopwatch.GetElapsedTime(began);
                tell(Report(began).ToString());
            }
        }

        await work;
        await LookAgainAsync();
        return Report(began);
    }

    /// <summary>One input by its number.</summary>
    public async Task<FuzzReport> RunOneAsync(long number)
    {
        var began = Stopwatch.GetTimestamp();
        await TryAsync(number);
        await LookAgainAsync();
        return Report(began);
    }

    private async Task WorkAsync(Worker worker, long inputs)
    {
        for (var from = Interlocked.Add(ref _next, Block) - Block; from < inputs && !_stopped; from = Interlocked.Add(ref _next, Block) - Block)
        {
            for (var number = from; number < Math.Min(from + Block, inputs) && !_stopped; number++)
            {
                worker.Begin(number);
                await TryAsync(number);
            }
        }

        worker.End();
    }

    private async Task TryAsync(long number)
    {
        var input = Make(number);
        var (fault, took) = await ReadAsync(input);
        Interlocked.Increment(ref _done);
        if (fault is not null)
        {
            await FoundAsync(number, input, KindOf(fault), Short(fault), async shorter => (await ReadAsync(shorter)).Fault is { } other && KindOf(other) == KindOf(fault));
        }
        else if (took > settings.Limit)
        {
            _suspects.Add(number);
            _stopped |= _suspects.Count >= MostSuspects;
        }
        else
        {
            NoteTime(took, number);
        }
    }

    /// <summary>Once nothing else of this run goes on, the inputs that took too long are tried again, each some times.</summary>
    private async Task LookAgainAsync()
    {
        foreach (var number in _suspects.Order())
        {
            var input = Make(number);
            var best = TimeSpan.MaxValue;
            for (var tries = 0; tries < TriesOfSlow && best > settings.Limit; tries++)
            {
                var (_, took) = await ReadAloneAsync(input);
                best = took < best ? took : best;
            }

            NoteTime(best, number);
            if (best > settings.Limit)
            {
                await FoundAsync(number, input, "slow", $"takes {best.TotalMilliseconds:0} ms, more than {settings.Limit.TotalMilliseconds:0}", IsSlowAsync);
                return;
            }
        }
    }

    private void NoteTime(TimeSpan took, long number)
    {
        lock (_slowestLock)
        {
            _slowest = took > _slowest.Took ? (took, number) : _slowest;
        }
    }

    private async Task<bool> IsSlowAsync(string input)
    {
        for (var tries = 0; tries < TriesOfSlow; tries++)
        {
            if ((await ReadAloneAsync(input)).Took <= settings.Limit)
            {
                return false;
            }
        }

        return true;
    }

    private async Task FoundAsync(long number, string input, string kind, string fault, Func<string, Task<bool>> breaks)
    {
        if (!_findings.ContainsKey(kind))
        {
            var cut = await FuzzCut.DownAsync(input, breaks);
            Add(new FuzzFinding(target.Name, settings.Seed, number, fault, cut, input.Length), kind);
        }
    }

    private void Add(FuzzFinding finding, string kind)
    {
        _findings.TryAdd(kind, finding);
        _stopped |= _findings.Count >= MostFindings;
    }

    private string Make(long number) => target.Make(new FuzzDice(settings.Seed, target.Name, number));

    private async Task<(Exception? Fault, TimeSpan Took)> ReadAsync(string input)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            var outcome = await target.ReadAsync(input);
            var took = Stopwatch.GetElapsedTime(began);
            _outcomes.AddOrUpdate(outcome, 1, static (_, count) => count + 1);
            return (null, took);
        }
        catch (Exception exception)
        {
            return (exception, Stopwatch.GetElapsedTime(began));
        }
    }

    /// <summary>
    /// On a machine where others wait for the processor too, the clock says more than the work: the work of this whole process
    /// is taken where that is less. It holds that of the input in any case.
    /// </summary>
    private async Task<(Exception? Fault, TimeSpan Took)> ReadAloneAsync(string input)
    {
        var before = Environment.CpuUsage.TotalTime;
        var (fault, took) = await ReadAsync(input);
        var worked = Environment.CpuUsage.TotalTime - before;
        return (fault, worked < took ? worked : took);
    }

    /// <summary>The type, and where of our code it came from: what two inputs have in common that meet the same fault.</summary>
    private static string KindOf(Exception fault)
    {
        var ours = new StackTrace(fault).GetFrames().Select(frame => frame.GetMethod()).FirstOrDefault(method => method?.DeclaringType?.Assembly.GetName().Name is "Sferum.Bot" or "Sferum.Bot.Tests");
        return $"{fault.GetType().Name} in {ours?.DeclaringType?.FullName}.{ours?.Name}";
    }

    /// <summary>Without the frames of the runner of tests.</summary>
    private static string Short(Exception fault) => string.Join('\n', fault.ToString().Split('\n').Where(line => !line.Contains(nameof(FuzzRun), StringComparison.Ordinal) && !line.Contains(" Xunit.", StringComparison.Ordinal)).Take(MostLines));

    private FuzzReport Report(long began)
    {
        lock (_slowestLock)
        {
            return new FuzzReport(
                target.Name,
                Interlocked.Read(ref _done),
                Stopwatch.GetElapsedTime(began),
                _slowest.Took,
                _slowest.Number,
                _outcomes.OrderByDescending(outcome => outcome.Value).ToDictionary(outcome => outcome.Key, outcome => outcome.Value),
                [.. _findings.Values.OrderBy(finding => finding.Number)]);
        }
    }

    private sealed class Worker
    {
        private long _since;
        private long _number;

        public long Number => Interlocked.Read(ref _number);

        public TimeSpan Busy => Interlocked.Read(ref _since) is var since && since == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(since);

        public void Begin(long number)
        {
            Interlocked.Exchange(ref _number, number);
            Interlocked.Exchange(ref _since, Stopwatch.GetTimestamp());
        }

        public void End() => Interlocked.Exchange(ref _since, 0);
    }
}

/// <param name="Outcomes">How often each came, the most frequent first; repeated readings of slow inputs count too.</param>
internal sealed record FuzzReport(
    string Target, long Inputs, TimeSpan Took, TimeSpan Slowest, long SlowestNumber, IReadOnlyDictionary<string, long> Outcomes, IReadOnlyList<FuzzFinding> Findings)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Target}: {Inputs} inputs in {Took.TotalSeconds:0.0} s, the slowest {Slowest.TotalMilliseconds:0.0} ms (--at {SlowestNumber}); {string.Join(", ", Outcomes.Select(o => $"{o.Key} {o.Value}"))}{(Findings.Count > 0 ? $"; FINDINGS {Findings.Count}" : "")}");
}
