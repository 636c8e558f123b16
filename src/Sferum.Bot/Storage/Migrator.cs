using System.Data.Common;
using DbUp;
using DbUp.Builder;
using DbUp.Engine;
using Microsoft.Data.Sqlite;
using Npgsql;
using Sferum.Bot.Storage.Upgrades;

namespace Sferum.Bot.Storage;

/// <summary>
/// Brings the schema forward by the numbered scripts of the provider, and between them by what SQL alone can't do, in one
/// transaction: an upgrade that fails or is killed leaves the database to the version before. Never back.
/// </summary>
public sealed class Migrator
{
    /// <summary>Any number, as long as nothing else in this database locks by it.</summary>
    private const long LockKey = 223_09;

    /// <summary>Of one script on a large database; the default of both providers is 30 s.</summary>
    private static readonly TimeSpan LongestScript = TimeSpan.FromHours(1);

    private readonly Database _database;
    private readonly AppliedScripts _applied;
    private readonly IReadOnlyList<SqlScript> _later;

    public Migrator(Database database)
        : this(database, [])
    {
    }

    /// <param name="later">Further scripts, by their short names, as a later version would have them.</param>
    internal Migrator(Database database, IReadOnlyList<SqlScript> later)
    {
        _database = database;
        _applied = new AppliedScripts(database);
        _later = later;
    }

    private string Folder => $"{typeof(Migrator).Namespace}.Scripts.{_database.Provider}.";

    /// <summary>Names of the scripts not yet applied, in order.</summary>
    /// <exception cref="SchemaException">The database does not go with this program.</exception>
    /// <exception cref="DbException">The database could not be opened.</exception>
    public IReadOnlyList<string> Pending()
    {
        var engine = Engine();
        RefuseOthers(engine);
        return [.. engine.GetScriptsToExecute().Select(script => script.Name)];
    }

    /// <summary>Applies what is pending, all of it or nothing.</summary>
    /// <returns>Names of the scripts applied now.</returns>
    /// <exception cref="SchemaException">The database does not go with this program, or a script failed.</exception>
    /// <exception cref="DbException">The database could not be opened.</exception>
    public IReadOnlyList<string> Migrate()
    {
        switch (_database.Provider)
        {
            case StorageProvider.Sqlite:
                CreateFolderOfSqlite();
                return Upgrade();
            case StorageProvider.PostgreSql:
                // Replicas start side by side: the first migrates, the others wait and find it done.
                using (var connection = new NpgsqlConnection(_database.ConnectionString))
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
                throw new InvalidOperationException($"unknown provider {_database.Provider}");
        }
    }

    private IReadOnlyList<string> Upgrade()
    {
        var engine = Engine();
        RefuseOthers(engine);
        var result = engine.PerformUpgrade();
        if (!result.Successful)
        {
            throw result.ErrorScript is { } script ? new SchemaException(SchemaFaultKind.Failed, AppliedScripts.ShortName(script.Name), result.Error) : result.Error;
        }

        _applied.Note(engine.GetDiscoveredScripts());
        return [.. result.Scripts.Select(script => script.Name)];
    }

    private void RefuseOthers(UpgradeEngine engine)
    {
        if (_applied.FaultOf(engine.GetDiscoveredScripts()) is { } fault)
        {
            throw fault;
        }
    }

    private UpgradeEngine Engine()
    {
        UpgradeEngineBuilder builder = _database.Provider switch
        {
            StorageProvider.PostgreSql => DeployChanges.To.PostgresqlDatabase(_database.ConnectionString),
            StorageProvider.Sqlite => DeployChanges.To.SqliteDatabase(_database.ConnectionString),
            var other => throw new InvalidOperationException($"unknown provider {other}"),
        };
        return builder
            .WithScriptsEmbeddedInAssembly(typeof(Migrator).Assembly, name => name.StartsWith(Folder, StringComparison.Ordinal))
            .WithScript($"{Folder}0017_journal_sealed.cs", new JournalSealing(_database.Provider))
            .WithScripts(_later.Select(script => new SqlScript(Folder + script.Name, script.Contents)))
            .WithTransaction()
            .WithExecutionTimeout(LongestScript)
            .LogToNowhere()
            .Build();
    }

    private void CreateFolderOfSqlite()
    {
        var file = new SqliteConnectionStringBuilder(_database.ConnectionString).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        // Readers go on beside the writer; the mode is kept in the file.
        using var connection = new SqliteConnection(_database.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma journal_mode = wal";
        command.ExecuteNonQuery();
    }
}
