using System.Collections.Immutable;
using System.Text;
using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Messaging;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Sending;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Vk;

/// <summary>Messages with files of the bot's own, over the simulator's HTTP.</summary>
public sealed class VkTransportFilesTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private const long Person = 700000001;
    private const long Other = 700000002;
    private const long Closed = 700000003;

    private TestSimulator _simulator = null!; // set by InitializeAsync, before any test
    private VkRoom _room = null!; // set by InitializeAsync, before any test
    private long _lastRow;

    public async Task InitializeAsync()
    {
        _simulator = await TestSimulator.StartAsync();
        _room = VkRoom.Open(_simulator.Host);
        _simulator.People.Add("Вера", "Тестова", id: Person, canMessage: true);
        _simulator.People.Add("Анна", "Тестова", id: Other, canMessage: true);
        _simulator.People.Add("Иван", "Тестов", id: Closed);
    }

    public async Task DisposeAsync()
    {
        await _room.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task Files_come_with_the_text_under_their_names_beside_what_VK_already_has()
    {
        var first = await FileAsync("раз", "Не сдали 1.2б.xlsx");
        var second = await FileAsync("два", "второй.csv");

        Assert.IsType<SendOutcome.Sent>(await SendAsync(Row(Person, first, second)));

        var message = Assert.Single(Shown(Person));
        Assert.Equal("таблица", message.Text);
        Assert.Equal([("Не сдали 1.2б.xlsx", "xlsx"), ("второй.csv", "csv")], message.Attachments.Select(file => (file.Title, file.Ext)));
        Assert.Equal(["раз", "два"], await Task.WhenAll(message.Attachments.Select(DownloadAsync)));
    }

    [Fact]
    public async Task A_row_without_the_member_is_sent_as_ever()
    {
        var old = MessagingJson.ReadOutgoing("""{"kind":"text","Body":"до файлов","Attachments":[]}""");

        Assert.IsType<SendOutcome.Sent>(await SendAsync(Row(Person) with { Content = old }));
        Assert.Equal("до файлов", Assert.Single(Shown(Person)).Text);
    }

    [Fact]
    public async Task Who_cannot_be_written_to_is_told_before_anything_goes_up()
    {
        Assert.Equal(901, Assert.IsType<SendOutcome.Unreachable>(await SendAsync(Row(Closed, await FileAsync("раз")))).Code);
        Assert.DoesNotContain("docs.save", await CallsAsync());
    }

    [Fact]
    public async Task A_lost_file_is_refused_and_says_which()
    {
        var gone = new string('a', 64);

        var refused = Assert.IsType<SendOutcome.Refused>(await SendAsync(Row(Person, new OutgoingFile(gone, "a.xlsx"))));

        Assert.Contains(gone, refused.Reason, StringComparison.Ordinal);
        Assert.Empty(Shown(Person));
    }

    /// <summary>What VK may answer to each step of an upload, and what becomes of the row at its first attempt.</summary>
    public static TheoryData<string, Fault, Type> Faults => new()
    {
        { "docs.getMessagesUploadServer", new Fault.ErrorCode(6), typeof(SendOutcome.Retry) },
        { "docs.getMessagesUploadServer", new Fault.ErrorCode(10), typeof(SendOutcome.Retry) },
        { "docs.getMessagesUploadServer", new Fault.ErrorCode(15), typeof(SendOutcome.Refused) },
        { "docs.getMessagesUploadServer", new Fault.ErrorCode(7), typeof(SendOutcome.Refused) },
        { "docs.getMessagesUploadServer", new Fault.ErrorCode(5), typeof(SendOutcome.Alert) },
        { "docs.getMessagesUploadServer", new Fault.ErrorCode(29), typeof(SendOutcome.Wait) },
        { "docs.getMessagesUploadServer", new Fault.DropBefore(), typeof(SendOutcome.Retry) },
        { "upload", new Fault.Http(502), typeof(SendOutcome.Retry) },
        { "upload", new Fault.DropBefore(), typeof(SendOutcome.Retry) },
        { "upload", new Fault.DropAfter(), typeof(SendOutcome.Retry) },
        { "docs.save", new Fault.ErrorCode(105), typeof(SendOutcome.Retry) },
        { "docs.save", new Fault.ErrorCode(10), typeof(SendOutcome.Retry) },
        { "docs.save", new Fault.ErrorCode(100), typeof(SendOutcome.Refused) },
        { "docs.save", new Fault.DropAfter(), typeof(SendOutcome.Retry) },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_failed_upload_sends_nothing_and_the_next_attempt_sends_once(string step, Fault fault, Type outcome)
    {
        var row = Row(Person, await FileAsync("раз"));
        _simulator.Host.Faults = [new FaultRule(step, fault)];

        var failed = await SendAsync(row);

        Assert.IsType(outcome, failed);
        Assert.False(failed is SendOutcome.Retry { Uncertain: true });
        Assert.Empty(Shown(Person));
        _simulator.Host.Faults = [];
        Assert.IsType<SendOutcome.Sent>(await SendAsync(row));
        Assert.Equal("раз", await DownloadAsync(Assert.Single(Assert.Single(Shown(Person)).Attachments)));
    }

    [Fact]
    public void A_code_that_no_list_knows_says_nothing_of_the_person() =>
        Assert.Equal(new SendOutcome.Refused(77_777, "new"), SendOutcomes.OfUpload(new VkError(77_777, "new"), attempts: 0));

    [Fact]
    public async Task An_upload_that_VK_goes_on_refusing_ends_as_refused()
    {
        _simulator.Host.Faults = [new FaultRule("docs.save", new Fault.ErrorCode(105))];

        Assert.Equal(105, Assert.IsType<SendOutcome.Refused>(await SendAsync(Row(Person, await FileAsync("раз")) with { Attempts = 1 })).Code);
    }

    [Fact]
    public async Task A_lost_answer_to_the_message_is_mended_by_a_second_upload_and_leaves_one_message()
    {
        var row = Row(Person, await FileAsync("раз"));
        _simulator.Host.Faults = [new FaultRule("messages.send", new Fault.DropAfter(), Times: 1)];

        Assert.True(Assert.IsType<SendOutcome.Retry>(await SendAsync(row)).Uncertain);
        Assert.IsType<SendOutcome.Sent>(await SendAsync(row));

        Assert.Single(Shown(Person));
        Assert.IsType<SendOutcome.Sent>(await _room.Get<IMessageTransport>().FindAsync(row, CancellationToken.None));
    }

    [Fact]
    public async Task A_long_upload_holds_up_nobody_else_and_only_a_few_go_up_at_once()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        var file = await FileAsync("раз");
        var slow = TimeSpan.FromSeconds(1.5);
        _simulator.Host.Faults = [new FaultRule("upload", new Fault.Latency(slow))];
        var people = Enumerable.Range(0, 25).Select(i => Other + 100 + i).ToArray();
        foreach (var person in people)
            _simulator.People.Add("Имя", "Тестова", id: person, canMessage: true);
        await pipeline.EnqueueAsync([.. people.Select(person => With(person, file)), new NewOutgoing(Person, SendPurpose.Reply, new Outgoing.Text("ответ", null, []))]);
        var sender = pipeline.Sender(_room.Get<IMessageTransport>());
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));

        var started = TimeProvider.System.GetTimestamp();
        while (Shown(Person).Count == 0)
            await sender.StartDueAsync(timeout.Token);
        Assert.True(TimeProvider.System.GetElapsedTime(started) < slow, "the reply waited for the uploads");
        Assert.All(people, person => Assert.Empty(Shown(person)));
        _simulator.Host.Faults = [];
        await sender.SettleAsync();
        while (await Pipeline.SendAsync(sender) > 0)
        {
            // What did not find room before.
        }

        Assert.All(people, person => Assert.Single(Shown(person)));
    }

    [Fact]
    public async Task A_sender_killed_in_the_middle_is_followed_by_one_that_sends_once()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.EnqueueAsync(With(Person, await FileAsync("раз")));
        var transport = new Killed(_room.Get<IMessageTransport>());
        await pipeline.Sender(transport).StartDueAsync(CancellationToken.None);
        await transport.Sent.Task.WaitAsync(TimeSpan.FromSeconds(20));

        pipeline.Clock.Advance(TimeSpan.FromSeconds(5));
        await Pipeline.SendAsync(pipeline.Sender(_room.Get<IMessageTransport>()));

        Assert.Single(Shown(Person));
        Assert.Equal(Fate.Sent, Assert.Single(await pipeline.DoneAsync()).Fate);
        Assert.Equal(2, (await CallsAsync()).Count(name => name == "docs.save"));
    }

    [Fact]
    public async Task After_an_hour_a_message_with_files_is_looked_for_before_it_is_sent_again()
    {
        var pipeline = await Pipeline.CreateAsync(fixture);
        await pipeline.EnqueueAsync(With(Person, await FileAsync("раз")));
        var transport = new Killed(_room.Get<IMessageTransport>());
        await pipeline.Sender(transport).StartDueAsync(CancellationToken.None);
        await transport.Sent.Task.WaitAsync(TimeSpan.FromSeconds(20));

        pipeline.Clock.Advance(TimeSpan.FromHours(2));
        await Pipeline.SendAsync(pipeline.Sender(_room.Get<IMessageTransport>()));

        Assert.Single(Shown(Person));
        Assert.Equal(1, (await CallsAsync()).Count(name => name == "docs.save"));
    }

    private static NewOutgoing With(long peer, params OutgoingFile[] files) =>
        new(peer, SendPurpose.Reply, new Outgoing.Text("таблица", null, []) { Files = [.. files] });

    private IReadOnlyList<ChatMessageView> Shown(long person) => _simulator.People.ChatOf(person).Messages;

    private async Task<OutgoingFile> FileAsync(string content, string name = "a.xlsx") =>
        new((await _room.Get<ContentStore>().AddMadeAsync(Encoding.UTF8.GetBytes(content), CancellationToken.None)).Sha256, name);

    private async Task<string> DownloadAsync(AttachmentView attachment)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri(_simulator.Host.Address, attachment.Url));
    }

    private async Task<SendOutcome> SendAsync(OutboxRow row) =>
        (await _room.Get<IMessageTransport>().SendAsync([row], CancellationToken.None))[row.Id];

    private async Task<string[]> CallsAsync()
    {
        using var vk = new Simulator.VkCaller(_simulator.Host);
        var traffic = await vk.AdminAsync(HttpMethod.Get, "traffic?after=0");
        return [.. traffic!.AsArray().Where(entry => (string)entry!["kind"]! == "call").Select(entry => (string)entry!["name"]!)];
    }

    private OutboxRow Row(long peer, params OutgoingFile[] files)
    {
        var id = ++_lastRow;
        var now = _simulator.Clock.GetUtcNow();
        return new OutboxRow(id, peer, (int)id, SendPurpose.Reply, With(peer, files).Content, 0, false, false, now, now);
    }

    /// <summary>Sends, and never comes back to say so: as a process that is killed between VK's answer and the ledger.</summary>
    private sealed class Killed(IMessageTransport real) : IMessageTransport
    {
        public TaskCompletionSource Sent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int DifferentRows => real.DifferentRows;

        public int EqualRows => real.EqualRows;

        public Task<int> RoomAsync(CancellationToken cancellationToken) => real.RoomAsync(cancellationToken);

        public ImmutableArray<ImmutableArray<OutboxRow>> Pack(IReadOnlyList<OutboxRow> rows) => real.Pack(rows);

        public async Task<ImmutableDictionary<long, SendOutcome>> SendAsync(ImmutableArray<OutboxRow> rows, CancellationToken cancellationToken)
        {
            await real.SendAsync(rows, cancellationToken);
            Sent.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            throw new InvalidOperationException("never");
        }

        public Task<SendOutcome?> FindAsync(OutboxRow row, CancellationToken cancellationToken) => real.FindAsync(row, cancellationToken);
    }
}
