using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Vk;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Files;
using Sferum.VkSimulator;
using static Microsoft.Playwright.Assertions;

namespace Sferum.Bot.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed partial class SimulatorPageTests(ChromiumFixture chromium)
{
    private const string Keyboard = """
        {"one_time":false,"inline":false,"buttons":[[
          {"action":{"type":"text","label":"Что с меня","payload":"{\"c\":\"mine\"}"},"color":"primary"},
          {"action":{"type":"text","label":"Отмена","payload":"{\"c\":\"cancel\"}"},"color":"negative"}]]}
        """;

    private const string InlineKeyboard = """
        {"inline":true,"buttons":[[
          {"action":{"type":"callback","label":"Принять","payload":"{\"c\":\"accept\"}"},"color":"positive"}]]}
        """;

    [SkippableFact]
    public async Task What_a_person_types_is_sent_by_Enter_and_heard_by_the_community()
    {
        await using var opened = await OpenedSimulator.StartAsync(chromium);
        var poll = await opened.Caller.PollAsync();

        await opened.Field.FillAsync("Добрый день");
        await opened.Field.PressAsync("Shift+Enter");
        await opened.Field.PressSequentiallyAsync("Пункт 1.2 исполнен");
        await opened.Field.PressAsync("Enter");

        await Expect(opened.Messages(fromCommunity: false).GetByTestId("text")).ToHaveTextAsync("Добрый день\nПункт 1.2 исполнен");
        await Expect(opened.Field).ToHaveValueAsync("");
        var heard = await poll.NextAsync("message_new");
        Assert.Equal("Добрый день\nПункт 1.2 исполнен", (string)heard["message"]!["text"]!);
        Assert.Empty(opened.Complaints);
    }

    [SkippableFact]
    public async Task A_button_under_the_field_is_shown_pressed_and_answered_as_the_persons_message()
    {
        await using var opened = await OpenedSimulator.StartAsync(chromium);
        var poll = await opened.Caller.PollAsync();
        await opened.SendAsync("Здравствуйте, Анна!", Keyboard);

        await Expect(opened.Messages(fromCommunity: true)).ToContainTextAsync("Здравствуйте, Анна!");
        await Expect(opened.Phone.GetByTestId("keyboard-button")).ToHaveCountAsync(2);
        await opened.Phone.Locator("[data-label='Что с меня']").ClickAsync();

        await Expect(opened.Messages(fromCommunity: false)).ToContainTextAsync("Что с меня");
        var heard = await poll.NextAsync("message_new");
        Assert.Equal("""{"c":"mine"}""", (string)heard["message"]!["payload"]!);
    }

    [SkippableFact]
    public async Task The_keyboard_can_be_put_away_and_comes_back()
    {
        await using var opened = await OpenedSimulator.StartAsync(chromium);
        await opened.SendAsync("Меню", Keyboard);
        await Expect(opened.Phone.GetByTestId("keyboard-button")).ToHaveCountAsync(2);

        await opened.Phone.GetByTestId("keyboard-toggle").ClickAsync();
        await Expect(opened.Phone.GetByTestId("keyboard-button")).ToHaveCountAsync(0);

        await opened.Phone.GetByTestId("keyboard-toggle").ClickAsync();
        await Expect(opened.Phone.GetByTestId("keyboard-button")).ToHaveCountAsync(2);
    }

    [SkippableFact]
    public async Task A_callback_button_turns_its_spinner_until_the_bot_answers_with_a_snackbar()
    {
        await using var opened = await OpenedSimulator.StartAsync(chromium);
        var poll = await opened.Caller.PollAsync();
        await opened.SendAsync("Принять исполнение?", InlineKeyboard);
        var button = opened.Phone.GetByTestId("inline-button");

        await button.ClickAsync();
        await Expect(button).ToHaveAttributeAsync("aria-busy", "true");
        var pressed = await poll.NextAsync("message_event");
        await opened.Caller.AskAsync(
            "messages.sendMessageEventAnswer",
            ("event_id", (string)pressed["event_id"]!),
            ("user_id", OpenedSimulator.Director),
            ("peer_id", OpenedSimulator.Director),
            ("event_data", """{"type":"show_snackbar","text":"Принято"}"""));

        await Expect(opened.Phone.GetByTestId("snackbar")).ToContainTextAsync("Принято");
        await Expect(button).Not.ToHaveAttributeAsync("aria-busy", "true");
    }

