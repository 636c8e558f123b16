namespace Sferum.Bot.Orders;

/// <summary>What a look at a chat has brought. A closed list.</summary>
public enum ChatNews
{
    /// <summary>Nothing that was not known.</summary>
    None,

    /// <summary>Seen for the first time since it was shown.</summary>
    First,

    /// <summary>Another title or number of people than before.</summary>
    Changed,
}
