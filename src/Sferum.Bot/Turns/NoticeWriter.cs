using System.Collections.Immutable;
using System.Globalization;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Turns;

/// <summary>
/// Notices of the dialogs as messages, rendered with what is true of the addressee at this point of the transaction.
/// </summary>
public sealed class NoticeWriter(FactsLoader facts, DialogCore dialogs, IOptions<OfficeOptions> office, TimeProvider clock)
{
    /// <param name="peer">Where it is said when not in the private dialog of the person: a group chat.</param>
    internal async Task<IReadOnlyList<NewOutgoing>> WriteAsync(
        DataConnection db,
        FactsQuery to,
        SendPurpose purpose,
        string notice,
        ImmutableSortedDictionary<string, string> args,
        CancellationToken cancellationToken,
        long? peer = null) =>
    [
        .. (await TextsAsync(db, to, notice, args, cancellationToken))
            .Select(say => new NewOutgoing(peer ?? to.PersonId, purpose, MessageTranslator.ToOutgoing(say))),
    ];

    internal async Task<IReadOnlyList<NewOutgoing>> WriteToSpecialistsAsync(
        DataConnection db, string notice, ImmutableSortedDictionary<string, string> args, CancellationToken cancellationToken)
    {
        var messages = new List<NewOutgoing>();
        foreach (var specialist in office.Value.Specialists)
        {
            messages.AddRange(await WriteAsync(db, new FactsQuery(specialist), SendPurpose.Notice, notice, args, cancellationToken));
        }

        return messages;
    }

    /// <summary>The texts alone, for whoever needs to know what exactly was said.</summary>
    internal async Task<ImmutableArray<Effect.Say>> TextsAsync(
        DataConnection db, FactsQuery to, string notice, ImmutableSortedDictionary<string, string> args, CancellationToken cancellationToken)
    {
        var known = await facts.LoadAsync(db, [to], cancellationToken);
        return dialogs.Notice(notice, known[to.PersonId], args, clock.GetUtcNow());
    }

    internal static ImmutableSortedDictionary<string, string> Args(params ReadOnlySpan<(string Name, string Value)> args)
    {
        var builder = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in args)
        {
            builder[name] = value;
        }

        return builder.ToImmutable();
    }

    internal static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>An ISO date, as the filters of the texts read it.</summary>
    internal static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