    [SkippableFact]
    public async Task A_chosen_file_waits_in_the_tray_is_sent_and_downloads_as_it_was()
    {
        await using var opened = await OpenedSimulator.StartAsync(chromium);
        var content = Encoding.UTF8.GetBytes("Приказ № 41");

        await opened.AttachAsync("приказ.txt", "text/plain", content);
        await Expect(opened.Phone.GetByRole(AriaRole.Listitem)).ToContainTextAsync("приказ.txt");
        await opened.Phone.GetByTestId("send").ClickAsync();

        var link = opened.Messages(fromCommunity: false).Locator("a.document");
        await Expect(link).ToContainTextAsync("приказ.txt");
        await Expect(opened.Phone.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(0);
        var address = new Uri(opened.Host.Address, await link.GetAttributeAsync("href"));
        Assert.Equal(content, await opened.Caller.Http.GetByteArrayAsync(address));
    }

    [SkippableFact]
    public async Task A_document_that_the_community_sent_shows_its_name_and_size_and_downloads_as_it_was()
    {
        await using var opened = await OpenedSimulator.StartAsync(chromium);
        await using var room = VkRoom.Open(opened.Host);
        var content = Encoding.UTF8.GetBytes("PK, a table");
        var uploaded = await room.Get<VkFiles>().UploadDocumentAsync(OpenedSimulator.Director, "Не сдали 1.2б.xlsx", content, default);
        var name = Assert.IsType<VkResult<string>.Ok>(uploaded).Value;
        await opened.Caller.AskAsync("messages.send", ("peer_id", OpenedSimulator.Director), ("random_id", 0), ("message", "Таблица"), ("attachment", name));

        var link = opened.Messages(fromCommunity: true).Locator("a.document");
        await Expect(link).ToContainTextAsync("Не сдали 1.2б.xlsx");
        await Expect(link).ToContainTextAsync("XLSX");
        var address = new Uri(opened.Host.Address, await link.GetAttributeAsync("href"));
        Assert.EndsWith("/Не сдали 1.2б.xlsx", Uri.UnescapeDataString(address.AbsolutePath), StringComparison.Ordinal);
        Assert.Equal(content, await opened.Caller.Http.GetByteArrayAsync(address));
    }

    [SkippableTheory]
    [InlineData("Фото приказа", "photo", 0xFF)]
    [InlineData("PDF", "doc", (byte)'%')]
    public async Task A_sample_file_is_drawn_in_the_browser_and_is_a_real_one(string sample, string type, byte firstByte)
    {
        await using var opened = await OpenedSimulator.StartAsync(chromium);

        await opened.Phone.GetByTestId("attach-menu").ClickAsync();
        await opened.Page.GetByRole(AriaRole.Menuitem, new() { Name = sample, Exact = true }).ClickAsync();
        await Expect(opened.Phone.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await opened.Phone.GetByTestId("send").ClickAsync();
        await Expect(opened.Messages(fromCommunity: false)).ToHaveCountAsync(1);

        var attachment = Assert.Single(Assert.Single(opened.Host.People.ChatOf(OpenedSimulator.Director).Messages).Attachments);
        Assert.Equal(type, attachment.Type);
        var content = await opened.Caller.Http.GetByteArrayAsync(attachment.Url);
        Assert.Equal(firstByte, content[0]);
        Assert.True(content.Length > 10_000);
        Assert.Empty(opened.Complaints);
    }

    [SkippableTheory]
    [InlineData("Голосовое", "audio_message")]
    [InlineData("Стикер", "sticker")]
    public async Task A_voice_message_and_a_sticker_are_sent_at_once(string sample, string type)
    {
        await using var opened = await OpenedSimulator.StartAsync(chromium);

        await opened.Phone.GetByTestId("attach-menu").ClickAsync();
        await opened.Page.GetByRole(AriaRole.Menuitem, new() { Name = sample, Exact = true }).ClickAsync();
        await Expect(opened.Messages(fromCommunity: false)).ToHaveCountAsync(1);

        Assert.Equal(type, Assert.Single(Assert.Single(opened.Host.People.ChatOf(OpenedSimulator.Director).Messages).Attachments).Type);
    }

    [SkippableFact]
    public async Task HTML_in_a_message_is_text_and_an_address_is_a_link_to_a_new_tab()
    {
        const string Hostile = "<img src=x onerror=\"document.title='взлом'\"><b>жирный</b> https://example.org/a?b=1.";
        await using var opened = await OpenedSimulator.StartAsync(chromium);

        await opened.SendAsync(Hostile);
        var text = opened.Messages(fromCommunity: true).GetByTestId("text");

        await Expect(text).ToHaveTextAsync(Hostile);
        await Expect(text.Locator("img, b")).ToHaveCountAsync(0);
        await Expect(text.Locator("a")).ToHaveAttributeAsync("href", "https://example.org/a?b=1");
        await Expect(text.Locator("a")).ToHaveAttributeAsync("target", "_blank");
        await Expect(text.Locator("a")).ToHaveAttributeAsync("rel", RelNoopener());
        Assert.Empty(opened.Complaints);
    }

    [SkippableFact]
    public async Task The_clock_goes_where_it_is_told_to()
    {
        await using var opened = await OpenedSimulator.StartAsync(chromium);
        var clock = opened.Page.GetByTestId("clock");
        await Expect(clock).ToHaveTextAsync(Minutes("15.04.2024 09:0", "понедельник"));

        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "18.04.2024 09:00" }).ClickAsync();
        await Expect(clock).ToHaveTextAsync(Minutes("18.04.2024 09:0", "четверг"));
        Assert.Equal(new DateOnly(2024, 4, 18), DateOnly.FromDateTime(opened.Host.Clock.Now.DateTime));

        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "+1 день" }).ClickAsync();
        await Expect(clock).ToHaveTextAsync(Minutes("19.04.2024 09:0", "пятница"));

        await opened.Page.GetByTestId("clock-input").FillAsync("2024-05-02T14:30");
        await opened.Page.GetByTestId("clock-go").ClickAsync();
        await Expect(clock).ToHaveTextAsync(Minutes("02.05.2024 14:3", "четверг"));
        Assert.Equal(TimeSpan.FromHours(3), opened.Host.Clock.Now.Offset);
    }

    [SkippableFact]
    public async Task A_person_answers_a_message_and_mends_his_own()
    {
        await using var opened = await OpenedSimulator.StartAsync(chromium);
        await opened.SendAsync("Укажите номер приказа");
        var question = opened.Messages(fromCommunity: true);
        await question.HoverAsync();
        await question.GetByRole(AriaRole.Button).ClickAsync();
        await opened.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Ответить" }).ClickAsync();
        await opened.Page.Keyboard.TypeAsync("41");
        await opened.Page.Keyboard.PressAsync("Enter");
        await Expect(opened.Messages(fromCommunity: false)).ToContainTextAsync("Укажите номер приказа");

        await opened.Field.PressAsync("ArrowUp");
        await Expect(opened.Field).ToHaveValueAsync("41");
        await opened.Field.FillAsync("42");
        await opened.Field.PressAsync("Enter");

        await Expect(opened.Messages(fromCommunity: false).GetByTestId("text")).ToHaveTextAsync("42");
        var own = opened.Host.People.ChatOf(OpenedSimulator.Director).Messages.Single(message => !message.Out);
        Assert.True(own.Edited);
        Assert.NotNull(own.ReplyTo);
    }

    [SkippableFact]
    public async Task An_empty_dialog_offers_to_start_and_a_refusal_is_told_near_the_field()
    {
        await using var opened = await OpenedSimulator.StartAsync(chromium);
        var poll = await opened.Caller.PollAsync();

        await opened.Phone.GetByTestId("start").ClickAsync();
        await Expect(opened.Messages(fromCommunity: false)).ToContainTextAsync("Начать");
        await Expect(opened.Phone.GetByTestId("start")).ToBeHiddenAsync();
        Assert.Equal("""{"command":"start"}""", (string)(await poll.NextAsync("message_new"))["message"]!["payload"]!);

        await opened.AttachAsync("не фото.png", "image/png", [1, 2, 3]);
        await opened.Phone.GetByTestId("send").ClickAsync();
        await Expect(opened.Phone.GetByTestId("error")).ToContainTextAsync("Симулятор не принял");
    }

    [SkippableFact]
    public async Task A_link_with_a_person_focuses_his_field()
    {
        await using var opened = await OpenedSimulator.StartAsync(chromium, $"#person={OpenedSimulator.Specialist}");

        await Expect(opened.PhoneOf(OpenedSimulator.Specialist).GetByTestId("field")).ToBeFocusedAsync();
    }

    [SkippableFact]
    public async Task On_a_narrow_screen_tabs_choose_the_phone()
    {
        var narrow = new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 844 } };
        await using var opened = await OpenedSimulator.StartAsync(chromium, browser: narrow);
        await Expect(opened.Phone).ToBeVisibleAsync();
        await Expect(opened.PhoneOf(OpenedSimulator.Specialist)).ToBeHiddenAsync();

        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "специалист управления" }).ClickAsync();

        await Expect(opened.PhoneOf(OpenedSimulator.Specialist)).ToBeVisibleAsync();
        await Expect(opened.Phone).ToBeHiddenAsync();
        Assert.True(await opened.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
    }

    [SkippableFact]
    public async Task A_switch_turns_a_fault_on_and_off_and_leaves_the_other_rules()
    {
        await using var opened = await OpenedSimulator.StartAsync(chromium);
        var foreign = new FaultRule("users.get", new Fault.DropBefore());
        opened.Host.Faults = [foreign];
        await opened.Page.GetByTestId("faults").ClickAsync();
        var latency = opened.Page.GetByRole(AriaRole.Switch, new() { Name = "Задержка 2 с" });

        await latency.CheckAsync();
        await Expect(opened.Page.GetByTestId("faults")).ToContainTextAsync("2");
        Assert.Equal([foreign, new FaultRule(null, new Fault.Latency(TimeSpan.FromSeconds(2)))], opened.Host.Faults);

        await latency.UncheckAsync();
        await Expect(opened.Page.GetByTestId("faults")).ToContainTextAsync("1");
        Assert.Equal([foreign], opened.Host.Faults);
    }

    [SkippableFact]
    public async Task Traffic_shows_calls_with_their_errors_filters_and_unfolds_them()
    {
        await using var opened = await OpenedSimulator.StartAsync(chromium);
        await opened.Page.GetByTestId("traffic-toggle").ClickAsync();
        opened.Host.Faults = [new FaultRule("messages.send", new Fault.ErrorCode(6), Times: 1)];
        await opened.Caller.CallAsync(
            "messages.send",
            ("peer_id", OpenedSimulator.Director),
            ("random_id", 0),
            ("message", "Напоминание"),
            ("keyboard", Keyboard));
        await opened.Caller.AskAsync("utils.getServerTime");
        var rows = opened.Page.GetByTestId("traffic-row");
        await Expect(rows).ToHaveCountAsync(2);

        var failed = opened.Page.Locator("[data-testid=traffic-row].failed");
        await Expect(failed).ToContainTextAsync("ошибка 6");
        await opened.Page.GetByTestId("traffic-filter").FillAsync("напоминание");
        await Expect(rows).ToHaveCountAsync(1);
        await failed.Locator("summary").ClickAsync();

        await Expect(failed.Locator("pre").First).ToContainTextAsync("\"label\": \"Что с меня\"");
        Assert.DoesNotContain(opened.Host.Token, await failed.InnerTextAsync(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Thousands_of_calls_leave_the_page_bounded()
    {
        var patient = new VkSimulatorOptions { RequestsPerSecond = 100_000 };
        await using var opened = await OpenedSimulator.StartAsync(chromium, options: patient);
        await opened.Page.GetByTestId("traffic-toggle").ClickAsync();
        for (var call = 0; call < 1_000; call++)
            await opened.Caller.AskAsync("utils.getServerTime");

        await Expect(opened.Page.GetByTestId("traffic-toggle")).ToContainTextAsync("1000 строк");
        Assert.Equal(300, await opened.Page.GetByTestId("traffic-row").CountAsync());
    }

    [SkippableFact]
    public async Task The_page_says_that_the_simulator_stopped_and_comes_back_with_it()
    {
        await using var opened = await OpenedSimulator.StartAsync(chromium);
        var gone = opened.Page.GetByText("Симулятор остановлен");
        await opened.Host.DisposeAsync();
        await Expect(gone).ToBeVisibleAsync();

        await using var again = await VkSimulatorHost.StartAsync(new VkSimulatorOptions { Port = opened.Host.Address.Port });
        again.People.Add("Иван", "Примеров", "учитель", 700000003);

        await Expect(gone).ToBeHiddenAsync();
        await Expect(opened.PhoneOf(700000003)).ToBeVisibleAsync();
        await Expect(opened.Phone).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task A_person_added_on_the_page_gets_a_phone()
    {
        await using var opened = await OpenedSimulator.StartAsync(chromium);
        await opened.Page.GetByTestId("people").ClickAsync();
        await opened.Page.GetByLabel("Фамилия").FillAsync("Пробнова");
        await opened.Page.GetByLabel("Имя", new() { Exact = true }).FillAsync("Вера");
        await opened.Page.GetByLabel("Кто это").FillAsync("учитель");
        await opened.Page.GetByTestId("person-add").ClickAsync();

        await Expect(opened.Page.GetByRole(AriaRole.Region, new() { Name = "учитель Пробнова Вера" })).ToBeVisibleAsync();
    }

    private static Regex Minutes(string start, string weekday) =>
        new(string.Create(CultureInfo.InvariantCulture, $@"^{Regex.Escape(start)}\d, {weekday}$"));

    [GeneratedRegex("noopener")]
    private static partial Regex RelNoopener();
}
