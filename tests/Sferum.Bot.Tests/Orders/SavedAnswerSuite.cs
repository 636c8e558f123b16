using Sferum.Bot.Commands;
using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Transcripts;

namespace Sferum.Bot.Tests.Orders;

public abstract class SavedAnswerSuite(DatabaseFixture fixture)
{
    private static readonly string[] Questions = ["Кого назначить администратором?", "админ: \"кто\" он"];

    [SkippableFact]
    public async Task What_is_saved_stands_until_it_is_revoked_and_each_change_changes_the_version()
    {
        var district = await District.CreateAsync(fixture);
        var empty = await district.Saved.AllAsync(default);
        Assert.Empty(empty.All);

        Assert.Equal(WriteResult.Done, await SaveAsync(district));
        var saved = await district.Saved.AllAsync(default);
        var answer = Assert.Single(saved.All);
        Assert.Equal(("Педагога.", District.Specialist, district.Clock.GetUtcNow()), (answer.Text, answer.SavedBy, answer.SavedAt));
        Assert.Equal(Questions, answer.Questions.AsEnumerable());
        Assert.NotEqual(empty.Version, saved.Version);
        Assert.Equal(saved.Version, await district.Saved.VersionAsync(default));

        Assert.Equal(WriteResult.Done, await RevokeAsync(district, answer.Id));
        Assert.Equal(WriteResult.Unchanged, await RevokeAsync(district, answer.Id));
        var revoked = await district.Saved.AllAsync(default);
        Assert.Empty(revoked.All);
        Assert.DoesNotContain(revoked.Version, new[] { empty.Version, saved.Version });
        Assert.Single(await district.JournalAsync("answer_saved"));
        Assert.Single(await district.JournalAsync("answer_revoked"));
    }

    [SkippableFact]
    public async Task One_group_has_one_answer_and_a_revoked_one_may_be_saved_anew()
    {
        var district = await District.CreateAsync(fixture);
        await SaveAsync(district);

        Assert.Equal(WriteResult.Unchanged, await SaveAsync(district, text: "Другого."));
        await RevokeAsync(district, Assert.Single((await district.Saved.AllAsync(default)).All).Id);

        Assert.Equal(WriteResult.Done, await SaveAsync(district, text: "Другого."));
        Assert.Equal("Другого.", Assert.Single((await district.Saved.AllAsync(default)).All).Text);
    }

    [SkippableFact]
    public async Task Only_a_specialist_saves_and_revokes_and_nothing_empty_is_saved()
    {
        var district = await District.CreateAsync(fixture);

        Assert.Equal(WriteResult.NotAllowed, await SaveAsync(district, by: District.HeadOfFirst));
        Assert.Equal(WriteResult.Incomplete, await SaveAsync(district, text: " "));
        Assert.Equal(WriteResult.Incomplete, await SaveAsync(district, questions: []));
        await SaveAsync(district);
        Assert.Equal(WriteResult.NotAllowed, await RevokeAsync(district, 1, by: District.HeadOfFirst));
    }

    [SkippableFact]
    public async Task Each_saved_answer_is_exported_as_a_file_of_its_own()
    {
        var district = await District.CreateAsync(fixture);
        await SaveAsync(district);
        await SaveAsync(district, group: 8, text: "Да:\nи летом тоже.", questions: ["Надо ли нам вести чаты классов и летом, когда все в отпуске?"]);
        var folder = Directory.CreateTempSubdirectory("sferum-export-").FullName;
        try
        {
            var files = await AnswerExport.WriteAsync(district.Saved, OfficeClock.Zone, folder, default);

            var ids = (await district.Saved.AllAsync(default)).All.Select(a => a.Id).ToArray();
            Assert.Equal(ids.Select(id => Path.Combine(folder, $"saved-{id}.yaml")), files);
            Assert.Equal(
                $$"""
                answer: saved-{{ids[1]}}
                title: "Надо ли нам вести чаты классов и…"
                audience: any
                variants:
                  - short: "Да:\nи летом тоже."
                rests_on:
                  - { about: "Ответ специалиста, 15.04.2024" }
                asked:
                  - "Надо ли нам вести чаты классов и летом, когда все в отпуске?"

                """,
                await File.ReadAllTextAsync(files[1]));
            Assert.Contains("""  - "админ: \"кто\" он" """.TrimEnd(), await File.ReadAllTextAsync(files[0]), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<WriteResult> SaveAsync(
        District district, long group = 7, string text = "Педагога.", string[]? questions = null, long by = District.Specialist) =>
        district.WriteAsync((db, token) => district.Saved.SaveAsync(db, by, group, questions ?? Questions, text, token));

    private static Task<WriteResult> RevokeAsync(District district, long answer, long by = District.Specialist) =>
        district.WriteAsync((db, token) => district.Saved.RevokeAsync(db, by, answer, token));
}

public sealed class SavedAnswerOnSqlite(SqliteFixture fixture) : SavedAnswerSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class SavedAnswerOnPostgreSql(PostgreSqlFixture fixture) : SavedAnswerSuite(fixture), IClassFixture<PostgreSqlFixture>;
