using System.Globalization;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.EndToEnd;

/// <summary>
/// A small office whole: simulator as VK, a real database, and the bot as a child process that a test may kill and start
/// again. People are played through the simulator.
/// </summary>
internal sealed class TestOffice : IAsyncDisposable
{
    public const long Director = 1001;
    public const long Stranger = 1003;
    public const long Specialist = 1004;
    public const string SchoolCode = "SHKA2345";
    public const string School = "МОУ «Вымышленская СОШ № 1»";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Dictionary<string, string> _environment;
    private readonly Dictionary<long, int> _seen = [];
    private readonly string? _program;
    private BotProcess? _bot;

    private TestOffice(TestSimulator vk, Database database, Dictionary<string, string> environment, string? program)
    {
        _program = program;
        Vk = vk;
        Database = database;
        _environment = environment;
    }

    public TestSimulator Vk { get; }

    public Database Database { get; }

    public BotProcess Bot => _bot ?? throw new InvalidOperationException("the bot is not running");

    public static async Task<TestOffice> OpenAsync(DatabaseFixture fixture, string? program = null, params (string Name, string Value)[] settings)
    {
        var (provider, connectionString, database) = await fixture.CreateWithSettingsAsync();
        var vk = await TestSimulator.StartAsync();
        vk.People.Add("Анна", "Тестова", "директор", Director);
        vk.People.Add("Пётр", "Образцов", "учитель", Stranger);
        vk.People.Add("Вера", "Выдумкина", "специалист", Specialist, canMessage: true);
        await FillAsync(database);
        var office = new TestOffice(vk, database, new Dictionary<string, string>(BotSettings.For(vk, provider, connectionString))
        {
            ["Office__Specialists__0"] = Specialist.ToString(CultureInfo.InvariantCulture),
        }, program);
        foreach (var (name, value) in settings)
        {
            office._environment[name] = value;
        }

        await office.StartBotAsync();
        return office;
    }

    public Task AddInstitutionsAsync(IEnumerable<(string Name, string Type)> institutions)
    {
        var journal = new JournalStore(Database, TimeProvider.System);
        var roster = new RosterStore(journal, new ClaimStore(journal, TimeProvider.System), TimeProvider.System);
        return Database.InTransactionAsync(
            async (db, token) =>
            {
                foreach (var (name, type) in institutions)
                {
                    await roster.AddAsync(db, 0, name, type, token);
                }
            },
            CancellationToken.None);
    }

    public async Task StartBotAsync() => _bot = await BotProcess.StartRunAsync(_environment, _program);

    public async Task KillBotAsync()
    {
        await Bot.DisposeAsync();
        _bot = null;
    }

    public void Write(long person, string text, params PersonAttachment[] attachments) =>
        Vk.People.Write(person, new PersonMessage { Text = text, Attachments = attachments });

    public void Press(long person, string label) => Vk.People.Press(person, label);

    /// <summary>Waits until the person has been told something with these words since the last wait.</summary>
    public async Task<string> ExpectAsync(long person, string words)
    {
        var seen = _seen.GetValueOrDefault(person);
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            var chat = await Vk.People.WaitForAsync(
                person, view => view.Messages.Any(m => m.Out && m.Cmid > seen && m.Text.Contains(words, StringComparison.OrdinalIgnoreCase)), timeout.Token);
            var found = chat.Messages.First(m => m.Out && m.Cmid > seen && m.Text.Contains(words, StringComparison.OrdinalIgnoreCase));
            _seen[person] = found.Cmid;
            return found.Text;
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"{person} was not told «{words}». The chat:\n{Transcript(person)}\n\nThe bot:\n{_bot?.Output}");
            throw;
        }
    }

    public string Transcript(long person) =>
        string.Join('\n', Vk.People.ChatOf(person).Messages.Select(m => $"{(m.Out ? "<" : ">")} {m.Text}"));

    public async ValueTask DisposeAsync()
    {
        if (_bot is not null)
        {
            await _bot.DisposeAsync();
        }

        await Vk.DisposeAsync();
        Directory.Delete(_environment[BotSettings.FilesPath], recursive: true);
    }

    private static Task FillAsync(Database database)
    {
        var journal = new JournalStore(database, TimeProvider.System);
        return database.InTransactionAsync(
            async (db, token) =>
            {
                var school = await new RosterStore(journal, new ClaimStore(journal, TimeProvider.System), TimeProvider.System).AddAsync(db, 0, School, "МОУ", token);
                await new ClaimStore(journal, TimeProvider.System).IssueAsync(db, 0, school, token, SchoolCode);
            },
            CancellationToken.None);
    }
}
