using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Microsoft.Extensions.DependencyInjection;
using Sferum.Bot.Broadcasts;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Transcripts;
using Sferum.Bot.Tests.Transcripts.Office;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Tests.Broadcasts;

/// <summary>
/// Broadcasts over the real stores: whoever looks, however often, and whatever is paused, cancelled or killed between,
/// each recipient gets the message once or stands in the list with the reason.
/// </summary>
public abstract class BroadcastSuite(DatabaseFixture fixture)
{
    private const long FirstHead = 1_001;
    private const string Words = "Завтра в 10 совещание.";

    [SkippableFact]
    public async Task Senders_that_look_at_once_write_to_each_once()
    {
        await using var office = await OpenAsync(heads: 30);
        var id = await PlanAsync(office, Words);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        var senders = Enumerable.Range(0, 4).Select(_ => ActivatorUtilities.CreateInstance<BroadcastSender>(office.Get<IServiceProvider>())).ToArray();

        for (var look = 0; look < 3; look++)
        {
            await Task.WhenAll(senders.Select(sender => Task.Run(() => sender.TickAsync(default))));
        }

        Assert.Equal(Heads(30), (await ToldAsync(office, Words)).Order());
        await office.SendAsync();
        await office.BroadcastAsync();
        await office.BroadcastAsync();
        Assert.Equal((30, 30, BroadcastState.Done), await StandAsync(office, id));
    }

    [SkippableFact]
    public async Task Everybody_stands_in_the_ledger_before_the_first_message()
    {
        await using var office = await OpenAsync(heads: 3);
        await office.AddInstitutionAsync("МОУ «Ясная»", "МОУ", "EMPT2345");
        await office.WriteAsync(FirstHead, "стоп");
        await office.ArriveAsync(FirstHead + 1, FirstHead + 1, new Incoming.Consent(Allowed: false));
        await office.NewsAsync();
        var id = await PlanAsync(office, Words);
        office.Clock.Advance(TimeSpan.FromMinutes(2));

        await office.BroadcastAsync();

        Assert.Empty(await ToldAsync(office, Words));
        var fates = await FatesAsync(office, id);
        Assert.Equal(
            [RecipientState.Muted, RecipientState.Forbidden, RecipientState.Waiting, RecipientState.Absent], fates.Select(f => f.State));
        Assert.Equal(901, fates[1].Code);
    }

    [SkippableFact]
    public async Task Who_has_had_his_message_of_the_day_gets_it_on_the_next_working_day_unless_it_is_urgent()
    {
        await using var office = await OpenAsync(heads: 2);
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-19 09:00"));
        Assert.Equal(2, await office.RemindAsync());
        await office.NewsAsync();
        var id = await PlanAsync(office, Words);
        var urgent = await PlanAsync(office, "Срочно.", urgent: true);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync(office);
        Assert.Equal(Heads(2), (await ToldAsync(office, "Срочно.")).Order());
        Assert.Equal(BroadcastState.Done, (await StandAsync(office, urgent)).State);
        Assert.Equal((2, 0, BroadcastState.Running), await StandAsync(office, id));

        // Saturday and Sunday are no days for it, and on Monday it comes before any reminder.
        foreach (var day in (string[])["2024-04-20 12:00", "2024-04-21 12:00", "2024-04-22 07:59"])
        {
            office.Clock.SetUtcNow(OfficeClock.Parse(day));
            await RunAsync(office);
            Assert.Empty(await ToldAsync(office, Words));
        }

        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-22 08:00"));
        await RunAsync(office);
        Assert.Equal(Heads(2), (await ToldAsync(office, Words)).Order());
        Assert.Equal(0, await office.RemindAsync());
    }

    [SkippableFact]
    public async Task What_is_paused_waits_where_it_is_and_holds_up_no_reply()
    {
        await using var office = await OpenAsync(heads: 2);
        var id = await PlanAsync(office, Words);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await office.BroadcastAsync();
        await office.BroadcastAsync();
        await SteerAsync(office, id, BroadcastStep.Pause);
        await office.WriteAsync(FirstHead, "меню");
        var news = await office.NewsAsync();

        await office.SendAsync();

        Assert.Contains(news, n => n.Peer == FirstHead && n.Content is Outgoing.Text { Body: not Words });
        Assert.Equal(0, await WaitingAsync(office));
        await RunAsync(office);
        Assert.Equal((2, 0, BroadcastState.Paused), await StandAsync(office, id));
        Assert.All(await FatesAsync(office, id), fate => Assert.Equal(RecipientState.Waiting, fate.State));

        // The day that was claimed for it was given back.
        await SteerAsync(office, id, BroadcastStep.Resume);
        await RunAsync(office);
        Assert.Equal((2, 2, BroadcastState.Done), await StandAsync(office, id));
        Assert.Equal(0, await CountAsync(office, "select count(*) from outbox_hold"));
        await SteerAsync(office, id, BroadcastStep.Cancel);
        Assert.Equal(BroadcastState.Done, (await StandAsync(office, id)).State);
    }

