using System.Collections.Immutable;
using LinqToDB.Data;
using Sferum.Bot.Calendar;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Compiling;
using Sferum.Bot.Orders.InForce;
using Sferum.Bot.Reminders;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Panel.OrderFiles;

/// <summary>What the pages of orders show.</summary>
internal sealed class OrderDesk(Database database, OrderVersionStore versions, RosterStore roster, OrderBook book, OrderReader reader, UnaskedHours hours, PanelTime time)
{
    public Task<OrderList> ListAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async (db, token) =>
        {
            var terms = await versions.TermsAsync(db, token);
            var standing = book.Orders.Select(order => new StandingOrder(order, StandingOf(terms, order.Number))).ToImmutableArray();
            var ahead = terms.Where(term => term.IsAhead(time.Today)).OrderBy(term => term.Since).ThenBy(term => term.Id).ToImmutableArray();
            var used = standing.Select(one => one.Term).Concat(ahead).Select(term => term?.VersionId).ToHashSet();
            return new OrderList(standing, ahead, [.. (await versions.NewestAsync(db, token)).Where(version => !used.Contains(version.Id))], [.. terms.Reverse()]);
        },
        cancellationToken);

    /// <summary>Compiles a text as at the start of the program.</summary>
    /// <returns>Null after a fault.</returns>
    public Order? Read(string text, out ImmutableArray<OrderFault> faults)
    {
        var found = new DataFiles.Faults();
        var order = reader.Read("", text, found);
        faults = OrderFault.Of(found, text);
        return order;
    }

    /// <summary>The text of this version, whether it can be read or not; null: there is none.</summary>
    public async Task<string?> TextOfAsync(long versionId, CancellationToken cancellationToken) =>
        (await database.ReadAsync((db, token) => versions.FindAsync(db, versionId, token), cancellationToken))?.File;

    /// <param name="firstDay">Null: as soon as it can be.</param>
    /// <returns>Null when there is no such version, or one that this program does not understand.</returns>
    public Task<OrderView?> ViewAsync(long versionId, DateOnly? firstDay, CancellationToken cancellationToken) => database.ReadAsync(
        async (db, token) => await versions.FindAsync(db, versionId, token) is { } version && Read(version.File, out _) is { } order
            ? await ViewAsync(db, order, version, firstDay, token)
            : null,
        cancellationToken);

    /// <summary>What is in force of this number; null: nothing.</summary>
    public Task<OrderView?> ViewAsync(string number, DateOnly? firstDay, CancellationToken cancellationToken) => database.ReadAsync(
        async (db, token) => book.Now.Find(number) is { } order
            ? await ViewAsync(db, order, StandingOf(await versions.TermsAsync(db, token), number) is { VersionId: { } id } ? await versions.FindAsync(db, id, token) : null, firstDay, token)
            : null,
        cancellationToken);

    public async Task<ImmutableArray<OrderPreview>> PreviewAsync(Order order, DateOnly firstDay, CancellationToken cancellationToken)
    {
        var institutions = await database.ReadAsync(CountAsync, cancellationToken);
        return
        [
            .. order.Types.Select(type => new OrderPreview(
                type,
                institutions.GetValueOrDefault(type.Code),
                order.LinesFor(type.Code),
                LadderPreview.Of(order, type.Code, PostRole.Head, firstDay, hours))),
        ];
    }

    private async Task<OrderView?> ViewAsync(DataConnection db, Order order, OrderVersion? version, DateOnly? firstDay, CancellationToken cancellationToken)
    {
        var terms = (await versions.TermsAsync(db, cancellationToken)).Where(term => term.Number == order.Number).ToList();
        var before = book.Now.Find(order.Number);
        var isInForce = before?.File == order.File;
        var standing = StandingOf(terms, order.Number);
        var ahead = version is null ? null : terms.Where(term => term.VersionId == version.Id && term.IsAhead(time.Today)).MaxBy(term => term.Id);
        var day = firstDay ?? ahead?.Since ?? (isInForce ? standing?.Since ?? order.Head.EffectiveFrom ?? order.Head.Date : Later(order.Head.Date, time.Today));
        return new OrderView(
            order,
            version,
            isInForce ? standing : null,
            isInForce,
            ahead,
            isInForce ? null : before,
            isInForce || before is null ? [] : OrderChange.Between(before, order),
            isInForce ? [] : OrderWarning.Of(order, await versions.ReportedAsync(db, order.Number, cancellationToken), await CountAsync(db, cancellationToken), day),
            terms.Count > 0 ? terms[^1].Id : 0,
            day);
    }

    private OrderTerm? StandingOf(IEnumerable<OrderTerm> terms, string number) => OrderTerm.Standing(terms.Where(term => term.Number == number), time.Today);

    private async Task<IReadOnlyDictionary<string, int>> CountAsync(DataConnection db, CancellationToken cancellationToken) =>
        (await roster.AllAsync(db, cancellationToken)).CountBy(institution => institution.Type).ToDictionary(StringComparer.Ordinal);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
