using System.Globalization;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Reports;
using Sferum.Bot.Storage;
using static Sferum.Bot.Turns.NoticeWriter;

namespace Sferum.Bot.Turns;

/// <summary>Whole answers as files, where a message shows the beginning only.</summary>
public sealed class TableEffects(
    DistrictReport report, OverviewLoader overviews, ContentStore contents, NoticeWriter notices, IOptions<OfficeOptions> office, TimeProvider clock)
{
    /// <summary>The table as an Excel file; only words where there is nothing to put into it.</summary>
    internal async Task<IEnumerable<NewOutgoing>> SendAsync(DataConnection db, long specialistId, Effect.SendTable send, CancellationToken cancellationToken)
    {
        if (!office.Value.Specialists.Contains(specialistId))
        {
            throw new RefusedEffectException(send, WriteResult.NotAllowed);
        }

        var told = await notices.WriteAsync(
            db, new FactsQuery(specialistId) { Asks = [send.Ask] }, SendPurpose.Reply, "table_made", Args(("ask", send.Ask)), cancellationToken);
        if (overviews.QueryOf(send.Ask) is not { } query || await report.OfAsync(db, query, cancellationToken) is not { Institutions: > 0 } table)
        {
            return told;
        }

        var stored = await contents.AddMadeAsync(table.ToXlsx(), cancellationToken);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), office.Value.GetZone()).DateTime);
        var file = new OutgoingFile(stored.Sha256, string.Create(CultureInfo.InvariantCulture, $"{table.Table.Name} {today:dd.MM.yyyy}{DistrictTable.Extension}"));
        return told.Select((message, at) => at == 0 && message.Content is Outgoing.Text text ? message with { Content = text with { Files = [file] } } : message);
    }
}
