using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Inputs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Turns;

/// <summary>
/// What is decided in the web panel: carried out by the same effects as a step of the chat, in one transaction with the
/// messages that tell of it.
/// </summary>
public sealed class DeskActions(Database database, EffectCarrier effects, OutboxStore outbox)
{
    /// <param name="number">The version that was on the screen.</param>
    public Task<WriteResult> AcceptAsync(long personId, long reportId, string number, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.AcceptReport(reportId, number), cancellationToken);

    /// <inheritdoc cref="AcceptAsync"/>
    public Task<WriteResult> ReturnAsync(long personId, long reportId, string number, string reason, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.ReturnReport(reportId, number, reason), cancellationToken);

    public Task<WriteResult> ExtendAsync(long personId, ReportLine line, DateOnly due, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.ExtendLine(line.InstitutionId, line.Key.ToString(), due), cancellationToken);

    public Task<WriteResult> ExcuseAsync(long personId, ReportLine line, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.ExcuseLine(line.InstitutionId, line.Key.ToString()), cancellationToken);

    public Task<WriteResult> RestoreAsync(long personId, ReportLine line, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.RestoreLine(line.InstitutionId, line.Key.ToString()), cancellationToken);

    /// <summary>Label and value of each answer, as the chat tells them; files are left out.</summary>
    public static IReadOnlyList<(string Label, string Value)> Told(OrderLine line, Report report) => report.Kind == ReportKind.NotApplicable
        ? [.. report.Answers.Values.Select(reason => ("", reason))]
        : [
            .. FieldAnswers.Summary(OrderFacts.OfLine(line, null, null), report.Answers)
                .Where(answer => !line.Point.Evidence.Any(field => field.Name == answer["name"] && field.Input == EvidenceField.FilesInput))
                .Select(answer => (answer["label"], answer["value"])),
        ];

    /// <returns>What a store said when it refused: most often that somebody else was quicker.</returns>
    private async Task<WriteResult> CarryOutAsync(long personId, Effect effect, CancellationToken cancellationToken)
    {
        try
        {
            await database.InTransactionAsync(
                async (db, token) => await outbox.EnqueueAsync(db, await effects.WriteAsync(db, personId, effect, token), token), cancellationToken);
        }
        catch (RefusedEffectException refused)
        {
            return refused.Result;
        }

        outbox.Announce();
        return WriteResult.Done;
    }
}
