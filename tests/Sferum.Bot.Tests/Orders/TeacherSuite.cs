using LinqToDB;
using LinqToDB.Async;
using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Orders;

public abstract class TeacherSuite(DatabaseFixture fixture)
{
    private const long Teacher = District.Stranger;

    [SkippableFact]
    public async Task A_teacher_counts_once_and_can_take_it_back()
    {
        var district = await District.CreateAsync(fixture);
        await AgreeAsync(district, Teacher);

        Assert.Equal(WriteResult.Done, await ChooseAsync(district, district.First));
        Assert.Equal((district.First, 0, null), await WorkAsync(district));
        Assert.Equal(WriteResult.Done, await ConfirmAsync(district, district.First));
        Assert.Equal(WriteResult.Unchanged, await ConfirmAsync(district, district.First));
        Assert.Equal((district.First, 1, district.Clock.GetUtcNow()), await WorkAsync(district));

        Assert.Equal(WriteResult.Done, await ConfirmAsync(district, district.First, confirmed: false));
        Assert.Equal(WriteResult.Unchanged, await ConfirmAsync(district, district.First, confirmed: false));
        Assert.Equal((district.First, 0, null), await WorkAsync(district));
    }

    [SkippableFact]
    public async Task Who_names_the_same_institution_again_stays_counted_and_who_moves_is_not()
    {
        var district = await District.CreateAsync(fixture);
        await AgreeAsync(district, Teacher);
        await ChooseAsync(district, district.First);
        await ConfirmAsync(district, district.First);

        Assert.Equal(WriteResult.Unchanged, await ChooseAsync(district, district.First));
        Assert.Equal(1, await CountedAsync(district, District.HeadOfFirst));
        Assert.Equal(WriteResult.Done, await ChooseAsync(district, district.Second));

        Assert.Equal((district.Second, 0, null), await WorkAsync(district));
        Assert.Equal(0, await CountedAsync(district, District.HeadOfFirst));
        Assert.Equal(WriteResult.Outdated, await ConfirmAsync(district, district.First));
        Assert.Equal(WriteResult.Outdated, await ConfirmAsync(district, district.First, confirmed: false));
        Assert.Equal(WriteResult.Done, await ConfirmAsync(district, district.Second));
        Assert.Equal(1, await CountedAsync(district, District.HeadOfSecond));
    }

    [SkippableFact]
    public async Task Without_consent_nothing_is_kept()
    {
        var district = await District.CreateAsync(fixture);

        Assert.Equal(WriteResult.NotAllowed, await ChooseAsync(district, district.First));
        Assert.Equal(WriteResult.NotAllowed, await ConfirmAsync(district, district.First));
        Assert.Equal(0, await district.WriteAsync((db, token) => db.GetTable<TeacherRecord>().CountAsync(token)));
    }

    [SkippableFact]
    public async Task What_is_no_institution_of_the_roster_is_not_chosen_and_an_archived_one_is_none()
    {
        var district = await District.CreateAsync(fixture);
        await AgreeAsync(district, Teacher);
        Assert.Equal(WriteResult.NotFound, await ChooseAsync(district, 777));
        Assert.Equal(WriteResult.Outdated, await ConfirmAsync(district, 777));

        await ChooseAsync(district, district.First);
        await ConfirmAsync(district, district.First);
        await district.WriteAsync((db, token) => db.GetTable<InstitutionRecord>().Where(i => i.Id == district.First).Set(i => i.Archived, true).UpdateAsync(token));

        Assert.Null((await district.PersonAsync(Teacher)).Work);
        Assert.Equal(new StaffTotal(0, 0, 0), await TotalAsync(district));
        Assert.Equal(WriteResult.NotFound, await ChooseAsync(district, district.First));
    }

    [SkippableFact]
    public async Task What_was_said_of_the_institution_is_forgotten_when_asked()
    {
        var district = await District.CreateAsync(fixture);
        await AgreeAsync(district, Teacher);
        await ChooseAsync(district, district.First);
        await ConfirmAsync(district, district.First);

        Assert.Equal(WriteResult.Done, await district.WriteAsync((db, token) => district.Teachers.ForgetAsync(db, Teacher, token)));
        Assert.Equal(WriteResult.Unchanged, await district.WriteAsync((db, token) => district.Teachers.ForgetAsync(db, Teacher, token)));

        Assert.Null((await district.PersonAsync(Teacher)).Work);
        Assert.Equal(0, await CountedAsync(district, District.HeadOfFirst));
    }

