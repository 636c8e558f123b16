using LinqToDB;
using LinqToDB.Async;
using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Orders;

public abstract class QuestionSuite(DatabaseFixture fixture)
{
    private const string Admin = "Кого назначить администратором?";
    private const string Chats = "Нужны ли чаты летом?";

    [SkippableFact]
    public async Task Everybody_of_a_group_is_answered_at_once_each_once_and_nobody_else()
    {
        var district = await District.CreateAsync(fixture);
        var group = await AddAsync(district, Asked(District.HeadOfFirst, Admin));
        Assert.Equal(group, await AddAsync(district, Asked(District.HeadOfSecond, "кого администратором"), join: group));
        Assert.Equal(group, await AddAsync(district, Asked(District.HeadOfSecond, "так кого?"), join: group));
        var other = await AddAsync(district, Asked(District.Stranger, Chats));

        var (result, answered) = await AnswerAsync(district, group, "Педагога.");

        Assert.Equal(WriteResult.Done, result);
        Assert.Equal([(District.HeadOfFirst, Admin), (District.HeadOfSecond, "так кого?")], answered.Select(q => (q.PersonId, q.Text)));
        Assert.Equal([other], await district.WriteAsync((db, token) => district.Questions.WaitingAsync(db, 10, token)));
        Assert.Equal(WriteResult.Unchanged, (await AnswerAsync(district, group, "Ещё раз.")).Result);
        var kept = await district.WriteAsync((db, token) => district.Questions.AnsweredAsync(db, group, token));
        Assert.Equal(("Педагога.", 2), (kept?.Text, kept?.People));
        Assert.Equal([Admin, "кого администратором", "так кого?"], kept!.Questions.AsEnumerable()); // answered above
    }

    [SkippableFact]
    public async Task A_question_joins_only_a_group_without_an_answer()
    {
        var district = await District.CreateAsync(fixture);
        var group = await AddAsync(district, Asked(District.HeadOfFirst, Admin));
        await AnswerAsync(district, group, "Педагога.");
        var offered = new List<string>();

        var next = await district.WriteAsync((db, token) => district.Questions.AddAsync(
            db,
            Asked(District.Stranger, Chats),
            open =>
            {
                offered.AddRange(open.Select(o => o.Text));
                return null;
            },
            token));

        Assert.NotEqual(group, next);
        Assert.Empty(offered);
    }

    [SkippableFact]
    public async Task What_is_to_be_answered_alone_joins_nothing()
    {
        var district = await District.CreateAsync(fixture);
        var group = await AddAsync(district, Asked(District.HeadOfFirst, "Просит код. Сад"));

        Assert.NotEqual(group, await AddAsync(district, Asked(District.Stranger, "Просит код. Сад") with { IsAlone = true }, join: group));
    }

    [SkippableFact]
    public async Task Gaps_are_what_most_people_asked_and_waiting_is_what_was_handed_over()
    {
        var district = await District.CreateAsync(fixture);
        var waiting = await AddAsync(district, Asked(District.HeadOfFirst, Admin));
        var gap = await AddAsync(district, Asked(District.HeadOfFirst, Chats) with { Outcome = QuestionOutcome.Unanswered });
        await AddAsync(district, Asked(District.HeadOfSecond, "чаты летом") with { Outcome = QuestionOutcome.Bad, Topic = "p14-class-chats" }, join: gap);
        await AddAsync(district, Asked(District.HeadOfSecond, "чаты летом нужны?") with { Outcome = QuestionOutcome.Bad }, join: gap);
        await AddAsync(district, Asked(District.Stranger, "спасибо, помогло") with { Outcome = QuestionOutcome.Good });
        await AddAsync(district, new NewQuestion(0, "", QuestionOutcome.Unanswered));

        Assert.Equal([gap, waiting], await district.WriteAsync((db, token) => district.Questions.GapsAsync(db, 10, token)));
        Assert.Equal([gap], await district.WriteAsync((db, token) => district.Questions.GapsAsync(db, 1, token)));
        Assert.Equal([waiting], await district.WriteAsync((db, token) => district.Questions.WaitingAsync(db, 10, token)));
        Assert.Equal(1, await district.WriteAsync((db, token) => district.Questions.CountWaitingAsync(db, token)));
        var groups = await district.WriteAsync((db, token) => district.Questions.GroupsAsync(db, [gap, waiting, 999], token));
        Assert.Equal([(gap, 2), (waiting, 1)], groups.Select(g => (g.Id, g.People)));
        Assert.Equal([Chats, "чаты летом", "чаты летом нужны?"], groups[0].Wordings.AsEnumerable());
    }

    [SkippableFact]
    public async Task Of_a_group_the_first_that_was_handed_over_is_shown_with_its_context()
    {
        var district = await District.CreateAsync(fixture);
        var group = await AddAsync(district, Asked(District.Stranger, "чаты летом") with { Outcome = QuestionOutcome.Unanswered });
        var asked = Asked(District.HeadOfFirst, Chats) with
        {
            Role = "director",
            OrgType = "МОУ",
            InstitutionId = district.First,
            Line = "223-09/1.4",
            Said = "Чаты классов",
        };
        await AddAsync(district, asked, join: group);

        var first = Assert.Single(await district.WriteAsync((db, token) => district.Questions.GroupsAsync(db, [group], token))).First;

        Assert.Equal((District.HeadOfFirst, Chats, "director"), (first.PersonId, first.Text, first.Role));
        Assert.Equal(("МОУ", district.First, "223-09/1.4", "Чаты классов"), (first.OrgType, first.InstitutionId, first.Line, first.Said));
        Assert.Equal(District.HeadOfFirst, await district.WriteAsync((db, token) => district.Questions.AskerOfAsync(db, group, token)));
    }

