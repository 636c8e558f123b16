using LinqToDB;
using LinqToDB.Async;
using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Orders;

public abstract class EvidenceSuite(DatabaseFixture fixture)
{
    [SkippableFact]
    public async Task A_file_is_fetched_once_and_its_hash_stands_in_the_journal()
    {
        var district = await District.CreateAsync(fixture);
        await RegisterAsync(district, "photo1_22");
        await RegisterAsync(district, "photo1_22");

        var file = Assert.Single(await district.Evidence.ClaimPendingAsync(10, default));
        Assert.Empty(await district.Evidence.ClaimPendingAsync(10, default));
        await district.Evidence.RecordStoredAsync(file.Id, "abc", 5, default);
        await district.Evidence.RecordStoredAsync(file.Id, "another", 6, default);
        district.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Empty(await district.Evidence.ClaimPendingAsync(10, default));
        Assert.Equal(["""{"attachment":"photo1_22","sha256":"abc"}"""], await JournalAsync(district, "file_stored"));
    }

    [SkippableFact]
    public async Task A_failed_fetch_is_tried_again_later_and_given_up_in_the_end()
    {
        var district = await District.CreateAsync(fixture);
        await RegisterAsync(district, "photo1_22");

        for (var attempt = 1; attempt <= EvidenceStore.MostAttempts; attempt++)
        {
            var file = Assert.Single(await district.Evidence.ClaimPendingAsync(10, default));
            Assert.Equal(attempt, file.Attempt);
            await district.Evidence.RecordFailedAsync(file, forGood: false, default);
            Assert.Empty(await district.Evidence.ClaimPendingAsync(10, default));
            district.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Empty(await district.Evidence.ClaimPendingAsync(10, default));
    }

    [SkippableFact]
    public async Task A_file_without_an_address_is_known_but_not_fetched()
    {
        var district = await District.CreateAsync(fixture);

        await RegisterAsync(district, "photo1_22", url: null);

        Assert.Empty(await district.Evidence.ClaimPendingAsync(10, default));
    }

    private static Task<bool> RegisterAsync(District district, string id, string? url = "https://files.example/1") =>
        district.WriteAsync(async (db, token) =>
        {
            await district.Evidence.RegisterAsync(db, District.HeadOfFirst, [new NewEvidence(id, "photo", "", 5, url)], token);
            return true;
        });

    private static Task<List<string>> JournalAsync(District district, string action) =>
        district.WriteAsync((db, token) => db.GetTable<JournalRecord>().Where(entry => entry.Action == action).Select(entry => entry.Data).ToListAsync(token));
}

public sealed class EvidenceOnSqlite(SqliteFixture fixture) : EvidenceSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class EvidenceOnPostgreSql(PostgreSqlFixture fixture) : EvidenceSuite(fixture), IClassFixture<PostgreSqlFixture>;
