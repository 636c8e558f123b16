using LinqToDB.Data;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Desk;

namespace Sferum.Bot.Turns;

/// <summary>
/// A store refused what a step wanted: the transaction must be rolled back. Seldom: the guards of the dialogs have
/// looked at the facts before, so it is a race between two people or a forged payload.
/// </summary>
public sealed class RefusedEffectException(Effect effect, WriteResult result) : Exception($"{effect.GetType().Name}: {result}")
{
    public Effect Effect { get; } = effect;

    public WriteResult Result { get; } = result;

    /// <summary>Only a specialist may have it done, whatever a client sends.</summary>
    internal static async Task ThrowUnlessSpecialistAsync(
        DataConnection db, Effect effect, long personId, OfficeOptions office, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!await SubstituteStore.IsSpecialistAsync(db, office, clock, personId, cancellationToken))
        {
            throw new RefusedEffectException(effect, WriteResult.NotAllowed);
        }
    }

    /// <summary>What was so already is as good as done.</summary>
    internal static void ThrowUnlessDone(Effect effect, WriteResult result)
    {
        if (result is not (WriteResult.Done or WriteResult.Unchanged))
        {
            throw new RefusedEffectException(effect, result);
        }
    }
}
