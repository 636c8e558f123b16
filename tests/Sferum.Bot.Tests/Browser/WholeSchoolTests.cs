using System.Collections.Concurrent;
using Microsoft.Playwright;
using Sferum.Bot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sferum.Bot.Tests.Browser;

/// <summary>
/// The first look of a newcomer: the command <c>demo</c> as a child process, its page in the browser, and one МОУ from «привет»
/// to everything accepted.
/// </summary>
[Collection(BrowserTests.Name)]
public sealed class WholeSchoolTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private const long Director = 1001;
    private const long Specialist = 1004;
    private const float Patience = 15_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sferum-whole-");
    private readonly ConcurrentQueue<string> _complaints = new();
    private BotProcess? _demo;
    private IPage? _page;
    private PhoneOnPage? _director;
    private PhoneOnPage? _specialist;

    private IPage Page => _page!;

    private PhoneOnPage Head => _director!;

    private PhoneOnPage Office => _specialist!;

    [SkippableFact]
    public async Task A_school_goes_on_the_demo_page_from_the_first_word_to_all_ten_points_accepted()
    {
        await OpenAsync();
        try
        {
            await JoinAsync();
            await ReportDocumentsAsync();
            await ShowChatAsync();
            await ReportOtherChatsInTurnAsync();
            await ReportTheRestAsync();
            await ReviewAsync();
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(await WhatStandsOnThePageAsync(exception), exception);
        }

        Assert.Empty(_complaints);
        Assert.DoesNotContain("Unhandled exception", _demo!.Output, StringComparison.Ordinal);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_page is not null)
            await _page.Context.CloseAsync();
        if (_demo is not null)
            await _demo.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task OpenAsync()
    {
        // First, since it skips the test where there is no browser.
        _page = await chromium.OpenAsync();
        _page.SetDefaultTimeout(Patience);
        _page.PageError += (_, error) => _complaints.Enqueue(error);
        _page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _complaints.Enqueue(message.Text);
        };
        // The demo keeps its database in the folder for temporary files, and is killed before it could delete it.
        _demo = await BotProcess.StartDemoAsync(new Dictionary<string, string> { ["TMPDIR"] = _folder.FullName });
        _director = new PhoneOnPage(_page, Director);
        _specialist = new PhoneOnPage(_page, Specialist);
        await _page.GotoAsync(_demo.Address.ToString());
        await Expect(Head.Column).ToBeVisibleAsync();
    }

    private async Task JoinAsync()
    {
        await Expect(Head.Column).ToContainTextAsync("код SHKA-2345");
        await Head.WriteAsync("привет");
        await Head.HearAsync("Согласны?");
        await Head.PressAsync("Согласен");
        await Head.HearAsync("Кто вы?");
        await Head.PressAsync("Руководитель учреждения");
        await Head.HearAsync("Пришлите код учреждения");
        await Head.WriteAsync("SHKA-2345");
        await Head.HearAsync("Код подходит: МОУ «Вымышленская СОШ № 1»");
        await Head.PressAsync("Да, подключить");
        await Head.HearAsync("✓ Вы подключены");
    }

    private async Task ReportDocumentsAsync()
    {
        // The sentence names the point, so that nothing is left to ask.
        await Head.WriteWithSamplePhotoAsync("1.1а приказ 12-од от 15 апреля");
        await Head.HearAsync("Документ: приказ № 12-од от 15.04.2024 • Файл или фото: 1 файл");
        await SubmitAsync("1", "Осталось сдать 9 из 10");

        await Head.PressAsync("Что с меня");
        await Head.HearAsync("Сдано 1 из 10");
        await Head.PressAsync("1.1б");
        await Head.HearAsync("Пришлите файл приказа или его фото");
        await Head.SendSamplePhotoAsync();
        await Head.HearAsync("Напишите номер и дату приказа об администраторе");
        await Head.WriteAsync("13-од от 15.04.2024");
        await Head.HearAsync("Приказ: № 13-од от 15.04.2024");
        await SubmitAsync("2", "Осталось сдать 8 из 10");

        var (taps, inputs) = (Head.Taps, Head.Inputs);
        await Head.PressAsync("Что с меня");
        await Head.HearAsync("Сдано 2 из 10");
        await Head.PressAsync("1.1в");
        await Head.HearAsync("Пришлите ссылку на страницу вашего сайта");
        await Head.WriteAsync("https://school.example/sferum");
        await Head.HearAsync("Страница сайта: https://school.example/sferum");
        await SubmitAsync("3", "Осталось сдать 7 из 10");
        Assert.InRange(Head.Taps - taps, 1, 4);
        Assert.Equal(1, Head.Inputs - inputs);
    }

    private async Task ShowChatAsync()
    {
        await Head.ChooseInMenuAsync("Создать беседу");
        await Page.GetByLabel("Название").FillAsync("Педсовет");
        await Page.GetByLabel("Ещё человек").FillAsync("33");
        await Expect(Page.GetByTestId("chat-total")).ToContainTextAsync("34 участника");
        await Page.GetByTestId("chat-create").ClickAsync();

        var chat = Page.Locator("[data-chat]");
        await chat.GetByRole(AriaRole.Button, new() { Name = "Добавить в беседу" }).ClickAsync();
        await Expect(chat.Locator("[data-testid=message][data-out=true]")).ToContainTextAsync("смотрю только название и число участников");
        await Head.HearAsync("Назначьте меня там администратором");
        await chat.GetByRole(AriaRole.Button, new() { Name = "Назначить администратором" }).ClickAsync();
        await Expect(chat.GetByTestId("standing")).ToHaveTextAsync("администратор");

        await Head.PressUnderMessageAsync("Готово, проверьте");
        await Head.HearAsync("Вижу чат «Педсовет», в нём 34 человека");
        await Head.PressUnderMessageAsync("1.2б Чат с педагогами");
        await Head.HearAsync("Сколько педагогов в штате?");
        await Head.WriteAsync("36 в штате");
        await Head.HearAsync("Чат: «Педсовет», 34 из 36, бот видел чат сам");
        await SubmitAsync("4", "Осталось сдать 6 из 10");
        await Expect(chat.Locator("[data-testid=message][data-out=true]")).ToHaveCountAsync(1);
    }

    private async Task ReportOtherChatsInTurnAsync()
    {
        await Head.WriteAsync("все чаты созданы");
        await Head.HearAsync("Хорошо, по очереди: 1.2а, 1.2в, 1.2г.");
        await Head.HearAsync("1.2а Чат с заместителями");
        await Head.WriteAsync("Администрация, 5");
        await Head.HearAsync("Чат: «Администрация», 5 участников");
        await SubmitAsync("5", "Осталось сдать 5 из 10", "1.2в Чат с родительским активом");
        await Head.WriteAsync("Совет родителей 18 человек");
        await Head.HearAsync("Чат: «Совет родителей», 18 участников");
        await SubmitAsync("6", "Осталось сдать 4 из 10", "1.2г Чат с ученическим активом");
        await Head.WriteAsync("«Совет старшеклассников», 15");
        await Head.HearAsync("Чат: «Совет старшеклассников», 15 участников");
        await SubmitAsync("7", "Осталось сдать 3 из 10");
    }

    private async Task ReportTheRestAsync()
    {
        await Head.WriteAsync("сделали 1.2");
        await Head.HearAsync("Напишите об одной проведённой встрече");
        await Head.WriteAsync("сегодня, планёрка по Сферуму, 24 человека");
        await Head.HearAsync("Встреча: 15.04.2024, «планёрка по Сферуму», 24 участника");
        await SubmitAsync("8", "Осталось сдать 2 из 10");

        await Head.WriteWithSamplePhotoAsync("1.3 План ВШК от 15.04.2024, строка 17");
        await Head.HearAsync("План: «План ВШК» от 15.04.2024, строка 17");
        await SubmitAsync("9", "Осталось сдать 1 из 10");

        await Head.PressAsync("Что с меня");
        await Head.HearAsync("Сдано 9 из 10");
        await Head.PressAsync("1.4");
        await Head.HearAsync("Сколько работников ознакомлено");
        await Head.WriteAsync("приказ 14-од от 12.04.2024, ознакомлено 18 из 20");
        await Head.HearAsync("Ознакомлено: 18 из 20");
        await SubmitAsync("10", "Больше с вас ничего");
        await Head.PressAsync("Что с меня");
        await Head.HearAsync("✓ Сдано всё, на проверке 10");
    }

    private async Task ReviewAsync()
    {
        await Office.HearAsync("Новый отчёт: 1.4 Должностная инструкция");
        await Office.WriteAsync("привет");
        await Office.HearAsync("На проверке 10 отчётов");
        await Office.PressAsync("Проверить");
        var card = await Office.HearAsync("1.1а Приказ об использовании");
        await Expect(card.GetByRole(AriaRole.Img)).ToHaveCountAsync(1);
        await Office.PressAsync("Принять");
        await Office.HearAsync("✓ Принято: 1.1а");

        await Office.HearAsync("1.1б Приказ об администраторе");
        await Office.PressAsync("Вернуть");
        await Office.HearAsync("Что исправить?");
        await Office.PressAsync("Файл или фото (не читается)");
        await Office.HearAsync("Вернул: 1.1б");
        await MendAsync();

        await Office.HearAsync("Новый отчёт: 1.1б Приказ об администраторе");
        await Office.PressUnderMessageAsync("Посмотреть");
        await Office.HearAsync("№ 2-2");
        await Office.PressAsync("Принять");
        await Office.HearAsync("✓ Принято: 1.1б");
        await AcceptInTurnAsync(
            "1.1в Документы на сайте", "1.2б Чат с педагогами", "1.2а Чат с заместителями", "1.2в Чат с родительским активом",
            "1.2г Чат с ученическим активом", "1.2 Рабочие встречи онлайн", "1.3 План внутреннего контроля", "1.4 Должностная инструкция");
        await Office.HearAsync("На проверке больше ничего нет");

        await Head.HearAsync("✓ Принято: 1.4 Должностная инструкция");
        await Head.WriteAsync("что с меня");
        await Head.HearAsync("✓ Сдано всё и принято");
    }

    private async Task MendAsync()
    {
        await Head.HearAsync("Вернули: 1.1б Приказ об администраторе");
        await Head.PressUnderMessageAsync("Исправить");
        await Head.HearAsync("Остальное сохранил, нужно только это. Пришлите файл приказа или его фото.");
        await Head.SendSamplePhotoAsync();
        await Head.HearAsync("Приказ: № 13-од от 15.04.2024 • Файл или фото: 1 файл");
        await SubmitAsync("2-2", "Больше с вас ничего");
    }

    private async Task AcceptInTurnAsync(params string[] points)
    {
        foreach (var point in points)
        {
            await Office.HearAsync(point);
            await Office.PressAsync("Принять");
            await Office.HearAsync($"✓ Принято: {point[..point.IndexOf(' ', StringComparison.Ordinal)]},");
        }
    }

    private async Task SubmitAsync(string report, string left, string? then = "Специалист проверит, я напишу.")
    {
        await Head.PressAsync("Отправить");
        var receipt = await Head.HearAsync($"✓ Квитанция: отчёт № {report} МОУ «Вымышленская СОШ № 1»");
        await Expect(receipt).ToContainTextAsync(left);
        if (then is not null)
            await Head.HearAsync(then);
    }

    private async Task<string> WhatStandsOnThePageAsync(Exception exception)
    {
        var picture = Path.Combine(Path.GetTempPath(), $"whole-school-{Guid.NewGuid():N}.png");
        await Page.ScreenshotAsync(new() { Path = picture });
        return $"""
            {exception.Message}
            Screenshot: {picture}
            The director's chat:
            {await Head.TranscriptAsync()}

            The specialist's chat:
            {await Office.TranscriptAsync()}

            The page complains: {string.Join("; ", _complaints)}
            The demo: {_demo!.Output}
            """;
    }
}
