using Sferum.Bot.Orders;
using Sferum.Bot.Panel.OrderFiles;
using Sferum.Bot.Rehearsal;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Commands;

/// <summary>
/// Lets the panel play an uploaded order. In this process: the engine has a database in memory of its own, the search has
/// learned here already, and a token ends it; a child process would have to find the program and its settings and learn anew.
/// </summary>
internal static class OrderRehearsal
{
    private const int Seed = 1;

    public static PlayOrder For(IServiceProvider services, DataFolder data, IConfiguration settings) => async (order, heads, advanced, cancellationToken) =>
    {
        var dialogs = data.Dialogs ?? throw new InvalidOperationException("dialogs with faults are not run");
        var campaign = new Campaign(dialogs, new OrderBook([order]), order, data.Calendar, services.GetRequiredService<AnswerDesk>(), settings) { Advanced = advanced };
        var result = await campaign.RunAsync(heads, Seed, cancellationToken);
        return new PlayedOrder(
            result.Heads.Length,
            result.Heads.Count(head => head.Done is not null),
            result.MessagesSent,
            result.ByKind.Reminders,
            result.SentOutsideGate,
            result.Specialist.Reviewed,
            [.. result.Days.Where(day => day.Sent > 0).Select(day => new PlayedDay(day.Day, day.Sent, day.Reminded, day.Reported, day.Done))]);
    };
}
