using System.Collections.Immutable;
using Sferum.Bot.Messaging;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Messaging;

public abstract class OutboxSuite(DatabaseFixture fixture)
{
    [SkippableFact]
    public async Task A_message_waits_until_the_one_before_it_has_its_fate()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        var transport = new ScriptedTransport(_ => new SendOutcome.Sent(1, 1));
        await pipeline.EnqueueAsync(Text(1, "один"), Text(1, "два"), Text(2, "другому"));
        using var sender = pipeline.Sender(transport);

        Assert.Equal(2, await sender.SendDueAsync(default));
        Assert.Equal(1, await sender.SendDueAsync(default));
        Assert.Equal(0, await sender.SendDueAsync(default));
        Assert.Equal(["один", "другому", "два"], transport.Sent.Select(row => ((Outgoing.Text)row.Content).Body));
    }

    [SkippableFact]
    public async Task A_passing_fault_is_tried_again_with_the_same_random_id_and_holds_back_the_next()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        var attempts = 0;
        var transport = new ScriptedTransport(_ => ++attempts < 3 ? new SendOutcome.Retry(10, "internal", true) : new SendOutcome.Sent(1, 1));
        await pipeline.EnqueueAsync(Text(1, "один"), Text(1, "два"));
        using var sender = pipeline.Sender(transport);

        for (var i = 0; i < 4; i++)
        {
            await sender.SendDueAsync(default);
            pipeline.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Equal(["один", "один", "один", "два"], transport.Sent.Select(row => ((Outgoing.Text)row.Content).Body));
        Assert.Single(transport.Sent.Take(3).Select(row => row.RandomId).Distinct());
        Assert.NotEqual(transport.Sent[2].RandomId, transport.Sent[3].RandomId);
        Assert.True(transport.Sent[2].Uncertain);
    }

    [SkippableFact]
    public async Task A_person_out_of_reach_gets_replies_tried_but_no_notices()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.StoreAsync(new IncomingEvent("e", 1, 1, new Incoming.Other("x")));
        var transport = new ScriptedTransport(_ => new SendOutcome.Unreachable(901, "no permission"));
        await pipeline.EnqueueAsync(Text(1, "ответ"), Text(1, "новость", SendPurpose.Notice), Text(1, "ещё ответ"));
        using var sender = pipeline.Sender(transport);

        while (await sender.SendDueAsync(default) > 0)
        {
            // Each round takes one row of the peer.
        }

        Assert.Equal(["ответ", "ещё ответ"], transport.Sent.Select(row => ((Outgoing.Text)row.Content).Body));
    }

    [SkippableFact]
    public async Task A_refused_keyboard_is_left_out_once()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        var transport = new ScriptedTransport(row => row.WithoutKeyboard ? new SendOutcome.Sent(1, 1) : new SendOutcome.KeyboardRefused(911, "path"));
        await pipeline.EnqueueAsync(Text(1, "один"));
        using var sender = pipeline.Sender(transport);

        await sender.SendDueAsync(default);
        await sender.SendDueAsync(default);

        Assert.Equal([false, true], transport.Sent.Select(row => row.WithoutKeyboard));
        Assert.Equal(0, await sender.SendDueAsync(default));
    }

    [SkippableFact]
    public async Task A_row_that_a_killed_sender_held_comes_back_as_uncertain()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.EnqueueAsync(Text(1, "один"));
        var lost = Assert.Single(await pipeline.Outbox.ClaimAsync(10, default));
        Assert.Empty(await pipeline.Outbox.ClaimAsync(10, default));

        pipeline.Clock.Advance(OutboxStore.Lease);

        var again = Assert.Single(await pipeline.Outbox.ClaimAsync(10, default));
        Assert.False(lost.Uncertain);
        Assert.True(again.Uncertain);
        Assert.Equal(lost.RandomId, again.RandomId);
    }

    [SkippableFact]
    public async Task A_long_text_goes_out_in_parts_with_own_ids_and_the_keyboard_under_the_last()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        var transport = new ScriptedTransport(_ => new SendOutcome.Sent(1, 1));
        var body = string.Join("\n", Enumerable.Range(0, 900).Select(i => $"строка {i}"));
        var keyboard = new OutgoingKeyboard(false, [[new OutgoingButton("Меню", "{}", "primary", null)]]);
        await pipeline.EnqueueAsync(new NewOutgoing(1, SendPurpose.Reply, new Outgoing.Text(body, keyboard, ["photo1_1"])));
        using var sender = pipeline.Sender(transport);

        while (await sender.SendDueAsync(default) > 0)
        {
            // Each round takes one row of the peer.
        }

        var texts = transport.Sent.Select(row => (Outgoing.Text)row.Content).ToArray();
        Assert.True(texts.Length > 1);
        Assert.Equal(body, string.Concat(texts.Select(text => text.Body)));
        Assert.All(texts[..^1], text => Assert.Null(text.Keyboard));
        Assert.NotNull(texts[^1].Keyboard);
        Assert.Equal(texts.Length, transport.Sent.Select(row => row.RandomId).Distinct().Count());
    }

    [SkippableFact]
    public async Task A_chat_is_left_after_the_words_before()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        var transport = new ScriptedTransport(_ => new SendOutcome.Sent(1, 1));
        await pipeline.EnqueueAsync(
            Text(2_000_000_007, "до свидания"), new NewOutgoing(2_000_000_007, SendPurpose.Reply, new Outgoing.LeaveChat()));
        using var sender = pipeline.Sender(transport);

        while (await sender.SendDueAsync(default) > 0)
        {
            // Each round takes one row of the peer.
        }

        Assert.Equal(["до свидания", null], transport.Sent.Select(row => (row.Content as Outgoing.Text)?.Body));
        Assert.IsType<Outgoing.LeaveChat>(transport.Sent[^1].Content);
    }

    public static TheoryData<SendOutcome, Fate, int?> Outcomes => new()
    {
        { new SendOutcome.Sent(5, 6), Fate.Sent, null },
        { new SendOutcome.Retry(10, "internal", true), Fate.Queued, 10 },
        { new SendOutcome.Wait(9, "flood", TimeSpan.FromMinutes(5)), Fate.Queued, 9 },
        { new SendOutcome.Unreachable(901, "no permission"), Fate.Unreachable, 901 },
        { new SendOutcome.KeyboardRefused(911, "keyboard"), Fate.Queued, 911 },
        { new SendOutcome.Refused(100, "parameter"), Fate.Refused, 100 },
        { new SendOutcome.Alert(5, "token"), Fate.Queued, 5 },
    };

    [SkippableTheory]
    [MemberData(nameof(Outcomes))]
    public async Task Every_outcome_is_written_down(SendOutcome outcome, Fate fate, int? code)
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.EnqueueAsync(Text(1, "один"));
        using var sender = pipeline.Sender(new ScriptedTransport(_ => outcome));

        await sender.SendDueAsync(default);

        var row = Assert.Single(await pipeline.RowsAsync());
        Assert.Equal((fate, code, 1), (row.Fate, row.Code, row.Attempts));
        Assert.Equal(fate == Fate.Queued ? null : pipeline.Clock.GetUtcNow(), row.FinishedAt);
        Assert.Equal(outcome is SendOutcome.Sent ? (5, 6) : (null, null), (row.MessageId, row.ConversationMessageId));
        Assert.Equal(outcome is SendOutcome.Unreachable, await pipeline.IsUnreachableAsync(1));
    }

    [SkippableFact]
    public async Task A_wrong_token_stops_everything_for_a_while_and_uses_up_no_attempts()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        SendOutcome outcome = new SendOutcome.Alert(5, "token");
        var transport = new ScriptedTransport(_ => outcome);
        await pipeline.EnqueueAsync(Text(1, "один"));
        using var sender = pipeline.Sender(transport);
        for (var minute = 0; minute < 2 * SendPolicy.MostFaults; minute++)
        {
            Assert.Equal(1, await sender.SendDueAsync(default));
            pipeline.Clock.Advance(SendPolicy.AlertPause);
        }

        Assert.Equal(1, await sender.SendDueAsync(default));
        await pipeline.EnqueueAsync(Text(2, "другому"));
        Assert.Equal(0, await sender.SendDueAsync(default));
        outcome = new SendOutcome.Retry(10, "internal", true);
        pipeline.Clock.Advance(SendPolicy.AlertPause);
        Assert.Equal(2, await sender.SendDueAsync(default));
        outcome = new SendOutcome.Sent(1, 1);
        pipeline.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await sender.SendDueAsync(default));

        Assert.All(await pipeline.RowsAsync(), row => Assert.Equal(Fate.Sent, row.Fate));
    }

    [SkippableFact]
    public async Task A_reply_overtakes_a_broadcast_to_others()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.EnqueueAsync([.. Enumerable.Range(1, 20).Select(peer => Text(peer, "рассылка", SendPurpose.Broadcast))]);
        await pipeline.EnqueueAsync(Text(100, "ответ"));

        var claimed = await pipeline.Outbox.ClaimAsync(5, default);

        Assert.Equal([100, 1, 2, 3, 4], claimed.Select(row => row.PeerId));
    }

    [SkippableFact]
    public async Task An_unreadable_row_ends_as_failed_and_stops_nobody()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.EnqueueAsync(Text(1, "один"), Text(1, "два"), Text(2, "другому"));
        await pipeline.DamageAsync((await pipeline.RowsAsync())[0].Id);
        var transport = new ScriptedTransport(_ => new SendOutcome.Sent(1, 1));
        using var sender = pipeline.Sender(transport);

        while (await sender.SendDueAsync(default) > 0)
        {
            // Each round takes one row of the peer.
        }

        Assert.Equal([Fate.Failed, Fate.Sent, Fate.Sent], (await pipeline.RowsAsync()).Select(row => row.Fate));
    }

    [SkippableFact]
    public async Task Two_senders_never_hold_rows_of_the_same_person()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.EnqueueAsync([.. Enumerable.Range(1, 200).Select(i => Text(i % 50, $"{i}"))]);

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => pipeline.Outbox.ClaimAsync(10, default)));

        var peers = claims.SelectMany(rows => rows).Select(row => row.PeerId).ToArray();
        Assert.NotEmpty(peers);
        Assert.Equal(peers.Length, peers.Distinct().Count());
    }

    [SkippableFact]
    public async Task A_turn_that_is_rolled_back_says_nothing()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);

        await Assert.ThrowsAsync<InvalidOperationException>(() => pipeline.Database.InTransactionAsync(
            async (db, token) =>
            {
                await pipeline.Outbox.EnqueueAsync(db, [Text(1, "один")], token);
                throw new InvalidOperationException("the turn failed");
            },
            default));

        Assert.Empty(await pipeline.RowsAsync());
    }

    private static NewOutgoing Text(long peer, string body, SendPurpose purpose = SendPurpose.Reply) =>
        new(peer, purpose, new Outgoing.Text(body, null, []));

    private sealed class ScriptedTransport(Func<OutboxRow, SendOutcome> script) : IMessageTransport
    {
        public List<OutboxRow> Sent { get; } = [];

        public Task<ImmutableDictionary<long, SendOutcome>> SendAsync(ImmutableArray<OutboxRow> rows, CancellationToken cancellationToken)
        {
            Sent.AddRange(rows);
            return Task.FromResult(rows.ToImmutableDictionary(row => row.Id, script));
        }
    }
}

public sealed class OutboxOnSqlite(SqliteFixture fixture) : OutboxSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class OutboxOnPostgreSql(PostgreSqlFixture fixture) : OutboxSuite(fixture), IClassFixture<PostgreSqlFixture>;
