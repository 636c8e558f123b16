using System.Collections.Immutable;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Microsoft.Extensions.DependencyInjection;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Privacy;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Transcripts;
using Sferum.Bot.Tests.Transcripts.Office;

namespace Sferum.Bot.Tests.Privacy;

public abstract class ErasureSuite(DatabaseFixture fixture)
{
    private const long Head = 700_000_111;
    private const long Deputy = 700_000_222;
    private const long Guest = 700_000_333;

    /// <summary>Where a number may still stand for some days, as the page for the paperwork says.</summary>
    private static readonly string[] ForSomeDays = ["seen_event.peer_id"];

    [SkippableFact]
    public async Task Nothing_of_a_head_is_found_anywhere_after_he_had_his_data_deleted()
    {
        await using var stage = await LivedInAsync();
        await SayAsync(stage, Head, "удалить мои данные", "продолжить", "удалить навсегда");
        await stage.SendAsync();
        await KeepHouseAsync(stage);

        Assert.Equal([], (await Schema.FindAsync(stage.Database, $"{Head}")).Except(ForSomeDays));
        Assert.DoesNotContain(Files(stage), file => File.ReadAllText(file).Contains($"{Head}", StringComparison.Ordinal));
        Assert.Null(await BrokenAsync(stage));
        var report = await stage.Database.ReadAsync((db, token) => db.GetTable<ReportRecord>().SingleAsync(token), default);
        Assert.True(report.ReportedBy < 0);
        Assert.Equal(1, await CountAsync(stage, "select count(*) from evidence_file f join report_file b on b.file_id = f.id where f.sha256 is not null and f.person_id < 0"));
        Assert.Equal(3, await CountAsync(stage, "select count(distinct actor_id) from journal where actor_id <> 0"));
    }

