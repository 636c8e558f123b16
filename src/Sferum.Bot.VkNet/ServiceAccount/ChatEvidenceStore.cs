using System.Collections.Immutable;
using System.Globalization;
using LinqToDB;
using LinqToDB.Async;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;

namespace Sferum.Bot.VkNet.ServiceAccount;

/// <summary>Chats that stand in reports, and the journal's word that somebody of the office has seen one.</summary>
internal sealed class ChatEvidenceStore(Database database, JournalStore journal, OrderBook orders, TimeProvider clock)
{
    /// <summary>Action of the journal's entry.</summary>
    public const string Action = "chat_confirmed";

    private const string TitlePart = ".title";

    /// <summary>Of reports that stand, were accepted or were returned, and of institutions that are not archived.</summary>
    public Task<ImmutableArray<NamedChat>> NamedAsync(CancellationToken cancellationToken) => database.InTransactionAsync(
        async (db, token) =>
        {
            string[] standing = [ReportStatus.Reported, ReportStatus.Accepted, ReportStatus.Returned];
            var reports = await (
                from report in db.GetTable<ReportRecord>()
                join institution in db.GetTable<InstitutionRecord>() on report.InstitutionId equals institution.Id
                where !institution.Archived && standing.Contains(report.Status)
                orderby institution.Name, report.Point
                select new { report.InstitutionId, institution.Name, report.OrderNumber, report.Point, report.Answers }).ToListAsync(token);
            var acting = (await Memberships.At(db, clock.GetUtcNow()).Select(m => new { m.InstitutionId, m.PersonId }).ToListAsync(token))
                .ToLookup(m => m.InstitutionId, m => m.PersonId);
            var labels = orders.Orders.SelectMany(order => order.Points.Select(point => (order.Number, point.Id, point.Label)))
                .ToDictionary(point => (point.Number, point.Id), point => point.Label);
            return reports.SelectMany(report =>
            {
                var answers = OrdersJson.Read(report.Answers);
                return answers.Where(answer => answer.Key.EndsWith(TitlePart, StringComparison.Ordinal)).Select(answer => new NamedChat(
                    new ReportLine(report.InstitutionId, report.OrderNumber, report.Point),
                    report.Name,
                    labels.GetValueOrDefault((report.OrderNumber, report.Point), report.Point),
                    answer.Value,
                    answers.GetValueOrDefault($"{answer.Key[..^TitlePart.Length]}.members"),
                    [.. acting[report.InstitutionId]]));
            }).ToImmutableArray();
        },
        cancellationToken);

    /// <summary>Writes into the journal that the account has seen this chat for the line. It decides nothing.</summary>
    /// <returns>False when the last word of the journal is the same already.</returns>
    public Task<bool> RecordAsync(ReportLine line, SeenChat chat, CancellationToken cancellationToken) => database.InTransactionAsync(
        async (db, token) =>
        {
            await JournalStore.LockAsync(db, token);
            var people = chat.People.Count.ToString(CultureInfo.InvariantCulture);
            var history = (await journal.HistoryAsync(db, [line], token))[line];
            if (history.LastOrDefault(entry => entry.Action == Action) is { } last
                && last.Data.GetValueOrDefault("title") == chat.Title && last.Data.GetValueOrDefault("people") == people)
            {
                return false;
            }

            var data = OrdersJson.Write([("title", chat.Title), ("people", people)]);
            await journal.AppendAsync(db, new JournalEntry(0, Action, data, line.InstitutionId, line.Order, line.Point), token);
            return true;
        },
        cancellationToken);
}
