using System.Collections.Immutable;

namespace Sferum.Bot.Messaging;

/// <summary>
/// The way out to a messenger. Implemented over VK's API by room <c>Vk</c> and, in the rehearsal, by the simulated
/// directors. It never throws for what a messenger or network may do: every row gets an outcome.
/// </summary>
public interface IMessageTransport
{
    /// <summary>How many rows one request carries at most when each says something else.</summary>
    int DifferentRows { get; }

    /// <summary>How many rows one request carries at most when all say the same.</summary>
    int EqualRows { get; }

    /// <summary>Waits until a request may start besides those that were begun by <see cref="SendAsync"/> and still wait for their turn.</summary>
    /// <returns>How many requests may start now, at least 1.</returns>
    Task<int> RoomAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Groups rows into requests, the most urgent first. Several rows of one peer, in their order, go in one request, of which
    /// a later one is tried only if the one before it was taken; who can't do that leaves the later ones out, for another time.
    /// </summary>
    ImmutableArray<ImmutableArray<OutboxRow>> Pack(IReadOnlyList<OutboxRow> rows);

    /// <summary>Sends the rows of one request.</summary>
    /// <returns>One outcome per row, under the row's id.</returns>
    Task<ImmutableDictionary<long, SendOutcome>> SendAsync(ImmutableArray<OutboxRow> rows, CancellationToken cancellationToken);

    /// <summary>
    /// Looks in the messenger's own history whether a row was taken, for when its <c>random_id</c> no longer keeps a
    /// second message from appearing (<c>vk-platform.md</c> §3.1).
    /// </summary>
    /// <returns><see cref="SendOutcome.Sent"/> when it was; null when it was not; what stood in the way of looking otherwise.</returns>
    Task<SendOutcome?> FindAsync(OutboxRow row, CancellationToken cancellationToken);
}

/// <summary>A message that waits in the ledger.</summary>
/// <param name="RandomId">int32, fixed before the first attempt (<c>vk-platform.md</c> §3.1).</param>
/// <param name="Attempts">Attempts made before this one.</param>
/// <param name="Faults">Passing faults in a row just before; a pause that was asked for starts the count anew.</param>
/// <param name="Uncertain">An earlier attempt may have been taken without the bot hearing of it.</param>
/// <param name="FirstTryAt">When the first attempt may have begun that may have been taken; the window of random_id runs from here.</param>
/// <param name="WithoutKeyboard">The keyboard was refused once: send without.</param>
/// <param name="Cancelled">A person has taken the broadcast back to which it belongs.</param>
/// <param name="Held">It may not go out now, and goes back to those who wrote it.</param>
public sealed record OutboxRow(
    long Id,
    long PeerId,
    int RandomId,
    SendPurpose Purpose,
    Outgoing Content,
    int Attempts,
    bool Uncertain,
    bool WithoutKeyboard,
    DateTimeOffset CreatedAt,
    DateTimeOffset FirstTryAt,
    int Faults = 0,
    bool Cancelled = false,
    bool Held = false);
