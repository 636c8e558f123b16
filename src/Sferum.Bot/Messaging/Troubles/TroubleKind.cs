namespace Sferum.Bot.Messaging.Troubles;

/// <summary>What may go wrong so that the administrator has to know. A closed list; the names stand in table <c>trouble</c> and in the notices.</summary>
public enum TroubleKind
{
    /// <summary>Events of VK are not heard.</summary>
    PollDeaf,

    /// <summary>VK refuses the token, or what it is allowed to do.</summary>
    TokenRefused,

    /// <summary>Answers that were due wait.</summary>
    OutboxOld,

    /// <summary>Events that could not be handled were put aside.</summary>
    DeadLetters,

    /// <summary>Little room is left where database and evidence are.</summary>
    DiskFull,

    /// <summary>The database did not answer. Told when it does again: before, nothing can be written down or sent.</summary>
    DatabaseAway,
}
