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

        Assert.Equal(["a"], await pipeline.WaitingAsync());
    }

    [SkippableFact]
    public async Task An_event_comes_back_as_it_was_stored()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        var message = new Incoming.Message("Готово 👍", """{"c":"x"}""", "ABCD", [new IncomingAttachment("photo", "photo1_2", "", "https://x/y", 5)], 7, 8);

        await pipeline.StoreAsync(new IncomingEvent("a", 5, 6, message));

        var row = Assert.Single(await pipeline.HandleAsync());
        var read = Assert.IsType<Incoming.Message>(row.Content);
        Assert.Equal(message with { Attachments = [] }, read with { Attachments = [] });
        Assert.Equal(message.Attachments.Single(), read.Attachments.Single());
        Assert.Equal((5, 6), (row.PeerId, row.PersonId));
        Assert.Equal(pipeline.Clock.GetUtcNow(), row.ReceivedAt);
    }

    [SkippableFact]
    public async Task Other_events_come_back_as_they_were_stored()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        Incoming[] contents = [new Incoming.ChatInvite(2_000_000_007), new Incoming.ChatWord("уйди"), new Incoming.ChatKick(), new Incoming.ByHand(7, null), new Incoming.ByHand(8, DateTimeOffset.UnixEpoch)];

        await pipeline.StoreAsync([.. contents.Select((content, i) => new IncomingEvent($"e{i}", 2_000_000_001 + i, 6, content))]);

        Assert.Equal(contents, (await pipeline.HandleAsync()).OrderBy(row => row.PeerId).Select(row => row.Content));
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

        Assert.Equal(["a1", "b1"], (await pipeline.HandleAsync()).Select(row => row.EventId));
        Assert.Equal(["a2"], (await pipeline.HandleAsync()).Select(row => row.EventId));
        Assert.Empty(await pipeline.HandleAsync());
    }

    [SkippableFact]
    public async Task What_a_worker_had_taken_when_it_died_is_free_at_once()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.StoreAsync(Event("a", 1));

        Assert.Equal(["a"], await pipeline.WaitingAsync());
        Assert.Equal(["a"], await pipeline.WaitingAsync());
    }

    [SkippableFact]
    public async Task An_event_is_completed_once()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.StoreAsync(Event("a", 1));
        var row = Assert.Single(await pipeline.HandleAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => pipeline.Database.InTransactionAsync((db, token) => pipeline.Inbox.CompleteAsync(db, [row], token), default));
    }

    [SkippableFact]
    public async Task A_poisoned_event_is_put_aside_and_the_next_one_goes_on()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.StoreAsync(Event("poison", 1), Event("next", 1));

        await pipeline.Database.InTransactionAsync(
            async (db, token) => await pipeline.Inbox.BuryAsync(db, (await pipeline.Inbox.TakeAsync(db, 10, token)).Single(), "boom", token), default);

        Assert.Equal(["next"], await pipeline.WaitingAsync());
        var letter = Assert.Single(await pipeline.DeadLetters.WaitingAsync(10, default));
        Assert.Equal(("poison", "boom"), (letter.EventId, letter.Reason));
    }

    [SkippableFact]
    public async Task A_failed_event_waits_a_moment_and_delays_only_its_person()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.StoreAsync(Event("poison", 1), Event("behind", 1), Event("fine", 2));
        var poison = (await pipeline.Database.ReadAsync((db, token) => pipeline.Inbox.TakeAsync(db, 10, token), default))[0];

        await pipeline.Inbox.FailAsync(poison, default);

        Assert.Equal(["fine"], await pipeline.WaitingAsync());
        pipeline.Clock.Advance(TimeSpan.FromSeconds(1));
        var again = (await pipeline.HandleAsync())[0];
        Assert.Equal(("poison", 1), (again.EventId, again.Attempts));
    }

    [SkippableFact]
    public async Task A_thousand_events_of_one_person_do_not_stand_before_those_of_others()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.StoreAsync([.. Enumerable.Range(1, 1_000).Select(i => Event($"flood{i}", 1)), Event("quiet", 2)]);

        Assert.Equal(["flood1", "quiet"], (await pipeline.HandleAsync(2)).Select(row => row.EventId));
    }

    [SkippableFact]
    public async Task Of_a_flood_a_hundred_are_kept_and_its_writer_is_told_once()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);

        await pipeline.StoreAsync([.. Enumerable.Range(1, 3_000).Select(i => Event($"flood{i}", 1)), Event("quiet", 2)]);
        await pipeline.StoreAsync([.. Enumerable.Range(3_001, 3_000).Select(i => Event($"flood{i}", 1)), Event("quiet2", 2)]);

        var kept = await KeptAsync(pipeline);
        Assert.Equal(["quiet", "quiet2"], kept.Where(row => row.PeerId == 2).Select(row => row.EventId));
        Assert.Equal(Enumerable.Range(1, InboxStore.MostWaiting).Select(i => $"flood{i}"), kept.Where(row => row is { PeerId: 1, Content: Incoming.Message }).Select(row => row.EventId));
        Assert.Single(kept, row => row is { PeerId: 1, Content: Incoming.TooMany });
    }

    [SkippableFact]
    public async Task What_the_bot_has_no_use_for_does_not_take_the_place_of_words()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);

        await pipeline.StoreAsync([.. Enumerable.Range(1, 2 * InboxStore.MostWaiting).Select(i => new IncomingEvent($"seen{i}", 1, 1, new Incoming.Other("message_read"))), Event("words", 1)]);

        var kept = await KeptAsync(pipeline);
        Assert.Equal(InboxStore.MostWaiting / 2, kept.Count(row => row.Content is Incoming.Other));
        Assert.Contains(kept, row => row.EventId == "words");
        Assert.DoesNotContain(kept, row => row.Content is Incoming.TooMany);
    }

    [SkippableFact]
    public async Task Answers_that_wait_count_with_the_flood_and_once_they_are_sent_he_is_heard_again()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.EnqueueAsync([.. Enumerable.Range(1, InboxStore.MostWaiting).Select(i => new NewOutgoing(1, SendPurpose.Reply, new Outgoing.Text($"{i}", null, [])))]);

        await pipeline.StoreAsync(Event("lost", 1));
        Assert.IsType<Incoming.TooMany>(Assert.Single(await pipeline.HandleAsync()).Content);
        await pipeline.StoreAsync(Event("lost too", 1));
        Assert.Empty(await pipeline.HandleAsync());

        await pipeline.Database.InTransactionAsync((db, token) => (Task)LinqToDB.LinqExtensions.DeleteAsync(LinqToDB.DataExtensions.GetTable<OutboxRecord>(db), token), default);
        await pipeline.StoreAsync(Event("heard", 1));
        Assert.Equal(["heard"], await pipeline.WaitingAsync());
    }

    [SkippableFact]
    public async Task What_the_bot_has_to_know_of_a_flooder_is_kept_in_any_case()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.StoreAsync([.. Enumerable.Range(1, 200).Select(i => Event($"flood{i}", 1))]);

        await pipeline.StoreAsync(
            new IncomingEvent("no", 1, 1, new Incoming.Consent(false)),
            new IncomingEvent("invite", 1, 1, new Incoming.ChatInvite(2_000_000_007)),
            new IncomingEvent("hand", 1, 9, new Incoming.ByHand(7, null)));

        Assert.Equal(["no", "invite", "hand"], (await KeptAsync(pipeline)).Where(row => row.Content is not (Incoming.Message or Incoming.TooMany)).Select(row => row.EventId));
    }

    [SkippableFact]
    public async Task Who_came_first_is_taken_first_when_more_wait_than_a_batch_holds()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.StoreAsync([.. Enumerable.Range(1, 30).Select(i => Event($"e{i:00}", 31 - i)), Event("again", 30)]);

        Assert.Equal(Enumerable.Range(1, 10).Select(i => $"e{i:00}"), (await pipeline.HandleAsync(10)).Select(row => row.EventId));
        Assert.Equal(Enumerable.Range(11, 20).Select(i => $"e{i:00}").Append("again"), await pipeline.WaitingAsync(30));
    }

    [SkippableFact]
    public async Task A_flood_in_small_pieces_is_limited_too()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        for (var i = 1; i <= 120; i++)
        {
            await pipeline.StoreAsync(Event($"flood{i}", 1));
        }

        var kept = await KeptAsync(pipeline);
        Assert.Equal(InboxStore.MostWaiting, kept.Count(row => row.Content is Incoming.Message));
        Assert.Single(kept, row => row.Content is Incoming.TooMany);
    }

    [SkippableFact]
    public async Task Who_is_answered_as_he_writes_never_gets_to_the_limit()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        for (var i = 1; i <= 3 * InboxStore.MostWaiting; i++)
        {
            Assert.Equal(1, await pipeline.StoreAsync(Event($"word{i}", 1)));
            Assert.IsType<Incoming.Message>(Assert.Single(await pipeline.HandleAsync()).Content);
        }
    }

    [SkippableFact]
    public async Task Two_workers_never_hold_the_same_person()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.StoreAsync([.. Enumerable.Range(1, 200).Select(i => Event($"e{i}", i % 50))]);
        var held = new System.Collections.Concurrent.ConcurrentDictionary<long, int>();
        var handled = new System.Collections.Concurrent.ConcurrentQueue<InboxRow>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(WorkAsync)));

        Assert.Equal(200, handled.Count);
        Assert.All(handled.GroupBy(row => row.PeerId), person => Assert.Equal(person.Select(row => row.Id).Order(), person.Select(row => row.Id)));

        async Task WorkAsync()
        {
            while (handled.Count < 200)
            {
                await pipeline.Database.InTransactionAsync(
                    async (db, token) =>
                    {
                        var rows = await pipeline.Inbox.TakeAsync(db, 20, token);
                        Assert.All(rows, row => Assert.Equal(1, held.AddOrUpdate(row.PeerId, 1, (_, count) => count + 1)));
                        await pipeline.Inbox.CompleteAsync(db, rows, token);
                        foreach (var row in rows)
                        {
                            handled.Enqueue(row);
                            held.AddOrUpdate(row.PeerId, 0, (_, count) => count - 1);
                        }
                    },
                    default);
            }
        }
    }

    [SkippableFact]
    public async Task Ids_of_old_events_are_pruned_and_waiting_events_are_not()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.StoreAsync(Event("old", 1), Event("waiting", 1));
        await pipeline.HandleAsync(1);
        Assert.Equal(0, await pipeline.StoreAsync(Event("old", 1)));
        pipeline.Clock.Advance(Housekeeper.EventRetention + TimeSpan.FromDays(1));

        await pipeline.PruneAsync();

        Assert.Equal(["waiting"], await pipeline.WaitingAsync());
        Assert.Equal(1, await pipeline.StoreAsync(Event("old", 1)));
    }

    [SkippableFact]
    public async Task Received_messages_are_told_from_those_that_are_missing()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.StoreAsync(Event("old", 1, message: 1));
        pipeline.Clock.Advance(TimeSpan.FromMinutes(1));
        var since = pipeline.Clock.GetUtcNow();
        await pipeline.StoreAsync(Event("a", 1, message: 2), new IncomingEvent("c", 1, 1, new Incoming.Consent(true)), Event($"{InboxStore.FoundPrefix}1:3", 1, message: 3));

        Assert.Equal([new MessageKey(1, 2), new MessageKey(1, 3)], (await pipeline.Inbox.ReceivedAsync(since, default)).OrderBy(m => m.ConversationMessageId));
        Assert.Equal([new MessageKey(1, 3)], await pipeline.Inbox.FoundAsync(since, default));
    }

    [SkippableFact]
    public async Task Events_and_cursor_are_stored_together_or_not_at_all()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        var broken = new StreamCursor("vk:1", null!); // refused by the database, after the events were written

        await Assert.ThrowsAnyAsync<Exception>(() => pipeline.Inbox.StoreAsync([Event("a", 1)], broken, default));

        Assert.Empty(await pipeline.WaitingAsync());
        Assert.Equal(1, await pipeline.StoreAsync(Event("a", 1)));
    }

    [SkippableFact]
    public async Task A_backlog_is_stored_in_the_order_of_its_arrival_with_repeated_events_kept_once()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        var backlog = Enumerable.Range(0, 1_200).Select(i => Event($"e{i:0000}", i)).ToArray();

        Assert.Equal(1_200, await pipeline.StoreAsync([.. backlog, backlog[7], backlog[1_100]]));

        Assert.Equal(backlog.Select(e => e.EventId), await pipeline.WaitingAsync(2_000));
    }

    [SkippableFact]
    public async Task A_dead_letter_is_put_back_once_and_behind_what_came_since()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.StoreAsync(Event("dead", 1), Event("since", 1));
        await pipeline.Database.InTransactionAsync(
            async (db, token) => await pipeline.Inbox.BuryAsync(db, (await pipeline.Inbox.TakeAsync(db, 10, token)).Single(), "unreadable", token), default);
        var letter = Assert.Single(await pipeline.DeadLetters.WaitingAsync(10, default));

        Assert.True(await pipeline.DeadLetters.ReplayAsync(letter.Id, default));
        Assert.False(await pipeline.DeadLetters.ReplayAsync(letter.Id, default));
        Assert.False(await pipeline.DeadLetters.ReplayAsync(letter.Id + 1, default));

        Assert.Empty(await pipeline.DeadLetters.WaitingAsync(10, default));
        foreach (var expected in (string[])["since", "dead"])
        {
            Assert.Equal(expected, Assert.Single(await pipeline.HandleAsync()).EventId);
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

    private static async Task<List<InboxRow>> KeptAsync(Pipeline pipeline)
    {
        var kept = new List<InboxRow>();
        while (await pipeline.HandleAsync() is { Count: > 0 } rows)
        {
            kept.AddRange(rows);
        }

        return [.. kept.OrderBy(row => row.Id)];
    }

    private static IncomingEvent Event(string id, long peer, long message = 1) => new(id, peer, peer, new Incoming.Message(id, null, null, [], 1, message));
}

public sealed class InboxOnSqlite(SqliteFixture fixture) : InboxSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class InboxOnPostgreSql(PostgreSqlFixture fixture) : InboxSuite(fixture), IClassFixture<PostgreSqlFixture>;
