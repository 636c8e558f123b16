using LinqToDB.Data;
using Microsoft.Extensions.Logging.Abstractions;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Storage;

/// <summary>Leads over one PostgreSQL; processes killed and databases restarted are in <see cref="Crash.ReplicaTests"/>.</summary>
public sealed class LeadershipTests(PostgreSqlFixture fixture) : IClassFixture<PostgreSqlFixture>
{
    private const LeaderRole Role = LeaderRole.Sender;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [SkippableFact]
    public async Task Work_that_turns_up_at_another_process_wakes_the_leader()
    {
        var database = await fixture.CreateAsync();
        await using var leader = new Process(database);
        await leader.IsAsync(LeadState.Leading);
        await using var other = new Process(database);
        await other.IsAsync(LeadState.Standby);

        // Through several proofs of the session, for each of which it stops listening.
        var began = TimeProvider.System.GetTimestamp();
        for (var call = 0; TimeProvider.System.GetElapsedTime(began) < 3 * Leadership.Interval; call++)
        {
            other.Work.Signal();
            Assert.True(await leader.Work.WaitAsync(Patience, default), $"call {call} was not heard");
        }

        Assert.Equal((1, 0), (leader.Leads, other.Leads));
    }

    [SkippableFact]
    public async Task Who_takes_over_hears_the_others()
    {
        var database = await fixture.CreateAsync();
        await using var first = new Process(database);
        await first.IsAsync(LeadState.Leading);
        await using var second = new Process(database);
        await second.IsAsync(LeadState.Standby);

        await first.DisposeAsync();
        await second.IsAsync(LeadState.Leading);
        await using var third = new Process(database);
        await third.IsAsync(LeadState.Standby);
        await Task.Delay(2 * Leadership.Interval, TimeProvider.System);
        third.Work.Signal();

        Assert.True(await second.Work.WaitAsync(Patience, default));
    }

    [SkippableFact]
    public async Task The_lock_is_held_and_its_session_proved_until_the_work_has_come_to_its_end()
    {
        var database = await fixture.CreateAsync();
        var settled = new TaskCompletionSource();
        await using var first = new Process(database, settled.Task);
        await first.IsAsync(LeadState.Leading);
        await using var second = new Process(database);
        try
        {
            await second.IsAsync(LeadState.Standby);
            var stopping = first.DisposeAsync();
            for (var proof = 0; proof < 3; proof++)
            {
                var last = await LastProofAsync(database);
                await Eventually.TrueAsync(async () => await LastProofAsync(database) > last, () => $"the last proof is of {last:O}", Patience);
            }

            Assert.Equal((LeadState.Standby, 0), (second.State, second.Leads));
            settled.SetResult();
            await stopping;
            await second.IsAsync(LeadState.Leading);
        }
        finally
        {
            settled.TrySetResult();
        }
    }

    private static Task<DateTime> LastProofAsync(Database database) => database.ReadAsync(
        (db, token) => db.ExecuteAsync<DateTime>(
            $"select max(query_start) from pg_stat_activity where datname = current_database() and application_name = 'sferum {Role}' and query = 'select 1'", token),
        default);

    /// <summary>What one process has: its leadership, and its loop of work, which may take its time to end.</summary>
    private sealed class Process : IAsyncDisposable
    {
        private readonly Leadership _leadership;
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _running;
        private int _leads;

        public Process(Database database, Task? settled = null)
        {
            _leadership = new Leadership(database, TimeProvider.System, NullLogger<Leadership>.Instance);
            _running = _leadership.RunAsync(Role, LeadAsync, _stop.Token, Work);

            async Task LeadAsync(CancellationToken cancellationToken)
            {
                Interlocked.Increment(ref _leads);
                await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await (settled ?? Task.CompletedTask);
            }
        }

        public WakeUp Work { get; } = new Announced();

        public int Leads => Volatile.Read(ref _leads);

        public LeadState State => _leadership.StateOf(Role);

        public Task IsAsync(LeadState state) =>
            Eventually.TrueAsync(() => State == state, () => $"{State}, not {state}", Patience);

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _running;
        }
    }

    private sealed class Announced : WakeUp;
}
