using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Sferum.Bot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sferum.Bot.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class GroupChatPageTests(ChromiumFixture chromium)
{
    private const long Chat = 2000000001;

    [SkippableFact]
    public async Task A_chat_of_34_is_created_the_community_added_promoted_and_excluded()
    {
        await using var opened = await OpenedSimulator.StartAsync(chromium);
        var poll = await opened.Caller.PollAsync();
        var page = opened.Page;
        await page.GetByTestId("new-chat").ClickAsync();
        await page.GetByLabel("Название").FillAsync("Педсовет");
        await page.GetByLabel("Кто создаёт").SelectOptionAsync($"{OpenedSimulator.Director}");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Условная Ольга" }).CheckAsync();
        await page.GetByLabel("Ещё человек").FillAsync("32");
        await Expect(page.GetByTestId("chat-total")).ToContainTextAsync("34 участника");
        await page.GetByTestId("chat-create").ClickAsync();

        var chat = ChatOn(opened);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Беседа «Педсовет» 34 участника" })).ToBeVisibleAsync();
        await Expect(Services(chat)).ToHaveTextAsync(["Тестова Анна создала беседу «Педсовет»"]);
        await Expect(chat.GetByTestId("standing")).ToHaveTextAsync("нет в чате");
        await Expect(chat.GetByTestId("field")).ToBeFocusedAsync();

        await chat.GetByRole(AriaRole.Button, new() { Name = "Добавить в беседу" }).ClickAsync();
        await Expect(chat.GetByTestId("standing")).ToHaveTextAsync("участник");
        await Expect(chat).ToContainTextAsync("35 участников");
        await Expect(chat.GetByTestId("chat-promote")).ToBeVisibleAsync();
        Assert.Equal((OpenedSimulator.Director, "chat_invite_user", -opened.Host.GroupId), ActionOf(await poll.NextAsync("message_new")));

        await chat.GetByRole(AriaRole.Button, new() { Name = "Назначить администратором" }).ClickAsync();
        await Expect(chat.GetByTestId("standing")).ToHaveTextAsync("администратор");
        var seen = await opened.Caller.AskAsync("messages.getConversationsById", ("peer_ids", Chat));
        Assert.Equal(35, (int)seen["items"]![0]!["chat_settings"]!["members_count"]!);

        await chat.GetByRole(AriaRole.Button, new() { Name = "Исключить" }).ClickAsync();
        await Expect(chat.GetByTestId("standing")).ToHaveTextAsync("нет в чате");
        await Expect(chat.GetByTestId("chat-invite")).ToBeVisibleAsync();
        await Expect(Services(chat)).ToHaveTextAsync(
        [
            "Тестова Анна создала беседу «Педсовет»", "Тестова Анна добавила сообщество", "Тестова Анна исключила сообщество",
        ]);
        Assert.Equal((OpenedSimulator.Director, "chat_kick_user", -opened.Host.GroupId), ActionOf(await poll.NextAsync("message_new")));
        Assert.Empty(opened.Complaints);
    }

    [SkippableFact]
    public async Task Members_write_in_turn_and_the_community_hears_what_it_may()
    {
        await using var opened = await OpenedSimulator.StartAsync(chromium);
        var peer = opened.Host.People.CreateBigChat("Педсовет", OpenedSimulator.Director, extras: 3, OpenedSimulator.Specialist);
        opened.Host.People.InviteBot(peer, OpenedSimulator.Director);
        var poll = await opened.Caller.PollAsync();
        var chat = ChatOn(opened);

        await SayAsync(chat, "Тестова Анна (создатель)", "Коллеги, добрый день");
        await SayAsync(chat, "Участник № 2", "Здравствуйте");
        await chat.GetByTestId("dialog-menu").ClickAsync();
        await opened.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Обратиться к сообществу" }).ClickAsync();
        await opened.Page.Keyboard.TypeAsync("какой это пункт?");
        await opened.Page.Keyboard.PressAsync("Enter");

        var messages = chat.GetByTestId("message");
        await Expect(messages).ToHaveCountAsync(3);
        await Expect(messages.Nth(0)).ToContainTextAsync("Тестова Анна");
        await Expect(messages.Nth(1).Locator(".bubble-author")).ToHaveTextAsync("Участник № 2");
        await Expect(messages.Nth(2).Locator(".bubble-author")).ToHaveCountAsync(0);
        var heard = (await poll.NextAsync("message_new"))["message"]!;
        Assert.EndsWith(" какой это пункт?", (string)heard["text"]!, StringComparison.Ordinal);
        Assert.Equal(peer, (long)heard["peer_id"]!);

        await opened.Caller.AskAsync("messages.send", ("peer_id", peer), ("random_id", 1), ("message", "Спрошу директора"));
        await Expect(chat.Locator("[data-testid=message][data-out=true]")).ToContainTextAsync("Спрошу директора");
        await Expect(opened.Messages(fromCommunity: true)).ToHaveCountAsync(0);
        Assert.Empty(opened.Complaints);
    }

    [SkippableFact]
    public async Task A_chat_is_created_from_the_directors_phone_with_keys_alone_and_hidden_again()
    {
        await using var opened = await OpenedSimulator.StartAsync(chromium);
        var keys = opened.Page.Keyboard;
        await opened.PhoneOf(OpenedSimulator.Specialist).GetByTestId("dialog-menu").FocusAsync();
        await keys.PressAsync("Enter");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await Expect(opened.Page.GetByTestId("chat-title")).ToBeFocusedAsync();
        await keys.TypeAsync("Совещание");
        await keys.PressAsync("Enter");

        var chat = ChatOn(opened);
        await Expect(Services(chat)).ToHaveTextAsync("Условная Ольга создала беседу «Совещание»");
        await chat.GetByTestId("dialog-menu").ClickAsync();
        await opened.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Скрыть беседу" }).ClickAsync();
        await Expect(chat).ToHaveCountAsync(0);
        await opened.Page.GetByTestId("people").ClickAsync();
        await opened.Page.GetByLabel("Беседа «Совещание»").CheckAsync();
        await Expect(chat).ToHaveCountAsync(1);
    }

    [SkippableFact]
    public async Task A_chat_that_comes_up_leaves_who_types_at_his_field()
    {
        await using var opened = await OpenedSimulator.StartAsync(chromium);
        await opened.Field.FillAsync("Пункт 1.2");

        opened.Host.People.CreateChat("Педсовет", OpenedSimulator.Director);

        await Expect(ChatOn(opened)).ToBeVisibleAsync();
        await Expect(opened.Field).ToBeFocusedAsync();
        await Expect(opened.Field).ToHaveValueAsync("Пункт 1.2");
    }

    [SkippableFact]
    public async Task What_cannot_be_is_told_where_it_was_asked()
    {
        await using var opened = await OpenedSimulator.StartAsync(chromium);
        await opened.Caller.AdminAsync(HttpMethod.Put, "settings", new { addToChats = false });
        opened.Host.People.CreateChat("Педсовет", OpenedSimulator.Director);
        var chat = ChatOn(opened);

        await chat.GetByTestId("chat-invite").ClickAsync();

        await Expect(chat.GetByTestId("error")).ToContainTextAsync("Симулятор не принял");
        await Expect(chat.GetByTestId("standing")).ToHaveTextAsync("нет в чате");
    }

    [SkippableFact]
    public async Task Who_presses_before_the_members_are_known_acts_as_the_creator()
    {
        await using var opened = await OpenedSimulator.StartAsync(chromium);
        var pressed = new TaskCompletionSource();
        await opened.Page.RouteAsync($"**/admin/chats/{Chat}", async route =>
        {
            await pressed.Task;
            await route.ContinueAsync();
        });
        opened.Host.People.CreateChat("Педсовет", OpenedSimulator.Director);
        var chat = ChatOn(opened);

        await chat.GetByTestId("chat-invite").ClickAsync();
        await chat.GetByTestId("field").FillAsync("Добрый день");
        await chat.GetByTestId("send").ClickAsync();
        await Expect(chat.GetByTestId("field")).ToHaveValueAsync("");
        pressed.SetResult();

        await Expect(chat.GetByTestId("standing")).ToHaveTextAsync("участник");
        await Expect(chat.GetByTestId("message").Locator(".bubble-author")).ToHaveTextAsync("Тестова Анна");
        await Expect(chat.GetByTestId("error")).ToHaveCountAsync(0);
        Assert.Empty(opened.Complaints);
    }

    [SkippableFact]
    public async Task On_a_telephone_the_chat_has_a_tab_and_fits_the_screen()
    {
        var telephone = new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 390, Height = 844 },
            HasTouch = true,
            IsMobile = true,
            ColorScheme = ColorScheme.Dark,
        };
        await using var opened = await OpenedSimulator.StartAsync(chromium, browser: telephone);
        opened.Host.People.CreateChat("Педсовет", OpenedSimulator.Director);

        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "Педсовет" }).TapAsync();
        var chat = ChatOn(opened);
        await chat.GetByTestId("chat-invite").TapAsync();
        await Expect(chat.GetByTestId("standing")).ToHaveTextAsync("участник");
        await chat.GetByTestId("field").FillAsync("Добрый день");
        await chat.GetByTestId("send").TapAsync();

        await Expect(chat.GetByTestId("message")).ToContainTextAsync("Добрый день");
        Assert.Equal(390, await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(opened.Complaints);
    }

    private static ILocator ChatOn(OpenedSimulator opened) => opened.Page.Locator($"[data-chat='{Chat}']");

    private static ILocator Services(ILocator chat) => chat.GetByTestId("service");

    private static async Task SayAsync(ILocator chat, string author, string text)
    {
        await chat.GetByTestId("chat-author").SelectOptionAsync(new SelectOptionValue { Label = author });
        await chat.GetByTestId("field").FillAsync(text);
        await chat.GetByTestId("field").PressAsync("Enter");
        await Expect(chat.GetByTestId("field")).ToHaveValueAsync("");
    }

    private static (long From, string Type, long Member) ActionOf(JsonNode heard)
    {
        var message = heard["message"]!;
        return ((long)message["from_id"]!, (string)message["action"]!["type"]!, (long)message["action"]!["member_id"]!);
    }
}
