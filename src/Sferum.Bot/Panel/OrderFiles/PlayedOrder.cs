using System.Collections.Immutable;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Panel.OrderFiles;

/// <summary>
/// Plays an order with so many invented heads, apart from all that is real. Whoever composes the program gives it: the
/// room Rehearsal stands above this one.
/// </summary>
/// <param name="advanced">Told how much of the campaign has passed, from 0 to 1.</param>
public delegate Task<PlayedOrder> PlayOrder(Order order, int heads, Action<double> advanced, CancellationToken cancellationToken);

/// <param name="Done">Heads with nothing open at the end.</param>
/// <param name="OutsideGate">Messages that nobody asked for outside the hours, or twice a day to one person; 0, or the gate has a hole.</param>
/// <param name="Reviewed">Reports that the specialist has looked at.</param>
/// <param name="Days">Those on which something was sent.</param>
public sealed record PlayedOrder(int Heads, int Done, int Messages, int Reminders, int OutsideGate, int Reviewed, ImmutableArray<PlayedDay> Days);

/// <param name="Reminded">People.</param>
/// <param name="Reported">Reports.</param>
/// <param name="Done">Heads with nothing open at its end.</param>
public sealed record PlayedDay(DateOnly Day, int Messages, int Reminded, int Reported, int Done);
