using System.Globalization;

namespace Sferum.Bot.Orders.Asking;

/// <summary>Names as people look them up: № 2 before № 10.</summary>
internal static class NaturalOrder
{
    public static StringComparer Names { get; } = StringComparer.Create(
        CultureInfo.GetCultureInfo("ru-RU"), CompareOptions.NumericOrdering | CompareOptions.IgnoreCase);
}
