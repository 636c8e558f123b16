using System.Runtime.InteropServices;

namespace Sferum.Bot.Commands;

/// <summary>Gives back to the system what the process has freed and would keep.</summary>
internal static class FreedMemory
{
    private static readonly TimeSpan Started = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    /// <summary>Null where there is none: without glibc.</summary>
    private static readonly MallocTrim? Trim = Find();

    private delegate int MallocTrim(nuint pad);

    public static async Task GiveBackAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(Started, TimeProvider.System, stoppingToken);

            // What was read and learned to start with, some 40 MB, would stay for hours in a process in which little happens.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            using var timer = new PeriodicTimer(Period, TimeProvider.System);
            do
            {
                // The JIT compiler keeps up to 16 MB of its buffers, and drops on the finalizer's thread what was idle since that thread
                // ran before; where nothing has a finalizer, it never runs.
                GC.WaitForPendingFinalizers();
            }
            while (TrimNative() && await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    /// <summary>glibc keeps what is freed below anything still in use, here the JIT compiler's buffers.</summary>
    /// <returns>False where there is nothing to be done.</returns>
    public static bool TrimNative()
    {
        Trim?.Invoke(0);
        return Trim is not null;
    }

    private static MallocTrim? Find() =>
        OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out var libc) && NativeLibrary.TryGetExport(libc, "malloc_trim", out var function)
            ? Marshal.GetDelegateForFunctionPointer<MallocTrim>(function)
            : null;
}