    [SkippableFact]
    public async Task A_head_may_be_a_teacher_too()
    {
        var district = await District.CreateAsync(fixture);
        await AgreeAsync(district, District.HeadOfFirst);
        await ChooseAsync(district, district.First, District.HeadOfFirst);
        await ConfirmAsync(district, district.First, person: District.HeadOfFirst);

        var head = await district.PersonAsync(District.HeadOfFirst);

        Assert.Equal(district.First, head.Work?.Institution.Id);
        Assert.Equal(new Staff(1, null), head.CurrentPost?.Staff);
    }

    [SkippableFact]
    public async Task The_head_says_how_many_teachers_there_are_and_nobody_else_does()
    {
        var district = await District.CreateAsync(fixture);

        Assert.Equal(WriteResult.Done, await CountAsync(district, 40));
        Assert.Equal(WriteResult.Unchanged, await CountAsync(district, 40));
        Assert.Equal(WriteResult.Done, await CountAsync(district, 41));
        foreach (var intruder in new[] { District.HeadOfSecond, Teacher, District.Specialist, District.Deputy, 0 })
        {
            Assert.Equal(WriteResult.NotAllowed, await CountAsync(district, 5, intruder));
        }

        Assert.Equal(WriteResult.Incomplete, await CountAsync(district, 0));
        Assert.Equal(WriteResult.Incomplete, await CountAsync(district, TeacherStore.MostTeachers + 1));
        Assert.Equal(41, (await district.PersonAsync(District.HeadOfFirst)).CurrentPost?.Staff.Teachers);
        Assert.Equal(["""{"teachers":"40"}""", """{"teachers":"41"}"""], await district.JournalAsync("teachers_counted"));

        await district.BecomeDeputyAsync();
        Assert.Equal(WriteResult.Done, await CountAsync(district, 42, District.Deputy));
    }

    [SkippableFact]
    public async Task The_total_tells_apart_those_whose_institution_has_said_its_number()
    {
        var district = await District.CreateAsync(fixture);
        await CountAsync(district, 40);
        foreach (var (person, institution) in new[] { (Teacher, district.First), (District.Deputy, district.Second), (District.HeadOfSecond, district.Second) })
        {
            await AgreeAsync(district, person);
            await ChooseAsync(district, institution, person);
            await ConfirmAsync(district, institution, person: person);
        }

        Assert.Equal(new StaffTotal(3, 1, 40), await TotalAsync(district));
    }

    [SkippableFact]
    public async Task Two_devices_at_once_count_once()
    {
        var district = await District.CreateAsync(fixture);
        await AgreeAsync(district, Teacher);
        await ChooseAsync(district, district.First);

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ConfirmAsync(district, district.First)));

        Assert.Single(results, WriteResult.Done);
        Assert.Equal(1, await CountedAsync(district, District.HeadOfFirst));
    }

    private static Task<WriteResult> AgreeAsync(District district, long person) =>
        district.WriteAsync((db, token) => district.People.ConsentAsync(db, person, "2024-04", token));

    private static Task<WriteResult> ChooseAsync(District district, long institution, long person = Teacher) =>
        district.WriteAsync((db, token) => district.Teachers.ChooseAsync(db, person, institution, token));

    private static Task<WriteResult> ConfirmAsync(District district, long institution, bool confirmed = true, long person = Teacher) =>
        district.WriteAsync((db, token) => district.Teachers.ConfirmAsync(db, person, institution, confirmed, token));

    private static Task<WriteResult> CountAsync(District district, int teachers, long person = District.HeadOfFirst) =>
        district.WriteAsync((db, token) => district.Teachers.CountAsync(db, person, district.First, teachers, token));

    private static Task<StaffTotal> TotalAsync(District district) => district.WriteAsync(district.Teachers.TotalAsync);

    private static async Task<(long Institution, int Confirmed, DateTimeOffset? At)> WorkAsync(District district) =>
        (await district.PersonAsync(Teacher)).Work is { } work ? (work.Institution.Id, work.Staff.Confirmed, work.ConfirmedAt) : default;

    private static async Task<int?> CountedAsync(District district, long head) => (await district.PersonAsync(head)).CurrentPost?.Staff.Confirmed;
}

public sealed class TeacherOnSqlite(SqliteFixture fixture) : TeacherSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class TeacherOnPostgreSql(PostgreSqlFixture fixture) : TeacherSuite(fixture), IClassFixture<PostgreSqlFixture>;
