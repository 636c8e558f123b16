using SkiaSharp;

namespace Sferum.Bot.Tests.Support;

/// <summary>
/// Pictures as offices send them, drawn without fonts: photos and scans of pages of one letterhead, and cards of group chats
/// on a phone. Their letters are strokes; equal numbers give equal pictures.
/// </summary>
internal static class DrawnPictures
{
    /// <summary>A page with head, signature and stamp, which are the same for every text.</summary>
    /// <param name="isPhoto">Lying on a table, with a shadow; else scanned.</param>
    public static SKBitmap Page(int text, bool isPhoto)
    {
        const int Width = 1240;
        const int Height = 1754;
        var page = new SKBitmap(Width, Height);
        using var canvas = new SKCanvas(page);
        canvas.Clear(isPhoto ? new SKColor(60, 45, 35) : SKColors.White);
        if (isPhoto)
        {
            using var paper = new SKPaint { Color = new SKColor(232, 230, 225) };
            canvas.Save();
            canvas.Translate(Width * 0.03f, Height * 0.03f);
            canvas.Scale(0.94f);
            canvas.DrawRect(0, 0, Width, Height, paper);
        }

        var letterhead = new Random(1);
        var body = new Random((text * 7919) + 13);
        var y = Height * 0.06f;
        for (var i = 0; i < 5; i++)
        {
            Line(canvas, letterhead, Width * 0.3f, Width * 0.65f, y += 32);
        }

        y += 64;
        for (var paragraph = 0; paragraph < 5 + body.Next(3); paragraph++)
        {
            var lines = 2 + body.Next(6);
            for (var i = 0; i < lines; i++)
            {
                Line(canvas, body, Width * (i == 0 ? 0.14f : 0.1f), i == lines - 1 ? Width * (0.1f + (0.8f * (float)body.NextDouble())) : Width * 0.88f, y += 32);
            }
        }

        Line(canvas, letterhead, Width * 0.1f, Width * 0.4f, Height * 0.85f);
        Line(canvas, letterhead, Width * 0.7f, Width * 0.85f, Height * 0.85f);
        using var stamp = new SKPaint { Color = new SKColor(50, 60, 170), StrokeWidth = 4, Style = SKPaintStyle.Stroke, IsAntialias = true };
        canvas.DrawCircle(Width * 0.5f, Height * 0.87f, 90, stamp);
        canvas.DrawCircle(Width * 0.5f, Height * 0.87f, 60, stamp);
        if (isPhoto)
        {
            canvas.Restore();
            using var shadow = SKShader.CreateLinearGradient(
                new SKPoint(0, 0), new SKPoint(Width, Height), [new SKColor(0, 0, 0, 0), new SKColor(0, 0, 0, 60)], SKShaderTileMode.Clamp);
            using var paint = new SKPaint { Shader = shadow };
            canvas.DrawRect(0, 0, Width, Height, paint);
        }

        return page;
    }

    /// <summary>A group chat's card, on which only the name, the faces and the members are its own.</summary>
    public static SKBitmap ChatCard(int chat, bool isDark)
    {
        var card = new SKBitmap(1080, 2160);
        using var canvas = new SKCanvas(card);
        canvas.Clear(isDark ? new SKColor(25, 25, 26) : SKColors.White);
        var frame = new Random(5);
        var own = new Random((chat * 977) + 1);
        var ink = isDark ? SKColors.White : SKColors.Black;
        using var face = new SKPaint { Color = SKColor.FromHsl(own.Next(360), 40, 60), IsAntialias = true };
        canvas.DrawCircle(540, 380, 160, face);
        Word(canvas, own, 300 - own.Next(100), 640, 8 + own.Next(12), 3, ink);
        Word(canvas, own, 440, 710, 2, 2.2f, ink);
        Word(canvas, frame, 520, 710, 9, 2.2f, ink);
        var y = 900f;
        for (var i = 0; i < 4; i++, y += 130)
        {
            Word(canvas, frame, 150, y, 6 + frame.Next(8), 2.5f, ink);
        }

        for (var i = 0; i < 5; i++, y += 130)
        {
            face.Color = SKColor.FromHsl(own.Next(360), 40, 60);
            canvas.DrawCircle(110, y, 45, face);
            Word(canvas, own, 200, y, 5 + own.Next(8), 2.2f, ink);
        }

        return card;
    }

    public static byte[] Jpeg(SKBitmap picture, int quality = 85)
    {
        using var data = picture.Encode(SKEncodedImageFormat.Jpeg, quality);
        return data.ToArray();
    }

    public static byte[] Png(SKBitmap picture)
    {
        using var data = picture.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    public static SKBitmap Resized(SKBitmap picture, double scale) => picture.Resize(
        new SKImageInfo((int)(picture.Width * scale), (int)(picture.Height * scale)), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));

    /// <param name="scale">1 leaves it as bright as it is.</param>
    public static SKBitmap Brightened(SKBitmap picture, float scale)
    {
        var other = new SKBitmap(picture.Width, picture.Height);
        using var canvas = new SKCanvas(other);
        using var filter = SKColorFilter.CreateColorMatrix([scale, 0, 0, 0, 0, 0, scale, 0, 0, 0, 0, 0, scale, 0, 0, 0, 0, 0, 1, 0]);
        using var paint = new SKPaint { ColorFilter = filter };
        canvas.DrawBitmap(picture, 0, 0, SKSamplingOptions.Default, paint);
        return other;
    }

    public static SKBitmap Plain(int width, int height, SKColor color)
    {
        var picture = new SKBitmap(width, height);
        picture.Erase(color);
        return picture;
    }

    private static void Line(SKCanvas canvas, Random random, float from, float to, float y)
    {
        for (var x = from; x < to;)
        {
            x = Word(canvas, random, x, y, 2 + random.Next(9), 1, new SKColor(35, 35, 40));
        }
    }

    private static float Word(SKCanvas canvas, Random random, float x, float y, int letters, float size, SKColor color)
    {
        using var ink = new SKPaint { Color = color, StrokeWidth = 2.2f * MathF.Sqrt(size), Style = SKPaintStyle.Stroke, IsAntialias = true };
        for (var letter = 0; letter < letters; letter++, x += 11.5f * size)
        {
            for (var stroke = 0; stroke < 3; stroke++)
            {
                canvas.DrawLine(x + Within(9), y - Within(15), x + Within(9), y - Within(15), ink);
            }
        }

        return x + (9 * size);

        float Within(int length) => (float)random.NextDouble() * length * size;
    }
}
