using System.Text.Json;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Methods;

/// <summary>Checks a <c>template</c> of type carousel (vk-platform.md §3.6).</summary>
internal static class CarouselParser
{
    private const int MostElements = 10;
    private const int MostButtons = 3;
    private const int LongestText = 80;

    public static JsonElement? Parse(string text, out string fault)
    {
        fault = "";
        JsonElement json;
        try
        {
            using var document = JsonDocument.Parse(text);
            json = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            fault = "is not a valid JSON";
            return null;
        }

        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("type", out var type) || !type.ValueEquals("carousel") ||
            !json.TryGetProperty("elements", out var elements) || elements.ValueKind != JsonValueKind.Array)
            fault = "type should be carousel with elements";
        else if (elements.GetArrayLength() is 0 or > MostElements)
            fault = $"elements should be 1 to {MostElements}";
        else
            fault = elements.EnumerateArray().Select(FaultOf).FirstOrDefault(wrong => wrong.Length > 0) ?? "";
        return fault.Length == 0 ? json : null;
    }

    private static string FaultOf(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || (!element.TryGetProperty("title", out _) && !element.TryGetProperty("photo_id", out _)))
            return "element should have photo_id or title";
        foreach (var name in (ReadOnlySpan<string>)["title", "description"])
        {
            if (element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String && text.GetString()!.Length > LongestText)
                return $"{name} is longer than {LongestText} characters";
        }

        if (!element.TryGetProperty("buttons", out var buttons) || buttons.ValueKind != JsonValueKind.Array ||
            buttons.GetArrayLength() is 0 or > MostButtons)
            return $"element should have 1 to {MostButtons} buttons";
        var keyboard = $$"""{"inline":true,"buttons":[{{buttons.GetRawText()}}]}""";
        KeyboardParser.Parse(keyboard, out var fault);
        return fault;
    }
}
