namespace Sferum.Bot.Storage.Backups;

/// <summary>Why a backup was not made or not taken back.</summary>
internal enum BackupFaultKind
{
    /// <summary>No backup lies in the folder, or its list is not readable.</summary>
    NotThere,

    /// <summary>A file is missing or is not what it was when the backup was made.</summary>
    Damaged,

    /// <summary>It is of the other kind of database than the settings name.</summary>
    OtherProvider,

    /// <summary>There is something already where it is to be restored to.</summary>
    NotEmpty,

    /// <summary>Another process is connected to the database.</summary>
    InUse,

    /// <summary>A program of PostgreSQL is not installed or failed.</summary>
    ToolFailed,
}

/// <param name="detail">A path, or what the tool said; no secrets.</param>
internal sealed class BackupException(BackupFaultKind kind, string detail) : Exception($"{kind}: {detail}")
{
    public BackupFaultKind Kind => kind;

    public string Detail => detail;
}
