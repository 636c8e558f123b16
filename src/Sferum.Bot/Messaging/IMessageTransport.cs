using System.Collections.Immutable;

namespace Sferum.Bot.Messaging;

/// <summary>
/// The way out to a messenger. Implemented over VK's API by room <c>Vk</c> and, in the rehearsal, by the simulated
/// directors. It never throws for what a messenger or network may do: every row gets an outcome.
/// </summary>
public interface IMessageTransport
{
    /// <summary>Sends the rows, in any packing, keeping the order of the rows of one peer.</summary>
    /// <returns>One outcome per row, under the row's id.</returns>
    Task<ImmutableDictionary<long, SendOutcome>> SendAsync(ImmutableArray<OutboxRow> rows, CancellationToken cancellationToken);
}

/// <summary>A message that waits in the ledger.</summary>
/// <param name="RandomId">int32, fixed before the first attempt (<c>vk-platform.md</c> §3.1).</param>
/// <param name="Attempts">Attempts made before this one.</param>
/// <param name="Faults">Passing faults in a row just before; a pause that was asked for starts the count anew.</param>
/// <param name="Uncertain">An earlier attempt may have been taken without the bot hearing of it.</param>
/// <param name="FirstTryAt">When the first attempt began that may have been taken; the window of random_id runs from here.</param>
/// <param name="WithoutKeyboard">The keyboard was refused once: send without.</param>
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
    int Faults = 0);
