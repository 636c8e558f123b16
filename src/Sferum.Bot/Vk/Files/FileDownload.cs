namespace Sferum.Bot.Vk.Files;

/// <summary>What fetching a file came to. A closed list.</summary>
internal abstract record FileDownload
{
    private FileDownload()
    {
    }

    /// <param name="ContentType">As the server says, without parameters; empty when it says nothing. Not proof of anything: a page may stand in the place of a file.</param>
    public sealed record Done(long Bytes, string ContentType) : FileDownload;

    /// <summary>The address is not one from which files are fetched, or leads there.</summary>
    public sealed record NotAllowed(string Host) : FileDownload;

    /// <summary>Larger than was allowed; what stands in the sink is a part.</summary>
    public sealed record TooLarge(long MaxBytes) : FileDownload;

    /// <summary>The server will not give it any more (403, 404, 410): the message has to be asked for again (<c>vk-platform.md</c> §6.3).</summary>
    public sealed record Gone(int Status) : FileDownload;

    /// <summary>A passing fault of network or server; what stands in the sink is a part.</summary>
    public sealed record Fault(string Reason) : FileDownload;
}
