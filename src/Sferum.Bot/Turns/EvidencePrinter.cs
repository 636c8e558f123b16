using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Pictures;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Turns;

/// <summary>Looks at evidence that was fetched, one picture at a time, behind everything that somebody waits for.</summary>
public sealed class EvidencePrinter(PrintStore prints, ContentStore contents, TimeProvider clock, ILogger<EvidencePrinter> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>Looks at the one that waits longest.</summary>
    /// <returns>How many were looked at: 1, or 0 when none is due.</returns>
    public async Task<int> PrintAsync(CancellationToken cancellationToken)
    {
        if (await prints.ClaimAsync(cancellationToken) is not { } due)
        {
            return 0;
        }

        if (!due.IsPrinted)
        {
            await prints.RecordAsync(due.Sha256, await LookAsync(due, cancellationToken), cancellationToken);
        }

        await prints.CompareAsync(due.Sha256, cancellationToken);
        return 1;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var nobody = new SilentSignal();
        await new WorkLoop(nobody, clock, Period).RunAsync(PrintAsync, (pause, e) => logger.PrintingFailed(pause, e), stoppingToken);
    }

    private async Task<LookedAt?> LookAsync(DuePrint due, CancellationToken cancellationToken)
    {
        // Whatever ended the attempts before, if need be the process itself, is not met a fourth time.
        if (PrintStore.IsHopeless(due))
        {
            logger.NotLookedAt(due.Sha256, due.Attempt - 1);
            return null;
        }

        try
        {
            await using var content = contents.Open(due.Sha256);
            return await PictureReader.ReadAsync(content, cancellationToken);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
