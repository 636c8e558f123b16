using Sferum.Bot.Messaging;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Messaging;

public abstract class TalkSuite(DatabaseFixture fixture)
{
    private const long Anna = 5;

    [SkippableFact]
    public async Task A_talk_lasts_until_its_latest_end_and_ends_at_once_when_told()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        var talks = new TalkStore(pipeline.Database, pipeline.Clock);
        var now = pipeline.Clock.GetUtcNow();

        await pipeline.Database.InTransactionAsync((db, token) => talks.OpenAsync(db, Anna, 9, now.AddMinutes(30), token), default);
        await pipeline.Database.InTransactionAsync((db, token) => talks.OpenAsync(db, Anna, 9, now.AddMinutes(10), token), default);
        Assert.Equal(now.AddMinutes(30), Assert.Single(await LoadAsync(pipeline)).Value);

        await pipeline.Database.InTransactionAsync((db, token) => talks.OpenAsync(db, Anna, 9, now.AddMinutes(40), token), default);
        Assert.Equal(now.AddMinutes(40), Assert.Single(await LoadAsync(pipeline)).Value);

        await pipeline.Database.InTransactionAsync((db, token) => talks.EndAsync(db, Anna, token), default);
        Assert.Empty(await LoadAsync(pipeline));
    }

    [SkippableFact]
    public async Task Talks_that_are_long_over_are_removed()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        var talks = new TalkStore(pipeline.Database, pipeline.Clock);
        await pipeline.Database.InTransactionAsync((db, token) => talks.OpenAsync(db, Anna, 9, pipeline.Clock.GetUtcNow().AddMinutes(30), token), default);

        await pipeline.PruneAsync();
        Assert.Single(await LoadAsync(pipeline));
        pipeline.Clock.Advance(TimeSpan.FromDays(9));
        await pipeline.PruneAsync();

        Assert.Empty(await LoadAsync(pipeline));
    }

    private static Task<IReadOnlyDictionary<long, DateTimeOffset>> LoadAsync(Pipeline pipeline) =>
        pipeline.Database.ReadAsync((db, token) => TalkStore.LoadAsync(db, [Anna, 6], token), default);
}

public sealed class TalkOnSqlite(SqliteFixture fixture) : TalkSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class TalkOnPostgreSql(PostgreSqlFixture fixture) : TalkSuite(fixture), IClassFixture<PostgreSqlFixture>;
