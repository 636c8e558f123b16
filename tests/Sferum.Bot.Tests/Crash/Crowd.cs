using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Crash;

/// <summary>People who talk with the bot at the same time.</summary>
internal sealed class Crowd : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TestSimulator _vk;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _clock;
    private readonly Dictionary<long, Talker> _talkers;
    private readonly CancellationTokenSource _stop = new();
    private Task? _talk;
    private long _told;
    private long _lastTold;
    private long _longestSilence;
    private long _longestWait;

    /// <param name="patience">How long somebody waits for a reply before he gives up; by default longer than any outage that a test makes.</param>
    /// <param name="inBursts">Which of them write all lines of a round at once.</param>
    public Crowd(TestSimulator vk, TalkScript script, long firstId, int count, Func<int, bool>? inBursts = null, TimeSpan? patience = null)
    {
        _vk = vk;
        _patience = patience ?? Patience;
        _clock = TimeProvider.System;
        _talkers = Enumerable.Range(0, count).ToDictionary(
            i => firstId + i, i => new Talker(vk.People, script, firstId + i, inBursts?.Invoke(i) ?? false, _clock, Note));
        foreach (var id in _talkers.Keys)
        {
            vk.People.Add("Пётр", "Образцов", "учитель", id);
        }

        vk.People.Told += Hear;
    }

    /// <summary>Messages that the crowd has been told so far.</summary>
    public long Told => Interlocked.Read(ref _told);

    /// <summary>Where everybody stands.</summary>
    public string State => string.Join('\n', _talkers.Values.Select(talker => talker.State));

    /// <summary>Rounds that every one of them has talked so far.</summary>
    public int RoundsOfTheSlowest => _talkers.Values.Min(talker => talker.Rounds);

    public void Start() => _talk = Task.WhenAll(_talkers.Values.Select(talker => Task.Run(() => talker.TalkAsync(_patience, _stop.Token))));

    /// <summary>Waits until so many more messages have been told.</summary>
    public Task TalksOnAsync(int messages)
    {
        var enough = Told + messages;
        return Eventually.TrueAsync(() => Told >= enough, () => $"only {Told} messages were told, not {enough}", Patience);
    }

    /// <summary>Everybody talks his round to the end and gets his replies, or loses his patience.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await (_talk ?? Task.CompletedTask);
    }

    /// <summary>Forgets the waits so far.</summary>
    public void BeginWaits() => Interlocked.Exchange(ref _longestWait, 0);

    /// <summary>The longest that anybody has waited for a reply which came since <see cref="BeginWaits"/>.</summary>
    public TimeSpan LongestWait => new(Interlocked.Read(ref _longestWait));

    /// <summary>Forgets the silence so far.</summary>
    public void BeginSilence()
    {
        Interlocked.Exchange(ref _lastTold, _clock.GetTimestamp());
        Interlocked.Exchange(ref _longestSilence, 0);
    }

    /// <summary>The longest time since <see cref="BeginSilence"/> in which nobody was told anything.</summary>
    public TimeSpan LongestSilence => new(Math.Max(
        Interlocked.Read(ref _longestSilence), _clock.GetElapsedTime(Interlocked.Read(ref _lastTold)).Ticks));

    /// <summary>What came of it. To be asked for when nothing more can come.</summary>
    public CrowdReport Report()
    {
        foreach (var talker in _talkers.Values)
        {
            talker.HearRest();
        }

        return CrowdReport.Of([.. _talkers.Values]);
    }

    public void Dispose()
    {
        _vk.People.Told -= Hear;
        _stop.Cancel();
        _stop.Dispose();
    }

    private void Note(TimeSpan wait) => Raise(ref _longestWait, wait.Ticks);

    private static void Raise(ref long longest, long value)
    {
        for (var known = Interlocked.Read(ref longest); value > known; known = Interlocked.Read(ref longest))
        {
            Interlocked.CompareExchange(ref longest, value, known);
        }
    }

    private void Hear(long peer, string text)
    {
        if (!_talkers.TryGetValue(peer, out var talker))
        {
            return;
        }

        talker.Hear(text);
        Interlocked.Increment(ref _told);
        var now = _clock.GetTimestamp();
        Raise(ref _longestSilence, _clock.GetElapsedTime(Interlocked.Exchange(ref _lastTold, now), now).Ticks);
    }
}
