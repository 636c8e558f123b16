using LinqToDB.Data;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Turns;

/// <summary>
/// Fetches evidence files soon after they arrive, since the messenger's addresses expire, into content-addressed storage.
/// Who sent a file that can't be had is told so, with the point it belongs to.
/// </summary>
public sealed class EvidenceCollector(
    Database database,
    EvidenceStore evidence,
    ContentStore contents,
    IFileSource source,
    OrderBook orders,
    NoticeWriter notices,
    OutboxStore outbox,
    TimeProvider clock,
    ILogger<EvidenceCollector> logger) : BackgroundService
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

    /// <summary>While database or disk are away, what is due stays due.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var nobody = new SilentSignal();
        await new WorkLoop(nobody, clock, Period).RunAsync(CollectAsync, (_, e) => logger.CollectingFailed(e), stoppingToken);
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
            case FileFetch.TooLarge:
                await FailAsync(file, "too large", "too_large", forGood: true, cancellationToken);
                break;
            case FileFetch.Never never:
                await FailAsync(file, never.Reason, "gone", forGood: true, cancellationToken);
                break;
            case FileFetch.Later later:
                await FailAsync(file, later.Reason, "unreachable", forGood: false, cancellationToken);
                break;
            default:
                throw new InvalidOperationException($"unknown fetch {fetch.GetType().Name}");
        }
    }

    /// <param name="why">The reason as the texts of the notice tell it apart.</param>
    private async Task FailAsync(PendingFile file, string reason, string why, bool forGood, CancellationToken cancellationToken)
    {
        logger.FileNotFetched(file.Id, reason);
        await database.InTransactionAsync(
            async (db, token) =>
            {
                if (await evidence.RecordFailedAsync(db, file, reason, forGood, token) is { } failed)
                {
                    await outbox.EnqueueAsync(db, await TellAsync(db, file, failed, why, token), token);
                }
            },
            cancellationToken);
        outbox.Announce();
    }

    private async Task<IReadOnlyList<NewOutgoing>> TellAsync(
        DataConnection db, PendingFile file, FailedFile failed, string why, CancellationToken cancellationToken)
    {
        var line = await evidence.LinesOfFileAsync(db, file.Id, cancellationToken) is [var first, ..] ? first : null;
        var point = line is null ? null : orders.Orders.FirstOrDefault(o => o.Number == line.Order)?.Points.FirstOrDefault(p => p.Id == line.Point);
        return await notices.WriteAsync(
            db,
            new FactsQuery(failed.PersonId, InstitutionId: line?.InstitutionId),
            SendPurpose.Notice,
            "file_failed",
            NoticeWriter.Args(
                ("name", failed.Name),
                ("why", why),
                ("label", point?.Label ?? ""),
                ("title", point?.Title ?? ""),
                ("line", line is null ? "" : new LineKey(line.Order, line.Point).ToString())),
            cancellationToken);
    }
}
