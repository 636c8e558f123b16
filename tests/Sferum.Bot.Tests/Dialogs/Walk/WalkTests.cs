using System.Collections.Immutable;
using CsCheck;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Tests.Answers;
using Sferum.Bot.Tests.Transcripts;
using Sferum.Bot.Tests.Transcripts.Office;

namespace Sferum.Bot.Tests.Dialogs.Walk;

/// <summary>
/// A head, a teacher and a specialist who do anything at all, for 15,000 steps in each type of institution, in a world that what
/// they do changes: no exception, no silence, no dead end, no request that a store would refuse, nothing that VK would
/// refuse, and between them every state is visited.
/// </summary>
public sealed class WalkTests
{
    private const int Walks = 50;

    /// <summary>Walks are drawn by chance; further ones are taken while a state was not come to, this many times at most.</summary>
    private const int MoreRounds = 20;

    private const int WalksOfARound = 10;

    private const int StepsOfAWalk = 300;

    /// <summary>Of one message of VK (<c>vk-platform.md</c> §2.2).</summary>
    private const int LongestMessage = 4096;

    private static readonly DialogCore Core = new(OfficeStage.Book, OfficeClock.Zone, RepositoryAnswers.Desk.Answer);

    private static readonly ImmutableArray<string> Commands =
        [.. OfficeStage.Book.States.Values.SelectMany(s => s.Rules).Select(r => r.Press).OfType<string>().Append("page").Distinct().Order(StringComparer.Ordinal)];

    private static readonly ImmutableArray<string> Words =
        [.. OfficeStage.Book.States.Values.SelectMany(s => s.Rules).SelectMany(r => r.Words).Distinct().Order(StringComparer.Ordinal)];

    private static readonly string[] Sayings =
    [
        "12-од от 10.04.2024", "№ 5", "10 апреля", "99.99.2024", "18 из 20", "Педсовет, 34", "Педсовет, 34 из 36", "36 в штате", "1", "2", "1.1а", "1.2б", "1.3", "1.4",
        "https://school.example/doc", "ABCD-2345", "ZZZZ-9999", "Что с пунктом 1.1?", "15.04 планёрка 24 человека", "План ВШК от 01.04.2024, строка 17",
        "сделали 1.1 и 1.3", "все чаты созданы", "1.3 будет к 18-му", "не успеваем", "к 25 апреля", "1.2г не относится к нам, у нас начальная школа", "не относится к нам",
        "у нас нет заместителей", "до 30 мая", "с 20 по 30 апреля", "учитель информатики", "хозяйственные вопросы", "готово", "+", "да", "нет", "меню", "спасибо",
        "что в пункте 1.3?", "кто ты", "<b>жирный</b>", "😀😀😀", "\u200B", "31 февраля", "-5", "10000000", "у меня роль ученик", "ссылка не открывается", "чужая школа", "123456", "сказочная", "№ 2", "детский сад", "роль подтверждена", "кто не сдал 1.2б", "что нового", "до какого числа надо отчитаться", new string('ж', 5000),
    ];

    private static readonly string[] Values = ["223-09/1.1.a", "223-09/1.2.b", "223-09/9.9", "5", "17", "18", "-1", "", "document", "files", "chat", $"{WalkWorld.Chat}", "777", "list;open;o=40", "count;late", "all;", "unreached;1", "picked;5", "names;нет такой"];

    /// <summary>What a person does next, as numbers: which button is there is known only when it comes to it.</summary>
    private static readonly Gen<Move> SomeMove = Gen.Select(
        Gen.Frequency((40, 0), (12, 1), (8, 2), (7, 3), (5, 4), (2, 5), (1, 6), (22, 7), (6, 8)),
        Gen.Int[0, 1_000_000],
        Gen.Int[0, 1_000_000],
        Gen.Int[0, 14],
        (kind, first, second, who) => new Move(kind, first, second, who switch { < 7 => WalkWorld.Director, < 10 => WalkWorld.Specialist, _ => WalkWorld.Teacher }));

    [Fact]
    public void Whatever_a_head_a_teacher_and_a_specialist_do_the_dialog_holds()
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        WalkThrough(Walks, visited);
        for (var round = 0; round < MoreRounds && Missed(visited).Any(); round++)
        {
            WalkThrough(WalksOfARound, visited);
        }

