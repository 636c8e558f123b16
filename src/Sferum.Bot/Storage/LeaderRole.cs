namespace Sferum.Bot.Storage;

/// <summary>Work that one process does for all replicas.</summary>
public enum LeaderRole
{
    /// <summary>Reads the stream of events.</summary>
    Poller = 1,

    /// <summary>Carries the outbox to the messenger.</summary>
    Sender = 2,

    /// <summary>Keeps the tables small.</summary>
    Scheduler = 3,

    /// <summary>Reminds people.</summary>
    Reminder = 4,

    /// <summary>Leads broadcasts.</summary>
    Broadcaster = 5,
}
