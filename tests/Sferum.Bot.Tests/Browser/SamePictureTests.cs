using Deque.AxeCore.Playwright;
using LinqToDB.Data;
using Microsoft.Playwright;
using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Panel;
using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;
using static Microsoft.Playwright.Assertions;

namespace Sferum.Bot.Tests.Browser;

/// <summary>Two institutions send one photo over VK, the second one saved again; the specialist accepts what is beyond doubt.</summary>
[Collection(BrowserTests.Name)]
public sealed class SamePictureTests(ChromiumFixture chromium, SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    private const long Neighbour = 1002;

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("SFERUM_TEST_PICTURES");

    [SkippableFact]
    public async Task A_photo_of_two_institutions_is_warned_of_and_left_out_when_the_rest_is_accepted_at_once()
    {
        var page = await chromium.OpenAsync();
        await using var site = await PanelSite.StartAsync(fixture);
        site.Vk.People.Add("Борис", "Сочинённый", "директор", Neighbour);
        using var order = DrawnPictures.Page(1, isPhoto: true);
        using var other = DrawnPictures.Page(2, isPhoto: true);
        var first = await JoinAsync(site, PanelSite.Director, "МОУ «Вымышленная СОШ № 1»");
        await JoinAsync(site, Neighbour, "МОУ «Вымышленная СОШ № 2»");
        await ReportAsync(site, PanelSite.Director, "1.1а приказ № 12-од от 15.04.2024", DrawnPictures.Jpeg(order, 90));
        await ReportAsync(site, PanelSite.Director, "1.1б приказ № 13-од от 15.04.2024", DrawnPictures.Jpeg(other, 90));
        await ReportAsync(site, Neighbour, "1.1а приказ № 5 от 12.04.2024", DrawnPictures.Jpeg(DrawnPictures.Resized(order, 0.7), 70));
        await Eventually.TrueAsync(
            async () => await site.WriteAsync((db, token) => db.QueryToListAsync<long>("select count(*) from evidence_print where state = 'compared'", token)) is [3],
            () => "the photos were not looked at");
        await page.GotoAsync(new Uri(site.Address, $"/panel/enter/{await site.LinkAsync(PanelSite.Specialist)}").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Отчёты учреждений");

        await page.GotoAsync(new Uri(site.Address, "/panel/review").ToString());
        var warning = page.GetByRole(AriaRole.Group, new() { Name = "На что обратить внимание" });
        await Expect(warning).ToContainTextAsync("Похоже, та же картинка");
        await Expect(warning.GetByRole(AriaRole.Link)).ToHaveTextAsync("МОУ «Вымышленная СОШ № 2», пункт 1.1а");
        await PictureAsync(page, "same-picture");
        await warning.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync("МОУ «Вымышленная СОШ № 2»");
        await Expect(warning.GetByRole(AriaRole.Link)).ToHaveTextAsync("МОУ «Вымышленная СОШ № 1», пункт 1.1а");

        await page.GetByRole(AriaRole.Link, new() { Name = "Все списком" }).ClickAsync();
        await Expect(page.Locator(".waiting > li")).ToHaveCountAsync(3);
        await Expect(page.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Отметить все, что можно" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
        await Eventually.TrueAsync(
            () => page.EvaluateAsync<bool>("() => [...document.querySelectorAll('.previews img')].slice(0, 2).every(picture => picture.naturalWidth > 100)"),
            () => "the previews are not seen");
        Assert.DoesNotContain((await page.RunAxe()).Violations, v => v.Impact is "serious" or "critical");
        await PictureAsync(page, "same-picture-list");
        await page.GetByRole(AriaRole.Button, new() { Name = "Принять отмеченные" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Принято: 1");
        await Expect(page.Locator(".waiting > li")).ToHaveCountAsync(2);
        await Expect(page.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(0);
        await HearAsync(site, PanelSite.Director, "принят");
        Assert.Equal("✓ принят", await StateAsync(page, site, first));
        await page.Context.CloseAsync();
    }

    private static async Task<string> StateAsync(IPage page, PanelSite site, long institution)
    {
        await page.GotoAsync(new Uri(site.Address, $"/panel/institutions/{institution}").ToString());
        return await page.Locator("#line-223-09-1-1-b b").First.InnerTextAsync();
    }

    /// <returns>The institution.</returns>
    private static async Task<long> JoinAsync(PanelSite site, long head, string name)
    {
        var institution = await site.AddAsync(name, "МОУ");
        var code = await site.WriteAsync((db, token) => site.Get<ClaimStore>().IssueAsync(db, PanelSite.Specialist, institution, token));
        site.Vk.People.Write(head, "привет");
        await HearAsync(site, head, "Согласны?");
        site.Vk.People.Press(head, "Согласен");
        await HearAsync(site, head, "Кто вы?");
        site.Vk.People.Press(head, "Руководитель учреждения");
        await HearAsync(site, head, "Пришлите код");
        site.Vk.People.Write(head, code);
        await HearAsync(site, head, "Код подходит");
        site.Vk.People.Press(head, "Да, подключить");
        await HearAsync(site, head, "Вы подключены");
        return institution;
    }

    private static async Task ReportAsync(PanelSite site, long head, string words, byte[] photo)
    {
        site.Vk.People.Write(head, new PersonMessage { Text = words, Attachments = [new PersonAttachment("photo", "photo.jpg", Convert.ToBase64String(photo))] });
        await HearAsync(site, head, "Отправляем?");
        site.Vk.People.Press(head, "Отправить");
        await HearAsync(site, head, "Специалист проверит");
    }

    private static Task HearAsync(PanelSite site, long person, string words) => Eventually.TrueAsync(
        () => site.Vk.People.ChatOf(person).Messages.LastOrDefault(m => m.Out)?.Text.Contains(words, StringComparison.OrdinalIgnoreCase) == true,
        () => $"{person} did not hear «{words}»: {string.Join(" | ", site.Vk.People.ChatOf(person).Messages.Select(m => m.Text))}");

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Pictures is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png"), FullPage = true });
        }
    }
}