        Assert.True(!Missed(visited).Any(), $"Nobody came to {string.Join(", ", Missed(visited))}");
    }

    private static void WalkThrough(int walks, HashSet<string> visited)
    {
        foreach (var type in (string[])["МОУ", "МДОУ", "УДО"])
        {
            SomeMove.Array[StepsOfAWalk].Sample(moves => Walk(type, moves, visited), iter: walks, threads: 1);
        }
    }

    private static IEnumerable<string> Missed(HashSet<string> visited) => OfficeStage.Book.States.Values
        .Where(s => !OfficeStage.Book.Parents.Contains(s.Key) || s.Say.Length > 0)
        .Where(s => s.Always is not [.., { When: null }])
        .Select(s => s.Key)
        .Except(visited)
        .Except(Elsewhere)
        .Order(StringComparer.Ordinal);

    /// <summary>States of people whom this world does not hold: they have transcripts of their own.</summary>
    private static readonly string[] Elsewhere =
        ["shared.privacy.renew", "shared.privacy.renew_refused", "director.people.as_deputy", "director.menu.choose", "director.menu.nobody", "welcome.hello.code_expired", "welcome.hello.code_blocked"];

    private static void Walk(string type, Move[] moves, HashSet<string> visited)
    {
        var world = new WalkWorld(type);
        var talks = new Dictionary<long, Talker> { [WalkWorld.Director] = new(), [WalkWorld.Specialist] = new(), [WalkWorld.Teacher] = new() };
        foreach (var move in moves)
        {
            var talker = talks[move.Who];
            var happened = EventOf(move, talker);
            var result = world.Step(Core, move.Who, talker.Conversation, happened);
            Assert.Contains(result.Conversation.State, OfficeStage.Book.StateKeys);
            Assert.True(result.Effects.Length > 0 || happened is DialogEvent.Allowed, $"silence in {result.Conversation.State} after {happened}");
            if (result.Conversation.State.StartsWith("specialist.asking.", StringComparison.Ordinal))
            {
                Assert.All(result.Effects.OfType<Effect.Say>(), say => Assert.InRange(say.Text.Length, 1, LongestMessage));
            }

            foreach (var effect in result.Effects)
            {
                SayChecks.Check(effect);
                world.Apply(move.Who, effect);
            }

            // Who has his data deleted begins anew.
            visited.Add(result.Conversation.State);
            talker.Conversation = result.Effects.Any(e => e is Effect.EraseMe) ? Conversation.New : result.Conversation;
            talker.See(result.Effects);
            CheckMenu(world, move.Who, talker.Conversation);
            world.Pass(TimeSpan.FromMinutes(move.Second % 20));
        }
    }

    /// <summary>From everywhere «меню», pressed or typed, leads to the menu of the role, or to the question of consent before it.</summary>
    private static void CheckMenu(WalkWorld world, long person, Conversation conversation)
    {
        foreach (var way in (DialogEvent[])[new DialogEvent.Pressed("menu", ImmutableSortedDictionary<string, string>.Empty), new DialogEvent.Wrote("меню", [])])
        {
            var menu = world.Step(Core, person, conversation, way);
            Assert.Contains(menu.Conversation.State, (string[])["director.menu.list", "specialist.desk.start", "teacher.menu.list", "teacher.work.start", "welcome.hello.who", "welcome.hello.greet"]);
            Assert.Contains(menu.Effects, e => e is Effect.Say);
        }
    }

    private static DialogEvent EventOf(Move move, Talker talker)
    {
        switch (move.Kind)
        {
            case 0 when talker.Last.Length > 0:
                return Press(talker.Last[move.First % talker.Last.Length]);
            case 8 when talker.Shown.Count > 0:
                return Press(talker.Shown[move.First % talker.Shown.Count]);
            case 7 when talker.Last.FirstOrDefault(b => b.Command == "end_deputy") is { } end && move.Second % 2 == 0:
                return Press(end);
            case 7:
                return move.Who == WalkWorld.Teacher ? TeachersSense(talker.Conversation, move) : Sense(talker.Conversation, move);
            case 0 or 1 or 8:
                return new DialogEvent.Wrote(Sayings[move.First % Sayings.Length], []);
            case 2:
                return new DialogEvent.Wrote(Words[move.First % Words.Length], []);
            case 3:
                var args = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
                foreach (var (name, i) in ((string[])["line", "institution", "report", "number", "field", "chat", "deputy", "code", "question", "work", "ask", "broadcast", "to", "draft", "saved"]).Select((n, i) => (n, i)).Where(n => (move.Second >> n.i) % 2 == 1))
                {
                    args[name] = Values[(move.Second / (i + 1)) % Values.Length];
                }

                return new DialogEvent.Pressed(Commands[move.First % Commands.Length], args.ToImmutable());
            case 4:
                var kinds = Enum.GetValues<AttachmentKind>();
                return new DialogEvent.Wrote(
                    move.First % 3 == 0 ? "№ 12-од от 10.04.2024" : "",
                    [.. Enumerable.Range(0, 1 + (move.Second % 12)).Select(i => new Attachment(kinds[move.First % kinds.Length], $"x1_{move.Second + i}", "a.pdf", i))]);
            case 5:
                return new DialogEvent.Wrote("", []);
            default:
                return new DialogEvent.Allowed();
        }
    }

    private static DialogEvent.Pressed Press(Button button) => new(button.Command, button.Args);

    /// <summary>What somebody says who means to get on: without it most of the walks would stay at the first question.</summary>
    private static DialogEvent.Wrote Sense(Conversation conversation, Move move)
    {
        DialogEvent.Wrote Say(string text, bool withPhoto = false) =>
            new(text, withPhoto ? [new Attachment(AttachmentKind.Photo, $"photo1_{move.Second}", "", 1)] : []);
        string Any(params string[] ways) => ways[move.First % ways.Length];
        return conversation.State switch
        {
            "welcome.hello.greet" or "welcome.hello.refused" => Say("согласна"),
            "welcome.hello.who" => Say("руководитель"),
            "welcome.hello.code" or "welcome.hello.code_unknown" => Say("ABCD-2345"),
            "director.menu.list" => Say(Any("1.1а", "1.1б", "1.1в", "1.2", "1.2б", "1.2д", "1.3", "1.4", "мои ответы", "люди", "педагоги", "не успеваем", "все чаты созданы", "1.3 будет к 18-му", "1.4 не относится к нам")),
            "director.report.begin" or "director.report.ask" or "director.report.mend_one" or "director.report.fix_one" or "director.report.returned_excuse" =>
                Say(Evidence(conversation.Slots.GetValueOrDefault("line", "")), withPhoto: true),
            "director.report.confirm" or "director.report.withdraw" or "director.people.deputy_sure" or "director.people.end_sure" or "director.excuse.not_ours_sure" => Say("да"),
            "director.people.deputy_period" => Say("на две недели"),
            "director.people.code_given" or "director.people.handed" => Say("люди"),
            "director.teachers.ask" or "director.teachers.too_many" => Say(Any("40", "12000", "40 человек")),
            "director.people.list" => Say(Any("дать право", "передать учреждение")),
            "director.reminders.which" => Say(Any("1.3", "1.4")),
            "director.reminders.when" => Say("через неделю"),
            "director.reminders.why" => Say("Ждём подписи"),
            "director.excuse.promise_when" => Say("через неделю"),
            "director.excuse.not_ours_why" => Say("У нас такого нет"),
            "specialist.desk.start" or "specialist.desk.nothing" => Say(Any(
                "проверить", "вопросы", "рассылка", "новая рассылка", "списки", "кто не сдал 1.2б из садов", "сколько школ отчитались", "что изменилось за неделю", "что со школой 1", "что с № 2", "школа 99", "1.2б")),
            "specialist.asking.standing" => Say(Any("ещё", "подробно", "напомни им", "напиши им", "а из школ?", "а кто просрочил?", "1", "проверить", "что со школой 99", "сад 2")),
            "specialist.asking.which" or "specialist.asking.nobody" => Say(Any("вымышленская", "2", "нет такой", "меню")),
            "specialist.asking.changes" or "specialist.asking.one" or "specialist.asking.several" or "specialist.asking.near" => Say(Any("1", "подробно", "проверить", "меню", "кто не сдал фото по 1.2б")),
            "specialist.broadcasts.start" => Say(Any("новая", "списки", "новая", "1")),
            "specialist.broadcasts.write" or "specialist.broadcasts.bad_text" => Say(Any("Коллеги, завтра совещание.", "{учреждение}: осталось {осталось}", "{имя}, здравствуйте"), withPhoto: move.First % 5 == 0),
            "specialist.broadcasts.whom" or "specialist.broadcasts.whom_again" => Say(Any("всем", "не сдали 1.2б", "школа 1, нет такой", "школа 99", "педагогам")),
            "specialist.broadcasts.whom_unclear" => Say(Any("найденным", "другой список")),
            "specialist.broadcasts.check" => Say(Any("отправить", "тест себе", "время", "запомнить список", "отправить", "срочно", "завтра в 9")),
            "specialist.broadcasts.when" => Say(Any("завтра в 9", "в пятницу 14:30", "в 3", "в 55:70", "сейчас")),
            "specialist.broadcasts.again" => Say(Any("да", "отмена")),
            "specialist.broadcasts.keep" => Say("Мой список"),
            "specialist.broadcasts.audiences" => Say(Any("назад", "меню")),
            "specialist.broadcasts.sent" => Say(Any("не отправлять", "рассылка")),
            "specialist.broadcasts.shown" => Say(Any("обновить", "рассылки")),
            "specialist.desk.card" => Say(Any("принять", "вернуть", "принять", "дальше")),
            "specialist.desk.ask_card" => Say("Нет: по приказу это педагогический работник."),
            "specialist.desk.ask_sure" => Say("да"),
            "specialist.desk.answer_sent" or "specialist.desk.save_card" => Say("сохранить"),
            "specialist.desk.save_text" => Say("Так отвечать можно."),
            "specialist.desk.saved" => Say("сохранённые ответы"),
            "specialist.desk.saved_list" => Say("1"),
            "shared.privacy.erase" => Say("продолжить"),
            "shared.privacy.sure" => Say(Any("оставить", "удалить навсегда")),
            "specialist.desk.saved_card" => Say("отозвать"),
            "specialist.desk.reason" => Say(Any("нет печати", "не тот документ")),
            _ => Say("меню"),
        };
    }

    private static DialogEvent.Wrote TeachersSense(Conversation conversation, Move move)
    {
        DialogEvent.Wrote Any(params string[] ways) => new(ways[move.First % ways.Length], []);
        return conversation.State switch
        {
            "welcome.hello.greet" => Any("согласна", "согласна", "нет"),
            "welcome.hello.refused" => Any("педагог", "согласна"),
            "welcome.hello.who" => Any("педагог"),
            "teacher.work.start" => Any("школа", "детский сад", "доп образование"),
            "teacher.work.find" => Any("2", "сказочная", "вымышленская", "сад 2"),
            "teacher.menu.list" => Any("подтвердить роль", "не получается", "моё учреждение", "роль подтверждена", "где я работаю", "моя роль"),
            "shared.privacy.erase" => Any("продолжить"),
            "shared.privacy.sure" => Any("оставить", "удалить навсегда"),
            "teacher.guide.start" => Any("ничего", "профиль есть", "ссылка есть", "вступила", "жду"),
            "teacher.symptoms.start" => Any(
                "нет ссылки", "ссылка не открывается", "код не приходит", "нет страницы вк", "нет организации", "роль ученик", "чужая школа", "другая фамилия",
                "администратор не видит", "заявка висит", "две школы", "две страницы", "новый номер", "новая работа", "ошибка госуслуг", "другое"),
            var state when state.StartsWith("teacher.guide.", StringComparison.Ordinal) => Any("получилось", "не получилось", "нет такой кнопки"),
            var state when state.StartsWith("teacher.symptoms.", StringComparison.Ordinal) => Any("получилось", "не получилось", "назад"),
            _ => Any("меню"),
        };
    }

    private static string Evidence(string line) => line switch
    {
        "223-09/1.1.c" => "https://school.example/doc",
        "223-09/1.2.0" => "15.04.2024 планёрка 24 человека",
        "223-09/1.2.b" => "Педсовет, 34 из 36",
        "223-09/1.3" => "План ВШК от 01.04.2024, строка 17",
        "223-09/1.4" => "№ 12-од от 10.04.2024, ознакомлено 18 из 20",
        _ when line.StartsWith("223-09/1.2.", StringComparison.Ordinal) => "Совет родителей, 18",
        _ => "№ 12-од от 10.04.2024",
    };

    /// <param name="Kind">
    /// What is done: 0 a button of the last keyboard, 1 a saying, 2 a word of the dialogs, 3 a forged button, 4 files,
    /// 5 nothing, 6 messages allowed, 7 what gets on, 8 an old button.
    /// </param>
    private sealed record Move(int Kind, int First, int Second, long Who);

    private sealed class Talker
    {
        public Conversation Conversation { get; set; } = Conversation.New;

        public List<Button> Shown { get; } = [];

        public ImmutableArray<Button> Last { get; private set; } = [];

        public void See(IEnumerable<Effect> effects)
        {
            foreach (var keyboard in effects.OfType<Effect.Say>().Select(s => s.Keyboard).OfType<Keyboard>())
            {
                Last = [.. keyboard.Rows.SelectMany(r => r).Where(b => b.Link is null)];
                Shown.AddRange(Last);
            }
        }
    }
}
