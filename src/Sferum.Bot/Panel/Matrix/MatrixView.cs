using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Asking;
using Sferum.Bot.Reports;

namespace Sferum.Bot.Panel.Matrix;

/// <summary>What the address says is to be shown; what it says wrongly counts as not said.</summary>
/// <param name="Type">Null for all.</param>
/// <param name="Point">Null for all.</param>
/// <param name="Status">Null for all.</param>
/// <param name="Page">From 1 on.</param>
public sealed record MatrixView(string? Type, LineKey? Point, string? Status, string Text, MatrixSort Sort, bool Descending, int Page)
{
    private const int LongestText = 100;

    public static MatrixView Of(IQueryCollection query, OrderBook orders) => new(
        orders.Types.FirstOrDefault(type => type.Code == query["type"])?.Code,
        LineKey.Parse(query["point"].ToString()) is { } key && orders.Orders.Any(o => o.Number == key.Order && o.Points.Any(p => p.Id == key.Point)) ? key : null,
        DistrictStatus.All.FirstOrDefault(status => status == query["status"]),
        query["q"].ToString() is { Length: <= LongestText } text ? text.Trim() : "",
        Enum.TryParse<MatrixSort>(query["sort"], ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : MatrixSort.Name,
        query["dir"] == "desc",
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1);

    public MatrixQuery Query => new(
        Type is null ? [] : [Type], Point is { } point ? [point] : ImmutableArray<LineKey>.Empty, Status, Text, Sort, Descending);

    /// <summary>Only a part is asked for.</summary>
    public bool IsFiltered => Type is not null || Point is not null || Status is not null || Text.Length > 0;

    /// <summary>The address of this view.</summary>
    public string Url(string path = PanelRegistration.Root) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["type"] = Type,
        ["point"] = Point?.ToString(),
        ["status"] = Status,
        ["q"] = Text.Length > 0 ? Text : null,
        ["sort"] = Sort == MatrixSort.Name ? null : Sort.ToString().ToLowerInvariant(),
        ["dir"] = Descending ? "desc" : null,
        ["page"] = Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
    }.Where(p => p.Value is not null));

    /// <summary>A second press on a heading turns the order round; figures begin with the largest.</summary>
    public MatrixView SortedBy(MatrixSort sort) => this with
    {
        Sort = sort,
        Descending = Sort == sort ? !Descending : sort is MatrixSort.Open or MatrixSort.Late,
        Page = 1,
    };
}
