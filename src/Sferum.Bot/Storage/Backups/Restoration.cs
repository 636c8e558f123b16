using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Sferum.Bot.Storage.Backups;

/// <summary>Takes a backup back, after all of it has been checked, into an empty place or in the place of what is there.</summary>
internal sealed class Restoration(Database database, IOptions<StorageOptions> options)
{
    /// <param name="backup">Folder of one backup.</param>
    /// <param name="replace">Whether what the database holds may go. Files of evidence are only added.</param>
    /// <param name="postgresTools">Folder of <c>pg_restore</c>; null: on the path.</param>
    /// <returns>How many files of evidence belong to the backup.</returns>
    /// <exception cref="BackupException">See <see cref="BackupFaultKind"/>; unless PostgreSQL's program failed, nothing was changed.</exception>
    public async Task<int> RestoreAsync(string backup, bool replace, string? postgresTools, CancellationToken cancellationToken)
    {
        var lines = BackupList.Read(backup);
        var name = Backup.FileName(database.Provider);
        if (!lines.Any(line => line.Path == name))
        {
            throw new BackupException(BackupFaultKind.OtherProvider, backup);
        }

        foreach (var (sha256, path) in lines)
        {
            var file = Path.Combine(backup, path);
            if (!File.Exists(file) || await BackupList.HashAsync(file, cancellationToken) != sha256)
            {
                throw new BackupException(BackupFaultKind.Damaged, file);
            }
        }

        // First the files: a database never names one that is not there.
        var evidence = lines.Where(line => line.Path != name).ToList();
        var place = Path.Combine(backup, name);
        switch (database.Provider)
        {
            case StorageProvider.Sqlite:
                var target = Path.GetFullPath(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource);
                RequireEmpty(replace || !File.Exists(target), target);
                await FilesAsync(backup, evidence, cancellationToken);
                Place(place, target);
                break;
            case StorageProvider.PostgreSql:
                await EmptyAsync(replace, () => FilesAsync(backup, evidence, cancellationToken), cancellationToken);
                await PostgreSqlTool.RunAsync(postgresTools, "pg_restore", database.ConnectionString, cancellationToken, "--no-owner", "--no-privileges", "--single-transaction", "--schema=public", "--exit-on-error", place);
                break;
            default:
                throw new InvalidOperationException($"unknown provider {database.Provider}");
        }

        return evidence.Count;
    }

    private async Task FilesAsync(string backup, IEnumerable<(string Sha256, string Path)> files, CancellationToken cancellationToken)
    {
        foreach (var (sha256, path) in files)
        {
            await Backup.KeepAsync(Path.Combine(backup, path), sha256, Path.Combine(options.Value.FilesPath, sha256[..2], sha256), cancellationToken);
        }
    }

    private static void RequireEmpty(bool isFree, string place)
    {
        if (!isFree)
        {
            throw new BackupException(BackupFaultKind.NotEmpty, place);
        }
    }

    private static void Place(string from, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!); // a full path of a file has a folder
        File.Copy(from, target + ".part", overwrite: true);

        // What a crash left beside the old database would be read into the new one.
        File.Delete(target + "-wal");
        File.Delete(target + "-shm");
        File.Move(target + ".part", target, overwrite: true);
    }

    private async Task EmptyAsync(bool replace, Func<Task> before, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var name = connection.Database;
        if (await CountAsync("select count(*) from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()") > 0)
        {
            throw new BackupException(BackupFaultKind.InUse, name);
        }

        RequireEmpty(replace || await CountAsync("select count(*) from information_schema.tables where table_schema = 'public'") == 0, name);
        await before();

        // Tables that only a newer version has must go too, or its scripts could never be applied again.
        await using var drop = new NpgsqlCommand("drop schema if exists public cascade; create schema public", connection);
        await drop.ExecuteNonQueryAsync(cancellationToken);

        async Task<long> CountAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return (long)(await command.ExecuteScalarAsync(cancellationToken) ?? 0L);
        }
    }
}