    [SkippableFact]
    public async Task What_is_cancelled_ends_unsent_and_is_called_so()
    {
        await using var office = await OpenAsync(heads: 3);
        var id = await PlanAsync(office, Words);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await office.BroadcastAsync();
        await office.BroadcastAsync();
        await SteerAsync(office, id, BroadcastStep.Cancel);
        await office.SendAsync();
        await office.BroadcastAsync();
        await office.BroadcastAsync();

        Assert.All(await FatesAsync(office, id), fate => Assert.Equal(RecipientState.Cancelled, fate.State));
        Assert.Equal(0, await WaitingAsync(office));
        Assert.Equal(0, await CountAsync(office, "select count(*) from outbox_hold"));
        Assert.Equal(3, await CountAsync(office, $"select count(*) from outbox_done where fate = {(int)Fate.Cancelled}"));
    }

    [SkippableFact]
    public async Task Of_a_message_that_may_have_gone_before_it_was_cancelled_VK_is_asked()
    {
        await using var office = await OpenAsync(heads: 1);
        var id = await PlanAsync(office, Words);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await office.BroadcastAsync();
        await office.BroadcastAsync();
        await SteerAsync(office, id, BroadcastStep.Cancel);

        // A sender that took the lead after it was written can't know what the one before had begun.
        var row = (await office.Get<OutboxStore>().DueAsync(10, [], unasked: true, office.Clock.GetUtcNow().AddSeconds(1), default)).Single(r => r.Purpose == SendPurpose.Broadcast);

        Assert.True(row is { Cancelled: true, Uncertain: true });
        Assert.Null(SendPolicy.BeforeAttempt(row, unreachable: false, office.Clock.GetUtcNow()));
        Assert.True(SendPolicy.MustBeLookedFor(row, office.Clock.GetUtcNow()));
    }

    [SkippableFact]
    public async Task Who_says_stop_after_it_was_planned_is_left_out()
    {
        await using var office = await OpenAsync(heads: 2);
        var id = await PlanAsync(office, Words);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await office.BroadcastAsync();
        await office.WriteAsync(FirstHead, "стоп");
        await RunAsync(office);

        Assert.Equal([FirstHead + 1], await ToldAsync(office, Words));
        Assert.Equal([RecipientState.Muted, RecipientState.Sent], (await FatesAsync(office, id)).Select(f => f.State));
    }

    [SkippableFact]
    public async Task Who_says_stop_while_it_waits_in_the_outbox_does_not_get_it()
    {
        await using var office = await OpenAsync(heads: 2);
        var id = await PlanAsync(office, Words);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await office.BroadcastAsync();
        await office.BroadcastAsync();
        Assert.Equal(2, await WaitingAsync(office));
        await office.WriteAsync(FirstHead, "стоп");
        await RunAsync(office);

        Assert.Equal([RecipientState.Muted, RecipientState.Sent], (await FatesAsync(office, id)).Select(f => f.State));
        await office.WriteAsync(FirstHead, "старт");
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 10:00"));
        var again = await PlanAsync(office, Words);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync(office);
        Assert.Equal((2, 2, BroadcastState.Done), await StandAsync(office, again));
    }

    [SkippableFact]
    public async Task What_did_not_go_out_by_the_evening_claims_the_next_day_anew()
    {
        await using var office = await OpenAsync(heads: 2);
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-17 19:55"));
        var id = await PlanAsync(office, Words);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await office.BroadcastAsync();
        await office.BroadcastAsync();
        Assert.Equal(2, await WaitingAsync(office));

        // The sender hands back what it may not send, as it does when the hours end.
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-17 20:00"));
        await office.SendAsync(row => row.Purpose == SendPurpose.Broadcast ? SendPolicy.HandedBack(row with { Held = true })! : new SendVerdict.Finished(row, Fate.Sent));
        await office.BroadcastAsync();
        Assert.Equal(0, await CountAsync(office, "select count(*) from unasked_day"));

        // On the next day the reminder comes first, and the broadcast on the day after.
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-18 09:00"));
        Assert.Equal(2, await office.RemindAsync());
        await RunAsync(office);
        Assert.Equal((2, 0, BroadcastState.Running), await StandAsync(office, id));
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-19 08:00"));
        await RunAsync(office);
        Assert.Equal((2, 2, BroadcastState.Done), await StandAsync(office, id));
    }

