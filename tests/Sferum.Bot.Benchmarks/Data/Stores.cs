namespace Sferum.Bot.Benchmarks.Data;

/// <summary>A fresh place to keep state in, for each run.</summary>
internal sealed class Stores(Postgres postgres, SqliteFiles files)
{
    public Task<StorePlace> NewAsync(Store store, int directors, CancellationToken cancellationToken) => store switch
    {
        Store.None => Task.FromResult(StorePlace.Nowhere),
        Store.EmptyPostgreSql => postgres.EmptyAsync(cancellationToken),
        Store.PostgreSql => postgres.WithDirectorsAsync(directors, cancellationToken),
        Store.Sqlite => files.WithDirectorsAsync(directors, cancellationToken),
        _ => throw new InvalidOperationException($"Unknown store {store}."),
    };
}
