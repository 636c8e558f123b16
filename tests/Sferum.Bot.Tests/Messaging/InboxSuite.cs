using Sferum.Bot.Messaging;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Messaging;

public abstract class InboxSuite(DatabaseFixture fixture)
{
    [SkippableFact]
    public async Task The_same_event_is_kept_once()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);

        Assert.Equal(1, await pipeline.StoreAsync(Event("a", 1)));
        Assert.Equal(1, await pipeline.StoreAsync(Event("a", 1), Event("b", 1)));

        var first = Assert.Single(await pipeline.Inbox.ClaimAsync(10, default));
        Assert.Equal("a", first.EventId);
    }

    [SkippableFact]
    public async Task An_event_comes_back_as_it_was_stored()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        var message = new Incoming.Message("Готово 👍", """{"c":"x"}""", "ABCD", [new IncomingAttachment("photo", "photo1_2", "", "https://x/y", 5)], 7, 8);

        await pipeline.StoreAsync(new IncomingEvent("a", 5, 6, message));

        var row = Assert.Single(await pipeline.Inbox.ClaimAsync(10, default));
        var read = Assert.IsType<Incoming.Message>(row.Content);
        Assert.Equal(message with { Attachments = [] }, read with { Attachments = [] });
        Assert.Equal(message.Attachments.Single(), read.Attachments.Single());
        Assert.Equal((5, 6), (row.PeerId, row.PersonId));
        Assert.Equal(pipeline.Clock.GetUtcNow(), row.ReceivedAt);
    }

    [SkippableFact]
    public async Task Events_of_group_chats_come_back_as_they_were_stored()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        Incoming[] contents = [new Incoming.ChatInvite(2_000_000_007), new Incoming.ChatWord("уйди"), new Incoming.ChatKick()];

        await pipeline.StoreAsync([.. contents.Select((content, i) => new IncomingEvent($"e{i}", 2_000_000_001 + i, 6, content))]);

        Assert.Equal(contents, (await pipeline.Inbox.ClaimAsync(10, default)).OrderBy(row => row.PeerId).Select(row => row.Content));
    }

    [SkippableFact]
    public async Task The_cursor_is_stored_with_the_events_and_is_there_after_a_restart()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        Assert.Null(await pipeline.Inbox.PositionAsync("vk:1", default));

        await pipeline.Inbox.StoreAsync([Event("a", 1)], new StreamCursor("vk:1", "17"), default);
        await pipeline.Inbox.StoreAsync([], new StreamCursor("vk:1", "18"), default);

        Assert.Equal("18", await pipeline.Inbox.PositionAsync("vk:1", default));
    }

    [SkippableFact]
    public async Task Events_of_one_person_come_one_by_one_and_persons_side_by_side()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.StoreAsync(Event("a1", 1), Event("a2", 1), Event("b1", 2));

        var batch = await pipeline.Inbox.ClaimAsync(10, default);

        Assert.Equal(["a1", "b1"], batch.Select(row => row.EventId));
        Assert.Empty(await pipeline.Inbox.ClaimAsync(10, default));
        Assert.True(await pipeline.CompleteAsync(batch[0]));
        Assert.Equal(["a2"], (await pipeline.Inbox.ClaimAsync(10, default)).Select(row => row.EventId));
    }

    [SkippableFact]
    public async Task What_a_killed_worker_had_claimed_comes_back_and_its_late_commit_is_refused()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.StoreAsync(Event("a", 1));
        var lost = Assert.Single(await pipeline.Inbox.ClaimAsync(10, default));

        pipeline.Clock.Advance(InboxStore.Lease);

        var again = Assert.Single(await pipeline.Inbox.ClaimAsync(10, default));
        Assert.True(await pipeline.CompleteAsync(again));
        Assert.False(await pipeline.CompleteAsync(lost));
    }

    [SkippableFact]
    public async Task A_poisoned_event_is_put_aside_after_three_tries_and_the_next_one_goes_on()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.StoreAsync(Event("poison", 1), Event("next", 1));

        for (var attempt = 1; attempt <= InboxStore.AttemptsBeforeDeath; attempt++)
        {
            var row = Assert.Single(await pipeline.Inbox.ClaimAsync(10, default));
            Assert.Equal("poison", row.EventId);
            Assert.Equal(attempt == InboxStore.AttemptsBeforeDeath, await pipeline.Inbox.FailAsync(row, "boom", default));
            pipeline.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal("next", Assert.Single(await pipeline.Inbox.ClaimAsync(10, default)).EventId);
        var letter = Assert.Single(await pipeline.DeadLetters.WaitingAsync(10, default));
        Assert.Equal(("poison", "boom"), (letter.EventId, letter.Reason));
    }

    [SkippableFact]
    public async Task A_failed_event_of_one_person_does_not_delay_the_others()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.StoreAsync(Event("poison", 1), Event("fine", 2));
        await pipeline.Inbox.FailAsync((await pipeline.Inbox.ClaimAsync(1, default)).Single(), "boom", default);

        Assert.Equal("fine", Assert.Single(await pipeline.Inbox.ClaimAsync(10, default)).EventId);
    }

    [SkippableFact]
    public async Task An_event_given_back_is_there_at_once_with_no_attempt_counted()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.StoreAsync(Event("a", 1));

        await pipeline.Inbox.PutBackAsync((await pipeline.Inbox.ClaimAsync(10, default)).Single(), default);

        Assert.Equal(0, Assert.Single(await pipeline.Inbox.ClaimAsync(10, default)).Attempts);
    }

    [SkippableFact]
    public async Task Two_workers_never_hold_the_same_person()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.StoreAsync([.. Enumerable.Range(1, 200).Select(i => Event($"e{i}", i % 50))]);

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => pipeline.Inbox.ClaimAsync(20, default)));

        var peers = claims.SelectMany(rows => rows).Select(row => row.PeerId).ToArray();
        Assert.Equal(peers.Length, peers.Distinct().Count());
        Assert.NotEmpty(peers);
    }

    [SkippableFact]
    public async Task Old_handled_events_are_pruned_and_waiting_ones_are_not()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.StoreAsync(Event("old", 1), Event("waiting", 1));
        await pipeline.CompleteAsync((await pipeline.Inbox.ClaimAsync(1, default)).Single());
        pipeline.Clock.Advance(Housekeeper.Retention + TimeSpan.FromDays(1));

        using var housekeeper = new Housekeeper(pipeline.Database, pipeline.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<Housekeeper>.Instance);
        await housekeeper.PruneAsync(default);

        Assert.Equal("waiting", Assert.Single(await pipeline.Inbox.ClaimAsync(10, default)).EventId);
        Assert.Equal(1, await pipeline.StoreAsync(Event("old", 1)));
    }

    [SkippableFact]
    public async Task Events_and_cursor_are_stored_together_or_not_at_all()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        var broken = new StreamCursor("vk:1", null!); // refused by the database, after the events were written

        await Assert.ThrowsAnyAsync<Exception>(() => pipeline.Inbox.StoreAsync([Event("a", 1)], broken, default));

        Assert.Empty(await pipeline.Inbox.ClaimAsync(10, default));
        Assert.Equal(1, await pipeline.StoreAsync(Event("a", 1)));
    }

    [SkippableFact]
    public async Task A_backlog_is_stored_in_the_order_of_its_arrival_with_repeated_events_kept_once()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        var backlog = Enumerable.Range(0, 1_200).Select(i => Event($"e{i:0000}", i)).ToArray();

        Assert.Equal(1_200, await pipeline.StoreAsync([.. backlog, backlog[7], backlog[1_100]]));

        Assert.Equal(backlog.Select(e => e.EventId), (await pipeline.Inbox.ClaimAsync(2_000, default)).Select(row => row.EventId));
    }

    [SkippableFact]
    public async Task A_dead_letter_is_put_back_once_and_behind_what_came_since()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.StoreAsync(Event("dead", 1), Event("since", 1));
        var dead = Assert.Single(await pipeline.Inbox.ClaimAsync(10, default));
        await pipeline.Database.InTransactionAsync((db, token) => pipeline.Inbox.BuryAsync(db, dead, "unreadable", token), default);
        var letter = Assert.Single(await pipeline.DeadLetters.WaitingAsync(10, default));

        Assert.True(await pipeline.DeadLetters.ReplayAsync(letter.Id, default));
        Assert.False(await pipeline.DeadLetters.ReplayAsync(letter.Id, default));
        Assert.False(await pipeline.DeadLetters.ReplayAsync(letter.Id + 1, default));

        Assert.Empty(await pipeline.DeadLetters.WaitingAsync(10, default));
        foreach (var expected in (string[])["since", "dead"])
        {
            var row = Assert.Single(await pipeline.Inbox.ClaimAsync(10, default));
            Assert.Equal(expected, row.EventId);
            Assert.True(await pipeline.CompleteAsync(row));
        }
    }

    [SkippableFact]
    public async Task The_report_tells_depths_ages_and_the_last_reading()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        var start = pipeline.Clock.GetUtcNow();
        var empty = await new PipelineReport(pipeline.Database).ReadAsync(default);
        await pipeline.Inbox.StoreAsync([Event("a", 1), Event("b", 2)], new StreamCursor("vk:1", "1"), default);
        pipeline.Clock.Advance(TimeSpan.FromMinutes(1));
        await pipeline.Inbox.StoreAsync([Event("c", 3)], new StreamCursor("vk:1", "2"), default);
        await pipeline.EnqueueAsync(new NewOutgoing(1, SendPurpose.Reply, new Outgoing.Text("да", null, [])));

        var state = await new PipelineReport(pipeline.Database).ReadAsync(default);

        Assert.Equal(new PipelineState(0, null, 0, null, 0, null), empty);
        Assert.Equal(new PipelineState(3, start, 1, pipeline.Clock.GetUtcNow(), 0, pipeline.Clock.GetUtcNow()), state);
    }

    private static IncomingEvent Event(string id, long peer) => new(id, peer, peer, new Incoming.Message(id, null, null, [], 1, 1));
}

public sealed class InboxOnSqlite(SqliteFixture fixture) : InboxSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class InboxOnPostgreSql(PostgreSqlFixture fixture) : InboxSuite(fixture), IClassFixture<PostgreSqlFixture>;
