using Sferum.Bot.Storage;

namespace Sferum.Bot.Benchmarks.Data;

/// <summary>What a bot keeps its state in.</summary>
internal enum Store
{
    None,
    EmptyPostgreSql,
    PostgreSql,
    Sqlite,
}

/// <summary>A database of one run; gone with its disposal.</summary>
internal sealed record StorePlace(StorageProvider Provider, string ConnectionString, string FilesPath, Func<Task> Remove) : IAsyncDisposable
{
    public static StorePlace Nowhere { get; } = new(StorageProvider.Sqlite, "", "", () => Task.CompletedTask);

    public async ValueTask DisposeAsync() => await Remove();
}
