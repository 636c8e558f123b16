using DbUp.Engine;
using LinqToDB.Data;
using Npgsql;
using Sferum.Bot.Commands;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Upgrades;

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

    [SkippableFact]
    public Task A_database_of_a_newer_version_is_refused_and_left_alone() => WithAsync(async (database, connectionString) =>
    {
        new Migrator(database, [Later("create table later (id bigint)")]).Migrate();
        var before = await StoredRows.ReadAsync(database.Provider, connectionString);

        Refused(SchemaFaultKind.Newer, "9999_later.sql", () => new Migrator(database).Migrate());
        Refused(SchemaFaultKind.Newer, "9999_later.sql", () => new Migrator(database).Pending());
        Assert.Equal(before.All, (await StoredRows.ReadAsync(database.Provider, connectionString)).All);
    });

    [SkippableFact]
    public Task A_script_that_was_changed_after_it_was_applied_is_noticed() => WithAsync((database, _) =>
    {
        new Migrator(database, [Later("create table later (id bigint)")]).Migrate();

        Refused(SchemaFaultKind.Changed, "9999_later.sql", () => new Migrator(database, [Later("create table later (id bigint, more text)")]).Migrate());
        Assert.Empty(new Migrator(database, [Later("create table later (id bigint)")]).Migrate());
        return Task.CompletedTask;
    });

    [SkippableFact]
    public Task How_a_script_read_is_noted_in_a_database_of_before_too() => WithAsync(async (database, _) =>
    {
        new Migrator(database).Migrate();
        await database.InTransactionAsync((db, token) => db.ExecuteAsync("alter table schemaversions drop column sha256", token), default);

        Assert.Empty(new Migrator(database).Migrate());
        await database.InTransactionAsync((db, token) => db.ExecuteAsync("update schemaversions set sha256 = 'other' where scriptname like '%0002_orders.sql'", token), default);
        Refused(SchemaFaultKind.Changed, "0002_orders.sql", () => new Migrator(database).Migrate());
    });

    [SkippableFact]
    public Task A_script_that_this_program_does_not_have_is_noticed() => WithAsync(async (database, _) =>
    {
        new Migrator(database).Migrate();
        await database.InTransactionAsync(
            (db, token) => db.ExecuteAsync($"insert into schemaversions (scriptname, applied) select replace(scriptname, '0002_orders', '0002_others'), applied from schemaversions where scriptname like '%0002_orders.sql'", token), default);

        Refused(SchemaFaultKind.Unknown, "0002_others.sql", () => new Migrator(database).Migrate());
    });

    /// <summary>On rows of an older version, with all that came since, so that much has been done when it fails.</summary>
    [SkippableFact]
    public Task An_upgrade_that_fails_at_its_end_leaves_everything_as_it_was() => WithAsync(async (database, connectionString) =>
    {
        var kept = new KeptVersion(KeptVersion.Names.First());
        await PlainDump.LoadAsync(database.Provider, connectionString, kept.Dump(database.Provider));
        var before = await StoredRows.ReadAsync(database.Provider, connectionString);
        var pending = new Migrator(database).Pending();
        Assert.True(pending.Count > 5, $"{kept.Name} is not old");

        var fault = Refused(SchemaFaultKind.Failed, "9999_later.sql", () => new Migrator(database, [Later("create table later (id bigint); insert into nowhere values (1)")]).Migrate());

        Assert.Contains("nowhere", StartFaults.Explain(fault), StringComparison.Ordinal);
        Assert.Equal(before.All, (await StoredRows.ReadAsync(database.Provider, connectionString)).All);
        Assert.Equal(pending, new Migrator(database).Migrate());
    });

    [SkippableFact]
    public Task The_commands_tell_in_one_line_that_the_database_is_newer() => WithAsync(async (database, connectionString) =>
    {
        new Migrator(database, [Later("create table later (id bigint)")]).Migrate();
        var settings = new Dictionary<string, string>
        {
            ["Storage__Provider"] = $"{database.Provider}",
            ["Storage__ConnectionString"] = connectionString,
            ["Vk__Token"] = "t",
            ["Vk__GroupId"] = "1",
        };
        foreach (var command in (string[])["migrate", "run", "report"])
        {
            var (exit, output) = await BotProcess.RunToEndAsync(settings, command == "report" ? [command, "--journal"] : [command]);

            Assert.Equal(2, exit);
            Assert.Contains("База данных новее этой программы: в ней применён 9999_later.sql", Assert.Single(output.Split('\n')), StringComparison.Ordinal);
        }
    });

    private static SqlScript Later(string sql) => new("9999_later.sql", sql);

    private static SchemaException Refused(SchemaFaultKind kind, string script, Func<object> work)
    {
        var fault = Assert.Throws<SchemaException>(work);
        Assert.Equal((kind, script), (fault.Kind, fault.Script));
        return fault;
    }

    protected async Task WithAsync(Func<Database, string, Task> check)
    {
        var (provider, connectionString, cleanUp) = await fixture.CreateEmptyAsync();
        await using (var database = new Database(provider, connectionString))
        {
            await check(database, connectionString);
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
    private const string WaitsForJournal = "select count(*) from pg_locks l where not l.granted and l.relation = 'journal'::regclass";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

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

    [SkippableFact]
    public Task An_upgrade_that_is_killed_in_the_middle_leaves_everything_as_it_was() => WithOldAsync(async (database, connectionString, other) =>
    {
        var before = await StoredRows.ReadAsync(database.Provider, connectionString);
        await using var reading = await LockJournalAsync(other);
        await using var killed = BotProcess.LaunchCommand(Settings(connectionString), "migrate");
        await Eventually.TrueAsync(() => HasAsync(other, WaitsForJournal), () => $"the upgrade did not come to the journal:\n{killed.Output}", Patience);

        await killed.KillAsync();
        await reading.RollbackAsync();
        await Eventually.TrueAsync(async () => !await HasAsync(other, "select count(*) from pg_stat_activity a where a.datname = current_database() and a.pid <> pg_backend_pid() and a.state <> 'idle'"), () => "its session goes on", Patience);

        Assert.Equal(before.All, (await StoredRows.ReadAsync(database.Provider, connectionString)).All);
        Assert.NotEmpty(new Migrator(database).Migrate());
    });

    [SkippableFact]
    public Task Of_two_upgrades_at_once_one_waits_for_the_other() => WithOldAsync(async (_, connectionString, other) =>
    {
        await using var reading = await LockJournalAsync(other);
        var runs = Enumerable.Range(0, 2).Select(_ => BotProcess.RunToEndAsync(Settings(connectionString), "migrate")).ToList();
        await Eventually.TrueAsync(() => HasAsync(other, WaitsForJournal), () => "neither came to the journal", Patience);
        await Eventually.TrueAsync(() => HasAsync(other, "select count(*) from pg_locks l where not l.granted and l.locktype = 'advisory'"), () => "the other does not wait", Patience);

        await reading.RollbackAsync();

        var ended = await Task.WhenAll(runs);
        Assert.All(ended, run => Assert.True(run.ExitCode == 0, run.Output));
        Assert.Single(ended, run => run.Output.Contains("Применено", StringComparison.Ordinal));
        Assert.Single(ended, run => run.Output.Contains("Схема уже нынешняя", StringComparison.Ordinal));
    });

    private static Dictionary<string, string> Settings(string connectionString) =>
        new() { ["Storage__Provider"] = nameof(StorageProvider.PostgreSql), ["Storage__ConnectionString"] = connectionString };

    private static async Task<NpgsqlTransaction> LockJournalAsync(NpgsqlConnection other)
    {
        var reading = await other.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("lock table journal in access share mode", other, reading);
        await command.ExecuteNonQueryAsync();
        return reading;
    }

    private static async Task<bool> HasAsync(NpgsqlConnection connection, string count)
    {
        await using var command = new NpgsqlCommand(count, connection);
        return (long)(await command.ExecuteScalarAsync() ?? 0L) > 0;
    }

    private Task WithOldAsync(Func<Database, string, NpgsqlConnection, Task> check) => WithAsync(async (database, connectionString) =>
    {
        await PlainDump.LoadAsync(database.Provider, connectionString, new KeptVersion(KeptVersion.Names.First()).Dump(database.Provider));
        await using var other = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await other.OpenAsync();
        await check(database, connectionString, other);
    });
}
