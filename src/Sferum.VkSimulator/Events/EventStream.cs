using System.Globalization;
using System.Text.Json.Nodes;
using Sferum.VkSimulator.Faults;
using Sferum.VkSimulator.Traffic;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Events;

/// <summary>
/// Events of the community: numbered for long poll, handed to the callback servers (vk-platform.md §4.1). Used under the
/// world's gate, like the world itself.
/// </summary>
internal sealed class EventStream(VkWorld world, FaultBoard faults, TrafficLog traffic, CallbackServers callbacks)
{
    /// <summary>How far <see cref="Fault.RewindTs"/> goes back.</summary>
    private const int Rewind = 10;

    private readonly BoundedHistory<string> _history = new(world.Options.EventHistory);
    private readonly Dictionary<string, DateTimeOffset> _keys = [];
    private TaskCompletionSource? _waiting;

    public string Ts => _history.Last.ToString(CultureInfo.InvariantCulture);

    /// <summary>Raises an event and returns its id; where the type is switched off, nobody hears of it.</summary>
    /// <param name="repeatedId">Id of an event that VK delivers once more.</param>
    public string Emit(string type, JsonObject body, string? repeatedId = null)
    {
        var eventId = repeatedId ?? Tokens.Hex(20);
        var settings = world.Settings;
        var polled = settings.LongPollEnabled && settings.LongPollEvents.Contains(type);
        var called = callbacks.Wants(type);
        if (!polled && !called)
            return eventId;
        var update = new JsonObject
        {
            ["group_id"] = world.Options.GroupId,
            ["type"] = type,
            ["event_id"] = eventId,
            ["v"] = settings.LongPollVersion,
            ["object"] = body,
        };
        var json = update.ToJsonString(Json.Relaxed);
        if (TrafficTap.IsOpen)
            TrafficTap.Write(world.Options, new Exchange.Event(json));
        traffic.Other("event", type, json, "", 0);
        var copies = faults.Draw<Fault.DuplicateEvent>(type) is null ? 1 : 2;
        for (var copy = 0; copy < copies; copy++)
        {
            if (polled)
                Publish(json);
            if (called)
                callbacks.Enqueue(type, json);
        }

        return eventId;
    }

    /// <summary>Puts an update into the stream as it is, damaged or not.</summary>
    public void EmitRaw(string json)
    {
        traffic.Other("event", "raw", json, "", 0);
        if (world.Settings.LongPollEnabled)
            Publish(json);
        callbacks.EnqueueRaw(json);
    }

    /// <summary>True when somebody hears of events of this type: spares making their objects.</summary>
    public bool Wants(string type) =>
        (world.Settings.LongPollEnabled && world.Settings.LongPollEvents.Contains(type)) || callbacks.Wants(type);

    public string NewKey()
    {
        var now = world.Clock.GetUtcNow();
        foreach (var (key, at) in _keys.ToArray())
        {
            if (IsExpired(at, now))
                _keys.Remove(key);
        }

        var fresh = Tokens.Hex(20);
        _keys[fresh] = now;
        return fresh;
    }

    public void ForgetKeys() => _keys.Clear();

    /// <summary>What long poll answers now, or null with the task that completes at the next event.</summary>
    public PollAnswer? Poll(string? key, string? ts, out Task next)
    {
        next = Task.CompletedTask;
        var now = world.Clock.GetUtcNow();
        if (key is null || !_keys.TryGetValue(key, out var at) || IsExpired(at, now))
            return new PollAnswer.Failed(2, null);
        if (faults.Draw<Fault.LoseTs>(FaultBoard.LongPoll) is not null)
        {
            _keys.Remove(key);
            return new PollAnswer.Failed(3, null);
        }

        if (faults.Draw<Fault.ErrorCode>(FaultBoard.LongPoll, named: true) is { } error)
            return new PollAnswer.Failed(error.Code, error.Code == 1 ? _history.Last : null);
        if (!long.TryParse(ts, NumberStyles.None, CultureInfo.InvariantCulture, out var from) || from > _history.Last)
            return new PollAnswer.Failed(1, _history.Last);
        if (from < _history.First - 1)
            return new PollAnswer.Failed(1, _history.First - 1);
        if (from > 0 && faults.Draw<Fault.RewindTs>(FaultBoard.LongPoll) is not null)
            from = Math.Max(_history.First - 1, from - Rewind);
        if (from == _history.Last)
        {
            _waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            next = _waiting.Task;
            return null;
        }

        var updates = _history.After(from).Take(world.Options.EventsPerPoll).ToList();
        return new PollAnswer.Updates(from + updates.Count, updates);
    }

    private bool IsExpired(DateTimeOffset at, DateTimeOffset now) => now - at > world.Options.LongPollKeyLifetime;

    private void Publish(string json)
    {
        _history.Add(json);
        _waiting?.SetResult();
        _waiting = null;
    }
}

/// <summary>Answer of long poll (vk-platform.md §4.3).</summary>
internal abstract record PollAnswer
{
    private PollAnswer()
    {
    }

    public sealed record Updates(long Ts, IReadOnlyList<string> Json) : PollAnswer;

    /// <param name="Ts">Where to go on; with code 1 only, and then as a number.</param>
    public sealed record Failed(int Code, long? Ts) : PollAnswer;
}
