using LinqToDB.Data;
using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Orders;

public abstract class HandOverSuite(DatabaseFixture fixture)
{
    [SkippableFact]
    public async Task A_head_hands_over_by_one_code_and_stays_until_it_is_entered()
    {
        var district = await District.CreateAsync(fixture);

        var (result, code) = await HandOverAsync(district, District.HeadOfFirst, district.First);

        Assert.Equal(WriteResult.Done, result);
        Assert.Equal(district.Clock.GetUtcNow() + ClaimStore.PassedCodeLife, code!.ExpiresAt);
        Assert.NotNull((await district.PersonAsync(District.HeadOfFirst)).PostAt(district.First));

        var (claimed, claim) = await district.ClaimAsync(District.Stranger, code.Code);
        Assert.Equal(WriteResult.Done, claimed);
        Assert.Equal([District.HeadOfFirst], claim!.ReplacedHeads);
        Assert.Equal((district.First, PostRole.Head, district.Clock.GetUtcNow()), (claim.Post.Institution.Id, claim.Post.Role, claim.Post.Since));
        Assert.Empty((await district.PersonAsync(District.HeadOfFirst)).Posts);
        Assert.Equal(PostRole.Head, (await district.PersonAsync(District.Stranger)).CurrentPost!.Role);
        Assert.Single(await district.JournalAsync("handed_over"));
        Assert.Equal($$"""{"replaced.0":"{{District.HeadOfFirst}}","role":"head"}""", (await district.JournalAsync("claimed"))[^1]);
    }

    [SkippableFact]
    public async Task A_code_of_a_head_is_good_for_a_week()
    {
        var district = await District.CreateAsync(fixture);
        var (_, code) = await HandOverAsync(district, District.HeadOfFirst, district.First);

        district.Clock.Advance(ClaimStore.PassedCodeLife - TimeSpan.FromSeconds(1));
        Assert.Equal(CodeVerdict.Valid, await VerdictAsync(district, code!.Code));
        district.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(CodeVerdict.Expired, await VerdictAsync(district, code.Code));
    }

    [SkippableFact]
    public async Task Only_a_present_head_of_the_institution_hands_it_over_or_invites_to_it()
    {
        var district = await District.CreateAsync(fixture);
        await district.BecomeDeputyAsync();

        foreach (var intruder in new[] { District.Deputy, District.HeadOfSecond, District.Stranger, District.Specialist, 0, -1 })
        {
            Assert.Equal((WriteResult.NotAllowed, null), await HandOverAsync(district, intruder, district.First));
            Assert.Equal((WriteResult.NotAllowed, null), await InviteAsync(district, intruder, district.First, 0, 10));
        }

        await district.ClaimAsync(District.Stranger, (await HandOverAsync(district, District.HeadOfFirst, district.First)).Code!.Code);
        Assert.Equal((WriteResult.NotAllowed, null), await HandOverAsync(district, District.HeadOfFirst, district.First));
        Assert.Equal((WriteResult.NotAllowed, null), await InviteAsync(district, District.HeadOfFirst, district.First, 0, 10));
        Assert.Single(await district.JournalAsync("deputy_invited"));
    }

    [SkippableFact]
    public async Task A_code_for_a_head_and_one_for_a_deputy_do_not_replace_each_other()
    {
        var district = await District.CreateAsync(fixture);
        var (_, head) = await HandOverAsync(district, District.HeadOfFirst, district.First);
        var (_, deputy) = await InviteAsync(district, District.HeadOfFirst, district.First, 0, 10);
        Assert.Equal((CodeVerdict.Valid, CodeVerdict.Valid), (await VerdictAsync(district, head!.Code), await VerdictAsync(district, deputy!.Code)));

        var (_, second) = await InviteAsync(district, District.HeadOfFirst, district.First, 0, 10);
        Assert.Equal((CodeVerdict.Valid, CodeVerdict.Expired), (await VerdictAsync(district, head.Code), await VerdictAsync(district, deputy.Code)));

        await district.WriteAsync((db, token) => district.Claims.IssueAsync(db, 0, district.First, token));
        Assert.Equal((CodeVerdict.Expired, CodeVerdict.Valid), (await VerdictAsync(district, head.Code), await VerdictAsync(district, second!.Code)));
    }

