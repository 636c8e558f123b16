using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Sferum.Bot.Storage.Backups;

/// <summary>
/// Copies database and evidence while the bot runs. First the database, as it is at one moment, then the files: those that it
/// names are there before it names them and never go. Files lie once for all backups of a folder, so that a daily backup costs
/// the database and what is new. What the bot made itself is left out: it can be made again.
/// </summary>
internal sealed class Backup(Database database, IOptions<StorageOptions> options, TimeProvider clock)
{
    internal const string FilesFolder = "files";

    private const string StampForm = "yyyyMMdd-HHmmss";

    /// <summary>Name of the database in a backup, which tells its kind.</summary>
    internal static string FileName(StorageProvider provider) => provider switch
    {
        StorageProvider.Sqlite => "database.sqlite",
        StorageProvider.PostgreSql => "database.dump",
        _ => throw new InvalidOperationException($"unknown provider {provider}"),
    };

    /// <param name="root">Folder of all backups.</param>
    /// <param name="postgresTools">Folder of <c>pg_dump</c>; null: on the path.</param>
    /// <returns>Folder of this backup, and how many files of evidence belong to it.</returns>
    /// <exception cref="BackupException">PostgreSQL's program is missing or failed, or a file of evidence is not what its name says.</exception>
    public async Task<(string Folder, int Files)> MakeAsync(string root, string? postgresTools, CancellationToken cancellationToken)
    {
        var done = Path.Combine(Path.GetFullPath(root), clock.GetUtcNow().ToString(StampForm, CultureInfo.InvariantCulture));
        var folder = done + ".part";
        Directory.CreateDirectory(folder);
        try
        {
            var name = FileName(database.Provider);
            await CopyDatabaseAsync(Path.Combine(folder, name), postgresTools, cancellationToken);
            var lines = new List<(string, string)> { (await BackupList.HashAsync(Path.Combine(folder, name), cancellationToken), name) };
            foreach (var (sha256, path) in Evidence(options.Value.FilesPath))
            {
                await KeepAsync(path, sha256, Path.Combine(Path.GetFullPath(root), FilesFolder, sha256[..2], sha256), cancellationToken);
                lines.Add((sha256, $"../{FilesFolder}/{sha256[..2]}/{sha256}"));
            }

            await BackupList.WriteAsync(folder, lines, cancellationToken);
            Directory.Move(folder, done);
            return (done, lines.Count - 1);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>Removes all backups but the newest, and files that belong to none that is left.</summary>
    /// <returns>How many backups went.</returns>
    public static int Prune(string root, int keep)
    {
        var old = Directory.EnumerateDirectories(root).Where(BackupList.IsBackup).OrderDescending(StringComparer.Ordinal).Skip(keep).ToList();
        old.ForEach(folder => Directory.Delete(folder, recursive: true));
        var needed = Directory.EnumerateDirectories(root).Where(BackupList.IsBackup).SelectMany(BackupList.Read).Select(line => line.Sha256).ToHashSet(StringComparer.Ordinal);
        if (old.Count > 0)
        {
            foreach (var (_, path) in Evidence(Path.Combine(root, FilesFolder)).Where(file => !needed.Contains(file.Sha256)).ToList())
            {
                File.Delete(path);
            }
        }

        return old.Count;
    }

    /// <summary>Files named by their hash, in the folders of their first two digits; nothing else.</summary>
    internal static IEnumerable<(string Sha256, string Path)> Evidence(string root) => Directory.Exists(root)
        ? Directory.EnumerateDirectories(root, "??").SelectMany(Directory.EnumerateFiles)
            .Select(path => (Sha256: Path.GetFileName(path), path))
            .Where(file => file.Sha256.Length == 64 && file.Sha256.All(char.IsAsciiHexDigitLower))
        : [];

    /// <exception cref="BackupException">The file is not what its name says.</exception>
    internal static async Task KeepAsync(string from, string sha256, string to, CancellationToken cancellationToken)
    {
        if (File.Exists(to))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(to)!); // its folder is named after its first digits
        var temporary = to + ".part";
        File.Copy(from, temporary, overwrite: true);
        if (await BackupList.HashAsync(temporary, cancellationToken) != sha256)
        {
            File.Delete(temporary);
            throw new BackupException(BackupFaultKind.Damaged, from);
        }

        File.Move(temporary, to, overwrite: true);
    }

    private async Task CopyDatabaseAsync(string to, string? postgresTools, CancellationToken cancellationToken)
    {
        switch (database.Provider)
        {
            case StorageProvider.Sqlite:
                await using (var from = new SqliteConnection(new SqliteConnectionStringBuilder(database.ConnectionString) { Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString))
                await using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = to, Pooling = false }.ConnectionString))
                {
                    await from.OpenAsync(cancellationToken);
                    await copy.OpenAsync(cancellationToken);
                    from.BackupDatabase(copy);
                }

                break;
            case StorageProvider.PostgreSql:
                await PostgreSqlTool.RunAsync(postgresTools, "pg_dump", database.ConnectionString, cancellationToken, "--format=custom", "--no-owner", "--no-privileges", "--schema=public", $"--file={to}");
                break;
            default:
                throw new InvalidOperationException($"unknown provider {database.Provider}");
        }
    }
}
