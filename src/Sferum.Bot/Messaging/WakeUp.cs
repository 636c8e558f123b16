namespace Sferum.Bot.Messaging;

/// <summary>
/// Wakes a loop of the same process at once; loops of other processes find the work by polling. Many calls before the
/// loop looks count as one.
/// </summary>
public abstract class WakeUp : IDisposable
{
    private readonly SemaphoreSlim _signal = new(0, 1);
    private int _isSignalled;

    public void Signal()
    {
        // Signalled already, the loop has not looked since: it will find this work too.
        if (Interlocked.Exchange(ref _isSignalled, 1) == 0)
        {
            _signal.Release();
        }
    }

    /// <summary>Returns when signalled, or after <paramref name="atMost"/>.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (await _signal.WaitAsync(atMost, cancellationToken))
        {
            Volatile.Write(ref _isSignalled, 0);
        }
    }

    public void Dispose()
    {
        _signal.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Events wait in the inbox.</summary>
public sealed class InboxSignal : WakeUp;

/// <summary>Messages wait in the outbox.</summary>
public sealed class OutboxSignal : WakeUp;

/// <summary>Work that nobody announces: it is due by the clock.</summary>
public sealed class SilentSignal : WakeUp;
