using LinqToDB.Data;
using Microsoft.Extensions.Logging.Abstractions;
using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Messaging;

public sealed class QueueSweeperTests(PostgreSqlFixture fixture) : IClassFixture<PostgreSqlFixture>
{
    private const int Passing = 3_000;

    [SkippableFact]
    public async Task Dead_rows_of_a_queue_do_not_pile_up()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.StoreAsync([.. Enumerable.Range(1, Passing).Select(i => new IncomingEvent($"e{i}", i, i, new Incoming.Consent(true)))]);
        Assert.Equal(Passing, (await pipeline.HandleAsync(Passing)).Count);
        using var sweeper = new QueueSweeper(
            pipeline.Database, new Leadership(pipeline.Database, pipeline.Clock, NullLogger<Leadership>.Instance), pipeline.Clock, NullLogger<QueueSweeper>.Instance);

        // The server counts dead rows with some delay.
        await Eventually.TrueAsync(
            async () =>
            {
                await sweeper.SweepAsync(default);
                return await AskAsync(pipeline, "select vacuum_count from pg_stat_user_tables where relname = 'inbox'") != "0";
            },
            () => "nothing was swept",
            TimeSpan.FromSeconds(60));
    }

    [SkippableFact]
    public async Task Transactions_never_read_a_whole_queue_and_reports_may_read_a_whole_table()
    {
        var database = (await Pipeline.CreateAsync(fixture)).Database;

        Assert.Equal("off", await database.InTransactionAsync(WholeTablesAsync, default));
        Assert.Equal("off", await database.LookUpAsync(WholeTablesAsync, default));
        Assert.Equal("on", await database.ReadAsync(WholeTablesAsync, default));

        static Task<string> WholeTablesAsync(DataConnection db, CancellationToken token) => db.ExecuteAsync<string>("show enable_seqscan", token);
    }

    private static Task<string> AskAsync(Pipeline pipeline, string sql) =>
        pipeline.Database.ReadAsync(async (db, token) => $"{await db.ExecuteAsync<long>(sql, token)}", default);
}
