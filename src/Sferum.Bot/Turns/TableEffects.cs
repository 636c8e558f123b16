using System.Globalization;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Calendar;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Reports;
using Sferum.Bot.Storage;
using static Sferum.Bot.Turns.NoticeWriter;

namespace Sferum.Bot.Turns;

/// <summary>Whole answers as files, where a message shows the beginning only.</summary>
public sealed class TableEffects(
    DistrictReport report, BroadcastReport fates, OverviewLoader overviews, ContentStore contents, NoticeWriter notices, IOptions<OfficeOptions> office, TimeProvider clock)
{
    /// <summary>The table as an Excel file; only words where there is nothing to put into it.</summary>
    internal async Task<IEnumerable<NewOutgoing>> SendAsync(DataConnection db, long specialistId, Effect.SendTable send, CancellationToken cancellationToken)
    {
        await RefusedEffectException.ThrowUnlessSpecialistAsync(db, send, specialistId, office.Value, clock, cancellationToken);

        var told = await notices.WriteAsync(
            db, new FactsQuery(specialistId) { Asks = [send.Ask] }, SendPurpose.Reply, "table_made", Args(("ask", send.Ask)), cancellationToken);
        if (overviews.QueryOf(send.Ask) is not { } query || await report.OfAsync(db, query, cancellationToken) is not { Institutions: > 0 } table)
        {
            return told;
        }

        return await WithAsync(told, table.Table, cancellationToken);
    }

    /// <summary>What became of each recipient of a broadcast.</summary>
    internal async Task<IEnumerable<NewOutgoing>> SendAsync(DataConnection db, long specialistId, Effect.SendFates send, CancellationToken cancellationToken)
    {
        await RefusedEffectException.ThrowUnlessSpecialistAsync(db, send, specialistId, office.Value, clock, cancellationToken);

        var table = await fates.OfAsync(db, send.BroadcastId, cancellationToken);
        var told = await notices.WriteAsync(
            db, new FactsQuery(specialistId), SendPurpose.Reply, "fates_made", Args(("recipients", Text(table.Rows.Length))), cancellationToken);
        return table.Rows.IsEmpty ? told : await WithAsync(told, table, cancellationToken);
    }

    /// <summary>The table goes with the first message.</summary>
    private async Task<IEnumerable<NewOutgoing>> WithAsync(IReadOnlyList<NewOutgoing> told, Table table, CancellationToken cancellationToken)
    {
        var stored = await contents.AddMadeAsync(table.ToXlsx(), cancellationToken);
        var today = office.Value.GetZone().DayOf(clock.GetUtcNow());
        var file = new OutgoingFile(stored.Sha256, string.Create(CultureInfo.InvariantCulture, $"{table.Name} {today:dd.MM.yyyy}{Table.Extension}"));
        return told.Select((message, at) => at == 0 && message.Content is Outgoing.Text text ? message with { Content = text with { Files = [file] } } : message);
    }
}
