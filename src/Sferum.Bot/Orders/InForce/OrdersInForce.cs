using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Options;
using Sferum.Bot.Calendar;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Orders.Compiling;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders.InForce;

/// <summary>
/// Keeps the book of this process at what is in force by the database and the day. A stored order takes the place of
/// the file of its number.
/// </summary>
public sealed class OrdersInForce(
    Database database, OrderVersionStore versions, OrderBook book, OrderReader reader, IOptions<OfficeOptions> office, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<long, Order> _compiled = [];
    private string _seen = "";

    /// <summary>Takes over what has changed since the last look.</summary>
    /// <returns>
    /// Faults of stored orders that this program does not understand, told once for each change. The book stays as it
    /// was: an order that silently went missing would be worse than an old one.
    /// </returns>
    public async Task<Faults> LookAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var today = office.Value.GetZone().DayOf(clock.GetUtcNow());
            var seen = $"{await database.ReadAsync(versions.VersionAsync, cancellationToken)} {today:yyyyMMdd}";
            var faults = new Faults();
            if (seen == _seen)
            {
                return faults;
            }

            var standing = await database.ReadAsync((db, token) => StandingAsync(db, today, token), cancellationToken);
            if (OrdersOf(standing, faults) is { } orders)
            {
                book.Use(orders);
            }

            _seen = seen;
            return faults;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<Standing> StandingAsync(LinqToDB.Data.DataConnection db, DateOnly today, CancellationToken cancellationToken)
    {
        var terms = (await versions.TermsAsync(db, cancellationToken))
            .GroupBy(term => term.Number, StringComparer.Ordinal)
            .Select(ofNumber => OrderTerm.Standing(ofNumber, today))
            .OfType<OrderTerm>()
            .ToImmutableArray();
        var texts = await versions.FindAsync(db, [.. terms.Select(term => term.VersionId).OfType<long>().Where(id => !_compiled.ContainsKey(id))], cancellationToken);
        return new Standing(terms, texts);
    }

    /// <returns>Null after a fault.</returns>
    private List<Order>? OrdersOf(Standing standing, Faults faults)
    {
        foreach (var version in standing.Texts)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"order_version {version.Id} ({version.Number})");
            if (reader.Read(name, version.File, faults) is { } order)
            {
                _compiled[version.Id] = order;
            }
        }

        return faults.Count > 0
            ? null
            : [
                .. book.Files.Where(file => standing.Terms.All(term => term.Number != file.Number)),
                .. standing.Terms.Select(term => term.VersionId).OfType<long>().Select(id => _compiled[id]),
            ];
    }

    /// <param name="Texts">Of versions that were not compiled before.</param>
    private sealed record Standing(ImmutableArray<OrderTerm> Terms, IReadOnlyList<OrderVersion> Texts);
}
