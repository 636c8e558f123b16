using System.Security.Cryptography;
using System.Text;

namespace Sferum.Bot.Answers.Search;

/// <summary>
/// Keeps what the search has learned. A file begins with the hash of what it was learned from and ends with its own, so one
/// that belongs to other phrases, or is damaged, counts as none.
/// </summary>
internal static class LearnedFile
{
    /// <summary>Rises with every change of what is learned from the same phrases, or of how it is written.</summary>
    private const int Version = 2;

    /// <returns>Null when there is nothing that fits.</returns>
    public static T? Read<T>(string path, TrainingSet set, Func<BinaryReader, T> read)
        where T : class
    {
        byte[] whole;
        try
        {
            whole = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        var from = KeyOf(set);
        var end = whole.Length - SHA256.HashSizeInBytes;
        if (end < from.Length || !whole.AsSpan().StartsWith(from) || !SHA256.HashData(whole.AsSpan(0, end)).AsSpan().SequenceEqual(whole.AsSpan(end)))
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(whole, from.Length, end - from.Length));
        return read(reader);
    }

    /// <summary>A reader sees the file of before or the whole new one.</summary>
    /// <exception cref="IOException">The folder can't be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder can't be written to.</exception>
    public static void Write(string path, TrainingSet set, Action<BinaryWriter> write)
    {
        var whole = new MemoryStream();
        using var writer = new BinaryWriter(whole);
        writer.Write(KeyOf(set));
        write(writer);
        writer.Flush();
        writer.Write(SHA256.HashData(whole.ToArray()));
        writer.Flush();
        var beside = $"{path}.{Environment.ProcessId}";
        File.WriteAllBytes(beside, whole.ToArray());
        File.Move(beside, path, overwrite: true);
    }

    private static byte[] KeyOf(TrainingSet set)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add($"{Version} {set.Classes.Length}");
        foreach (var phrase in set.Phrases)
        {
            Add($"{phrase.Class}\t{phrase.Text}\t{string.Join(' ', phrase.Roles)}\t{string.Join(' ', phrase.OrgTypes)}");
        }

        foreach (var group in set.SynonymGroups)
        {
            Add(string.Join('\t', group));
        }

        return hash.GetHashAndReset();

        void Add(string line) => hash.AppendData(Encoding.UTF8.GetBytes(line + '\n'));
    }
}
