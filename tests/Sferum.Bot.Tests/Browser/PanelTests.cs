using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using Sferum.Bot.Tests.Orders.InForce;
using Sferum.Bot.Tests.Panel;
using Sferum.Bot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sferum.Bot.Tests.Browser;

/// <summary>The panel as people see it, from the word in the chat on: in light and dark, on an office screen and a phone.</summary>
[Collection(BrowserTests.Name)]
public sealed class PanelTests(ChromiumFixture chromium, SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    /// <summary>A PNG of one pixel.</summary>
    private const string RedDot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

    private readonly OpenedPanel _panel = new();

    [SkippableTheory]
    [InlineData(1366, 768, ColorScheme.Light)]
    [InlineData(1366, 768, ColorScheme.Dark)]
    [InlineData(390, 844, ColorScheme.Light)]
    [InlineData(390, 844, ColorScheme.Dark)]
    public async Task The_specialist_comes_in_from_the_chat_and_every_page_is_fit_for_everybody(int width, int height, ColorScheme colors)
    {
        var page = await _panel.OpenAsync(chromium, width, height, colors);
        await using var site = await PanelSite.StartAsync(fixture);
        await SomeDistrict.FillAsync(site);
        await _panel.KeepingPictureAsync(page, $"{width}-{colors}", async () =>
        {
            await OpenedPanel.EnterAsync(site, page, "вход", PanelSite.Specialist);
            foreach (var (name, path) in SomeDistrict.Pages)
            {
                await page.GotoAsync(new Uri(site.Address, path).ToString());
                await OpenedPanel.CheckAsync(page, $"{name}-{width}-{colors}");
            }
        });
    }

    [SkippableFact]
    public async Task The_matrix_changes_while_one_looks_at_it()
    {
        var page = await _panel.OpenAsync(chromium, 1366, 768, ColorScheme.Light);
        await using var site = await PanelSite.StartAsync(fixture);
        var school = await site.AddAsync("МОУ «Вымышленная СОШ № 1»", "МОУ", PanelSite.Director);
        await _panel.KeepingPictureAsync(page, "live", async () =>
        {
            await OpenedPanel.EnterAsync(site, page, "live", PanelSite.Specialist);
            await Expect(page.Locator(".cell.s-waiting")).ToHaveCountAsync(0);
            await site.SubmitAsync(PanelSite.Director, school);
            await Expect(page.Locator(".cell.s-waiting")).ToHaveCountAsync(1);
            await Expect(page.Locator("#said")).ToHaveTextAsync("Таблица обновлена");
        });
    }

    [SkippableFact]
    public async Task Who_has_not_reported_is_found_in_the_matrix_and_hears_of_it()
    {
        var page = await _panel.OpenAsync(chromium, 1366, 900, ColorScheme.Light);
        await using var site = await PanelSite.StartAsync(fixture, ("Office__UnaskedFrom", "08:00"), ("Office__UnaskedUntil", "20:00"));
        site.Vk.People.Write(PanelSite.Director, "привет");
        await site.AddAsync("МОУ «Вымышленная СОШ № 1»", "МОУ", PanelSite.Director);
        await site.AddAsync("МДОУ «Детский сад „Небылица“»", "МДОУ");
        await _panel.KeepingPictureAsync(page, "remind", async () =>
        {
            await OpenedPanel.EnterAsync(site, page, "remind-enter", PanelSite.Specialist);
            await page.Locator("select[name=status]").SelectOptionAsync("open");
            await page.Locator("select[name=point]").SelectOptionAsync("223-09/1.3");
            await page.GetByRole(AriaRole.Button, new() { Name = "Показать" }).ClickAsync();
            await page.WaitForURLAsync("**point=223-09**");
            await page.GetByRole(AriaRole.Link, new() { Name = "Напомнить им" }).ClickAsync();
            await Expect(page.Locator("#preview")).ToContainTextAsync("Получателей: 1, учреждений: 1 (не сдали 1.3)");

            // The preview follows what is typed, without a press.
            await page.GetByLabel("Текст").FillAsync("Просьба сдать 1.3: {учреждение}.");
            await Expect(page.Locator("#preview blockquote")).ToHaveTextAsync("Просьба сдать 1.3: МОУ «Вымышленная СОШ № 1».");
            await page.GetByText("Учреждениям по названию").ClickAsync();
            await page.GetByLabel("Названия через запятую").FillAsync("Вымышленная");
            await Expect(page.Locator("#preview")).ToContainTextAsync("выбраны по названию, учреждений: 1");
            await OpenedPanel.CheckAsync(page, "remind-written");
            await page.GetByRole(AriaRole.Button, new() { Name = "Отправить" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Не отправлять" })).ToBeVisibleAsync();
            site.Vk.Clock.Advance(TimeSpan.FromMinutes(2));

            // And the page of the broadcast what becomes of it.
            await Expect(page.Locator("[data-live]")).ToContainTextAsync("закончена", new() { Timeout = 20_000 });
            await OpenedPanel.CheckAsync(page, "remind-done");
        });
        Assert.Single(site.Vk.People.ChatOf(PanelSite.Director).Messages, m => m.Out && m.Text.Contains("Просьба сдать 1.3: МОУ «Вымышленная СОШ № 1».", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Evidence_is_seen_beside_the_report_a_picture_and_a_PDF()
    {
        var page = await _panel.OpenAsync(chromium, 1366, 1500, ColorScheme.Light);
        await using var site = await PanelSite.StartAsync(fixture);
        var school = await site.AddAsync("МОУ «Вымышленная СОШ № 1»", "МОУ", PanelSite.Director);
        await site.AddFileAsync("photo1_22", "photo", "фото.png", Convert.FromBase64String(RedDot));
        var paper = await site.AddFileAsync("doc1_23", "doc", "приказ.pdf", SmallPdf());
        await site.SubmitAsync(PanelSite.Director, school, "1.1.a", "photo1_22", "doc1_23");
        await _panel.KeepingPictureAsync(page, "evidence", async () =>
        {
            await OpenedPanel.EnterAsync(site, page, "evidence-enter", PanelSite.Specialist);
            var file = page.WaitForResponseAsync(answer => answer.Url.EndsWith($"/panel/files/{paper}", StringComparison.Ordinal));
            await page.GotoAsync(new Uri(site.Address, "/panel/review").ToString());
            Assert.Equal(200, (await file).Status);
            await Eventually.TrueAsync(
                () => page.EvaluateAsync<bool>("() => [...document.querySelectorAll('.evidence img')].length === 1 && document.querySelector('.evidence img').naturalWidth > 0"),
                () => "the picture is not seen");
            var frame = page.Locator(".evidence iframe");
            await frame.ScrollIntoViewIfNeededAsync();

            // Chromium's viewer stands between: the file's frame holds the viewer's, and that the one that draws the pages.
            await Eventually.TrueAsync(
                () => page.Frames.Count(f => f.Url.EndsWith($"/panel/files/{paper}", StringComparison.Ordinal)) == 2,
                () => $"the PDF is not seen: {string.Join(" | ", page.Frames.Select(f => f.Url))}");
            await OpenedPanel.CheckAsync(page, "evidence");
        });
    }

    [SkippableFact]
    public async Task The_chief_sees_everything_and_has_no_form_but_the_one_to_leave()
    {
        var page = await _panel.OpenAsync(chromium, 1366, 768, ColorScheme.Light);
        await using var site = await PanelSite.StartAsync(fixture);
        await SomeDistrict.FillAsync(site);
        await _panel.KeepingPictureAsync(page, "chief", async () =>
        {
            await OpenedPanel.EnterAsync(site, page, "chief-enter", PanelSite.Chief);
            foreach (var (name, path) in SomeDistrict.Pages.Where(p => p.Name != "fault"))
            {
                await page.GotoAsync(new Uri(site.Address, path).ToString());
                await Expect(page.Locator(".role")).ToHaveTextAsync("начальник, только просмотр");
                var forms = page.Locator("form[method=post]");
                await Expect(forms).ToHaveCountAsync(1);
                await Expect(forms).ToHaveAttributeAsync("action", "/panel/leave");
                await OpenedPanel.CheckAsync(page, $"chief-{name}");
            }
        });
    }

    [SkippableTheory]
    [InlineData(1366, 768, ColorScheme.Light)]
    [InlineData(390, 844, ColorScheme.Dark)]
    public async Task An_order_is_uploaded_mended_rehearsed_and_put_in_force(int width, int height, ColorScheme colors)
    {
        var page = await _panel.OpenAsync(chromium, width, height, colors);
        await using var site = await PanelSite.StartAsync(fixture, ("Office__UnaskedFrom", "09:00"), ("Office__UnaskedUntil", "19:00"));
        await site.AddAsync("МОУ «Вымышленная СОШ № 1»", "МОУ", PanelSite.Director);
        await _panel.KeepingPictureAsync(page, $"orders-{width}", async () =>
        {
            await OpenedPanel.EnterAsync(site, page, $"orders-enter-{width}", PanelSite.Specialist);
            await page.GetByRole(AriaRole.Link, new() { Name = "Приказы" }).ClickAsync();
            await page.GetByLabel("Файл приказа").SetInputFilesAsync(new FilePayload
            {
                Name = "01-в.yaml",
                MimeType = "application/x-yaml",
                Buffer = Encoding.UTF8.GetBytes(SecondOrder.Yaml.Replace("input: count", "input: telepathy", StringComparison.Ordinal)),
            });
            await page.GetByRole(AriaRole.Button, new() { Name = "Загрузить и проверить" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("telepathy");
            await OpenedPanel.CheckAsync(page, $"order-faults-{width}-{colors}");
            var text = page.GetByLabel("Текст приказа");
            await text.FillAsync((await text.InputValueAsync()).Replace("input: telepathy", "input: count", StringComparison.Ordinal));
            await page.GetByRole(AriaRole.Button, new() { Name = "Проверить и сохранить" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Приказ № 01-В");
            await page.GetByRole(AriaRole.Button, new() { Name = "Прогнать" }).ClickAsync();
            await Expect(page.GetByText("одного письма в день: 0.")).ToBeVisibleAsync(new() { Timeout = 120_000 });
            await OpenedPanel.CheckAsync(page, $"order-rehearsed-{width}-{colors}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Ввести в силу…" }).ClickAsync();
            await OpenedPanel.CheckAsync(page, $"order-force-{width}-{colors}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Ввести в силу" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("вводится в силу");
            await OpenedPanel.CheckAsync(page, $"orders-two-{width}-{colors}");
            await page.GetByRole(AriaRole.Link, new() { Name = "закончить" }).First.ClickAsync();
            await OpenedPanel.CheckAsync(page, $"order-end-{width}-{colors}");
        });
    }

    /// <summary>One page, all of it red.</summary>
    private static byte[] SmallPdf()
    {
        const string Drawing = "1 0 0 rg 0 0 300 200 re f";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R >>",
            $"<< /Length {Drawing.Length} >>\nstream\n{Drawing}\nendstream",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (index, body) in objects.Index())
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{body}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => pdf.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
