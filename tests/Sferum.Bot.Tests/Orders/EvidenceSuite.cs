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
        Assert.Equal(["""{"attachment":"photo1_22","sha256":"abc"}"""], await district.JournalAsync("file_stored"));
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
            var given = await district.Evidence.RecordFailedAsync(file, "no answer", forGood: false, default);
            Assert.Equal(
                attempt < EvidenceStore.MostAttempts ? null : new FailedFile(file.Id, District.HeadOfFirst, "photo1_22", "photo", ""), given);
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

    [SkippableFact]
    public async Task A_file_that_can_never_be_had_is_given_up_at_once_and_told_once()
    {
        var district = await District.CreateAsync(fixture);
        await RegisterAsync(district, "photo1_22");
        var file = Assert.Single(await district.Evidence.ClaimPendingAsync(10, default));

        Assert.NotNull(await district.Evidence.RecordFailedAsync(file, "too large", forGood: true, default));
        Assert.Null(await district.Evidence.RecordFailedAsync(file, "too large", forGood: true, default));

        Assert.Equal(["too large"], await district.WriteAsync((db, token) => db.GetTable<EvidenceFileRecord>().Select(f => f.FailReason).ToListAsync(token)));
        district.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await district.Evidence.ClaimPendingAsync(10, default));
    }

    [SkippableFact]
    public async Task A_file_that_could_not_be_had_is_tried_anew_when_it_is_sent_anew()
    {
        var district = await District.CreateAsync(fixture);
        await RegisterAsync(district, "photo1_22");
        await district.Evidence.RecordFailedAsync(Assert.Single(await district.Evidence.ClaimPendingAsync(10, default)), "gone", forGood: true, default);

        await RegisterAsync(district, "photo1_22", url: null);
        Assert.Empty(await district.Evidence.ClaimPendingAsync(10, default));
        await RegisterAsync(district, "photo1_22", url: "https://files.example/2");

        var again = Assert.Single(await district.Evidence.ClaimPendingAsync(10, default));
        Assert.Equal(("https://files.example/2", 1), (again.Url, again.Attempt));
        Assert.Equal([null], await district.WriteAsync((db, token) => db.GetTable<EvidenceFileRecord>().Select(f => f.FailReason).ToListAsync(token)));
    }

    [SkippableFact]
    public async Task The_newer_address_of_a_waiting_file_is_tried_before_it_is_given_up()
    {
        var district = await District.CreateAsync(fixture);
        await RegisterAsync(district, "photo1_22");
        var old = Assert.Single(await district.Evidence.ClaimPendingAsync(10, default));
        await RegisterAsync(district, "photo1_22", url: "https://files.example/2");

        Assert.Null(await district.Evidence.RecordFailedAsync(old, "expired", forGood: true, default));

        district.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("https://files.example/2", Assert.Single(await district.Evidence.ClaimPendingAsync(10, default)).Url);
    }

    [SkippableFact]
    public async Task A_fetched_file_that_is_sent_again_is_not_fetched_again()
    {
        var district = await District.CreateAsync(fixture);
        await RegisterAsync(district, "photo1_22");
        await district.Evidence.RecordStoredAsync(Assert.Single(await district.Evidence.ClaimPendingAsync(10, default)).Id, "abc", 5, default);

        await RegisterAsync(district, "photo1_22", url: "https://files.example/2");
        district.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Empty(await district.Evidence.ClaimPendingAsync(10, default));
    }

    [SkippableFact]
    public async Task A_file_belongs_to_the_lines_whose_newest_version_holds_it()
    {
        var district = await District.CreateAsync(fixture);
        await RegisterAsync(district, "photo1_22");
        await RegisterAsync(district, "photo1_23");
        var files = (await district.Evidence.ClaimPendingAsync(10, default)).Select(f => f.Id).Order().ToArray();

        await district.SubmitAsync(District.HeadOfFirst, district.First);
        await district.SubmitAsync(District.HeadOfFirst, district.First, "1.1.b");
        Assert.Equal(["1.1.a", "1.1.b"], await LinesAsync(district, files[0]));
        Assert.Empty(await LinesAsync(district, files[1]));

        await district.SubmitAsync(District.HeadOfFirst, Line(district), District.Answers().SetItem("files.0", "photo1_23"));
        Assert.Equal(["1.1.b"], await LinesAsync(district, files[0]));
        Assert.Equal(["1.1.a"], await LinesAsync(district, files[1]));

        await district.SubmitAsync(District.HeadOfFirst, Line(district), new ReportContent.NotApplicable("не про нас"));
        Assert.Empty(await LinesAsync(district, files[1]));
    }

    [SkippableFact]
    public async Task A_deputy_who_corrects_the_rest_keeps_the_files_of_the_head()
    {
        var district = await District.CreateAsync(fixture);
        await RegisterAsync(district, "photo1_22");
        var file = Assert.Single(await district.Evidence.ClaimPendingAsync(10, default)).Id;
        await district.SubmitAsync(District.HeadOfFirst, district.First);
        await district.BecomeDeputyAsync();

        await district.SubmitAsync(District.Deputy, district.First, number: "13-од");

        Assert.Equal(["1.1.a"], await LinesAsync(district, file));
    }

    [SkippableFact]
    public async Task A_file_that_another_sent_is_bound_to_nothing_when_its_name_is_forged()
    {
        var district = await District.CreateAsync(fixture);
        await RegisterAsync(district, "photo1_22", person: District.HeadOfFirst);
        var file = Assert.Single(await district.Evidence.ClaimPendingAsync(10, default)).Id;

        await district.SubmitAsync(District.HeadOfFirst, district.First);

        Assert.Equal(WriteResult.Done, (await district.SubmitAsync(District.HeadOfSecond, district.Second)).Result);

        Assert.Equal([Line(district)], await district.WriteAsync((db, token) => district.Evidence.LinesOfFileAsync(db, file, token)));
    }

    private static ReportLine Line(District district) => new(district.First, "223-09", "1.1.a");

    private static async Task<IEnumerable<string>> LinesAsync(District district, long file) =>
        (await district.WriteAsync((db, token) => district.Evidence.LinesOfFileAsync(db, file, token))).Select(line => line.Point);

    private static Task<bool> RegisterAsync(
        District district, string id, string? url = "https://files.example/1", long person = District.HeadOfFirst) =>
        district.WriteAsync(async (db, token) =>
        {
            await district.Evidence.RegisterAsync(db, person, [new NewEvidence(id, "photo", "", 5, url)], token);
            return true;
        });
}

public sealed class EvidenceOnSqlite(SqliteFixture fixture) : EvidenceSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class EvidenceOnPostgreSql(PostgreSqlFixture fixture) : EvidenceSuite(fixture), IClassFixture<PostgreSqlFixture>;
