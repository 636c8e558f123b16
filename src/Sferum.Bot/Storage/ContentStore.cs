using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Sferum.Bot.Storage;

/// <summary>
/// Files named by the SHA-256 of their content, beside the database: equal files lie once, and a file that was changed
/// no longer fits its name.
/// </summary>
public sealed class ContentStore(IOptions<StorageOptions> options)
{
    private const int BufferSize = 81_920;

    private string Root => options.Value.FilesPath;

    /// <summary>
    /// Keeps what <paramref name="write"/> puts into the stream, if it says that all of it is there. The file gets its
    /// name only when it is whole and on the disk.
    /// </summary>
    /// <returns>Name and size in bytes; null when <paramref name="write"/> returned false.</returns>
    /// <exception cref="IOException">The disk is full or the folder can't be written.</exception>
    public async Task<StoredContent?> AddAsync(Func<Stream, Task<bool>> write)
    {
        Directory.CreateDirectory(Root);
        var temporary = Path.Combine(Root, Path.GetRandomFileName());
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

            var place = PathOf(sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!); // a place below Root always has a folder
            if (!File.Exists(place))
            {
                File.Move(temporary, place);
            }

            return new StoredContent(sha256, size);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <exception cref="FileNotFoundException">There is no such content.</exception>
    public Stream Open(string sha256) => new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>Two levels of folders keep each of them small.</summary>
    private string PathOf(string sha256) =>
        sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(Root, sha256[..2], sha256)
            : throw new ArgumentException("not a SHA-256 in hex", nameof(sha256));
}

public sealed record StoredContent(string Sha256, long Size);
