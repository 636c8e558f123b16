using Npgsql;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Tests.Support;

/// <summary>A migrated, empty database of its own for each test; suites run once per subclass.</summary>
public abstract class DatabaseFixture : IAsyncLifetime
{
    private readonly List<Func<Task>> _cleanUps = [];

    /// <summary>Creates a fresh database. Skips the test when this kind cannot be had here.</summary>
    public async Task<Database> CreateAsync() => (await CreateWithSettingsAsync()).Database;

    /// <summary>As <see cref="CreateAsync"/>, with what another process needs to open the same database.</summary>
    public async Task<(StorageProvider Provider, string ConnectionString, Database Database)> CreateWithSettingsAsync()
    {
        var (provider, connectionString, cleanUp) = await CreateEmptyAsync();
        var database = new Database(provider, connectionString);
        _cleanUps.Add(async () =>
        {
            await database.DisposeAsync();
            await cleanUp();
        });
        new Migrator(database).Migrate();
        return (provider, connectionString, database);
    }

    public abstract Task<(StorageProvider Provider, string ConnectionString, Func<Task> CleanUp)> CreateEmptyAsync();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var cleanUp in _cleanUps)
        {
            await cleanUp();
        }
    }
}

public sealed class SqliteFixture : DatabaseFixture
{
    public override Task<(StorageProvider, string, Func<Task>)> CreateEmptyAsync()
    {
        var folder = Directory.CreateTempSubdirectory("sferum-test-");
        Func<Task> cleanUp = () =>
        {
            folder.Delete(recursive: true);
            return Task.CompletedTask;
        };
        return Task.FromResult((StorageProvider.Sqlite, $"Data Source={Path.Combine(folder.FullName, "test.db")};Pooling=False", cleanUp));
    }
}

public sealed class PostgreSqlFixture : DatabaseFixture
{
    private const string Variable = "SFERUM_TEST_POSTGRES";

    private static int _count;

    public override async Task<(StorageProvider, string, Func<Task>)> CreateEmptyAsync()
    {
        var server = Environment.GetEnvironmentVariable(Variable);
        Skip.If(string.IsNullOrEmpty(server), $"{Variable} is not set: tests/run.sh starts a server and sets it.");

        var name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        await ExecuteAsync(server!, $"create database {name}");
        var connectionString = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
        return (StorageProvider.PostgreSql, connectionString, () => ExecuteAsync(server!, $"drop database if exists {name} with (force)"));
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
