using System.Globalization;

namespace Sferum.VkSimulator.Methods;

/// <summary>Parameters of one call, read as VK reads them; a wrong one is error 100 (vk-platform.md §1.1).</summary>
internal sealed class Parameters(IReadOnlyDictionary<string, string> values)
{
    public IReadOnlyDictionary<string, string> Values { get; } = values;

    /// <summary>The value, or null when absent or empty.</summary>
    public string? Text(string name) => Values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public bool Has(string name) => Text(name) is not null;

    public string Required(string name) => Text(name) ?? throw Wrong($"{name} is undefined");

    public long? Long(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Wrong($"{name} not integer");
    }

    public long RequiredLong(string name) => Long(name) ?? throw Wrong($"{name} is undefined");

    public int Int(string name, int fallback, int least, int most)
    {
        var value = Long(name) ?? fallback;
        if (value < least)
            throw Wrong($"{name} should be greater or equal to {least}");
        return value <= most ? (int)value : throw Wrong($"{name} should be less or equal to {most}");
    }

    public double? Number(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Wrong($"{name} not a number");
    }

    public bool Flag(string name) => Text(name) is "1" or "true";

    public string? Choice(string name, params ReadOnlySpan<string> allowed)
    {
        var text = Text(name);
        return text is null || allowed.Contains(text) ? text : throw Wrong($"{name} is not one of the allowed values");
    }

    /// <summary>Comma-separated integers; empty when absent.</summary>
    public IReadOnlyList<long> Longs(string name, int most)
    {
        if (Text(name) is not { } text)
            return [];
        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > most)
            throw Wrong($"{name} should contain no more than {most} elements");
        var values = new long[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!long.TryParse(parts[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out values[i]))
                throw Wrong($"{name} not integer");
        }

        return values;
    }

    public static VkRefusal Wrong(string detail) => new(VkError.Parameter(detail));
}
