namespace Sferum.Bot.Vk.Receiving;

/// <summary>When VK was last heard, for the health addresses (<c>vk-platform.md</c> §9, lesson 14).</summary>
internal sealed class PollPulse(TimeProvider time)
{
    private bool _open;
    private long _heard = time.GetTimestamp();
    private int _lastError;

    /// <summary>Since the last poll that brought an answer, or since the start.</summary>
    public TimeSpan Silence => time.GetElapsedTime(Interlocked.Read(ref _heard));

    /// <summary>VK's error code of the last attempt; 0 when the last attempt was good or the network failed.</summary>
    public int LastErrorCode => Volatile.Read(ref _lastError);

    /// <summary>The place from which to read is known: what is written from now on is heard.</summary>
    public bool IsOpen => Volatile.Read(ref _open);

    public void Opened() => Volatile.Write(ref _open, true);

    public void Heard()
    {
        Interlocked.Exchange(ref _heard, time.GetTimestamp());
        Volatile.Write(ref _lastError, 0);
    }

    public void Refused(int code) => Volatile.Write(ref _lastError, code);
}
