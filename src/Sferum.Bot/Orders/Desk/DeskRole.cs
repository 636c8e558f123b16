namespace Sferum.Bot.Orders.Desk;

/// <summary>What somebody is at the specialist's desk, in the order of what one may do there; somebody may be several.</summary>
public enum DeskRole
{
    /// <summary>Nobody there.</summary>
    None,

    /// <summary>Sees everything and changes nothing.</summary>
    Chief,

    /// <summary>Sees everything and says who stands in for the specialist.</summary>
    Administrator,

    /// <summary>Acts as specialist between two days.</summary>
    Substitute,

    Specialist,
}
