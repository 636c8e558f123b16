using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using Sferum.Bot.Calendar;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>
/// Sending for as long as one process leads it. Rows are read without a claim, since nobody else sends: what is on its
/// way is known here, and what an earlier sender may have begun is told by its age.
/// </summary>
internal sealed class SendTerm(
    Database database,
    OutboxStore outbox,
    IMessageTransport transport,
    OutboxSignal signal,
    PipelineMetrics metrics,
    UnaskedHours unasked,
    TimeProvider clock,
    ILogger logger)
{
    /// <summary>Rows on their way at most: bounds memory, and what a kill leaves uncertain.</summary>
    private const int MostUnderway = 2_000;

    /// <summary>
    /// Requests on their way at most: as many as VK takes in a second (<c>vk-platform.md</c> §2.1), so that an answer may take
    /// as long without slowing anything. Each holds its program of up to 128 KB and the form of it.
    /// </summary>
    private const int MostRequests = 20;

    private static readonly TimeSpan BetweenRecordings = TimeSpan.FromMilliseconds(250);

    private readonly DateTimeOffset _began = clock.GetUtcNow();
    private readonly ConcurrentDictionary<long, OutboxRow> _underway = new();
    private readonly Channel<IReadOnlyCollection<SendVerdict>> _verdicts =
        Channel.CreateUnbounded<IReadOnlyCollection<SendVerdict>>(new UnboundedChannelOptions { SingleReader = true });

    private readonly Lock _gate = new();
    private Task _recording = Task.CompletedTask;
    private DateTimeOffset _haltedUntil = DateTimeOffset.MinValue;
    private int _requests;

    /// <summary>Whether the last look may have left something that is due; what comes after it is announced.</summary>
    public bool MayHaveLeft { get; private set; } = true;

    /// <summary>Sets out with what is due now and does not wait for what comes of it.</summary>
    /// <returns>How many rows were taken up.</returns>
    public async Task<int> StartDueAsync(CancellationToken cancellationToken)
    {
        MayHaveLeft = true;
        if (clock.GetUtcNow() < _haltedUntil || _underway.Count >= MostUnderway || Volatile.Read(ref _requests) >= MostRequests)
        {
            return 0;
        }

        // Rows are chosen as late as can be: what comes while a request has to wait goes with it.
        var room = Math.Min(await transport.RoomAsync(cancellationToken), MostRequests - Volatile.Read(ref _requests));
        var (settled, packets) = await ChooseAsync(room, room * transport.DifferentRows, cancellationToken);
        if (packets is [.., { Length: > 1 } last] && last.All(row => row.RandomId == last[0].RandomId))
        {
            // One message for many: then more of them fit.
            (settled, packets) = await ChooseAsync(room, room * transport.EqualRows, cancellationToken);
        }

        if (settled.Count > 0)
        {
            Begin(settled.Select(verdict => verdict.Row));
            Settle(settled);
        }

        foreach (var packet in packets)
        {
            // Started here, so that the place its request takes is known before the next rows are chosen.
            Begin(packet);
            _ = SendAsync(packet);
        }

        return settled.Count + packets.Sum(packet => packet.Length);
    }

    /// <summary>As <see cref="StartDueAsync"/>, for a loop that goes on while there is work: looking once more in vain costs as much as sending.</summary>
    public async Task<int> StartUnlessLastAsync(CancellationToken cancellationToken)
    {
        var taken = await StartDueAsync(cancellationToken);
        return MayHaveLeft ? taken : 0;
    }

    /// <summary>What is due, as requests, and what needs none.</summary>
    private async Task<(List<SendVerdict> Settled, IReadOnlyList<ImmutableArray<OutboxRow>> Packets)> ChooseAsync(
        int room, int most, CancellationToken cancellationToken)
    {
        most = Math.Min(most, MostUnderway - _underway.Count);
        var isOpen = unasked.IsOpen(clock.GetUtcNow());
        var rows = await outbox.DueAsync(most, [.. _underway.Values], isOpen, _began, cancellationToken);
        var settled = new List<SendVerdict>();
        var sendable = new List<OutboxRow>(rows.Count);
        var now = clock.GetUtcNow();
        var obstacles = await ObstaclesAsync(rows, cancellationToken);
        foreach (var row in rows.Select(row => !isOpen && row.Purpose == SendPurpose.Broadcast ? row with { Held = true } : row))
        {
            var obstacle = obstacles.GetValueOrDefault(row.PeerId);
            if (SendPolicy.BeforeAttempt(row, obstacle.Unreachable, now, obstacle.Muted) is { } verdict)
            {
                settled.Add(verdict);
            }
            else
            {
                sendable.Add(row.Uncertain ? row : row with { FirstTryAt = now });
            }
        }

        bool IsLookedFor(OutboxRow row) => SendPolicy.MustBeLookedFor(row, now);
        var byLook = PeerOrder.Together(sendable, row => !IsLookedFor(row)).ToLookup(IsLookedFor);
        ImmutableArray<ImmutableArray<OutboxRow>> packets = [.. byLook[true].Select(row => ImmutableArray.Create(row)).Concat(transport.Pack([.. byLook[false]])).Take(room)];
        MayHaveLeft = rows.Count == most || settled.Count + packets.Sum(packet => packet.Length) < rows.Count;
        return (settled, packets);
    }

    /// <summary>Returns when nothing is on its way any more and everything is written down.</summary>
    public async Task SettleAsync()
    {
        while (!_underway.IsEmpty)
        {
            await signal.WaitAsync(TimeSpan.FromMilliseconds(20), CancellationToken.None);
        }
    }

    /// <summary>An answer to a person who wrote is tried whatever is known; what was not asked for is not.</summary>
    private async Task<IReadOnlyDictionary<long, PeerObstacle>> ObstaclesAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
    {
        var notAsked = rows.Where(row => row.Purpose > SendPurpose.Reply).Select(row => row.PeerId).Distinct().ToArray();
        return notAsked.Length == 0
            ? ImmutableDictionary<long, PeerObstacle>.Empty
            : await database.ReadAsync((db, token) => PeerStore.ObstaclesAsync(db, notAsked, token), cancellationToken);
    }

    private async Task SendAsync(ImmutableArray<OutboxRow> packet)
    {
        // A row with files waits for its upload first, and nobody else is to wait for that.
        var counts = packet is not [{ Content: Outgoing.Text { Files.Length: > 0 } }];
        if (counts)
        {
            Interlocked.Increment(ref _requests);
        }

        try
        {
            if (packet is [var old] && SendPolicy.MustBeLookedFor(old, clock.GetUtcNow()))
            {
                if (await transport.FindAsync(old, CancellationToken.None) is { } found)
                {
                    Settle(packet, _ => found);
                    return;
                }

                if (SendPolicy.HandedBack(old) is { } back)
                {
                    Settle([back]);
                    return;
                }

                packet = [old with { Uncertain = false, FirstTryAt = clock.GetUtcNow() }];
            }

            var outcomes = await transport.SendAsync(packet, CancellationToken.None);
            Settle(packet, row => outcomes[row.Id]);
        }
        catch (Exception e)
        {
            // A transport that breaks its promise must not keep its rows for ever.
            logger.PacketFailed(packet.Length, e);
            Settle(packet, _ => new SendOutcome.Retry(0, e.GetType().Name, Uncertain: true));
        }
        finally
        {
            if (counts)
            {
                Interlocked.Decrement(ref _requests);
            }
        }
    }

    private void Begin(IEnumerable<OutboxRow> rows)
    {
        foreach (var row in rows)
        {
            _underway[row.Id] = row;
        }
    }

    private void Settle(ImmutableArray<OutboxRow> packet, Func<OutboxRow, SendOutcome> outcome) =>
        Settle([.. packet.Select(row => SendPolicy.AfterAttempt(row, outcome(row), Random.Shared.NextDouble()))]);

    private void Settle(IReadOnlyCollection<SendVerdict> verdicts)
    {
        if (verdicts.OfType<SendVerdict.Halted>().FirstOrDefault() is { } halted)
        {
            _haltedUntil = clock.GetUtcNow() + halted.After;
            logger.SendingHalted(halted.After, halted.Code, halted.Reason);
        }

        _verdicts.Writer.TryWrite(verdicts);
        lock (_gate)
        {
            if (_recording.IsCompleted)
            {
                _recording = Task.Run(RecordAsync, CancellationToken.None);
            }
        }
    }

    /// <summary>Writes down all that has gathered in one transaction, again and again until nothing is left.</summary>
    private async Task RecordAsync()
    {
        while (true)
        {
            var verdicts = new List<SendVerdict>();
            while (_verdicts.Reader.TryRead(out var some))
            {
                verdicts.AddRange(some);
            }

            if (verdicts.Count == 0)
            {
                lock (_gate)
                {
                    // Who adds to the channel looks under the same lock whether somebody still reads it.
                    if (!_verdicts.Reader.TryPeek(out _))
                    {
                        _recording = Task.CompletedTask;
                        return;
                    }
                }

                continue;
            }

            await RecordAsync(verdicts);
            foreach (var verdict in verdicts)
            {
                _underway.TryRemove(verdict.Row.Id, out _);
            }

            Report(verdicts);
            signal.Signal();
        }
    }

    /// <summary>While the database is away the verdicts are kept: a row that was sent must not be sent again.</summary>
    private async Task RecordAsync(List<SendVerdict> verdicts)
    {
        var until = clock.GetUtcNow() + SendPolicy.SafeResend;
        while (true)
        {
            try
            {
                using var step = PipelineSteps.Begin(PipelineSteps.SendRecord);
                await outbox.RecordAsync(verdicts, CancellationToken.None);
                return;
            }
            catch (Exception e) when (clock.GetUtcNow() < until)
            {
                logger.RecordingFailed(verdicts.Count, e);
                await Task.Delay(BetweenRecordings, clock);
            }
        }
    }

    private void Report(IEnumerable<SendVerdict> verdicts)
    {
        foreach (var verdict in verdicts)
        {
            switch (verdict)
            {
                case SendVerdict.Finished finished:
                    metrics.Sent(finished.Fate, finished.Row.Purpose, clock.GetUtcNow() - finished.Row.CreatedAt);
                    if (finished.Fate != Fate.Sent)
                    {
                        logger.NotDelivered(finished.Row.Id, finished.Row.PeerId, finished.Fate, finished.Code, finished.Reason);
                    }

                    break;
                case SendVerdict.Again again:
                    logger.SentLater(again.Row.Id, again.Row.PeerId, again.After, again.Code, again.Reason);
                    break;
            }
        }
    }
}
