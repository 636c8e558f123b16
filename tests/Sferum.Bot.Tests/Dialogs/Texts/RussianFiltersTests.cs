using System.Globalization;
using Fluid;
using Fluid.Values;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Tests.Dialogs.Texts;

public class RussianFiltersTests
{
    private static readonly TimeZoneInfo _moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    private static readonly FluidParser _parser = new();

    [Fact]
    public void Every_number_up_to_a_hundred_and_twenty_takes_its_form()
    {
        for (var number = 0; number <= 120; number++)
        {
            var form = (number % 100 is >= 11 and <= 14, number % 10) switch
            {
                (true, _) or (_, 0 or >= 5) => "дней",
                (_, 1) => "день",
                _ => "дня",
            };
            Assert.Equal($"{number} {form}", Render("{{ n | plural: 'день', 'дня', 'дней' }}", ("n", number)));
        }
    }

    [Theory]
    [InlineData("2024-04-19T16:00:00Z", "2024-04-19", "сегодня после 19:00")]
    [InlineData("2024-04-20T06:00:00Z", "2024-04-19", "завтра после 9:00")]
    [InlineData("2024-04-23T05:30:00Z", "2024-04-19", "во вторник после 8:30")]
    [InlineData("2024-05-06T06:00:00Z", "2024-04-27", "6 мая после 9:00")]
    [InlineData("", "2024-04-27", "")]
    public void An_opening_is_told_by_the_nearest_words(string opens, string today, string expected) =>
        Assert.Equal(expected, Render("{{ n | opening: today }}", ("n", opens), ("today", today)));

    [Theory]
    [InlineData("1", "1 день")]
    [InlineData("111", "111 дней")]
    [InlineData("121", "121 день")]
    [InlineData("1012", "1012 дней")]
    [InlineData("-3", "-3 дня")]
    [InlineData("1.5", "1,5 дня")]
    [InlineData("", "0 дней")]
    public void Plural_takes_numbers_from_slots_too(string number, string expected) =>
        Assert.Equal(expected, Render("{{ n | plural: 'день', 'дня', 'дней' }}", ("n", number)));

    [Fact]
    public void A_day_is_written_in_every_form()
    {
        const string Template =
            "{{ d | date }}; {{ d | weekday_date }}; {{ d | short_date }}";
        const string Expected = "19 апреля; 19 апреля, пятница; 19.04.2024";

        Assert.Equal(Expected, Render(Template, ("d", new DateOnly(2024, 4, 19))));
        Assert.Equal(Expected, Render(Template, ("d", "2024-04-19")));
        Assert.Equal(Expected, Render(Template, ("d", new DateTimeOffset(2024, 4, 19, 9, 5, 0, TimeSpan.FromHours(3)))));
    }

    [Theory]
    [InlineData("ru-RU")]
    [InlineData("")]
    public void A_day_survives_the_culture_of_the_template(string culture) =>
        Assert.Equal("5 апреля", RenderIn(CultureInfo.GetCultureInfo(culture), "{{ d | date }}", ("d", new DateOnly(2024, 4, 5))));

    [Fact]
    public void An_instant_is_shown_on_the_clock_of_the_office()
    {
        var lateEvening = new DateTimeOffset(2024, 4, 18, 21, 5, 0, TimeSpan.Zero);

        Assert.Equal("19 апреля 00:05", Render("{{ t | date }} {{ t | time }}", ("t", lateEvening)));
        Assert.Equal("19 апреля 00:05", Render("{{ t | date }} {{ t | time }}", ("t", "2024-04-18T21:05:00Z")));
    }

    [Fact]
    public void A_day_of_another_year_is_written_with_the_year() =>
        Assert.Equal(
            "28 августа 2023; 28 августа",
            Render("{{ d | date: '2024-04-15' }}; {{ d | date: '2023-12-31' }}", ("d", "2023-08-28")));

    [Theory]
    [InlineData("2024-04-19", "4")]
    [InlineData("2024-04-15", "0")]
    [InlineData("2024-04-14", "-1")]
    [InlineData("2025-04-15", "365")]
    public void Days_are_counted_from_today(string day, string expected)
    {
        Assert.Equal(expected, Render("{{ d | days_until }}", ("d", day), ("today", new DateOnly(2024, 4, 15))));
        Assert.Equal(expected, Render("{{ d | days_until: '2024-04-15' }}", ("d", day)));
    }

    [Fact]
    public void Today_is_found_in_the_model_of_the_template()
    {
        var options = Options(CultureInfo.InvariantCulture);
        var model = new Dictionary<string, object> { ["today"] = new DateOnly(2024, 4, 15), ["d"] = "2024-04-19" };

        Assert.Equal("4", _parser.Parse("{{ d | days_until }}").Render(new TemplateContext(FluidValue.Create(model, options), options)));
    }

    [Theory]
    [InlineData("{{ nothing | date }}{{ nothing | weekday_date }}{{ nothing | short_date }}{{ nothing | time }}{{ nothing | days_until }}")]
    [InlineData("{{ 'скоро' | date }}{{ 'скоро' | time }}{{ 'скоро' | days_until: '2024-04-15' }}{{ '2024-04-15' | days_until }}")]
    public void What_is_no_date_gives_nothing(string template) => Assert.Equal("", Render(template));

    [Theory]
    [InlineData("{{ 'Приказ' | lower_first }}", "приказ")]
    [InlineData("{{ 'МОУ' | lower_first }}", "МОУ")]
    [InlineData("{{ 'Я' | lower_first }}", "я")]
    [InlineData("{{ '' | lower_first }}", "")]
    [InlineData("{{ 'чат' | quote }}", "«чат»")]
    [InlineData("{{ 'о «Сферуме»' | quote }}", "«о „Сферуме“»")]
    [InlineData("{{ '1.1' | split: ' ' | join_and }}", "1.1")]
    [InlineData("{{ '1.1 1.3' | split: ' ' | join_and }}", "1.1 и 1.3")]
    [InlineData("{{ '1.1 1.2 1.3' | split: ' ' | join_and }}", "1.1, 1.2 и 1.3")]
    [InlineData("{{ nothing | join_and }}", "")]
    public void Words_are_set_as_Russian_sets_them(string template, string expected) => Assert.Equal(expected, Render(template));

    private static string Render(string template, params (string Name, object Value)[] values) =>
        RenderIn(CultureInfo.GetCultureInfo("ru-RU"), template, values);

    private static string RenderIn(CultureInfo culture, string template, params (string Name, object Value)[] values)
    {
        var context = new TemplateContext(Options(culture));
        foreach (var (name, value) in values)
        {
            context.SetValue(name, value);
        }

        return _parser.Parse(template).Render(context);
    }

    private static TemplateOptions Options(CultureInfo culture)
    {
        var options = new TemplateOptions { CultureInfo = culture, TimeZone = _moscow };
        RussianFilters.Register(options.Filters, _moscow);
        return options;
    }
}
