namespace Sferum.Bot.Storage;

/// <summary>
/// Wakes a loop of the same process at once, and through <see cref="Leadership"/> the one that leads; other loops of other
/// processes find the work by polling. Many calls before the loop looks count as one.
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
    /// <returns>Whether it was signalled.</returns>
    public async Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (!await _signal.WaitAsync(atMost, cancellationToken))
        {
            return false;
        }

        Volatile.Write(ref _isSignalled, 0);
        return true;
    }

    public void Dispose()
    {
        _signal.Dispose();
        GC.SuppressFinalize(this);
    }
}
