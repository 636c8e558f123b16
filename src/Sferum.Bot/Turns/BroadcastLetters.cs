using System.Collections.Immutable;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Texts;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Asking;
using Sferum.Bot.Storage;
using static Sferum.Bot.Turns.NoticeWriter;

namespace Sferum.Bot.Turns;

/// <summary>Broadcasts as messages: the specialist's words with what differs filled in, and the buttons below.</summary>
public sealed class BroadcastLetters(DistrictStore district, RosterStore roster, DialogCore dialogs, IOptions<OfficeOptions> office, TimeProvider clock)
{
    private const char Comma = ',';

    /// <summary>One text as different people get it, in their order; null for whom there is nothing left of what it speaks of.</summary>
    /// <param name="recipients">The institutions for which each is written to; none for teachers.</param>
    internal async Task<IReadOnlyList<string?>> FillAsync(
        DataConnection db, string body, IReadOnlyList<IReadOnlyList<long>> recipients, CancellationToken cancellationToken)
    {
        if (!LetterText.IsPersonal(body))
        {
            return [.. recipients.Select(_ => body)];
        }

        var named = await roster.LoadAsync(db, [.. recipients.SelectMany(i => i).Distinct()], cancellationToken);
        var open = (await district.AskAsync(db, new DistrictQuery.Standing([], [], DistrictStatus.Open), cancellationToken)).Found.ToDictionary(e => e.Institution.Id, e => e.Lines);
        var trip = RoundTrip.On(db);
        var decisions = LineDecisionStore.Ask(trip);
        await trip.RunAsync(cancellationToken);
        var decided = decisions.Rows.ToDictionary(d => d.Line);
        var duties = LetterText.SpeaksOfDuties(body);
        return [.. recipients.Select(institutions => ValuesOf([.. institutions.Where(named.ContainsKey)]) is var values && duties && values.Left.IsEmpty ? null : LetterText.Fill(body, values))];

        LetterValues ValuesOf(ImmutableArray<long> institutions)
        {
            var lines = institutions.SelectMany(i => (open.TryGetValue(i, out var left) ? left : []).Select(l => (Institution: i, l.Line))).ToList();
            var deadlines = lines.Select(l => decided.GetValueOrDefault(new ReportLine(l.Institution, l.Line.Key.Order, l.Line.Key.Point))?.Due ?? l.Line.Point.Deadline).OfType<DateOnly>().ToList();
            return new LetterValues(
                string.Join(", ", institutions.Select(i => named[i].Name)),
                [.. lines.Select(l => l.Line.Point.Label).Distinct()],
                deadlines.Count == 0 ? null : deadlines.Min());
        }
    }

    /// <summary>The text with the buttons of who gets it.</summary>
    /// <param name="teacher">He acts for no institution.</param>
    internal Outgoing.Text Write(string text, string attachments, bool teacher)
    {
        var reader = new Facts
        {
            Person = new PersonFacts(0, "", teacher ? "teacher" : "director", true, false, 0),
            Office = new OfficeFacts(office.Value.Name, office.Value.Name),
        };
        var said = dialogs.Notice("broadcast", reader, Args(("text", text)), clock.GetUtcNow());
        return MessageTranslator.ToOutgoing(said[0] with { Attachments = [.. attachments.Split(Comma, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] });
    }
}
