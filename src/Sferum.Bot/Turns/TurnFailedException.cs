using Sferum.Bot.Messaging;

namespace Sferum.Bot.Turns;

/// <summary>One event of a batch could not be handled; the others could have been.</summary>
internal sealed class TurnFailedException(InboxRow row, Exception reason) : Exception($"event {row.EventId} failed: {reason.Message}", reason)
{
    public InboxRow Row { get; } = row;

    /// <summary>A failure of the work is told with the event that it is the failure of, so that the others need not be tried one by one.</summary>
    public static async Task AttributeAsync(Turn turn, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new TurnFailedException(turn.Row, e);
        }
    }

    /// <inheritdoc cref="AttributeAsync"/>
    public static T Attribute<T>(Turn turn, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new TurnFailedException(turn.Row, e);
        }
    }
}
