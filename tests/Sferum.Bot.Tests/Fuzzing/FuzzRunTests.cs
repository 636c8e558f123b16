using Sferum.Bot.Tests.Fuzzing.Making;

namespace Sferum.Bot.Tests.Fuzzing;

/// <summary>A run must find what is there to be found, else its silence means nothing.</summary>
public sealed class FuzzRunTests
{
    private static readonly FuzzSettings Settings = new(Inputs: 2_000, Seed: 1, Only: null, At: null, Workers: 2, Progress: null);

    [Fact]
    public async Task An_exception_is_found_cut_down_and_made_again_by_its_number()
    {
        var target = new Brittle(input => input.Contains("№7", StringComparison.Ordinal) ? throw new FormatException("seven") : "read");

        var finding = Assert.Single((await new FuzzRun(target, Settings).RunAsync(2_000, _ => { })).Findings);
        var again = Assert.Single((await new FuzzRun(target, Settings).RunOneAsync(finding.Number)).Findings);

        Assert.Equal("№7", finding.Input);
        Assert.Equal((finding.Input, finding.LengthAsMade), (again.Input, again.LengthAsMade));
        Assert.Contains($"--only brittle --seed 1 --at {finding.Number}", finding.ToString(), StringComparison.Ordinal);
        Assert.Contains("seven", finding.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_that_is_slow_each_time_is_found_and_one_that_was_slow_once_is_not()
    {
        var seen = 0;
        var target = new Brittle(input =>
        {
            var isSlow = input.Contains("№7", StringComparison.Ordinal) || Interlocked.Increment(ref seen) == 5;
            var worked = System.Diagnostics.Stopwatch.StartNew();
            while (isSlow && worked.ElapsedMilliseconds < 60)
            {
            }

            return "read";
        });

        var findings = (await new FuzzRun(target, Settings with { Workers = 1, Limit = TimeSpan.FromMilliseconds(20) }).RunAsync(500, _ => { })).Findings;

        // How far it is cut down in the time for it depends on the machine.
        Assert.Contains("№7", Assert.Single(findings).Input, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_that_does_not_end_is_found()
    {
        using var end = new ManualResetEventSlim();
        var target = new Brittle(input =>
        {
            if (input.Contains("№7", StringComparison.Ordinal))
            {
                end.Wait();
            }

            return "read";
        });

        var report = await new FuzzRun(target, Settings with { Workers = 1, Endless = TimeSpan.FromSeconds(1) }).RunAsync(2_000, _ => { });
        end.Set();

        Assert.Contains("does not end", Assert.Single(report.Findings).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_depend_on_seed_target_and_number_alone()
    {
        var target = new Brittle(_ => "read");
        string Made(long seed, string name, long number) => target.Make(new FuzzDice(seed, name, number));

        Assert.Equal(Made(1, "a", 5), Made(1, "a", 5));
        Assert.True(Enumerable.Range(0, 100).Select(n => Made(1, "a", n)).Distinct().Count() > 50);
        Assert.True(Enumerable.Range(0, 20).Count(n => Made(1, "a", n) != Made(2, "a", n)) > 10);
        Assert.True(Enumerable.Range(0, 20).Count(n => Made(1, "a", n) != Made(1, "b", n)) > 10);
    }

    private sealed class Brittle(Func<string, string> read) : FuzzTarget
    {
        private readonly TextMutation _text = new(["приказ №12 от 15 апреля", "№1"], ["№7", "\n"], longest: 1_000);

        public override string Name => "brittle";

        public override int Share => 0;

        public override IReadOnlyList<string> Outcomes { get; } = ["read"];

        public override string Make(FuzzDice dice) => _text.Of(dice.OneIn(2) ? "приказ №12 от 15 апреля" : "№1", dice);

        public override Task<string> ReadAsync(string input) => Task.FromResult(read(input));
    }
}
