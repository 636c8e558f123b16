using Sferum.Bot.Orders;

namespace Sferum.Bot.Turns;

/// <summary>Has this process give what the specialist saves or revokes, in whatever process she did it, within seconds.</summary>
public sealed class SavedAnswerWatcher(SavedAnswerStore store, AnswerDesk desk, TimeProvider clock, ILogger<SavedAnswerWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private string _version = "";

    /// <summary>Takes over what has changed since the last look.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (await store.VersionAsync(cancellationToken) != _version)
        {
            var saved = await store.AllAsync(cancellationToken);
            desk.Use(saved.All);
            _version = saved.Version;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.SavedAnswersUnread(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
