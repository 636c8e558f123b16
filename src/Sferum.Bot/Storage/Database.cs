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
                _options = new DataOptions()
                    .UseConnectionFactory(PostgreSQLTools.GetDataProvider(PostgreSQLVersion.v15), _ => _postgres.CreateConnection())
                    .UseMappingSchema(Instants.PostgreSql);
                break;
            case StorageProvider.Sqlite:
                _sqliteWriter = new SemaphoreSlim(1, 1);
                _options = new DataOptions()
                    .UseSQLite(connectionString, SQLiteProvider.Microsoft)
                    .UseMappingSchema(Instants.Sqlite);
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
        ConnectedAsync(work, cancellationToken);

    /// <summary>Commits what <paramref name="work"/> wrote when it returns, rolls back when it throws.</summary>
    public async Task<T> InTransactionAsync<T>(Func<DataConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        if (_sqliteWriter is not null)
        {
            await _sqliteWriter.WaitAsync(cancellationToken);
        }

        try
        {
            return await ConnectedAsync(
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

    private async Task<T> ConnectedAsync<T>(Func<DataConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        if (Provider != StorageProvider.Sqlite)
        {
            await using var db = new DataConnection(_options);
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

    /// <summary>
    /// The same few statements come again and again: they are planned once for each connection. Nothing is left in a
    /// session that would have to be reset.
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
    }
}
