using System.Collections.Immutable;
using LinqToDB.Data;
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
        var sender = pipeline.Sender(transport);

        Assert.Equal(2, await Pipeline.SendAsync(sender));
        Assert.Equal(1, await Pipeline.SendAsync(sender));
        Assert.Equal(0, await Pipeline.SendAsync(sender));
        Assert.Equal(["другому", "один"], transport.Sent.Take(2).Select(row => ((Outgoing.Text)row.Content).Body).Order());
        Assert.Equal("два", ((Outgoing.Text)transport.Sent[^1].Content).Body);
    }

    [SkippableFact]
    public async Task Nothing_goes_to_the_number_that_stands_for_a_person_who_was_deleted()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        var transport = new ScriptedTransport(_ => new SendOutcome.Sent(1, 1));
        await pipeline.EnqueueAsync(Text(-5, "удалённому"), Text(1, "другому"));

        Assert.Equal(1, await Pipeline.SendAsync(pipeline.Sender(transport)));
        Assert.Equal("другому", ((Outgoing.Text)transport.Sent[^1].Content).Body);
    }

    [SkippableFact]
    public async Task A_passing_fault_is_tried_again_with_the_same_random_id_and_holds_back_the_next()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        var attempts = 0;
        var transport = new ScriptedTransport(_ => ++attempts < 3 ? new SendOutcome.Retry(10, "internal", true) : new SendOutcome.Sent(1, 1));
        await pipeline.EnqueueAsync(Text(1, "один"), Text(1, "два"));
        var sender = pipeline.Sender(transport);

        for (var i = 0; i < 4; i++)
        {
            await Pipeline.SendAsync(sender);
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
        var sender = pipeline.Sender(transport);

        while (await Pipeline.SendAsync(sender) > 0)
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
        var sender = pipeline.Sender(transport);

        await Pipeline.SendAsync(sender);
        await Pipeline.SendAsync(sender);

        Assert.Equal([false, true], transport.Sent.Select(row => row.WithoutKeyboard));
        Assert.Equal(0, await Pipeline.SendAsync(sender));
    }

    [SkippableFact]
    public async Task What_an_earlier_sender_may_have_begun_goes_out_again_under_the_same_random_id()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.EnqueueAsync(Text(1, "один"));
        var lost = new ScriptedTransport(_ => new SendOutcome.Sent(1, 1)) { Hangs = true };
        Assert.Equal(1, await pipeline.Sender(lost).StartDueAsync(default));
        await Eventually.TrueAsync(() => lost.Sent.Count == 1, () => "nothing was sent");
        pipeline.Clock.Advance(TimeSpan.FromSeconds(1));
        var transport = new ScriptedTransport(_ => new SendOutcome.Sent(1, 1));

        Assert.Equal(1, await Pipeline.SendAsync(pipeline.Sender(transport)));

        Assert.False(lost.Sent[0].Uncertain);
        Assert.True(transport.Sent[0].Uncertain);
        Assert.Equal(lost.Sent[0].RandomId, transport.Sent[0].RandomId);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_an_hour_a_row_that_may_have_been_sent_is_looked_for_first(bool found)
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.EnqueueAsync(Text(1, "один"));
        pipeline.Clock.Advance(TimeSpan.FromHours(2));
        var transport = new ScriptedTransport(_ => new SendOutcome.Sent(1, 1)) { Found = found ? new SendOutcome.Sent(7, 8) : null };

        await Pipeline.SendAsync(pipeline.Sender(transport));

        Assert.Equal(found ? 0 : 1, transport.Sent.Count);
        Assert.Equal((Fate.Sent, found ? 7 : 1), Assert.Single((await pipeline.DoneAsync()).Select(row => (row.Fate, row.MessageId))));
    }

    [SkippableFact]
    public async Task What_is_on_its_way_is_not_taken_up_again_and_holds_back_only_its_own_person()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.EnqueueAsync(Text(1, "один"), Text(1, "два"));
        var transport = new ScriptedTransport(_ => new SendOutcome.Sent(1, 1)) { Hangs = true };
        var sender = pipeline.Sender(transport);
        Assert.Equal(1, await sender.StartDueAsync(default));
        Assert.Equal(0, await sender.StartDueAsync(default));

        await pipeline.EnqueueAsync(Text(2, "другому"), new NewOutgoing(1, SendPurpose.Reply, new Outgoing.PressAnswer("e", null)));

        Assert.Equal(2, await sender.StartDueAsync(default));
        await Eventually.TrueAsync(() => transport.Sent.Count == 3, () => "not everything was sent");
        Assert.Equal([1, 1, 2], transport.Sent.Select(row => row.PeerId).Order());
        Assert.Equal(SendPurpose.PressAnswer, Assert.Single(transport.Sent, row => row.Content is Outgoing.PressAnswer).Purpose);
    }

    [SkippableTheory]
    [InlineData(SendPurpose.Reminder, 1, Fate.Sent)]
    [InlineData(SendPurpose.Reminder, 13, Fate.Expired)]
    [InlineData(SendPurpose.Broadcast, 1, Fate.Withheld)]
    public async Task What_nobody_asked_for_waits_out_the_quiet_hours_and_holds_up_nothing_else(SendPurpose purpose, int hours, Fate fate)
    {
        var pipeline = await Pipeline.CreateAsync(fixture);

        // 08:00 at the office, less the hours: within the night before. A broadcast is handed back, to be fed again in the morning.
        pipeline.Clock.SetUtcNow(new DateTimeOffset(2024, 4, 16, 5, 0, 0, TimeSpan.Zero).AddHours(-hours));
        await pipeline.EnqueueAsync(Text(1, "сам пишу", purpose), Text(1, "ответ"), Text(2, "сам пишу", purpose));
        var transport = new ScriptedTransport(_ => new SendOutcome.Sent(1, 1));
        var sender = pipeline.Sender(transport);
        if (hours < 12)
        {
            Assert.Equal(fate == Fate.Withheld ? 3 : 1, await Pipeline.SendAsync(sender));
            Assert.Equal("ответ", ((Outgoing.Text)Assert.Single(transport.Sent).Content).Body);
        }

        pipeline.Clock.SetUtcNow(new DateTimeOffset(2024, 4, 16, 4, 59, 59, TimeSpan.Zero));
        await Pipeline.SendAsync(sender);
        Assert.DoesNotContain(transport.Sent, row => row.Purpose == purpose);
        pipeline.Clock.SetUtcNow(new DateTimeOffset(2024, 4, 16, 5, 0, 0, TimeSpan.Zero));
        await Pipeline.SendAsync(sender);

        Assert.Equal([fate, fate], (await pipeline.DoneAsync()).Where(row => row.Purpose == purpose).Select(row => row.Fate));
    }

    [SkippableFact]
    public async Task One_text_for_many_is_given_to_the_transport_by_the_hundred()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.EnqueueAsync([.. Enumerable.Range(1, 250).Select(peer => Text(peer, "всем", SendPurpose.Broadcast) with { RandomId = 77 })]);
        var transport = new ScriptedTransport(_ => new SendOutcome.Sent(1, 1)) { DifferentRows = 25, EqualRows = 100, Room = 1 };
        var sender = pipeline.Sender(transport);

        Assert.Equal(100, await Pipeline.SendAsync(sender));

        Assert.All(transport.Sent, row => Assert.Equal(77, row.RandomId));
    }

    [SkippableFact]
    public async Task A_long_text_goes_out_in_parts_with_own_ids_and_the_keyboard_under_the_last()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        var transport = new ScriptedTransport(_ => new SendOutcome.Sent(1, 1));
        var body = string.Join("\n", Enumerable.Range(0, 900).Select(i => $"строка {i}"));
        var keyboard = new OutgoingKeyboard(false, [[new OutgoingButton("Меню", "{}", "primary", null)]]);
        await pipeline.EnqueueAsync(new NewOutgoing(1, SendPurpose.Reply, new Outgoing.Text(body, keyboard, ["photo1_1"])));
        var sender = pipeline.Sender(transport);

        while (await Pipeline.SendAsync(sender) > 0)
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
    public async Task Files_are_kept_with_their_names_and_go_with_the_first_part()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        var file = new OutgoingFile(new string('0', 64), "Не сдали 1.2б.xlsx");
        await pipeline.EnqueueAsync(new NewOutgoing(1, SendPurpose.Reply, new Outgoing.Text(new string('ж', 5000), null, ["photo1_2"]) { Files = [file] }));

        var parts = (await pipeline.QueuedAsync()).Select(row => Assert.IsType<Outgoing.Text>(MessagingJson.ReadOutgoing(row.Content))).ToList();

        Assert.Equal(file, Assert.Single(parts[0].Files));
        Assert.Empty(parts[1].Files);
        Assert.Equal(2, parts.Count);
    }

    /// <summary>Rows of the version before files, one of them half a day in the queue when the new one starts.</summary>
    [SkippableFact]
    public async Task A_row_that_was_written_before_there_were_files_is_read_and_sent()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.EnqueueAsync(Text(1, "прежде"));
        await pipeline.RewriteAsync((await pipeline.QueuedAsync())[0].Id, """{"kind":"text","Body":"прежде","Keyboard":{"Inline":true,"Rows":[]},"Attachments":["photo1_2"]}""");
        var transport = new ScriptedTransport(_ => new SendOutcome.Sent(1, 1));

        Assert.Equal(1, await Pipeline.SendAsync(pipeline.Sender(transport)));

        var sent = Assert.IsType<Outgoing.Text>(Assert.Single(transport.Sent).Content);
        Assert.Equal("прежде", sent.Body);
        Assert.Equal("photo1_2", Assert.Single(sent.Attachments));
        Assert.Empty(sent.Files);
        Assert.Equal("""{"kind":"text","Body":"прежде","Keyboard":{"Inline":true,"Rows":[]},"Attachments":["photo1_2"],"Files":[]}""", MessagingJson.Write(sent));
    }

    [SkippableFact]
    public async Task A_file_that_was_made_for_a_message_is_removed_after_the_message_and_evidence_never()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        var made = await pipeline.Contents.AddMadeAsync("таблица"u8.ToArray(), CancellationToken.None);
        var evidence = await pipeline.Contents.AddAsync(async stream =>
        {
            await stream.WriteAsync("приказ"u8.ToArray());
            return true;
        });
        await pipeline.EnqueueAsync(new NewOutgoing(1, SendPurpose.Reply, new Outgoing.Text("вот", null, []) { Files = [new OutgoingFile(made.Sha256, "a.xlsx")] }));
        await Pipeline.SendAsync(pipeline.Sender(new ScriptedTransport(_ => new SendOutcome.Sent(1, 1))));

        // As long as the ledger tells of the message, the file is there.
        for (; (await pipeline.DoneAsync()).Count > 0; pipeline.Clock.Advance(TimeSpan.FromDays(1)))
        {
            pipeline.Contents.Open(made.Sha256).Dispose();
            await pipeline.PruneAsync();
        }

        pipeline.Clock.Advance(TimeSpan.FromDays(31));
        await pipeline.PruneAsync();
        Assert.Throws<FileNotFoundException>(() => pipeline.Contents.Open(made.Sha256));
        pipeline.Contents.Open(evidence!.Sha256).Dispose();
    }

    [SkippableFact]
    public async Task A_chat_is_left_after_the_words_before()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        var transport = new ScriptedTransport(_ => new SendOutcome.Sent(1, 1));
        await pipeline.EnqueueAsync(
            Text(2_000_000_007, "до свидания"), new NewOutgoing(2_000_000_007, SendPurpose.Reply, new Outgoing.LeaveChat()));
        var sender = pipeline.Sender(transport);

        while (await Pipeline.SendAsync(sender) > 0)
        {
            // Each round takes one row of the peer.
        }

        Assert.Equal(["до свидания", null], transport.Sent.Select(row => (row.Content as Outgoing.Text)?.Body));
        Assert.IsType<Outgoing.LeaveChat>(transport.Sent[^1].Content);
    }

    public static TheoryData<SendOutcome, Fate?, int?> Outcomes => new()
    {
        { new SendOutcome.Sent(5, 6), Fate.Sent, null },
        { new SendOutcome.Retry(10, "internal", true), null, 10 },
        { new SendOutcome.Wait(9, "flood", TimeSpan.FromMinutes(5)), null, 9 },
        { new SendOutcome.Unreachable(901, "no permission"), Fate.Unreachable, 901 },
        { new SendOutcome.KeyboardRefused(911, "keyboard"), null, 911 },
        { new SendOutcome.Refused(100, "parameter"), Fate.Refused, 100 },
        { new SendOutcome.Alert(5, "token"), null, 5 },
    };

    [SkippableTheory]
    [MemberData(nameof(Outcomes))]
    public async Task Every_outcome_is_written_down(SendOutcome outcome, Fate? fate, int? code)
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.EnqueueAsync(Text(1, "один"));
        var sender = pipeline.Sender(new ScriptedTransport(_ => outcome));

        await Pipeline.SendAsync(sender);

        if (fate is null)
        {
            var row = Assert.Single(await pipeline.QueuedAsync());
            Assert.Equal((code, 1), (row.Code, row.Attempts));
            Assert.Empty(await pipeline.DoneAsync());
        }
        else
        {
            var row = Assert.Single(await pipeline.DoneAsync());
            Assert.Equal((fate, code, 1, pipeline.Clock.GetUtcNow()), (row.Fate, row.Code, row.Attempts, row.FinishedAt));
            Assert.Equal(outcome is SendOutcome.Sent ? (5, 6) : (null, null), (row.MessageId, row.ConversationMessageId));
            Assert.Empty(await pipeline.QueuedAsync());
        }

        Assert.Equal(outcome is SendOutcome.Unreachable, await pipeline.IsUnreachableAsync(1));
    }

    [SkippableFact]
    public async Task A_wrong_token_stops_everything_for_a_while_and_uses_up_no_attempts()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        SendOutcome outcome = new SendOutcome.Alert(5, "token");
        var transport = new ScriptedTransport(_ => outcome);
        await pipeline.EnqueueAsync(Text(1, "один"));
        var sender = pipeline.Sender(transport);
        for (var minute = 0; minute < 2 * SendPolicy.MostFaults; minute++)
        {
            Assert.Equal(1, await Pipeline.SendAsync(sender));
            pipeline.Clock.Advance(SendPolicy.AlertPause);
        }

        Assert.Equal(1, await Pipeline.SendAsync(sender));
        await pipeline.EnqueueAsync(Text(2, "другому"));
        Assert.Equal(0, await Pipeline.SendAsync(sender));
        outcome = new SendOutcome.Retry(10, "internal", true);
        pipeline.Clock.Advance(SendPolicy.AlertPause);
        Assert.Equal(2, await Pipeline.SendAsync(sender));
        outcome = new SendOutcome.Sent(1, 1);
        pipeline.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await Pipeline.SendAsync(sender));

        Assert.All(await pipeline.DoneAsync(), row => Assert.Equal(Fate.Sent, row.Fate));
        Assert.Empty(await pipeline.QueuedAsync());
    }

    [SkippableFact]
    public async Task A_reply_overtakes_a_broadcast_to_others()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.EnqueueAsync([.. Enumerable.Range(1, 20).Select(peer => Text(peer, "рассылка", SendPurpose.Broadcast))]);
        await pipeline.EnqueueAsync(Text(100, "ответ"));

        var due = await pipeline.Outbox.DueAsync(5, [], true, pipeline.Clock.GetUtcNow(), default);

        Assert.Equal([100, 1, 2, 3, 4], due.Select(row => row.PeerId));
    }

    [SkippableFact]
    public async Task A_sender_looks_again_unasked_only_where_it_may_have_left_something()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        var transport = new ScriptedTransport(_ => new SendOutcome.Sent(1, 1)) { Room = 1, DifferentRows = 1 };
        await pipeline.EnqueueAsync(Text(1, "один"), Text(1, "два"), Text(2, "другому"));
        var few = pipeline.Sender(transport);

        Assert.Equal(1, await few.StartUnlessLastAsync(default));
        await few.SettleAsync();
        Assert.Equal(2, (await pipeline.QueuedAsync()).Count);

        var many = pipeline.Sender(new ScriptedTransport(_ => new SendOutcome.Sent(1, 1)));
        Assert.Equal(0, await many.StartUnlessLastAsync(default));
        await many.SettleAsync();
        Assert.Empty(await pipeline.QueuedAsync());
    }

    [SkippableFact]
    public async Task An_unreadable_row_ends_as_failed_and_stops_nobody()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.EnqueueAsync(Text(1, "один"), Text(1, "два"), Text(2, "другому"));
        await pipeline.DamageAsync((await pipeline.QueuedAsync())[0].Id);
        var transport = new ScriptedTransport(_ => new SendOutcome.Sent(1, 1));
        var sender = pipeline.Sender(transport);

        while (await Pipeline.SendAsync(sender) > 0)
        {
            // Each round takes one row of the peer.
        }

        Assert.Equal([Fate.Failed, Fate.Sent, Fate.Sent], (await pipeline.DoneAsync()).Select(row => row.Fate));
    }

    /// <summary>SQLite gives the id of a row that was rolled back to the next one.</summary>
    [SkippableFact]
    public async Task What_was_rolled_back_is_not_said_in_place_of_what_came_after_it()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await Assert.ThrowsAsync<InvalidDataException>(() => pipeline.Database.InTransactionAsync(
            async (db, token) =>
            {
                await pipeline.Outbox.EnqueueAsync(db, [Text(1, "не случилось")], token);
                throw new InvalidDataException();
            },
            CancellationToken.None));
        pipeline.Clock.Advance(TimeSpan.FromMicroseconds(1));
        await pipeline.EnqueueAsync(Text(1, "случилось"));
        var transport = new ScriptedTransport(_ => new SendOutcome.Sent(1, 1));

        await Pipeline.SendAsync(pipeline.Sender(transport));

        Assert.Equal("случилось", Assert.IsType<Outgoing.Text>(Assert.Single(transport.Sent).Content).Body);
    }

    [SkippableFact]
    public async Task What_this_process_has_written_and_what_another_one_has_go_out_alike()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.EnqueueAsync(Text(1, "прежде"));
        await pipeline.RewriteAsync((await pipeline.QueuedAsync())[0].Id, MessagingJson.Write(new Outgoing.Text("иначе", null, [])));
        await pipeline.EnqueueAsync(Text(2, "теперь"));
        var transport = new ScriptedTransport(_ => new SendOutcome.Sent(1, 1));

        await Pipeline.SendAsync(pipeline.Sender(transport));

        Assert.Equal([(1, "иначе"), (2, "теперь")], transport.Sent.OrderBy(row => row.PeerId).Select(row => (row.PeerId, ((Outgoing.Text)row.Content).Body)));
    }

    [SkippableFact]
    public async Task The_next_few_replies_of_a_person_go_together_and_more_wait()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.EnqueueAsync([.. "абвгдежз".Select(letter => Text(1, $"{letter}")), Text(2, "другому"), Text(1, "напоминание", SendPurpose.Notice)]);
        var transport = new ScriptedTransport(_ => new SendOutcome.Sent(1, 1)) { Together = true };
        var sender = pipeline.Sender(transport);

        Assert.Equal(5, await Pipeline.SendAsync(sender));
        Assert.Equal("абвг другому", string.Join("", Bodies(transport).Take(4)) + " " + Bodies(transport)[4]);
        Assert.Equal(4, await Pipeline.SendAsync(sender));
        Assert.Equal(1, await Pipeline.SendAsync(sender));
        Assert.Equal("напоминание", Bodies(transport)[^1]);
    }

    [SkippableFact]
    public async Task A_reply_goes_with_none_that_has_to_wait()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.EnqueueAsync(Text(1, "раз"));
        var failing = pipeline.Sender(new ScriptedTransport(_ => new SendOutcome.Wait(9, "flood", TimeSpan.FromMinutes(1))));
        Assert.Equal(1, await Pipeline.SendAsync(failing));
        await pipeline.EnqueueAsync(Text(1, "два"), Text(1, "три"));
        var transport = new ScriptedTransport(_ => new SendOutcome.Sent(1, 1)) { Together = true };
        var sender = pipeline.Sender(transport);

        Assert.Equal(0, await Pipeline.SendAsync(sender));
        pipeline.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(3, await Pipeline.SendAsync(sender));
        Assert.Equal(["раз", "два", "три"], Bodies(transport));
    }

    [SkippableFact]
    public async Task What_was_not_tried_is_as_it_was_and_goes_after_what_failed()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.EnqueueAsync(Text(1, "раз"), Text(1, "два"));
        var first = (await pipeline.QueuedAsync())[0].Id;
        var before = (await pipeline.QueuedAsync())[1];
        var failing = new ScriptedTransport(row => row.Id == first ? new SendOutcome.Retry(10, "server", Uncertain: true) : new SendOutcome.NotTried()) { Together = true };
        Assert.Equal(2, await Pipeline.SendAsync(pipeline.Sender(failing)));

        var queued = await pipeline.QueuedAsync();
        Assert.Equal([1, 0], queued.Select(row => row.Attempts));
        Assert.Equivalent(before, queued[1], strict: true);
        pipeline.Clock.Advance(TimeSpan.FromSeconds(5));
        var transport = new ScriptedTransport(_ => new SendOutcome.Sent(1, 1)) { Together = true };
        Assert.Equal(2, await Pipeline.SendAsync(pipeline.Sender(transport)));
        Assert.Equal(["раз", "два"], Bodies(transport));
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

        Assert.Empty(await pipeline.QueuedAsync());
    }

    private static List<string> Bodies(ScriptedTransport transport) => [.. transport.Sent.Select(row => ((Outgoing.Text)row.Content).Body)];

    private static NewOutgoing Text(long peer, string body, SendPurpose purpose = SendPurpose.Reply) =>
        new(peer, purpose, new Outgoing.Text(body, null, []));

    private sealed class ScriptedTransport(Func<OutboxRow, SendOutcome> script) : IMessageTransport
    {
        private readonly Lock _gate = new();
        private readonly List<OutboxRow> _sent = [];

        public IReadOnlyList<OutboxRow> Sent
        {
            get
            {
                lock (_gate)
                {
                    return [.. _sent];
                }
            }
        }

        /// <summary>Nothing ever comes back.</summary>
        public bool Hangs { get; init; }

        public SendOutcome? Found { get; init; }

        public int Room { get; init; } = 10;

        public int DifferentRows { get; init; } = 100;

        public int EqualRows { get; init; } = 100;

        public Task<int> RoomAsync(CancellationToken cancellationToken) => Task.FromResult(Room);

        /// <summary>Several rows of one peer go in one request.</summary>
        public bool Together { get; init; }

        public ImmutableArray<ImmutableArray<OutboxRow>> Pack(IReadOnlyList<OutboxRow> rows) => Together
            ? [[.. rows]]
            : [.. rows.DistinctBy(row => row.Purpose == SendPurpose.PressAnswer ? -row.Id : row.PeerId).GroupBy(row => row.RandomId).SelectMany(same => same.Chunk(EqualRows)).Select(chunk => chunk.ToImmutableArray())];

        public Task<ImmutableDictionary<long, SendOutcome>> SendAsync(ImmutableArray<OutboxRow> rows, CancellationToken cancellationToken)
        {
            lock (_gate)
            {
                _sent.AddRange(rows);
            }

            return Hangs ? new TaskCompletionSource<ImmutableDictionary<long, SendOutcome>>().Task : Task.FromResult(rows.ToImmutableDictionary(row => row.Id, script));
        }

        public Task<SendOutcome?> FindAsync(OutboxRow row, CancellationToken cancellationToken) => Task.FromResult(Found);
    }
}

public sealed class OutboxOnSqlite(SqliteFixture fixture) : OutboxSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class OutboxOnPostgreSql(PostgreSqlFixture fixture) : OutboxSuite(fixture), IClassFixture<PostgreSqlFixture>
{
    private readonly PostgreSqlFixture _fixture = fixture;

    /// <summary>A plan that is made while the outbox is empty takes any index that can do it, and reads the whole of it for each row later.</summary>
    [SkippableFact]
    public async Task No_index_but_the_primary_key_finds_a_row_by_its_number()
    {
        var pipeline = await Pipeline.CreateAsync(_fixture);

        var plan = await pipeline.Database.InTransactionAsync(
            async (db, token) =>
            {
                await db.ExecuteAsync("alter table outbox drop constraint outbox_pkey; set local enable_seqscan = off", token);
                return await db.QueryToListAsync<string>("explain delete from outbox where id = any(array[1, 2]::bigint[])", token);
            },
            CancellationToken.None);

        Assert.Contains(plan, line => line.Contains("Seq Scan on outbox", StringComparison.Ordinal));
    }
}
