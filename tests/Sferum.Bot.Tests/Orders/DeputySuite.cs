using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Orders;

public abstract class DeputySuite(DatabaseFixture fixture)
{
    [SkippableFact]
    public async Task A_deputy_reports_from_the_first_instant_of_his_time_to_the_last()
    {
        var district = await District.CreateAsync(fixture);
        await district.BecomeDeputyAsync(days: 2, afterDays: 1);
        Assert.Equal(WriteResult.NotAllowed, (await district.SubmitAsync(District.Deputy, district.First)).Result);
        Assert.Empty((await district.PersonAsync(District.Deputy)).Posts);

        district.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(WriteResult.Done, (await district.SubmitAsync(District.Deputy, district.First)).Result);
        Assert.Equal(PostRole.Deputy, (await district.PersonAsync(District.Deputy)).CurrentPost!.Role);

        district.Clock.Advance(TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1));
        Assert.Equal(WriteResult.Done, (await district.SubmitAsync(District.Deputy, district.First, number: "13-од")).Result);
        district.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(WriteResult.NotAllowed, (await district.SubmitAsync(District.Deputy, district.First, number: "14-од")).Result);
        Assert.Empty((await district.PersonAsync(District.Deputy)).Posts);
    }

    [SkippableFact]
    public async Task A_deputy_replaces_nobody_and_reports_for_no_other_institution()
    {
        var district = await District.CreateAsync(fixture);
        await district.BecomeDeputyAsync();

        Assert.Equal(PostRole.Head, (await district.PersonAsync(District.HeadOfFirst)).CurrentPost!.Role);
        Assert.Equal(WriteResult.Done, (await district.SubmitAsync(District.HeadOfFirst, district.First)).Result);
        Assert.Equal(WriteResult.NotAllowed, (await district.SubmitAsync(District.Deputy, district.Second)).Result);
        Assert.Equal("""{"role":"deputy"}""", (await district.JournalAsync("claimed"))[^1]);
    }

    [SkippableFact]
    public async Task A_code_tells_beforehand_as_what_and_for_how_long_it_lets_in()
    {
        var district = await District.CreateAsync(fixture);
        var since = district.Clock.GetUtcNow().AddDays(1);
        var (_, code) = await InviteAsync(district, since, since.AddDays(14));

        var check = await district.WriteAsync((db, token) => district.Claims.CheckAsync(db, District.Stranger, code!.Code, token));
        var (_, claim) = await district.ClaimAsync(District.Stranger, code!.Code);

        var post = new Post(new Institution(district.First, "МОУ «Первая»", "МОУ"), PostRole.Deputy, since, since.AddDays(14));
        Assert.Equal(post, check.Post);
        Assert.Equal(post, claim!.Post);
        Assert.Empty(claim.ReplacedHeads);
    }

    [SkippableTheory]
    [InlineData(0, 0, "no time at all")]
    [InlineData(5, 4, "ends before it begins")]
    [InlineData(-10, -1, "is over already")]
    [InlineData(-1, 0, "is over now")]
    [InlineData(0, 367, "ends too far ahead")]
    public async Task A_time_that_is_none_is_refused(int since, int until, string why)
    {
        var district = await District.CreateAsync(fixture);
        var now = district.Clock.GetUtcNow();

        Assert.True((WriteResult.NotAllowed, null) == await InviteAsync(district, now.AddDays(since), now.AddDays(until)), why);
        Assert.Empty(await district.JournalAsync("deputy_invited"));
        Assert.Equal(WriteResult.Done, (await InviteAsync(district, now.AddDays(since), now.AddDays(366))).Result);
    }

    [SkippableFact]
    public async Task A_code_for_a_deputy_is_good_no_longer_than_his_time()
    {
        var district = await District.CreateAsync(fixture);
        var now = district.Clock.GetUtcNow();

        var (_, code) = await InviteAsync(district, now, now.AddDays(2));
        Assert.Equal(now.AddDays(2), code!.ExpiresAt);
        district.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(WriteResult.NotAllowed, (await district.ClaimAsync(District.Stranger, code.Code)).Result);
        now = district.Clock.GetUtcNow();
        Assert.Equal(now + ClaimStore.PassedCodeLife, (await InviteAsync(district, now, now.AddDays(30))).Code!.ExpiresAt);
    }

    [SkippableFact]
    public async Task A_head_who_enters_the_code_he_made_changes_nothing_and_the_deputy_can_still_enter_it()
    {
        var district = await District.CreateAsync(fixture);
        var now = district.Clock.GetUtcNow();
        var (_, code) = await InviteAsync(district, now, now.AddDays(10));

        var (result, claim) = await district.ClaimAsync(District.HeadOfFirst, code!.Code);

        Assert.Equal((WriteResult.Unchanged, PostRole.Head), (result, claim!.Post.Role));
        Assert.Equal(WriteResult.Done, (await district.ClaimAsync(District.Deputy, code.Code)).Result);
        Assert.Equal(WriteResult.NotAllowed, (await district.ClaimAsync(District.Stranger, code.Code)).Result);
    }

    [SkippableFact]
    public async Task Present_and_future_deputies_are_listed_and_former_ones_are_not()
    {
        var district = await District.CreateAsync(fixture);
        await district.BecomeDeputyAsync(days: 1);
        var now = district.Clock.GetUtcNow();
        var (_, code) = await InviteAsync(district, now.AddDays(3), now.AddDays(5));
        await district.ClaimAsync(District.Stranger, code!.Code);

        var deputies = await DeputiesAsync(district);
        Assert.Equal([District.Deputy, District.Stranger], deputies.Select(d => d.PersonId));
        Assert.Equal((now.AddDays(3), now.AddDays(5)), (deputies[1].Since, deputies[1].Until));

        district.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal([District.Stranger], (await DeputiesAsync(district)).Select(d => d.PersonId));
        district.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Empty(await DeputiesAsync(district));
    }

    [SkippableFact]
    public async Task A_head_ends_a_deputys_time_at_once()
    {
        var district = await District.CreateAsync(fixture);
        await district.BecomeDeputyAsync();
        var deputy = Assert.Single(await DeputiesAsync(district));

        Assert.Equal((WriteResult.Done, District.Deputy), await EndAsync(district, District.HeadOfFirst, district.First, deputy.MembershipId));

        Assert.Equal(WriteResult.NotAllowed, (await district.SubmitAsync(District.Deputy, district.First)).Result);
        Assert.Empty(await DeputiesAsync(district));
        Assert.Equal((WriteResult.Unchanged, District.Deputy), await EndAsync(district, District.HeadOfFirst, district.First, deputy.MembershipId));
        Assert.Equal([$$"""{"deputy":"{{District.Deputy}}"}"""], await district.JournalAsync("deputy_ended"));
    }

    [SkippableFact]
    public async Task A_time_that_has_not_begun_can_be_ended_and_never_begins()
    {
        var district = await District.CreateAsync(fixture);
        await district.BecomeDeputyAsync(afterDays: 2);

        await EndAsync(district, District.HeadOfFirst, district.First, Assert.Single(await DeputiesAsync(district)).MembershipId);
        district.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Empty((await district.PersonAsync(District.Deputy)).Posts);
    }

    [SkippableFact]
    public async Task Nobody_ends_a_deputy_of_another_institution_or_a_head_whatever_number_he_forges()
    {
        var district = await District.CreateAsync(fixture);
        await district.BecomeDeputyAsync();
        var deputy = Assert.Single(await DeputiesAsync(district)).MembershipId;

        foreach (var intruder in new[] { District.Deputy, District.HeadOfSecond, District.Stranger, District.Specialist, 0 })
        {
            Assert.Equal((WriteResult.NotAllowed, 0), await EndAsync(district, intruder, district.First, deputy));
        }

        Assert.Equal((WriteResult.NotFound, 0), await EndAsync(district, District.HeadOfSecond, district.Second, deputy));
        foreach (var forged in Enumerable.Range(-1, 10).Select(id => (long)id).Where(id => id != deputy))
        {
            Assert.Equal((WriteResult.NotFound, 0), await EndAsync(district, District.HeadOfFirst, district.First, forged));
        }

        Assert.Single(await DeputiesAsync(district));
        Assert.NotNull((await district.PersonAsync(District.HeadOfFirst)).CurrentPost);
        Assert.NotNull((await district.PersonAsync(District.HeadOfSecond)).CurrentPost);
    }

    [SkippableFact]
    public async Task A_deputy_who_becomes_head_is_deputy_no_more()
    {
        var district = await District.CreateAsync(fixture);
        await district.BecomeDeputyAsync();
        var (_, code) = await district.WriteAsync((db, token) => district.Claims.HandOverAsync(db, District.HeadOfFirst, district.First, token));

        await district.ClaimAsync(District.Deputy, code!.Code);

        var post = Assert.Single((await district.PersonAsync(District.Deputy)).Posts);
        Assert.Equal((PostRole.Head, null), (post.Role, post.Until));
        Assert.Empty(await DeputiesAsync(district));
        district.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(WriteResult.Done, (await district.SubmitAsync(District.Deputy, district.First)).Result);
    }

    [SkippableFact]
    public async Task A_head_who_is_deputy_elsewhere_switches_between_both()
    {
        var district = await District.CreateAsync(fixture);
        var now = district.Clock.GetUtcNow();
        var (_, code) = await InviteAsync(district, now, now.AddDays(10));
        await district.ClaimAsync(District.HeadOfSecond, code!.Code);

        var person = await district.PersonAsync(District.HeadOfSecond);
        Assert.Equal((district.First, PostRole.Deputy), (person.CurrentPost!.Institution.Id, person.CurrentPost.Role));
        Assert.Equal(PostRole.Head, person.PostAt(district.Second)!.Role);

        await district.WriteAsync((db, token) => district.People.ChooseInstitutionAsync(db, District.HeadOfSecond, district.Second, token));
        Assert.Equal(PostRole.Head, (await district.PersonAsync(District.HeadOfSecond)).CurrentPost!.Role);

        await district.WriteAsync((db, token) => district.People.ChooseInstitutionAsync(db, District.HeadOfSecond, district.First, token));
        district.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(district.Second, (await district.PersonAsync(District.HeadOfSecond)).Current!.Id);
    }

    [SkippableFact]
    public async Task An_institution_whose_deputy_has_come_is_joined_once()
    {
        var district = await District.CreateAsync(fixture);
        await district.BecomeDeputyAsync();

        Assert.Equal(2, await district.WriteAsync((db, token) => district.Roster.CountJoinedAsync(db, token)));
    }

    [Fact]
    public void Who_is_head_and_deputy_at_one_institution_counts_once_and_as_head()
    {
        var school = new Institution(1, "МОУ «Первая»", "МОУ");
        var at = DateTimeOffset.UnixEpoch;
        var person = new Person(
            1, false, null, false, null,
            [new Post(school, PostRole.Deputy, at, at.AddDays(1)), new Post(school, PostRole.Head, at, null), new Post(school, PostRole.Deputy, at, at.AddDays(2))]);

        Assert.Equal([school], person.Institutions);
        Assert.Equal(PostRole.Head, person.CurrentPost!.Role);
        Assert.Equal(at.AddDays(2), (person with { Posts = [person.Posts[0], person.Posts[2]] }).PostAt(1)!.Until);
        Assert.Null(person.PostAt(2));
    }

    private static Task<(WriteResult Result, IssuedCode? Code)> InviteAsync(District district, DateTimeOffset since, DateTimeOffset until) =>
        district.WriteAsync((db, token) => district.Claims.InviteDeputyAsync(db, District.HeadOfFirst, district.First, since, until, token));

    private static Task<(WriteResult Result, long PersonId)> EndAsync(District district, long head, long institution, long membership) =>
        district.WriteAsync((db, token) => district.Memberships.EndDeputyAsync(db, head, institution, membership, token));

    private static async Task<List<Deputy>> DeputiesAsync(District district) =>
        [.. (await district.WriteAsync((db, token) => district.Memberships.DeputiesAsync(db, [district.First], token)))[district.First]];
}

public sealed class DeputyOnSqlite(SqliteFixture fixture) : DeputySuite(fixture), IClassFixture<SqliteFixture>;

public sealed class DeputyOnPostgreSql(PostgreSqlFixture fixture) : DeputySuite(fixture), IClassFixture<PostgreSqlFixture>;