    [SkippableFact]
    public async Task What_is_taken_back_before_it_begins_leaves_nothing_behind()
    {
        await using var office = await OpenAsync(heads: 1);
        var id = await PlanAsync(office, Words);
        await SteerAsync(office, id, BroadcastStep.Cancel);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync(office);

        Assert.Equal((0, 0, BroadcastState.Cancelled), await StandAsync(office, id));
        Assert.Equal(0, await CountAsync(office, "select count(*) from outbox_hold"));
    }

    [SkippableFact]
    public async Task Who_has_nothing_left_is_not_told_what_is_left()
    {
        await using var office = await OpenAsync(heads: 2);
        var school = await office.Database.ReadAsync((db, token) => db.GetTable<InstitutionRecord>().OrderBy(i => i.Id).Select(i => i.Id).FirstAsync(token), default);
        await office.Database.InTransactionAsync(
            async (db, token) =>
            {
                foreach (var line in OfficeStage.Orders.LinesFor("МОУ"))
                {
                    await office.Get<LineDecisionStore>().ChangeAsync(db, OfficeStage.Specialist, new ReportLine(school, line.Key.Order, line.Key.Point), null, token);
                }
            },
            default);
        var id = await PlanAsync(office, "Осталось {осталось}");
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync(office);

        Assert.Equal([RecipientState.Settled, RecipientState.Sent], (await FatesAsync(office, id)).Select(f => f.State));
        Assert.Equal(1, await CountAsync(office, "select count(*) from unasked_day"));
    }

    [SkippableFact]
    public async Task A_second_attempt_to_make_up_for_it_leaves_out_whom_the_first_one_reached()
    {
        await using var office = await OpenAsync(heads: 3);
        office.Vk.Refusing[FirstHead + 1] = 902;
        office.Vk.Refusing[FirstHead + 2] = 902;
        var id = await PlanAsync(office, Words);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync(office);
        office.Vk.Refusing.Remove(FirstHead + 1);
        foreach (var day in (string[])["2024-04-16 10:00", "2024-04-17 10:00"])
        {
            await office.ArriveAsync(FirstHead + 1, FirstHead + 1, new Incoming.Consent(Allowed: true));
            await office.ArriveAsync(FirstHead + 2, FirstHead + 2, new Incoming.Consent(Allowed: true));
            await office.NewsAsync();
            office.Clock.SetUtcNow(OfficeClock.Parse(day));
            await PlanAsync(office, Words, $"unreached;{id}");
            office.Clock.Advance(TimeSpan.FromMinutes(2));
            await RunAsync(office);
        }

        Assert.Equal(1, await CountAsync(office, $"select count(*) from outbox_done where purpose = {(int)SendPurpose.Broadcast} and fate = {(int)Fate.Sent} and peer_id = {FirstHead + 1}"));
        Assert.Equal(1, await CountAsync(office, $"select count(*) from outbox_done where purpose = {(int)SendPurpose.Broadcast} and fate = {(int)Fate.Sent} and peer_id = {FirstHead}"));
    }

    [SkippableFact]
    public async Task A_draft_is_sent_once_and_only_by_a_specialist()
    {
        await using var office = await OpenAsync(heads: 1);
        var effects = office.Get<BroadcastEffects>();
        var plan = new Effect.PlanBroadcast("draft", "all;", Words, "", false, null);
        await office.Database.InTransactionAsync((db, token) => effects.CarryOutAsync(db, OfficeStage.Specialist, plan, token), default);
        await office.Database.InTransactionAsync((db, token) => effects.CarryOutAsync(db, OfficeStage.Specialist, plan, token), default);
        await Assert.ThrowsAsync<RefusedEffectException>(
            () => office.Database.InTransactionAsync((db, token) => effects.CarryOutAsync(db, FirstHead, plan with { Draft = "forged" }, token), default));
        await Assert.ThrowsAsync<RefusedEffectException>(
            () => office.Database.InTransactionAsync((db, token) => effects.CarryOutAsync(db, OfficeStage.Specialist, plan with { Audience = "nobody" }, token), default));

        Assert.Equal(1, await CountAsync(office, "select count(*) from broadcast"));
        Assert.Equal(1, await CountAsync(office, "select count(*) from journal where action = 'broadcast_planned'"));
    }

