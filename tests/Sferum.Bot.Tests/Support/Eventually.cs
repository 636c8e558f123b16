namespace Sferum.Bot.Tests.Support;

/// <summary>Awaits a condition of another process or thread instead of sleeping for a guessed time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    public static async Task TrueAsync(Func<Task<bool>> condition, Func<string> otherwise, TimeSpan? patience = null)
    {
        using var timeout = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(20));
        while (!await condition())
        {
            if (timeout.IsCancellationRequested)
            {
                Assert.Fail(otherwise());
            }

            await Task.Delay(Step, TimeProvider.System, CancellationToken.None);
        }
    }

    public static Task TrueAsync(Func<bool> condition, Func<string> otherwise, TimeSpan? patience = null) =>
        TrueAsync(() => Task.FromResult(condition()), otherwise, patience);
}
