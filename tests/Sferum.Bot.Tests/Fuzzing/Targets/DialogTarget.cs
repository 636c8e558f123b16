using System.Collections.Immutable;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Tests.Dialogs;
using Sferum.Bot.Tests.Fuzzing.Making;
using Sferum.Bot.Tests.Transcripts;

namespace Sferum.Bot.Tests.Fuzzing.Targets;

/// <summary>A dialog file among sound ones; a book that is read without faults is talked with.</summary>
internal sealed class DialogTarget : FuzzTarget
{
    /// <summary>The real root and greeting belong to a book of 40 files, which takes too long to read each time.</summary>
    private const int LongestSeed = 16 * 1024;

    private static readonly string Own = InlineBook.Dialog(
        """
        start:
          say: "Здравствуйте, {{ person.first_name }}! {% if lines.size > 0 %}Осталось {{ lines.size | plural: 'пункт', 'пункта', 'пунктов' }}.{% endif %}"
          buttons:
            - [{ label: Меню, press: menu, color: primary }]
            - for: l in lines
              columns: 2
              row: [{ label: "{{ l.label }}", press: line, args: { line: "{{ l.key }}" }, when: l.status == 'open' }]
          on:
            - words: [да, готово]
              when: person.role == 'director' and lines.size > 1
              do:
                - set: { word: "да" }
              to: next
            - input: date
              to: next
            - press: line
              to: next
        next:
          say: ["Первое.", "Второе: {{ slots.word | upcase }} до {{ today | date: '%d.%m' }}"]
          inline: [[{ label: Назад, press: back }]]
          on:
            - press: back
              say: Вернулись.
              to: start
        """);

    private static readonly DialogEvent[] Said =
    [
        new DialogEvent.Wrote("начать", []),
        new DialogEvent.Wrote("да", []),
        new DialogEvent.Wrote("15 апреля", []),
        new DialogEvent.Pressed("line", ImmutableSortedDictionary<string, string>.Empty.Add("line", "223-09/1.1.a")),
        new DialogEvent.Pressed("back", ImmutableSortedDictionary<string, string>.Empty),
        new DialogEvent.Wrote("", [SomeFacts.Photo("photo1_1")]),
    ];

    private readonly string[] _seeds =
        [.. Enumerable.Repeat(Own, 60), .. new[] { "director/", "teacher/", "specialist/", "welcome/", "shared/" }.SelectMany(folder => YamlSeeds.In(folder)).Where(text => text.Length < LongestSeed)];

    private readonly TextMutation _text;

    public DialogTarget() => _text = new TextMutation(_seeds, YamlSeeds.Tokens, YamlSeeds.Longest);

    public override string Name => "dialogs";

    public override int Share => 10;

    public override IReadOnlyList<string> Outcomes { get; } = ["read", "faults"];

    public override string Make(FuzzDice dice) => YamlSeeds.Damaged(_seeds, _text, dice);

    public override Task<string> ReadAsync(string input)
    {
        var faults = InlineBook.Read(
            [new("shared/anywhere.yaml", InlineBook.Anywhere), new("welcome/hello.yaml", InlineBook.Hello), new("a.yaml", input)], out var book);
        Assert.Equal(faults.Count == 0, book is not null);
        if (book is not null)
        {
            _ = DialogGraph.Mermaid(book);
            Talk(new DialogCore(book, OfficeClock.Zone));
        }

        return Task.FromResult(YamlSeeds.Checked(faults));
    }

    private static void Talk(DialogCore core)
    {
        var facts = SomeFacts.Director(SomeFacts.Line("1.1.a"), SomeFacts.Line("1.2"));
        var conversation = Conversation.New;
        foreach (var happened in Said)
        {
            conversation = core.Step(conversation, happened, facts, SomeFacts.Now).Conversation;
        }
    }
}
