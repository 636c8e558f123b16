namespace Sferum.Bot.Messaging;

/// <summary>Where attached files are fetched from. Implemented by room <c>Vk</c> and by simulated directors of a rehearsal.</summary>
public interface IFileSource
{
    /// <summary>Writes the file into <paramref name="sink"/>, at most <paramref name="maxBytes"/> of it.</summary>
    Task<FileFetch> FetchAsync(string address, Stream sink, long maxBytes, CancellationToken cancellationToken);
}

/// <summary>What fetching a file came to. A closed list.</summary>
public abstract record FileFetch
{
    private FileFetch()
    {
    }

    public sealed record Whole : FileFetch;

    /// <summary>A passing fault: worth another attempt.</summary>
    public sealed record Later(string Reason) : FileFetch;

    /// <summary>Larger than was allowed.</summary>
    public sealed record TooLarge(long MaxBytes) : FileFetch;

    /// <summary>It will not get better: gone, or an address that is not to be called.</summary>
    public sealed record Never(string Reason) : FileFetch;
}
