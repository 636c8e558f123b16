using System.Globalization;
using Npgsql;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Benchmarks.Data;

/// <summary>The throwaway server that <c>tests/postgres.sh</c> started: databases for one run each, copied from prepared ones.</summary>
internal sealed class Postgres(string server) : IAsyncDisposable
{
    private const string Empty = "template1";

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(server);
    private readonly List<string> _prepared = [];
    private int _count;

    /// <summary>A database without tables.</summary>
    public Task<StorePlace> EmptyAsync(CancellationToken cancellationToken) => CopyAsync(Empty, cancellationToken);

    /// <summary>A database with so many directors.</summary>
    public async Task<StorePlace> WithDirectorsAsync(int count, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bench_directors_{count}");
        if (!_prepared.Contains(name))
        {
            await ExecuteAsync($"drop database if exists {name} with (force)", cancellationToken);
            await ExecuteAsync($"create database {name}", cancellationToken);
            await Directors.FillAsync(StorageProvider.PostgreSql, Place(name), count, cancellationToken);
            NpgsqlConnection.ClearAllPools();
            await OnceAsync(name, "vacuum analyze", cancellationToken);
            _prepared.Add(name);
        }

        return await CopyAsync(name, cancellationToken);
    }

    /// <summary>What the server answers to one question, in a database or in that of the server.</summary>
    public async Task<string> AskAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand(sql);
        return $"{await command.ExecuteScalarAsync(cancellationToken)}";
    }

    /// <summary>Runs SQL in a database by a connection of its own, however long it takes.</summary>
    private static async Task RunAsync(string connectionString, string sql, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Fills a database as it would be after years, and leaves nothing of that to be tidied up while it is measured.</summary>
    public static async Task FillAsync(string connectionString, IEnumerable<string> fills, CancellationToken cancellationToken)
    {
        foreach (var sql in (string[])[.. fills, "vacuum analyze", "checkpoint"])
        {
            await RunAsync(connectionString, sql, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var name in _prepared)
        {
            await ExecuteAsync($"drop database if exists {name} with (force)", CancellationToken.None);
        }

        await _source.DisposeAsync();
    }

    private async Task<StorePlace> CopyAsync(string template, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bench_run_{++_count}");
        await ExecuteAsync($"drop database if exists {name} with (force)", cancellationToken);
        await ExecuteAsync($"create database {name} template {template}", cancellationToken);
        await ExecuteAsync("checkpoint", cancellationToken);
        var files = Directory.CreateTempSubdirectory("sferum-bench-");
        return new StorePlace(
            StorageProvider.PostgreSql,
            Place(name),
            files.FullName,
            async () =>
            {
                await ExecuteAsync($"drop database if exists {name} with (force)", CancellationToken.None);
                files.Delete(recursive: true);
            });
    }

    private string Place(string name) => new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;

    private Task OnceAsync(string name, string sql, CancellationToken cancellationToken) => RunAsync(Place(name), sql, cancellationToken);

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