    [SkippableFact]
    public async Task Another_attempt_goes_to_those_whom_the_first_did_not_reach_and_can_be_reached_now()
    {
        await using var office = await OpenAsync(heads: 3);
        office.Vk.Refusing[FirstHead + 1] = 902;
        var id = await PlanAsync(office, Words);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync(office);
        Assert.Equal((3, 2, BroadcastState.Done), await StandAsync(office, id));
        Assert.Equal(902, (await FatesAsync(office, id))[1].Code);

        office.Vk.Refusing.Clear();
        await office.ArriveAsync(FirstHead + 1, FirstHead + 1, new Incoming.Consent(Allowed: true));
        await office.NewsAsync();
        office.Clock.SetUtcNow(OfficeClock.Parse("2024-04-16 10:00"));
        var again = await PlanAsync(office, Words, $"unreached;{id}");
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync(office);

        Assert.Equal([FirstHead + 1], await ToldAsync(office, Words));
        Assert.Equal((1, 1, BroadcastState.Done), await StandAsync(office, again));
    }

    [SkippableFact]
    public async Task Who_has_read_and_answered_is_told()
    {
        await using var office = await OpenAsync(heads: 3);
        var id = await PlanAsync(office, Words);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync(office);
        office.Vk.ReadUpTo[FirstHead] = long.MaxValue;
        office.Vk.ReadUpTo[FirstHead + 1] = 0;
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.WriteAsync(FirstHead + 2, "спасибо");
        await SteerAsync(office, id, BroadcastStep.Refresh);
        await office.BroadcastAsync();

        Assert.Equal([(true, false), (false, false), (false, true)], (await FatesAsync(office, id)).Select(f => (f.Read, f.Answered)));
    }

    [SkippableFact]
    public async Task An_audience_is_a_question_that_is_asked_when_it_is_sent()
    {
        await using var office = await OpenAsync(heads: 2);
        await PlanAsync(office, Words, "list;open;l=223-09/1.1.a");
        await office.WriteAsync(FirstHead, "1.1а № 12-од от 10.04.2024", withPhoto: true);
        await office.WriteAsync(FirstHead, "отправить");
        await office.NewsAsync();
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync(office);

        Assert.Equal([FirstHead + 1], await ToldAsync(office, Words));
    }

