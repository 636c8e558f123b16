using System.Collections.Immutable;
using System.Globalization;
using LinqToDB.Data;
using Sferum.Bot.Broadcasts;
using Sferum.Bot.Calendar;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Texts;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Turns;

/// <summary>Reads what the specialist's dialogs have to know of broadcasts.</summary>
public sealed class MailingLoader(
    AudienceStore audiences,
    BroadcastStore broadcasts,
    BroadcastLetters letters,
    OverviewLoader questions,
    UnaskedDayStore unasked,
    RosterStore roster,
    OrderBook orders,
    UnaskedHours hours,
    TimeProvider clock)
{
    /// <summary>So many stand in a list by name.</summary>
    private const int MostNames = 10;

    private const int MostUnreached = 15;

    private const int MostLast = 6;

    private const int MostSaved = 8;

    /// <summary>Within this the same words to the same people are asked about first.</summary>
    private static readonly TimeSpan RepeatWithin = TimeSpan.FromHours(1);

    internal async Task<MailingFacts> MailingAsync(DataConnection db, string about, CancellationToken cancellationToken)
    {
        var (asked, text) = MailingFacts.Parts(about);
        var all = await roster.AllAsync(db, cancellationToken);
        var read = AudienceText.Read(asked, questions, all);
        var now = clock.GetUtcNow();
        var opensAt = hours.IsOpen(now) ? (DateTimeOffset?)null : hours.OnOrAfter(now);
        if (read.Audience is not { } audience)
        {
            return new MailingFacts(about, AudienceText.ToFacts(null, orders), "", 0, 0, 0, [], [], 0, read.Missing, read.Unclear, "", "", [], null, opensAt);
        }

        var names = all.ToDictionary(i => i.Id, i => i.Name);
        var addressees = await audiences.ResolveAsync(db, audience, cancellationToken);
        var willing = addressees.Where(a => a.Obstacle is null).ToList();
        var filled = willing.Zip(await letters.FillAsync(db, text, [.. willing.Select(a => a.Institutions)], cancellationToken)).ToList();
        var reachable = filled.Where(f => f.Second is not null).Select(f => f.First).ToList();
        var unreached = addressees.Where(a => a.Obstacle is not null).ToList();
        var today = opensAt is null
            ? await unasked.HadAsync(db, [.. reachable.Select(a => a.PersonId).OfType<long>()], hours.DayOf(now), cancellationToken)
            : new HashSet<long>();
        var first = reachable.FirstOrDefault();
        return new MailingFacts(
            about,
            AudienceText.ToFacts(audience, orders),
            AudienceText.Write(audience),
            reachable.Count,
            today.Count,
            willing.Count - reachable.Count,
            [.. reachable.Take(MostNames).Select(NameOf)],
            [.. unreached.Take(MostUnreached).Select(a => new UnreachedFacts(NameOf(a), a.Obstacle!, a.Code))], // filtered by it above
            unreached.Count,
            read.Missing,
            read.Unclear,
            first is null ? "" : NameOf(first),
            filled.Select(f => f.Second).FirstOrDefault(sample => sample is not null) ?? "",
            LetterText.Unknown(text, named: audience is not Audience.Teachers),
            await broadcasts.RepeatedAsync(db, text, audience, now - RepeatWithin, cancellationToken),
            opensAt)
        {
            Institutions = reachable.SelectMany(a => a.Institutions).Distinct().Count(),
        };

        string NameOf(Addressee addressee) => addressee.Institutions.IsEmpty
            ? OrderFacts.PageOf(addressee.PersonId ?? 0)
            : string.Join(", ", addressee.Institutions.Select(i => names.GetValueOrDefault(i, "")));
    }

    /// <param name="named">Number or draft of the one that the event names: of it alone it is told whom it did not reach.</param>
    internal async Task<ImmutableArray<BroadcastFacts>> LastAsync(DataConnection db, string? named, CancellationToken cancellationToken)
    {
        var last = await broadcasts.LastAsync(db, MostLast, named, cancellationToken);
        var id = last.Select(b => b.Broadcast).FirstOrDefault(b => b.Draft == named || b.Id.ToString(CultureInfo.InvariantCulture) == named)?.Id;
        var fates = id is { } known ? await broadcasts.FatesAsync(db, known, [.. RecipientState.NotReached], MostUnreached, cancellationToken) : [];
        return [.. last.Select(b => ToFacts(b.Broadcast, b.Count) with { Unreached = b.Broadcast.Id == id ? [.. fates.Select(Unreached)] : default })];
    }

    internal async Task<ImmutableArray<SavedAudienceFacts>> SavedAsync(DataConnection db, CancellationToken cancellationToken) =>
        [.. (await audiences.SavedAsync(db, MostSaved, cancellationToken)).Select(a => new SavedAudienceFacts(a.Id, a.Name, a.Audience))];

    private BroadcastFacts ToFacts(Broadcast broadcast, BroadcastCount count) => new(
        broadcast.Id,
        broadcast.Draft,
        broadcast.Body,
        broadcast.Attachments,
        AudienceText.ToFacts(broadcast.Audience, orders),
        AudienceText.Write(broadcast.Audience),
        broadcast.Urgent,
        broadcast.State,
        hours.OnOrAfter(broadcast.SendAt),
        broadcast.StartedAt,
        broadcast.FinishedAt,
        count.Total,
        count.Waiting,
        count.Later,
        count.Sent,
        count.Read,
        count.Answered,
        count.Unreached,
        count.Retryable,
        count.Cancelled,
        count.Settled);

    private static UnreachedFacts Unreached(RecipientFate fate) =>
        new(fate.Institutions.Count > 0 ? string.Join(", ", fate.Institutions) : OrderFacts.PageOf(fate.PersonId ?? 0), fate.State, fate.Code);
}
