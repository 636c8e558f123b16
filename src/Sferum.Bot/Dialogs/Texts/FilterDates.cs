using System.Globalization;
using Fluid;
using Fluid.Values;

namespace Sferum.Bot.Dialogs.Texts;

/// <summary>
/// Dates as they reach a Liquid filter. Fluid turns a <see cref="DateTimeOffset"/> into a value of its own and a
/// <see cref="DateOnly"/> into a string of the template's culture; slots hold ISO strings.
/// </summary>
internal sealed class FilterDates(TimeZoneInfo zone)
{
    private static readonly string[] _days = ["yyyy-MM-dd", "dd.MM.yyyy", "MM/dd/yyyy"];

    /// <summary>The day at the office; null when the value holds no date.</summary>
    public DateOnly? Day(FluidValue value, TemplateContext context) =>
        value.ToObjectValue() switch
        {
            DateOnly day => day,
            DateTimeOffset instant => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime),
            DateTime time => DateOnly.FromDateTime(time),
            string text when DateOnly.TryParseExact(text.Trim(), _days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
            string text when Parse(text) is { } instant => DateOnly.FromDateTime(instant.DateTime),
            _ => null,
        };

    /// <summary>The instant on the office's clock; null when the value holds none.</summary>
    public DateTimeOffset? Instant(FluidValue value, TemplateContext context) =>
        value.ToObjectValue() switch
        {
            DateTimeOffset instant => TimeZoneInfo.ConvertTime(instant, zone),
            DateTime time => new DateTimeOffset(time, TimeSpan.Zero),
            string text => Parse(text),
            _ => null,
        };

    /// <summary><paramref name="argument"/> when it is a date, else <c>today</c> of the template.</summary>
    public async ValueTask<DateOnly?> TodayAsync(FluidValue argument, TemplateContext context)
    {
        if (Day(argument, context) is { } given)
        {
            return given;
        }

        var local = Day(context.GetValue("today"), context);
        return local is null && context.Model is { } model ? Day(await model.GetValueAsync("today", context), context) : local;
    }

    private DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? TimeZoneInfo.ConvertTime(instant, zone)
            : null;
}
