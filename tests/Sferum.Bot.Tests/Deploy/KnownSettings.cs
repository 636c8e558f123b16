using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Tests.Deploy;

/// <summary>Every setting of the bot: its options classes by their properties and their documentation, and the few that no class holds.</summary>
internal static partial class KnownSettings
{
    public sealed record Setting(string Name, string Meaning, string Default);

    // Before the settings, which are made from it.
    private static readonly Lazy<XDocument> Documents = new(() => XDocument.Load(Path.ChangeExtension(typeof(OfficeOptions).Assembly.Location, ".xml")));

    private static readonly Setting[] Others =
    [
        new("Dialogs__Path", "Folder of dialogs and orders.", "beside the program"),
        new("Urls", "Where `/health/live`, `/health/ready`, `/metrics`, `/vk/callback` and `/panel` listen.", "`http://127.0.0.1:5000`"),
        new("Secrets__Path", "Folder with one file for each setting that is a secret, named as here (`Vk__Token`). Without it the folder that systemd's `LoadCredential=` names. A replaced `Vk__Token` counts at once.", "–"),
        new("OTEL_EXPORTER_OTLP_ENDPOINT", "Where traces go (OpenTelemetry); without it nowhere.", "–"),
    ];

    public static IReadOnlyList<Setting> All { get; } =
    [
        .. typeof(OfficeOptions).Assembly.GetTypes()
            .Where(type => type.GetField("Section", BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true })
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .SelectMany(Of),
        .. Others,
    ];

    /// <summary>Whether a name as in the environment is a setting; lists have a number at the end, or none where the list is meant.</summary>
    public static bool Has(string name) => All.Any(setting => setting.Name == name || setting.Name == $"{name}__0" || (setting.Name.EndsWith("__0", StringComparison.Ordinal) && Number().Replace(name, "__0") == setting.Name));

    private static IEnumerable<Setting> Of(Type type)
    {
        var section = (string)type.GetField("Section")!.GetRawConstantValue()!; // found by it
        var defaults = Activator.CreateInstance(type);
        return type.GetProperties()
            .Where(property => property.CanWrite || property.PropertyType.Name.StartsWith("IList", StringComparison.Ordinal))
            .Select(property => new Setting(
                $"{section}__{property.Name}{(property.CanWrite ? "" : "__0")}",
                Documentation(property),
                Default(property.GetValue(defaults))));
    }

    private static string Default(object? value) => value switch
    {
        null or "" or 0L => "–",
        string text => $"`{text}`",
        TimeOnly time => $"`{time.ToString("HH:mm", CultureInfo.InvariantCulture)}`",
        IEnumerable list when list.Cast<object>().Any() => string.Join(", ", list.Cast<object>().Select(item => $"`{item}`")),
        IEnumerable => "–",
        _ => $"`{Convert.ToString(value, CultureInfo.InvariantCulture)}`",
    };

    private static string Documentation(PropertyInfo property)
    {
        var name = $"P:{property.DeclaringType!.FullName}.{property.Name}"; // a property of a class
        var summary = Documents.Value.Descendants("member").FirstOrDefault(member => (string?)member.Attribute("name") == name)?.Element("summary")
            ?? throw new InvalidOperationException($"{name} has no summary, and the README would not say what it is.");
        var text = string.Concat(summary.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "see" } see => $"`{property.DeclaringType.GetField("Section")!.GetRawConstantValue()}__{((string)see.Attribute("cref")!).Split('.')[^1]}`",
            XElement element => $"`{element.Value}`",
            var other => other.ToString(),
        }));
        return Space().Replace(Source().Replace(text, ""), " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    /// <summary>Where a fact stands, which readers of README do not have.</summary>
    [GeneratedRegex(@"\s*\(§[^)]*\)")]
    private static partial Regex Source();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"__\d+$")]
    private static partial Regex Number();
}
