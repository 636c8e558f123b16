using System.Security.Cryptography;
using System.Text;
using LinqToDB;
using LinqToDB.Data;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;
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
    public async Task Only_who_acts_for_the_institution_and_the_specialist_get_its_statement()
    {
        var district = await District.CreateAsync(fixture);
        foreach (var intruder in new[] { District.HeadOfSecond, District.Stranger, District.Deputy, 0 })
        {
            Assert.Equal((WriteResult.NotAllowed, 0), await IssueAsync(district, intruder, district.First));
        }

        await district.BecomeDeputyAsync();
        Assert.Equal(WriteResult.Done, (await IssueAsync(district, District.Deputy, district.First)).Result);
        Assert.Equal(WriteResult.Done, (await IssueAsync(district, District.Specialist, district.First)).Result);
        Assert.Equal(2, (await district.JournalAsync("certificate_issued")).Count);
    }

    [SkippableFact]
    public async Task A_statement_is_found_in_what_was_copied_out_of_a_chat()
    {
        var district = await District.CreateAsync(fixture);
        var (_, number) = await IssueAsync(district, District.HeadOfFirst, district.First, HashOf(Statement));

        var check = await CheckAsync(district, $"Бот\r\n12:30\r\n{Statement.ReplaceLineEndings("\r\n")}\r\nСправка № {number}\r\nещё слова\r\n");

        var genuine = Assert.IsType<CertificateCheck.Genuine>(check);
        Assert.Equal(number, genuine.Certificate.Number);
        Assert.Equal("МОУ «Первая»", genuine.Institution);
    }

    [SkippableFact]
    public async Task A_statement_with_one_letter_changed_or_of_another_number_is_not_genuine()
    {
        var district = await District.CreateAsync(fixture);
        var (_, number) = await IssueAsync(district, District.HeadOfFirst, district.First, HashOf(Statement));

        Assert.Equal(new CertificateCheck.Altered(number), await CheckAsync(district, $"{Statement.Replace("не сдано", "принято", StringComparison.Ordinal)}\nСправка № {number}"));
        Assert.Equal(new CertificateCheck.Unknown(), await CheckAsync(district, $"{Statement}\nСправка № {number + 1}"));
        Assert.Equal(new CertificateCheck.Unknown(), await CheckAsync(district, Statement));
        Assert.Equal(new CertificateCheck.Unknown(), await CheckAsync(district, ""));
    }

    [SkippableFact]
    public async Task A_journal_that_was_changed_proves_nothing()
    {
        var district = await District.CreateAsync(fixture);
        var (_, number) = await IssueAsync(district, District.HeadOfFirst, district.First, HashOf(Statement));
        await district.WriteAsync(async (db, token) =>
        {
            await db.ExecuteAsync(
                district.Database.Provider == StorageProvider.Sqlite ? "drop trigger journal_is_not_updated" : "drop trigger journal_is_append_only on journal", token);
            return await db.GetTable<JournalRecord>().Where(j => j.Seq == 1).Set(j => j.ActorId, 666).UpdateAsync(token);
        });

        Assert.Equal(new CertificateCheck.JournalBroken(1), await CheckAsync(district, $"{Statement}\nСправка № {number}"));
    }

    private const string Statement = "Справка об исполнении\nУправление\n\nПриказ № 223-09: принято 0 из 9.\n• 1.1 Издать акт: не сдано";

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static Task<CertificateCheck> CheckAsync(District district, string text) => district.Certificates.CheckAsync(text, default);

    private static Task<(WriteResult Result, long Number)> IssueAsync(District district, long person, long institution, string hash = Hash) =>
        district.WriteAsync((db, token) => district.Certificates.IssueAsync(db, person, institution, hash, token));

    private static Task<Certificate?> FindAsync(District district, long number) =>
        district.WriteAsync((db, token) => district.Certificates.FindAsync(db, number, token));
}

public sealed class CertificateOnSqlite(SqliteFixture fixture) : CertificateSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class CertificateOnPostgreSql(PostgreSqlFixture fixture) : CertificateSuite(fixture), IClassFixture<PostgreSqlFixture>;
