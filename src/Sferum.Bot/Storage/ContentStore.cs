using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Sferum.Bot.Storage;

/// <summary>
/// Files named by the SHA-256 of their content, beside the database: equal files lie once, and a file that was changed
/// no longer fits its name. What people sent as evidence stays until its time is over. What the bot made itself can be made
/// again: it lies apart, in a folder for each month, and goes with its month.
/// </summary>
public sealed class ContentStore(IOptions<StorageOptions> options, TimeProvider clock)
{
    private const int BufferSize = 81_920;
    private const string MonthForm = "yyyy-MM";

    private string Root => options.Value.FilesPath;

    /// <summary>No folder of evidence is called so: those have two hexadecimal digits.</summary>
    private string MadeRoot => Path.Combine(Root, "made");

    /// <summary>
    /// Keeps what <paramref name="write"/> puts into the stream, if it says that all of it is there. The file gets its
    /// name only when it is whole and on the disk.
    /// </summary>
    /// <returns>Name and size in bytes; null when <paramref name="write"/> returned false.</returns>
    /// <exception cref="IOException">The disk is full or the folder can't be written.</exception>
    public Task<StoredContent?> AddAsync(Func<Stream, Task<bool>> write) => AddAsync(Root, write);

    /// <summary>
    /// Keeps a file that the bot made, at least until its month is so old that <see cref="RemoveMade"/> takes it; made again
    /// later, it lies among the files of that later month too.
    /// </summary>
    /// <exception cref="IOException">The disk is full or the folder can't be written.</exception>
    public async Task<StoredContent> AddMadeAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var month = Path.Combine(MadeRoot, clock.GetUtcNow().ToString(MonthForm, CultureInfo.InvariantCulture));
        var stored = await AddAsync(month, async file =>
        {
            await file.WriteAsync(content, cancellationToken);
            return true;
        });
        return stored ?? throw new InvalidOperationException("nothing was refused");
    }

    /// <summary>Evidence or a file that the bot made.</summary>
    /// <exception cref="FileNotFoundException">There is no such content.</exception>
    public Stream Open(string sha256)
    {
        var place = Months().Select(month => PathOf(month.Folder, sha256)).Prepend(PathOf(Root, sha256)).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("no such content", sha256);
        try
        {
            return new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (DirectoryNotFoundException e)
        {
            throw new FileNotFoundException("no such content any more", sha256, e);
        }
    }

    /// <summary>Removes a content that nothing names any more, unless it was stored, perhaps anew, after <paramref name="since"/>.</summary>
    public void Remove(string sha256, DateTimeOffset since)
    {
        foreach (var place in Months().Select(month => PathOf(month.Folder, sha256)).Append(PathOf(Root, sha256)).Where(File.Exists).ToList())
        {
            if (File.GetLastWriteTimeUtc(place) <= since.UtcDateTime)
            {
                File.Delete(place);
            }
        }
    }

    /// <summary>Removes what the bot made in months that had ended by <paramref name="before"/>.</summary>
    /// <returns>How many files went.</returns>
    public int RemoveMade(DateTimeOffset before)
    {
        var removed = 0;
        foreach (var (start, folder) in Months().Where(month => month.Start.AddMonths(1) <= before.UtcDateTime).ToList())
        {
            removed += Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count();
            Directory.Delete(folder, recursive: true);
        }

        return removed;
    }

    /// <summary>The months in which files were made, the newest first.</summary>
    private IEnumerable<(DateTime Start, string Folder)> Months() => Directory.Exists(MadeRoot)
        ? Directory.EnumerateDirectories(MadeRoot)
            .Select(folder => (IsMonth: DateTime.TryParseExact(Path.GetFileName(folder), MonthForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var start), start, folder))
            .Where(month => month.IsMonth)
            .OrderByDescending(month => month.start)
            .Select(month => (month.start, month.folder))
        : [];

    private async Task<StoredContent?> AddAsync(string root, Func<Stream, Task<bool>> write)
    {
        Directory.CreateDirectory(root);
        var temporary = Path.Combine(root, Path.GetRandomFileName());
        try
        {
            string sha256;
            long size;
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize))
            {
                if (!await write(file))
                {
                    return null;
                }

                file.Flush(flushToDisk: true);
                file.Position = 0;
                sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file));
                size = file.Length;
            }

            var place = PathOf(root, sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!); // a place below its root always has a folder
            if (!File.Exists(place))
            {
                File.Move(temporary, place);
            }

            File.SetLastWriteTimeUtc(place, clock.GetUtcNow().UtcDateTime);

            return new StoredContent(sha256, size);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Two levels of folders keep each of them small.</summary>
    private static string PathOf(string root, string sha256) =>
        sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(root, sha256[..2], sha256)
            : throw new ArgumentException("not a SHA-256 in hex", nameof(sha256));
}

public sealed record StoredContent(string Sha256, long Size);
