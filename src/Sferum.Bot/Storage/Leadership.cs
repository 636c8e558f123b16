using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Npgsql;

namespace Sferum.Bot.Storage;

/// <summary>
/// Lets one process at a time lead. On PostgreSQL the leader holds an advisory lock in a session of its own: when the
/// process dies, the server ends the session and the next one takes the lock within <see cref="Interval"/>. On SQLite
/// there is one process, and it leads.
/// </summary>
public sealed class Leadership(Database database, TimeProvider clock, ILogger<Leadership> logger)
{
    /// <summary>How often a lock is asked for, and a held one's session is proved to be alive.</summary>
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>A session that does not answer in this time counts as lost.</summary>
    private const int AnswerSeconds = 3;

    /// <summary>
    /// The server ends a session that has been silent so long: its process is frozen or its network gone. It writes nothing
    /// but calls, which have nothing to be kept on disk.
    /// </summary>
    private const string SessionSettings = "set idle_session_timeout = '10s'; set synchronous_commit = off";

    /// <summary>First key of the locks; the second is the role.</summary>
    private const int LockClass = 223_09;

    private readonly ConcurrentDictionary<LeaderRole, LeadState> _states = new();

    /// <summary>How this process stands to a role now.</summary>
    public LeadState StateOf(LeaderRole role) => _states.GetValueOrDefault(role, LeadState.Unknown);

    /// <summary>
    /// Runs <paramref name="lead"/> whenever and as long as this process leads. Its token is cancelled when the lead is
    /// lost or the process stops; the lock is given back only after it has returned.
    /// </summary>
    /// <param name="lead">Ends by itself only when it is cancelled.</param>
    /// <param name="work">
    /// Signalled where work for the leader turns up: while another process leads, its loop is woken instead of this one's. A
    /// call may be lost with its session, so that the leader has to look by itself now and then all the same.
    /// </param>
    public async Task RunAsync(LeaderRole role, Func<CancellationToken, Task> lead, CancellationToken stoppingToken, WakeUp? work = null)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                switch (database.Provider)
                {
                    case StorageProvider.Sqlite:
                        await LeadAsync(role, lead, stoppingToken);
                        break;
                    case StorageProvider.PostgreSql:
                        await LeadByLockAsync(role, lead, work, stoppingToken);
                        break;
                    default:
                        throw new InvalidOperationException($"unknown provider {database.Provider}");
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is DbException or TimeoutException)
            {
                logger.LeadFailed(role, e.Message);
            }

            await Task.Delay(Interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LeadByLockAsync(LeaderRole role, Func<CancellationToken, Task> lead, WakeUp? work, CancellationToken stoppingToken)
    {
        // A session of its own: one from the pool would outlive the lead, lock and all.
        await using var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            Pooling = false,
            Timeout = AnswerSeconds,
            CommandTimeout = AnswerSeconds,

            // The session proves itself, and a proof of Npgsql's own that is broken off would end it.
            KeepAlive = 0,
            ApplicationName = $"sferum {role}",
        }.ConnectionString);
        await session.OpenAsync(stoppingToken);
        await ExecuteAsync(session, SessionSettings, stoppingToken);
        while (!await TakeAsync(session, role, stoppingToken))
        {
            _states[role] = LeadState.Standby;
            await StandByAsync(session, role, work, stoppingToken);
        }

        if (work is not null)
        {
            session.Notification += (_, _) => work.Signal();
            await ExecuteAsync(session, $"listen {Channel(role)}", stoppingToken);
        }

        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var leading = LeadAsync(role, lead, lost.Token);
        try
        {
            while (await HearUntilProofAsync(session, leading))
            {
                await ExecuteAsync(session, "select 1", CancellationToken.None);
            }
        }
        finally
        {
            await lost.CancelAsync();
            await leading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await leading;
    }

    /// <summary>Passes on to the leader what turns up here, until it is time to ask for the lock again.</summary>
    private async Task StandByAsync(NpgsqlConnection session, LeaderRole role, WakeUp? work, CancellationToken stoppingToken)
    {
        if (work is null)
        {
            await Task.Delay(Interval, clock, stoppingToken);
            return;
        }

        var asked = clock.GetTimestamp();
        while (Interval - clock.GetElapsedTime(asked) is var rest && rest > TimeSpan.Zero)
        {
            if (await work.WaitAsync(rest, stoppingToken))
            {
                await ExecuteAsync(session, $"notify {Channel(role)}", stoppingToken);
            }
        }
    }

    /// <summary>Lets calls of other processes in, until it is time for the session's next proof or <paramref name="leading"/> has ended.</summary>
    /// <returns>Whether there is still something to prove.</returns>
    private async Task<bool> HearUntilProofAsync(NpgsqlConnection session, Task leading)
    {
        using var enough = new CancellationTokenSource(Interval, clock);
        var hearing = HearAsync(session, enough.Token);
        await Task.WhenAny(leading, hearing);
        await enough.CancelAsync();
        await hearing;
        return !leading.IsCompleted;
    }

    private static async Task HearAsync(NpgsqlConnection session, CancellationToken enough)
    {
        try
        {
            while (!enough.IsCancellationRequested && session.State == ConnectionState.Open)
            {
                // The limit is for a cancellation that Npgsql misses just after a call (npgsql/npgsql#5975).
                await session.WaitAsync(Interval, enough);
            }
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            // Not a fault: it is time for the proof.
        }

        if (session.State != ConnectionState.Open)
        {
            throw new TimeoutException("the session broke while it listened");
        }
    }

    private async Task LeadAsync(LeaderRole role, Func<CancellationToken, Task> lead, CancellationToken cancellationToken)
    {
        logger.LeadTaken(role);
        _states[role] = LeadState.Leading;
        try
        {
            await lead(cancellationToken);
        }
        finally
        {
            _states[role] = LeadState.Unknown;
            logger.LeadEnded(role);
        }
    }

    /// <summary>Of each database its own, as the locks are.</summary>
    private static string Channel(LeaderRole role) => $"sferum_{role}";

    private static async Task<bool> TakeAsync(NpgsqlConnection session, LeaderRole role, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock(@class, @role)", session);
        command.Parameters.AddWithValue("class", LockClass);
        command.Parameters.AddWithValue("role", (int)role);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken) ?? false);
    }

    private static async Task ExecuteAsync(NpgsqlConnection session, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, session);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>How a process stands to a role.</summary>
public enum LeadState
{
    /// <summary>It has not asked yet, or has lost the lead.</summary>
    Unknown,

    /// <summary>Another process leads; this one takes over when that one ends.</summary>
    Standby,

    Leading,
}
