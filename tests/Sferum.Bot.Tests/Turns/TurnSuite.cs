using Sferum.Bot.Messaging;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Transcripts;
using Sferum.Bot.Tests.Transcripts.Office;

namespace Sferum.Bot.Tests.Turns;

public abstract class TurnSuite(DatabaseFixture fixture)
{
    private const long Poisoned = 201;
    private const long Other = 202;

    [SkippableFact]
    public async Task A_poisoned_event_is_tried_three_times_put_aside_and_told_and_the_others_of_its_batch_go_on()
    {
        await using var stage = await OpenAsync();
        await BreakConversationAsync(stage, Poisoned);

        await StoreAsync(stage, Message(Poisoned, "привет"), Message(Other, "привет"));
        await stage.SettleAsync();
        Assert.Equal([Other], (await stage.NewsAsync()).Select(news => news.Peer).Distinct());

        for (var attempt = 1; attempt < InboxStore.AttemptsBeforeDeath; attempt++)
        {
            Assert.Empty(await LettersAsync(stage));
            stage.Clock.Advance(TimeSpan.FromSeconds(1));
            await stage.SettleAsync();
        }

        var letter = Assert.Single(await LettersAsync(stage));
        Assert.Equal(Poisoned, letter.PeerId);
        Assert.Contains("JsonException", letter.Reason, StringComparison.Ordinal);
        Assert.Equal(Poisoned, Assert.Single(await stage.NewsAsync()).Peer);
    }

    [SkippableFact]
    public async Task Mended_and_put_back_a_dead_letter_is_answered()
    {
        await using var stage = await OpenAsync();
        await BreakConversationAsync(stage, Poisoned);
        await StoreAsync(stage, Message(Poisoned, "привет"));
        for (var attempt = 0; attempt < InboxStore.AttemptsBeforeDeath; attempt++)
        {
            await stage.SettleAsync();
            stage.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await stage.NewsAsync();
        await SaveAsync(stage, Poisoned, "{}");
        Assert.True(await stage.Get<DeadLetterStore>().ReplayAsync(Assert.Single(await LettersAsync(stage)).Id, CancellationToken.None));
        await stage.SettleAsync();

        Assert.NotEmpty(await stage.NewsAsync());
        Assert.Empty(await LettersAsync(stage));
    }

    [SkippableFact]
    public async Task What_the_stores_refuse_changes_nothing_and_delays_nobody_of_its_batch()
    {
        await using var stage = await OpenAsync();
        await stage.AddInstitutionAsync("МОУ «Вымышленская СОШ № 1»", "МОУ", "SHKA2345");
        var forged = new Incoming.Press("""{"c":"withdraw_sure","line":"223-09/1.1.a","institution":"1"}""", "answer1");

        await StoreAsync(stage, new IncomingEvent("forged", Poisoned, Poisoned, forged), Message(Other, "привет"));
        await stage.SettleAsync();

        var news = await stage.NewsAsync();
        Assert.Contains(news, message => message.Peer == Other);
        Assert.Contains(news, message => message.Peer == Poisoned && message.Content is Outgoing.PressAnswer);
        Assert.Empty(await LettersAsync(stage));
    }

    private async Task<OfficeStage> OpenAsync() => new(await fixture.CreateAsync(), OfficeClock.Parse("2024-04-15 09:00"));

    private static Task<int> StoreAsync(OfficeStage stage, params IncomingEvent[] events) =>
        stage.Get<InboxStore>().StoreAsync(events, null, CancellationToken.None);

    /// <summary>A conversation that no program wrote.</summary>
    private static Task BreakConversationAsync(OfficeStage stage, long peer) => SaveAsync(stage, peer, "{");

    private static Task SaveAsync(OfficeStage stage, long peer, string slots) => stage.Database.InTransactionAsync(
        (db, token) => stage.Get<ConversationStore>().SaveAsync(
            db, new Dictionary<long, StoredConversation> { [peer] = new("", slots, "") }, token),
        CancellationToken.None);

    private static Task<IReadOnlyList<DeadLetter>> LettersAsync(OfficeStage stage) => stage.Get<DeadLetterStore>().WaitingAsync(10, CancellationToken.None);

    private static IncomingEvent Message(long person, string text) =>
        new($"{person}:{text}", person, person, new Incoming.Message(text, null, null, [], 1, 1));
}

public sealed class TurnsOnSqlite(SqliteFixture fixture) : TurnSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class TurnsOnPostgreSql(PostgreSqlFixture fixture) : TurnSuite(fixture), IClassFixture<PostgreSqlFixture>;
