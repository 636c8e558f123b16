using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Upgrades;

/// <summary>
/// What the present version leaves behind is kept for the versions after it: <c>SFERUM_KEEP_VERSION=1</c> writes its folder in
/// <c>Kept/</c>, once for each release.
/// </summary>
public abstract class KeepingSuite(DatabaseFixture fixture)
{
    private static readonly bool Keeps = Environment.GetEnvironmentVariable("SFERUM_KEEP_VERSION") == "1";

    [SkippableFact]
    public async Task An_office_can_be_lived_in_and_taken_along()
    {
        var (provider, connectionString, database) = await fixture.CreateWithSettingsAsync();
        var office = await LivedInOffice.FillAsync(database);
        var dump = await PlainDump.OfAsync(provider, connectionString);
        if (Keeps)
        {
            KeptVersion.Present.Keep(provider, dump);
            KeptVersion.Present.Keep(office);
        }

        var (_, other, cleanUp) = await fixture.CreateEmptyAsync();
        await PlainDump.LoadAsync(provider, other, dump);

        Assert.Equal((await StoredRows.ReadAsync(provider, connectionString)).All, (await StoredRows.ReadAsync(provider, other)).All);
        await cleanUp();
    }
}

public sealed class KeepingOnSqlite(SqliteFixture fixture) : KeepingSuite(fixture), IClassFixture<SqliteFixture>
{
    [Fact]
    public void The_present_version_is_kept() => Assert.True(
        KeptVersion.Present.IsKept, $"Nothing is kept of version {KeptVersion.Present.Name}: run the tests of Upgrades with SFERUM_KEEP_VERSION=1 and a PostgreSQL, and commit its folder.");
}

public sealed class KeepingOnPostgreSql(PostgreSqlFixture fixture) : KeepingSuite(fixture), IClassFixture<PostgreSqlFixture>;
