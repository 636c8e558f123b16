using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Tests.Turns;

public sealed class EventTranslatorTests
{
    [Fact]
    public void The_hint_of_a_deep_link_survives_the_start_button()
    {
        var pressed = Assert.IsType<DialogEvent.Pressed>(EventTranslator.ToDialogEvent(Message("Начать", """{"command":"start"}""", "ABCD2345")));

        Assert.Equal("start", pressed.Command);
        Assert.Equal("ABCD2345", pressed.Args["ref"]);
    }

    [Fact]
    public void A_text_under_a_forged_payload_is_heard_as_text()
    {
        var wrote = Assert.IsType<DialogEvent.Wrote>(EventTranslator.ToDialogEvent(Message("меню", """{"evil":true}""", null)));

        Assert.Equal("меню", wrote.Text);
    }

    [Fact]
    public void A_callback_button_with_rubbish_is_a_press_of_no_command() =>
        Assert.Equal("", Assert.IsType<DialogEvent.Pressed>(EventTranslator.ToDialogEvent(new Incoming.Press("[1,2]", "a1"))).Command);

    [Fact]
    public void What_changes_no_dialog_gives_no_event()
    {
        Assert.Null(EventTranslator.ToDialogEvent(new Incoming.Consent(false)));
        Assert.Null(EventTranslator.ToDialogEvent(new Incoming.Other("group_join")));
        Assert.Null(EventTranslator.ToDialogEvent(new Incoming.Damaged("{", "broken")));
        Assert.Null(EventTranslator.ToDialogEvent(new Incoming.ChatInvite(2_000_000_001)));
        Assert.Null(EventTranslator.ToDialogEvent(new Incoming.ChatWord("уйди")));
        Assert.Null(EventTranslator.ToDialogEvent(new Incoming.ChatKick()));
        Assert.Null(EventTranslator.ToDialogEvent(new Incoming.ByHand(5, null)));
    }

    [Theory]
    [InlineData("photo", AttachmentKind.Photo)]
    [InlineData("doc", AttachmentKind.Document)]
    [InlineData("audio_message", AttachmentKind.Voice)]
    [InlineData("sticker", AttachmentKind.Sticker)]
    [InlineData("link", AttachmentKind.Link)]
    [InlineData("hologram", AttachmentKind.Other)]
    public void Attachments_are_told_apart_and_unknown_ones_are_other(string kind, AttachmentKind expected)
    {
        var message = new Incoming.Message("", null, null, [new IncomingAttachment(kind, "x1_2", "a", null, 5)], 1, 1);

        Assert.Equal(expected, Assert.IsType<DialogEvent.Wrote>(EventTranslator.ToDialogEvent(message)).Attachments.Single().Kind);
    }

    private static Incoming.Message Message(string text, string? payload, string? hint) => new(text, payload, hint, [], 1, 1);
}
