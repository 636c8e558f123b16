using System.Collections.Immutable;
using Sferum.Bot.Dialogs;

namespace Sferum.Bot.Tests.Dialogs;

public sealed class ConversationTests
{
    private static readonly DialogBook Book = Read();

    [Fact]
    public void A_new_person_is_greeted_whatever_reached_the_bot()
    {
        DialogEvent[] events =
        [
            new DialogEvent.Wrote("меню", []),
            new DialogEvent.Wrote("", [new Attachment(AttachmentKind.Sticker, "sticker1", "", 0)]),
            new DialogEvent.Pressed("accept", ImmutableSortedDictionary<string, string>.Empty.Add("report", "9")),
            new DialogEvent.Allowed(),
        ];

        foreach (var happened in events)
        {
            var talk = new Talk(Book).Step(happened);
            Assert.Equal("welcome.hello.start", talk.State);
            Assert.Equal(["Здравствуйте!"], talk.Said);
        }
    }

    [Fact]
    public void A_state_that_was_moved_is_found_with_its_answers()
    {
        var talk = new Talk(Book).At("a.old", ("answers.document.number", "12")).Write("дальше");
        Assert.Equal("a.end", talk.State);
        Assert.Equal("12", talk.Conversation.Slots["answers.document.number"]);
    }

    [Fact]
    public void A_state_that_was_moved_is_found_where_somebody_is_to_come_back_to_it()
    {
        var talk = new Talk(Book).At("a.start", ("back", "a.old")).Write("дальше");
        Assert.Equal("a.start", talk.Conversation.Slots["back"]);
    }

    [Fact]
    public void A_state_that_is_gone_lands_on_the_menu_of_the_role_with_its_answers()
    {
        var talk = new Talk(Book).At("gone.with.the.wind", ("answers.document.number", "12")).Write("абракадабра");
        Assert.Equal("a.start", talk.State);
        Assert.Equal(["Не понял."], talk.Said);
        Assert.Equal("12", talk.Conversation.Slots["answers.document.number"]);

        var guest = SomeFacts.Director() with { Person = new PersonFacts(1, "", "inspector", false, false, 0) };
        Assert.Equal("welcome.hello.start", new Talk(Book, guest).At("gone.with.the.wind").Write("абракадабра").State);
    }

    [Fact]
    public void A_conversation_of_an_older_version_goes_on_and_takes_the_new_version()
    {
        var old = new Conversation("a.start", ImmutableSortedDictionary<string, string>.Empty, "a@1");
        var result = new DialogCore(Book, TimeZoneInfo.Utc)
            .Step(old, new DialogEvent.Wrote("дальше", []), SomeFacts.Director(), SomeFacts.Now);
        Assert.Equal("a.end", result.Conversation.State);
        Assert.Equal("a@2", result.Conversation.Version);
    }

    [Fact]
    public void The_same_step_gives_the_same_result_on_a_used_core()
    {
        var core = new DialogCore(Book, TimeZoneInfo.Utc);
        var conversation = new Conversation("a.start", ImmutableSortedDictionary<string, string>.Empty, "");
        var happened = new DialogEvent.Wrote("дальше", []);
        var first = core.Step(conversation, happened, SomeFacts.Director(), SomeFacts.Now);
        var second = core.Step(conversation, happened, SomeFacts.Director(), SomeFacts.Now);
        Assert.Equal(first.Effects.AsEnumerable(), second.Effects);
        Assert.Equal(first.Conversation.State, second.Conversation.State);
    }

    [Fact]
    public async Task One_core_serves_many_threads()
    {
        var core = new DialogCore(Book, TimeZoneInfo.Utc);
        var conversation = new Conversation("a.start", ImmutableSortedDictionary<string, string>.Empty, "");
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() =>
            Enumerable.Range(0, 500).Select(i => core.Step(
                conversation,
                new DialogEvent.Wrote((worker + i) % 2 == 0 ? "дальше" : "эхо", []),
                SomeFacts.Director(),
                SomeFacts.Now)).Select((r, i) => (Even: (worker + i) % 2 == 0, r.Conversation.State)).ToList())));

        Assert.All(results.SelectMany(r => r), r => Assert.Equal(r.Even ? "a.end" : "a.start", r.State));
    }

    private static DialogBook Read()
    {
        var faults = InlineBook.Read(
            [
                new("shared/anywhere.yaml", InlineBook.Anywhere),
                new("welcome/hello.yaml", InlineBook.Hello),
                new("a.yaml", """
                    dialog: a
                    title: А
                    version: 2
                    moved: { a.old: start }
                    states:
                      start: { say: Начало, on: [{ words: [дальше], to: end }, { words: [эхо], say: Эхо }] }
                      end: { say: Конец }
                    """),
            ],
            out var book);
        return book ?? throw new InvalidOperationException(string.Join('\n', faults));
    }
}
