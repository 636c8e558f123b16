namespace Sferum.VkSimulator.Files;

internal enum FileKind
{
    Photo,
    Document,
    Voice,
    Graffiti,
}

/// <summary>A file that VK keeps, addressed as <c>doc{owner}_{id}</c> or <c>photo{owner}_{id}</c>.</summary>
/// <param name="Width">Pixels; 0 for what is not a picture.</param>
internal sealed record StoredFile(
    int Id,
    long OwnerId,
    FileKind Kind,
    string Title,
    string Extension,
    string AccessKey,
    byte[] Content,
    DateTimeOffset At,
    int Width,
    int Height)
{
    public string ContentType => ContentTypes.Of(Extension);

    /// <summary>Name in the address and of the download.</summary>
    public string FileName =>
        Extension.Length == 0 || Title.EndsWith("." + Extension, StringComparison.OrdinalIgnoreCase) ? Title : $"{Title}.{Extension}";
}
