using System.Diagnostics;
using Npgsql;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Tests.Support;

/// <summary>A PostgreSQL of one test's own, by <c>tests/postgres.sh</c>, which may be restarted without hurting other tests.</summary>
internal sealed class OwnPostgres : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static int _count;

    private readonly string _home;
    private readonly string _server;

    private OwnPostgres(string home, string server)
    {
        _home = home;
        _server = server;
    }

    /// <summary>Skips the test where PostgreSQL is not asked for.</summary>
    public static async Task<OwnPostgres> StartAsync()
    {
        Skip.If(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("SFERUM_TEST_POSTGRES")), "PostgreSQL is not asked for.");

        var home = Path.Combine(Path.GetTempPath(), $"sferum-postgres-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}");
        return new OwnPostgres(home, (await ScriptAsync(home, "start")).Trim());
    }

    /// <summary>A migrated, empty database. Its connections here are not kept, so that none is found broken after a restart.</summary>
    public async Task<Database> CreateDatabaseAsync()
    {
        await using var source = NpgsqlDataSource.Create(_server);
        await using var command = source.CreateCommand("create database bot");
        await command.ExecuteNonQueryAsync();
        var database = new Database(StorageProvider.PostgreSql, new NpgsqlConnectionStringBuilder(_server) { Database = "bot" }.ConnectionString);
        new Migrator(database).Migrate();
        return database;
    }

    /// <param name="mode">How it ends before: <c>fast</c> breaks off what runs, <c>immediate</c> is a crash with recovery.</param>
    public Task RestartAsync(string mode) => ScriptAsync(_home, "restart", mode);

    public async ValueTask DisposeAsync() => await ScriptAsync(_home, "stop");

    private static async Task<string> ScriptAsync(string home, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(RepositoryFolder.Find("tests"), "postgres.sh")) { RedirectStandardOutput = true };
        start.Environment["SFERUM_TEST_POSTGRES_HOME"] = home;
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var script = Process.Start(start) ?? throw new InvalidOperationException("postgres.sh did not start");
        using var timeout = new CancellationTokenSource(Patience);
        var output = await script.StandardOutput.ReadToEndAsync(timeout.Token);
        await script.WaitForExitAsync(timeout.Token);
        Assert.Equal(0, script.ExitCode);
        return output;
    }
}
