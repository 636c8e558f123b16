using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DbUp.Engine;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Sferum.Bot.Storage.Upgrades;

/// <summary>
/// What was applied to a database, beside DbUp's own list of names: the hash of each script's words, so that one that was
/// changed afterwards is noticed. The list is in DbUp's table, which it makes with the first script.
/// </summary>
internal sealed class AppliedScripts(Database database)
{
    private const string Table = "schemaversions";

    /// <summary>What keeps this program from the database; null: nothing.</summary>
    /// <param name="scripts">All of this program.</param>
    public SchemaException? FaultOf(IReadOnlyList<SqlScript> scripts)
    {
        var known = scripts.ToDictionary(script => script.Name, StringComparer.Ordinal);
        var last = known.Keys.Max(StringComparer.Ordinal);
        foreach (var (name, sha256) in Read())
        {
            if (!known.TryGetValue(name, out var script))
            {
                return new SchemaException(string.CompareOrdinal(name, last) > 0 ? SchemaFaultKind.Newer : SchemaFaultKind.Unknown, ShortName(name));
            }

            if (sha256.Length > 0 && IsSql(script) && sha256 != HashOf(script))
            {
                return new SchemaException(SchemaFaultKind.Changed, ShortName(name));
            }
        }

        return null;
    }

    /// <summary>Writes down how the scripts read that were applied now, or before there were hashes.</summary>
    public void Note(IEnumerable<SqlScript> scripts)
    {
        var bare = Read().Where(applied => applied.Sha256.Length == 0).Select(applied => applied.Name).ToHashSet(StringComparer.Ordinal);
        var toNote = scripts.Where(script => IsSql(script) && bare.Contains(script.Name)).ToList();
        if (toNote.Count == 0)
        {
            return;
        }

        // On SQLite it takes the place of the lock that PostgreSQL has for the whole upgrade.
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        if (!HasHashes(connection, transaction))
        {
            UpgradeCommand.Execute(Command, $"alter table {Table} add column sha256 text null");
        }

        foreach (var script in toNote)
        {
            UpgradeCommand.Execute(Command, $"update {Table} set sha256 = @sha256 where scriptname = @name and sha256 is null", ("sha256", HashOf(script)), ("name", script.Name));
        }

        transaction.Commit();

        DbCommand Command()
        {
            var command = connection.CreateCommand();
            command.Transaction = transaction;
            return command;
        }
    }

    /// <summary>Without the namespace of the provider's folder.</summary>
    public static string ShortName(string name)
    {
        var extension = name.LastIndexOf('.');
        return extension > 0 ? name[(name.LastIndexOf('.', extension - 1) + 1)..] : name;
    }

    /// <summary>A script of code has no words of its own.</summary>
    private static bool IsSql(SqlScript script) => script.Name.EndsWith(".sql", StringComparison.Ordinal);

    /// <summary>Ends of lines don't count: they hang on the machine on which the program was built.</summary>
    private static string HashOf(SqlScript script) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script.Contents.ReplaceLineEndings("\n"))));

    private List<(string Name, string Sha256)> Read()
    {
        using var connection = Open();
        if (!Exists(connection))
        {
            return [];
        }

        using var command = connection.CreateCommand();
        command.CommandText = HasHashes(connection) ? $"select scriptname, sha256 from {Table} order by scriptname" : $"select scriptname, null from {Table} order by scriptname";
        using var reader = command.ExecuteReader();
        var read = new List<(string, string)>();
        while (reader.Read())
        {
            read.Add((reader.GetString(0), reader.IsDBNull(1) ? "" : reader.GetString(1)));
        }

        return read;
    }

    private bool Exists(DbConnection connection) => Count(connection, database.Provider switch
    {
        StorageProvider.Sqlite => $"select count(*) from sqlite_master where type = 'table' and lower(name) = '{Table}'",
        StorageProvider.PostgreSql => $"select count(*) from information_schema.tables where table_schema = current_schema() and table_name = '{Table}'",
        var other => throw new InvalidOperationException($"unknown provider {other}"),
    }) > 0;

    private bool HasHashes(DbConnection connection, DbTransaction? transaction = null) => Count(connection, database.Provider switch
    {
        StorageProvider.Sqlite => $"select count(*) from pragma_table_info('{Table}') where name = 'sha256'",
        StorageProvider.PostgreSql => $"select count(*) from information_schema.columns where table_schema = current_schema() and table_name = '{Table}' and column_name = 'sha256'",
        var other => throw new InvalidOperationException($"unknown provider {other}"),
    }, transaction) > 0;

    private static long Count(DbConnection connection, string sql, DbTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private DbConnection Open()
    {
        DbConnection connection = database.Provider switch
        {
            StorageProvider.Sqlite => new SqliteConnection(database.ConnectionString),
            StorageProvider.PostgreSql => new NpgsqlConnection(database.ConnectionString),
            var other => throw new InvalidOperationException($"unknown provider {other}"),
        };
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
