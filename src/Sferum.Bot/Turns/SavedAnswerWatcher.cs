using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Turns;

/// <summary>Has this process give what the specialist saves or revokes, in whatever process she did it, within seconds.</summary>
public sealed class SavedAnswerWatcher(SavedAnswerStore store, AnswerDesk desk, TimeProvider clock, ILogger<SavedAnswerWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private string _version = "";

    /// <summary>Takes over what has changed since the last look.</summary>
    /// <returns>0: there is nothing to go on with at once.</returns>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        if (await store.VersionAsync(cancellationToken) != _version)
        {
            var saved = await store.AllAsync(cancellationToken);
            desk.Use(saved.All);
            _version = saved.Version;
        }

        return 0;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var nobody = new SilentSignal();
        await new WorkLoop(nobody, clock, Pause).RunAsync(LookAsync, (_, e) => logger.SavedAnswersUnread(e), stoppingToken);
    }
}
