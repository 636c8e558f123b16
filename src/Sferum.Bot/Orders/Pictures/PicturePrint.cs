using System.Collections.Immutable;
using System.Numerics;

namespace Sferum.Bot.Orders.Pictures;

/// <summary>
/// By what a picture is known again. Photos and screens of documents look alike: among them a hash of 64 bits alone calls
/// strangers the same (measured: copies differ in up to 6 bits, other pages of one letterhead in 4), so it only finds
/// candidates, and the picture in small decides. What was measured is what <c>PicturePrintTests</c> repeats.
/// </summary>
/// <param name="Width">In pixels, as it is looked at.</param>
/// <param name="Brightness">Mean, from 0 (black) to 255 (white).</param>
/// <param name="Highlight">So bright is its brightest five-hundredth.</param>
/// <param name="Hash">DCT hash of the picture in small; null where there is nothing to know it by, as with a plain colour.</param>
/// <param name="Grey">The picture in small: brightness of <see cref="Side"/> × <see cref="Side"/> fields, row by row.</param>
public sealed record PicturePrint(int Width, int Height, int Brightness, int Highlight, long? Hash, ImmutableArray<byte> Grey)
{
    /// <summary>Fields along a side of the picture in small.</summary>
    public const int Side = 32;

    /// <summary>Bits in which the hashes of two copies may differ: saved again, smaller, lighter or darker ones had up to 6.</summary>
    internal const int MostBits = 8;

    /// <summary>Levels by which fields of two copies may differ: copies had up to 5, different pages and screens 12 and more.</summary>
    private const float MostLevels = 8;

    /// <summary>So many fields may differ more: an edge that falls on the other side of a field's border.</summary>
    private const int Strays = 4;

    /// <summary>Relative difference of the sides' ratio.</summary>
    private const double MostDistorted = 0.03;

    private const int HashSide = 8;

    /// <summary>Pictures with less contrast than this many levels are plain: their hash would be chance.</summary>
    private const double LeastContrast = 4;

    private static readonly float[,] Cosines = MakeCosines();

    public static PicturePrint Of(int width, int height, int brightness, int highlight, ImmutableArray<byte> grey) =>
        new(width, height, brightness, highlight, HashOf(grey), grey);

    /// <summary>Whether the hashes are so close that a closer look is worth it.</summary>
    public static bool MayBeSame(long hash, long other) => BitOperations.PopCount((ulong)(hash ^ other)) <= MostBits;

    /// <summary>One is a copy of the other: saved again, in another size, lighter or darker. A cropped or turned one is not known again.</summary>
    public bool ShowsSameAs(PicturePrint other)
    {
        if (Hash is not { } mine || other.Hash is not { } theirs || !MayBeSame(mine, theirs))
        {
            return false;
        }

        var (ratio, otherRatio) = ((double)Width / Height, (double)other.Width / other.Height);
        return Math.Abs(ratio - otherRatio) <= MostDistorted * ratio && DifferenceTo(other) <= MostLevels;
    }

    /// <summary>In levels, once brightness and contrast are made equal.</summary>
    internal float DifferenceTo(PicturePrint other)
    {
        var (mean, spread) = Contrast(Grey);
        var (otherMean, otherSpread) = Contrast(other.Grey);
        var scale = (float)(spread / Math.Max(otherSpread, 0.1));
        var differences = new float[Grey.Length];
        for (var i = 0; i < differences.Length; i++)
        {
            differences[i] = Math.Abs(Grey[i] - (float)mean - ((other.Grey[i] - (float)otherMean) * scale));
        }

        Array.Sort(differences);
        return differences[^(Strays + 1)];
    }

    /// <summary>Signs of the lowest frequencies against their median.</summary>
    private static long? HashOf(ImmutableArray<byte> grey)
    {
        if (grey.Length != Side * Side || Contrast(grey).Spread < LeastContrast)
        {
            return null;
        }

        var rows = new float[HashSide * Side];
        for (var u = 0; u < HashSide; u++)
        {
            for (var y = 0; y < Side; y++)
            {
                for (var x = 0; x < Side; x++)
                {
                    rows[(u * Side) + y] += grey[(y * Side) + x] * Cosines[u, x];
                }
            }
        }

        var waves = new float[HashSide * HashSide];
        for (var v = 0; v < HashSide; v++)
        {
            for (var u = 0; u < HashSide; u++)
            {
                for (var y = 0; y < Side; y++)
                {
                    waves[(v * HashSide) + u] += rows[(u * Side) + y] * Cosines[v, y];
                }
            }
        }

        // The first one is the brightness.
        var sorted = waves[1..];
        Array.Sort(sorted);
        var median = sorted[sorted.Length / 2];
        var hash = 0UL;
        for (var i = 1; i < waves.Length; i++)
        {
            hash |= waves[i] > median ? 1UL << i : 0;
        }

        return unchecked((long)hash);
    }

    private static (double Mean, double Spread) Contrast(ImmutableArray<byte> grey)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var level in grey)
        {
            sum += level;
            squares += (double)level * level;
        }

        var mean = sum / grey.Length;
        return (mean, Math.Sqrt(Math.Max(0, (squares / grey.Length) - (mean * mean))));
    }

    private static float[,] MakeCosines()
    {
        var cosines = new float[HashSide, Side];
        for (var u = 0; u < HashSide; u++)
        {
            for (var x = 0; x < Side; x++)
            {
                cosines[u, x] = (float)Math.Cos(Math.PI * u * ((2 * x) + 1) / (2.0 * Side));
            }
        }

        return cosines;
    }
}
