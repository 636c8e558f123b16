using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DbUp;
using DbUp.Builder;
using LinqToDB.Data;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Privacy;

/// <summary>A journal of before, with numbers of people in what its hashes were made of, is brought to the present schema.</summary>
public abstract class JournalSealingSuite(DatabaseFixture fixture)
{
    private const long Head = 700_000_111;

    [SkippableFact]
    public Task A_chain_that_held_holds_and_names_nobody_in_what_is_hashed() => UpgradeAsync(broken: false, async database =>
    {
        Assert.Null(await BrokenAsync(database));
        Assert.Equal(["journal.actor_id", "journal_seal.person_id", "journal_seal.value"], (await Schema.FindAsync(database, $"{Head}")).Order(StringComparer.Ordinal));
        var line = Assert.Single(await database.ReadAsync((db, token) => db.QueryToListAsync<string>("select data from journal where seq = 2", token), default));
        Assert.Contains("\"reason\":\"нет печати\"", line, StringComparison.Ordinal);
        Assert.Equal("d4c3afd836a6", await database.ReadAsync((db, token) => db.ExecuteAsync<string>("select consent_version from person", token), default));
    });

    [SkippableFact]
    public Task A_chain_that_was_broken_stays_broken_at_the_same_entry() => UpgradeAsync(broken: true, async database => Assert.Equal(2, await BrokenAsync(database)));

    private static Task<long?> BrokenAsync(Database database) =>
        database.ReadAsync((db, token) => new JournalStore(database, TimeProvider.System).FirstBrokenAsync(db, token), default);

    private async Task UpgradeAsync(bool broken, Func<Database, Task> check)
    {
        var (provider, connectionString, cleanUp) = await fixture.CreateEmptyAsync();
        await using (var database = new Database(provider, connectionString))
        {
            var folder = $"Sferum.Bot.Storage.Scripts.{provider}.";
            UpgradeEngineBuilder builder = provider == StorageProvider.Sqlite ? DeployChanges.To.SqliteDatabase(connectionString) : DeployChanges.To.PostgresqlDatabase(connectionString);
            Assert.True(builder
                .WithScriptsEmbeddedInAssembly(typeof(Migrator).Assembly, name => name.StartsWith(folder, StringComparison.Ordinal) && string.CompareOrdinal(name, folder + "0016") < 0)
                .WithTransactionPerScript().LogToNowhere().Build().PerformUpgrade().Successful);
            await database.InTransactionAsync((db, token) => FillAsync(database, db, broken, token), default);

            new Migrator(database).Migrate();

            await check(database);
        }

        await cleanUp();
    }

    private static async Task FillAsync(Database database, DataConnection db, bool broken, CancellationToken cancellationToken)
    {
        var at = new DateTimeOffset(2024, 4, 15, 6, 0, 0, TimeSpan.Zero);
        (long Actor, string Action, string Data)[] entries =
        [
            (0, "code_issued", "{}"),
            (Head, "returned", "{\"reason\":\"нет печати\"}"),
            (Head, "reported", $"{{\"files.0\":\"photo{Head}_5_key\",\"report\":\"1\"}}"),
            (103, "substitute_granted", $"{{\"person\":\"{Head}\"}}"),
        ];
        var (seq, previous) = (0, "");
        foreach (var (actor, action, data) in entries)
        {
            seq++;
            string[] parts = [$"{seq}", at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), $"{actor}", "", "", "", action, data, previous];
            var hash = broken && seq == 2 ? "forged" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => $"{part.Length}:{part}")))));
            await db.ExecuteAsync(
                $"insert into journal (seq, at, actor_id, action, data, previous_hash, hash) values ({seq}, @at, {actor}, '{action}', '{data}', '{previous}', '{hash}')", cancellationToken, database.Instant("at", at));
            previous = hash;
        }

        await db.ExecuteAsync(
            "insert into person (person_id, teacher, consent_version, muted, met_at) values (5, @no, '2024-04', @no, @at)",
            cancellationToken, new DataParameter("no", false, LinqToDB.DataType.Boolean), database.Instant("at", at));
    }
}

public sealed class JournalSealingOnSqlite(SqliteFixture fixture) : JournalSealingSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class JournalSealingOnPostgreSql(PostgreSqlFixture fixture) : JournalSealingSuite(fixture), IClassFixture<PostgreSqlFixture>;
