namespace Sferum.Bot.Orders;

/// <summary>What came of a write that a person asked for. A closed list; only <see cref="Done"/> has changed anything.</summary>
public enum WriteResult
{
    Done,

    /// <summary>It was so already: a second press, a replayed event.</summary>
    Unchanged,

    /// <summary>The person has no right to it, whatever his client sent.</summary>
    NotAllowed,

    /// <summary>There is no such thing.</summary>
    NotFound,

    /// <summary>Evidence that the point requires is not among the answers.</summary>
    Incomplete,

    /// <summary>The specialist has accepted it: it can't be changed from the chat any more.</summary>
    AlreadyAccepted,

    /// <summary>It has changed since the person saw it.</summary>
    Outdated,
}
