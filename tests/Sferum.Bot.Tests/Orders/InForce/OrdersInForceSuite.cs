using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Sferum.Bot.Commands;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.InForce;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Orders.Compiling;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Transcripts;

namespace Sferum.Bot.Tests.Orders.InForce;

public abstract class OrdersInForceSuite(DatabaseFixture fixture)
{
    private const long Specialist = 7;
    private const string Ours = "223-09";

    private static readonly DateOnly Today = new(2024, 4, 15);

    /// <summary>Late in the evening at the office, where the day begins three hours before it does in UTC.</summary>
    private static readonly DateTimeOffset Evening = new(2024, 4, 15, 23, 30, 0, TimeSpan.FromHours(3));

    [SkippableFact]
    public async Task An_uploaded_order_is_nobodys_until_its_day_comes_and_then_everybodys_in_every_process()
    {
        var office = await OfficeAsync();
        var draft = await office.UploadAsync(SecondOrder.Yaml);
        await office.LookAsync();
        Assert.Equal([Ours], office.Numbers);

        Assert.Equal(WriteResult.Done, await office.ForceAsync(draft, Today.AddDays(1)));
        await office.LookAsync();
        Assert.Equal([Ours], office.Numbers);

        office.Clock.Advance(TimeSpan.FromMinutes(31));
        await office.LookAsync();
        Assert.Equal([SecondOrder.Number, Ours], office.Numbers);
        Assert.Equal(["5", "6.b"], office.Book.LinesFor("МОУ").Where(line => line.Key.Order == SecondOrder.Number).Select(line => line.Point.Id));
        Assert.Contains(office.Book.Types, type => type.Code == "Лагерь");

        var other = office.Another();
        await other.LookAsync();
        Assert.Equal(office.Numbers, other.Numbers);
        Assert.Equal(office.Book.Now.Version, other.Book.Now.Version);
    }

    [SkippableFact]
    public async Task A_version_of_the_number_of_a_file_takes_its_place_and_an_ended_order_is_gone()
    {
        var office = await OfficeAsync();
        var file = office.Book.Files[0].File;
        var edited = await office.UploadAsync(file.Replace("title: \"Приказ об использовании\"", "title: \"Положение\"", StringComparison.Ordinal));
        Assert.Equal(WriteResult.Done, await office.ForceAsync(edited, Today));
        await office.LookAsync();
        Assert.Equal("Положение", office.Book.FindLine(new LineKey(Ours, "1.1.a"), "МОУ")?.Point.Title);

        Assert.Equal(WriteResult.Done, await office.EndAsync(Ours, Today.AddDays(2)));
        await office.LookAsync();
        Assert.Equal([Ours], office.Numbers);
        office.Clock.Advance(TimeSpan.FromDays(2));
        await office.LookAsync();
        Assert.Empty(office.Numbers);
        Assert.Null(office.Book.FindLine(new LineKey(Ours, "1.1.a"), "МОУ"));

        // The same text again: brought back.
        Assert.Equal(WriteResult.Done, await office.ForceAsync(edited, Today.AddDays(2)));
        await office.LookAsync();
        Assert.Equal([Ours], office.Numbers);
    }

    [SkippableFact]
    public async Task A_plan_is_taken_back_before_its_day_and_not_after_it()
    {
        var office = await OfficeAsync();
        var draft = await office.UploadAsync(SecondOrder.Yaml);
        await office.ForceAsync(draft, Today.AddDays(1));
        var term = Assert.Single(await office.TermsAsync());

        Assert.Equal(WriteResult.NotAllowed, await office.RevokeAsync(term.Id, by: 8));
        Assert.Equal(WriteResult.NotFound, await office.RevokeAsync(term.Id + 1));
        Assert.Equal(WriteResult.Done, await office.RevokeAsync(term.Id));
        Assert.Equal(WriteResult.Unchanged, await office.RevokeAsync(term.Id));
        office.Clock.Advance(TimeSpan.FromDays(2));
        await office.LookAsync();
        Assert.Equal([Ours], office.Numbers);

        await office.ForceAsync(draft, Today.AddDays(2));
        Assert.Equal(WriteResult.Unchanged, await office.RevokeAsync((await office.TermsAsync())[^1].Id));
    }

