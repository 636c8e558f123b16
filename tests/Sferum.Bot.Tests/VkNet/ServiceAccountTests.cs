#if WITH_VKNET
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.DependencyInjection;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.VkNet.ServiceAccount;
using VkNet.AudioBypassService.Abstractions;

namespace Sferum.Bot.Tests.VkNet;

/// <summary>The command of the service account, with the real package, against a VK and in place of a Google that are played.</summary>
public sealed class ServiceAccountTests(SqliteFixture databases) : IClassFixture<SqliteFixture>
{
    private const long Head = 5001;
    private const string Password = "пароль-управления";

    [Fact]
    public async Task Chats_are_shown_beside_the_reports_and_what_is_sure_goes_into_the_journal_once()
    {
        await using var vk = await SignInVk.StartAsync(Password, code: "123456");
        var (_, connection, database) = await databases.CreateWithSettingsAsync();
        await FillAsync(database);

        // The third chat is called as those of two institutions, and the person says which it is.
        var (exit, shown) = await RunAsync(vk, connection, record: true, "согласен", "8-900", Password, "123456", "2");

        Assert.True(exit == 0, shown);
        Assert.Contains("Чатов: 3.", shown, StringComparison.Ordinal);
        Assert.Contains("«Педсовет», участников без служебной записи: 2", shown, StringComparison.Ordinal);
        Assert.Contains("МОУ «Школа 1», пункт 1.2б, в отчёте участников: 34; руководитель или заместитель в чате есть", shown, StringComparison.Ordinal);
        Assert.Contains("такого чата нет ни в одном отчёте", shown, StringComparison.Ordinal);
        Assert.Contains("Записано в журнал: 2.", shown, StringComparison.Ordinal);
        foreach (var secret in (string[])[Password, "123456", SignInVk.FirstToken, SignInVk.Token])
            Assert.DoesNotContain(secret, shown, StringComparison.Ordinal);
        Assert.All(vk.Agents, agent => Assert.StartsWith("VKAndroidApp/", agent, StringComparison.Ordinal));
        Assert.Equal([("1.2.b", 1L), ("1.2.c", 2L)], (await JournalAsync(database)).Select(entry => (entry.Point ?? "", entry.InstitutionId ?? 0)));
        Assert.All(await JournalAsync(database), entry => Assert.Contains("\"via\":\"command\"", entry.Data, StringComparison.Ordinal));

        var (_, again) = await RunAsync(vk, connection, record: true, "согласен", "8-900", Password, "123456", "2");
        Assert.Contains("Записано в журнал: 0.", again, StringComparison.Ordinal);
        Assert.Equal(2, (await JournalAsync(database)).Count);
    }

    [Theory]
    [InlineData("не согласен", null, null, 2, "выдаёт себя за официальное приложение")]
    [InlineData("согласен", "другой пароль", null, 1, "не принял телефон или пароль")]
    [InlineData("согласен", Password, "", 1, "Код подтверждения не введён")]
    [InlineData("согласен", Password, "000000", 1, "не пустил в учётную запись")]
    public async Task Whoever_does_not_agree_or_is_not_let_in_sees_no_chat(string consent, string? password, string? code, int expected, string told)
    {
        await using var vk = await SignInVk.StartAsync(Password, code: "123456");
        var (_, connection, database) = await databases.CreateWithSettingsAsync();

        var (exit, shown) = await RunAsync(vk, connection, record: true, consent, "8-900", password, code);

        Assert.Equal(expected, exit);
        Assert.DoesNotContain("Чатов", shown, StringComparison.Ordinal);
        Assert.Contains("выдаёт себя за официальное приложение", shown, StringComparison.Ordinal);
        Assert.Contains(told, shown, StringComparison.Ordinal);
        Assert.Empty(await JournalAsync(database));
    }

    [Theory]
    [InlineData("--ServiceAccount:Enabled=false")]
    [InlineData("--ServiceAccount:Password=123")]
    public async Task It_is_off_by_default_and_takes_no_password_that_is_written_down(string setting)
    {
        await using var vk = await SignInVk.StartAsync(Password, code: "123456");
        var (_, connection, _) = await databases.CreateWithSettingsAsync();
        var output = new StringWriter();

        var exit = await ServiceAccountCommand.RunAsync(
            [.. Settings(vk, connection), setting], record: false, new Terminal(output, output, (_, _) => throw new InvalidOperationException("asked")), default);

        Assert.Equal(2, exit);
        Assert.Empty(vk.Agents);
    }

