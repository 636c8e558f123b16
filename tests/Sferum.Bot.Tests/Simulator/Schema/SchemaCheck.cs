using System.Text.Json;

namespace Sferum.Bot.Tests.Simulator.Schema;

/// <summary>
/// Checks a JSON value against the dialect of VK's schema: <c>required</c> stands on the member itself, references go across
/// files, <c>oneOf</c> may have a discriminator. Stricter than the schema in one point: a member that no branch knows is a
/// violation, so that nothing invented passes.
/// </summary>
internal sealed class SchemaCheck(VkSchema schema)
{
    public void Check(JsonElement value, JsonElement rule, string place, List<Violation> violations)
    {
        var known = new Known();
        Apply(value, rule, place, violations, known);
        if (value.ValueKind != JsonValueKind.Object || known.Open || known.Members.Count == 0)
            return;
        foreach (var member in value.EnumerateObject().Where(member => !known.Members.Contains(member.Name)))
            violations.Add(new Violation($"{place}.{member.Name}", Fault.UnknownMember, Short(member.Value)));
    }

    private void Apply(JsonElement value, JsonElement rule, string place, List<Violation> violations, Known known)
    {
        if (rule.TryGetProperty("$ref", out var reference))
        {
            if (schema.Resolve(reference.GetString()!) is { } target)
                Apply(value, target, place, violations, known);
            else
                known.Open = true; // a section that the snapshot leaves out
        }

        if (rule.TryGetProperty("allOf", out var all))
        {
            foreach (var part in all.EnumerateArray())
                Apply(value, part, place, violations, known);
        }

        if (rule.TryGetProperty("oneOf", out var choices))
            ApplyOneOf(value, rule, choices, place, violations, known);
        if (rule.TryGetProperty("type", out var type) && !HasType(value, type))
        {
            violations.Add(new Violation(place, Fault.WrongType, $"{Short(value)} is not {type}"));
            return;
        }

        ApplyBounds(value, rule, place, violations);
        if (value.ValueKind == JsonValueKind.Array && rule.TryGetProperty("items", out var items))
        {
            foreach (var item in value.EnumerateArray())
                Check(item, items, place + "[]", violations);
        }

        if (value.ValueKind == JsonValueKind.Object && rule.TryGetProperty("properties", out var properties))
            ApplyProperties(value, properties, place, violations, known);
    }

    private void ApplyProperties(JsonElement value, JsonElement properties, string place, List<Violation> violations, Known known)
    {
        foreach (var property in properties.EnumerateObject())
        {
            known.Members.Add(property.Name);
            if (value.TryGetProperty(property.Name, out var member))
                Check(member, property.Value, $"{place}.{property.Name}", violations);
            else if (property.Value.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.True)
                violations.Add(new Violation($"{place}.{property.Name}", Fault.Missing, "required"));
        }
    }

    private void ApplyOneOf(
        JsonElement value, JsonElement rule, JsonElement choices, string place, List<Violation> violations, Known known)
    {
        if (rule.TryGetProperty("discriminator", out var discriminator) && value.ValueKind == JsonValueKind.Object &&
            value.TryGetProperty(discriminator.GetProperty("propertyName").GetString()!, out var kind) &&
            discriminator.GetProperty("mapping").TryGetProperty(kind.ToString(), out var mapped) &&
            schema.Resolve(mapped.GetString()!) is { } target)
        {
            Apply(value, target, place, violations, known);
            return;
        }

        foreach (var choice in choices.EnumerateArray())
        {
            var own = new List<Violation>();
            var members = new Known();
            Apply(value, choice, place, own, members);
            if (own.Count > 0)
                continue;
            known.Open |= members.Open;
            known.Members.UnionWith(members.Members);
            return;
        }

        violations.Add(new Violation(place, Fault.NoMatch, $"{Short(value)} matches none of the choices"));
    }

    private static void ApplyBounds(JsonElement value, JsonElement rule, string place, List<Violation> violations)
    {
        if (rule.TryGetProperty("enum", out var allowed) && allowed.EnumerateArray().All(item => item.ToString() != value.ToString()))
            violations.Add(new Violation(place, Fault.NotInEnum, Short(value)));
        var outside = value.ValueKind switch
        {
            JsonValueKind.Number => (rule.TryGetProperty("minimum", out var least) && value.GetDouble() < least.GetDouble()) ||
                (rule.TryGetProperty("maximum", out var most) && value.GetDouble() > most.GetDouble()),
            JsonValueKind.String => (rule.TryGetProperty("maxLength", out var longest) && value.GetString()!.Length > longest.GetInt32()) ||
                (rule.TryGetProperty("format", out var format) && format.ValueEquals("uri") && !Uri.TryCreate(value.GetString(), UriKind.Absolute, out _)),
            JsonValueKind.Array => rule.TryGetProperty("maxItems", out var count) && value.GetArrayLength() > count.GetInt32(),
            _ => false,
        };
        if (outside)
            violations.Add(new Violation(place, Fault.OutOfRange, Short(value)));
    }

    private static bool HasType(JsonElement value, JsonElement type) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(one => HasType(value, one))
        : type.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind == JsonValueKind.Number,
            var other => throw new InvalidOperationException($"Unknown type {other} in VK's schema."),
        };

    private static string Short(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 80 ? text : text[..80] + "…";
    }

    /// <summary>Members that some branch of the rule knows.</summary>
    private sealed class Known
    {
        public HashSet<string> Members { get; } = [];

        public bool Open { get; set; }
    }
}
