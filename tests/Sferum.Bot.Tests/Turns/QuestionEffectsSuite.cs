using System.Collections.Immutable;
using LinqToDB;
using LinqToDB.Async;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Transcripts;
using Sferum.Bot.Tests.Transcripts.Office;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Tests.Turns;

public abstract class QuestionEffectsSuite(DatabaseFixture fixture)
{
    private const long Anna = 201;
    private const long Vera = 202;

    [SkippableFact]
    public async Task Without_consent_a_question_is_counted_and_nothing_of_it_kept()
    {
        await using var stage = await OpenAsync();

        await NoteAsync(stage, Anna, QuestionOutcome.Bad, "я Анна, не пускает", "verify-fails");

        var kept = Assert.Single(await AllAsync(stage));
        Assert.Equal((0L, "", "verify-fails", QuestionOutcome.Bad), (kept.PersonId, kept.Body, kept.Topic, kept.Outcome));
        await Assert.ThrowsAsync<RefusedEffectException>(() => WriteAsync(stage, Anna, new Effect.AskSpecialist("Кто поможет?")));
        Assert.Single(await AllAsync(stage));
    }

    [SkippableFact]
    public async Task Like_notes_of_people_who_agreed_are_one_gap_with_who_they_were()
    {
        await using var stage = await OpenAsync();
        await AgreeAsync(stage, Anna, Vera);

        await NoteAsync(stage, Anna, QuestionOutcome.Unanswered, "Нужны ли чаты в детском саду летом?");
        await NoteAsync(stage, Vera, QuestionOutcome.Bad, "нужен ли летом чат в детском саду", "p14-class-chats");
        await NoteAsync(stage, Vera, QuestionOutcome.Good, "нужен ли летом чат в детском саду", "p14-class-chats");
        await NoteAsync(stage, Vera, QuestionOutcome.Unanswered, "кто проверит отчёт");

        var kept = await AllAsync(stage);
        Assert.Equal([kept[0].Id, kept[0].Id, null, kept[3].Id], kept.Select(q => q.GroupId));
        Assert.All(kept.Where(q => q.Outcome != QuestionOutcome.Good), q => Assert.Equal("guest", q.Role));

        // What has helped is only counted.
        Assert.Equal((0, ""), (kept[2].PersonId, kept[2].Body));
    }

    [SkippableFact]
    public async Task Everybody_of_a_group_hears_the_answer_and_who_asked_alone_only_his_own()
    {
        await using var stage = await OpenAsync();
        await AgreeAsync(stage, Anna, Vera);
        await Assert.ThrowsAsync<RefusedEffectException>(() => WriteAsync(stage, Anna, new Effect.AskSpecialist(" ")));
        await WriteAsync(stage, Anna, new Effect.AskSpecialist("Просит код. Сад"));
        await WriteAsync(stage, Vera, new Effect.AskSpecialist("Просит код. Сад") { Context = new Dictionary<string, string> { ["alone"] = "true" }.ToImmutableSortedDictionary() });
        var questions = await AllAsync(stage);
        Assert.NotEqual(questions[0].GroupId, questions[1].GroupId);

        var told = await WriteAsync(stage, OfficeStage.Specialist, new Effect.AnswerQuestion(questions[1].Id, "Код выдан."));

        Assert.Equal([Vera], told);
    }

    [SkippableFact]
    public async Task What_nobody_may_be_told_is_not_saved_whatever_the_client_sends()
    {
        await using var stage = await OpenAsync();
        await AgreeAsync(stage, Anna);
        await WriteAsync(stage, Anna, new Effect.AskSpecialist("Кто поможет?"));
        var id = Assert.Single(await AllAsync(stage)).Id;
        await Assert.ThrowsAsync<RefusedEffectException>(() => WriteAsync(stage, OfficeStage.Specialist, new Effect.SaveAnswer(id, "Я")));
        await WriteAsync(stage, OfficeStage.Specialist, new Effect.AnswerQuestion(id, "Звоните 8 900 123-45-67"));

        await Assert.ThrowsAsync<RefusedEffectException>(() => WriteAsync(stage, OfficeStage.Specialist, new Effect.SaveAnswer(id, "Звоните 8 900 123-45-67")));
        await Assert.ThrowsAsync<RefusedEffectException>(() => WriteAsync(stage, Anna, new Effect.SaveAnswer(id, "Администратор.")));
        await Assert.ThrowsAsync<RefusedEffectException>(() => WriteAsync(stage, Anna, new Effect.OpenTalk(id)));
        await WriteAsync(stage, OfficeStage.Specialist, new Effect.SaveAnswer(id, "Администратор."));

        Assert.Equal("Администратор.", Assert.Single((await stage.Get<SavedAnswerStore>().AllAsync(default)).All).Text);
    }

    private async Task<OfficeStage> OpenAsync() => new(await fixture.CreateAsync(), OfficeClock.Parse("2024-04-15 09:00"));

    private static Task AgreeAsync(OfficeStage stage, params long[] people) => stage.Database.InTransactionAsync(
        async (db, token) =>
        {
            await stage.Get<PersonStore>().MeetAsync(db, people, token);
            foreach (var person in people)
            {
                await stage.Get<PersonStore>().ConsentAsync(db, person, "1", token);
            }
        },
        default);

    private static Task NoteAsync(OfficeStage stage, long person, string outcome, string text, string? topic = null) =>
        stage.Database.InTransactionAsync((db, token) => stage.Get<QuestionEffects>().NoteAsync(db, person, outcome, text, topic, token), default);

    /// <returns>Who is told.</returns>
    private static Task<long[]> WriteAsync(OfficeStage stage, long person, Effect effect) => stage.Database.InTransactionAsync(
        async (db, token) =>
        {
            var row = new InboxRow(1, "e", person, person, new Incoming.Other("test"), stage.Clock.GetUtcNow(), 0);
            return (await stage.Get<EffectCarrier>().CarryOutAsync(db, new Turn(row, null), [effect], token)).Select(m => m.PeerId).ToArray();
        },
        default);

    private static Task<List<QuestionRecord>> AllAsync(OfficeStage stage) =>
        stage.Database.ReadAsync((db, token) => db.GetTable<QuestionRecord>().OrderBy(q => q.Id).ToListAsync(token), default);
}

public sealed class QuestionEffectsOnSqlite(SqliteFixture fixture) : QuestionEffectsSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class QuestionEffectsOnPostgreSql(PostgreSqlFixture fixture) : QuestionEffectsSuite(fixture), IClassFixture<PostgreSqlFixture>;
