using System.Collections.Immutable;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Tests.Transcripts;

namespace Sferum.Bot.Tests.Dialogs;

public sealed class NoticeTests
{
    private static readonly DialogBook Book = Read();

    [Fact]
    public void A_notice_is_rendered_with_the_readers_facts_and_its_buttons()
    {
        var args = ImmutableSortedDictionary<string, string>.Empty.Add("line", "223-09/1.1").Add("reason", "нет печати");
        var said = Assert.Single(new DialogCore(Book, OfficeClock.Zone).Notice("returned", SomeFacts.Director(SomeFacts.Line("1.1")), args, SomeFacts.Now));
        Assert.Equal("Анна, пункт «Пункт 1.1» вернули: нет печати. Сегодня 15 апреля.", said.Text);
        var button = Assert.Single(Assert.Single(said.Keyboard!.Rows));
        Assert.True(said.Keyboard.Inline);
        Assert.Equal(("line", "223-09/1.1"), (button.Command, button.Args["line"]));
    }

    [Fact]
    public void An_unknown_notice_is_a_bug_of_the_caller()
    {
        var core = new DialogCore(Book, OfficeClock.Zone);
        Assert.Throws<ArgumentException>(() => core.Notice("nothing", SomeFacts.Director(), ImmutableSortedDictionary<string, string>.Empty, SomeFacts.Now));
        Assert.Equal(["returned"], Book.Notices.AsEnumerable());
    }

    private static DialogBook Read()
    {
        var faults = InlineBook.Read(
            [
                new("shared/anywhere.yaml", InlineBook.Anywhere),
                new("welcome/hello.yaml", InlineBook.Hello),
                new("a.yaml", InlineBook.Dialog("start: { say: Раз, on: [{ press: line, to: same }] }")),
                new("b.yaml", """
                    dialog: b
                    title: Сообщения
                    version: 1
                    notices:
                      returned:
                        say: "{{ person.first_name }}, пункт «{{ line.title }}» вернули: {{ args.reason }}. Сегодня {{ today | date }}."
                        inline: [[{ label: Исправить, press: line, args: { line: "{{ line.key }}" } }]]
                    """),
            ],
            out var book);
        return book ?? throw new InvalidOperationException(string.Join('\n', faults));
    }
}
