using Microsoft.Extensions.Options;
using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Errors;

namespace Sferum.Bot.Vk.Receiving;

/// <summary>
/// Bots Long Poll (<c>vk-platform.md</c> §4.3) into the inbox. The place in the stream is stored in the transaction that
/// stores the events, so that a crash at any point loses nothing; what comes twice is dropped by its id.
/// </summary>
internal sealed class LongPollReceiver(
    IVkApi api,
    InboxStore inbox,
    MissedMessages missed,
    Leadership leadership,
    PollPulse pulse,
    VkToken vkToken,
    IOptions<VkOptions> options,
    TimeProvider time,
    ILogger<LongPollReceiver> log) : BackgroundService
{
    public const string Channel = "vk.longpoll";

    private readonly CommunityName _us = CommunityName.Of(options.Value);

    /// <summary>Asking for a key in a tight loop is answered with error 29 (§2.1).</summary>
    private static readonly TimeSpan BetweenKeys = TimeSpan.FromSeconds(5);

    /// <summary>Presses were reported missing after long sessions; a new key about every 9 h helped (§4.3).</summary>
    private static readonly TimeSpan KeyLife = TimeSpan.FromHours(6);

    /// <summary>A wrong token or switched off long poll: some tokens recover by themselves (§5, code 5).</summary>
    private static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>An answer without news that comes sooner than this would make a busy loop.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(1);

    /// <summary>A message of later than this was not written then: from such a day nothing could be caught up with.</summary>
    private static readonly TimeSpan LargestClockError = TimeSpan.FromDays(1);

    private const int FaultsBeforeNewKey = 3;

    private LongPollServer? _server;
    private PollPosition? _position;
    private long? _keyTakenAt;
    private int _failures;
    private int _refusals;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Value.Transport == VkTransportKind.LongPoll
        ? leadership.RunAsync(LeaderRole.Poller, LeadAsync, stoppingToken)
        : Task.CompletedTask;

    private async Task LeadAsync(CancellationToken stoppingToken)
    {
        // Another process may have read on meanwhile.
        _server = null;
        _position = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan pause;
            var replacement = vkToken.Replacement;
            try
            {
                pause = _server is { } server && time.GetElapsedTime(_keyTakenAt ?? 0) < KeyLife
                    ? await PollAsync(server, stoppingToken)
                    : await OpenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The database is away: the events stay with VK and come again from the old place.
                pause = Backoff.After(++_failures);
                log.ReceiverFailed(pause, exception);
            }

            if (pause > TimeSpan.Zero)
            {
                // A new token mends what the pause is for.
                using var wake = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, replacement);
                await Task.Delay(pause, time, wake.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Takes a key, and the place to read from where none is known.</summary>
    /// <returns>How long to wait before the next step.</returns>
    private async Task<TimeSpan> OpenAsync(CancellationToken cancellationToken)
    {
        // What was refused or got no answer has a pause of its own.
        if (_keyTakenAt is { } taken && BetweenKeys - time.GetElapsedTime(taken) is { Ticks: > 0 } early)
            return early;

        _position ??= await ResumeAsync(cancellationToken);
        switch (await api.GetLongPollServerAsync(options.Value.GroupId, cancellationToken))
        {
            case VkResult<LongPollServer>.Ok { Value: var server }:
                _keyTakenAt = time.GetTimestamp();
                pulse.Opened();
                log.PollOpened();
                if (_position.Ts.Length == 0)
                    await BeginAsync(_position with { Ts = server.Ts }, cancellationToken);
                _server = server;
                _refusals = 0;
                return TimeSpan.Zero;
            case VkResult<LongPollServer>.Error { Problem: var error }:
                pulse.Refused(error.Code);
                return Refused(error);
            case VkResult<LongPollServer>.Fault:
                return Backoff.After(++_failures);
            case var other:
                throw new InvalidOperationException($"Unknown result {other.GetType().Name}.");
        }
    }

    /// <summary>The place up to which this community was read, by whichever process.</summary>
    private async Task<PollPosition> ResumeAsync(CancellationToken cancellationToken)
    {
        await missed.BeginAsync(cancellationToken);
        if (await inbox.PositionAsync(Channel, cancellationToken) is { } stored)
            return PollPosition.Parse(stored);

        // Whoever wrote before the first start is answered too.
        missed.Lost(0);
        return new PollPosition("", 0);
    }

    private TimeSpan Refused(VkError error)
    {
        var rule = VkErrorPolicy.Of(error);
        var pause = rule.Policy switch
        {
            VkPolicy.Retry or VkPolicy.RetryOnce => Backoff.After(++_failures),
            VkPolicy.Wait or VkPolicy.RetryThenWait => rule.Pause * Math.Pow(2, Math.Min(_refusals++, 4)),
            _ => UntilMended,
        };
        pause = pause < LongestPause ? pause : LongestPause;
        log.PollRefused(error.Code, pause);
        return pause;
    }

    /// <summary>One poll and what comes of it.</summary>
    /// <returns>How long to wait before the next step.</returns>
    private async Task<TimeSpan> PollAsync(LongPollServer server, CancellationToken cancellationToken)
    {
        var position = _position ?? throw new InvalidOperationException("Polling without a place to poll from.");
        var started = time.GetTimestamp();
        switch (await WatchedAsync(server, position.Ts, cancellationToken))
        {
            case VkResult<LongPollAnswer>.Ok { Value: var answer }:
                pulse.Heard();
                if (!await TakeAsync(answer, position, cancellationToken))
                    return Backoff.After(++_failures);

                _failures = 0;
                return _server is not null && _position?.Ts == position.Ts && time.GetElapsedTime(started) < Breath ? Breath : TimeSpan.Zero;
            case VkResult<LongPollAnswer>.Fault { Problem: var fault }:
                if (++_failures % FaultsBeforeNewKey == 0)
                    _server = null;
                var pause = Backoff.After(_failures);
                log.PollFailed(fault.Reason, _failures, pause);
                return pause;
            case VkResult<LongPollAnswer>.Error { Problem: var error }:
                pulse.Refused(error.Code);
                _server = null;
                return Refused(error);
            case var other:
                throw new InvalidOperationException($"Unknown result {other.GetType().Name}.");
        }
    }

    /// <summary>A poll that hangs for good has been met in every library (§4.3); the client's own time limit is not relied on.</summary>
    private async Task<VkResult<LongPollAnswer>> WatchedAsync(LongPollServer server, string ts, CancellationToken cancellationToken)
    {
        // While something is to be caught up with, VK need not hold the answer back.
        var wait = missed.IsDue ? ShortWait : options.Value.LongPollWait;
        var limit = wait + (2 * options.Value.LongPollMargin);
        using var step = PipelineSteps.Begin(PipelineSteps.ReceivePoll);
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            return await api.PollAsync(server, ts, wait, watch.Token).WaitAsync(limit, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            await watch.CancelAsync();
            return new VkResult<LongPollAnswer>.Fault(new VkFault("the poll hung", Uncertain: false));
        }
    }

    /// <returns>False when it has to be tried again from the old place.</returns>
    private async Task<bool> TakeAsync(LongPollAnswer answer, PollPosition position, CancellationToken cancellationToken)
    {
        switch (answer)
        {
            case LongPollAnswer.Events { Updates: var updates, Ts: var ts }:
                return await StoreAsync([.. updates.Select(update => VkEventReader.Read(update, _us))], position with { Ts = ts }, cancellationToken);
            case LongPollAnswer.HistoryLost { Ts: var ts }:
                log.HistoryLost(1);
                missed.Lost(position.NewestMessage);
                _position = position with { Ts = ts };
                return true;
            case LongPollAnswer.KeyExpired:
                _server = null;
                return true;
            case LongPollAnswer.InformationLost:
                log.HistoryLost(3);
                missed.Lost(position.NewestMessage);
                _server = null;
                _position = position with { Ts = "" };
                return true;
            default:
                throw new InvalidOperationException($"Unknown answer {answer.GetType().Name}.");
        }
    }

    private async Task<bool> StoreAsync(IReadOnlyList<VkUpdate> updates, PollPosition position, CancellationToken cancellationToken)
    {
        if (updates.Count == 0 && position == _position && !missed.IsDue)
            return true;

        var polled = updates.Where(update => !VkEventReader.IsEcho(update)).Select(update => update.Event).ToList();
        if (await missed.FindAsync(polled, cancellationToken) is not { } found)
            return false;

        // One transaction: the place moves on only together with what was found of the time that VK lost.
        var events = MissedMessages.Arranged(found, [.. missed.Unknown(polled)]);
        var latest = (time.GetUtcNow() + LargestClockError).ToUnixTimeSeconds();
        position = position with { NewestMessage = Math.Max(position.NewestMessage, updates.Select(update => update.Date).Where(date => date <= latest).DefaultIfEmpty().Max()) };
        var added = await inbox.StoreAsync(events, new StreamCursor(Channel, position.ToString()), cancellationToken);
        missed.Stored(events);
        _position = position;
        if (events.Length > 0)
            log.EventsStored(added, events.Length);
        return true;
    }

    /// <summary>
    /// A new place to read from. After a loss the stream has nothing older to bring and people wait, so that what they wrote is
    /// looked for at once; else, and if VK does not answer, it is looked for with the next poll, and until then the database
    /// keeps the old place.
    /// </summary>
    private async Task BeginAsync(PollPosition position, CancellationToken cancellationToken)
    {
        if (missed.IsFirstStart || !await StoreAsync([], position, cancellationToken))
            _position = position;
    }
}
