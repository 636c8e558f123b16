using System.Collections.Immutable;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders;

/// <summary>
/// Statements of what an institution has reported, given out as text. The journal keeps the hash, so that a statement shown
/// later can be told from a forged one.
/// </summary>
public sealed class CertificateStore(PersonStore people, JournalStore journal, RosterStore roster, IOptions<OfficeOptions> office, TimeProvider clock, Database database)
{
    private const string Issued = "certificate_issued";
    private const string Hash = "sha256";

    /// <summary>For whoever acts for the institution, and for the specialist.</summary>
    /// <param name="sha256">Of the statement's text.</param>
    /// <returns>The statement's number, that of its entry in the journal; 0 unless <see cref="WriteResult.Done"/>.</returns>
    public async Task<(WriteResult Result, long Number)> IssueAsync(
        DataConnection db, long personId, long institutionId, string sha256, CancellationToken cancellationToken)
    {
        await JournalStore.LockAsync(db, cancellationToken);
        if (!await people.ActsForAsync(db, personId, institutionId, cancellationToken)
            && !await SubstituteStore.IsSpecialistAsync(db, office.Value, clock, personId, cancellationToken))
        {
            return (WriteResult.NotAllowed, 0);
        }

        return (WriteResult.Done, await journal.AppendAsync(db, new JournalEntry(personId, Issued, OrdersJson.Write([(Hash, sha256)]), institutionId), cancellationToken));
    }

    /// <summary>Whether a text holds a statement of the journal as it was given out.</summary>
    internal Task<CertificateCheck> CheckAsync(string text, CancellationToken cancellationToken) => database.ReadAsync(
        async (db, token) =>
        {
            CertificateCheck check = new CertificateCheck.Unknown();
            foreach (var number in CertificateText.Numbers(text))
            {
                if (await FindAsync(db, number, token) is not { } certificate)
                {
                    continue;
                }

                if (CertificateText.Holds(text, certificate.Sha256))
                {
                    return await journal.FirstBrokenAsync(db, token) is { } broken
                        ? new CertificateCheck.JournalBroken(broken)
                        : new CertificateCheck.Genuine(certificate, (await roster.LoadAsync(db, [certificate.InstitutionId], token))[certificate.InstitutionId].Name);
                }

                check = new CertificateCheck.Altered(number);
            }

            return check;
        },
        cancellationToken);

    /// <summary>Null when no statement has this number.</summary>
    public async Task<Certificate?> FindAsync(DataConnection db, long number, CancellationToken cancellationToken)
    {
        var entry = await db.GetTable<JournalRecord>().FirstOrDefaultAsync(j => j.Seq == number && j.Action == Issued, cancellationToken);
        return entry is { InstitutionId: { } institution }
            ? new Certificate(entry.Seq, institution, OrdersJson.Read(entry.Data).GetValueOrDefault(Hash, ""), entry.At)
            : null;
    }
}

/// <param name="Sha256">Of the text as it was given out.</param>
public sealed record Certificate(long Number, long InstitutionId, string Sha256, DateTimeOffset At);

/// <summary>What came of looking a statement up. A closed list.</summary>
internal abstract record CertificateCheck
{
    private CertificateCheck()
    {
    }

    public sealed record Genuine(Certificate Certificate, string Institution) : CertificateCheck;

    /// <summary>One of this number was given out, with another text.</summary>
    public sealed record Altered(long Number) : CertificateCheck;

    public sealed record Unknown : CertificateCheck;

    /// <summary>The chain does not hold, so that nothing can be proved.</summary>
    public sealed record JournalBroken(long Entry) : CertificateCheck;
}
