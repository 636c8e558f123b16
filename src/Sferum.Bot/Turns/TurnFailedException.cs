using Sferum.Bot.Messaging;

namespace Sferum.Bot.Turns;

/// <summary>One event of a batch could not be handled; the others could have been.</summary>
internal sealed class TurnFailedException(InboxRow row, Exception reason) : Exception($"event {row.EventId} failed: {reason.Message}", reason)
{
    public InboxRow Row { get; } = row;
}
