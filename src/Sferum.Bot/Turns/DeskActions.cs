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
    public Task<DeskResult> AcceptAsync(long personId, long reportId, string number, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.AcceptReport(reportId, number), cancellationToken);

    /// <inheritdoc cref="AcceptAsync"/>
    public Task<DeskResult> ReturnAsync(long personId, long reportId, string number, string reason, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.ReturnReport(reportId, number, reason), cancellationToken);

    public Task<DeskResult> ExtendAsync(long personId, ReportLine line, DateOnly due, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.ExtendLine(line.InstitutionId, line.Key.ToString(), due), cancellationToken);

    public Task<DeskResult> ExcuseAsync(long personId, ReportLine line, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.ExcuseLine(line.InstitutionId, line.Key.ToString()), cancellationToken);

    public Task<DeskResult> RestoreAsync(long personId, ReportLine line, CancellationToken cancellationToken) =>
        CarryOutAsync(personId, new Effect.RestoreLine(line.InstitutionId, line.Key.ToString()), cancellationToken);

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
    public static IReadOnlyList<(string Label, string Value)> Told(OrderLine line, Report report) => report.Kind == ReportKind.NotApplicable
        ? [.. report.Answers.Values.Select(reason => ("", reason))]
        : [
            .. FieldAnswers.Summary(OrderFacts.OfLine(line, null, null), report.Answers)
                .Where(answer => !line.Point.Evidence.Any(field => field.Name == answer["name"] && field.Input == EvidenceField.FilesInput))
                .Select(answer => (answer["label"], answer["value"])),
        ];

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
