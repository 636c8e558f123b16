namespace Sferum.Bot.Storage;

/// <summary>Work that one process does for all replicas.</summary>
public enum LeaderRole
{
    /// <summary>Reads the stream of events.</summary>
    Poller = 1,

    /// <summary>Carries the outbox to the messenger.</summary>
    Sender = 2,

    /// <summary>Does what is due by the clock.</summary>
    Scheduler = 3,
}
