using System.Collections.Immutable;
using Microsoft.Playwright;
using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Deploy.Guides;
using Sferum.Bot.Tests.Panel;
using Sferum.Bot.Tests.Support;
using SkiaSharp;
using static Microsoft.Playwright.Assertions;

namespace Sferum.Bot.Tests.Browser;

/// <summary>
/// What the pictures of README show is there to be seen. <c>SFERUM_REWRITE_PICTURES=1</c> takes them anew: letters look
/// different on every machine, so the pictures themselves are not compared.
/// </summary>
[Collection(BrowserTests.Name)]
public sealed class GuidePictureTests(ChromiumFixture chromium, SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    private const long Director = 1001;
    private const long Kindergarten = 1002;
    private const long Teacher = 1003;
    private const long Specialist = 1004;

    private static readonly bool Rewrite = Environment.GetEnvironmentVariable("SFERUM_REWRITE_PICTURES") == "1";

    [SkippableFact]
    public async Task The_demo_shows_director_specialist_and_teacher_side_by_side_in_the_middle_of_it()
    {
        var page = await OpenAsync(1366, 810);
        var folder = Directory.CreateTempSubdirectory("sferum-picture-");
        var demo = await BotProcess.StartDemoAsync(new Dictionary<string, string> { ["TMPDIR"] = folder.FullName });
        try
        {
            await page.GotoAsync(demo.Address.ToString());
            var head = new PhoneOnPage(page, Director);
            await JoinAsync(head, "SHKA-2345");
            var kindergarten = new PhoneOnPage(page, Kindergarten);
            await JoinAsync(kindergarten, "SADA-2345");
            var office = new PhoneOnPage(page, Specialist);
            await office.WriteAsync("привет");
            await office.HearAsync("Учреждений");
            var teacher = new PhoneOnPage(page, Teacher);
            await teacher.WriteAsync("привет");
            await teacher.HearAsync("Согласны?");
            await teacher.PressAsync("Согласен");
            await teacher.HearAsync("Кто вы?");
            await teacher.PressAsync("Педагог");
            await teacher.HearAsync("Где вы работаете?");
            await teacher.PressAsync("Школа");
            await teacher.HearAsync("Вы работаете в школе");
            await teacher.PressAsync("Как подтвердить роль");
            await teacher.HearAsync("Что уже сделано?");
            await head.WriteWithSamplePhotoAsync("1.1а приказ 12-од от 15 апреля");
            await head.HearAsync("Отправляем?");
            await head.PressAsync("Отправить");
            await head.HearAsync("Квитанция: отчёт № 1");
            await office.HearAsync("Новый отчёт");
            await office.PressUnderMessageAsync("Посмотреть");
            await office.HearAsync("12-од");
            await kindergarten.WriteAsync("до какого числа сдать отчёт?");
            await kindergarten.HearAsync("19.04.2024");
            await head.WriteAsync("1.3 будет к 18-му");
            await head.HearAsync("обещаете к 18 апреля");
            await TakeAsync(page, "demo");
        }
        finally
        {
            await page.Context.CloseAsync();
            await demo.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }

    [SkippableFact]
    public async Task The_panel_shows_where_every_institution_stands()
    {
        var page = await OpenAsync(1366, 664);
        await using var site = await PanelSite.StartAsync(fixture);
        await FillAsync(site);
        await OpenedPanel.EnterAsync(site, page, "picture", PanelSite.Specialist);
        await Expect(page.Locator(".cell.s-waiting").First).ToBeVisibleAsync();
        await TakeAsync(page, "panel");
        await page.Context.CloseAsync();
    }

    /// <summary>The day before the deadline: most is done, some is not, and something of every state is to be seen.</summary>
    private static async Task FillAsync(PanelSite site)
    {
        (string Name, string Type, string Accepted, string Waiting, string Returned)[] district =
        [
            ("МОУ «Вымышленная СОШ № 1»", "МОУ", "1.1.a 1.1.b 1.2.0 1.2.a 1.2.b", "1.1.c 1.2.c 1.3", ""),
            ("МОУ «Сказочная СОШ № 2»", "МОУ", "1.1.a 1.1.b 1.1.c 1.2.0 1.2.a 1.2.b 1.2.c 1.2.d 1.3 1.4", "", ""),
            ("МОУ «Небывалая ООШ»", "МОУ", "1.2.b 1.2.c", "1.1.b", "1.1.a"),
            ("МДОУ «Детский сад „Выдумка“»", "МДОУ", "1.1.a 1.1.b 1.2.b", "1.2.c", "1.3"),
            ("МДОУ «Детский сад „Небылица“»", "МДОУ", "", "", ""),
            ("УДО «Дом творчества „Фантазия“»", "УДО", "1.1.a 1.1.b", "1.1.c 1.2.e", ""),
            ("УДО «Спортшкола „Мираж“»", "УДО", "1.1.a", "1.2.0", ""),
        ];
        var head = PanelSite.Director;
        foreach (var (name, type, accepted, waiting, returned) in district)
        {
            head++;
            var reports = site.Get<ReportStore>();
            var institution = await site.AddAsync(name, type, name.Contains("Небылица", StringComparison.Ordinal) ? null : 7000 + head);
            async Task<IReadOnlyList<long>> SubmitAsync(string points)
            {
                var sent = new List<long>();
                foreach (var point in points.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    var fields = site.Get<OrderBook>().FindLine(new LineKey("223-09", point), type)!.Point.Evidence; // lines of that type
                    sent.Add(await site.SubmitAsync(7000 + head, institution, point, fields.ToImmutableSortedDictionary(field => $"{field.Name}.0", _ => "1")));
                }

                return sent;
            }

            foreach (var report in await SubmitAsync(accepted))
            {
                await site.WriteAsync((db, token) => reports.AcceptAsync(db, PanelSite.Specialist, report, $"{report}", token));
            }

            foreach (var report in await SubmitAsync(returned))
            {
                await site.WriteAsync((db, token) => reports.ReturnAsync(db, PanelSite.Specialist, report, $"{report}", "нет подписи", token));
            }

            await SubmitAsync(waiting);
        }

        site.Vk.Clock.MoveTo(PanelSite.Start.AddDays(3));
    }

    private static async Task JoinAsync(PhoneOnPage head, string code)
    {
        await head.WriteAsync("привет");
        await head.HearAsync("Согласны?");
        await head.PressAsync("Согласен");
        await head.HearAsync("Кто вы?");
        await head.PressAsync("Руководитель учреждения");
        await head.HearAsync("Пришлите код учреждения");
        await head.WriteAsync(code);
        await head.HearAsync("Код подходит");
        await head.PressAsync("Да, подключить");
        await head.HearAsync("✓ Вы подключены");
    }

    private Task<IPage> OpenAsync(int width, int height) => chromium.OpenAsync(new BrowserNewContextOptions
    {
        ViewportSize = new ViewportSize { Width = width, Height = height },
        ColorScheme = ColorScheme.Light,
        Locale = "ru-RU",
    });

    private static async Task TakeAsync(IPage page, string name)
    {
        await page.EvaluateAsync("() => document.activeElement.blur()");
        await page.Mouse.MoveAsync(0, 0);
        var picture = InFewerColours(await page.ScreenshotAsync());
        Assert.InRange(picture.Length, 10_000, 200_000);
        if (Rewrite)
        {
            await File.WriteAllBytesAsync(Path.Combine(Guide.Checkout, "deploy", "pictures", $"{name}.png"), picture);
        }
    }

    /// <summary>Colours of areas stay; of the others, in photos and on the edges of letters, 16 steps are enough and pack into half.</summary>
    private static byte[] InFewerColours(byte[] png)
    {
        using var bitmap = SKBitmap.Decode(png);
        var pixels = bitmap.Pixels;
        var areas = pixels.CountBy(pixel => pixel).Where(colour => colour.Value > 3_000).Select(colour => colour.Key).ToHashSet();
        bitmap.Pixels = [.. pixels.Select(pixel => areas.Contains(pixel) ? pixel : new SKColor(Step(pixel.Red), Step(pixel.Green), Step(pixel.Blue)))];
        using var pixmap = bitmap.PeekPixels();
        using var data = pixmap.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, 9)) ?? throw new InvalidOperationException("not encoded");
        return data.ToArray();

        static byte Step(byte colour) => (byte)(Math.Round(colour / 17.0) * 17);
    }
}
