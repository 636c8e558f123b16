using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using LinqToDB.Data;
using Sferum.Bot.Reports;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Panel;

/// <summary>Who did what, when and from where, on a page and as a file that others can check.</summary>
public abstract partial class JournalPageSuite(DatabaseFixture fixture)
{
    [SkippableFact]
    public async Task Every_entry_tells_from_where_it_came()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var school = await site.AddAsync("МОУ «Вымышленная»", "МОУ", PanelSite.Director);
        var first = await site.SubmitAsync(PanelSite.Director, school, "1.1.a");
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        await visitor.PostAsync(await visitor.GetAsync("/panel/review"), $"/panel/review/{first}/accept", ("number", $"{first}"));

        var lines = await site.WriteAsync((db, token) => site.Get<JournalReport>().OfAsync(db, JournalQuery.All, 100, token));

        Assert.Equal("панель", JournalWords.OfOrigin(lines.Single(l => l.Action == "accepted")));
        Assert.Equal("чат", JournalWords.OfOrigin(lines.Single(l => l.Action == "reported")));
        Assert.Equal("сам бот", JournalWords.OfOrigin(lines.Single(l => l.Action == "institution_added")));
        Assert.Equal("127.0.0.1", lines.Single(l => l.Action == "signed_in").Data["address"]);
        var history = await visitor.GetAsync($"/panel/institutions/{school}");
        Assert.DoesNotContain("via", history.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_filters_leave_what_they_name_and_every_action_is_said_in_words()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        await SomeDistrict.FillAsync(site);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);

        var all = await visitor.GetAsync("/panel/journal");
        var access = await visitor.GetAsync("/panel/journal?topic=access");
        var early = await visitor.GetAsync("/panel/journal?until=2024-04-14");
        var byDirector = await visitor.GetAsync($"/panel/journal?person={PanelSite.Director}");

        Assert.All(Rows(all), row => Assert.DoesNotMatch(Action(), row));
        Assert.NotEmpty(Rows(access));
        Assert.All(Rows(access), row => Assert.Matches("панел|замещ", row));
        Assert.Contains("Таких записей нет", early.Text, StringComparison.Ordinal);
        Assert.All(Rows(byDirector), row => Assert.Contains($"vk.com/id{PanelSite.Director}", row, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Whoever_has_the_file_can_check_the_chain_himself()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        await SomeDistrict.FillAsync(site);
        using var visitor = await site.SignInAsync(PanelSite.Chief);

        var file = await visitor.GetAsync("/panel/journal.csv");

        using var reader = new StringReader(Encoding.UTF8.GetString(file.Body).TrimStart('\uFEFF'));
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" });
        var rows = csv.GetRecords<dynamic>().Select(row => (IDictionary<string, object>)row).Select(row => row.ToDictionary(c => c.Key, c => (string)c.Value)).Reverse().ToArray();
        var last = "";
        foreach (var row in rows)
        {
            string[] parts =
            [
                row["Запись"], row["Время, мс UTC"], row["Метка"], row["Номер учреждения"], row["Приказ"], row["Пункт"], row["Действие"], row["Подробности"], row["Хэш предыдущей"],
            ];
            Assert.Equal(last, row["Хэш предыдущей"]);
            last = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => $"{part.Length}:{part}")))));
            Assert.Equal(last, row["Хэш"]);
        }

        Assert.True(rows.Length > 20);
    }

    [SkippableFact]
    public async Task A_changed_entry_is_named_when_the_chain_is_checked()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        await site.AddAsync("МОУ «Вымышленная»", "МОУ", PanelSite.Director);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        Assert.Contains("Цепочка цела", (await visitor.GetAsync("/panel/journal/check")).Text, StringComparison.Ordinal);

        await site.WriteAsync(async (db, token) =>
        {
            await db.ExecuteAsync(site.Database.Provider == StorageProvider.Sqlite ? "drop trigger journal_is_not_updated" : "drop trigger journal_is_append_only on journal", token);
            return await db.ExecuteAsync("update journal set actor_id = 1 where seq = 2", token);
        });

        Assert.Contains("повреждён начиная с записи 2", (await visitor.GetAsync("/panel/journal/check")).Text, StringComparison.Ordinal);
    }

    /// <summary>Without what belongs to them, which is told by its own names.</summary>
    private static IReadOnlyList<string> Rows(PanelAnswer page) =>
        [.. Row().Matches(page.Text).Select(row => row.Value).Where(row => row.Contains("<td", StringComparison.Ordinal)).Select(row => Details().Replace(row, ""))];

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<details>.*?</details>", RegexOptions.Singleline)]
    private static partial Regex Details();

    [GeneratedRegex(@"\b[a-z]+_[a-z_]+\b")]
    private static partial Regex Action();
}

public sealed class JournalPageOnSqlite(SqliteFixture fixture) : JournalPageSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class JournalPageOnPostgreSql(PostgreSqlFixture fixture) : JournalPageSuite(fixture), IClassFixture<PostgreSqlFixture>;
