using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Npgsql;
using Sferum.Bot.Storage;
using Sferum.Bot.Storage.Backups;

namespace Sferum.Bot.Tests.Upgrades;

/// <summary>A database as the SQL that makes it anew, schema and rows, without a word of the machine on which it was.</summary>
internal static partial class PlainDump
{
    public static async Task<string> OfAsync(StorageProvider provider, string connectionString) =>
        provider == StorageProvider.Sqlite ? await OfSqliteAsync(connectionString) : await OfPostgreSqlAsync(connectionString);

    public static async Task LoadAsync(StorageProvider provider, string connectionString, string dump)
    {
        // Nothing of the session is to go on into those of the bot.
        await using DbConnection connection = provider == StorageProvider.Sqlite
            ? new SqliteConnection(connectionString)
            : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = provider == StorageProvider.Sqlite ? $"pragma journal_mode = wal;\nbegin;\n{dump}\ncommit;" : dump;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> OfPostgreSqlAsync(string connectionString)
    {
        var file = Path.GetTempFileName();
        try
        {
            await PostgreSqlTool.RunAsync(
                null, "pg_dump", connectionString, default, "--inserts", "--rows-per-insert=500", "--no-owner", "--no-privileges", "--schema=public", "--file", file);
            return OfTheServer().Replace(await File.ReadAllTextAsync(file), "");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> OfSqliteAsync(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        var sql = new StringBuilder();
        var tables = new List<string>();
        var others = new List<string>();
        foreach (var row in await RowsAsync(connection, "select type, name, sql from sqlite_master where sql is not null and name not like 'sqlite%' order by rowid"))
        {
            (row[0] is "table" ? tables : others).Add(row[0] is "table" ? (string)row[1]! : (string)row[2]!);
            if (row[0] is "table")
            {
                sql.Append(row[2]).Append(";\n");
            }
        }

        foreach (var table in tables.Append("sqlite_sequence"))
        {
            var rows = await RowsAsync(connection, $"select * from {table}");
            if (table == "sqlite_sequence")
            {
                // The rows have filled it with numbers of their own.
                sql.Append("delete from sqlite_sequence;\n");
            }

            if (rows.Count > 0)
            {
                sql.Append(CultureInfo.InvariantCulture, $"insert into {table} values\n").AppendJoin(",\n", rows.Select(row => $"({string.Join(", ", row.Select(Literal))})")).Append(";\n");
            }
        }

        return sql.AppendJoin("", others.Select(other => other + ";\n")).ToString();
    }

    private static async Task<List<object?[]>> RowsAsync(SqliteConnection connection, string query)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        }

        return rows;
    }

    private static string Literal(object? value) => value switch
    {
        null => "null",
        byte[] bytes => $"x'{Convert.ToHexStringLower(bytes)}'",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null",
    };

    /// <summary>Comments, settings of pg_dump's session, commands of psql, and the schema that every database has.</summary>
    [GeneratedRegex(@"^(--.*|SET \w+ = .*|SELECT pg_catalog\.set_config.*|\\(un)?restrict .*|CREATE SCHEMA public;|)\r?\n", RegexOptions.Multiline)]
    private static partial Regex OfTheServer();
}
