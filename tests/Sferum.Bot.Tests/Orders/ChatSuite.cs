using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Orders;

public abstract class ChatSuite(DatabaseFixture fixture)
{
    private const long Chat = 2_000_000_001;

    [SkippableFact]
    public async Task The_bot_greets_once_however_often_it_is_invited()
    {
        var district = await District.CreateAsync(fixture);

        Assert.True(await InviteAsync(district));
        Assert.False(await InviteAsync(district));
        await GoneAsync(district);
        Assert.False(await InviteAsync(district, by: District.HeadOfSecond));

        Assert.Equal((District.HeadOfSecond, ChatState.Invited), (await LoadAsync(district)) is { } chat ? (chat.InvitedBy, chat.State) : default);
        Assert.True(await InviteAsync(district, Chat + 1));
    }

    [SkippableFact]
    public async Task A_chat_is_looked_at_once_after_it_was_shown()
    {
        var district = await District.CreateAsync(fixture);
        await InviteAsync(district);

        Assert.Equal([new PendingLook(Chat, District.HeadOfFirst, 1)], await district.Chats.ClaimDueAsync(10, default));
        Assert.Empty(await district.Chats.ClaimDueAsync(10, default));
        Assert.Equal(ChatNews.First, await SeenAsync(district, "Педсовет", 34));
        district.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Empty(await district.Chats.ClaimDueAsync(10, default));
        var chat = (await LoadAsync(district))!;
        Assert.Equal((ChatState.Seen, "Педсовет", 34, null), (chat.State, chat.Title, chat.People, chat.Line));
        Assert.Equal(district.Clock.GetUtcNow().AddDays(-30), chat.SeenAt);
    }

    [SkippableFact]
    public async Task A_look_that_a_killed_process_never_made_comes_back()
    {
        var district = await District.CreateAsync(fixture);
        await InviteAsync(district);
        await district.Chats.ClaimDueAsync(10, default);

        district.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Single(await district.Chats.ClaimDueAsync(10, default));
    }

    [SkippableFact]
    public async Task Two_processes_never_look_at_the_same_chat_at_once()
    {
        var district = await District.CreateAsync(fixture);
        for (var n = 0; n < 20; n++)
        {
            await InviteAsync(district, Chat + n);
        }

        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => district.Chats.ClaimDueAsync(20, default))));

        Assert.Equal(Enumerable.Range(0, 20).Select(n => Chat + n), claims.SelectMany(looks => looks).Select(look => look.ChatPeer).Order());
    }

    [SkippableFact]
    public async Task Without_rights_the_bot_looks_again_more_and_more_seldom_and_says_so_once()
    {
        var district = await District.CreateAsync(fixture);
        await InviteAsync(district);
        var told = new List<bool>();
        var pauses = new List<double>();
        var last = district.Clock.GetUtcNow();
        for (var minute = 0; minute < 3 * 24 * 60; minute++)
        {
            foreach (var look in await district.Chats.ClaimDueAsync(10, default))
            {
                pauses.Add((district.Clock.GetUtcNow() - last).TotalMinutes);
                last = district.Clock.GetUtcNow();
                told.Add(await NoRightsAsync(district));
                Assert.Equal(told.Count, look.Look);
            }

            district.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([0, 1, 2, 5, 15, .. Enumerable.Repeat(60.0, ChatStore.MostLooks - 5)], pauses);
        Assert.Equal([true, .. Enumerable.Repeat(false, ChatStore.MostLooks - 1)], told);
        Assert.Equal(ChatState.NoRights, (await LoadAsync(district))!.State);
    }

    [SkippableFact]
    public async Task Rights_that_come_later_are_news()
    {
        var district = await District.CreateAsync(fixture);
        await InviteAsync(district);
        await NoRightsAsync(district);

        Assert.Equal(ChatNews.First, await SeenAsync(district, "Педсовет", 34));
        Assert.Equal(ChatNews.None, await SeenAsync(district, "Педсовет", 34));
        Assert.Equal(ChatNews.Changed, await SeenAsync(district, "Педсовет", 35));
        Assert.Equal(ChatNews.Changed, await SeenAsync(district, "Педагоги", 35));
        Assert.True(await NoRightsAsync(district));
    }

    [SkippableFact]
    public async Task Only_who_showed_a_chat_has_it_looked_at_again_and_then_is_told_anew()
    {
        var district = await District.CreateAsync(fixture);
        await InviteAsync(district);
        await district.Chats.ClaimDueAsync(10, default);
        await NoRightsAsync(district);

        foreach (var intruder in new[] { District.HeadOfSecond, District.Stranger, District.Specialist, 0 })
        {
            Assert.Equal(WriteResult.NotAllowed, await AgainAsync(district, intruder));
        }

        Assert.Equal(WriteResult.NotFound, await AgainAsync(district, District.HeadOfFirst, Chat + 1));
        Assert.Empty(await district.Chats.ClaimDueAsync(10, default));
        Assert.Equal(WriteResult.Done, await AgainAsync(district, District.HeadOfFirst));
        Assert.Equal(1, Assert.Single(await district.Chats.ClaimDueAsync(10, default)).Look);
        Assert.True(await NoRightsAsync(district));
    }

    [SkippableFact]
    public async Task A_chat_that_the_bot_has_left_is_looked_at_no_more()
    {
        var district = await District.CreateAsync(fixture);
        await InviteAsync(district);

        await GoneAsync(district);

        Assert.Empty(await district.Chats.ClaimDueAsync(10, default));
        Assert.Equal(WriteResult.Unchanged, await AgainAsync(district, District.HeadOfFirst));
        Assert.Equal(ChatNews.None, await SeenAsync(district, "Педсовет", 34));
        Assert.False(await NoRightsAsync(district));
        Assert.Empty(await district.Chats.ClaimDueAsync(10, default));
        Assert.Equal(ChatState.Gone, (await LoadAsync(district))!.State);
    }

    [SkippableFact]
    public async Task What_is_not_known_is_not_loaded_and_not_recorded()
    {
        var district = await District.CreateAsync(fixture);

        Assert.Equal(ChatNews.None, await SeenAsync(district, "Педсовет", 34));
        Assert.False(await NoRightsAsync(district));

        Assert.Null(await LoadAsync(district));
    }

    private static Task<bool> InviteAsync(District district, long chat = Chat, long by = District.HeadOfFirst) =>
        district.WriteAsync((db, token) => district.Chats.InvitedAsync(db, chat, by, token));

    private static Task<ChatNews> SeenAsync(District district, string title, int people) =>
        district.WriteAsync((db, token) => district.Chats.RecordSeenAsync(db, Chat, title, people, token));

    private static Task<bool> NoRightsAsync(District district) =>
        district.WriteAsync((db, token) => district.Chats.RecordNoRightsAsync(db, Chat, token));

    private static Task<bool> GoneAsync(District district) => district.WriteAsync(async (db, token) =>
    {
        await district.Chats.RecordGoneAsync(db, Chat, token);
        return true;
    });

    private static Task<WriteResult> AgainAsync(District district, long person, long chat = Chat) =>
        district.WriteAsync((db, token) => district.Chats.LookAgainAsync(db, person, chat, token));

    private static async Task<ShownChat?> LoadAsync(District district) =>
        (await district.WriteAsync((db, token) => district.Chats.LoadAsync(db, [Chat], token))).GetValueOrDefault(Chat);
}

public sealed class ChatOnSqlite(SqliteFixture fixture) : ChatSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class ChatOnPostgreSql(PostgreSqlFixture fixture) : ChatSuite(fixture), IClassFixture<PostgreSqlFixture>;