    [SkippableFact]
    public async Task The_specialist_hears_that_nobody_heads_the_institution_and_a_later_message_begins_anew()
    {
        await using var stage = await LivedInAsync();
        await stage.NewsAsync();
        await SayAsync(stage, Head, "удалить мои данные", "да", "да");
        var news = await stage.NewsAsync();

        Assert.Contains(news, m => m.Peer == OfficeStage.Specialist && m.Content is Outgoing.Text text && text.Body.Contains("МОУ «Вымышленская СОШ № 1»", StringComparison.Ordinal));
        await SayAsync(stage, Head, "1.3");
        Assert.Contains(await stage.NewsAsync(), m => m.Peer == Head && m.Content is Outgoing.Text text && text.Body.Contains("Согласны?", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Whom_the_settings_hold_is_told_so_and_keeps_his_data()
    {
        await using var stage = await LivedInAsync();
        await SayAsync(stage, OfficeStage.Specialist, "меню");
        await stage.NewsAsync();
        await SayAsync(stage, OfficeStage.Specialist, "удалить мои данные");

        Assert.Contains(await stage.NewsAsync(), m => m.Content is Outgoing.Text text && text.Body.Contains("в настройках", StringComparison.Ordinal));
        Assert.IsType<Erasure.HeldBySettings>(await EraseAsync(stage, OfficeStage.Specialist));
    }

    [SkippableFact]
    public async Task Of_somebody_unknown_nothing_is_deleted_and_no_trace_stays_of_the_request()
    {
        await using var stage = await LivedInAsync();

        Assert.IsType<Erasure.Nothing>(await EraseAsync(stage, 700_000_999));
        Assert.Equal(0, await CountAsync(stage, "select count(*) from erased_person"));
    }

    [SkippableFact]
    public async Task What_becomes_of_his_report_is_told_to_those_who_act_for_the_institution_and_to_nobody_else()
    {
        await using var stage = await LivedInAsync();
        await SayAsync(stage, Head, "удалить мои данные", "продолжить", "удалить навсегда");
        await stage.NewsAsync();
        await SayAsync(stage, OfficeStage.Specialist, "меню", "проверить", "принять");

        Assert.Equal(1, await CountAsync(stage, "select count(*) from report where status = 'accepted'"));
        Assert.All(await stage.NewsAsync(), m => Assert.Equal(OfficeStage.Specialist, m.Peer));
    }

    [SkippableFact]
    public async Task Last_words_that_do_not_reach_him_bring_nothing_of_him_back()
    {
        await using var stage = await LivedInAsync();
        await SayAsync(stage, Head, "удалить мои данные", "продолжить", "удалить навсегда");
        stage.Vk.Refusing[Head] = 901;
        await stage.SendAsync();

        Assert.Equal([], (await Schema.FindAsync(stage.Database, $"{Head}")).Except(ForSomeDays));
    }

    [SkippableFact]
    public async Task What_is_learnt_of_his_dialog_afterwards_goes_after_a_month_and_that_of_others_stays()
    {
        await using var stage = await LivedInAsync();
        await SayAsync(stage, Head, "удалить мои данные", "продолжить", "удалить навсегда");
        await stage.SendAsync();
        await stage.ArriveAsync(Head, Head, new Incoming.Consent(false));
        await KeepHouseAsync(stage);
        Assert.Equal(1, await CountAsync(stage, $"select count(*) from peer where peer_id = {Head}"));

        stage.Clock.Advance(Housekeeper.MessageRetention + TimeSpan.FromDays(1));
        await KeepHouseAsync(stage);
        Assert.Equal([], await Schema.FindAsync(stage.Database, $"{Head}"));
        Assert.Equal(2, await CountAsync(stage, $"select count(*) from peer where peer_id in ({Deputy}, {Guest})"));
    }

    [SkippableFact]
    public async Task What_is_held_comes_as_a_list_and_as_a_file()
    {
        await using var stage = await LivedInAsync();
        await stage.NewsAsync();
        await SayAsync(stage, Head, "мои данные");
        var told = (await stage.NewsAsync()).Select(m => m.Content).OfType<Outgoing.Text>().Single();

        Assert.Contains("отчёты по пунктам приказа (1): пока ведётся приказ", told.Body, StringComparison.Ordinal);
        using var reader = new StreamReader(stage.Get<ContentStore>().Open(Assert.Single(told.Files).Sha256));
        var file = await reader.ReadToEndAsync();
        Assert.Contains("вопрос: Кто подписывает приказ", file, StringComparison.Ordinal);
        Assert.Contains("МОУ «Вымышленская СОШ № 1»", file, StringComparison.Ordinal);
        Assert.Contains("15.04.2024", file, StringComparison.Ordinal);
        Assert.DoesNotContain($"{Deputy}", file, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Numbers_changed_or_taken_away_in_the_journal_behind_its_back_show()
    {
        await using var stage = await LivedInAsync();
        var entry = await CountAsync(stage, $"select min(seq) from journal where actor_id = {Head}");
        await stage.Database.InTransactionAsync((db, token) => db.ExecuteAsync($"update journal set actor_id = -5 where seq = {entry}", token), default);

        Assert.Equal(entry, await BrokenAsync(stage));
    }

    [SkippableFact]
    public async Task What_is_older_than_the_settings_say_goes()
    {
        await using var stage = await LivedInAsync();
        await EraseAsync(stage, Deputy);
        await stage.SendAsync();
        stage.Clock.Advance(TimeSpan.FromDays(31));
        await KeepHouseAsync(stage);
        Assert.Equal(1, await CountAsync(stage, "select count(*) from evidence_file"));
        stage.Clock.Advance(TimeSpan.FromDays((2 * 365) + 1));
        await KeepHouseAsync(stage);
        Assert.Equal([], (await Schema.FindAsync(stage.Database, $"{Guest}")).Except(ForSomeDays));
        Assert.Equal(1, await CountAsync(stage, $"select count(*) from person where person_id = {Head}"));
        Assert.Equal(0, await CountAsync(stage, "select count(*) from claim_code"));
        Assert.Equal(0, await CountAsync(stage, "select count(*) from journal_seal where kind = 'value'"));
        stage.Clock.Advance(TimeSpan.FromDays(4 * 365));
        await KeepHouseAsync(stage);
        Assert.Equal(0, await CountAsync(stage, "select (select count(*) from evidence_file) + (select count(*) from report_file) + (select count(*) from content_to_delete)"));
        Assert.Empty(Files(stage));
        Assert.Null(await BrokenAsync(stage));
    }

    [SkippableFact]
    public async Task Consent_is_recorded_with_the_version_and_the_words()
    {
        await using var stage = await LivedInAsync();
        var version = OfficeStage.Book.Consent?.Version;

        Assert.Equal(version, await stage.Database.ReadAsync((db, token) => db.GetTable<PersonRecord>().Where(p => p.PersonId == Head).Select(p => p.ConsentVersion).SingleAsync(token), default));
        Assert.Equal(1, await CountAsync(stage, $"select count(*) from consent_text where version = '{version}' and body like 'Храню номер%'"));
        Assert.Equal(1, await CountAsync(stage, $"select count(*) from journal where action = 'consented' and actor_id = {Head} and data like '%{version}%'"));
    }

    [SkippableFact]
    public async Task Who_agreed_to_other_words_is_asked_at_his_next_message_but_not_within_a_report()
    {
        await using var stage = await LivedInAsync();
        await SayAsync(stage, Head, "меню", "1.3");
        await stage.Database.InTransactionAsync((db, token) => db.ExecuteAsync($"update person set consent_version = 'old' where person_id = {Head}", token), default);
        Assert.DoesNotContain("Текст согласия изменился", await LastAsync(stage, "План ВШК от 01.04.2024, строка 17"), StringComparison.Ordinal);
        await SayAsync(stage, Head, "отмена");
        Assert.Contains("Текст согласия изменился", await LastAsync(stage, "что осталось"), StringComparison.Ordinal);
        Assert.Contains("отчётов и вопросов здесь не принимаю", await LastAsync(stage, "нет"), StringComparison.Ordinal);
        Assert.Contains("Спасибо", await LastAsync(stage, "согласна"), StringComparison.Ordinal);
        Assert.Contains("Приказ №", await LastAsync(stage, "меню"), StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync(stage, $"select count(*) from journal where action = 'consented' and actor_id = {Head}"));
    }

    /// <summary>A head with a deputy, a report with its file, a file without one, a question, a promise; and a guest who asked something.</summary>
    private async Task<OfficeStage> LivedInAsync()
    {
        var stage = new OfficeStage(await fixture.CreateAsync(), OfficeClock.Parse("2024-04-15 09:00"));
        await stage.AddInstitutionAsync("МОУ «Вымышленская СОШ № 1»", "МОУ", "SHKA2345");
        await SayAsync(stage, Head, "привет", "да", "SHKA-2345", "да", "1.1а");
        await SayAsync(stage, Head, "№ 12-од от 10.04.2024", 5);
        await SayAsync(stage, Head, "да", "меню", "1.3 будет к 18-му", "меню");
        await SayAsync(stage, Head, "вот", 6);
        await SayAsync(stage, Head, "меню", "человек", "Кто подписывает приказ, если директор в отпуске вместе с заместителем?", "передать", "меню");
        await SayAsync(stage, Head, "люди", "дать право заместителю", "на две недели", "да");
        await SayAsync(stage, Guest, "привет", "да", "просто вопрос", "Почему у нас в столовой холодно?", "передать");
        await SayAsync(stage, Deputy, "привет", "да");
        return stage;
    }

    private static async Task SayAsync(OfficeStage stage, long person, params string[] words)
    {
        foreach (var text in words)
        {
            await stage.WriteAsync(person, text);
        }
    }

    private static Task SayAsync(OfficeStage stage, long person, string text, int photo) => stage.ArriveAsync(
        person,
        person,
        new Incoming.Message(text, null, null, [new IncomingAttachment("photo", $"photo{person}_{photo}_key", "a.jpg", $"https://files.example/{photo}", 1000)], 1000 + photo, 1000 + photo));

    private static async Task<string> LastAsync(OfficeStage stage, string words)
    {
        await stage.NewsAsync();
        await SayAsync(stage, Head, words);
        return string.Join('\n', (await stage.NewsAsync()).Where(m => m.Peer == Head).Select(m => m.Content).OfType<Outgoing.Text>().Select(text => text.Body));
    }

    private static Task<Erasure> EraseAsync(OfficeStage stage, long person) =>
        stage.Database.InTransactionAsync((db, token) => stage.Get<ErasureStore>().EraseAsync(db, person, "request", token), default);

    private static Task KeepHouseAsync(OfficeStage stage) =>
        ActivatorUtilities.CreateInstance<Housekeeper>(stage.Get<IServiceProvider>()).PruneAsync(default);

    private static Task<long?> BrokenAsync(OfficeStage stage) => stage.Database.ReadAsync((db, token) => stage.Get<JournalStore>().FirstBrokenAsync(db, token), default);

    private static Task<long> CountAsync(OfficeStage stage, string sql) => stage.Database.ReadAsync((db, token) => db.ExecuteAsync<long>(sql, token), default);

    private static ImmutableArray<string> Files(OfficeStage stage) =>
        [.. Directory.EnumerateFiles(stage.Get<Microsoft.Extensions.Options.IOptions<StorageOptions>>().Value.FilesPath, "*", SearchOption.AllDirectories)];
}

public sealed class ErasureOnSqlite(SqliteFixture fixture) : ErasureSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class ErasureOnPostgreSql(PostgreSqlFixture fixture) : ErasureSuite(fixture), IClassFixture<PostgreSqlFixture>;
