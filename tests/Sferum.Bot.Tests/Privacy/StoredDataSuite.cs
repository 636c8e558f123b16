using Microsoft.Extensions.DependencyInjection;
using Sferum.Bot.Messaging;
using Sferum.Bot.Privacy;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Transcripts;
using Sferum.Bot.Tests.Transcripts.Office;

namespace Sferum.Bot.Tests.Privacy;

public abstract class StoredDataSuite(DatabaseFixture fixture)
{
    [SkippableFact]
    public async Task Every_table_and_column_of_the_schema_stands_in_the_table_of_what_is_stored()
    {
        var database = await fixture.CreateAsync();
        var told = StoredData.Tables.SelectMany(table => table.Columns.Select(column => column.Name).Concat(table.Technical).Select(column => $"{table.Name}.{column}"));

        Assert.Equal((await Schema.ColumnsAsync(database)).Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public async Task Every_table_has_a_rule_that_is_run_or_a_reason_to_stay()
    {
        await using var stage = new OfficeStage(await fixture.CreateAsync(), OfficeClock.Parse("2024-04-15 09:00"));
        var run = stage.Get<IServiceProvider>().GetServices<OldRows>().Select(rows => rows.Name).Append(Housekeeper.OwnRule).ToHashSet();

        Assert.All(StoredData.Tables, table =>
        {
            Assert.NotEqual("", table.Keeping.Words(new PrivacyOptions()));
            if (table.Keeping is Keeping.ByRule rule)
            {
                Assert.Contains(rule.Rule, run);
            }
        });
    }
}

public sealed class StoredDataOnSqlite(SqliteFixture fixture) : StoredDataSuite(fixture), IClassFixture<SqliteFixture>
{
    [Fact]
    public void The_page_for_the_paperwork_is_that_of_the_table()
    {
        var place = Path.Combine(RepositoryFolder.Find("deploy"), "personal-data.ru.md");
        var page = PrivacyPage.ToMarkdown(new PrivacyOptions(), "");
        if (Environment.GetEnvironmentVariable("SFERUM_REWRITE_TRANSCRIPTS") == "1")
        {
            File.WriteAllText(place, page);
        }

        Assert.Equal(page, File.ReadAllText(place).ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(1, "1 день")]
    [InlineData(8, "8 дней")]
    [InlineData(22, "22 дня")]
    [InlineData(365, "1 год")]
    [InlineData(5 * 365, "5 лет")]
    [InlineData(400, "400 дней")]
    public void Periods_are_told_as_people_say_them(int days, string words) => Assert.Equal(words, Periods.Of(TimeSpan.FromDays(days)));
}

public sealed class StoredDataOnPostgreSql(PostgreSqlFixture fixture) : StoredDataSuite(fixture), IClassFixture<PostgreSqlFixture>;
