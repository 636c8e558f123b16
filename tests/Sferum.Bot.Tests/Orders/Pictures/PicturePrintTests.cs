using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;
using Sferum.Bot.Orders.Pictures;
using Sferum.Bot.Tests.Support;
using SkiaSharp;

namespace Sferum.Bot.Tests.Orders.Pictures;

/// <summary>The experiment that the limits of <see cref="PicturePrint"/> come from, and what the reader refuses.</summary>
public sealed class PicturePrintTests
{
    private const int Texts = 6;

    private static readonly (string Name, Func<int, SKBitmap> Draw)[] Kinds =
    [
        ("photo of a page", text => DrawnPictures.Page(text, isPhoto: true)),
        ("scan of a page", text => DrawnPictures.Page(text, isPhoto: false)),
        ("chat card", chat => DrawnPictures.ChatCard(chat, isDark: false)),
        ("dark chat card", chat => DrawnPictures.ChatCard(chat, isDark: true)),
    ];

    private static readonly (string Name, Func<SKBitmap, byte[]> Copy)[] Copies =
    [
        ("saved again", picture => DrawnPictures.Jpeg(picture, 80)),
        ("saved badly", picture => DrawnPictures.Jpeg(picture, 50)),
        ("half as large", picture => DrawnPictures.Jpeg(DrawnPictures.Resized(picture, 0.5), 75)),
        ("a third as large", picture => DrawnPictures.Jpeg(DrawnPictures.Resized(picture, 0.34), 75)),
        ("darker", picture => DrawnPictures.Jpeg(DrawnPictures.Brightened(picture, 0.75f), 80)),
        ("lighter", picture => DrawnPictures.Jpeg(DrawnPictures.Brightened(picture, 1.06f), 80)),
        ("as PNG", DrawnPictures.Png),
    ];

    [Fact]
    public async Task Copies_are_known_again_and_other_pages_of_one_letterhead_are_not()
    {
        var wrong = new List<string>();
        foreach (var (kind, draw) in Kinds)
        {
            var prints = new List<PicturePrint>();
            for (var text = 0; text < Texts; text++)
            {
                using var picture = draw(text);
                var print = await PrintAsync(DrawnPictures.Jpeg(picture, 95));
                foreach (var (name, copy) in Copies)
                {
                    var other = await PrintAsync(copy(picture));
                    if (!print.ShowsSameAs(other) || !other.ShowsSameAs(print))
                    {
                        wrong.Add($"{kind} {text} {name} is not known again: {Distance(print, other)}");
                    }
                }

                wrong.AddRange(prints.Where(known => print.ShowsSameAs(known) || known.ShowsSameAs(print)).Select(known => $"two of {kind} are taken for one: {Distance(print, known)}"));
                prints.Add(print);
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_hash_of_64_bits_alone_would_take_strangers_for_copies()
    {
        var prints = new List<PicturePrint>();
        for (var chat = 0; chat < Texts; chat++)
        {
            using var card = DrawnPictures.ChatCard(chat, isDark: true);
            prints.Add(await PrintAsync(DrawnPictures.Jpeg(card)));
        }

        Assert.Contains(prints, one => prints.Any(other => other != one && PicturePrint.MayBeSame(one.Hash!.Value, other.Hash!.Value))); // cards have contrast
    }

    [Fact]
    public async Task A_plain_picture_is_like_no_other()
    {
        using var white = DrawnPictures.Plain(900, 900, SKColors.White);
        using var other = DrawnPictures.Plain(900, 900, SKColors.WhiteSmoke);

        var print = await PrintAsync(DrawnPictures.Png(white));

        Assert.Null(print.Hash);
        Assert.False(print.ShowsSameAs(await PrintAsync(DrawnPictures.Png(other))));
        Assert.Equal((255, 255), (print.Brightness, print.Highlight));
    }

    [Fact]
    public async Task A_dark_screen_has_light_letters_and_a_dark_photo_has_none()
    {
        using var screen = DrawnPictures.ChatCard(1, isDark: true);
        using var photo = DrawnPictures.Brightened(DrawnPictures.Page(1, isPhoto: true), 0.2f);

        var (light, dark) = (await PrintAsync(DrawnPictures.Jpeg(screen)), await PrintAsync(DrawnPictures.Jpeg(photo)));

        Assert.InRange(light.Highlight, 150, 255);
        Assert.InRange(dark.Highlight, 0, 60);
        Assert.InRange(dark.Brightness, 0, 50);
    }

    [Fact]
    public async Task A_transparent_picture_is_seen_on_white()
    {
        using var nothing = DrawnPictures.Plain(600, 600, SKColors.Transparent);

        Assert.Equal(255, (await PrintAsync(DrawnPictures.Png(nothing))).Brightness);
    }

    [Fact]
    public async Task A_photo_that_was_turned_by_its_camera_is_seen_upright()
    {
        using var lying = DrawnPictures.Plain(600, 400, SKColors.Gray);

        var look = await ReadAsync(Turned(DrawnPictures.Jpeg(lying)));

        Assert.Equal((400, 600), (look!.Print.Width, look.Print.Height)); // it is a picture
        using var preview = SKBitmap.Decode(look.Preview);
        Assert.Equal((267, 400), (preview.Width, preview.Height));
    }

    [Theory]
    [InlineData("%PDF-1.4 nothing more")]
    [InlineData("")]
    [InlineData("BM and what looks like a bitmap")]
    public async Task What_is_no_picture_for_a_browser_is_none_here(string content) => Assert.Null(await ReadAsync(Encoding.ASCII.GetBytes(content)));

    [Fact]
    public async Task A_picture_that_says_to_be_huge_is_not_decoded()
    {
        using var small = DrawnPictures.Plain(8, 8, SKColors.Red);
        var png = DrawnPictures.Png(small);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 30_000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 30_000);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));

        Assert.Null(await ReadAsync(png));
    }

    [Fact]
    public async Task Damaged_pictures_never_throw()
    {
        using var page = DrawnPictures.Page(1, isPhoto: true);
        var random = new Random(17);
        foreach (var whole in new[] { DrawnPictures.Jpeg(page), DrawnPictures.Png(page) })
        {
            for (var i = 0; i < 20; i++)
            {
                var damaged = whole[..(random.Next(whole.Length - 10) + 10)];
                for (var hit = 0; hit < 5; hit++)
                {
                    damaged[random.Next(damaged.Length - 4) + 4] = (byte)random.Next(256);
                }

                await ReadAsync(damaged);
            }
        }
    }

    private static async Task<LookedAt?> ReadAsync(byte[] content) => await PictureReader.ReadAsync(new MemoryStream(content), CancellationToken.None);

    private static async Task<PicturePrint> PrintAsync(byte[] content) => (await ReadAsync(content))?.Print ?? throw new InvalidOperationException("no picture");

    private static string Distance(PicturePrint one, PicturePrint other) => string.Create(
        CultureInfo.InvariantCulture,
        $"{BitOperations.PopCount((ulong)((one.Hash ?? 0) ^ (other.Hash ?? 0)))} bits, {one.DifferenceTo(other):0.0} levels");

    /// <summary>With the mark that it has to be turned by 90° to be upright.</summary>
    private static byte[] Turned(byte[] jpeg) =>
    [
        .. jpeg[..2],
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0,
        .. jpeg[2..],
    ];

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
