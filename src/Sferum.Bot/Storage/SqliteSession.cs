using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Interceptors;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sferum.Bot.Storage;

/// <summary>
/// A connection to SQLite that stays open and keeps what it has compiled, by the text of the SQL, whoever wrote it. To
/// compile a statement of a turn takes ten times as long as to run it, and closing a connection forgets them all.
/// </summary>
internal sealed class SqliteSession : DataConnection
{
    /// <summary>A turn knows about 150; what LINQ writes with its values in the text must not push them out.</summary>
    private const int MostKept = 400;

    private readonly Dictionary<string, Statement> _kept = new(StringComparer.Ordinal);

    public SqliteSession(DataOptions options)
        : base(options)
    {
        AddInterceptor(new Keeper(this));
        AddInterceptor(new PlanKeeper());
    }

    /// <summary>The statement of this text, without parameters. To be disposed of after use, which keeps it.</summary>
    public SqliteCommand Prepare(SqliteConnection connection, string sql)
    {
        if (_kept.TryGetValue(sql, out var known) && !known.InUse)
        {
            known.InUse = true;
            known.Transaction = (SqliteTransaction?)Transaction;
            return known;
        }

        // The same text within itself has one of its own.
        var statement = new Statement(this) { IsKept = known is null, Connection = connection, Transaction = (SqliteTransaction?)Transaction, CommandText = sql, InUse = true };
        if (known is null)
        {
            if (_kept.Count == MostKept)
            {
                Forget();
            }

            _kept[sql] = statement;
        }

        return statement;
    }

    /// <summary>Makes it ready for whoever comes next.</summary>
    public void Settle()
    {
        foreach (var statement in _kept.Values.Where(statement => statement.InUse))
        {
            statement.Dispose();
        }
    }

    /// <summary>Closes the connection with all that it has compiled.</summary>
    public ValueTask CloseForGoodAsync()
    {
        Forget();
        return DisposeAsync();
    }

    private void Forget()
    {
        foreach (var statement in _kept.Values)
        {
            statement.LetGo();
        }

        _kept.Clear();
    }

    /// <summary>Takes for each statement of LINQ the one that is kept.</summary>
    private sealed class Keeper(SqliteSession session) : CommandInterceptor
    {
        public override DbCommand CommandInitialized(CommandEventData eventData, DbCommand command)
        {
            if (command is Statement { IsKept: true } again)
            {
                again.InUse = true;
                again.Transaction = (SqliteTransaction?)session.Transaction;
                return again;
            }

            if (command is not SqliteCommand { Connection: { } connection } written)
            {
                return command;
            }

            var kept = session.Prepare(connection, written.CommandText);
            var parameters = written.Parameters.Cast<SqliteParameter>().ToArray();
            written.Parameters.Clear();
            kept.Parameters.AddRange(parameters);
            written.Dispose();
            return kept;
        }
    }

    /// <summary>
    /// By default SQLite compiles a statement anew whenever a value is bound that its plan might depend on, the number
    /// after <c>limit</c> among them: 0.2 ms each time for a statement that runs in 0.02.
    /// </summary>
    private sealed class PlanKeeper : ConnectionInterceptor
    {
        public override void ConnectionOpened(ConnectionEventData eventData, DbConnection connection)
        {
            if (connection is SqliteConnection { Handle: { } handle })
            {
                raw.sqlite3_db_config(handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
            }
        }

        public override Task ConnectionOpenedAsync(ConnectionEventData eventData, DbConnection connection, CancellationToken cancellationToken)
        {
            ConnectionOpened(eventData, connection);
            return Task.CompletedTask;
        }
    }

    /// <summary>A statement that outlives its disposal, as long as it is kept.</summary>
    private sealed class Statement(SqliteSession session) : SqliteCommand
    {
        public bool IsKept { get; set; }

        public bool InUse { get; set; }

        [AllowNull]
        public override string CommandText
        {
            get => base.CommandText;

            // LINQ writes its next statement into the command of its last one where it can.
            set
            {
                if (IsKept && base.CommandText.Length > 0 && base.CommandText != value)
                {
                    session._kept.Remove(base.CommandText);
                    IsKept = false;
                }

                base.CommandText = value;
            }
        }

        public void LetGo()
        {
            IsKept = false;
            if (!InUse)
            {
                Dispose();
            }
        }

        protected override void Dispose(bool disposing)
        {
            Parameters.Clear();
            InUse = false;
            if (!IsKept)
            {
                base.Dispose(disposing);
            }
        }
    }
}
