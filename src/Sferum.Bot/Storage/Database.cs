using System.Collections.Concurrent;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.DataProvider.PostgreSQL;
using LinqToDB.DataProvider.SQLite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Sferum.Bot.Storage;

/// <summary>
/// One way to both databases. Reading and writing happen in a transaction that is committed when the work returns and
/// rolled back when it throws; no transaction is to stay open over HTTP.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    /// <summary>More than this are not kept open.</summary>
    private const int MostSqliteSessions = 8;

    private readonly NpgsqlDataSource? _postgres;
    private readonly DataOptions _options;

    private readonly NpgsqlDataSource? _keyed;
    private readonly DataOptions _keyedOptions;

    // SQLite has one writer: waiting here in order is fair and quicker than its own busy polling.
    private readonly SemaphoreSlim? _sqliteWriter;

    private readonly ConcurrentStack<SqliteSession> _sqliteSessions = [];

    private volatile bool _isDisposed;

    public Database(IOptions<StorageOptions> options)
        : this(options.Value.Provider, options.Value.ConnectionString)
    {
    }

    public Database(StorageProvider provider, string connectionString)
    {
        Provider = provider;
        ConnectionString = connectionString;
        switch (provider)
        {
            case StorageProvider.PostgreSql:
                _postgres = NpgsqlDataSource.Create(Prepared(connectionString));
                _options = OptionsOf(_postgres);
                _keyed = ByKeys(Prepared(connectionString));
                _keyedOptions = OptionsOf(_keyed);
                break;
            case StorageProvider.Sqlite:
                _sqliteWriter = new SemaphoreSlim(1, 1);
                _options = new DataOptions()
                    .UseSQLite(connectionString, SQLiteProvider.Microsoft)
                    .UseMappingSchema(Instants.Sqlite);
                _keyedOptions = _options;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(provider), provider, "unknown provider");
        }
    }

    public StorageProvider Provider { get; }

    internal string ConnectionString { get; }

    /// <summary>
    /// Ends a query that picks rows to claim: PostgreSQL locks them and passes over those of other processes; on SQLite,
    /// where one transaction writes at a time, there is nothing to add.
    /// </summary>
    internal string SkipLocked(string alias) => Provider switch
    {
        StorageProvider.PostgreSql => $"for update of {alias} skip locked",
        StorageProvider.Sqlite => "",
        _ => throw new InvalidOperationException($"unknown provider {Provider}"),
    };

    /// <summary>An instant as a parameter of hand-written SQL: a bare <see cref="DataParameter"/> would not sort with what LINQ wrote.</summary>
    internal DataParameter Instant(string name, DateTimeOffset at) => Instants.Parameter(Provider, name, at);

    /// <summary>Rows as parameters of a hand-written statement.</summary>
    internal RowSet Rows(string alias, params ReadOnlySpan<RowSet.Column> columns) => RowSet.Of(Provider, alias, columns);

    /// <summary>Reads without a lasting lock; on SQLite beside a writer.</summary>
    public Task<T> ReadAsync<T>(Func<DataConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        ConnectedAsync(_options, work, cancellationToken);

    /// <summary>As <see cref="ReadAsync"/>, for what looks rows up by indexes as a transaction does.</summary>
    public Task<T> LookUpAsync<T>(Func<DataConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        ConnectedAsync(_keyedOptions, work, cancellationToken);

    /// <summary>
    /// Commits what <paramref name="work"/> wrote when it returns, rolls back when it throws. On PostgreSQL rows are looked up
    /// by indexes wherever there is one: see <see cref="ByKeys"/>.
    /// </summary>
    public async Task<T> InTransactionAsync<T>(Func<DataConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        if (_sqliteWriter is not null)
        {
            await _sqliteWriter.WaitAsync(cancellationToken);
        }

        try
        {
            return await ConnectedAsync(
                _keyedOptions,
                async (db, token) =>
                {
                    await using var transaction = await db.BeginTransactionAsync(token);
                    var result = await work(db, token);
                    using (StorageSteps.Begin(StorageSteps.Commit))
                    {
                        await transaction.CommitAsync(token);
                    }

                    return result;
                },
                cancellationToken);
        }
        finally
        {
            _sqliteWriter?.Release();
        }
    }

    /// <summary>Makes room in tables through which many rows pass where so many dead ones lie about; SQLite uses their place again by itself.</summary>
    /// <returns>False when they still lie there, because somebody may still see them.</returns>
    internal async Task<bool> VacuumAsync(IReadOnlyCollection<string> tables, long deadRows, CancellationToken cancellationToken)
    {
        if (_postgres is null)
        {
            return true;
        }

        await using var connection = await _postgres.OpenConnectionAsync(cancellationToken);
        var worn = await WornAsync();
        foreach (var table in worn)
        {
            // Nobody waits for it: cutting off the end would lock all others out, and who else does it already is let do it.
            await using var vacuum = new NpgsqlCommand($"vacuum (skip_locked, truncate off, index_cleanup on, parallel 0) {table}", connection);
            await vacuum.ExecuteNonQueryAsync(cancellationToken);
        }

        return worn.Count == 0 || (await WornAsync()).Count == 0;

        async Task<List<string>> WornAsync()
        {
            const string Sql =
                """
                select relname from pg_stat_user_tables
                where relid = any (array(select to_regclass(t) from unnest($1) t)) and n_dead_tup >= $2
                """;
            await using var ask = new NpgsqlCommand(Sql, connection);
            ask.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. tables] });
            ask.Parameters.Add(new NpgsqlParameter<long> { TypedValue = deadRows });
            await using var reader = await ask.ExecuteReaderAsync(cancellationToken);
            var found = new List<string>();
            while (await reader.ReadAsync(cancellationToken))
            {
                found.Add(reader.GetString(0));
            }

            return found;
        }
    }

    private async Task<T> ConnectedAsync<T>(DataOptions options, Func<DataConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        if (Provider != StorageProvider.Sqlite)
        {
            await using var db = new DataConnection(options);
            return await work(db, cancellationToken);
        }

        if (!_sqliteSessions.TryPop(out var session))
        {
            session = new SqliteSession(_options);
        }

        var isSound = false;
        try
        {
            var result = await work(session, cancellationToken);
            session.Settle();
            isSound = true;
            return result;
        }
        finally
        {
            // After a fault nobody knows in which state it is.
            if (isSound && !_isDisposed && _sqliteSessions.Count < MostSqliteSessions)
            {
                _sqliteSessions.Push(session);
            }
            else
            {
                await session.CloseForGoodAsync();
            }
        }
    }

    public Task InTransactionAsync(Func<DataConnection, CancellationToken, Task> work, CancellationToken cancellationToken) =>
        InTransactionAsync(
            async (db, token) =>
            {
                await work(db, token);
                return true;
            },
            cancellationToken);

    private static DataOptions OptionsOf(NpgsqlDataSource source) => new DataOptions()
        .UseConnectionFactory(PostgreSQLTools.GetDataProvider(PostgreSQLVersion.v15), _ => source.CreateConnection())
        .UseMappingSchema(Instants.PostgreSql);

    /// <summary>
    /// Sessions that never read a whole table where an index would do. A queue is empty when its statements are planned, and
    /// full of dead rows a minute later: then the plan that was cheapest reads them all, each time (measured: half of the
    /// replies per second after half a minute). What is read outside of transactions keeps the planner's own choice.
    /// </summary>
    private static NpgsqlDataSource ByKeys(string connectionString)
    {
        const string Settings = "set enable_seqscan = off; set jit = off";
        return new NpgsqlDataSourceBuilder(connectionString)
            .UsePhysicalConnectionInitializer(
                connection =>
                {
                    using var command = new NpgsqlCommand(Settings, connection);
                    command.ExecuteNonQuery();
                },
                async connection =>
                {
                    await using var command = new NpgsqlCommand(Settings, connection);
                    await command.ExecuteNonQueryAsync();
                })
            .Build();
    }

    /// <summary>
    /// The same few statements come again and again: they are planned once for each connection. Nothing is left in a
    /// session that would have to be reset, and what <see cref="ByKeys"/> has set must not be.
    /// </summary>
    private static string Prepared(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (settings.MaxAutoPrepare == 0)
        {
            settings.MaxAutoPrepare = 200;
            settings.AutoPrepareMinUsages = 2;
        }

        settings.NoResetOnClose = true;
        return settings.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        while (_sqliteSessions.TryPop(out var session))
        {
            await session.CloseForGoodAsync();
        }

        _sqliteWriter?.Dispose();
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }

        if (_keyed is not null)
        {
            await _keyed.DisposeAsync();
        }
    }
}
