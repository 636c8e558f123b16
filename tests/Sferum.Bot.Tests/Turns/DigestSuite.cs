using LinqToDB;
using LinqToDB.Data;
using Sferum.Bot.Messaging;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Transcripts;
using Sferum.Bot.Tests.Transcripts.Office;

namespace Sferum.Bot.Tests.Turns;

/// <summary>The specialist's morning: one message on working days, with all that she would be told unasked.</summary>
public abstract class DigestSuite(DatabaseFixture fixture)
{
    private const long Head = 111;

    [SkippableFact]
    public async Task It_comes_once_on_a_working_morning_whoever_looks()
    {
        await using var office = await OpenAsync();
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 08:29"));
        Assert.Equal(0, await office.DigestAsync());
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 08:30"));

        var told = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(office.DigestAsync)));

        Assert.Equal(1, told.Sum());
        var text = Assert.Single(await ToSpecialistAsync(office));
        Assert.Contains("1 учреждение вошло", text, StringComparison.Ordinal);
        Assert.Matches("Руководители за неделю: [1-9][0-9]* сообщени", text);
        office.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await office.DigestAsync());
    }

    [SkippableTheory]
    [InlineData("2024-04-20 08:30")] // Saturday
    [InlineData("2024-05-01 08:30")] // a holiday
    [InlineData("2024-04-16 11:31")] // she is at work since long
    public async Task It_does_not_come_when_it_should_not(string at)
    {
        await using var office = await OpenAsync();
        office.Clock.SetUtcNow(OfficeClock.Parse(at));

        Assert.Equal(0, await office.DigestAsync());
        Assert.Empty(await ToSpecialistAsync(office));
    }

    [SkippableFact]
    public async Task What_reminding_has_to_tell_her_goes_with_it_and_is_not_told_again()
    {
        await using var office = await OpenAsync();
        foreach (var day in new[] { "2024-04-16", "2024-04-17", "2024-04-18", "2024-04-19" })
        {
            office.Clock.SetUtcNow(OfficeClock.Parse($"{day} 08:30"));
            await office.DigestAsync();
            office.Clock.SetUtcNow(OfficeClock.Parse($"{day} 09:00"));
            await office.RemindAsync();
            await office.SendAsync();
        }

        var texts = await ToSpecialistAsync(office);

        Assert.Equal(texts.Count, texts.Count(text => text.StartsWith("Доброе утро", StringComparison.Ordinal)));
        Assert.Single(texts, text => text.Contains("Никто не вошёл по коду (1): МОУ «Вторая»", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task What_came_up_after_it_waits_for_the_next_one_and_does_not_take_its_place()
    {
        await using var office = await OpenAsync();
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 08:30"));
        Assert.Equal(1, await office.DigestAsync());
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 10:00"));
        await office.RemindAsync();

        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-17 08:00"));
        await office.RemindAsync();
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-17 08:30"));

        Assert.Equal(1, await office.DigestAsync());
        Assert.Equal(2, (await ToSpecialistAsync(office)).Count(text => text.StartsWith("Доброе утро", StringComparison.Ordinal)));
    }

    [SkippableFact]
    public async Task A_report_that_nobody_can_review_is_not_said_to_wait()
    {
        await using var office = await OpenAsync();
        await office.Database.InTransactionAsync(
            (db, token) => db.ExecuteAsync(
                "insert into report (institution_id, order_number, point, kind, status, revision, answers, late, reported_by, received_at) select min(id), '223-09', '9.9', 'done', 'reported', 1, '{}', @no, 111, @at from institution",
                token,
                new DataParameter("no", false, DataType.Boolean),
                office.Database.Instant("at", office.Clock.GetUtcNow())),
            default);
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 08:30"));

        await office.DigestAsync();

        Assert.DoesNotContain("Ждут проверки", Assert.Single(await ToSpecialistAsync(office)), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_morning_without_anything_to_say_is_silent()
    {
        await using var office = new OfficeStage(await fixture.CreateAsync(), OfficeClock.Parse("2024-04-01 08:30"));
        foreach (var day in new[] { "2024-04-02", "2024-04-03" })
        {
            await office.DigestAsync();
            office.Clock.SetUtcNow(OfficeClock.Parse($"{day} 08:30"));
        }

        Assert.Equal(0, await office.DigestAsync());
        Assert.Empty(await ToSpecialistAsync(office));
    }

    /// <summary>The day before, on which the bot has begun.</summary>
    private async Task<OfficeStage> OpenAsync()
    {
        var office = new OfficeStage(await fixture.CreateAsync(), OfficeClock.Parse("2024-04-15 08:40"));
        await office.DigestAsync();
        await office.AddInstitutionAsync("МОУ «Первая»", "МОУ", "FRST2345");
        await office.AddInstitutionAsync("МОУ «Вторая»", "МОУ", "SCND2345");
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-15 10:00"));
        foreach (var text in (string[])["привет", "да", "FRST2345", "да"])
        {
            await office.WriteAsync(Head, text);
        }

        await office.NewsAsync();
        return office;
    }

    private static async Task<IReadOnlyList<string>> ToSpecialistAsync(OfficeStage office) =>
        [.. (await office.NewsAsync()).Where(news => news.Peer == OfficeStage.Specialist).Select(news => news.Content).OfType<Outgoing.Text>().Select(text => text.Body)];
}

public sealed class DigestOnSqlite(SqliteFixture fixture) : DigestSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class DigestOnPostgreSql(PostgreSqlFixture fixture) : DigestSuite(fixture), IClassFixture<PostgreSqlFixture>;
