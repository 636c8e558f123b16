using System.Data.Common;
using DbUp;
using DbUp.Builder;
using DbUp.Engine;
using Microsoft.Data.Sqlite;
using Npgsql;
using Sferum.Bot.Storage.Upgrades;

namespace Sferum.Bot.Storage;

/// <summary>
/// Brings the schema forward by the numbered scripts of the provider, each in its own transaction, and between them by what SQL
/// alone can't do. Never back.
/// </summary>
public sealed class Migrator(Database database)
{
    /// <summary>Any number, as long as nothing else in this database locks by it.</summary>
    private const long LockKey = 223_09;

    /// <summary>Names of the scripts not yet applied, in order.</summary>
    public IReadOnlyList<string> Pending() => [.. Engine().GetScriptsToExecute().Select(script => script.Name)];

    /// <summary>Applies what is pending.</summary>
    /// <returns>Names of the scripts applied now.</returns>
    /// <exception cref="InvalidOperationException">A script failed; those before it stay applied.</exception>
    /// <exception cref="DbException">The database could not be opened.</exception>
    public IReadOnlyList<string> Migrate()
    {
        switch (database.Provider)
        {
            case StorageProvider.Sqlite:
                CreateFolderOfSqlite();
                return Upgrade();
            case StorageProvider.PostgreSql:
                // Replicas start side by side: the first migrates, the others wait and find it done.
                using (var connection = new NpgsqlConnection(database.ConnectionString))
                {
                    connection.Open();
                    using var command = new NpgsqlCommand("select pg_advisory_lock(@key)", connection) { CommandTimeout = 0 };
                    command.Parameters.AddWithValue("key", LockKey);
                    command.ExecuteNonQuery();
                    try
                    {
                        return Upgrade();
                    }
                    finally
                    {
                        command.CommandText = "select pg_advisory_unlock(@key)";
                        command.ExecuteNonQuery();
                    }
                }

            default:
                throw new InvalidOperationException($"unknown provider {database.Provider}");
        }
    }

    private IReadOnlyList<string> Upgrade()
    {
        var result = Engine().PerformUpgrade();
        if (!result.Successful)
        {
            throw new InvalidOperationException($"Script {result.ErrorScript?.Name} failed: {result.Error.Message}", result.Error);
        }

        return [.. result.Scripts.Select(script => script.Name)];
    }

    private UpgradeEngine Engine()
    {
        var folder = $"{typeof(Migrator).Namespace}.Scripts.{database.Provider}.";
        UpgradeEngineBuilder builder = database.Provider switch
        {
            StorageProvider.PostgreSql => DeployChanges.To.PostgresqlDatabase(database.ConnectionString),
            StorageProvider.Sqlite => DeployChanges.To.SqliteDatabase(database.ConnectionString),
            var other => throw new InvalidOperationException($"unknown provider {other}"),
        };
        return builder
            .WithScriptsEmbeddedInAssembly(typeof(Migrator).Assembly, name => name.StartsWith(folder, StringComparison.Ordinal))
            .WithScript($"{folder}0017_journal_sealed.cs", new JournalSealing(database.Provider))
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build();
    }

    private void CreateFolderOfSqlite()
    {
        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        // Readers go on beside the writer; the mode is kept in the file.
        using var connection = new SqliteConnection(database.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma journal_mode = wal";
        command.ExecuteNonQuery();
    }
}
