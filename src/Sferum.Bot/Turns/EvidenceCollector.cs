using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Turns;

/// <summary>Fetches evidence files soon after they arrive, since the messenger's addresses expire, into content-addressed storage.</summary>
public sealed class EvidenceCollector(
    EvidenceStore evidence, ContentStore contents, IFileSource source, TimeProvider clock, ILogger<EvidenceCollector> logger) : BackgroundService
{
    /// <summary>Larger ones are refused; VK itself takes photos up to 50 MB (<c>vk-platform.md</c> §2.2).</summary>
    internal const long LargestFile = 50 * 1024 * 1024;

    private const int BatchSize = 10;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>Fetches what is due now.</summary>
    /// <returns>How many files were tried.</returns>
    public async Task<int> CollectAsync(CancellationToken cancellationToken)
    {
        var files = await evidence.ClaimPendingAsync(BatchSize, cancellationToken);
        foreach (var file in files)
        {
            try
            {
                await CollectAsync(file, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Disk or database refuse this one; it comes back with its next attempt, and the others go on.
                logger.CollectingFailed(e);
            }
        }

        return files.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await CollectAsync(stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // Database or disk are away: the rows stay pending.
                    logger.CollectingFailed(e);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The process stops.
        }
    }

    private async Task CollectAsync(PendingFile file, CancellationToken cancellationToken)
    {
        FileFetch fetch = new FileFetch.Later("not tried");
        var stored = await contents.AddAsync(async sink =>
        {
            fetch = await source.FetchAsync(file.Url, sink, LargestFile, cancellationToken);
            return fetch is FileFetch.Whole;
        });
        switch (fetch)
        {
            case FileFetch.Whole when stored is not null:
                await evidence.RecordStoredAsync(file.Id, stored.Sha256, stored.Size, cancellationToken);
                break;
            case FileFetch.Never never:
                logger.FileNotFetched(file.Id, never.Reason);
                await evidence.RecordFailedAsync(file, never.Reason, forGood: true, cancellationToken);
                break;
            case FileFetch.Later later:
                logger.FileNotFetched(file.Id, later.Reason);
                await evidence.RecordFailedAsync(file, later.Reason, forGood: false, cancellationToken);
                break;
            default:
                throw new InvalidOperationException($"unknown fetch {fetch.GetType().Name}");
        }
    }
}
