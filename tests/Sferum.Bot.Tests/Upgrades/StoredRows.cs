using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Tests.Upgrades;

/// <summary>Everything that stands in a database, table by table, whatever the program knows of it.</summary>
internal sealed class StoredRows
{
    private readonly Dictionary<string, List<Dictionary<string, string>>> _tables = new(StringComparer.Ordinal);

    public IEnumerable<string> Tables => _tables.Keys;

    public IReadOnlyList<IReadOnlyDictionary<string, string>> this[string table] => _tables[table];

    /// <summary>As one text, for «nothing has changed»: tables, columns and rows.</summary>
    public string All => string.Join('\n', _tables.OrderBy(table => table.Key, StringComparer.Ordinal)
        .SelectMany(table => table.Value.Select(row => $"{table.Key}: {string.Join(" | ", row.Select(column => $"{column.Key}={column.Value}"))}").Order(StringComparer.Ordinal).Prepend(table.Key)));

    public bool Has(string table) => _tables.ContainsKey(table);

    public static async Task<StoredRows> ReadAsync(StorageProvider provider, string connectionString)
    {
        await using DbConnection connection = provider == StorageProvider.Sqlite ? new SqliteConnection(connectionString) : new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var tables = await QueryAsync(connection, provider == StorageProvider.Sqlite
            ? "select lower(name) as name from sqlite_master where type = 'table' and name not like 'sqlite%'"
            : "select table_name as name from information_schema.tables where table_schema = 'public'");
        var read = new StoredRows();
        foreach (var table in tables.Select(row => row["name"]))
        {
            read._tables[table] = await QueryAsync(connection, $"select * from {table}");
        }

        return read;
    }

    /// <summary>Rows of a table, of these columns only, in an order of their own.</summary>
    public IEnumerable<string> Of(string table, IReadOnlyCollection<string> columns) => _tables[table]
        .Select(row => string.Join(" | ", columns.Select(column => $"{column}={row[column]}")))
        .Order(StringComparer.Ordinal);

    private static async Task<List<Dictionary<string, string>>> QueryAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Dictionary<string, string>>();
        while (await reader.ReadAsync())
        {
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(
                i => reader.GetName(i).ToLowerInvariant(),
                i => reader.IsDBNull(i) ? "null" : reader.GetValue(i) is DateTime at ? at.ToString("O", CultureInfo.InvariantCulture) : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture) ?? ""));
        }

        return rows;
    }
}
