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

    /// <summary>A column of a row set. A closed list of the types that the tables use.</summary>
    internal abstract record Column(string Name)
    {
        public abstract int Length { get; }

        public static Column Of(string name, IReadOnlyCollection<long> values) => new Numbers(name, [.. values]);

        public static Column Of(string name, IReadOnlyCollection<int?> values) => new Codes(name, [.. values]);

        public static Column Of(string name, IReadOnlyCollection<long?> values) => new NumbersOrNone(name, [.. values]);

        public static Column Of(string name, IReadOnlyCollection<string?> values) => new Texts(name, [.. values]);

        public static Column Of(string name, IReadOnlyCollection<DateTimeOffset> values) => new InstantsOf(name, [.. values]);

        internal abstract object ForPostgreSql();

        internal abstract void WriteForSqlite(Utf8JsonWriter json, int row);

        private sealed record Numbers(string Name, long[] Values) : Column(Name)
        {
            public override int Length => Values.Length;

            internal override object ForPostgreSql() => Values;

            internal override void WriteForSqlite(Utf8JsonWriter json, int row) => json.WriteNumberValue(Values[row]);
        }

        private sealed record NumbersOrNone(string Name, long?[] Values) : Column(Name)
        {
            public override int Length => Values.Length;

            internal override object ForPostgreSql() => Values;

            internal override void WriteForSqlite(Utf8JsonWriter json, int row) => WriteOrNull(json, Values[row]);
        }

        private sealed record Codes(string Name, int?[] Values) : Column(Name)
        {
            public override int Length => Values.Length;

            internal override object ForPostgreSql() => Values;

            internal override void WriteForSqlite(Utf8JsonWriter json, int row) => WriteOrNull(json, Values[row]);
        }

        private sealed record Texts(string Name, string?[] Values) : Column(Name)
        {
            public override int Length => Values.Length;

            internal override object ForPostgreSql() => Values;

            internal override void WriteForSqlite(Utf8JsonWriter json, int row) => json.WriteStringValue(Values[row]);
        }

        private sealed record InstantsOf(string Name, DateTimeOffset[] Values) : Column(Name)
        {
            public override int Length => Values.Length;

            internal override object ForPostgreSql() => Values.Select(at => at.ToUniversalTime()).ToArray();

            internal override void WriteForSqlite(Utf8JsonWriter json, int row) => json.WriteStringValue(Instants.ToText(Values[row]));
        }

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
    }
}
