using LinqToDB;
using LinqToDB.Async;
using Sferum.Bot.Messaging;
using Sferum.Bot.Tests.Crash;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.EndToEnd;

/// <summary>One person writes thousands of messages in a moment; the bot is a process of its own.</summary>
public abstract class FloodSuite(DatabaseFixture fixture)
{
    private const int Messages = 4_000;

    /// <summary>What is taken up while the flood goes on is answered too: only what waits is limited.</summary>
    private const int MostWaiting = 2 * InboxStore.MostWaiting;

    [SkippableFact]
    public async Task Others_are_answered_in_time_and_the_flooder_without_a_pile()
    {
        await using var office = await TestOffice.OpenAsync(fixture);
        office.Write(TestOffice.Director, "привет");
        await office.ExpectAsync(TestOffice.Director, "Согласны?");
        for (var i = 0; i < Messages; i++)
        {
            office.Write(TestOffice.Stranger, $"флуд {i}");
        }

        var most = 0;
        using var over = new CancellationTokenSource();
        var watch = WatchAsync(office, waiting => most = Math.Max(most, waiting), over.Token);

        office.Press(TestOffice.Director, "Согласен");
        await office.ExpectAsync(TestOffice.Director, "Кто вы?");

        await office.ExpectAsync(TestOffice.Stranger, "слишком много сразу");
        await Eventually.TrueAsync(async () => await WaitingAsync(office) == 0, () => "the pile was not worked off", TimeSpan.FromSeconds(60));
        await over.CancelAsync();
        await watch;
        Assert.InRange(most, 1, MostWaiting);

        office.Write(TestOffice.Stranger, "меню");
        await office.ExpectAsync(TestOffice.Stranger, "Согласны?");
    }

    private static async Task WatchAsync(TestOffice office, Action<int> seen, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            seen(await WaitingAsync(office));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
        }
    }

    /// <summary>Events and answers of the flooder.</summary>
    private static Task<int> WaitingAsync(TestOffice office) => office.Database.ReadAsync(
        async (db, token) => await db.GetTable<InboxRecord>().CountAsync(row => row.PeerId == TestOffice.Stranger, token)
            + await db.GetTable<OutboxRecord>().CountAsync(row => row.PeerId == TestOffice.Stranger, token),
        CancellationToken.None);
}

[Collection(Alone.Name)]
public sealed class FloodOnSqlite(SqliteFixture fixture) : FloodSuite(fixture), IClassFixture<SqliteFixture>;

[Collection(Alone.Name)]
public sealed class FloodOnPostgreSql(PostgreSqlFixture fixture) : FloodSuite(fixture), IClassFixture<PostgreSqlFixture>;