    [SkippableFact]
    public async Task Only_a_specialist_decides_for_days_to_come_and_by_what_he_has_seen()
    {
        var office = await OfficeAsync();
        Assert.Equal(WriteResult.NotAllowed, (await office.AddAsync(SecondOrder.Yaml, by: 8)).Result);
        var draft = await office.UploadAsync(SecondOrder.Yaml);
        Assert.Equal((WriteResult.Unchanged, draft), await office.AddAsync(SecondOrder.Yaml));

        Assert.Equal(WriteResult.NotAllowed, await office.ForceAsync(draft, Today, by: 8));
        Assert.Equal(WriteResult.NotAllowed, await office.EndAsync(Ours, Today, by: 8));
        Assert.Equal(WriteResult.NotFound, await office.ForceAsync(draft + 1, Today));
        Assert.Equal(WriteResult.Incomplete, await office.ForceAsync(draft, Today.AddDays(-1)));
        Assert.Equal(WriteResult.Incomplete, await office.ForceAsync(draft, Today.AddDays(OrderVersionStore.FurthestDays + 1)));
        Assert.Equal(WriteResult.Outdated, await office.ForceAsync(draft, Today, seen: 99));
        Assert.Empty(await office.TermsAsync());
        Assert.Equal(WriteResult.Done, await office.ForceAsync(draft, Today));
        Assert.Equal(WriteResult.Outdated, await office.EndAsync(SecondOrder.Number, Today, seen: 0));
    }

    [SkippableFact]
    public async Task The_last_word_holds_of_what_was_decided_for_days_that_have_come()
    {
        var office = await OfficeAsync();
        var first = await office.UploadAsync(SecondOrder.Yaml);
        var second = await office.UploadAsync(SecondOrder.Edited);
        await office.ForceAsync(first, Today);
        await office.ForceAsync(second, Today.AddDays(10));
        await office.ForceAsync(second, Today.AddDays(5));

        Assert.Equal(2, await office.TasksOnAsync(4));
        Assert.Equal(1, await office.TasksOnAsync(6));
        Assert.Equal(1, await office.TasksOnAsync(12));
    }

    [SkippableFact]
    public async Task What_is_planned_for_a_day_comes_whatever_is_decided_meanwhile_for_an_earlier_one()
    {
        var office = await OfficeAsync();
        var first = await office.UploadAsync(SecondOrder.Yaml);
        var second = await office.UploadAsync(SecondOrder.Edited);
        await office.ForceAsync(first, Today);
        await office.EndAsync(SecondOrder.Number, Today.AddDays(10));
        await office.ForceAsync(second, Today.AddDays(5));

        Assert.Equal(2, await office.TasksOnAsync(4));
        Assert.Equal(1, await office.TasksOnAsync(6));
        Assert.Equal(0, await office.TasksOnAsync(12));
    }

    [SkippableFact]
    public async Task Everything_is_journaled_with_the_hash_of_the_text()
    {
        var office = await OfficeAsync();
        var draft = await office.UploadAsync(SecondOrder.Yaml);
        await office.ForceAsync(draft, Today);
        await office.EndAsync(SecondOrder.Number, Today.AddDays(1));
        await office.RevokeAsync((await office.TermsAsync())[^1].Id);

        var journal = await office.Database.ReadAsync(
            (db, token) => db.QueryToListAsync<string>("select action || ' ' || order_number || ' ' || actor_id || ' ' || data from journal order by seq", token), default);
        var version = await office.Database.ReadAsync((db, token) => office.Versions.FindAsync(db, draft, token), default);
        Assert.Equal(4, journal.Count);
        Assert.StartsWith("order_uploaded 01-В 7", journal[0], StringComparison.Ordinal);
        Assert.StartsWith("order_in_force 01-В 7", journal[1], StringComparison.Ordinal);
        Assert.StartsWith("order_ended 01-В 7", journal[2], StringComparison.Ordinal);
        Assert.StartsWith("order_plan_revoked 01-В 7", journal[3], StringComparison.Ordinal);
        Assert.All(journal.Take(2), entry => Assert.Contains(version!.Sha256, entry, StringComparison.Ordinal));
        Assert.Contains("\"since\":\"2024-04-15\"", journal[1], StringComparison.Ordinal);
        Assert.Null(await office.Database.ReadAsync(office.Journal.FirstBrokenAsync, default));
    }

