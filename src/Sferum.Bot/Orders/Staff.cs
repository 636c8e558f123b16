namespace Sferum.Bot.Orders;

/// <summary>How far the teachers of an institution are with their role in Sferum.</summary>
/// <param name="Confirmed">Teachers who said that theirs is confirmed.</param>
/// <param name="Teachers">How many there are, as the head says; null while he has not.</param>
public sealed record Staff(int Confirmed, int? Teachers)
{
    /// <summary>For whoever has not asked.</summary>
    public static Staff Unknown { get; } = new(0, null);
}

/// <summary>The teachers of all institutions of the roster together.</summary>
/// <param name="Confirmed">Those who said that their role is confirmed.</param>
/// <param name="ConfirmedOfCounted">Of them, in institutions whose number of teachers is known.</param>
/// <param name="Teachers">Teachers in institutions whose number is known.</param>
public sealed record StaffTotal(int Confirmed, int ConfirmedOfCounted, int Teachers);
