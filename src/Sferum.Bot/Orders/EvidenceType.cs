namespace Sferum.Bot.Orders;

/// <summary>What a file is, as its content says: names and VK's kinds are chosen by whoever sends it.</summary>
public static class EvidenceType
{
    /// <summary>A browser might run it: it is only saved.</summary>
    public const string Unknown = "application/octet-stream";

    public const string Pdf = "application/pdf";

    private const int LongestMagic = 12;

    public static bool IsPicture(string type) => type.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>The content stands at its beginning afterwards.</summary>
    public static async Task<string> OfAsync(Stream content, CancellationToken cancellationToken)
    {
        var magic = new byte[LongestMagic];
        var read = await content.ReadAtLeastAsync(magic, LongestMagic, throwOnEndOfStream: false, cancellationToken);
        content.Position = 0;
        return Of(magic.AsSpan(0, read));
    }

    private static string Of(ReadOnlySpan<byte> content) => content switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Pdf,
        _ => Unknown,
    };
}