    [SkippableFact]
    public async Task Variables_say_to_each_what_is_his()
    {
        await using var office = await OpenAsync(heads: 2);
        await office.WriteAsync(FirstHead, "1.1а № 12-од от 10.04.2024", withPhoto: true);
        await office.WriteAsync(FirstHead, "отправить");
        await office.NewsAsync();
        await PlanAsync(office, "{Учреждение}: {осталось}, до {срок}");
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await office.BroadcastAsync();
        await office.BroadcastAsync();

        var told = (await office.NewsAsync()).Where(n => n.Content is Outgoing.Text { Body: var body } && body.Contains("до 19 апреля", StringComparison.Ordinal)).ToDictionary(n => n.Peer, n => ((Outgoing.Text)n.Content).Body);
        Assert.Equal("МОУ «Школа № 1»: 1.1б, 1.1в, 1.2, 1.2а, 1.2б, 1.2в, 1.2г, 1.3, 1.4, до 19 апреля", told[FirstHead]);
        Assert.StartsWith("МОУ «Школа № 2»: 1.1а, 1.1б", told[FirstHead + 1], StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Equal_words_go_under_one_random_id_and_different_ones_do_not()
    {
        await using var office = await OpenAsync(heads: 3);
        await PlanAsync(office, Words);
        await PlanAsync(office, "{учреждение}", urgent: true);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await office.BroadcastAsync();
        await office.BroadcastAsync();

        var ids = await office.Database.ReadAsync(
            (db, token) => db.GetTable<OutboxRecord>().Where(m => m.Purpose == SendPurpose.Broadcast).Select(m => new { m.BroadcastId, m.RandomId }).ToListAsync(token), default);
        Assert.Equal([1, 3], ids.GroupBy(i => i.BroadcastId).Select(g => g.Count(i => i.RandomId is not null) == 3 ? g.DistinctBy(i => i.RandomId).Count() : g.Count(i => i.RandomId is null)).Order());
    }

    [SkippableFact]
    public async Task What_is_old_is_forgotten_in_short_deletes()
    {
        await using var office = await OpenAsync(heads: 3);
        await PlanAsync(office, Words);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync(office);
        Task<int> DeleteAsync(int most) => office.Database.InTransactionAsync((db, token) => BroadcastStore.DeleteOldAsync(db, office.Clock.GetUtcNow(), most, token), default);

        Assert.Equal(0, await DeleteAsync(10));
        office.Clock.Advance(TimeSpan.FromDays(401));
        Assert.Equal(2, await DeleteAsync(2));
        Assert.Equal(2, await DeleteAsync(2));
        Assert.Equal(0, await DeleteAsync(2));
    }

    private async Task<OfficeStage> OpenAsync(int heads)
    {
        var office = new OfficeStage(await fixture.CreateAsync(), OfficeClock.Parse("2024-04-15 10:00"));
        for (var i = 0; i < heads; i++)
        {
            var code = $"{(char)('A' + (i / 20))}{(char)('P' + (i / 7 % 3))}{(char)('A' + (i % 7))}H2345{(char)('A' + (i % 7))}"[..8];
            await office.AddInstitutionAsync($"МОУ «Школа № {i + 1}»", "МОУ", code);
            foreach (var text in (string[])["привет", "да", code, "да"])
            {
                await office.WriteAsync(FirstHead + i, text);
            }
        }

        await office.NewsAsync();
        await office.SendAsync();
        return office;
    }

    private static IEnumerable<long> Heads(int count) => Enumerable.Range(0, count).Select(i => FirstHead + i);

    private int _drafts;

    private async Task<long> PlanAsync(OfficeStage office, string words, string audience = "all;", bool urgent = false)
    {
        await office.Database.InTransactionAsync(
            (db, token) => office.Get<BroadcastEffects>().CarryOutAsync(db, OfficeStage.Specialist, new Effect.PlanBroadcast($"d{++_drafts}", audience, words, "", urgent, null), token), default);
        return await office.Database.ReadAsync(async (db, token) => (await office.Get<BroadcastStore>().LastAsync(db, 1, null, token))[0].Broadcast.Id, default);
    }

    private static Task<IReadOnlyList<NewOutgoing>> SteerAsync(OfficeStage office, long id, BroadcastStep step) => office.Database.InTransactionAsync(
        (db, token) => office.Get<BroadcastEffects>().CarryOutAsync(db, OfficeStage.Specialist, new Effect.SteerBroadcast(id, step), token), default);

    /// <summary>Begins, feeds, sends and ends all that can be.</summary>
    private static async Task RunAsync(OfficeStage office)
    {
        for (var look = 0; look < 4; look++)
        {
            await office.BroadcastAsync();
            if (office.Get<Gate>().IsOpen)
            {
                await office.SendAsync();
            }
        }
    }

    private static async Task<(int Total, int Sent, string State)> StandAsync(OfficeStage office, long id)
    {
        var (broadcast, count) = await office.Database.ReadAsync(async (db, token) => (await office.Get<BroadcastStore>().LastAsync(db, 0, $"{id}", token)).First(b => b.Broadcast.Id == id), default);
        return (count.Total, count.Sent, broadcast.State);
    }

    private static Task<IReadOnlyList<RecipientFate>> FatesAsync(OfficeStage office, long id) =>
        office.Database.ReadAsync((db, token) => office.Get<BroadcastStore>().FatesAsync(db, id, [], 1_000, token), default);

    /// <summary>Whose message with these words is in the ledger, sent or not.</summary>
    private static async Task<IReadOnlyList<long>> ToldAsync(OfficeStage office, string words) => await office.Database.ReadAsync(
        async (db, token) => (IReadOnlyList<long>)[
            .. from row in await db.GetTable<OutboxRecord>().Where(m => m.Purpose == SendPurpose.Broadcast).Select(m => new { m.PeerId, m.Content }).ToListAsync(token)
               where MessagingJson.ReadOutgoing(row.Content) is Outgoing.Text text && text.Body == words
               select row.PeerId,
            .. from row in await db.GetTable<OutboxDoneRecord>().Where(m => m.Purpose == SendPurpose.Broadcast && m.FinishedAt > office.Clock.GetUtcNow().AddHours(-1)).Select(m => new { m.PeerId, m.Content }).ToListAsync(token)
               where MessagingJson.ReadOutgoing(row.Content) is Outgoing.Text text && text.Body == words
               select row.PeerId],
        default);

    private static Task<int> WaitingAsync(OfficeStage office) => CountAsync(office, $"select count(*) from outbox where purpose = {(int)SendPurpose.Broadcast}");

    private static Task<int> CountAsync(OfficeStage office, string sql) => office.Database.ReadAsync((db, token) => db.ExecuteAsync<int>(sql, token), default);
}

public sealed class BroadcastsOnSqlite(SqliteFixture fixture) : BroadcastSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class BroadcastsOnPostgreSql(PostgreSqlFixture fixture) : BroadcastSuite(fixture), IClassFixture<PostgreSqlFixture>;
