using System.Data.Common;
using LinqToDB.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Sferum.Bot.Storage;

/// <summary>
/// Hand-written statements that go to the database together and run in their order: on PostgreSQL in one round trip,
/// planned once for each connection; on SQLite, where there is no way to go, one after the other. A turn of one event
/// costs as many round trips as it has, hardly more for what they carry.
/// </summary>
internal sealed class RoundTrip
{
    private readonly DataConnection _db;
    private readonly List<Part> _parts = [];

    private RoundTrip(DataConnection db)
    {
        _db = db;
        Provider = db.DataProvider.Name.StartsWith("PostgreSQL", StringComparison.Ordinal) ? StorageProvider.PostgreSql : StorageProvider.Sqlite;
    }

    public StorageProvider Provider { get; }

    /// <summary>One that will run within the transaction of this connection, if it has one.</summary>
    public static RoundTrip On(DataConnection db) => new(db);

    /// <summary>Numbers to look rows up by, as a parameter of a statement.</summary>
    public NumberSet Numbers(string name, IEnumerable<long> numbers) => new(Provider, name, numbers);

    /// <summary>Rows as parameters of a statement.</summary>
    public RowSet Rows(string alias, params ReadOnlySpan<RowSet.Column> columns) => RowSet.Of(Provider, alias, columns);

    /// <summary>An instant as a parameter of a statement.</summary>
    public DataParameter Instant(string name, DateTimeOffset at) => Instants.Parameter(Provider, name, at);

    /// <summary>A statement that answers with rows; the answer is there after <see cref="RunAsync(CancellationToken)"/>.</summary>
    public Answer<T> Ask<T>(string sql, Func<Row, T> read, params IEnumerable<DataParameter> parameters)
    {
        var answer = new Answer<T>(sql, [.. parameters], read);
        _parts.Add(answer);
        return answer;
    }

    /// <summary>A statement that changes rows.</summary>
    /// <param name="changed">Told how many it changed.</param>
    public void Do(string sql, IEnumerable<DataParameter> parameters, Action<int>? changed = null) => _parts.Add(new Change(sql, [.. parameters], changed));

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (_parts.Count == 0)
        {
            return;
        }

        var connection = await _db.OpenDbConnectionAsync(cancellationToken);
        switch (Provider)
        {
            case StorageProvider.PostgreSql:
                await RunAsync((NpgsqlConnection)connection, cancellationToken);
                break;
            case StorageProvider.Sqlite:
                await RunAsync((SqliteSession)_db, (SqliteConnection)connection, cancellationToken);
                break;
            default:
                throw new InvalidOperationException($"unknown provider {Provider}");
        }
    }

    private async Task RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var part in _parts)
        {
            var command = new NpgsqlBatchCommand(part.Sql);
            foreach (var parameter in part.Parameters)
            {
                command.Parameters.Add(new NpgsqlParameter(parameter.Name, parameter.Value ?? DBNull.Value));
            }

            batch.BatchCommands.Add(command);
        }

        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            // Statements without rows have no result here.
            foreach (var part in _parts.Where(part => part.HasRows))
            {
                await part.ReadAsync(reader, cancellationToken);
                await reader.NextResultAsync(cancellationToken);
            }
        }

        for (var i = 0; i < _parts.Count; i++)
        {
            _parts[i].End(batch.BatchCommands[i].RecordsAffected);
        }
    }

    private async Task RunAsync(SqliteSession session, SqliteConnection connection, CancellationToken cancellationToken)
    {
        foreach (var part in _parts)
        {
            await using var command = session.Prepare(connection, part.Sql);
            foreach (var parameter in part.Parameters)
            {
                command.Parameters.AddWithValue(parameter.Name, parameter.Value ?? DBNull.Value);
            }

            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await part.ReadAsync(reader, cancellationToken);
            await reader.CloseAsync();
            part.End(reader.RecordsAffected);
        }
    }

    /// <summary>What came of a statement that answers with rows.</summary>
    internal sealed class Answer<T>(string sql, DataParameter[] parameters, Func<Row, T> read) : Part(sql, parameters)
    {
        private readonly List<T> _rows = [];
        private bool _isThere;

        public IReadOnlyList<T> Rows => _isThere ? _rows : throw new InvalidOperationException("nobody has asked yet");

        internal override bool HasRows => true;

        internal override async Task ReadAsync(DbDataReader reader, CancellationToken cancellationToken)
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                _rows.Add(read(new Row(reader)));
            }
        }

        internal override void End(int rows) => _isThere = true;
    }

    private sealed class Change(string sql, DataParameter[] parameters, Action<int>? changed) : Part(sql, parameters)
    {
        internal override bool HasRows => false;

        internal override Task ReadAsync(DbDataReader reader, CancellationToken cancellationToken) => Task.CompletedTask;

        internal override void End(int rows) => changed?.Invoke(rows);
    }

    internal abstract class Part(string sql, DataParameter[] parameters)
    {
        public string Sql { get; } = sql;

        public DataParameter[] Parameters { get; } = parameters;

        internal abstract bool HasRows { get; }

        internal abstract Task ReadAsync(DbDataReader reader, CancellationToken cancellationToken);

        internal abstract void End(int rows);
    }
}

/// <summary>A row as it comes from either database, by the place of its columns.</summary>
internal readonly struct Row(DbDataReader reader)
{
    public object? Value(int column) => reader.IsDBNull(column) ? null : reader.GetValue(column);

    public long Long(int column) => reader.GetInt64(column);

    public long? LongOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public int Int(int column) => reader.GetInt32(column);

    public int? IntOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    public bool Flag(int column) => reader.GetBoolean(column);

    public string Text(int column) => reader.GetString(column);

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);

    public DateOnly Day(int column) => reader.GetFieldValue<DateOnly>(column);

    public DateOnly? DayOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateOnly>(column);

    public DateTimeOffset Instant(int column) => reader.GetFieldValue<DateTimeOffset>(column);

    public DateTimeOffset? InstantOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
