namespace Sferum.VkSimulator.Http;

/// <summary>Leaves Ctrl+C and SIGTERM to the program that the simulator runs in: it says when the simulator stops.</summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
