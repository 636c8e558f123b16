namespace Sferum.Bot.Storage;

/// <summary>Why a database and this program don't go together.</summary>
internal enum SchemaFaultKind
{
    /// <summary>A newer program has brought the database forward; there is no way back but a backup.</summary>
    Newer,

    /// <summary>A script was applied that this program does not have, though it has later ones: another build made the database.</summary>
    Unknown,

    /// <summary>A script reads otherwise than it did when it was applied.</summary>
    Changed,

    /// <summary>A script could not be applied; the database is as it was.</summary>
    Failed,
}

/// <param name="script">The script's name without its namespace: <c>0001_messaging.sql</c>.</param>
internal sealed class SchemaException(SchemaFaultKind kind, string script, Exception? cause = null)
    : Exception(cause is null ? $"{kind}: {script}" : $"{kind}: {script}: {cause.Message}", cause)
{
    public SchemaFaultKind Kind => kind;

    public string Script => script;
}
