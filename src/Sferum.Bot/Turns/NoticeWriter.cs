using System.Collections.Immutable;
using System.Globalization;
using LinqToDB.Data;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Desk;

namespace Sferum.Bot.Turns;

/// <summary>
/// Notices of the dialogs as messages, rendered with what is true of the addressee at this point of the transaction.
/// </summary>
public sealed class NoticeWriter(FactsLoader facts, DialogCore dialogs, SubstituteStore substitutes, MembershipStore memberships, TimeProvider clock)
{
    /// <summary>Separates values in one argument of a notice.</summary>
    internal const char Separator = '|';

    /// <param name="peer">Where it is said when not in the private dialog of the person: a group chat.</param>
    internal async Task<IReadOnlyList<NewOutgoing>> WriteAsync(
        DataConnection db,
        FactsQuery to,
        SendPurpose purpose,
        string notice,
        ImmutableSortedDictionary<string, string> args,
        CancellationToken cancellationToken,
        long? peer = null) => Letter(peer ?? to.PersonId, purpose, await TextsAsync(db, to, notice, args, cancellationToken));

    /// <summary>The same notice to different people, each with his own words; what is true of them is read at once.</summary>
    /// <returns>In the order of the letters.</returns>
    internal async Task<IReadOnlyList<IReadOnlyList<NewOutgoing>>> WriteAsync(
        DataConnection db,
        SendPurpose purpose,
        string notice,
        IReadOnlyList<(FactsQuery To, ImmutableSortedDictionary<string, string> Args)> letters,
        CancellationToken cancellationToken)
    {
        var known = await facts.LoadAsync(db, [.. letters.Select(letter => letter.To)], cancellationToken);
        var written = new List<IReadOnlyList<NewOutgoing>>(letters.Count);
        foreach (var (to, args) in letters)
        {
            written.Add(Letter(to.PersonId, purpose, await TextsAsync(db, to, known[to.PersonId], notice, args, cancellationToken)));
        }

        return written;
    }

    internal Task<IReadOnlyList<NewOutgoing>> WriteToSpecialistsAsync(
        DataConnection db, string notice, ImmutableSortedDictionary<string, string> args, CancellationToken cancellationToken) =>
        WriteToSpecialistsAsync(db, notice, [args], cancellationToken);

    /// <summary>News of one kind to each specialist, one message for each of <paramref name="news"/>.</summary>
    internal async Task<IReadOnlyList<NewOutgoing>> WriteToSpecialistsAsync(
        DataConnection db, string notice, IReadOnlyList<ImmutableSortedDictionary<string, string>> news, CancellationToken cancellationToken)
    {
        var messages = new List<NewOutgoing>();
        foreach (var specialist in news.Count == 0 ? [] : await substitutes.ActingAsync(db, cancellationToken))
        {
            var to = new FactsQuery(specialist);
            var known = (await facts.LoadAsync(db, [to], cancellationToken))[specialist];
            foreach (var args in news)
            {
                messages.AddRange(Letter(specialist, SendPurpose.Notice, await TextsAsync(db, to, known, notice, args, cancellationToken)));
            }
        }

        return messages;
    }

    /// <summary>The same notice to each who acts for the institution now.</summary>
    internal async Task<IEnumerable<NewOutgoing>> WriteToInstitutionAsync(
        DataConnection db, long institutionId, string notice, ImmutableSortedDictionary<string, string> args, CancellationToken cancellationToken)
    {
        var acting = await memberships.ActingAsync(db, institutionId, cancellationToken);
        return acting.Count == 0 ? [] : (await WriteAsync(
            db, SendPurpose.Notice, notice, [.. acting.Select(person => (new FactsQuery(person, InstitutionId: institutionId), args))], cancellationToken)).SelectMany(letter => letter);
    }

    private static IReadOnlyList<NewOutgoing> Letter(long peer, SendPurpose purpose, IEnumerable<Effect.Say> said) =>
        [.. said.Select(say => new NewOutgoing(peer, purpose, MessageTranslator.ToOutgoing(say)))];

    /// <summary>The texts alone, for whoever needs to know what exactly was said.</summary>
    internal async Task<ImmutableArray<Effect.Say>> TextsAsync(
        DataConnection db, FactsQuery to, string notice, ImmutableSortedDictionary<string, string> args, CancellationToken cancellationToken)
    {
        var known = await facts.LoadAsync(db, [to], cancellationToken);
        return await TextsAsync(db, to, known[to.PersonId], notice, args, cancellationToken);
    }

    private ValueTask<ImmutableArray<Effect.Say>> TextsAsync(
        DataConnection db, FactsQuery to, Facts known, string notice, ImmutableSortedDictionary<string, string> args, CancellationToken cancellationToken) =>
        facts.WithAsync(db, to, known, all => dialogs.Notice(notice, all, args, clock.GetUtcNow()), cancellationToken);

    internal static ImmutableSortedDictionary<string, string> Args(params ReadOnlySpan<(string Name, string Value)> args)
    {
        var builder = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in args)
        {
            builder[name] = value;
        }

        return builder.ToImmutable();
    }

    /// <summary>A name as one value among others.</summary>
    internal static string Plain(string name) => name.Replace(Separator, '/');

    internal static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>An ISO date, as the filters of the texts read it.</summary>
    internal static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
