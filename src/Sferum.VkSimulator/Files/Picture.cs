using System.Buffers.Binary;

namespace Sferum.VkSimulator.Files;

/// <summary>Kind and size of a picture, read from its first bytes: PNG, GIF or JPEG.</summary>
internal sealed record Picture(string Extension, int Width, int Height)
{
    /// <summary>What a person «photographs» when the caller gave no bytes: a striped PNG of 160 × 120.</summary>
    public static byte[] Sample { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAKAAAAB4AQAAAABd2cTCAAAAK0lEQVR42mPgxwIYBqHgByxgMAqOhudoeI6G52h4jobnaHiOhudoeA6QIABqVmU9gxx4UAAAAABJRU5ErkJggg==");

    private static ReadOnlySpan<byte> PngMark => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static Picture? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= 24 && bytes.StartsWith(PngMark))
            return new Picture("png", (int)BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), (int)BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]));
        if (bytes.Length >= 10 && bytes.StartsWith("GIF8"u8))
            return new Picture("gif", BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]));
        return bytes.Length >= 4 && bytes[0] == 0xFF && bytes[1] == 0xD8 ? ReadJpeg(bytes) : null;
    }

    private static Picture? ReadJpeg(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 9 < bytes.Length)
        {
            if (bytes[at] != 0xFF)
                return null;
            var marker = bytes[at + 1];
            // Start-of-frame markers carry the size; C4, C8 and CC are tables.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new Picture(
                    "jpg",
                    BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }
}