    [Theory]
    [InlineData("Чат  педагогов!", "чат ПЕДАГОГОВ", true)]
    [InlineData("Учёба", "учеба", true)]
    [InlineData("Чат педагогов", "Чат родителей", false)]
    public void Titles_are_compared_as_people_do(string seen, string reported, bool same)
    {
        var named = new NamedChat(new ReportLine(1, "223-09", "1.2.b"), "МОУ", "1.2б", reported, null, []);

        var match = ChatMatch.Of(new SeenChat(seen, [Head]), [named]);

        Assert.Equal((same ? 1 : 0, false), (match.Candidates.Length, match.IsSure));
    }

    private static string[] Settings(SignInVk vk, string connection) =>
    [
        "--ServiceAccount:Enabled=true",
        $"--ServiceAccount:SignInUrl={vk.SignInUrl}",
        $"--Vk:ApiBaseUrl={vk.ApiBaseUrl}",
        "--Vk:Token=vk1.a.community",
        "--Vk:GroupId=200100300",
        "--Storage:Provider=Sqlite",
        $"--Storage:ConnectionString={connection}",
    ];

    /// <param name="answers">What the person types, in the order of the questions; null where nobody answers.</param>
    private static async Task<(int Exit, string Shown)> RunAsync(SignInVk vk, string connection, bool record, params string?[] answers)
    {
        var output = new StringWriter();
        var left = new Queue<string?>(answers);
        var exit = await ServiceAccountCommand.RunAsync(
            Settings(vk, connection),
            record,
            new Terminal(output, output, (_, _) => left.TryDequeue(out var answer) ? answer : null),
            default,
            services => services.AddSingleton<IReceiptParser, PlayedGoogle>());
        return (exit, output.ToString());
    }

    private static Task<List<JournalRecord>> JournalAsync(Database database) => database.InTransactionAsync(
        async (db, token) => await db.GetTable<JournalRecord>().Where(j => j.Action == ChatEvidenceStore.Action).OrderBy(j => j.Point).ToListAsync(token), default);

    /// <summary>Two schools, each with a chat of parents; the first with a chat of its teachers too.</summary>
    private static Task FillAsync(Database database)
    {
        var journal = new JournalStore(database, TimeProvider.System);
        var roster = new RosterStore(journal, new ClaimStore(journal, TimeProvider.System), TimeProvider.System);
        return database.InTransactionAsync(
            async (db, token) =>
            {
                var first = await roster.AddAsync(db, 0, "МОУ «Школа 1»", "МОУ", token);
                var second = await roster.AddAsync(db, 0, "МОУ «Школа 2»", "МОУ", token);
                await db.InsertAsync(new PersonRecord { PersonId = Head, MetAt = DateTimeOffset.UnixEpoch }, token: token);
                await db.InsertAsync(new MembershipRecord { PersonId = Head, InstitutionId = first, Role = PostRole.Head, Since = DateTimeOffset.UnixEpoch }, token: token);
                await AddReportAsync(first, "1.2.b", "Педсовет", "34");
                await AddReportAsync(first, "1.2.c", "Родители", "18");
                await AddReportAsync(second, "1.2.c", "Родители", "20");

                Task AddReportAsync(long institution, string point, string title, string members) => db.InsertAsync(
                    new ReportRecord
                    {
                        InstitutionId = institution,
                        OrderNumber = "223-09",
                        Point = point,
                        Kind = ReportKind.Done,
                        Status = ReportStatus.Reported,
                        Revision = 1,
                        Answers = OrdersJson.Write([("chat.title", title), ("chat.members", members)]),
                        ReportedBy = Head,
                        ReceivedAt = DateTimeOffset.UnixEpoch,
                    },
                    token: token);
            },
            default);
    }

    private sealed class PlayedGoogle : IReceiptParser
    {
        public Task<string> GetReceipt() => Task.FromResult("receipt");
    }
}
#else
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.VkNet;

/// <summary>Stands for the tests of the service account where VkNet is not compiled in.</summary>
public sealed class ServiceAccountTests
{
    [SkippableFact]
    public void The_service_account() => Skip.If(WithVkNet.Missing is not null, WithVkNet.Missing);
}
#endif