    [SkippableFact]
    public async Task Without_words_a_question_is_counted_and_neither_grouped_nor_shown()
    {
        var district = await District.CreateAsync(fixture);

        Assert.Null(await district.WriteAsync((db, token) => district.Questions.AddAsync(
            db, new NewQuestion(0, "", QuestionOutcome.Bad, Topic: "verify-how"), _ => throw new InvalidOperationException("nothing to compare"), token)));

        Assert.Empty(await district.WriteAsync((db, token) => district.Questions.GapsAsync(db, 10, token)));
        Assert.Equal((0, "", "verify-how"), await district.WriteAsync(async (db, token) =>
            await db.GetTable<QuestionRecord>().Select(q => ValueTuple.Create(q.PersonId, q.Body, q.Topic)).SingleAsync(token)));
    }

    [SkippableFact]
    public async Task A_closed_group_is_answered_to_nobody()
    {
        var district = await District.CreateAsync(fixture);
        var group = await AddAsync(district, Asked(District.HeadOfFirst, Admin));

        Assert.Equal(WriteResult.NotAllowed, await CloseAsync(district, group, District.HeadOfFirst));
        Assert.Equal(WriteResult.Done, await CloseAsync(district, group));
        Assert.Equal(WriteResult.Unchanged, await CloseAsync(district, group));

        Assert.Empty((await AnswerAsync(district, group, "Педагога.")).Answered);
        Assert.Null(await district.WriteAsync((db, token) => district.Questions.AnsweredAsync(db, group, token)));
        Assert.Null(await district.WriteAsync((db, token) => district.Questions.AskerOfAsync(db, group, token)));
    }

    [SkippableFact]
    public async Task Who_was_only_noted_long_ago_is_told_nothing_and_who_asked_is()
    {
        var district = await District.CreateAsync(fixture);
        var group = await AddAsync(district, Asked(District.Stranger, "администратор кто") with { Outcome = QuestionOutcome.Unanswered });
        await AddAsync(district, Asked(District.HeadOfFirst, Admin), join: group);
        district.Clock.Advance(QuestionStore.WorthTelling + TimeSpan.FromMinutes(1));
        await AddAsync(district, Asked(District.HeadOfSecond, "админ") with { Outcome = QuestionOutcome.Bad }, join: group);

        var (_, answered) = await AnswerAsync(district, group, "Педагога.");

        Assert.Equal([District.HeadOfFirst, District.HeadOfSecond], answered.Select(q => q.PersonId));
    }

    [SkippableFact]
    public async Task Notes_go_after_their_time_answered_questions_after_theirs_and_what_waits_stays()
    {
        var district = await District.CreateAsync(fixture);
        var noted = await AddAsync(district, Asked(District.Stranger, "админ") with { Outcome = QuestionOutcome.Unanswered });
        var joined = await AddAsync(district, Asked(District.HeadOfSecond, "кто админ"), join: noted);
        var answered = await AddAsync(district, Asked(District.HeadOfFirst, Chats));
        await AnswerAsync(district, answered, "Да.");
        await AddAsync(district, Asked(District.HeadOfFirst, "спасибо") with { Outcome = QuestionOutcome.Good });

        district.Clock.Advance(QuestionStore.NoteRetention + TimeSpan.FromMinutes(1));
        Assert.Equal(2, await DeleteOldAsync(district));

        // The group goes on without its first question.
        var group = Assert.Single(await district.WriteAsync((db, token) => district.Questions.GroupsAsync(db, [joined], token)));
        Assert.Equal((joined, 1, "кто админ"), (group.Id, group.People, group.First.Text));

        district.Clock.Advance(TimeSpan.FromDays(365));
        Assert.Equal(1, await DeleteOldAsync(district));
        Assert.Equal(WriteResult.Done, (await AnswerAsync(district, joined, "Педагог.")).Result);
    }

    private static NewQuestion Asked(long person, string text) => new(person, text, QuestionOutcome.Asked);

    private static async Task<long> AddAsync(District district, NewQuestion question, long? join = null) =>
        await district.WriteAsync((db, token) => district.Questions.AddAsync(db, question, _ => join, token)) ?? 0;

    private static Task<(WriteResult Result, IReadOnlyList<Question> Answered)> AnswerAsync(District district, long question, string text) =>
        district.WriteAsync((db, token) => district.Questions.AnswerAsync(db, District.Specialist, question, text, token));

    private static Task<WriteResult> CloseAsync(District district, long question, long by = District.Specialist) =>
        district.WriteAsync((db, token) => district.Questions.CloseAsync(db, by, question, token));

    private static Task<int> DeleteOldAsync(District district) =>
        district.WriteAsync((db, token) => QuestionStore.DeleteOldAsync(db, district.Clock.GetUtcNow(), TimeSpan.FromDays(365), 100, token));
}

public sealed class QuestionOnSqlite(SqliteFixture fixture) : QuestionSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class QuestionOnPostgreSql(PostgreSqlFixture fixture) : QuestionSuite(fixture), IClassFixture<PostgreSqlFixture>;
