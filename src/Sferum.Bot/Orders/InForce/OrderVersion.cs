namespace Sferum.Bot.Orders.InForce;

/// <summary>One text of an order, as it was uploaded. It never changes; an edited one is another version.</summary>
/// <param name="Sha256">Of <paramref name="File"/> in UTF-8, by which the journal names it.</param>
public sealed record OrderVersion(long Id, string Number, string File, string Sha256, long UploadedBy, DateTimeOffset UploadedAt);

/// <summary>What is in force of a number from a day on.</summary>
/// <param name="VersionId">Null: nothing, the order ends.</param>
/// <param name="Since">The first day, by the office's calendar.</param>
/// <param name="RevokedAt">When it was taken back before its day; null: it was not.</param>
public sealed record OrderTerm(
    long Id, string Number, long? VersionId, DateOnly Since, long DecidedBy, DateTimeOffset DecidedAt, DateTimeOffset? RevokedAt)
{
    /// <summary>Its day has not come, and it was not taken back.</summary>
    public bool IsAhead(DateOnly today) => RevokedAt is null && Since > today;

    /// <summary>Of the terms of a number the one that holds on this day; null: what the files say.</summary>
    public static OrderTerm? Standing(IEnumerable<OrderTerm> ofNumber, DateOnly today) =>
        ofNumber.Where(term => term.RevokedAt is null && term.Since <= today).MaxBy(term => (term.Since, term.Id));
}
