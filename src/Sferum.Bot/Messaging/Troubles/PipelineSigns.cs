using Microsoft.Extensions.Options;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging.Troubles;

/// <summary>Answers and news that are due wait. What nobody asked for may wait for its hours, and broadcasts for their turn.</summary>
internal sealed class OldOutboxSign(Database database, TroubleStore troubles, Leadership leadership, IOptions<TroubleOptions> options, TimeProvider clock) : ITroubleSign
{
    public TroubleKind Kind => TroubleKind.OutboxOld;

    public async Task<SignReading?> ReadAsync(CancellationToken cancellationToken)
    {
        if (leadership.StateOf(LeaderRole.Scheduler) != LeadState.Leading)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var oldest = await database.ReadAsync((db, token) => troubles.OldestDueAsync(db, now - options.Value.OutboxAge, token), cancellationToken);
        return oldest is { } since ? new SignReading(true, (long)(now - since).TotalMinutes) : SignReading.Fine;
    }
}

/// <summary>Somebody was not answered, and a person has to look why.</summary>
internal sealed class DeadLetterSign(Database database, TroubleStore troubles, Leadership leadership) : ITroubleSign
{
    public TroubleKind Kind => TroubleKind.DeadLetters;

    public async Task<SignReading?> ReadAsync(CancellationToken cancellationToken)
    {
        if (leadership.StateOf(LeaderRole.Scheduler) != LeadState.Leading)
        {
            return null;
        }

        var waiting = await database.ReadAsync(troubles.CountDeadLettersAsync, cancellationToken);
        return new SignReading(waiting > 0, waiting, IsMore: true);
    }
}

/// <summary>The folders of evidence and, on SQLite, of the database, whichever has less room left.</summary>
internal sealed class DiskSign(Leadership leadership, IOptions<StorageOptions> storage, IOptions<TroubleOptions> options) : ITroubleSign
{
    private const long Megabyte = 1024 * 1024;

    public TroubleKind Kind => TroubleKind.DiskFull;

    public Task<SignReading?> ReadAsync(CancellationToken cancellationToken) =>
        Task.FromResult(leadership.StateOf(LeaderRole.Scheduler) == LeadState.Leading ? Read() : null);

    private SignReading? Read()
    {
        if (options.Value.FreeMegabytes == 0)
        {
            return SignReading.Fine;
        }

        var free = Folders().Min(FreeSpace.Of) / Megabyte;
        return free < options.Value.FreeMegabytes ? new SignReading(true, free) : SignReading.Fine;
    }

    private IEnumerable<string> Folders()
    {
        yield return storage.Value.FilesPath;
        if (storage.Value.Provider == StorageProvider.Sqlite
            && new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(storage.Value.ConnectionString).DataSource is { Length: > 0 } file)
        {
            yield return file;
        }
    }
}
