using System.Collections.Immutable;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Broadcasts;
using Sferum.Bot.Calendar;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Turns;

/// <summary>What would come of a broadcast that is written in the web panel: by the same rules as in the chat.</summary>
public sealed class MailingDesk(Database database, MailingLoader mailings, OverviewLoader questions, AudienceStore audiences, IOptions<OfficeOptions> office, TimeProvider clock)
{
    /// <summary>Longer texts the chat refuses as well: filled in they still are one message of VK.</summary>
    public const int LongestText = 3_000;

    private const int MostSaved = 1_000;

    public Task<Mailing> LookAsync(WantedAudience to, string text, CancellationToken cancellationToken) => database.ReadAsync(
        async (db, token) =>
        {
            var facts = await mailings.MailingAsync(db, MailingFacts.Of(await TextOfAsync(db, to, token), text), token);
            return new Mailing(
                facts.Audience.Length == 0 ? null : AudienceText.Read(facts.Audience, questions, []).Audience,
                facts.People,
                facts.Institutions,
                facts.Later,
                facts.Settled,
                facts.Names,
                [.. facts.Unreached.Select(u => new UnreachedName(u.Name, u.Reason, u.Code))],
                facts.UnreachedCount,
                facts.Missing,
                facts.Unclear,
                facts.SampleTo,
                facts.Sample,
                facts.Unknown,
                facts.RepeatedAt);
        },
        cancellationToken);

    private async Task<string> TextOfAsync(DataConnection db, WantedAudience to, CancellationToken cancellationToken) => to switch
    {
        WantedAudience.Known known => AudienceText.Write(known.Audience),
        WantedAudience.Named named => AudienceText.OfNames(named.Names),
        WantedAudience.Said said => questions.QueryOfWords(said.Words, office.Value.GetZone().DayOf(clock.GetUtcNow())) is { } query
            ? AudienceText.Write(new Audience.Asked(query))
            : AudienceText.OfNames(said.Words),
        WantedAudience.Saved saved => (await audiences.SavedAsync(db, MostSaved, cancellationToken)).FirstOrDefault(a => a.Id == saved.Id)?.Audience ?? "",
        _ => throw new ArgumentOutOfRangeException(nameof(to), to.GetType().Name, "unknown audience"),
    };
}

/// <summary>How it was said to whom. A closed list.</summary>
public abstract record WantedAudience
{
    private WantedAudience()
    {
    }

    public sealed record Known(Audience Audience) : WantedAudience;

    /// <summary>Names of institutions, between commas.</summary>
    public sealed record Named(string Names) : WantedAudience;

    /// <summary>As the specialist says it in the chat: a question about the district, or names.</summary>
    public sealed record Said(string Words) : WantedAudience;

    /// <summary>Under a name.</summary>
    public sealed record Saved(long Id) : WantedAudience;
}

/// <param name="Audience">Names replaced by institutions; null when nobody is meant.</param>
/// <param name="People">How many can be written to.</param>
/// <param name="Institutions">For how many institutions these act.</param>
/// <param name="Later">Of the people, those who had a message today that they did not ask for.</param>
/// <param name="Settled">So many more have nothing left of what the text speaks of, and are left out.</param>
/// <param name="Names">Of the first that can be written to.</param>
/// <param name="Unreached">The first that can't.</param>
/// <param name="Missing">Names that no institution has.</param>
/// <param name="Unclear">Names that several have.</param>
/// <param name="Sample">The text as the first one gets it.</param>
/// <param name="Unknown">What stands in braces and is no variable here.</param>
/// <param name="RepeatedAt">When the same text was meant for the same audience a short time ago; else null.</param>
public sealed record Mailing(
    Audience? Audience,
    int People,
    int Institutions,
    int Later,
    int Settled,
    ImmutableArray<string> Names,
    ImmutableArray<UnreachedName> Unreached,
    int UnreachedCount,
    ImmutableArray<string> Missing,
    ImmutableArray<string> Unclear,
    string SampleTo,
    string Sample,
    ImmutableArray<string> Unknown,
    DateTimeOffset? RepeatedAt);

/// <param name="Name">Institutions, or the page of a teacher.</param>
/// <param name="Reason">One of <see cref="RecipientState"/>.</param>
/// <param name="Code">VK's; null when it said none.</param>
public sealed record UnreachedName(string Name, string Reason, int? Code);
