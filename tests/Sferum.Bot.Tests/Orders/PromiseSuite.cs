using LinqToDB;
using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Orders;

public abstract class PromiseSuite(DatabaseFixture fixture)
{
    /// <summary>Of the clock of <see cref="District"/>.</summary>
    private static readonly DateOnly Today = new(2024, 4, 15);

    [SkippableFact]
    public async Task The_last_day_named_is_the_promise()
    {
        var district = await District.CreateAsync(fixture);
        var line = Line(district);

        Assert.Equal(WriteResult.Done, await PromiseAsync(district, line, Today.AddDays(3)));
        Assert.Equal(WriteResult.Unchanged, await PromiseAsync(district, line, Today.AddDays(3)));
        district.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(WriteResult.Done, await PromiseAsync(district, line, Today.AddDays(5)));

        Assert.Equal([new Promise(line, Today.AddDays(5), District.HeadOfFirst, district.Clock.GetUtcNow())], await PromisesAsync(district));
        Assert.Equal(["""{"due":"2024-04-18"}""", """{"due":"2024-04-20"}"""], await district.JournalAsync("promised"));
    }

    [SkippableTheory]
    [InlineData(-1, WriteResult.NotAllowed)]
    [InlineData(0, WriteResult.Done)]
    [InlineData(366, WriteResult.Done)]
    [InlineData(367, WriteResult.NotAllowed)]
    public async Task A_day_is_promised_from_today_to_a_year_ahead(int days, WriteResult expected)
    {
        var district = await District.CreateAsync(fixture);

        Assert.Equal(expected, await PromiseAsync(district, Line(district), Today.AddDays(days)));
        Assert.Equal(expected == WriteResult.Done ? 1 : 0, (await PromisesAsync(district)).Count);
    }

    [SkippableTheory]
    [InlineData("2024-04-15T20:59:59Z", WriteResult.Done)]
    [InlineData("2024-04-15T21:00:00Z", WriteResult.NotAllowed)]
    public async Task Today_is_that_of_the_offices_zone(string at, WriteResult expected)
    {
        var district = await District.CreateAsync(fixture);
        district.Clock.SetUtcNow(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(expected, await PromiseAsync(district, Line(district), Today));
    }

    [SkippableFact]
    public async Task Nobody_promises_for_an_institution_that_is_not_his()
    {
        var district = await District.CreateAsync(fixture);

        foreach (var intruder in new[] { District.HeadOfSecond, District.Stranger, District.Specialist, District.Deputy, 0 })
        {
            Assert.Equal(WriteResult.NotAllowed, await PromiseAsync(district, Line(district), Today, intruder));
        }

        await district.BecomeDeputyAsync();
        Assert.Equal(WriteResult.Done, await PromiseAsync(district, Line(district), Today, District.Deputy));
        Assert.Equal(District.Deputy, Assert.Single(await PromisesAsync(district)).PersonId);
    }

    [SkippableTheory]
    [InlineData("223-09", "1.1")]
    [InlineData("223-09", "1.4.1")]
    [InlineData("223-09", "9.9")]
    [InlineData("999", "1.1.a")]
    public async Task What_is_no_line_is_not_promised(string order, string point)
    {
        var district = await District.CreateAsync(fixture);

        Assert.Equal(WriteResult.NotFound, await PromiseAsync(district, new ReportLine(district.First, order, point), Today));
    }

    [SkippableFact]
    public async Task What_waits_or_is_accepted_is_not_promised()
    {
        var district = await District.CreateAsync(fixture);
        var (_, id) = await district.SubmitAsync(District.HeadOfFirst, district.First);
        Assert.Equal(WriteResult.Unchanged, await PromiseAsync(district, Line(district), Today));

        await district.AcceptAsync(id, $"{id}");
        Assert.Equal(WriteResult.AlreadyAccepted, await PromiseAsync(district, Line(district), Today));

        Assert.Empty(await PromisesAsync(district));
    }

    [SkippableFact]
    public async Task After_a_return_the_same_day_is_promised_anew()
    {
        var district = await District.CreateAsync(fixture);
        await PromiseAsync(district, Line(district), Today.AddDays(3));
        district.Clock.Advance(TimeSpan.FromMinutes(1));
        var (_, id) = await district.SubmitAsync(District.HeadOfFirst, district.First);
        district.Clock.Advance(TimeSpan.FromMinutes(1));
        await district.ReturnAsync(id, $"{id}");

        Assert.Equal(WriteResult.Done, await PromiseAsync(district, Line(district), Today.AddDays(3)));
        Assert.Equal(WriteResult.Unchanged, await PromiseAsync(district, Line(district), Today.AddDays(3)));
        Assert.Equal(district.Clock.GetUtcNow(), Assert.Single(await PromisesAsync(district)).MadeAt);
    }

    [SkippableFact]
    public async Task Open_promises_are_those_whose_lines_neither_wait_nor_are_accepted_in_the_roster()
    {
        var district = await District.CreateAsync(fixture);
        foreach (var point in new[] { "1.1.a", "1.1.b", "1.3" })
        {
            await PromiseAsync(district, Line(district) with { Point = point }, Today);
        }

        await PromiseAsync(district, new ReportLine(district.Second, "223-09", "1.1.a"), Today, District.HeadOfSecond);
        Assert.Equal(4, await CountAsync(district));

        var (_, first) = await district.SubmitAsync(District.HeadOfFirst, district.First);
        Assert.Equal(3, await CountAsync(district));
        var (_, second) = await district.SubmitAsync(District.HeadOfFirst, district.First, "1.1.b");
        await district.AcceptAsync(second, $"{second}");
        Assert.Equal(2, await CountAsync(district));
        await district.ReturnAsync(first, $"{first}");
        Assert.Equal(3, await CountAsync(district));

        await district.WriteAsync((db, token) => db.GetTable<InstitutionRecord>().Where(i => i.Id == district.Second).Set(i => i.Archived, true).UpdateAsync(token));
        Assert.Equal(2, await CountAsync(district));
    }

    private static ReportLine Line(District district) => new(district.First, "223-09", "1.1.a");

    private static Task<WriteResult> PromiseAsync(District district, ReportLine line, DateOnly due, long person = District.HeadOfFirst) =>
        district.WriteAsync((db, token) => district.Promises.PromiseAsync(db, person, line, due, "", token));

    private static Task<IReadOnlyList<Promise>> PromisesAsync(District district) =>
        district.WriteAsync((db, token) => district.Promises.OfInstitutionsAsync(db, [district.First], token));

    private static Task<int> CountAsync(District district) => district.WriteAsync((db, token) => district.Promises.CountOpenAsync(db, token));
}

public sealed class PromiseOnSqlite(SqliteFixture fixture) : PromiseSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class PromiseOnPostgreSql(PostgreSqlFixture fixture) : PromiseSuite(fixture), IClassFixture<PostgreSqlFixture>;
