using System.Globalization;
using Fluid;
using Fluid.Values;
using Sferum.Bot.Dialogs.Inputs;

namespace Sferum.Bot.Dialogs.Texts;

/// <summary>
/// Liquid filters for Russian texts: <c>5 | plural: "день", "дня", "дней"</c> → «5 дней»; <c>date</c> «19 апреля» (with the
/// year when it is not today's); <c>weekday_date</c> «19 апреля, пятница»; <c>short_date</c> «19.04.2024»; <c>days_until</c>
/// (from its argument or from <c>today</c>; negative when past); <c>time</c> «09:05»; <c>lower_first</c>; <c>quote</c>;
/// <c>join_and</c> «1.1, 1.2 и 1.3»; <c>opening</c> «завтра после 9:00», «в понедельник после 9:00»; <c>one_line</c>; <c>answer_fault</c>: why a
/// text may not be kept as an answer (<see cref="SavedText"/>). Days and times are those of the office's zone. No date gives nothing.
/// </summary>
internal static class RussianFilters
{
    public static void Register(FilterCollection filters, TimeZoneInfo zone)
    {
        var dates = new FilterDates(zone);
        filters.AddFilter("plural", Plural);
        filters.AddFilter("date", (input, arguments, context) => DateAsync(dates, input, arguments, context));
        filters.AddFilter("weekday_date", (input, _, context) =>
            Text(dates.Day(input, context) is { } day ? $"{RussianCalendar.DayAndMonth(day)}, {RussianCalendar.DayOfWeekName(day)}" : null));
        filters.AddFilter("short_date", (input, _, context) =>
            Text(dates.Day(input, context)?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)));
        filters.AddFilter("days_until", (input, arguments, context) => DaysUntilAsync(dates, input, arguments, context));
        filters.AddFilter("time", (input, _, context) =>
            Text(dates.Instant(input, context)?.ToString("HH:mm", CultureInfo.InvariantCulture)));
        filters.AddFilter("opening", (input, arguments, context) => OpeningAsync(dates, input, arguments, context));
        filters.AddFilter("answer_fault", (input, _, _) => Text(SavedText.FaultOf(input.ToStringValue())));
        filters.AddFilter("lower_first", (input, _, context) => Text(LowerFirst(input.ToStringValue())));
        filters.AddFilter("quote", (input, _, context) => Text(Quote(input.ToStringValue())));
        filters.AddFilter("one_line", (input, _, _) => Text(input.ToStringValue().ReplaceLineEndings(" ")));
        filters.AddFilter("join_and", JoinAnd);
    }

    private static ValueTask<FluidValue> Plural(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var number = input.ToNumberValue();
        var form = RussianPlural.Form(
            number,
            arguments.At(0).ToStringValue(),
            arguments.At(1).ToStringValue(),
            arguments.At(2).ToStringValue());
        return Text($"{number.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',')} {form}");
    }

    private static async ValueTask<FluidValue> DateAsync(
        FilterDates dates,
        FluidValue input,
        FilterArguments arguments,
        TemplateContext context)
    {
        if (dates.Day(input, context) is not { } day)
        {
            return NilValue.Instance;
        }

        var today = await dates.TodayAsync(arguments.At(0), context);
        var text = RussianCalendar.DayAndMonth(day);
        return new StringValue(today is { } now && now.Year != day.Year ? $"{text} {day.Year}" : text);
    }

    private static async ValueTask<FluidValue> DaysUntilAsync(
        FilterDates dates,
        FluidValue input,
        FilterArguments arguments,
        TemplateContext context) =>
        dates.Day(input, context) is { } day && await dates.TodayAsync(arguments.At(0), context) is { } today
            ? NumberValue.Create(day.DayNumber - today.DayNumber)
            : NilValue.Instance;

    private static async ValueTask<FluidValue> OpeningAsync(
        FilterDates dates,
        FluidValue input,
        FilterArguments arguments,
        TemplateContext context)
    {
        if (dates.Instant(input, context) is not { } opens || await dates.TodayAsync(arguments.At(0), context) is not { } today)
        {
            return NilValue.Instance;
        }

        var day = DateOnly.FromDateTime(opens.DateTime);
        var when = (day.DayNumber - today.DayNumber) switch
        {
            0 => "сегодня",
            1 => "завтра",
            > 1 and < 7 => RussianCalendar.OnDayOfWeek(day),
            _ => RussianCalendar.DayAndMonth(day),
        };
        return new StringValue($"{when} после {opens.ToString("H:mm", CultureInfo.InvariantCulture)}");
    }

    /// <summary>An abbreviation stays: «МОУ», «ИКОП».</summary>
    private static string LowerFirst(string text) =>
        text.Length == 0 || (text.Length > 1 && char.IsUpper(text[1])) ? text : char.ToLowerInvariant(text[0]) + text[1..];

    /// <summary>In « »; quotes within become „ “.</summary>
    private static string Quote(string text) => $"«{text.Trim().Replace('«', '„').Replace('»', '“')}»";

    private static ValueTask<FluidValue> JoinAnd(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var items = input.Enumerate(context).Select(i => i.ToStringValue()).ToList();
        return Text(items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items[..^1])} и {items[^1]}");
    }

    private static ValueTask<FluidValue> Text(string? text) => text is null ? NilValue.Instance : new StringValue(text);
}
