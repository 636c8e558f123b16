using System.Collections.Immutable;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Asking;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Orders.Compiling;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Orders;

/// <summary>The stores of the room over one fresh database with two institutions, their heads and a specialist.</summary>
internal sealed class District
{
    public const long HeadOfFirst = 101;
    public const long HeadOfSecond = 102;
    public const long Stranger = 103;
    public const long Deputy = 104;
    public const long Specialist = 900;

    private District(Database database)
    {
        Database = database;
        var office = new OfficeOptions { Name = "Управление" };
        office.Specialists.Add(Specialist);
        var options = Options.Create(office);
        Journal = new JournalStore(Database, Clock);
        People = new PersonStore(Database, Journal, Clock);
        Claims = new ClaimStore(Journal, Clock);
        Roster = new RosterStore(Journal, Claims, Clock);
        Teachers = new TeacherStore(People, Journal, Clock);
        Memberships = new MembershipStore(Journal, Clock);
        Reports = new ReportStore(Database, People, Journal, Order22309Tests.Load(), options, Clock);
        Questions = new QuestionStore(Journal, options, Clock);
        Saved = new SavedAnswerStore(database, Journal, options, Clock);
        Evidence = new EvidenceStore(database, Journal, Clock);
        Promises = new PromiseStore(People, Journal, Order22309Tests.Load(), options, Clock);
        Decisions = new LineDecisionStore(Journal, Order22309Tests.Load(), options, Clock);
        Asking = new DistrictStore(Order22309Tests.Load(), options, Clock);
        Certificates = new CertificateStore(People, Journal, Roster, options, Clock, database);
        Chats = new ChatStore(database, Clock);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2024, 4, 15, 6, 0, 0, TimeSpan.Zero));

    public Database Database { get; }

    public JournalStore Journal { get; }

    public RosterStore Roster { get; }

    public PersonStore People { get; }

    public ClaimStore Claims { get; }

    public ReportStore Reports { get; }

    public QuestionStore Questions { get; }

    public SavedAnswerStore Saved { get; }

    public EvidenceStore Evidence { get; }

    public MembershipStore Memberships { get; }

    public TeacherStore Teachers { get; }

    public PromiseStore Promises { get; }

    public LineDecisionStore Decisions { get; }

    public DistrictStore Asking { get; }

    public CertificateStore Certificates { get; }

    public ChatStore Chats { get; }

    public long First { get; private set; }

    public long Second { get; private set; }

    public static async Task<District> CreateAsync(DatabaseFixture fixture)
    {
        var district = new District(await fixture.CreateAsync());
        district.First = await district.AddAsync("МОУ «Первая»", "МОУ", HeadOfFirst);
        district.Second = await district.AddAsync("МДОУ «Второй»", "МДОУ", HeadOfSecond);
        await district.WriteAsync(async (db, token) =>
        {
            await district.People.MeetAsync(db, [Stranger], token);
            await district.People.MeetAsync(db, [Deputy], token);
            return true;
        });
        return district;
    }

    public Task<T> WriteAsync<T>(Func<LinqToDB.Data.DataConnection, CancellationToken, Task<T>> work) =>
        Database.InTransactionAsync(work, CancellationToken.None);

    /// <summary>Answers that are enough for 1.1.a, 1.1.b and 1.3.</summary>
    public static ImmutableSortedDictionary<string, string> Answers(string number = "12-од") =>
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
            .Add("document.number", number)
            .Add("document.date", "2024-04-12")
            .Add("plan.title", "План ВШК")
            .Add("files.0", "photo1_22");

    public Task<(WriteResult Result, long ReportId)> SubmitAsync(long personId, long institutionId, string point = "1.1.a", string number = "12-од") =>
        SubmitAsync(personId, new ReportLine(institutionId, "223-09", point), Answers(number));

    public Task<(WriteResult Result, long ReportId)> SubmitAsync(long personId, ReportLine line, ImmutableSortedDictionary<string, string> answers) =>
        SubmitAsync(personId, line, new ReportContent.Done(answers));

    public Task<(WriteResult Result, long ReportId)> SubmitAsync(long personId, ReportLine line, ReportContent content) =>
        WriteAsync((db, token) => Reports.SubmitAsync(db, personId, line, content, new DateOnly(2024, 4, 19), token));

    public Task<WriteResult> WithdrawAsync(long personId, ReportLine line, string number) =>
        WriteAsync((db, token) => Reports.WithdrawAsync(db, personId, line, number, token));

    public Task<(WriteResult Result, Report? Report)> AcceptAsync(long reportId, string number, long by = Specialist) =>
        WriteAsync((db, token) => Reports.AcceptAsync(db, by, reportId, number, token));

    public Task<(WriteResult Result, Report? Report)> ReturnAsync(long reportId, string number, string reason = "нет печати", long by = Specialist) =>
        WriteAsync((db, token) => Reports.ReturnAsync(db, by, reportId, number, reason, token));

    public Task<IReadOnlyList<Report>> ReportsAsync(params long[] institutions) =>
        WriteAsync((db, token) => Reports.OfInstitutionsAsync(db, institutions, token));

    public Task<(WriteResult Result, Claim? Claim)> ClaimAsync(long person, string code) =>
        WriteAsync((db, token) => Claims.ClaimAsync(db, person, code, token));

    /// <summary>Makes <see cref="Deputy"/> a deputy of the head of the first institution, from now for so many days.</summary>
    public async Task BecomeDeputyAsync(int days = 10, int afterDays = 0)
    {
        var since = Clock.GetUtcNow().AddDays(afterDays);
        var (result, code) = await WriteAsync((db, token) => Claims.InviteDeputyAsync(db, HeadOfFirst, First, since, since.AddDays(days), token));
        Assert.Equal(WriteResult.Done, result);
        Assert.Equal(WriteResult.Done, (await ClaimAsync(Deputy, code!.Code)).Result);
    }

    /// <summary>Data of the journal's entries of this action, in their order, with what its marks stand for.</summary>
    public Task<List<string>> JournalAsync(string action) => WriteAsync(async (db, token) =>
    {
        var entries = await db.GetTable<JournalRecord>().Where(e => e.Action == action).OrderBy(e => e.Seq).ToListAsync(token);
        return (await RevealedAsync(db, entries, token)).Select(e => e.Data).ToList();
    });

    /// <summary>The entries, with what their marks stand for.</summary>
    internal static async Task<List<JournalRecord>> RevealedAsync(DataConnection db, List<JournalRecord> entries, CancellationToken cancellationToken)
    {
        var values = await JournalStore.ValuesOfAsync(db, [.. entries.SelectMany(e => JournalSeals.MarksIn(OrdersJson.Read(e.Data)))], cancellationToken);
        entries.ForEach(e => e.Data = OrdersJson.Write(JournalSeals.Reveal(OrdersJson.Read(e.Data), values)));
        return entries;
    }

    public Task<Person> PersonAsync(long id) =>
        WriteAsync(async (db, token) => (await People.LoadAsync(db, [id], token))[id]);

    private Task<long> AddAsync(string name, string type, long head) => WriteAsync(async (db, token) =>
    {
        var id = await Roster.AddAsync(db, 0, name, type, token);
        await People.MeetAsync(db, [head], token);
        var code = await Claims.IssueAsync(db, 0, id, token);
        Assert.Equal(WriteResult.Done, (await Claims.ClaimAsync(db, head, code, token)).Result);
        return id;
    });
}
