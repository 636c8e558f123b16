using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Sferum.Bot.Orders;
using Sferum.Bot.Reminders;
using Sferum.Bot.Reports;

namespace Sferum.Bot.Panel.Reminders;

/// <summary>What the address says is to be shown of the days to come; what it says wrongly counts as not said.</summary>
/// <param name="Day">The one that is unfolded; null: the first on which something goes.</param>
/// <param name="Text">Words of names of institutions; empty for all.</param>
/// <param name="Page">Of the unfolded day, from 1 on.</param>
public sealed record RemindersView(DateOnly? Day, string Text, int Page)
{
    private const int LongestText = 100;

    public static RemindersView Of(Func<string, StringValues> field) => new(
        FormValues.Day(field("day")),
        field("q").ToString() is { Length: <= LongestText } text ? text.Trim() : "",
        int.TryParse(field("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1);

    public string Url(string? said = null) => QueryHelpers.AddQueryString($"{PanelRegistration.Root}/reminders", new Dictionary<string, string?>
    {
        ["day"] = Day is { } day ? PanelTime.Iso(day) : null,
        ["q"] = Text.Length > 0 ? Text : null,
        ["page"] = Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
        ["said"] = said,
    }.Where(p => p.Value is not null));

    /// <summary>The days with what concerns these institutions alone; as the table filters by names.</summary>
    public Outlook Filter(Outlook outlook)
    {
        var words = MatrixFigures.Folded(Text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return outlook;
        }

        var named = outlook.Institutions.Where(i => words.All(MatrixFigures.Folded(i.Institution.Name).Contains)).ToImmutableArray();
        var meant = named.Select(i => i.Institution.Id).ToHashSet();
        return new Outlook(
            [
                .. outlook.Days.Select(day => day with
                {
                    Reminders =
                    [
                        .. day.Reminders
                            .Select(r => r with { Parts = [.. r.Parts.Where(p => meant.Contains(p.Institution.Id))] })
                            .Where(r => !r.Parts.IsEmpty),
                    ],
                    Escalations = [.. day.Escalations.Where(e => meant.Contains(e.Institution.Id))],
                }),
            ],
            [.. outlook.Holds.Where(h => meant.Contains(h.Institution.Id))],
            named);
    }
}

/// <summary>What was typed to hold reminders, shown again with what is wrong with it.</summary>
/// <param name="Line">Null: all of the institution's.</param>
public sealed record HoldForm(Institution Institution, LineKey? Line, string Until, string Fault);
