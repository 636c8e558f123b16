using LinqToDB;
using LinqToDB.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Sferum.Bot.Messaging;
using Sferum.Bot.Messaging.Troubles;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Panel;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Turns;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Turns;

/// <summary>What the administrator hears in VK when something is wrong with the bot, from the real signs to his chat.</summary>
public abstract class TroubleSuite(DatabaseFixture fixture)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [SkippableFact]
    public async Task An_event_put_aside_is_told_once_and_its_end_too()
    {
        await using var site = await OpenAsync();
        await site.WriteAsync((db, token) => db.InsertWithInt64IdentityAsync(
            new DeadLetterRecord { EventId = "a", PeerId = PanelSite.Director, PersonId = PanelSite.Director, Content = "{}", Reason = "test", ReceivedAt = PanelSite.Start, FailedAt = PanelSite.Start }, token: token));

        await LookAsync(site);
        await site.HeardAsync(PanelSite.Administrator, "Бот не смог ответить на 1 сообщение.");
        await PassAsync(site, 10);
        await site.WriteAsync((db, token) => db.GetTable<DeadLetterRecord>().Set(letter => letter.ReplayedAt, site.Vk.Clock.GetUtcNow()).UpdateAsync(token));
        await PassAsync(site, 5);

        await site.HeardAsync(PanelSite.Administrator, "Неотвеченных сообщений больше нет. Это было с 09:00, 15 апреля.");
        Assert.Equal(2, Told(site).Count);
    }

    [SkippableFact]
    public async Task Little_room_on_the_disk_is_told_to_all_administrators_and_to_nobody_else()
    {
        await using var site = await OpenAsync(("Office__Administrators__1", $"{PanelSite.Nobody}"));
        site.Get<IOptions<TroubleOptions>>().Value.FreeMegabytes = int.MaxValue;

        await LookAsync(site);

        await site.HeardAsync(PanelSite.Administrator, "На диске бота осталось");
        await site.HeardAsync(PanelSite.Nobody, "На диске бота осталось");
        Assert.DoesNotContain(site.Vk.People.ChatOf(PanelSite.Specialist).Messages, m => m.Text.Contains("диске", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Answers_that_VK_does_not_take_are_told_of_when_it_does_again()
    {
        await using var site = await OpenAsync();
        // The look through the dialogs at the first start is one call too: refused, it is tried again before anything is heard.
        await UntilAsync(
            site, async () => await site.WriteAsync((db, token) => db.ExecuteAsync<long>("select count(*) from stream_cursor", token)) > 0, "the stream was not begun");
        site.Vk.Host.Faults = [new FaultRule("messages.send", new Fault.ErrorCode(5)), new FaultRule("execute", new Fault.ErrorCode(5))];
        site.Vk.People.Write(PanelSite.Director, "привет");
        await UntilAsync(
            site,
            async () => await site.WriteAsync((db, token) => db.ExecuteAsync<long>("select count(*) from outbox where code = 5", token)) > 0,
            "no message met the refusal");
        await PassAsync(site, 7);
        site.Vk.Host.Faults = [];
        await UntilAsync(site, () => Told(site).Any(text => text.Contains("больше не задерживаются", StringComparison.Ordinal)), "its end was not told");
        await PassAsync(site, 5);

        await site.HeardAsync(PanelSite.Administrator, "ВКонтакте не принимает ключ доступа или ему не хватает прав (ошибка 5)");
        await site.HeardAsync(PanelSite.Administrator, "ВКонтакте снова принимает ключ доступа.");
        await site.HeardAsync(PanelSite.Administrator, "Ответы людям задерживаются");
        await site.HeardAsync(PanelSite.Administrator, "Ответы людям больше не задерживаются.");
        Assert.Equal(4, Told(site).Count);
    }

    [SkippableFact]
    public async Task A_bot_that_does_not_hear_VK_tells_so_and_that_it_hears_again()
    {
        await using var site = await OpenAsync();
        site.Vk.Host.Faults = [new FaultRule("longpoll", new Fault.Http(502)), new FaultRule("groups.getLongPollServer", new Fault.Http(502))];

        // Silence is measured by a timer, which no clock that is set moves.
        site.Get<IOptions<TroubleOptions>>().Value.PollSilence = TimeSpan.FromSeconds(5);
        await UntilAsync(site, () => Told(site).Count > 0, "nothing was told");
        site.Vk.Host.Faults = [];
        await UntilAsync(site, () => Told(site).Count > 1, "its end was not told");

        Assert.Contains("Бот не слышит ВКонтакте с ", Told(site)[0], StringComparison.Ordinal);
        Assert.Contains("Бот снова слышит ВКонтакте.", Told(site)[1], StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_disk_that_cannot_be_looked_at_hides_no_other_trouble()
    {
        await using var site = await OpenAsync(("Alerts__FreeMegabytes", "1"));
        site.Get<IOptions<StorageOptions>>().Value.FilesPath = "no\0place";
        await site.WriteAsync((db, token) => db.InsertWithInt64IdentityAsync(
            new DeadLetterRecord { EventId = "a", PeerId = PanelSite.Director, PersonId = PanelSite.Director, Content = "{}", Reason = "test", ReceivedAt = PanelSite.Start, FailedAt = PanelSite.Start }, token: token));

        await LookAsync(site);

        await site.HeardAsync(PanelSite.Administrator, "Бот не смог ответить на 1 сообщение.");
    }

    [SkippableFact]
    public async Task Nobody_is_told_where_that_is_not_wished()
    {
        await using var site = await OpenAsync(("Alerts__Enabled", "false"));
        site.Get<IOptions<TroubleOptions>>().Value.FreeMegabytes = int.MaxValue;

        await LookAsync(site);

        Assert.Equal(1, await site.WriteAsync((db, token) => db.ExecuteAsync<long>("select count(*) from trouble where is_told = true", token)));
        Assert.Equal(0, await site.WriteAsync((db, token) => db.ExecuteAsync<long>("select count(*) from outbox", token)));
        Assert.Empty(Told(site));
    }

    private async Task<PanelSite> OpenAsync(params (string Name, string Value)[] settings)
    {
        var site = await PanelSite.StartAsync(fixture, [("Alerts__FreeMegabytes", "0"), ("Alerts__PollSilence", "1.00:00:00"), .. settings]);
        site.Vk.People.Add("Олег", "Условный", "администратор", PanelSite.Administrator, canMessage: true);
        site.Vk.People.Add("Нина", "Условная", "второй администратор", PanelSite.Nobody, canMessage: true);
        await Eventually.TrueAsync(
            () => site.Get<Leadership>().StateOf(LeaderRole.Scheduler) == LeadState.Leading, () => "nobody leads");
        return site;
    }

    /// <summary>Minutes pass, not so fast that what the bot does in a moment takes it hours.</summary>
    private static Task UntilAsync(PanelSite site, Func<bool> condition, string otherwise) => UntilAsync(site, () => Task.FromResult(condition()), otherwise);

    private static Task UntilAsync(PanelSite site, Func<Task<bool>> condition, string otherwise) => Eventually.TrueAsync(
        async () =>
        {
            await PassAsync(site, 1);
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, CancellationToken.None);
            return await condition();
        },
        () => otherwise,
        Patience);

    private static Task<int> LookAsync(PanelSite site) => site.Get<IEnumerable<IHostedService>>().OfType<TroubleWatch>().Single().LookAsync(CancellationToken.None);

    private static async Task PassAsync(PanelSite site, int minutes)
    {
        for (var i = 0; i < minutes; i++)
        {
            site.Vk.Clock.Advance(TimeSpan.FromMinutes(1));
            await LookAsync(site);
        }
    }

    private static List<string> Told(PanelSite site) => [.. site.Vk.People.ChatOf(PanelSite.Administrator).Messages.Where(m => m.Out).Select(m => m.Text)];
}

public sealed class TroubleOnSqlite(SqliteFixture fixture) : TroubleSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class TroubleOnPostgreSql(PostgreSqlFixture fixture) : TroubleSuite(fixture), IClassFixture<PostgreSqlFixture>;
