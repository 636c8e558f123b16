using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>
/// A loop over waiting work that never gives up: it goes on at once while there is work, waits to be woken when there is
/// none, and pauses longer and longer (0.25 s … 30 s) while the work throws, because what it works on is away.
/// </summary>
/// <param name="idle">How long it rests when there is no work and nobody wakes it; by default 0.25 s.</param>
public sealed class WorkLoop(WakeUp signal, TimeProvider clock, TimeSpan? idle = null)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <param name="work">Does what waits now and returns how much it took up.</param>
    /// <param name="failed">Told of what was thrown and how long the pause is.</param>
    public async Task RunAsync(Func<CancellationToken, Task<int>> work, Action<TimeSpan, Exception> failed, CancellationToken stoppingToken)
    {
        var pause = ShortestPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await work(stoppingToken) == 0)
                {
                    await signal.WaitAsync(idle ?? ShortestPause, stoppingToken);
                }

                pause = ShortestPause;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                failed(pause, e);
                await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }
}
