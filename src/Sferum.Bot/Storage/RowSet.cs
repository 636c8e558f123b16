using System.Text.Json;
using LinqToDB;
using LinqToDB.Data;

namespace Sferum.Bot.Storage;

/// <summary>
/// Rows that travel with a statement as parameters, as many as there are, under one text of SQL: arrays through
/// <c>unnest</c> on PostgreSQL, one JSON text through <c>json_each</c> on SQLite. The statement names them like a table;
/// besides its columns each row has its place in <c>n</c>.
/// </summary>
internal sealed class RowSet
{
    private RowSet(string sql, DataParameter[] parameters)
    {
        Sql = sql;
        Parameters = parameters;
    }

    /// <summary>What stands in the place of a table after <c>from</c>, with its alias.</summary>
    public string Sql { get; }

    public DataParameter[] Parameters { get; }

    public static RowSet Of(StorageProvider provider, string alias, params ReadOnlySpan<Column> columns) => provider switch
    {
        StorageProvider.PostgreSql => ForPostgreSql(alias, columns),
        StorageProvider.Sqlite => ForSqlite(alias, columns),
        _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "unknown provider"),
    };

    private static RowSet ForPostgreSql(string alias, ReadOnlySpan<Column> columns)
    {
        var arrays = new List<string>(columns.Length);
        var names = new List<string>(columns.Length);
        var parameters = new List<DataParameter>(columns.Length);
        foreach (var column in columns)
        {
            var parameter = $"{alias}_{column.Name}";
            arrays.Add($"@{parameter}");
            names.Add(column.Name);
            parameters.Add(new DataParameter(parameter, column.ForPostgreSql()));
        }

        return new RowSet($"unnest({string.Join(", ", arrays)}) with ordinality as {alias} ({string.Join(", ", names)}, n)", [.. parameters]);
    }

    private static RowSet ForSqlite(string alias, ReadOnlySpan<Column> columns)
    {
        var selected = new List<string>(columns.Length);
        for (var i = 0; i < columns.Length; i++)
        {
            selected.Add($"value ->> {i} as {columns[i].Name}");
        }

        var length = columns.Length == 0 ? 0 : columns[0].Length;
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartArray();
            for (var row = 0; row < length; row++)
            {
                writer.WriteStartArray();
                foreach (var column in columns)
                {
                    column.WriteForSqlite(writer, row);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }

        var text = System.Text.Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length);
        return new RowSet(
            $"(select {string.Join(", ", selected)}, key + 1 as n from json_each(@{alias})) as {alias}", [new DataParameter(alias, text, DataType.NVarChar)]);
    }

    /// <summary>A column of a row set, of one of the types that the tables use.</summary>
    internal abstract record Column(string Name)
    {
        public abstract int Length { get; }

        public static Column Of(string name, IEnumerable<long> values) => new Values<long>(name, [.. values], (json, value) => json.WriteNumberValue(value));

        public static Column Of(string name, IEnumerable<long?> values) => new Values<long?>(name, [.. values], (json, value) => WriteOrNull(json, value));

        public static Column Of(string name, IEnumerable<int?> values) => new Values<int?>(name, [.. values], (json, value) => WriteOrNull(json, value));

        public static Column Of(string name, IEnumerable<string?> values) => new Values<string?>(name, [.. values], (json, value) => json.WriteStringValue(value));

        public static Column Of(string name, IEnumerable<DateTimeOffset> values) => new Values<DateTimeOffset>(
            name, [.. values.Select(at => at.ToUniversalTime())], (json, value) => json.WriteStringValue(Instants.ToText(value)));

        internal abstract object ForPostgreSql();

        internal abstract void WriteForSqlite(Utf8JsonWriter json, int row);

        private static void WriteOrNull(Utf8JsonWriter json, long? value)
        {
            if (value is { } number)
            {
                json.WriteNumberValue(number);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        private sealed record Values<T>(string Name, T[] All, Action<Utf8JsonWriter, T> Write) : Column(Name)
        {
            public override int Length => All.Length;

            internal override object ForPostgreSql() => All;

            internal override void WriteForSqlite(Utf8JsonWriter json, int row) => Write(json, All[row]);
        }
    }
}
