using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Sferum.Bot.Tests.Browser;

/// <summary>One person's phone on the page, used by its own field, keys and menus alone; counts what that costs.</summary>
internal sealed class PhoneOnPage(IPage page, long person)
{
    private int _seen;

    public ILocator Column { get; } = page.Locator($"[data-person='{person}']");

    /// <summary>Every press: a key of the bot, «Отправить» at the field, an item of a menu.</summary>
    public int Taps { get; private set; }

    /// <summary>Every message with words or files of the person's own.</summary>
    public int Inputs { get; private set; }

    private ILocator Field => Column.GetByTestId("field");

    public async Task WriteAsync(string text)
    {
        await Field.PressSequentiallyAsync(text);
        await SendAsync();
    }

    public async Task WriteWithSamplePhotoAsync(string text)
    {
        await AttachSamplePhotoAsync();
        await WriteAsync(text);
    }

    public async Task SendSamplePhotoAsync()
    {
        await AttachSamplePhotoAsync();
        await SendAsync();
    }

    /// <summary>A button of the keyboard under the field.</summary>
    public Task PressAsync(string label) => TapAsync(Column.Locator($"[data-testid=keyboard-button][data-label='{label}']"));

    /// <summary>The lowest button with this label under a message.</summary>
    public Task PressUnderMessageAsync(string label) => TapAsync(Column.Locator($"[data-testid=inline-button][data-label='{label}']").Last);

    public async Task ChooseInMenuAsync(string item)
    {
        await TapAsync(Column.GetByTestId("dialog-menu"));
        await TapAsync(page.GetByRole(AriaRole.Menuitem, new() { Name = item, Exact = true }));
    }

    /// <summary>Waits until the community has said these words since what was heard last; gives the message.</summary>
    public async Task<ILocator> HearAsync(string words)
    {
        // A column that is out of sight loads nothing.
        await Column.ScrollIntoViewIfNeededAsync();
        var said = Column.Locator($"xpath=.//article[@data-out='true'][@data-cmid > {_seen}]")
            .Filter(new() { Has = page.GetByTestId("text").Filter(new() { HasText = words }) })
            .First;
        await said.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var cmid = await said.GetAttributeAsync("data-cmid");
        _seen = int.Parse(cmid!, CultureInfo.InvariantCulture);
        return Column.Locator($"[data-testid=message][data-cmid='{cmid}']");
    }

    public async Task<string> TranscriptAsync()
    {
        var lines = new List<string>();
        foreach (var message in await Column.GetByTestId("message").AllAsync())
        {
            var mark = await message.GetAttributeAsync("data-out") == "true" ? "<" : ">";
            lines.Add($"{mark} {await message.InnerTextAsync()}");
        }

        return string.Join('\n', lines);
    }

    private async Task AttachSamplePhotoAsync()
    {
        await TapAsync(Column.GetByTestId("attach-menu"));
        await TapAsync(page.GetByRole(AriaRole.Menuitem, new() { Name = "Фото приказа", Exact = true }));
        await Expect(Column.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
    }

    private async Task SendAsync()
    {
        await TapAsync(Column.GetByTestId("send"));
        Inputs++;
        await Expect(Field).ToHaveValueAsync("");
        await Expect(Column.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(0);
    }

    private Task TapAsync(ILocator what)
    {
        Taps++;
        return what.ClickAsync();
    }
}
