using System.Buffers;
using System.Collections;
using System.Diagnostics;
using System.Text;
using System.Text.Unicode;

namespace Sferum.Bot.Benchmarks.Load;

/// <summary>VK as far as the load needs it: the stream of events, and the directors who answer what they are sent.</summary>
internal sealed class World
{
    private static readonly byte[] BroadcastBeginning = Encoding.UTF8.GetBytes(Lap.BroadcastBeginning);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly LoadPlan _plan;
    private readonly TimeProvider _clock;
    private readonly Person[] _persons;
    private readonly EventRing _events = new();
    private readonly Histogram _latency = new();
    private readonly PriorityQueue<Person, long> _resting = new();
    private readonly Random _rest = new(22309);
    private readonly BitArray _broadcast;
    private readonly RequestLimit _limit;
    private readonly TaskCompletionSource _polled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _broadcastDone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] _scratch = new byte[32 * 1024];

    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _messageId = 1;
    private bool _goesOn;
    private bool _measures;
    private long _lastReplyAt;
    private long _startedAt;
    private double _seconds;
    private long _replies;
    private long _steps;
    private long _wrong;
    private long _doubled;
    private long _repeated;
    private long _stray;
    private long _tooMany;
    private long _requests;
    private long _polls;
    private long _unknown;
    private long _broadcastTaken;
    private long _broadcastDoubled;
    private string? _firstWrong;

    public World(LoadPlan plan, TimeProvider clock)
    {
        _plan = plan;
        _clock = clock;
        _limit = new RequestLimit(plan.RequestsPerSecond);
        _broadcast = new BitArray(plan.Broadcast);
        _persons = [.. Enumerable.Range(0, plan.Persons).Select(i => new Person(Lap.FirstPeer + ((long)i * plan.Stride)))];
    }

    /// <summary>The bot has asked for events for the first time.</summary>
    public Task Polled => _polled.Task;

    public Task BroadcastDone => _broadcastDone.Task;

    public long Ts
    {
        get
        {
            lock (_gate)
            {
                return _events.End;
            }
        }
    }

    public TimeSpan Latency => TimeSpan.FromMilliseconds(_plan.LatencyMilliseconds);

    public long Now => _clock.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Counts a request of the API.</summary>
    /// <returns>False when it is one too many for this second.</returns>
    public bool Admits()
    {
        lock (_gate)
        {
            _requests++;
            if (_limit.Takes())
            {
                return true;
            }

            _tooMany++;
            return false;
        }
    }

    public void CountUnknown()
    {
        lock (_gate)
        {
            _unknown++;
        }
    }

    /// <summary>Writes the answer of a poll; false when it can't be told what came after <paramref name="ts"/>.</summary>
    public async Task<bool> PollAsync(long ts, TimeSpan wait, IBufferWriter<byte> output, CancellationToken cancellationToken)
    {
        Task news;
        lock (_gate)
        {
            _polls++;
            if (!_events.Knows(ts))
            {
                return false;
            }

            news = _events.End > ts ? Task.CompletedTask : _news.Task;
        }

        _polled.TrySetResult();
        if (!news.IsCompleted)
        {
            await news.WaitAsync(wait, _clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        lock (_gate)
        {
            _events.Write(ts, output);
        }

        return true;
    }

    /// <summary>
    /// Everybody begins, spread over <see cref="LoadPlan.ArrivalSeconds"/>. Who begins with others keeps in step with them ever
    /// after, since who is served in turn never overtakes: what is measured would be how long the dearest step takes for all at once.
    /// </summary>
    public void Begin()
    {
        lock (_gate)
        {
            _goesOn = true;
            foreach (var person in _persons)
            {
                _resting.Enqueue(person, Later(_plan.ArrivalSeconds * _rest.NextDouble()));
            }
        }
    }

    /// <summary>Lets those speak who have rested long enough.</summary>
    /// <returns>Whether anybody will still rest.</returns>
    public bool Tick()
    {
        lock (_gate)
        {
            while (_goesOn && _resting.TryPeek(out var person, out var due) && due <= Stopwatch.GetTimestamp())
            {
                _resting.Dequeue();
                Speak(person);
            }

            return _plan.PeriodSeconds > 0 || _resting.Count > 0;
        }
    }

    public void BeginMeasuring()
    {
        lock (_gate)
        {
            _latency.Clear();
            (_replies, _steps) = (0, 0);
            _startedAt = Stopwatch.GetTimestamp();
            _measures = true;
        }
    }

    public void EndMeasuring()
    {
        lock (_gate)
        {
            _measures = false;
            _seconds = Stopwatch.GetElapsedTime(_startedAt).TotalSeconds;
            _goesOn = false;
            _lastReplyAt = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>Nobody waits any more, or nothing has come for so long that what is missing is lost.</summary>
    public bool IsSettled()
    {
        lock (_gate)
        {
            return _persons.All(person => !person.Waits) || Stopwatch.GetElapsedTime(_lastReplyAt) > Patience;
        }
    }

    public LoadResult Result()
    {
        lock (_gate)
        {
            return new LoadResult(
                _seconds,
                _replies,
                _steps,
                _latency.Quantile(0.5),
                _latency.Quantile(0.99),
                _latency.Longest,
                _wrong,
                _persons.Count(person => person.Waits),
                _doubled,
                _repeated,
                _stray,
                _tooMany,
                _requests,
                _polls,
                _unknown,
                _broadcastTaken,
                _broadcastDoubled,
                _firstWrong);
        }
    }

    /// <summary>Takes a message to one dialog.</summary>
    /// <returns>Its id.</returns>
    public long Take(long peerId, in SentMessage message)
    {
        lock (_gate)
        {
            _lastReplyAt = Stopwatch.GetTimestamp();
            if (message.Text.StartsWith(BroadcastBeginning))
            {
                TakeBroadcast(peerId, message);
            }
            else if (Find(peerId) is { } person)
            {
                Hear(person, message);
            }
            else if (_plan.Persons > 0)
            {
                CountWrong($"to nobody known, {peerId}", message);
            }
            else if (_measures)
            {
                _replies++;
            }

            return _messageId++;
        }
    }

    private void TakeBroadcast(long peerId, in SentMessage message)
    {
        var index = peerId - Lap.FirstPeer;
        if (index < 0 || index >= _broadcast.Length || _broadcast[(int)index]
            || message.Text.IndexOf(Encoding.UTF8.GetBytes(Lap.SchoolOf(peerId))) < 0)
        {
            _broadcastDoubled++;
            return;
        }

        _broadcast[(int)index] = true;
        if (++_broadcastTaken == _plan.Broadcast)
        {
            _broadcastDone.TrySetResult();
        }
    }

    private void Hear(Person person, in SentMessage message)
    {
        if (!person.IsNew(message.RandomId))
        {
            _repeated++;
            return;
        }

        if (!person.Waits)
        {
            _doubled++;
            _firstWrong ??= $"awaited nothing, {person.PeerId}: {Encoding.UTF8.GetString(message.Text)}";
            return;
        }

        var step = Lap.Steps[person.Step];
        var reply = step.Replies[person.Replies];
        if (!IsRight(person, reply, message))
        {
            HearWrong(person, message);
            return;
        }

        person.BeginsAnew = false;
        if (_measures)
        {
            _replies++;
        }

        if (++person.Replies == step.Replies.Length)
        {
            Finish(person);
        }
    }

    private bool IsRight(Person person, LapReply reply, in SentMessage message)
    {
        if (message.Text.IndexOf(reply.MarkerBytes) < 0 || !Echoes(person, reply.Echo, message.Text))
        {
            return false;
        }

        if (reply.Button is null)
        {
            return true;
        }

        var length = message.PayloadOf(reply.ButtonBytes, _scratch, person.PayloadBuffer);
        person.SetPayload(Math.Max(0, length));
        return length >= 0;
    }

    private static bool Echoes(Person person, LapEcho echo, ReadOnlySpan<byte> text) => echo switch
    {
        LapEcho.None => true,
        LapEcho.School => text.IndexOf(person.School) >= 0,
        LapEcho.ToldNumber => Has(text, person.Told),
        LapEcho.KeptNumber => person.Kept == 0 || Has(text, person.Kept),
        _ => throw new InvalidOperationException($"Unknown echo {echo}."),
    };

    private static bool Has(ReadOnlySpan<byte> text, int number)
    {
        Span<byte> echo = stackalloc byte[64];
        return Utf8.TryWrite(echo, $"Ознакомлено: {number} из {Lap.All}", out var length) && text.IndexOf(echo[..length]) >= 0;
    }

    private void HearWrong(Person person, in SentMessage message)
    {
        if (person.BeginsAnew)
        {
            _stray++;
            return;
        }

        CountWrong($"{person.PeerId} at step {person.Step}, reply {person.Replies}", message);
        person.BeginsAnew = true;
        person.Kept = 0;
        person.Step = 0;
        person.Replies = 0;
        Speak(person);
    }

    private void CountWrong(string what, in SentMessage message)
    {
        _wrong++;
        _firstWrong ??= $"{what}: {Encoding.UTF8.GetString(message.Text)}";
    }

    private void Finish(Person person)
    {
        if (_measures)
        {
            _steps++;
            _latency.Add(Stopwatch.GetElapsedTime(person.QueuedAt));
        }

        if (person.Step == Lap.Submits)
        {
            person.Kept = person.Told;
            person.Lap++;
        }

        person.Step = (person.Step + 1) % Lap.Steps.Length;
        person.Replies = 0;
        person.Waits = false;
        if (!_goesOn)
        {
            return;
        }

        if (_plan.PeriodSeconds > 0)
        {
            // From the writing before to the next one, evenly spread between half the period and one and a half.
            var next = person.QueuedAt + (long)(_plan.PeriodSeconds * (0.5 + _rest.NextDouble()) * Stopwatch.Frequency);
            _resting.Enqueue(person, next);
        }
        else
        {
            Speak(person);
        }
    }

    private void Speak(Person person)
    {
        var step = Lap.Steps[person.Step];
        person.Waits = true;
        person.QueuedAt = Stopwatch.GetTimestamp();
        Span<byte> number = stackalloc byte[32];
        scoped ReadOnlySpan<byte> text = step.Bytes;
        if (person.Step == Lap.TellsNumber && Utf8.TryWrite(number, $"{person.Told} из {Lap.All}", out var length))
        {
            text = number[..length];
        }

        person.MessageNumber += 2;
        _events.Append(person.PeerId, person.MessageNumber, Now, text, step.IsPress ? person.Payload : []);
        var news = _news;
        _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        news.TrySetResult();
    }

    private Person? Find(long peerId)
    {
        var (index, rest) = Math.DivRem(peerId - Lap.FirstPeer, _plan.Stride);
        return rest == 0 && index >= 0 && index < _persons.Length ? _persons[index] : null;
    }

    private static long Later(double seconds) => Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency);
}
