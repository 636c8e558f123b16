using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Sferum.Bot.Broadcasts;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Asking;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Panel.Broadcasts;

/// <summary>A broadcast as far as it is written: what was typed and chosen.</summary>
/// <param name="Draft">Tells forms apart, so that one sent twice is one broadcast.</param>
/// <param name="To">One of the constants here.</param>
/// <param name="Types">Of <see cref="All"/> and <see cref="Standing"/>; none for all.</param>
/// <param name="Point">Of <see cref="Standing"/>; null for all that is mandatory.</param>
/// <param name="Saved">The number of the saved audience.</param>
/// <param name="Institutions">Of <see cref="Picked"/>, joined by commas.</param>
/// <param name="Like">The broadcast of <see cref="Unreached"/> and <see cref="Same"/>.</param>
/// <param name="Timed">At the time of <paramref name="At"/>; else as soon as may be.</param>
/// <param name="Again">Although the same went to the same a short time ago.</param>
public sealed record ComposeForm(
    string Draft,
    string Text,
    string To,
    ImmutableArray<string> Types,
    string Status,
    LineKey? Point,
    string Names,
    string Words,
    long Saved,
    string Institutions,
    long Like,
    bool Urgent,
    bool Timed,
    string At,
    bool Again)
{
    public const string All = "all";
    public const string Standing = "standing";
    public const string Named = "names";
    public const string Said = "words";
    public const string Teachers = "teachers";
    public const string Kept = "saved";
    public const string Picked = "picked";
    public const string Unreached = "unreached";
    public const string Same = "same";

    /// <summary>As fields of days and times write it.</summary>
    public const string Format = "yyyy-MM-dd'T'HH:mm";

    private const string Yes = "yes";
    private const string Timely = "at";
    private const int LongestDraft = 64;

    /// <summary>More is no text that anybody typed: what stands beyond is not looked at, and it is too long in any case.</summary>
    private const int MostRead = 2 * MailingDesk.LongestText;

    public static ComposeForm Empty { get; } = new("", "", All, [], DistrictStatus.Open, null, "", "", 0, "", 0, false, false, "", false);

    public static string NewDraft() => $"panel {Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}";

    /// <summary>What the form says; what it says wrongly counts as not said.</summary>
    public static ComposeForm Of(Func<string, StringValues> field, OrderBook orders)
    {
        string Text(string name, int longest) => field(name).ToString().ReplaceLineEndings("\n").Trim() is var text && text.Length <= longest ? text : text[..longest];
        long Number(string name) => FormValues.Number(field(name).ToString()) ?? 0;
        return new ComposeForm(
            Text("draft", LongestDraft) is { Length: > 0 } draft ? draft : NewDraft(),
            Text("text", MostRead),
            Text("to", LongestDraft),
            [.. orders.Types.Select(type => type.Code).Where(code => field("type").Contains(code)).Order(StringComparer.Ordinal)],
            DistrictStatus.All.FirstOrDefault(status => status == field("status"), DistrictStatus.Open),
            LineKey.Parse(field("point").ToString()) is { } key && orders.Orders.Any(o => o.Number == key.Order && o.Points.Any(p => p.Id == key.Point)) ? key : null,
            Text("names", MostRead),
            Text("words", MostRead),
            Number("saved"),
            field("institutions").ToString(),
            Number("like"),
            field("urgent") == Yes,
            field("when") == Timely,
            Text("at", LongestDraft),
            field("again") == Yes);
    }

    /// <summary>When it is to go by the office's clock; null: as soon as may be, or no time that a clock shows.</summary>
    public DateTime? Time =>
        Timed && DateTime.TryParseExact(At, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;

    /// <param name="like">The broadcast that <see cref="Like"/> names.</param>
    /// <returns>Null: it is not said to whom.</returns>
    public WantedAudience? WantedOf(Broadcast? like) => To switch
    {
        All => new WantedAudience.Known(new Audience.Everybody(Types)),
        Standing => new WantedAudience.Known(new Audience.Asked(new DistrictQuery.Standing(Types, Point is { } point ? [point] : ImmutableArray<LineKey>.Empty, Status))),
        Named => Names.Length == 0 ? null : new WantedAudience.Named(Names),
        Said => Words.Length == 0 ? null : new WantedAudience.Said(Words),
        Teachers => new WantedAudience.Known(new Audience.Teachers()),
        Kept => Saved == 0 ? null : new WantedAudience.Saved(Saved),
        Picked => PickedOf(Institutions) is { IsEmpty: false } picked ? new WantedAudience.Known(new Audience.Picked(picked)) : null,
        Unreached => like is null ? null : new WantedAudience.Known(new Audience.Unreached(like.Id)),
        Same => like is null ? null : new WantedAudience.Known(like.Audience),
        _ => null,
    };

    public static string Join(IEnumerable<long> institutions) => string.Join(',', institutions.Select(id => id.ToString(CultureInfo.InvariantCulture)));

    /// <summary>In one order, so that the same people are the same audience.</summary>
    private static ImmutableArray<long> PickedOf(string list) =>
        [.. list.Split(',').Select(item => FormValues.Number(item) ?? 0).Where(id => id > 0).Distinct().Order()];
}
