using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Storage;

public abstract class MigratorSuite(DatabaseFixture fixture)
{
    [SkippableFact]
    public async Task An_empty_database_gets_every_script_and_a_second_run_does_nothing()
    {
        var (provider, connectionString, cleanUp) = await fixture.CreateEmptyAsync();
        await using (var database = new Database(provider, connectionString))
        {
            var migrator = new Migrator(database);

            var pending = migrator.Pending();
            var applied = migrator.Migrate();

            Assert.NotEmpty(pending);
            Assert.Equal(pending, applied);
            Assert.Empty(migrator.Pending());
            Assert.Empty(migrator.Migrate());
        }

        await cleanUp();
    }

    [Fact]
    public void Both_providers_have_the_same_scripts()
    {
        static string[] Scripts(StorageProvider provider) =>
        [
            .. typeof(Migrator).Assembly.GetManifestResourceNames()
                .Where(name => name.Contains($".Scripts.{provider}.", StringComparison.Ordinal))
                .Select(name => name[(name.IndexOf($"{provider}.", StringComparison.Ordinal) + provider.ToString().Length)..])
                .Order(StringComparer.Ordinal),
        ];

        Assert.Equal(Scripts(StorageProvider.Sqlite), Scripts(StorageProvider.PostgreSql));
    }
}

public sealed class MigratorOnSqlite(SqliteFixture fixture) : MigratorSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class MigratorOnPostgreSql(PostgreSqlFixture fixture) : MigratorSuite(fixture), IClassFixture<PostgreSqlFixture>
{
    private readonly PostgreSqlFixture _fixture = fixture;

    [SkippableFact]
    public async Task Replicas_that_start_side_by_side_apply_each_script_once()
    {
        var (provider, connectionString, cleanUp) = await _fixture.CreateEmptyAsync();
        await using (var database = new Database(provider, connectionString))
        {
            var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => new Migrator(database).Migrate())));

            var scripts = applied.SelectMany(names => names).ToArray();
            Assert.NotEmpty(scripts);
            Assert.Equal(scripts.Distinct(), scripts);
        }

        await cleanUp();
    }
}
