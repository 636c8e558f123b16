using LinqToDB;
using LinqToDB.Async;
using Sferum.Bot.Messaging;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.EndToEnd;

public abstract class HandWrittenReplySuite(DatabaseFixture fixture)
{
    /// <summary>Words to the stranger that nobody but a person wrote.</summary>
    private const string ByHand = "Здравствуйте, это специалист. Сейчас посмотрю.";

    [SkippableFact]
    public async Task Where_an_administrator_answers_by_hand_the_bot_is_silent_until_it_is_called_also_after_a_crash()
    {
        await using var office = await TestOffice.OpenAsync(fixture);
        office.Vk.Host.SetLongPollEvent("message_reply", on: true);
        office.Write(TestOffice.Stranger, "привет");
        await office.ExpectAsync(TestOffice.Stranger, "Согласны?");

        office.Vk.People.AnswerByHand(TestOffice.Stranger, TestOffice.Specialist, ByHand);
        await office.ExpectAsync(TestOffice.Stranger, "это специалист");
        await TalkIsKeptAsync(office);
        await office.KillBotAsync();
        office.Write(TestOffice.Stranger, "спасибо, жду");
        await office.StartBotAsync();
        office.Write(TestOffice.Stranger, "меню");

        // Others are answered meanwhile, and what was written before them is handled by then.
        office.Write(TestOffice.Director, "привет");
        await office.ExpectAsync(TestOffice.Director, "Согласны?");
        await NothingWaitsAsync(office);
        office.Write(TestOffice.Stranger, "бот");
        await office.ExpectAsync(TestOffice.Stranger, "Снова отвечаю я");
        office.Write(TestOffice.Stranger, "меню");
        await office.ExpectAsync(TestOffice.Stranger, "Согласны?");

        var said = office.Vk.People.ChatOf(TestOffice.Stranger).Messages.Where(m => m.Out).Select(m => m.Text).ToArray();
        Assert.Equal(4, said.Length);
        Assert.Equal(ByHand, said[1]);
    }

    private static Task TalkIsKeptAsync(TestOffice office) => Eventually.TrueAsync(
        async () => (await office.Database.ReadAsync(
            (db, token) => TalkStore.LoadAsync(db, [TestOffice.Stranger], token), default)).Count == 1,
        () => $"the talk is not known. The bot:\n{office.Bot.Output}");

    private static Task NothingWaitsAsync(TestOffice office) => Eventually.TrueAsync(
        async () => await office.Database.ReadAsync((db, token) => db.GetTable<InboxRecord>().CountAsync(token), default) == 0,
        () => $"events wait. The bot:\n{office.Bot.Output}");
}

public sealed class HandWrittenReplyOnSqlite(SqliteFixture fixture) : HandWrittenReplySuite(fixture), IClassFixture<SqliteFixture>;

public sealed class HandWrittenReplyOnPostgreSql(PostgreSqlFixture fixture) : HandWrittenReplySuite(fixture), IClassFixture<PostgreSqlFixture>;
