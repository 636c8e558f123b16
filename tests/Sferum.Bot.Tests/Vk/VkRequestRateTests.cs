using Microsoft.Extensions.Time.Testing;
using Sferum.Bot.Vk.Api;

namespace Sferum.Bot.Tests.Vk;

public sealed class VkRequestRateTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task In_any_second_no_more_than_the_limit_starts()
    {
        using var rate = new VkRequestRate(20, _time);
        var begin = _time.GetTimestamp();

        // Off the test's own context, so that what the clock releases runs on at once.
        var starts = await Task.Run(() => Enumerable.Range(0, 100).Select(_ => Start()).ToList());

        Assert.All(starts, start => Assert.InRange(starts.Count(other => other >= start && other < start + TimeSpan.FromSeconds(1)), 1, 20));
        Assert.True(starts.Max() < TimeSpan.FromSeconds(5.3), $"{starts.Max()}");

        TimeSpan Start()
        {
            var call = rate.WaitAsync(default);
            while (!call.IsCompleted)
                _time.Advance(TimeSpan.FromMilliseconds(10));
            return _time.GetElapsedTime(begin);
        }
    }

    [Fact]
    public async Task A_pause_holds_up_everything()
    {
        using var rate = new VkRequestRate(20, _time);
        rate.Pause(TimeSpan.FromSeconds(3));
        var call = rate.WaitAsync(default);

        _time.Advance(TimeSpan.FromSeconds(2.9));
        Assert.False(call.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.2));

        await call.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Who_gives_up_waiting_takes_no_place()
    {
        using var rate = new VkRequestRate(1, _time);
        await rate.WaitAsync(default);
        using var cancel = new CancellationTokenSource();
        var given = rate.WaitAsync(cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        var next = rate.WaitAsync(default);

        _time.Advance(TimeSpan.FromSeconds(1.1));

        await next.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task There_is_room_only_after_those_that_wait_already()
    {
        using var rate = new VkRequestRate(20, _time);
        await rate.WaitAsync(default);
        var waiting = rate.WaitAsync(default);
        var room = rate.RoomAsync(default);

        _time.Advance(TimeSpan.FromMilliseconds(52));
        await waiting.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.False(room.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(52));

        Assert.Equal(1, await room.WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Who_calls_again_and_again_puts_off_nobody_who_waits_for_room()
    {
        using var rate = new VkRequestRate(20, _time);
        await rate.WaitAsync(default);
        var call = rate.WaitAsync(default);
        var room = rate.RoomAsync(default);

        for (var i = 0; i < 3 && !room.IsCompleted; i++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(52));
            await call.WaitAsync(TimeSpan.FromSeconds(5));
            call = rate.WaitAsync(default);
        }

        await room.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_room()
    {
        using var rate = new VkRequestRate(20, _time);
        await rate.WaitAsync(default);
        using var cancel = new CancellationTokenSource();
        var given = rate.WaitAsync(cancel.Token);
        var room = rate.RoomAsync(default);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);

        _time.Advance(TimeSpan.FromMilliseconds(52));
        _time.Advance(TimeSpan.FromMilliseconds(52));

        Assert.Equal(1, await room.WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Where_many_may_start_there_is_room_for_as_many_as_do_not_wait()
    {
        using var rate = new VkRequestRate(1000, _time);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(20, await rate.RoomAsync(default));

        for (var i = 0; i < 5; i++)
            await rate.WaitAsync(default);

        Assert.Equal(15, await rate.RoomAsync(default));
    }
}
