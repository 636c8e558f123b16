using LinqToDB;
using LinqToDB.Async;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Roster;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Orders.Roster;

public abstract class RosterSuite(DatabaseFixture fixture)
{
    /// <summary>The two institutions of <see cref="District"/> are «МОУ «Первая»» and «МДОУ «Второй»».</summary>
    private const string Header = "Учреждение;Код;Руководитель\n";

    [SkippableFact]
    public async Task What_is_shown_is_what_is_done_and_a_second_run_changes_nothing()
    {
        var district = await District.CreateAsync(fixture);
        const string file = Header + "МОУ «Первая»;1;Тестова Анна\nМОУ «Новая»;3;\n";

        var shown = await PlanAsync(district, file);
        var before = await KnownAsync(district);
        var done = await ApplyAsync(district, file);
        var after = await KnownAsync(district);

        Assert.Equal(shown.Changes.AsEnumerable(), done.Changes);
        Assert.Equal(2, before.Count);
        Assert.Equal(shown.Outcome().Select(WithoutId), after.OrderBy(i => i.Name, StringComparer.Ordinal).Select(WithoutId));
        Assert.Equal(("МОУ", "1", "Тестова Анна"), after.Where(i => i.Id == district.First).Select(i => (i.Type, i.Key, i.Head)).Single());
        Assert.IsType<RosterChange.Missing>(Assert.Single(done.Changes, change => change.After.Id == district.Second));

        var entries = await JournalAsync(district);
        var again = await ApplyAsync(district, file);
        Assert.True(again.ChangesNothing);
        Assert.Equal(after, await KnownAsync(district));
        Assert.Equal(entries, await JournalAsync(district));
        Assert.Null(await district.WriteAsync((db, token) => district.Journal.FirstBrokenAsync(db, token)));
    }

    [SkippableFact]
    public async Task An_institution_keeps_its_head_and_reports_when_it_is_renamed()
    {
        var district = await District.CreateAsync(fixture);
        await ApplyAsync(district, Header + "МОУ «Первая»;1;\nМДОУ «Второй»;2;\n");

        await ApplyAsync(district, Header + "МОУ «Переименованная»;1;\nМДОУ «Второй»;2;\n");

        Assert.Equal("МОУ «Переименованная»", (await district.PersonAsync(District.HeadOfFirst)).Current!.Name);
        Assert.Equal(2, (await KnownAsync(district)).Count);
    }

    [SkippableFact]
    public async Task Two_institutions_may_swap_their_names_and_a_new_one_may_take_an_old_name()
    {
        var district = await District.CreateAsync(fixture);
        await ApplyAsync(district, "Учреждение;Тип;Код\nМОУ «Первая»;МОУ;1\nМДОУ «Второй»;МДОУ;2\n");

        await ApplyAsync(district, "Учреждение;Тип;Код\nМДОУ «Второй»;МОУ;1\nМОУ «Первая»;МДОУ;2\n");
        Assert.Equal(["МДОУ «Второй»", "МОУ «Первая»"], (await KnownAsync(district)).Select(i => i.Name));

        await ApplyAsync(district, "Учреждение;Тип;Код\nГимназия «Иная»;МОУ;1\nМОУ «Первая»;МДОУ;2\nМДОУ «Второй»;МДОУ;3\n");
        Assert.Equal(["Гимназия «Иная»", "МОУ «Первая»", "МДОУ «Второй»"], (await KnownAsync(district)).Select(i => i.Name));
    }

