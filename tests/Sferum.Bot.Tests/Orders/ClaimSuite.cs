using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Orders;

public abstract class ClaimSuite(DatabaseFixture fixture)
{
    [SkippableFact]
    public async Task A_code_makes_its_bearer_head_once()
    {
        var district = await District.CreateAsync(fixture);
        var code = await IssueAsync(district);

        var post = new Post(new Institution(district.First, "МОУ «Первая»", "МОУ"), PostRole.Head, district.Clock.GetUtcNow(), null);
        Assert.Equal(new CodeCheck(CodeVerdict.Valid, post), await CheckAsync(district, District.Stranger, code));
        Assert.Equal(WriteResult.Done, await ClaimAsync(district, District.Stranger, code));
        Assert.Equal(CodeVerdict.Used, (await CheckAsync(district, District.HeadOfSecond, code)).Verdict);
        Assert.Equal(WriteResult.NotAllowed, await ClaimAsync(district, District.HeadOfSecond, code));
        Assert.Equal("МОУ «Первая»", (await district.PersonAsync(District.Stranger)).Current!.Name);
    }

    [SkippableFact]
    public async Task A_code_expires()
    {
        var district = await District.CreateAsync(fixture);
        var code = await IssueAsync(district);

        district.Clock.Advance(ClaimStore.CodeLife);

        Assert.Equal(CodeVerdict.Expired, (await CheckAsync(district, District.Stranger, code)).Verdict);
        Assert.Equal(WriteResult.NotAllowed, await ClaimAsync(district, District.Stranger, code));
    }

    [SkippableFact]
    public async Task Guessing_is_stopped_for_the_person_after_five_wrong_codes_and_goes_on_after_an_hour()
    {
        var district = await District.CreateAsync(fixture);
        var code = await IssueAsync(district);
        for (var i = 0; i < ClaimStore.FailuresPerPerson; i++)
        {
            Assert.Equal(CodeVerdict.Unknown, (await CheckAsync(district, District.Stranger, "ZZZZ2222")).Verdict);
            await FailAsync(district, District.Stranger);
        }

        Assert.Equal(CodeVerdict.Blocked, (await CheckAsync(district, District.Stranger, code)).Verdict);
        Assert.Equal([(District.Stranger, "codes_guessed")], await StopsAsync(district));
        Assert.Equal(WriteResult.NotAllowed, await ClaimAsync(district, District.Stranger, code));
        Assert.Equal(CodeVerdict.Valid, (await CheckAsync(district, District.HeadOfSecond, code)).Verdict);

        district.Clock.Advance(ClaimStore.FailureWindow);
        Assert.Equal(WriteResult.Done, await ClaimAsync(district, District.Stranger, code));
    }

    [SkippableFact]
    public async Task A_new_head_takes_over_and_the_one_before_has_no_rights_left()
    {
        var district = await District.CreateAsync(fixture);
        var code = await IssueAsync(district);

        Assert.Equal(WriteResult.Done, await ClaimAsync(district, District.Stranger, code));

        Assert.Null((await district.PersonAsync(District.HeadOfFirst)).Current);
        Assert.Equal(WriteResult.NotAllowed, (await district.SubmitAsync(District.HeadOfFirst, district.First)).Result);
        Assert.Equal(WriteResult.Done, (await district.SubmitAsync(District.Stranger, district.First)).Result);
    }

    [SkippableFact]
    public async Task A_second_code_for_ones_own_institution_changes_nothing_else()
    {
        var district = await District.CreateAsync(fixture);
        var code = await IssueAsync(district);

        Assert.Equal(WriteResult.Done, await ClaimAsync(district, District.HeadOfFirst, code));

        Assert.Single((await district.PersonAsync(District.HeadOfFirst)).Institutions);
    }

