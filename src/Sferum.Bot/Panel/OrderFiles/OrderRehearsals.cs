using Sferum.Bot.Orders;

namespace Sferum.Bot.Panel.OrderFiles;

/// <summary>
/// Rehearsals of uploaded orders: one at a time in this process, beside everything else, ended by itself at the latest
/// after some minutes. Of the last one it is known how it went until the next begins or the program ends.
/// </summary>
internal sealed class OrderRehearsals(PlayOrder play, IHostApplicationLifetime lifetime, ILogger<OrderRehearsals> logger)
{
    private const int Heads = 10;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly Lock _gate = new();
    private Run? _run;

    /// <returns>False when another one is under way.</returns>
    public bool Begin(long versionId, Order order)
    {
        Run run;
        lock (_gate)
        {
            if (_run is { State: RehearsalState.Running })
            {
                return _run.VersionId == versionId;
            }

            run = new Run(versionId, CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping));
            _run = run;
        }

        // It is the computer's time that is bounded, whatever the bot's clock says.
        run.Cancellation.CancelAfter(Longest);
        _ = Task.Run(() => PlayAsync(run, order), CancellationToken.None);
        return true;
    }

    public void Stop(long versionId)
    {
        lock (_gate)
        {
            if (_run is { State: RehearsalState.Running } run && run.VersionId == versionId)
            {
                run.State = new RehearsalState.Stopped();
                run.Cancellation.Cancel();
            }
        }
    }

    /// <summary>How the last rehearsal of this version goes or went; null: there is none.</summary>
    public RehearsalState? Of(long? versionId)
    {
        lock (_gate)
        {
            return _run is { } run && run.VersionId == versionId ? run.State : null;
        }
    }

    private async Task PlayAsync(Run run, Order order)
    {
        try
        {
            var played = await play(order, Heads, share => Become(run, new RehearsalState.Running((int)(share * 100))), run.Cancellation.Token);
            Become(run, new RehearsalState.Done(played));
        }
        catch (OperationCanceledException)
        {
            Become(run, new RehearsalState.Stopped());
        }
        catch (Exception fault)
        {
            logger.RehearsalFailed(fault, run.VersionId);
            Become(run, new RehearsalState.Failed());
        }
        finally
        {
            run.Cancellation.Dispose();
        }
    }

    private void Become(Run run, RehearsalState state)
    {
        lock (_gate)
        {
            if (run.State is RehearsalState.Running)
            {
                run.State = state;
            }
        }
    }

    private sealed class Run(long versionId, CancellationTokenSource cancellation)
    {
        public long VersionId => versionId;

        public CancellationTokenSource Cancellation => cancellation;

        public RehearsalState State { get; set; } = new RehearsalState.Running(0);
    }
}

/// <summary>How a rehearsal goes or went. A closed list.</summary>
public abstract record RehearsalState
{
    private RehearsalState()
    {
    }

    public sealed record Running(int Percent) : RehearsalState;

    public sealed record Done(PlayedOrder Played) : RehearsalState;

    /// <summary>By a person, by the end of the program, or because it took too long.</summary>
    public sealed record Stopped : RehearsalState;

    public sealed record Failed : RehearsalState;
}
