using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using LinqToDB.Mapping;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Storage;

public abstract class DatabaseSuite(DatabaseFixture fixture)
{
    private static readonly DateTimeOffset Noon = new(2024, 4, 15, 12, 0, 0, TimeSpan.FromHours(3));

    [SkippableFact]
    public async Task What_threw_is_rolled_back()
    {
        var database = await CreateAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => database.InTransactionAsync(
            async (db, token) =>
            {
                await db.InsertAsync(new Mark { Name = "a", At = Noon }, token: token);
                throw new InvalidOperationException("stop");
            },
            default));

        Assert.Empty(await NamesAsync(database, Noon.AddYears(1)));
    }

    [SkippableFact]
    public async Task Instants_of_LINQ_and_of_hand_written_SQL_sort_and_compare_together_in_any_zone()
    {
        var database = await CreateAsync();
        await database.InTransactionAsync(
            async (db, token) =>
            {
                await db.InsertAsync(new Mark { Name = "linq", At = Noon }, token: token);
                await db.ExecuteAsync("insert into mark (name, at) values ('parameter', @at)", token, database.Instant("at", Noon.AddSeconds(-1).ToUniversalTime()));
                await db.ExecuteAsync("insert into mark (name, at) values ('member', @at)", new { at = Noon.AddSeconds(1) }, token);
                await db.BulkCopyAsync(
                    new BulkCopyOptions { BulkCopyType = BulkCopyType.MultipleRows }, [new Mark { Name = "many", At = Noon.AddSeconds(2).ToUniversalTime() }], token);
            },
            default);

        Assert.Equal(["parameter", "linq", "member", "many"], await NamesAsync(database, Noon.AddSeconds(2)));
        Assert.Equal(["parameter", "linq"], await NamesAsync(database, Noon.ToUniversalTime()));
        var read = await database.ReadAsync((db, token) => db.GetTable<Mark>().OrderBy(mark => mark.At).Select(mark => mark.At).FirstAsync(token), default);
        Assert.Equal(Noon.AddSeconds(-1), read);
    }

    [SkippableFact]
    public async Task Statements_that_go_together_run_in_their_order()
    {
        var database = await CreateAsync();

        var (before, changed, after) = await database.InTransactionAsync(
            async (db, token) =>
            {
                var trip = RoundTrip.On(db);
                var rows = trip.Rows("r", RowSet.Column.Of("name", ["a", "b"]));
                var count = 0;
                var none = trip.Ask("select name from mark", row => row.Text(0));
                trip.Do($"insert into mark (name, at) select r.name, @at from {rows.Sql} where true", [trip.Instant("at", Noon), .. rows.Parameters], n => count = n);
                trip.Do("delete from mark where name = 'b'", []);
                var left = trip.Ask("select name, at from mark", row => (row.Text(0), row.Instant(1)));
                await trip.RunAsync(token);
                return (none.Rows, count, left.Rows);
            },
            default);

        Assert.Empty(before);
        Assert.Equal(2, changed);
        Assert.Equal([("a", Noon)], after);
    }

    [SkippableFact]
    public async Task One_of_statements_that_go_together_fails_and_nothing_is_kept()
    {
        var database = await CreateAsync();

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => database.InTransactionAsync(
            async (db, token) =>
            {
                var trip = RoundTrip.On(db);
                trip.Do("insert into mark (name, at) values ('a', @at)", [trip.Instant("at", Noon)]);
                trip.Do("insert into mark (name, at) values ('a', @at)", [trip.Instant("at", Noon)]);
                await trip.RunAsync(token);
            },
            default));

        Assert.Equal(DatabaseFault.Duplicate, DatabaseFaults.Of(exception));
        Assert.Empty(await NamesAsync(database, Noon.AddYears(1)));
    }

    [SkippableFact]
    public async Task A_second_row_of_the_same_key_is_told_as_duplicate()
    {
        var database = await CreateAsync();
        await AddAsync(database, "a");

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => AddAsync(database, "a"));

        Assert.Equal(DatabaseFault.Duplicate, DatabaseFaults.Of(exception));
    }

    [SkippableFact]
    public async Task A_mistake_in_SQL_is_told_as_lasting()
    {
        var database = await CreateAsync();

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => database.InTransactionAsync((db, token) => db.ExecuteAsync("insert into nowhere values (1)", token), default));

        Assert.Equal(DatabaseFault.Lasting, DatabaseFaults.Of(exception));
    }

    [SkippableFact]
    public async Task Writers_side_by_side_all_succeed()
    {
        var database = await CreateAsync();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => AddAsync(database, $"{i}")));

        Assert.Equal(50, (await NamesAsync(database, Noon)).Count);
    }

    protected static Task AddAsync(Database database, string name) =>
        database.InTransactionAsync((db, token) => (Task)db.InsertAsync(new Mark { Name = name, At = Noon }, token: token), default);

    protected async Task<Database> CreateAsync()
    {
        var database = await fixture.CreateAsync();
        var type = database.Provider == StorageProvider.PostgreSql ? "timestamptz" : "text";
        await database.InTransactionAsync((db, token) => db.ExecuteAsync($"create table mark (name text primary key, at {type} not null)", token), default);
        return database;
    }

    private static Task<List<string>> NamesAsync(Database database, DateTimeOffset until) =>
        database.ReadAsync((db, token) => db.GetTable<Mark>().Where(mark => mark.At <= until).OrderBy(mark => mark.At).Select(mark => mark.Name).ToListAsync(token), default);

    [Table("mark")]
    private sealed class Mark
    {
        [Column("name"), PrimaryKey]
        public string Name { get; set; } = "";

        [Column("at")]
        public DateTimeOffset At { get; set; }
    }
}

