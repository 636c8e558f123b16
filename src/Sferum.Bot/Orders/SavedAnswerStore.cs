using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using LinqToDB.Mapping;
using Microsoft.Extensions.Options;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders;

/// <summary>Answers of the specialist that the bot gives by itself from then on; revoked, never deleted.</summary>
public sealed class SavedAnswerStore(Database database, JournalStore journal, IOptions<OfficeOptions> office, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Changes whenever an answer is saved or revoked by whatever process; one short query, good to be asked every second or two.</summary>
    public Task<string> VersionAsync(CancellationToken cancellationToken) => database.ReadAsync(VersionAsync, cancellationToken);

    /// <summary>What stands now, the oldest first, with the version of which that is true.</summary>
    public Task<SavedAnswers> AllAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (db, token) =>
            {
                // First, so that what is saved between the two is noticed by the next look.
                var version = await VersionAsync(db, token);
                return new SavedAnswers(version, await LastAsync(db, int.MaxValue, token));
            },
            cancellationToken);

    /// <summary>The last ones of those that stand, the oldest of them first.</summary>
    public async Task<ImmutableArray<SavedAnswer>> LastAsync(DataConnection db, int most, CancellationToken cancellationToken)
    {
        var rows = await db.GetTable<SavedAnswerRecord>().Where(a => a.RevokedAt == null).OrderByDescending(a => a.Id).Take(most).ToListAsync(cancellationToken);
        rows.Reverse();
        return [.. rows.Select(Read)];
    }

    /// <summary>Whether the answer to this group of questions is saved.</summary>
    public Task<bool> IsSavedAsync(DataConnection db, long groupId, CancellationToken cancellationToken) =>
        db.GetTable<SavedAnswerRecord>().AnyAsync(a => a.GroupId == groupId && a.RevokedAt == null, cancellationToken);

    /// <param name="questions">As people asked; at least one.</param>
    /// <returns><see cref="WriteResult.Unchanged"/> when the answer to this group is saved already.</returns>
    public async Task<WriteResult> SaveAsync(
        DataConnection db, long specialistId, long groupId, IReadOnlyCollection<string> questions, string text, CancellationToken cancellationToken)
    {
        if (!await SubstituteStore.IsSpecialistAsync(db, office.Value, clock, specialistId, cancellationToken))
        {
            return WriteResult.NotAllowed;
        }

        await JournalStore.LockAsync(db, cancellationToken);
        if (questions.Count == 0 || string.IsNullOrWhiteSpace(text))
        {
            return WriteResult.Incomplete;
        }

        if (await IsSavedAsync(db, groupId, cancellationToken))
        {
            return WriteResult.Unchanged;
        }

        var id = await db.InsertWithInt64IdentityAsync(
            new SavedAnswerRecord
            {
                GroupId = groupId,
                Questions = JsonSerializer.Serialize(questions, Readable),
                Body = text,
                SavedBy = specialistId,
                SavedAt = clock.GetUtcNow(),
            },
            token: cancellationToken);
        await journal.AppendAsync(db, new JournalEntry(specialistId, "answer_saved", OrdersJson.Write([("answer", $"{id}"), ("question", $"{groupId}")])), cancellationToken);
        return WriteResult.Done;
    }

    public async Task<WriteResult> RevokeAsync(DataConnection db, long specialistId, long answerId, CancellationToken cancellationToken)
    {
        if (!await SubstituteStore.IsSpecialistAsync(db, office.Value, clock, specialistId, cancellationToken))
        {
            return WriteResult.NotAllowed;
        }

        var revoked = await db.GetTable<SavedAnswerRecord>()
            .Where(a => a.Id == answerId && a.RevokedAt == null)
            .Set(a => a.RevokedAt, clock.GetUtcNow())
            .UpdateAsync(cancellationToken);
        if (revoked == 0)
        {
            return WriteResult.Unchanged;
        }

        await journal.AppendAsync(db, new JournalEntry(specialistId, "answer_revoked", OrdersJson.Write([("answer", $"{answerId}")])), cancellationToken);
        return WriteResult.Done;
    }

    private static async Task<string> VersionAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var rows = await db.QueryToListAsync<VersionRow>(
            "select coalesce(max(id), 0) as newest, count(revoked_at) as revoked from saved_answer", cancellationToken);
        return $"{rows[0].Newest}-{rows[0].Revoked}";
    }

    private static SavedAnswer Read(SavedAnswerRecord record) => new(
        record.Id, [.. JsonSerializer.Deserialize<string[]>(record.Questions) ?? []], record.Body, record.SavedBy, record.SavedAt);

    private sealed class VersionRow
    {
        [Column("newest")]
        public long Newest { get; set; }

        [Column("revoked")]
        public long Revoked { get; set; }
    }
}

/// <param name="Version">Equal versions, equal answers.</param>
public sealed record SavedAnswers(string Version, ImmutableArray<SavedAnswer> All);

/// <param name="Questions">The words in which people asked, the first one first.</param>
public sealed record SavedAnswer(long Id, ImmutableArray<string> Questions, string Text, long SavedBy, DateTimeOffset SavedAt);
