using System.Security.Cryptography;

namespace Sferum.Bot.Storage.Backups;

/// <summary>
/// <c>SHA256SUMS</c> of one backup: its database, and the files of evidence, which all backups of a folder share. In the form of
/// sha256sum(1), so that <c>sha256sum -c</c> in the backup's folder checks it without the bot.
/// </summary>
internal static class BackupList
{
    private const string Name = "SHA256SUMS";

    public static async Task WriteAsync(string backup, IEnumerable<(string Sha256, string Path)> lines, CancellationToken cancellationToken) =>
        await File.WriteAllLinesAsync(Path.Combine(backup, Name), lines.Select(line => $"{line.Sha256}  {line.Path}"), cancellationToken);

    /// <exception cref="BackupException">There is no such list.</exception>
    public static IReadOnlyList<(string Sha256, string Path)> Read(string backup)
    {
        var list = Path.Combine(backup, Name);
        if (!File.Exists(list))
        {
            throw new BackupException(BackupFaultKind.NotThere, backup);
        }

        return [.. File.ReadLines(list).Select(line => line.Split("  ", 2) is [{ Length: 64 } sha256, { Length: > 0 } path]
            ? (sha256, path)
            : throw new BackupException(BackupFaultKind.Damaged, list))];
    }

    public static bool IsBackup(string folder) => File.Exists(Path.Combine(folder, Name));

    public static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }
}