public sealed class DatabaseOnSqlite(SqliteFixture fixture) : DatabaseSuite(fixture), IClassFixture<SqliteFixture>
{
    [Fact]
    public async Task A_statement_that_is_kept_forgets_its_parameters_and_hears_of_a_changed_table()
    {
        var database = await CreateAsync();
        await AddAsync(database, "a");
        await AddAsync(database, "b");

        Task<int> ColumnsOfAsync(string name) => database.ReadAsync(
            async (db, token) =>
            {
                var trip = RoundTrip.On(db);
                var found = trip.Ask("select * from mark where name = @name", row => row.Text(0), new DataParameter("name", name, DataType.NVarChar));
                var columns = trip.Ask("select count(*) from pragma_table_info('mark')", row => row.Int(0));
                await trip.RunAsync(token);
                Assert.Equal([name], found.Rows);
                return columns.Rows[0];
            },
            default);

        Assert.Equal(2, await ColumnsOfAsync("a"));
        Assert.Equal(2, await ColumnsOfAsync("b"));
        await database.InTransactionAsync((db, token) => db.ExecuteAsync("alter table mark add column seen integer null", token), default);
        Assert.Equal(3, await ColumnsOfAsync("a"));
    }

    [Fact]
    public async Task Statements_of_LINQ_and_of_hand_written_SQL_come_in_any_order()
    {
        var database = await CreateAsync();
        for (var round = 0; round < 3; round++)
        {
            await database.InTransactionAsync(
                async (db, token) =>
                {
                    foreach (var name in (string[])["a", "b", "c"])
                    {
                        await db.ExecuteAsync("delete from mark where name = @name", token, new DataParameter("name", name, DataType.NVarChar));
                        await db.ExecuteAsync("insert into mark (name, at) values (@name, 'x')", token, new DataParameter("name", name, DataType.NVarChar));
                        var trip = RoundTrip.On(db);
                        var count = trip.Ask("select count(*) from mark where name <= @name", row => row.Int(0), new DataParameter("name", name, DataType.NVarChar));
                        trip.Do("update mark set at = @at where name = @name", [trip.Instant("at", DateTimeOffset.UnixEpoch), new DataParameter("name", name, DataType.NVarChar)]);
                        await trip.RunAsync(token);
                        Assert.Equal(name[0] - 'a' + 1, count.Rows[0]);
                    }
                },
                default);
            var failed = await Assert.ThrowsAnyAsync<Exception>(() => AddAsync(database, "a"));
            Assert.Equal(DatabaseFault.Duplicate, DatabaseFaults.Of(failed));
        }
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_told_as_unavailable()
    {
        await using var database = new Database(StorageProvider.Sqlite, "Data Source=/nowhere/at/all.db");

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => AddAsync(database, "a"));

        Assert.Equal(DatabaseFault.Unavailable, DatabaseFaults.Of(exception));
    }
}

public sealed class DatabaseOnPostgreSql(PostgreSqlFixture fixture) : DatabaseSuite(fixture), IClassFixture<PostgreSqlFixture>
{
    [Fact]
    public async Task A_server_that_does_not_answer_is_told_as_unavailable()
    {
        await using var database = new Database(StorageProvider.PostgreSql, "Host=127.0.0.1;Port=1;Database=none;Username=nobody;Timeout=5");

        Assert.Equal(DatabaseFault.Unavailable, DatabaseFaults.Of(await Assert.ThrowsAnyAsync<Exception>(() => AddAsync(database, "a"))));
        Assert.Equal(DatabaseFault.Unavailable, DatabaseFaults.Of(Assert.ThrowsAny<Exception>(() => new Migrator(database).Migrate())));
    }

    [SkippableFact]
    public async Task A_connection_cut_by_the_server_is_told_as_unavailable_and_the_next_one_works()
    {
        var database = await CreateAsync();

        var exception = await Assert.ThrowsAnyAsync<Exception>(() =>
            database.InTransactionAsync((db, token) => db.ExecuteAsync("select pg_terminate_backend(pg_backend_pid())", token), default));

        Assert.Equal(DatabaseFault.Unavailable, DatabaseFaults.Of(exception));
        await AddAsync(database, "a");
    }

    [SkippableFact]
    public async Task Two_transactions_in_each_others_way_are_told_as_a_conflict()
    {
        var database = await CreateAsync();
        await AddAsync(database, "a");
        await AddAsync(database, "b");
        var both = new Meeting();

        async Task CrossAsync(string first, string second) => await database.InTransactionAsync(
            async (db, token) =>
            {
                await db.ExecuteAsync("update mark set name = name where name = @first", new { first }, token);
                await both.ArriveAsync();
                await db.ExecuteAsync("update mark set name = name where name = @second", new { second }, token);
            },
            default);

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => Task.WhenAll(CrossAsync("a", "b"), CrossAsync("b", "a")));

        Assert.Equal(DatabaseFault.Conflict, DatabaseFaults.Of(exception));
    }

    /// <summary>Lets two go on only when both have come.</summary>
    private sealed class Meeting
    {
        private readonly TaskCompletionSource _both = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _arrived;

        public Task ArriveAsync()
        {
            if (Interlocked.Increment(ref _arrived) == 2)
            {
                _both.SetResult();
            }

            return _both.Task;
        }
    }
}
