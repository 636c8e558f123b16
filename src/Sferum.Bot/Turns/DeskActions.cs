using System.Collections.Immutable;
using LinqToDB.Data;
using Sferum.Bot.Broadcasts;
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
    Database database, EffectCarrier effects, ReportEffects reports, OutboxStore outbox, ReviewReport review, EvidenceReport evidence, WarningReport warnings)
{
    /// <summary>So many reports are accepted at once at most.</summary>
    public const int MostAtOnce = 50;

    /// <summary>A statement of what the institution has reported, with its number and hash; <c>report --verify</c> knows it again.</summary>
    /// <returns>Null when nobody acts for the institution.</returns>
    /// <exception cref="RefusedEffectException">Who asks is no specialist any more.</exception>
    public Task<string?> CertifyAsync(long personId, long institutionId, CancellationToken cancellationToken) =>
        database.InTransactionAsync((db, token) => reports.CertifyAsync(db, personId, institutionId, token), cancellationToken);

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

    public Task<DeskResult> RecordToldAsync(long personId, ReportLine line, ReportContent.Told told, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.RecordTold(line.InstitutionId, line.Key.ToString(), told.By, told.Day, told.Note), cancellationToken);

    public Task<DeskResult> ExtendAsync(long personId, ReportLine line, DateOnly due, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.ExtendLine(line.InstitutionId, line.Key.ToString(), due), cancellationToken);

    public Task<DeskResult> ExcuseAsync(long personId, ReportLine line, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.ExcuseLine(line.InstitutionId, line.Key.ToString()), cancellationToken);

    public Task<DeskResult> RestoreAsync(long personId, ReportLine line, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.RestoreLine(line.InstitutionId, line.Key.ToString()), cancellationToken);

    /// <param name="draft">Tells forms apart: sent twice, it is one broadcast.</param>
    /// <param name="at">By the office's clock; null: as soon as it can't be taken back any more.</param>
    public Task<DeskResult> PlanBroadcastAsync(long personId, string draft, Audience audience, string text, bool urgent, DateTime? at, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.PlanBroadcast(draft, AudienceText.Write(audience), text, "", urgent, at), cancellationToken);

    /// <summary>The words to their author alone.</summary>
    public Task<DeskResult> TestBroadcastAsync(long personId, Audience audience, string text, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.TestBroadcast(AudienceText.Write(audience), text, ""), cancellationToken);

    public Task<DeskResult> PauseBroadcastAsync(long personId, long broadcastId, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.SteerBroadcast(broadcastId, BroadcastStep.Pause), cancellationToken);

    public Task<DeskResult> ResumeBroadcastAsync(long personId, long broadcastId, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.SteerBroadcast(broadcastId, BroadcastStep.Resume), cancellationToken);

    public Task<DeskResult> CancelBroadcastAsync(long personId, long broadcastId, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.SteerBroadcast(broadcastId, BroadcastStep.Cancel), cancellationToken);

    /// <summary>Answers everybody who asked this, and from then on whoever asks it again when <paramref name="save"/> says so.</summary>
    public Task<DeskResult> AnswerAsync(long personId, long questionId, string text, bool save, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, [new Effect.AnswerQuestion(questionId, text), .. save ? [new Effect.SaveAnswer(questionId, text)] : Array.Empty<Effect>()], cancellationToken);

    public Task<DeskResult> CloseQuestionAsync(long personId, long questionId, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.CloseQuestion(questionId), cancellationToken);

    public Task<DeskResult> RevokeAnswerAsync(long personId, long answerId, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.RevokeAnswer(answerId), cancellationToken);

    /// <summary>Why the bot must not say this to everybody who asks: <c>long</c>, <c>code</c>, <c>phone</c>, <c>email</c>, <c>page</c> or <c>empty</c>; null when it may.</summary>
    public static string? FaultOfSaving(string text) => DialogInputs.SavingFaultOf(text);

    /// <summary>Whether questions in these words can be known again.</summary>
    public static bool CanBeSaved(QuestionGroup group) => !QuestionEffects.Examples([group.First.Text, .. group.Wordings]).IsEmpty;

    /// <summary>Label and title of the line that a question was about; null when there is none.</summary>
    public static string? LineOf(OrderBook orders, AskedQuestion question) => QuestionEffects.LineOf(orders, question.Line, question.OrgType);

    /// <summary>Label and value of each answer, as the chat tells them; files are left out.</summary>
    public static IReadOnlyList<(string Label, string Value)> Told(OrderLine line, Report report) => report.Kind != ReportKind.Done
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
        var standing = (await review.OfAsync(db, ids, cancellationToken)).ToDictionary(r => r.Report.Id);
        var found = await warnings.OfAsync(db, standing.Values, await evidence.OfAsync(db, ids, cancellationToken), cancellationToken);
        var messages = new List<NewOutgoing>();
        var left = ImmutableArray.CreateBuilder<LeftReport>();
        foreach (var (id, number) in chosen)
        {
            var reason = standing.GetValueOrDefault(id)?.Report switch
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
    private Task<DeskResult> CarryOutAsync(long personId, Effect effect, CancellationToken cancellationToken) => CarryOutAsync(personId, [effect], cancellationToken);

    /// <inheritdoc cref="CarryOutAsync(long, Effect, CancellationToken)"/>
    private async Task<DeskResult> CarryOutAsync(long personId, IReadOnlyList<Effect> wanted, CancellationToken cancellationToken)
    {
        try
        {
            var written = await database.InTransactionAsync(
                async (db, token) =>
                {
                    var messages = new List<NewOutgoing>();
                    foreach (var effect in wanted)
                    {
                        messages.AddRange(await effects.WriteAsync(db, personId, effect, token));
                    }

                    await outbox.EnqueueAsync(db, messages, token);
                    return messages.Count;
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