    [SkippableFact]
    public async Task A_stored_order_that_the_program_does_not_understand_is_named_once_and_nothing_changes()
    {
        var office = await OfficeAsync();
        var draft = await office.UploadAsync(SecondOrder.Yaml);
        await office.ForceAsync(draft, Today);
        await office.LookAsync();
        await office.Database.InTransactionAsync(
            (db, token) => db.ExecuteAsync("update order_version set body = replace(body, 'input: count', 'input: telepathy')", token), default);
        var other = office.Another();

        var fault = Assert.Single(await other.InForce.LookAsync(default));

        Assert.Contains("telepathy", fault.Message, StringComparison.Ordinal);
        Assert.Equal([Ours], other.Numbers);
        Assert.Empty(await other.InForce.LookAsync(default));
        Assert.Equal([SecondOrder.Number, Ours], office.Numbers);
    }

    private async Task<Office> OfficeAsync() => new(await fixture.CreateAsync(), new FakeTimeProvider(Evening));

    private sealed class Office
    {
        public Office(Database database, FakeTimeProvider clock)
        {
            Database = database;
            Clock = clock;
            var options = Options.Create(new OfficeOptions { TimeZone = OfficeClock.Zone.Id, Specialists = { Specialist } });
            Journal = new JournalStore(database, clock);
            Versions = new OrderVersionStore(Journal, options, clock);
            InForce = new OrdersInForce(database, Versions, Book, DataFolder.Reader, options, clock);
        }

        public Database Database { get; }

        public FakeTimeProvider Clock { get; }

        public OrderBook Book { get; } = Order22309Tests.Load();

        public JournalStore Journal { get; }

        public OrderVersionStore Versions { get; }

        public OrdersInForce InForce { get; }

        public IEnumerable<string> Numbers => Book.Orders.Select(order => order.Number);

        /// <summary>Another process on the same database.</summary>
        public Office Another() => new(Database, Clock);

        public async Task LookAsync() => Assert.Empty(await InForce.LookAsync(default));

        public Task<(WriteResult Result, long Id)> AddAsync(string yaml, long by = Specialist) =>
            Database.InTransactionAsync((db, token) => Versions.AddAsync(db, by, SecondOrder.Compile(yaml), token), default);

        public async Task<long> UploadAsync(string yaml)
        {
            var (result, id) = await AddAsync(yaml);
            Assert.Equal(WriteResult.Done, result);
            return id;
        }

        public async Task<WriteResult> ForceAsync(long version, DateOnly since, long? seen = null, long by = Specialist)
        {
            var number = (await Database.ReadAsync((db, token) => Versions.FindAsync(db, version, token), default))?.Number;
            return await Database.InTransactionAsync(async (db, token) => await Versions.PutInForceAsync(db, by, version, since, seen ?? await LastAsync(number), token), default);
        }

        public Task<WriteResult> EndAsync(string number, DateOnly since, long? seen = null, long by = Specialist) =>
            Database.InTransactionAsync(async (db, token) => await Versions.EndAsync(db, by, number, since, seen ?? await LastAsync(number), token), default);

        public Task<WriteResult> RevokeAsync(long term, long by = Specialist) =>
            Database.InTransactionAsync((db, token) => Versions.RevokeAsync(db, by, term, token), default);

        public Task<IReadOnlyList<OrderTerm>> TermsAsync() => Database.ReadAsync(Versions.TermsAsync, default);

        /// <summary>How many tasks a school has by the second order so many days later.</summary>
        public async Task<int> TasksOnAsync(int days)
        {
            Clock.SetUtcNow(Evening.AddDays(days));
            await LookAsync();
            return Book.LinesFor("МОУ").Count(line => line.Key.Order == SecondOrder.Number);
        }

        private async Task<long> LastAsync(string? number) => (await TermsAsync()).LastOrDefault(term => term.Number == number)?.Id ?? 0;
    }
}

public sealed class OrdersInForceOnSqlite(SqliteFixture fixture) : OrdersInForceSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class OrdersInForceOnPostgreSql(PostgreSqlFixture fixture) : OrdersInForceSuite(fixture), IClassFixture<PostgreSqlFixture>;
