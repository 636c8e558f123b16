using System.Collections.Immutable;
using LinqToDB.Data;
using Sferum.Bot.Broadcasts;
using Sferum.Bot.Calendar;
using Sferum.Bot.Dialogs.Texts;
using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;
using static Sferum.Bot.Turns.NoticeWriter;

namespace Sferum.Bot.Turns;

/// <summary>
/// Leads broadcasts from their time to their end, in one process of all replicas: writes the recipients down, feeds the
/// outbox, takes over fates, and keeps the message that tells the specialist how it is going.
/// </summary>
public sealed class BroadcastSender(
    Database database,
    BroadcastRunStore runs,
    BroadcastStore broadcasts,
    AudienceStore audiences,
    BroadcastLetters letters,
    Gate gate,
    NoticeWriter notices,
    OutboxStore outbox,
    ISentMessages sentMessages,
    Leadership leadership,
    UnaskedHours hours,
    TimeProvider clock,
    ILogger<BroadcastSender> logger) : BackgroundService
{
    /// <summary>Messages of one broadcast in the outbox at most: enough for the sender until the next look.</summary>
    private const int MostUnderway = 2_000;

    /// <summary>People in one transaction: a turn must not wait long for it.</summary>
    private const int BatchSize = 500;

    /// <summary>For the beginning of the text where the whole would be too long.</summary>
    private const int LongestTitle = 60;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>How often it is looked by itself who has read.</summary>
    private static readonly TimeSpan BetweenReads = TimeSpan.FromMinutes(5);

    /// <summary>VK takes edits for so long (<c>vk-platform.md</c> §3.4).</summary>
    private static readonly TimeSpan EditableFor = TimeSpan.FromHours(23);

    private static readonly TimeSpan BetweenEdits = TimeSpan.FromSeconds(3);

    private readonly Dictionary<long, (string State, BroadcastCount Count)> _shown = [];
    private readonly Dictionary<long, DateTimeOffset> _edited = [];
    private readonly Dictionary<long, DateTimeOffset> _looked = [];

    /// <summary>Does once what is to be done with broadcasts now.</summary>
    public async Task TickAsync(CancellationToken cancellationToken)
    {
        foreach (var run in await database.ReadAsync(runs.ActiveAsync, cancellationToken))
        {
            try
            {
                await LeadAsync(run, cancellationToken);
                await FollowAsync(run, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException && DatabaseFaults.Of(e) != DatabaseFault.Unavailable)
            {
                // The next look tries again; other broadcasts must not wait for it.
                logger.BroadcastFailed(run.Broadcast.Id, e);
            }
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => leadership.RunAsync(LeaderRole.Broadcaster, LeadAsync, stoppingToken);

    private async Task LeadAsync(CancellationToken cancellationToken)
    {
        _shown.Clear();
        _edited.Clear();
        _looked.Clear();
        using var nobody = new SilentSignal();
        await new WorkLoop(nobody, clock, Period).RunAsync(
            async token =>
            {
                await TickAsync(token);
                return 0;
            },
            (pause, e) => logger.BroadcastingFailed(pause, e),
            cancellationToken);
    }

    private async Task LeadAsync(RunningBroadcast run, CancellationToken cancellationToken)
    {
        var broadcast = run.Broadcast;
        switch (broadcast.State)
        {
            case BroadcastState.Planned when gate.IsOpen:
                await BeginAsync(broadcast, cancellationToken);
                return;
            case BroadcastState.Planned:
                return;
        }

        if (run.HasQueued)
        {
            await database.InTransactionAsync((db, token) => runs.SettleAsync(db, broadcast.Id, token), cancellationToken);
        }

        switch (broadcast.State)
        {
            case BroadcastState.Running when run.HasWaiting && gate.IsOpen && run.Underway < MostUnderway:
                await FeedAsync(broadcast, MostUnderway - run.Underway, cancellationToken);
                break;
            case BroadcastState.Running when !run.HasWaiting:
                await FinishAsync(broadcast, cancellationToken);
                break;
            case BroadcastState.Cancelled when run is { IsHeld: true, HasWaiting: false, Underway: 0 }:
                await database.InTransactionAsync((db, token) => runs.ForgetHoldAsync(db, broadcast.Id, token), cancellationToken);
                break;
        }
    }

    /// <summary>Looks who has read, and shows how it is going.</summary>
    private async Task FollowAsync(RunningBroadcast run, CancellationToken cancellationToken)
    {
        var broadcast = run.Broadcast;
        if (broadcast.StartedAt is not { } started)
        {
            return;
        }

        // What VK did not tell is not asked again at once.
        var now = clock.GetUtcNow();
        var asked = run.ReadsAskedAt is { } at && (run.ReadsSeenAt is not { } seen || seen < at);
        var last = _looked.GetValueOrDefault(broadcast.Id, started);
        if (now - last > (asked ? BetweenEdits : BetweenReads) || (asked && !_looked.ContainsKey(broadcast.Id)))
        {
            _looked[broadcast.Id] = now;
            await LookAtReadsAsync(broadcast, asked, cancellationToken);
        }

        await ShowAsync(run, cancellationToken);
    }

    /// <summary>Whom the audience means now is written down, all of them, before anything goes out.</summary>
    private async Task BeginAsync(Broadcast broadcast, CancellationToken cancellationToken)
    {
        using var step = PipelineSteps.Begin(PipelineSteps.BroadcastBegin);
        await database.InTransactionAsync(
            async (db, token) =>
            {
                var addressees = await audiences.ResolveAsync(db, broadcast.Audience, token);
                if (await runs.BeginAsync(db, broadcast.Id, addressees, token))
                {
                    await TellAsync(db, broadcast with { State = BroadcastState.Running }, "broadcast_progress", token);
                }
            },
            cancellationToken);
        outbox.Announce();
    }

    private async Task FeedAsync(Broadcast broadcast, int room, CancellationToken cancellationToken)
    {
        int taken;
        do
        {
            using var step = PipelineSteps.Begin(PipelineSteps.BroadcastFeed);
            taken = await database.InTransactionAsync((db, token) => FeedOnceAsync(db, broadcast, Math.Min(room, BatchSize), token), cancellationToken);
            room -= taken;
            outbox.Announce();
        }
        while (taken > 0 && room > 0);
    }

    /// <returns>How many recipients were looked at.</returns>
    private async Task<int> FeedOnceAsync(DataConnection db, Broadcast broadcast, int most, CancellationToken cancellationToken)
    {
        var next = await runs.NextAsync(db, broadcast.Id, most, cancellationToken);
        if (next.Count == 0)
        {
            return 0;
        }

        // Since the recipients were written down somebody may have said «стоп».
        var muted = await runs.LeaveOutAsync(db, broadcast.Id, next, cancellationToken);
        WaitingRecipient[] willing = [.. next.Where(r => !muted.Contains(r.PersonId))];
        var texts = willing.Zip(await letters.FillAsync(db, broadcast.Body, [.. willing.Select(r => r.Institutions)], cancellationToken)).ToDictionary(entry => entry.First, entry => entry.Second);
        await runs.LeaveOutSettledAsync(db, broadcast.Id, [.. willing.Where(r => texts[r] is null)], cancellationToken);
        willing = [.. willing.Where(r => texts[r] is not null)];
        var today = hours.DayOf(clock.GetUtcNow());
        var allowed = await gate.TakeDayAsync(db, [.. willing.Select(r => r.PersonId)], cancellationToken);
        WaitingRecipient[] now = [.. willing.Where(r => broadcast.Urgent || allowed.Contains(r.PersonId))];
        WaitingRecipient[] later = [.. willing.Except(now)];
        if (later.Length > 0)
        {
            await runs.PutOffAsync(db, broadcast.Id, later, hours.OnOrAfter(hours.At(today.AddDays(1), TimeOnly.MinValue)), cancellationToken);
        }

        var queued = await runs.QueueAsync(db, broadcast.Id, now, allowed, today, cancellationToken);
        var shared = LetterText.IsPersonal(broadcast.Body) ? (int?)null : SharedIdOf(broadcast);
        await outbox.EnqueueAsync(
            db,
            now.Where(recipient => queued.Contains(recipient.Position)).Select(recipient => new NewOutgoing(
                recipient.PersonId, SendPurpose.Broadcast, letters.Write(texts[recipient] ?? "", broadcast.Attachments, recipient.Institutions.Count == 0), shared, broadcast.Id)),
            cancellationToken);
        return next.Count;
    }

    private async Task FinishAsync(Broadcast broadcast, CancellationToken cancellationToken)
    {
        await database.InTransactionAsync(
            async (db, token) =>
            {
                if (await runs.FinishAsync(db, broadcast.Id, token))
                {
                    await TellAsync(db, broadcast with { State = BroadcastState.Done }, "broadcast_done", token);
                }
            },
            cancellationToken);
        outbox.Announce();
    }

    /// <summary>Told under the number of the broadcast: the first such message is the one that is edited.</summary>
    private async Task TellAsync(DataConnection db, Broadcast broadcast, string notice, CancellationToken cancellationToken)
    {
        var count = (await broadcasts.CountAsync(db, [broadcast.Id], cancellationToken)).GetValueOrDefault(broadcast.Id) ?? BroadcastCount.None;
        var told = await notices.WriteAsync(db, new FactsQuery(broadcast.AuthorId), SendPurpose.Notice, notice, ArgsOf(broadcast, count), cancellationToken);
        await outbox.EnqueueAsync(db, told.Select(message => message with { BroadcastId = broadcast.Id }), cancellationToken);
    }

    /// <param name="asked">The specialist waits for it.</param>
    private async Task LookAtReadsAsync(Broadcast broadcast, bool asked, CancellationToken cancellationToken)
    {
        var unread = await database.ReadAsync((db, token) => runs.UnreadAsync(db, broadcast.Id, token), cancellationToken);
        var read = unread.Count == 0 ? new Dictionary<long, long>() : await sentMessages.ReadUpToAsync([.. unread.Keys], cancellationToken);
        if (read is null)
        {
            return;
        }

        await database.InTransactionAsync(
            async (db, token) =>
            {
                await runs.RecordReadsAsync(db, broadcast.Id, unread.Where(u => read.GetValueOrDefault(u.Key) >= u.Value).Select(u => u.Key), token);
                await runs.SettleAsync(db, broadcast.Id, token);
                if (asked)
                {
                    // It may have ended since it was read.
                    await TellAsync(db, await broadcasts.GetAsync(db, broadcast.Id, token), "broadcast_progress", token);
                }
            },
            cancellationToken);
        outbox.Announce();
    }

    /// <summary>Puts the figures of now into the message that tells of them, if they have changed.</summary>
    private async Task ShowAsync(RunningBroadcast run, CancellationToken cancellationToken)
    {
        var broadcast = run.Broadcast;
        if (run.ProgressMessage is not { } message || clock.GetUtcNow() - broadcast.StartedAt > EditableFor)
        {
            return;
        }

        var edited = _edited.GetValueOrDefault(broadcast.Id);
        var isOver = broadcast.State is BroadcastState.Done or BroadcastState.Cancelled && !run.HasWaiting;
        if (clock.GetUtcNow() - edited < BetweenEdits || (isOver && _shown.ContainsKey(broadcast.Id) && _shown[broadcast.Id].State == broadcast.State && edited > _looked.GetValueOrDefault(broadcast.Id)))
        {
            return;
        }

        var (now, count) = await database.ReadAsync(
            async (db, token) => (
                await broadcasts.GetAsync(db, broadcast.Id, token),
                (await broadcasts.CountAsync(db, [broadcast.Id], token)).GetValueOrDefault(broadcast.Id) ?? BroadcastCount.None),
            cancellationToken);
        _edited[broadcast.Id] = clock.GetUtcNow();
        if (_shown.GetValueOrDefault(broadcast.Id) == (now.State, count))
        {
            return;
        }

        var said = await database.ReadAsync(
            (db, token) => notices.TextsAsync(db, new FactsQuery(broadcast.AuthorId), "broadcast_progress", ArgsOf(now, count), token), cancellationToken);
        if (await sentMessages.EditAsync(broadcast.AuthorId, message, MessageTranslator.ToOutgoing(said[0]), cancellationToken))
        {
            _shown[broadcast.Id] = (now.State, count);
        }
    }

    /// <summary>One id for all who get the same words, another one for each broadcast, also in a database that was set up anew.</summary>
    private static int SharedIdOf(Broadcast broadcast) => OutboxStore.RandomIdOf((broadcast.CreatedAt.ToUnixTimeMilliseconds() * 31) + broadcast.Id);

    private static ImmutableSortedDictionary<string, string> ArgsOf(Broadcast broadcast, BroadcastCount count) => Args(
        ("broadcast", Text(broadcast.Id)),
        ("state", broadcast.State),
        ("text", broadcast.Body.Length > LongestTitle ? string.Concat(broadcast.Body.AsSpan(0, LongestTitle), "…") : broadcast.Body),
        ("total", Text(count.Total)),
        ("waiting", Text(count.Waiting)),
        ("later", Text(count.Later)),
        ("sent", Text(count.Sent)),
        ("read", Text(count.Read)),
        ("answered", Text(count.Answered)),
        ("unreached", Text(count.Unreached)),
        ("retryable", Text(count.Retryable)),
        ("cancelled", Text(count.Cancelled)));
}
