using Sferum.Bot.Dialogs;

namespace Sferum.Bot.Tests.Dialogs;

/// <summary>Answers that come with the number of a point, and chats that the bot has seen itself.</summary>
public sealed class UnaskedTests
{
    private static readonly DialogBook Book = InlineBook.Of("""
        start:
          say: Начало
          on:
            - { press: read, do: [{ set: { line: "{{ args.line }}" } }, read_fields], to: collect }
            - { press: shown, do: [{ set: { line: "{{ args.line }}" } }, take_chat], to: collect }
            - { input: promise, say: "{{ input.line }} {{ input.date }}" }
            - { input: not_ours, say: "{{ input.line }} {{ input.reason }}" }
            - { input: lines, do: [{ set: { line: "{{ input.line }}", all: "{{ input.lines }}" } }, read_fields], say: "{{ input.count }}", to: collect }
            - { input: line, do: [{ set: { line: "{{ input.line }}" } }, read_fields], to: collect }
        collect:
          always:
            - { when: field == blank, to: confirm }
            - { to: ask }
        ask:
          say: "{{ field.ask }}{% for part in missing_parts %} {{ part }}{% endfor %}"
          on:
            - { input: field, do: [take_fields], to: collect }
            - { words: [назад], do: [drop_last_field], to: collect }
        confirm:
          say: "{% for a in answered %}{{ a.label }}: {{ a.value }}; {% endfor %}"
          on:
            - { input: field, among: all, do: [take_fields], to: same }
        """);

    private static readonly LineFacts Order = SomeFacts.Line(
        "1.1.a",
        "open",
        SomeFacts.Field("document", "document"),
        SomeFacts.Field("files", "files")) with
    {
        Label = "1.1а",
        Mentions = ["приказ* использовани*"],
    };

    private static readonly LineFacts Chat = SomeFacts.Line("1.2.b", "open", SomeFacts.Field("chat", "staff_chat")) with { Label = "1.2б" };

    private static readonly LineFacts Plan = SomeFacts.Line("1.3", "open", SomeFacts.Field("plan", "plan"), SomeFacts.Field("files", "files"));

    [Fact]
    public void A_point_named_with_its_evidence_begins_the_report_with_it()
    {
        var talk = Start().Write("1.1а приказ 12-од от 15.04", SomeFacts.Photo("photo1_1"));
        Assert.Equal("a.confirm", talk.State);
        Assert.Equal("12-од", talk.Conversation.Slots["answers.document.number"]);
        Assert.Equal("2024-04-15", talk.Conversation.Slots["answers.document.date"]);
        Assert.Equal("photo1_1", talk.Conversation.Slots["answers.files.0"]);
        Assert.Equal("document files", talk.Conversation.Slots["taken"]);
    }

    [Fact]
    public void What_was_read_unasked_is_taken_back_as_any_answer() =>
        Assert.Equal(["document? number date"], Start().Write("1.1а приказ 12-од от 15.04").Write("назад").Said);

    [Theory]
    [InlineData("1.1а")]
    [InlineData("сделали 1.1а")]
    [InlineData("1.1а 12")]
    [InlineData("1.1а приказ от 20.04.2024")]
    [InlineData("приказ об использовании издан")]
    public void Nothing_loose_and_nothing_refused_is_taken_unasked(string text) =>
        Assert.Equal(["document? number date"], Start().Write(text).Said);

    [Theory]
    [InlineData("1.3 включили в план")]
    [InlineData("сделали 1.3, план готов")]
    public void A_title_alone_is_not_taken_unasked(string text) => Assert.Equal(["plan? title date"], Start().Write(text).Said);

    [Fact]
    public void The_number_of_the_point_is_no_evidence() => Assert.Equal(["chat? title members staff"], Start().Write("1.2б").Said);

    [Fact]
    public void A_chat_told_with_its_point_is_taken()
    {
        var talk = Start().Write("1.2б Педсовет, 34 из 36");
        Assert.Equal(["chat: «Педсовет», 34 из 36;"], talk.Said);
    }

    [Fact]
    public void A_button_brings_no_text_to_read() =>
        Assert.Equal(["document? number date"], Start().Press("read", ("line", Order.Key)).Said);

    [Fact]
    public void Several_lines_are_heard_by_their_own_input()
    {
        var talk = Start().Write("сделали 1.1а и 1.3");
        Assert.Equal(["2", "document? number date"], talk.Said);
        Assert.Equal("223-09/1.1.a 223-09/1.3", talk.Conversation.Slots["all"]);
    }

    [Theory]
    [InlineData("1.3 будет 20 апреля", "223-09/1.3 2024-04-20")]
    [InlineData("приказ об использовании ещё не издан, сделаем завтра", "223-09/1.1.a 2024-04-16")]
    [InlineData("1.2б не относится к нам, педагогов нет", "223-09/1.2.b педагогов нет")]
    [InlineData("сделали 1.1а, 1.3 будет 20 апреля", " 2024-04-20")]
    [InlineData("всё сделаем завтра", " 2024-04-16")]
    public void A_promise_knows_the_one_line_that_it_names(string text, string said) =>
        Assert.Equal([said.Trim()], Start().Write(text).Said.Select(s => s.Trim()));

    [Fact]
    public void A_chat_that_the_bot_has_seen_answers_the_field_for_it()
    {
        var talk = Shown("seen");
        Assert.Equal(["chat? staff"], talk.Said);
        Assert.Equal("2000000001", talk.Conversation.Slots["answers.chat.shown"]);
        Assert.Equal("chat", talk.Conversation.Slots["taken"]);
    }

    [Theory]
    [InlineData("no_rights")]
    [InlineData("invited")]
    [InlineData("gone")]
    public void A_chat_that_the_bot_has_not_seen_answers_nothing(string state) =>
        Assert.DoesNotContain("answers.chat.shown", Shown(state).Conversation.Slots.Keys);

    [Fact]
    public void A_line_without_a_chat_takes_none()
    {
        var facts = SomeFacts.Director(Order) with { Chat = Seen("seen") };
        Assert.Equal(["document? number date"], new Talk(Book, facts).At("a.start").Press("shown", ("line", Order.Key)).Said);
    }

    [Fact]
    public void A_summary_says_that_the_bot_has_seen_the_chat_until_it_is_told_anew()
    {
        var facts = SomeFacts.Director(SomeFacts.Line("1.2.c", "open", SomeFacts.Field("chat", "chat"))) with { Chat = Seen("seen") };
        var talk = new Talk(Book, facts).At("a.start").Press("shown", ("line", "223-09/1.2.c"));
        Assert.Equal(["chat: «Педсовет», 33 участника, бот видел чат сам;"], talk.Said);
        Assert.Equal(["chat: «Совет», 18 участников;"], talk.Write("Совет, 18").Said);
        Assert.DoesNotContain("answers.chat.shown", talk.Conversation.Slots.Keys);
    }

    private static Talk Shown(string state) =>
        new Talk(Book, SomeFacts.Director(Chat) with { Chat = Seen(state) }).At("a.start").Press("shown", ("line", Chat.Key));

    private static ChatFacts Seen(string state) => new(2_000_000_001, state, "Педсовет", 33, SomeFacts.Now, Line: null);

    private static Talk Start() => new Talk(Book, SomeFacts.Director(Order, Chat, Plan)).At("a.start");
}
