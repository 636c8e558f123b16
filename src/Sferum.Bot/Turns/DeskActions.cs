using System.Collections.Immutable;
using LinqToDB.Data;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Inputs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Reports;
using Sferum.Bot.Reports.Warnings;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Turns;

/// <summary>
/// What is decided in the web panel: carried out by the same effects as a step of the chat, in one transaction with the
/// messages that tell of it.
/// </summary>
public sealed class DeskActions(
    Database database, EffectCarrier effects, OutboxStore outbox, ReviewReport review, EvidenceReport evidence, WarningReport warnings)
{
    /// <summary>So many reports are accepted at once at most.</summary>
    public const int MostAtOnce = 50;

    /// <param name="number">The version that was on the screen.</param>
    public Task<DeskResult> AcceptAsync(long personId, long reportId, string number, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.AcceptReport(reportId, number), cancellationToken);

    /// <summary>
    /// Accepts those of the reports in which nothing is suspicious, in one transaction; what is suspicious is asked anew,
    /// while nobody can report.
    /// </summary>
    /// <param name="chosen">Reports and their versions that were on the screen, up to <see cref="MostAtOnce"/>.</param>
    public async Task<BulkResult> AcceptAllAsync(long personId, IReadOnlyList<(long ReportId, string Number)> chosen, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chosen.Count, MostAtOnce);
        var result = await database.InTransactionAsync((db, token) => AcceptAllAsync(db, personId, chosen, token), cancellationToken);
        outbox.Announce();
        return result;
    }

    /// <inheritdoc cref="AcceptAsync"/>
    public Task<DeskResult> ReturnAsync(long personId, long reportId, string number, string reason, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.ReturnReport(reportId, number, reason), cancellationToken);

    public Task<DeskResult> ExtendAsync(long personId, ReportLine line, DateOnly due, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.ExtendLine(line.InstitutionId, line.Key.ToString(), due), cancellationToken);

    public Task<DeskResult> ExcuseAsync(long personId, ReportLine line, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.ExcuseLine(line.InstitutionId, line.Key.ToString()), cancellationToken);

    public Task<DeskResult> RestoreAsync(long personId, ReportLine line, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.RestoreLine(line.InstitutionId, line.Key.ToString()), cancellationToken);

    /// <summary>Label and value of each answer, as the chat tells them; files are left out.</summary>
    public static IReadOnlyList<(string Label, string Value)> Told(OrderLine line, Report report) => report.Kind == ReportKind.NotApplicable
        ? [.. report.Answers.Values.Select(reason => ("", reason))]
        : [
            .. FieldAnswers.Summary(OrderFacts.OfLine(line, null, null), report.Answers)
                .Where(answer => !line.Point.Evidence.Any(field => field.Name == answer["name"] && field.Input == EvidenceField.FilesInput))
                .Select(answer => (answer["label"], answer["value"])),
        ];

    private async Task<BulkResult> AcceptAllAsync(
        DataConnection db, long personId, IReadOnlyList<(long ReportId, string Number)> chosen, CancellationToken cancellationToken)
    {
        await JournalStore.LockAsync(db, cancellationToken);
        long[] ids = [.. chosen.Select(c => c.ReportId)];
        var reports = (await review.OfAsync(db, ids, cancellationToken)).ToDictionary(r => r.Report.Id);
        var found = await warnings.OfAsync(db, reports.Values, await evidence.OfAsync(db, ids, cancellationToken), cancellationToken);
        var messages = new List<NewOutgoing>();
        var left = ImmutableArray.CreateBuilder<LeftReport>();
        foreach (var (id, number) in chosen)
        {
            var reason = reports.GetValueOrDefault(id)?.Report switch
            {
                not { Status: ReportStatus.Reported } => LeftReason.Decided,
                { Number: var newest } when newest != number => LeftReason.Newer,
                _ when found[id].Hindrance is not null => LeftReason.Suspicious,
                _ => await TryAcceptAsync(id, number),
            };
            if (reason is { } why)
            {
                left.Add(new LeftReport(id, why));
            }
        }

        await outbox.EnqueueAsync(db, messages, cancellationToken);
        return new BulkResult(chosen.Count - left.Count, left.ToImmutable());

        // A store refuses before it writes anything, so that the transaction may go on.
        async Task<LeftReason?> TryAcceptAsync(long id, string number)
        {
            try
            {
                messages.AddRange(await effects.WriteAsync(db, personId, new Effect.AcceptReport(id, number), cancellationToken));
                return null;
            }
            catch (RefusedEffectException)
            {
                return LeftReason.Decided;
            }
        }
    }

    /// <returns>What a store said when it refused: most often that somebody else was quicker.</returns>
    private async Task<DeskResult> CarryOutAsync(long personId, Effect effect, CancellationToken cancellationToken)
    {
        try
        {
            var written = await database.InTransactionAsync(
                async (db, token) =>
                {
                    var messages = (await effects.WriteAsync(db, personId, effect, token)).ToArray();
                    await outbox.EnqueueAsync(db, messages, token);
                    return messages.Length;
                },
                cancellationToken);
            outbox.Announce();
            return new DeskResult(WriteResult.Done, written);
        }
        catch (RefusedEffectException refused)
        {
            return new DeskResult(refused.Result, 0);
        }
    }
}

/// <param name="Result">What was so already counts as done.</param>
/// <param name="Messages">So many tell of it: none where it was so already, or nobody is there who could be told.</param>
public readonly record struct DeskResult(WriteResult Result, int Messages);
