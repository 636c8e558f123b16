using System.Text.Json;
using Sferum.Bot.Dialogs;

namespace Sferum.Bot.Tests.Dialogs;

public sealed class SafeEventTests
{
    private static readonly DialogBook Book = InlineBook.Of(
        "start: { say: Начало, on: [{ input: text, do: [{ set: { text: \"{{ input.text }}\" } }], say: \"{{ slots.text }}\" }] }");

    [Fact]
    public void A_text_that_no_database_would_take_is_made_safe_before_it_is_kept()
    {
        var cutEmoji = "да\ud83d!";
        Assert.Equal("да!", new Talk(Book).At("a.start").Write(cutEmoji).Conversation.Slots["text"]);
        Assert.Equal("да!", new Talk(Book).At("a.start").Write("да\uFFFE!").Conversation.Slots["text"]);
        Assert.Equal("нет😀\nда", new Talk(Book).At("a.start").Write("нет\0😀\u0007\nда").Conversation.Slots["text"]);
    }

    [Fact]
    public void A_text_of_a_person_is_never_taken_for_a_template()
    {
        var talk = new Talk(Book).At("a.start").Write("{{ person.id }}{% for i in (1..9999999) %}x{% endfor %}");
        Assert.Equal(["{{ person.id }}{% for i in (1..9999999) %}x{% endfor %}"], talk.Said);
    }

    [Fact]
    public void Nine_thousand_characters_are_handled_and_said_within_the_limit()
    {
        var talk = new Talk(Book).At("a.start").Write(new string('ж', 20_000));
        Assert.Equal(9000, Assert.Single(talk.Said).Length);
        Assert.NotEmpty(JsonSerializer.Serialize(talk.Conversation.Slots));
    }
}
