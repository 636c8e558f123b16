using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Orders;

public abstract class CertificateSuite(DatabaseFixture fixture)
{
    private const string Hash = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    [SkippableFact]
    public async Task A_statement_is_found_by_its_number_with_the_hash_of_what_was_given_out()
    {
        var district = await District.CreateAsync(fixture);

        var (result, number) = await IssueAsync(district, District.HeadOfFirst, district.First);

        Assert.Equal(WriteResult.Done, result);
        Assert.Equal(new Certificate(number, district.First, Hash, district.Clock.GetUtcNow()), await FindAsync(district, number));
        Assert.NotEqual(number, (await IssueAsync(district, District.HeadOfFirst, district.First)).Number);
    }

    [SkippableFact]
    public async Task A_number_of_another_entry_or_of_none_is_no_statement()
    {
        var district = await District.CreateAsync(fixture);
        var (_, number) = await IssueAsync(district, District.HeadOfFirst, district.First);

        foreach (var other in new[] { number - 1, number + 1, 0, -1, long.MaxValue })
        {
            Assert.Null(await FindAsync(district, other));
        }
    }

    [SkippableFact]
    public async Task Only_who_acts_for_the_institution_gets_its_statement()
    {
        var district = await District.CreateAsync(fixture);
        foreach (var intruder in new[] { District.HeadOfSecond, District.Stranger, District.Specialist, District.Deputy, 0 })
        {
            Assert.Equal((WriteResult.NotAllowed, 0), await IssueAsync(district, intruder, district.First));
        }

        await district.BecomeDeputyAsync();
        Assert.Equal(WriteResult.Done, (await IssueAsync(district, District.Deputy, district.First)).Result);
        Assert.Single(await district.JournalAsync("certificate_issued"));
    }

    private static Task<(WriteResult Result, long Number)> IssueAsync(District district, long person, long institution) =>
        district.WriteAsync((db, token) => district.Certificates.IssueAsync(db, person, institution, Hash, token));

    private static Task<Certificate?> FindAsync(District district, long number) =>
        district.WriteAsync((db, token) => district.Certificates.FindAsync(db, number, token));
}

public sealed class CertificateOnSqlite(SqliteFixture fixture) : CertificateSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class CertificateOnPostgreSql(PostgreSqlFixture fixture) : CertificateSuite(fixture), IClassFixture<PostgreSqlFixture>;
