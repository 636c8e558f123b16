using LinqToDB.Data;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using static Sferum.Bot.Turns.NoticeWriter;

namespace Sferum.Bot.Turns;

/// <summary>Effects on where teachers work and how many of them have their role confirmed.</summary>
public sealed class TeacherEffects(TeacherStore teachers, NoticeWriter notices)
{
    internal async Task ChooseAsync(DataConnection db, long personId, Effect.ChooseWork choose, CancellationToken cancellationToken) =>
        RefusedEffectException.ThrowUnlessDone(choose, await teachers.ChooseAsync(db, personId, choose.InstitutionId, cancellationToken));

    internal async Task ForgetAsync(DataConnection db, long personId, Effect.ForgetWork forget, CancellationToken cancellationToken) =>
        RefusedEffectException.ThrowUnlessDone(forget, await teachers.ForgetAsync(db, personId, cancellationToken));

    /// <summary>Who is counted hears at once how many there are with him.</summary>
    internal async Task<IEnumerable<NewOutgoing>> ConfirmAsync(DataConnection db, long personId, Effect.ConfirmRole confirm, CancellationToken cancellationToken)
    {
        var result = await teachers.ConfirmAsync(db, personId, confirm.InstitutionId, confirm.Confirmed, cancellationToken);
        RefusedEffectException.ThrowUnlessDone(confirm, result);
        return confirm.Confirmed && result == WriteResult.Done
            ? await notices.WriteAsync(db, new FactsQuery(personId), SendPurpose.Reply, "role_counted", Args(), cancellationToken)
            : [];
    }

    internal async Task CountAsync(DataConnection db, long personId, Effect.CountTeachers count, CancellationToken cancellationToken) =>
        RefusedEffectException.ThrowUnlessDone(count, await teachers.CountAsync(db, personId, count.InstitutionId, count.Teachers, cancellationToken));
}
