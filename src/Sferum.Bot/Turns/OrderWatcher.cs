using Sferum.Bot.Messaging;
using Sferum.Bot.Orders.InForce;

namespace Sferum.Bot.Turns;

/// <summary>Has this process go by the orders that are in force: before its first turn, within seconds of a change, and when a day begins.</summary>
public sealed class OrderWatcher(OrdersInForce orders, TimeProvider clock, ILogger<OrderWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var nobody = new SilentSignal();
        await new WorkLoop(nobody, clock, Pause).RunAsync(LookAsync, (_, e) => logger.OrdersUnread(e), stoppingToken);
    }

    /// <returns>0: there is nothing to go on with at once.</returns>
    private async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        foreach (var fault in await orders.LookAsync(cancellationToken))
        {
            logger.OrderNotUnderstood(fault.File, fault.Line);
        }

        return 0;
    }
}
