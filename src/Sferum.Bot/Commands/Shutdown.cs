namespace Sferum.Bot.Commands;

/// <summary>Waits for Ctrl+C or SIGTERM, which System.CommandLine turns into a cancellation.</summary>
internal static class Shutdown
{
    /// <summary>As long as a service manager gives before it kills.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>
    /// After this the process ends with 143 whatever it is doing; by default System.CommandLine gives it 2 s, which a busy
    /// machine needs for stopping alone. Shorter than what systemd and Kubernetes wait (30 s).
    /// </summary>
    public static TimeSpan Patience { get; } = Grace + TimeSpan.FromSeconds(10);

    public static async Task WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // That is what was waited for.
        }
    }

    /// <summary>Waits, then stops the application so that nothing in flight is lost.</summary>
    public static async Task WaitAsync(WebApplication app, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, app.Lifetime.ApplicationStopping);
        await WaitAsync(stopping.Token);
        using var grace = new CancellationTokenSource(Grace);
        await app.StopAsync(grace.Token);
    }
}
