using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Sferum.Bot.Storage;

/// <summary>What went wrong in a database, as far as it matters for what to do next.</summary>
public enum DatabaseFault
{
    /// <summary>No fault of a database, or one that a repetition would meet again.</summary>
    Lasting,

    /// <summary>A row with this key is there already.</summary>
    Duplicate,

    /// <summary>Two transactions were in each other's way (serialization, deadlock, lock timeout): the same work succeeds later.</summary>
    Conflict,

    /// <summary>The database is away, starting, stopping or full: nothing succeeds for a while, whoever asks.</summary>
    Unavailable,
}

/// <summary>Tells faults by SQLSTATE (PostgreSQL, appendix A) and by SQLite's result codes, never by text.</summary>
public static class DatabaseFaults
{
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqliteConstraintUnique = 2067;

    /// <summary>Looks through wrapping exceptions for the one of the database.</summary>
    public static DatabaseFault Of(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is DbException)
            {
                return OfDatabase((DbException)e);
            }
        }

        return DatabaseFault.Lasting;
    }

    private static DatabaseFault OfDatabase(DbException exception) => exception switch
    {
        PostgresException { SqlState: var state } => OfSqlState(state),
        NpgsqlException { InnerException: IOException or SocketException or TimeoutException } => DatabaseFault.Unavailable,
        NpgsqlException { IsTransient: true } => DatabaseFault.Unavailable,
        SqliteException sqlite => OfSqlite(sqlite.SqliteErrorCode, sqlite.SqliteExtendedErrorCode),
        _ => DatabaseFault.Lasting,
    };

    private static DatabaseFault OfSqlState(string state) => state switch
    {
        PostgresErrorCodes.UniqueViolation => DatabaseFault.Duplicate,
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable => DatabaseFault.Conflict,
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow => DatabaseFault.Unavailable,
        // Classes: 08 connection, 53 resources (disk full, too many connections), 58 outside of PostgreSQL itself.
        _ when state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("53", StringComparison.Ordinal)
            || state.StartsWith("58", StringComparison.Ordinal) => DatabaseFault.Unavailable,
        _ => DatabaseFault.Lasting,
    };

    private static DatabaseFault OfSqlite(int code, int extended) => code switch
    {
        5 or 6 => DatabaseFault.Conflict, // busy, locked
        8 or 10 or 13 or 14 => DatabaseFault.Unavailable, // read-only, I/O error, full, can't open
        _ when extended is SqliteConstraintPrimaryKey or SqliteConstraintUnique => DatabaseFault.Duplicate,
        _ => DatabaseFault.Lasting,
    };
}