    [SkippableFact]
    public async Task The_head_of_two_institutions_acts_for_the_one_he_chose()
    {
        var district = await District.CreateAsync(fixture);
        await ClaimAsync(district, District.HeadOfSecond, await IssueAsync(district));

        Assert.Equal(district.First, (await district.PersonAsync(District.HeadOfSecond)).Current!.Id);
        await district.WriteAsync((db, token) => district.People.ChooseInstitutionAsync(db, District.HeadOfSecond, district.Second, token));

        var person = await district.PersonAsync(District.HeadOfSecond);
        Assert.Equal((2, district.Second), (person.Institutions.Count, person.Current!.Id));
    }

    [SkippableFact]
    public async Task One_who_is_stopped_and_goes_on_does_not_stop_the_others()
    {
        var district = await District.CreateAsync(fixture);
        var code = await IssueAsync(district);
        for (var i = 0; i < ClaimStore.FailuresOverall + 1; i++)
        {
            await FailAsync(district, District.Stranger);
        }

        Assert.Equal(CodeVerdict.Blocked, (await CheckAsync(district, District.Stranger, code)).Verdict);
        Assert.Equal(CodeVerdict.Valid, (await CheckAsync(district, District.HeadOfSecond, code)).Verdict);
    }

    [SkippableFact]
    public async Task Guessing_by_many_is_stopped_too()
    {
        var district = await District.CreateAsync(fixture);
        var code = await IssueAsync(district);
        for (var i = 0; i < ClaimStore.FailuresOverall + 20; i++)
        {
            await FailAsync(district, 10_000 + i);
        }

        Assert.Equal(CodeVerdict.Blocked, (await CheckAsync(district, District.Stranger, code)).Verdict);
        Assert.Equal([(0L, "codes_stopped")], await StopsAsync(district));
    }

    private static Task<List<(long, string)>> StopsAsync(District district) => district.WriteAsync((db, token) => Task.FromResult(
        LinqToDB.DataExtensions.GetTable<JournalRecord>(db).Where(j => j.Action.StartsWith("codes_")).OrderBy(j => j.Seq).AsEnumerable().Select(j => (j.ActorId, j.Action)).ToList()));

    [SkippableFact]
    public async Task The_database_does_not_hold_the_code()
    {
        var district = await District.CreateAsync(fixture);
        var code = await IssueAsync(district);

        var kept = await district.WriteAsync((db, token) => Task.FromResult(LinqToDB.DataExtensions.GetTable<ClaimCodeRecord>(db).Select(c => c.CodeHash).ToList()));

        Assert.DoesNotContain(kept, hash => hash.Contains(code, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Codes_are_well_formed_and_differ()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => ClaimCode.New()).ToArray();

        Assert.All(codes, code => Assert.True(ClaimCode.IsWellFormed(code)));
        Assert.Equal(codes.Length, codes.Distinct().Count());
        Assert.Equal("ABCD-2345", ClaimCode.Print("ABCD2345"));
    }

    [Fact]
    public void A_code_as_it_is_printed_is_read_back_by_the_dialogs() =>
        Assert.All(
            Enumerable.Range(0, 1000).Select(_ => ClaimCode.New()),
            code => Assert.Equal(code, Sferum.Bot.Dialogs.DialogInputs.ClaimCodeIn(ClaimCode.Print(code), new DateOnly(2024, 4, 15))));

    private static Task<string> IssueAsync(District district) => district.WriteAsync((db, token) => district.Claims.IssueAsync(db, 0, district.First, token));

    private static Task<CodeCheck> CheckAsync(District district, long person, string code) =>
        district.WriteAsync((db, token) => district.Claims.CheckAsync(db, person, code, token));

    private static async Task<WriteResult> ClaimAsync(District district, long person, string code) => (await district.ClaimAsync(person, code)).Result;

    private static Task<bool> FailAsync(District district, long person) => district.WriteAsync(async (db, token) =>
    {
        await district.Claims.CountFailureAsync(db, person, token);
        return true;
    });
}

public sealed class ClaimOnSqlite(SqliteFixture fixture) : ClaimSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class ClaimOnPostgreSql(PostgreSqlFixture fixture) : ClaimSuite(fixture), IClassFixture<PostgreSqlFixture>;