    [SkippableFact]
    public async Task A_name_that_stays_with_another_institution_is_refused()
    {
        var district = await District.CreateAsync(fixture);
        await ApplyAsync(district, Header + "МОУ «Первая»;1;\nМДОУ «Второй»;2;\n");
        var faults = new Faults();

        await PlanAsync(district, Header + "МДОУ «второй»;1;\n", faults: faults);

        Assert.Contains(faults, fault => fault.Line == 2 && fault.Message.Contains("код 2", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task One_institution_named_by_key_and_by_name_is_refused()
    {
        var district = await District.CreateAsync(fixture);
        await ApplyAsync(district, Header + "МОУ «Первая»;1;\n");
        var faults = new Faults();

        await PlanAsync(district, Header + "МОУ «Иная»;1;\nМОУ «Первая»;;\n", faults: faults);

        Assert.Contains(faults, fault => fault.Line == 3 && fault.Message.Contains("строка 2", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task The_missing_are_archived_only_when_asked_and_come_back_with_the_file()
    {
        var district = await District.CreateAsync(fixture);
        const string onlyFirst = Header + "МОУ «Первая»;;\n";
        await ApplyAsync(district, onlyFirst);
        Assert.NotNull((await district.PersonAsync(District.HeadOfSecond)).Current);
        var code = await IssueAsync(district, district.Second);

        await ApplyAsync(district, onlyFirst, archiveMissing: true);
        Assert.Null((await district.PersonAsync(District.HeadOfSecond)).Current);

        await ApplyAsync(district, onlyFirst + "МДОУ «Второй»;;\n");
        Assert.NotNull((await district.PersonAsync(District.HeadOfSecond)).Current);
        Assert.Equal(CodeVerdict.Expired, await VerdictAsync(district, code));
    }

    [SkippableFact]
    public async Task What_the_file_does_not_tell_stays_as_it_is()
    {
        var district = await District.CreateAsync(fixture);
        await ApplyAsync(district, Header + "МОУ «Первая»;1;Тестова Анна\n");

        var plan = await ApplyAsync(district, "Учреждение\nМОУ «Первая»\n");

        Assert.True(plan.ChangesNothing);
    }

    [SkippableFact]
    public async Task The_journal_holds_no_name_of_a_head()
    {
        var district = await District.CreateAsync(fixture);
        await ApplyAsync(district, Header + "МОУ «Первая»;1;Тестова Анна\nМОУ «Новая»;3;Примеров Иван\n");

        var kept = await district.WriteAsync((db, token) => db.GetTable<JournalRecord>().Select(j => j.Data).ToListAsync(token));

        Assert.DoesNotContain(kept, data => data.Contains("Тестова", StringComparison.Ordinal) || data.Contains("Примеров", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_newer_code_takes_the_place_of_the_one_before()
    {
        var district = await District.CreateAsync(fixture);
        var lost = await IssueAsync(district, district.First);
        var other = await IssueAsync(district, district.Second);

        var code = await IssueAsync(district, district.First);

        Assert.Equal(CodeVerdict.Expired, await VerdictAsync(district, lost));
        Assert.Equal(CodeVerdict.Valid, await VerdictAsync(district, other));
        Assert.Equal(WriteResult.NotAllowed, (await district.ClaimAsync(District.Stranger, lost)).Result);
        Assert.Equal(WriteResult.Done, (await district.ClaimAsync(District.Stranger, code)).Result);
        Assert.Null((await district.PersonAsync(District.HeadOfFirst)).Current);
        Assert.Equal("МОУ «Первая»", (await district.PersonAsync(District.Stranger)).Current!.Name);
    }

    [SkippableFact]
    public async Task Codes_go_to_those_without_a_head_or_to_the_one_that_is_named()
    {
        var district = await District.CreateAsync(fixture);
        await ApplyAsync(district, Header + "МОУ «Новая»;3;\n");
        await IssueAsync(district, (await KnownAsync(district)).Single(i => !i.Joined).Id);
        var roster = await KnownAsync(district);
        var faults = new Faults();

        Assert.Equal([("МОУ «Новая»", 1)], CodeTargets.Choose(roster, [], faults).Select(i => (i.Name, i.OpenCodes)));
        Assert.Equal(["МОУ «Первая»"], CodeTargets.Choose(roster, ["моу \"первая\""], faults).Select(i => i.Name));
        Assert.Equal(["МОУ «Новая»"], CodeTargets.Choose(roster, ["3"], faults).Select(i => i.Name));
        Assert.Empty(faults);

        Assert.Empty(CodeTargets.Choose(roster, ["перв"], faults));
        Assert.Contains("Похожие: МОУ «Первая»", faults.Single().Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Five_thousand_lines_are_applied_and_applied_again_without_a_change()
    {
        var district = await District.CreateAsync(fixture);
        var file = Header + string.Concat(Enumerable.Range(1, 5000).Select(n => $"МОУ «Вымышленная {n}»;К{n};\n"));

        await ApplyAsync(district, file);

        Assert.Equal(5002, (await KnownAsync(district)).Count);
        Assert.True((await ApplyAsync(district, file)).ChangesNothing);
    }

    private static KnownInstitution WithoutId(KnownInstitution institution) => institution with { Id = 0 };

    private static Task<RosterPlan> PlanAsync(District district, string csv, bool archiveMissing = false, Faults? faults = null) => district.WriteAsync(async (db, token) =>
    {
        var (roster, wrong) = RosterFiles.Read(csv);
        Assert.Empty(wrong);
        var found = faults ?? new Faults();
        var plan = RosterPlanner.Plan("roster.csv", roster, await district.Roster.KnownAsync(db, token), archiveMissing, found);
        Assert.True(faults is not null || found.Count == 0, string.Join('\n', found));
        return plan;
    });

    private static async Task<RosterPlan> ApplyAsync(District district, string csv, bool archiveMissing = false)
    {
        var plan = await PlanAsync(district, csv, archiveMissing);
        return await district.WriteAsync(async (db, token) =>
        {
            await district.Roster.ApplyAsync(db, 0, plan, token);
            return plan;
        });
    }

    private static Task<IReadOnlyList<KnownInstitution>> KnownAsync(District district) => district.WriteAsync((db, token) => district.Roster.KnownAsync(db, token));

    private static Task<string> IssueAsync(District district, long institution) =>
        district.WriteAsync((db, token) => district.Claims.IssueAsync(db, 0, institution, token));

    private static async Task<CodeVerdict> VerdictAsync(District district, string code) =>
        (await district.WriteAsync((db, token) => district.Claims.CheckAsync(db, District.Stranger, code, token))).Verdict;

    private static Task<int> JournalAsync(District district) => district.WriteAsync((db, token) => db.GetTable<JournalRecord>().CountAsync(token));
}

public sealed class RosterOnSqlite(SqliteFixture fixture) : RosterSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class RosterOnPostgreSql(PostgreSqlFixture fixture) : RosterSuite(fixture), IClassFixture<PostgreSqlFixture>;
