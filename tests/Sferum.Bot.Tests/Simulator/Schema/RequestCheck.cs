using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sferum.Bot.Tests.Simulator.Schema;

/// <summary>Checks the parameters of a call, which are all strings, against <c>methods.json</c>.</summary>
internal sealed class RequestCheck(VkSchema schema, SchemaCheck check)
{
    /// <summary>Parameters that every method takes (vk-platform.md §1.1).</summary>
    private static readonly string[] Common = ["access_token", "v", "lang"];

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Check(string method, JsonElement rule, IReadOnlyDictionary<string, string> values, List<Violation> violations)
    {
        var parameters = rule.TryGetProperty("parameters", out var list)
            ? list.EnumerateArray().ToDictionary(parameter => parameter.GetProperty("name").GetString()!)
            : [];
        foreach (var (name, value) in values.Where(pair => !Common.Contains(pair.Key)))
        {
            var place = $"request {method}.{name}";
            if (!parameters.TryGetValue(name, out var parameter))
            {
                // The schema lists no parameters of execute at all.
                if (method != "execute")
                    violations.Add(new Violation(place, Fault.UnknownName, value));
                continue;
            }

            if (AsJson(value, parameter) is { } json)
                check.Check(json, Shape(parameter), place, violations);
            else
                violations.Add(new Violation(place, Fault.WrongType, value));
        }

        foreach (var (name, parameter) in parameters.Where(pair => !values.ContainsKey(pair.Key)))
        {
            if (parameter.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.True)
                violations.Add(new Violation($"request {method}.{name}", Fault.Missing, "required"));
        }
    }

    /// <summary>The rule for the value: a string that refers to an object carries that object as JSON.</summary>
    private JsonElement Shape(JsonElement parameter) => ObjectOf(parameter) ?? parameter;

    private JsonElement? ObjectOf(JsonElement parameter) =>
        parameter.TryGetProperty("$ref", out var reference) && schema.Resolve(reference.GetString()!) is { } target &&
        target.TryGetProperty("type", out var type) && type.ValueEquals("object")
            ? target
            : null;

    /// <summary>The value in JSON form by the parameter's type, or null when it is not of that type.</summary>
    private JsonElement? AsJson(string value, JsonElement parameter)
    {
        if (ObjectOf(parameter) is not null)
            return Parsed(value);
        var type = parameter.TryGetProperty("type", out var given) ? given : parameter.GetProperty("items").GetProperty("type");
        if (type.ValueKind == JsonValueKind.Array)
            return JsonSerializer.SerializeToElement(value, Relaxed);
        switch (type.GetString())
        {
            case "integer":
                return long.TryParse(value, CultureInfo.InvariantCulture, out var whole) ? JsonSerializer.SerializeToElement(whole) : null;
            case "number":
                return double.TryParse(value, CultureInfo.InvariantCulture, out var number) ? JsonSerializer.SerializeToElement(number) : null;
            case "boolean":
                return value is "1" or "0" ? JsonSerializer.SerializeToElement(value == "1") : null;
            case "array":
                return Listed(value, parameter);
            default:
                return JsonSerializer.SerializeToElement(value, Relaxed);
        }
    }

    private JsonElement? Listed(string value, JsonElement parameter)
    {
        var items = parameter.GetProperty("items");
        var rule = items.TryGetProperty("$ref", out var reference) ? schema.Resolve(reference.GetString()!) ?? items : items;
        var whole = rule.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("integer");
        var parts = value.Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (!whole)
            return JsonSerializer.SerializeToElement(parts, Relaxed);
        return parts.All(part => long.TryParse(part, CultureInfo.InvariantCulture, out _))
            ? JsonSerializer.SerializeToElement(parts.Select(part => long.Parse(part, CultureInfo.InvariantCulture)))
            : null;
    }

    private static JsonElement? Parsed(string value)
    {
        try
        {
            using var document = JsonDocument.Parse(value);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
