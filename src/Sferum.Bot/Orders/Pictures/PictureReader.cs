using System.Collections.Immutable;
using SkiaSharp;

namespace Sferum.Bot.Orders.Pictures;

/// <summary>
/// Looks at pictures that anybody may have sent. Only the kinds that browsers show are decoded, none larger than its header
/// may say, JPEG and WebP scaled down while they are; one at a time takes up to about 200 MB for a moment.
/// </summary>
internal static class PictureReader
{
    private const long MostPixels = 50_000_000;

    /// <summary>Of kinds that can't be scaled while they are decoded, at 4 bytes a pixel.</summary>
    private const long MostWholePixels = 25_000_000;

    /// <summary>The longer side of the preview, and of what is measured.</summary>
    private const int LongerSide = 400;

    private const int Quality = 70;

    /// <param name="content">Stands at its beginning.</param>
    /// <returns>Null when it is no picture, too large a one, or damaged.</returns>
    public static async Task<LookedAt?> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        if (!EvidenceType.IsPicture(await EvidenceType.OfAsync(content, cancellationToken)))
        {
            return null;
        }

        using var data = SKData.Create(content);
        using var codec = data is null ? null : SKCodec.Create(data);
        return codec is null ? null : Read(codec);
    }

    private static LookedAt? Read(SKCodec codec)
    {
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width <= 0 || height <= 0 || (long)width * height > MostPixels)
        {
            return null;
        }

        var size = codec.GetScaledDimensions(Math.Min(1f, 2f * LongerSide / Math.Max(width, height)));
        if ((long)size.Width * size.Height > MostWholePixels)
        {
            return null;
        }

        using var whole = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(whole.Info, whole.GetPixels()) is not (SKCodecResult.Success or SKCodecResult.IncompleteInput))
        {
            return null;
        }

        var turn = codec.EncodedOrigin switch
        {
            SKEncodedOrigin.BottomRight => 180,
            SKEncodedOrigin.RightTop => 90,
            SKEncodedOrigin.LeftBottom => 270,
            _ => 0,
        };
        using var small = Drawn(whole, turn);
        using var preview = small.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return preview is null ? null : new LookedAt(turn % 180 == 0 ? Measure(small, width, height) : Measure(small, height, width), preview.ToArray());
    }

    /// <summary>In small, upright, on white.</summary>
    private static SKBitmap Drawn(SKBitmap whole, int turn)
    {
        var (width, height) = turn % 180 == 0 ? (whole.Width, whole.Height) : (whole.Height, whole.Width);
        var scale = Math.Min(1f, (float)LongerSide / Math.Max(width, height));
        var small = new SKBitmap(Math.Max(1, (int)Math.Round(width * scale)), Math.Max(1, (int)Math.Round(height * scale)), SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(small);
        using var picture = SKImage.FromBitmap(whole);
        canvas.Clear(SKColors.White);
        canvas.Scale(small.Width / (float)width, small.Height / (float)height);
        canvas.Translate(width / 2f, height / 2f);
        canvas.RotateDegrees(turn);
        canvas.Translate(-whole.Width / 2f, -whole.Height / 2f);
        canvas.DrawImage(picture, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return small;
    }

    private static PicturePrint Measure(SKBitmap small, int width, int height)
    {
        var pixels = small.Pixels;
        var levels = new int[256];
        var sums = new long[PicturePrint.Side * PicturePrint.Side];
        var counts = new int[sums.Length];
        var total = 0L;
        for (var y = 0; y < small.Height; y++)
        {
            for (var x = 0; x < small.Width; x++)
            {
                var pixel = pixels[(y * small.Width) + x];
                var level = ((pixel.Red * 299) + (pixel.Green * 587) + (pixel.Blue * 114)) / 1000;
                var field = (y * PicturePrint.Side / small.Height * PicturePrint.Side) + (x * PicturePrint.Side / small.Width);
                levels[level]++;
                sums[field] += level;
                counts[field]++;
                total += level;
            }
        }

        // Narrower than its fields, it has nothing to be known by.
        var grey = counts.Contains(0) ? [] : sums.Zip(counts, (sum, count) => (byte)(sum / count)).ToImmutableArray();
        return PicturePrint.Of(width, height, (int)(total / pixels.Length), HighlightOf(levels, pixels.Length), grey);
    }

    /// <summary>The level that a five-hundredth reaches: the letters of a dark screen are few.</summary>
    private static int HighlightOf(int[] levels, int count)
    {
        var level = levels.Length - 1;
        for (var brighter = levels[level]; level > 0 && brighter * 500 < count; brighter += levels[level])
        {
            level--;
        }

        return level;
    }
}

/// <param name="Preview">JPEG, some 15 KB.</param>
internal sealed record LookedAt(PicturePrint Print, byte[] Preview);
