using System.Text.Json;
using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Soak;

/// <summary>
/// Heads, teachers, guests and the specialist: each presses what he is shown or writes what such people write, at random. Their
/// number does not grow: a guest who has his data deleted comes again as somebody new.
/// </summary>
internal sealed class SoakPeople(SimulatedPeople people, Random random)
{
    private const int Heads = 8;
    private const int Teachers = 6;
    private const int Guests = 8;
    private const long FirstHead = 2_001;
    private const long FirstTeacher = 3_001;
    private const long FirstGuest = 4_001;

    private static readonly string[] Types = ["МОУ", "МДОУ", "УДО", "Лагерь"];

    private static readonly string[] OfHead =
    [
        "что с меня", "меню", "1.2 15.04 планёрка 20 человек", "1.2 вчера совещание 14 человек", "да", "да", "готово", "отмена", "будет к пятнице", "не относится к нам",
        "5 3 из 4", "осмотр площадок 2 из 2", "меню лагеря 20.05", "Кому адресован приказ?", "А что делать, если педагог отказывается?", "Где взять бланк?", "история", "справка", "заместитель",
        "человек", "почему пишете", "какие данные обо мне", "напомни завтра", "спасибо",
    ];

    private static readonly string[] OfTeacher =
    [
        "меню", "не приходит код", "роль подтверждена", "не вижу школу", "как вступить по ссылке", "не та школа", "да", "нет", "спасибо", "что такое Сферум", "человек", "дальше", "не получилось",
    ];

    private static readonly string[] OfGuest = ["привет", "да", "я педагог", "кто вы", "Когда отключат горячую воду?", "код", "ZZZZ-2222", "человек", "меню", "удалить мои данные", "да", "удалить"];

    private static readonly string[] OfSpecialist =
    [
        "меню", "проверить", "Проверить", "Принять", "вопросы", "кто не сдал?", "сводка", "кто не сдал 1.2?", "рассылка", "ответить", "Ответим на неделе.", "таблица", "панель", "нет фото", "да", "отмена",
    ];

    private readonly string _photo = Convert.ToBase64String(DrawnPictures.Jpeg(DrawnPictures.Resized(DrawnPictures.Page(1, isPhoto: true), 0.1)));
    private int _pictures;

    public static int Institutions => Heads;

    public static int Count => Heads + Teachers + Guests + 1;

    /// <summary>What people did.</summary>
    public int Acts { get; private set; }

    /// <summary>Times that somebody asked for his data to be deleted.</summary>
    public int Erasures { get; private set; }

    public static IEnumerable<long> All =>
    [
        .. Numbers(FirstHead, Heads), .. Numbers(FirstTeacher, Teachers), .. Numbers(FirstGuest, Guests), SoakOffice.Specialist,
    ];

    /// <summary>Institutions are there, and everybody has come so far as to be led.</summary>
    public async Task JoinAsync(SoakOffice office, Func<Task> settle)
    {
        foreach (var (head, i) in Numbers(FirstHead, Heads).Select((head, i) => (head, i)))
        {
            var type = Types[i % Types.Length];
            var code = await office.AddInstitutionAsync($"{type} «Вымышленное учреждение № {i + 1}»", type);
            people.Add($"Глава{i + 1}", "Выдумкина", "руководитель", head);
            await SayAsync(head, settle, "здравствуйте", "да", code, "да");
        }

        foreach (var teacher in Numbers(FirstTeacher, Teachers))
        {
            people.Add($"Педагог{teacher}", "Образцова", "педагог", teacher);
            await SayAsync(teacher, settle, "привет", "да", "педагог");
        }

        foreach (var guest in Numbers(FirstGuest, Guests))
        {
            people.Add($"Гость{guest}", "Примеров", "гость", guest);
        }
    }

    /// <summary>Some of them do something.</summary>
    public void Act()
    {
        foreach (var person in Numbers(FirstHead, Heads).Where(_ => random.Next(3) == 0))
        {
            Act(person, OfHead);
        }

        foreach (var person in Numbers(FirstTeacher, Teachers).Where(_ => random.Next(4) == 0))
        {
            Act(person, OfTeacher);
        }

        foreach (var person in Numbers(FirstGuest, Guests).Where(_ => random.Next(8) == 0))
        {
            Act(person, OfGuest);
        }

        if (random.Next(60) == 0)
        {
            var changing = FirstHead + random.Next(Heads);
            people.Deny(changing);
            people.Allow(changing);
        }

        Act(SoakOffice.Specialist, OfSpecialist);
    }

    /// <summary>Everybody asks for the menu.</summary>
    /// <returns>How many messages each had seen before.</returns>
    public IReadOnlyDictionary<long, int> AskForMenu()
    {
        var seen = All.ToDictionary(person => person, person => people.ChatOf(person).Messages.Select(message => message.Cmid).DefaultIfEmpty().Max());
        foreach (var person in All)
        {
            Write(person, "меню");
        }

        return seen;
    }

    /// <summary>Those who got no answer since.</summary>
    public IEnumerable<string> Unanswered(IReadOnlyDictionary<long, int> seen) => All
        .Where(person => !people.ChatOf(person).Messages.Any(message => message.Out && message.Cmid > seen[person]))
        .Select(person => $"{person} got no answer: {string.Join(" | ", people.ChatOf(person).Messages.TakeLast(6).Select(message => $"{(message.Out ? "<" : ">")} {message.Text}"))}");

    /// <summary>Nobody wants to hear of the bot any more.</summary>
    public void Leave()
    {
        foreach (var person in All)
        {
            people.Deny(person);
        }
    }

    private static IEnumerable<long> Numbers(long first, int count) => Enumerable.Range(0, count).Select(i => first + i);

    private async Task SayAsync(long person, Func<Task> settle, params string[] words)
    {
        foreach (var text in words)
        {
            Write(person, text);
            await settle();
        }
    }

    private void Act(long person, string[] words)
    {
        var labels = Labels(people.ChatOf(person));
        if (labels.Count > 0 && random.Next(10) < 6)
        {
            Acts++;
            try
            {
                people.Press(person, labels[random.Next(labels.Count)]);
                return;
            }
            catch (InvalidOperationException)
            {
                // The button went meanwhile, as it does on a telephone: he writes.
            }
        }

        Write(person, words[random.Next(words.Length)]);
    }

    private void Write(long person, string text)
    {
        Acts++;
        Erasures += text.StartsWith("удалить", StringComparison.Ordinal) ? 1 : 0;
        var isPicture = text.StartsWith("1.2", StringComparison.Ordinal) && random.Next(2) == 0;
        people.Write(person, new PersonMessage { Text = text, Attachments = isPicture ? [new PersonAttachment("photo", $"p{++_pictures}.jpg", _photo)] : [] });
    }

    /// <summary>Of the field, and of the last messages that have some; links are not followed.</summary>
    private static List<string> Labels(ChatView chat)
    {
        var keyboards = chat.Messages.TakeLast(4).Select(message => message.Keyboard).Append(chat.Keyboard).OfType<JsonElement>();
        return
        [
            .. from keyboard in keyboards
               from row in keyboard.GetProperty("buttons").EnumerateArray()
               from button in row.EnumerateArray()
               let action = button.GetProperty("action")
               where action.GetProperty("type").GetString() is "text" or "callback"
               select action.GetProperty("label").GetString() ?? "",
        ];
    }
}
