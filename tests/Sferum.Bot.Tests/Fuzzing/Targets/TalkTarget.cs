using System.Collections.Immutable;
using System.Globalization;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Tests.Answers;
using Sferum.Bot.Tests.Dialogs.Walk;
using Sferum.Bot.Tests.Fuzzing.Making;
using Sferum.Bot.Tests.Transcripts;
using Sferum.Bot.Tests.Transcripts.Office;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Tests.Fuzzing.Targets;

/// <summary>
/// A talk through the real dialogs, an event a line: who (<c>d</c>, <c>s</c>, <c>t</c>), then <c>></c> words, <c>[</c> a payload,
/// <c>#</c> the number of a button that was shown, <c>@</c> files with words, <c>!</c> messages allowed.
/// </summary>
internal sealed class TalkTarget : FuzzTarget
{
    private const int MostLines = 12;

    private static readonly DialogCore Core = new(OfficeStage.Book, OfficeClock.Zone, RepositoryAnswers.Desk.Answer);

    private static readonly string[] Commands =
        [.. OfficeStage.Book.States.Values.SelectMany(state => state.Rules).Select(rule => rule.Press).OfType<string>().Append("page").Distinct().Order(StringComparer.Ordinal)];

    private static readonly string[] Names = ["line", "institution", "report", "number", "field", "chat", "deputy", "code", "question", "work", "ask", "broadcast", "to", "draft", "saved", "page"];

    private static readonly string[] Values =
        ["223-09/1.1.a", "223-09/9.9", "5", "17", "-1", "", "document", "files", "777", "list;open;o=40", "one;;p=х", "all;", "picked;5", "names;нет такой", "ABCD-2345", "2000000007", "\\u0000", "\\ud83d"];

    private static readonly string[] Ways = ["согласна", "руководитель", "ABCD-2345", "1.1а", "№ 12-од от 10.04.2024", "да", "меню", "назад", "педагог", "сказочная", "кто не сдал", "новая рассылка", "всем", "Коллеги, {учреждение}!", "отправить"];

    private readonly TextMutation _text = new(RussianSeeds.Phrases, [.. RussianSeeds.Tokens, "\nd>", "\ns>", "\nt>", "\nd#1", "\ns#2", "\nd@3 ", "\nd[{\"c\":\"menu\"}"], 20_000);

    public override string Name => "talks";

    public override int Share => 20;

    public override IReadOnlyList<string> Outcomes { get; } = ["director", "specialist", "teacher", "welcome", "shared"];

    public override Task OpenAsync() => ReadAsync("d>привет\ns>кто не сдал?\nt>меню\nd>что это за приказ");

    public override string Make(FuzzDice dice)
    {
        var lines = Enumerable.Range(0, dice.Next(MostLines) + 1).Select(_ => Line(dice));
        var talk = string.Join('\n', dice.OneIn(2) ? lines.Prepend("d>да").Prepend("d>ABCD-2345").Prepend("d>руководитель").Prepend("d>согласна").Prepend("d>привет") : lines);
        return dice.OneIn(2) ? talk : _text.Of(talk, dice);
    }

    public override Task<string> ReadAsync(string input)
    {
        var world = new WalkWorld("МОУ");
        var talks = new Dictionary<long, Talk> { [WalkWorld.Director] = new(), [WalkWorld.Specialist] = new(), [WalkWorld.Teacher] = new() };
        var state = "";
        foreach (var line in input.Split('\n').Take(MostLines + 5))
        {
            var person = line switch { ['s', ..] => WalkWorld.Specialist, ['t', ..] => WalkWorld.Teacher, _ => WalkWorld.Director };
            var talk = talks[person];
            if (EventTranslator.ToDialogEvent(EventOf(line.Length > 1 ? line[1..] : "", talk)) is not { } happened)
            {
                continue;
            }

            var result = world.Step(Core, person, talk.Conversation, happened);
            Assert.Contains(result.Conversation.State, OfficeStage.Book.StateKeys);
            foreach (var effect in result.Effects)
            {
                SayChecks.Check(effect);
                world.Apply(person, effect);
            }

            // As it lies in the database until the next event.
            talk.Conversation = result.Effects.Any(effect => effect is Effect.EraseMe) ? Conversation.New : ConversationJson.Read(ConversationJson.Write(result.Conversation));
            talk.See(result.Effects);
            state = result.Conversation.State;
        }

        return Task.FromResult(state.Split('.')[0]);
    }

    private static string Line(FuzzDice dice) => dice.Of(["d", "d", "d", "s", "t"]) + dice.Next(10) switch
    {
        < 3 => $"#{dice.Next(12)}",
        3 => $"[{{\"c\":\"{dice.Of(Commands)}\",\"a\":{{{string.Join(',', Enumerable.Range(0, dice.Next(3)).Select(_ => $"\"{dice.Of(Names)}\":\"{dice.Of(Values)}\""))}}}}}",
        4 => $"@{dice.Next(12)} {dice.Of(Ways)}",
        5 => "!",
        6 or 7 => $">{dice.Of(Ways)}",
        _ => $">{dice.Of(RussianSeeds.Phrases)}",
    };

    private static Incoming EventOf(string line, Talk talk) => line switch
    {
        ['[', .. var payload] => new Incoming.Press(payload, "1"),
        ['#', .. var number] when talk.Shown.Count > 0 && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) => new Incoming.Press(talk.Shown[^(1 + (n % talk.Shown.Count))], "1"),
        ['!', ..] => new Incoming.Consent(true),
        ['@', .. var files] => new Incoming.Message(files, null, null, [.. Enumerable.Range(0, files.Length % 13).Select(i => new IncomingAttachment("photo", $"photo1_{files.Length}{i}", "a.jpg", null, i))], 1, 1),
        ['>', .. var words] => new Incoming.Message(words, null, null, [], 1, 1),
        _ => new Incoming.Message(line, null, "org14", [], 1, 1),
    };

    private sealed class Talk
    {
        public Conversation Conversation { get; set; } = Conversation.New;

        public List<string> Shown { get; } = [];

        public void See(ImmutableArray<Effect> effects) => Shown.AddRange(effects.OfType<Effect.Say>()
            .Select(say => say.Keyboard)
            .OfType<Keyboard>()
            .SelectMany(keyboard => keyboard.Rows.SelectMany(row => row))
            .Where(button => button.Link is null)
            .Select(button => ButtonPayload.Write(button.Command, button.Args)));
    }
}
