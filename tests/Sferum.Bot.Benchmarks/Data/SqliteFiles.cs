using Microsoft.Data.Sqlite;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Benchmarks.Data;

/// <summary>Database files for one run each, copied from prepared ones.</summary>
internal sealed class SqliteFiles : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sferum-bench-prepared-");

    /// <summary>A database with so many directors.</summary>
    public async Task<StorePlace> WithDirectorsAsync(int count, CancellationToken cancellationToken)
    {
        var prepared = Path.Combine(_folder.FullName, $"directors-{count}.db");
        if (!File.Exists(prepared))
        {
            await Directors.FillAsync(StorageProvider.Sqlite, $"Data Source={prepared}", count, cancellationToken);

            // Closing the last connection moves the log into the file.
            SqliteConnection.ClearAllPools();
        }

        var folder = Directory.CreateTempSubdirectory("sferum-bench-");
        var copy = Path.Combine(folder.FullName, "run.db");
        File.Copy(prepared, copy);
        return new StorePlace(
            StorageProvider.Sqlite,
            $"Data Source={copy}",
            Path.Combine(folder.FullName, "files"),
            () =>
            {
                folder.Delete(recursive: true);
                return Task.CompletedTask;
            });
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
