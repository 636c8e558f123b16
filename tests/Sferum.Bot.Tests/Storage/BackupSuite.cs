using System.Data.Common;
using System.Text;
using LinqToDB.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Storage;

/// <summary>A backup by the command, taken back by the command into an empty place, holds every row and every file.</summary>
public abstract class BackupSuite(DatabaseFixture fixture) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sferum-backup-");

    private string Backups => Path.Combine(_folder.FullName, "backups");

    [SkippableFact]
    public async Task Everything_is_found_in_an_empty_place_and_what_the_bot_made_is_not()
    {
        var (settings, database) = await FilledAsync();
        var before = await RowsAsync(settings);

        var backup = await BackupAsync(settings);
        var target = await EmptyAsync();
        var (exit, said) = await BotProcess.RunToEndAsync(target, "restore", "--from", backup);

        Assert.True(exit == 0, said);
        Assert.Contains("institution", before, StringComparison.Ordinal);
        Assert.Equal(before, await RowsAsync(target));
        Assert.Equal(Files(settings).Where(file => !file.StartsWith("made", StringComparison.Ordinal)), Files(target));
        Assert.Contains(Files(settings), file => file.StartsWith("made", StringComparison.Ordinal));
        Assert.Equal((0, "Схема уже нынешняя."), await BotProcess.RunToEndAsync(target, "migrate"));
        await database.DisposeAsync();
    }

    [SkippableFact]
    public async Task A_place_that_is_taken_is_left_alone_until_one_says_so_and_then_is_as_it_was()
    {
        var (settings, database) = await FilledAsync();
        var backup = await BackupAsync(settings);
        var before = await RowsAsync(settings);
        await AddAsync(database, "Школа № 2");
        await database.InTransactionAsync(async (db, token) => await db.ExecuteAsync("create table of_a_later_version (id integer)", token), default);
        await database.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        var (refused, why) = await BotProcess.RunToEndAsync(settings, "restore", "--from", backup);
        Assert.True(refused == 1 && why.Contains("--replace", StringComparison.Ordinal), why);
        Assert.NotEqual(before, await RowsAsync(settings));
        var (exit, said) = await BotProcess.RunToEndAsync(settings, "restore", "--from", backup, "--replace");

        Assert.True(exit == 0, said);
        Assert.Equal(before, await RowsAsync(settings));
    }

    [SkippableFact]
    public async Task A_backup_that_was_damaged_changes_nothing()
    {
        var (settings, _) = await FilledAsync();
        var backup = await BackupAsync(settings);
        var file = Directory.EnumerateFiles(Path.Combine(Backups, "files"), "*", SearchOption.AllDirectories).First();
        await File.AppendAllTextAsync(file, "!");
        var target = await EmptyAsync();

        var (exit, said) = await BotProcess.RunToEndAsync(target, "restore", "--from", backup);

        Assert.Equal(1, exit);
        Assert.Contains(file[^64..], said, StringComparison.Ordinal);
        Assert.Empty(Files(target));
    }

    [SkippableFact]
    public async Task Old_backups_go_and_the_files_of_those_that_stay_do_not()
    {
        var (settings, _) = await FilledAsync();
        var first = await BackupAsync(settings);
        await Task.Delay(TimeSpan.FromSeconds(1.1), TimeProvider.System);
        File.Delete(Directory.EnumerateFiles(settings[BotSettings.FilesPath], "*", SearchOption.AllDirectories).First(path => !path.Contains("made", StringComparison.Ordinal)));
        var second = await BackupAsync(settings, "--keep", "1");

        Assert.False(Directory.Exists(first));
        Assert.True(Directory.Exists(second));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(Backups, "files"), "*", SearchOption.AllDirectories));
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _folder.Delete(recursive: true);
    }

    private async Task<string> BackupAsync(Dictionary<string, string> settings, params string[] more)
    {
        var (exit, said) = await BotProcess.RunToEndAsync(settings, ["backup", "--to", Backups, .. more]);
        Assert.True(exit == 0, said);
        return Directory.EnumerateDirectories(Backups).Where(folder => Path.GetFileName(folder) != "files").Max()!;
    }

    /// <summary>An institution, two files of evidence, and one that the bot made.</summary>
    private async Task<(Dictionary<string, string> Settings, Database Database)> FilledAsync()
    {
        var (provider, connectionString, database) = await fixture.CreateWithSettingsAsync();
        var settings = Settings(provider, connectionString);
        await AddAsync(database, "Школа № 1");
        var store = new ContentStore(Options.Create(new StorageOptions { FilesPath = settings[BotSettings.FilesPath] }), new FakeTimeProvider());
        foreach (var text in (string[])["приказ", "фотография"])
        {
            await store.AddAsync(async stream =>
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
                return true;
            });
        }

        await store.AddMadeAsync(new byte[] { 1 }, default);
        return (settings, database);
    }

    private static Task<long> AddAsync(Database database, string name)
    {
        var journal = new JournalStore(database, TimeProvider.System);
        var roster = new RosterStore(journal, new ClaimStore(journal, TimeProvider.System), TimeProvider.System);
        return database.InTransactionAsync(async (db, token) => await roster.AddAsync(db, 0, name, "МОУ", token), default);
    }

    private async Task<Dictionary<string, string>> EmptyAsync()
    {
        var (provider, connectionString, _) = await fixture.CreateEmptyAsync();
        return Settings(provider, connectionString);
    }

    private Dictionary<string, string> Settings(StorageProvider provider, string connectionString) => new()
    {
        ["Storage__Provider"] = provider.ToString(),
        ["Storage__ConnectionString"] = connectionString,
        [BotSettings.FilesPath] = _folder.CreateSubdirectory(Path.GetRandomFileName()).FullName,
    };

    private static List<string> Files(Dictionary<string, string> settings) =>
        [.. Directory.EnumerateFiles(settings[BotSettings.FilesPath], "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(settings[BotSettings.FilesPath], path)).Order(StringComparer.Ordinal)];

    private static DbConnection Connection(Dictionary<string, string> settings) => settings["Storage__Provider"] == nameof(StorageProvider.Sqlite)
        ? new SqliteConnection(settings["Storage__ConnectionString"])
        : new NpgsqlConnection(settings["Storage__ConnectionString"] + ";Pooling=false");

    /// <summary>Every row of every table as text.</summary>
    private static async Task<string> RowsAsync(Dictionary<string, string> settings)
    {
        await using var connection = Connection(settings);
        await connection.OpenAsync();
        var tables = await ReadAsync(connection, connection is SqliteConnection
            ? "select name from sqlite_master where type = 'table' order by name"
            : "select table_name from information_schema.tables where table_schema = 'public' order by table_name");
        var all = new StringBuilder();
        foreach (var table in tables)
        {
            all.AppendLine(table).AppendJoin('\n', (await ReadAsync(connection, $"select * from \"{table}\"")).Order(StringComparer.Ordinal)).AppendLine();
        }

        return all.ToString();
    }

    private static async Task<List<string>> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names of tables of this very database
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture))));
        }

        return rows;
    }
}

public sealed class SqliteBackupTests(SqliteFixture fixture) : BackupSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class PostgreSqlBackupTests(PostgreSqlFixture fixture) : BackupSuite(fixture), IClassFixture<PostgreSqlFixture>;