    [SkippableFact]
    public async Task What_a_replaced_head_has_passed_on_opens_nothing_any_more()
    {
        var district = await District.CreateAsync(fixture);
        var office = await district.WriteAsync((db, token) => district.Claims.IssueAsync(db, 0, district.First, token));
        var (_, invitation) = await InviteAsync(district, District.HeadOfFirst, district.First, 0, 10);

        await district.ClaimAsync(District.Stranger, office);

        Assert.Equal(CodeVerdict.Expired, await VerdictAsync(district, invitation!.Code));
        Assert.Equal(WriteResult.NotAllowed, (await district.ClaimAsync(District.Deputy, invitation.Code)).Result);
    }

    [SkippableFact]
    public async Task An_open_invitation_of_a_deputy_is_no_open_code_of_the_roster()
    {
        var district = await District.CreateAsync(fixture);
        await InviteAsync(district, District.HeadOfFirst, district.First, 0, 10);

        var known = await district.WriteAsync((db, token) => district.Roster.KnownAsync(db, token));

        Assert.Equal((true, 0), known.Where(i => i.Id == district.First).Select(i => (i.Joined, i.OpenCodes)).Single());
    }

    [SkippableFact]
    public async Task A_code_of_before_there_were_deputies_is_that_of_a_head()
    {
        var district = await District.CreateAsync(fixture);
        var code = ClaimCode.New();
        await district.WriteAsync((db, token) => db.ExecuteAsync(
            "insert into claim_code (institution_id, code_hash, issued_at, expires_at) values (@institution, @hash, @now, @later)",
            new { institution = district.First, hash = ClaimCode.HashOf(code), now = district.Clock.GetUtcNow(), later = district.Clock.GetUtcNow().AddDays(1) },
            token));

        Assert.Equal(PostRole.Head, (await district.ClaimAsync(District.Stranger, code)).Claim!.Post.Role);
    }

    [SkippableFact]
    public async Task Two_who_enter_one_code_at_once_are_one_head()
    {
        var district = await District.CreateAsync(fixture);
        var (_, code) = await HandOverAsync(district, District.HeadOfFirst, district.First);

        var results = await Task.WhenAll(district.ClaimAsync(District.Stranger, code!.Code), district.ClaimAsync(District.HeadOfSecond, code.Code));

        Assert.Equal([WriteResult.Done, WriteResult.NotAllowed], results.Select(r => r.Result).Order());
        Assert.Equal(1, new[] { await district.PersonAsync(District.Stranger), await district.PersonAsync(District.HeadOfSecond) }
            .Count(person => person.PostAt(district.First) is not null));
    }

    private static Task<(WriteResult Result, IssuedCode? Code)> HandOverAsync(District district, long head, long institution) =>
        district.WriteAsync((db, token) => district.Claims.HandOverAsync(db, head, institution, token));

    private static Task<(WriteResult Result, IssuedCode? Code)> InviteAsync(District district, long head, long institution, int since, int until)
    {
        var now = district.Clock.GetUtcNow();
        return district.WriteAsync((db, token) => district.Claims.InviteDeputyAsync(db, head, institution, now.AddDays(since), now.AddDays(until), token));
    }

    private static async Task<CodeVerdict> VerdictAsync(District district, string code) =>
        (await district.WriteAsync((db, token) => district.Claims.CheckAsync(db, District.Specialist, code, token))).Verdict;
}

public sealed class HandOverOnSqlite(SqliteFixture fixture) : HandOverSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class HandOverOnPostgreSql(PostgreSqlFixture fixture) : HandOverSuite(fixture), IClassFixture<PostgreSqlFixture>;
