using System.Globalization;
using Fluid;

namespace Sferum.Bot.Dialogs.Texts;

/// <summary>How Liquid is rendered for dialogs: Russian culture, the office's time zone, facts in snake_case.</summary>
internal static class LiquidOptions
{
    /// <summary>A loop in a template stops here; no text of a dialog needs a tenth of it.</summary>
    private const int MaxSteps = 20_000;

    public static TemplateOptions Create(TimeZoneInfo zone)
    {
        var options = new TemplateOptions
        {
            CultureInfo = CultureInfo.GetCultureInfo("ru-RU"),
            TimeZone = zone,
            MaxSteps = MaxSteps,
            MemberAccessStrategy = new DefaultMemberAccessStrategy { MemberNameStrategy = MemberNameStrategies.SnakeCase },
            ModelNamesComparer = StringComparer.Ordinal,
        };

        // Fluid would write a date as a culture's text, and «19.04.2024» sorts wrongly.
        options.ValueConverters.Add(value => value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null);

        // Numbers that name something are compared with slots and arguments, which are texts: Liquid takes 5 and "5" for different.
        options.ValueConverters.Add(value => value is long id ? id.ToString(CultureInfo.InvariantCulture) : null);

        // A type that was left out would read as nothing in every text.
        foreach (var type in FactTypes.All)
        {
            options.MemberAccessStrategy.Register(type);
        }

        RussianFilters.Register(options.Filters, zone);
        return options;
    }
}
