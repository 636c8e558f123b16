using LinqToDB.Data;
using Sferum.Bot.Calendar;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Reminders;
using static Sferum.Bot.Turns.NoticeWriter;

namespace Sferum.Bot.Turns;

/// <summary>Effects on when a line is due and when somebody is reminded of it.</summary>
public sealed class LineEffects(
    LineDecisionStore changes, ReminderStore reminders, NoticeWriter notices, UnaskedHours hours, TimeProvider clock)
{
    internal Task RemindLaterAsync(DataConnection db, long personId, CancellationToken cancellationToken) =>
        reminders.RemindLaterAsync(db, personId, hours.Calendar.OnOrAfter(hours.DayOf(clock.GetUtcNow()).AddDays(1)), cancellationToken);

    /// <summary>What the specialist decides on a line; those who act for the institution hear of it.</summary>
    internal async Task<IEnumerable<NewOutgoing>> ChangeAsync(DataConnection db, long specialistId, Effect effect, CancellationToken cancellationToken)
    {
        var (institutionId, key, notice, due) = effect switch
        {
            Effect.ExtendLine extend => (extend.InstitutionId, extend.Line, "line_extended", extend.Due),
            Effect.ExcuseLine excuse => (excuse.InstitutionId, excuse.Line, "line_excused", (DateOnly?)null),
            Effect.RestoreLine restore => (restore.InstitutionId, restore.Line, "line_restored", null),
            _ => throw new ArgumentOutOfRangeException(nameof(effect), effect.GetType().Name, "no change of a line"),
        };
        if (LineKey.Parse(key) is not { } line)
        {
            throw new RefusedEffectException(effect, WriteResult.NotFound);
        }

        var reportLine = new ReportLine(institutionId, line.Order, line.Point);
        var result = effect is Effect.RestoreLine
            ? await changes.RestoreAsync(db, specialistId, reportLine, cancellationToken)
            : await changes.ChangeAsync(db, specialistId, reportLine, due, cancellationToken);
        RefusedEffectException.ThrowUnlessDone(effect, result);
        return result == WriteResult.Done ? await notices.WriteToInstitutionAsync(db, institutionId, notice, Args(("line", key)), cancellationToken) : [];
    }
}
