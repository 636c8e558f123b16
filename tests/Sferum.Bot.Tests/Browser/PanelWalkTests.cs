using System.Text;
using Microsoft.Playwright;
using MiniExcelLibs;
using Sferum.Bot.Tests.Orders.InForce;
using Sferum.Bot.Tests.Panel;
using Sferum.Bot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sferum.Bot.Tests.Browser;

/// <summary>A morning of the specialist, from the word in the chat to the table for her chief.</summary>
[Collection(BrowserTests.Name)]
public sealed class PanelWalkTests(ChromiumFixture chromium, SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    private const int Schools = 10;
    private const string School = "МОУ «Вымышленная СОШ № 1»";
    private const string Question = "Можно ли назначить двух администраторов?";

    private readonly OpenedPanel _panel = new();

    [SkippableFact]
    public async Task She_finds_reminds_reviews_answers_puts_an_order_in_force_and_takes_the_table_along()
    {
        var page = await _panel.OpenAsync(chromium, 1366, 768, ColorScheme.Light);
        await using var site = await PanelSite.StartAsync(fixture, ("Office__UnaskedFrom", "08:00"), ("Office__UnaskedUntil", "20:00"));
        site.Vk.People.Write(PanelSite.Director, "привет");
        var first = await site.AddAsync(School, "МОУ", PanelSite.Director);
        await site.SubmitAsync(PanelSite.Director, first);
        for (var i = 2; i <= Schools; i++)
        {
            await site.SubmitAsync(3000 + i, await site.AddAsync($"МОУ «Сказочная СОШ № {i}»", "МОУ", 3000 + i));
        }

        await site.AskAsync(Question);
        await _panel.KeepingPictureAsync(page, "walk", async () =>
        {
            await OpenedPanel.EnterAsync(site, page, "walk-enter", PanelSite.Specialist);
            await RemindAsync(site, page);
            await ReviewAsync(site, page, first);
            await AnswerAsync(site, page);
            await PutInForceAsync(page);
            await TakeTheTableAsync(page);
        });
    }

    private static async Task RemindAsync(PanelSite site, IPage page)
    {
        await page.Locator("select[name=point]").SelectOptionAsync("223-09/1.3");
        await page.Locator("select[name=status]").SelectOptionAsync("open");
        await page.GetByRole(AriaRole.Button, new() { Name = "Показать" }).ClickAsync();
        await page.WaitForURLAsync("**status=open**");
        await Expect(page.Locator("tbody th a")).ToHaveCountAsync(Schools);
        await page.GetByRole(AriaRole.Link, new() { Name = "Напомнить им" }).ClickAsync();
        await page.GetByLabel("Текст").FillAsync("Просьба сдать 1.3: {учреждение}.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Отправить" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Не отправлять" })).ToBeVisibleAsync();
        site.Vk.Clock.Advance(TimeSpan.FromMinutes(2));
        await site.HeardAsync(PanelSite.Director, $"Просьба сдать 1.3: {School}.");
    }

    /// <summary>Ten reports by the keys, one of them returned; it comes anew and is accepted.</summary>
    private static async Task ReviewAsync(PanelSite site, IPage page, long school)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Проверка" }).ClickAsync();
        await Expect(page.Locator(".pages")).ToContainTextAsync($"1 из {Schools}");
        await Expect(page.Locator("article")).ToContainTextAsync(School);
        await page.Locator("input[name=words]").FillAsync("нет подписи");
        await page.GetByRole(AriaRole.Button, new() { Name = "Вернуть" }).ClickAsync();
        await site.HeardAsync(PanelSite.Director, "нет подписи");
        for (var left = Schools - 1; left > 0; left--)
        {
            await Expect(page.Locator(".pages")).ToContainTextAsync($"1 из {left}");
            await AcceptByKeyAsync(page);
        }

        await Expect(page.Locator("#content")).ToContainTextAsync("На проверке больше ничего нет");
        await site.SubmitAsync(PanelSite.Director, school, "1.1.a", "photo1_77");
        await page.ReloadAsync();
        await Expect(page.Locator("article")).ToContainTextAsync(School);
        await AcceptByKeyAsync(page);
        await site.HeardAsync(PanelSite.Director, "Принято: 1.1а");
    }

    /// <summary>A key decides nothing in the moment in which a page is new.</summary>
    private static async Task AcceptByKeyAsync(IPage page)
    {
        var before = await page.Locator("article h2").TextContentAsync() ?? "";
        await page.WaitForFunctionAsync("() => performance.now() > 500");
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator("#content")).Not.ToContainTextAsync(before);
    }

    private static async Task AnswerAsync(PanelSite site, IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Вопросы" }).ClickAsync();
        var card = page.Locator("article", new() { HasText = Question });
        await card.GetByRole(AriaRole.Textbox).FillAsync("Можно, укажите в акте обоих.");
        await card.GetByRole(AriaRole.Checkbox).CheckAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Ответить" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("бот теперь отвечает сам");
        await site.HeardAsync(PanelSite.Director, "укажите в акте обоих");
    }

    private static async Task PutInForceAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Приказы" }).ClickAsync();
        await page.GetByLabel("Файл приказа").SetInputFilesAsync(new FilePayload
        {
            Name = "01-в.yaml",
            MimeType = "application/x-yaml",
            Buffer = Encoding.UTF8.GetBytes(SecondOrder.Yaml),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Загрузить и проверить" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ввести в силу…" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ввести в силу", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToBeVisibleAsync();
    }

    private static async Task TakeTheTableAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Таблица" }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Excel" }).ClickAsync());
        await using var file = await download.CreateReadStreamAsync();
        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        var rows = content.Query(useHeaderRow: true).Select(row => (IDictionary<string, object>)row).ToArray();
        Assert.Equal(Schools, rows.Length);
        Assert.All(rows, row => Assert.Equal("принят", row.Single(cell => cell.Key.EndsWith("1.1а", StringComparison.Ordinal)).Value));
    }
}
