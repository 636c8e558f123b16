using System.Diagnostics;
using System.Runtime.CompilerServices;
using Sferum.Bot.Benchmarks.Bots;
using Sferum.Bot.Benchmarks.Data;
using Sferum.Bot.Benchmarks.Figures;
using Sferum.Bot.Benchmarks.Load;
using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Benchmarks.Scenarios;

/// <summary>Ten thousand personal messages put into the ledger at once, under the limit: alone, and while people write.</summary>
internal sealed class Broadcast : Scenario
{
    private const int Messages = 10_000;

    /// <summary>The limit's own time is 20 s.</summary>
    private const int MostSeconds = 90;

    private const int Writers = 50;
    private const double WritersPeriod = 5;

    public override string Name => "broadcast";

    public override async IAsyncEnumerable<Run> RunAsync(
        Choice choice, Stores stores, Measurement measurement, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (bot, persons) in choice.Bots.OfType<SferumBot>().SelectMany(bot => new[] { (bot, 0), (bot, Writers) }))
        {
            var plan = new LoadPlan(
                persons, RequestsPerSecond: Limit, PeriodSeconds: WritersPeriod, WarmSeconds: choice.WarmSeconds, Seconds: MostSeconds, Broadcast: Messages);
            await using var place = await stores.NewAsync(bot.Store, Directors, cancellationToken);
            yield return await measurement.RunAsync(Name, bot, plan, place, () => EnqueueAsync(place, cancellationToken), cancellationToken);
        }
    }

    /// <returns>When all were committed.</returns>
    private static async Task<long> EnqueueAsync(StorePlace place, CancellationToken cancellationToken)
    {
        await using var database = new Database(place.Provider, place.ConnectionString);
        using var signal = new OutboxSignal();
        var outbox = new OutboxStore(database, new PeerStore(database, TimeProvider.System), TimeProvider.System, signal);

        // A broadcast waits out quiet hours and days off; this is to be measured at any time.
        var messages = Enumerable.Range(0, Messages).Select(i => new NewOutgoing(Lap.FirstPeer + i, SendPurpose.Notice, new Outgoing.Text(TextFor(i), null, [])));
        await database.InTransactionAsync((db, token) => outbox.EnqueueAsync(db, messages, token), cancellationToken);
        return Stopwatch.GetTimestamp();
    }

    private static string TextFor(int index) =>
        $"{Lap.BroadcastBeginning} № {index + 1}. МОУ «{Lap.SchoolOf(Lap.FirstPeer + index)}, напоминаем о приказе № 223-09: проверьте, всё ли отправлено. Список ваших пунктов в «меню».";
}
