using System.Text.Json;

namespace Sferum.VkSimulator.World;

/// <summary>Reads a <c>keyboard</c> parameter within VK's limits (vk-platform.md §2.2, §3.5) or names the wrong field.</summary>
internal static class KeyboardParser
{
    private const int Label = 40;
    private const int Payload = 255;

    /// <summary>The keyboard, or in <paramref name="fault"/> the path of the wrong field with what is wrong in it.</summary>
    public static Keyboard? Parse(string text, out string fault)
    {
        JsonElement json;
        try
        {
            using var document = JsonDocument.Parse(text);
            json = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            fault = "keyboard is not a valid JSON";
            return null;
        }

        try
        {
            fault = "";
            return Read(json);
        }
        catch (KeyboardFault wrong)
        {
            fault = wrong.Message;
            return null;
        }
    }

    private static Keyboard Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new KeyboardFault("keyboard should be an object");
        foreach (var member in json.EnumerateObject())
        {
            if (member.Name is not ("one_time" or "inline" or "buttons" or "author_id"))
                throw new KeyboardFault($"unknown field {member.Name}");
        }

        var oneTime = Flag(json, "one_time");
        var inline = Flag(json, "inline");
        if (oneTime && inline)
            throw new KeyboardFault("one_time can not be used with inline");
        if (!json.TryGetProperty("buttons", out var buttons) || buttons.ValueKind != JsonValueKind.Array)
            throw new KeyboardFault("buttons should be an array");
        var rows = Rows(buttons, inline);
        if (inline && rows.Count == 0)
            throw new KeyboardFault("buttons should not be empty in an inline keyboard");
        return new Keyboard(Complete(json, oneTime, inline), oneTime, inline, rows);
    }

    private static List<IReadOnlyList<Button>> Rows(JsonElement buttons, bool inline)
    {
        var (maxRows, maxColumns, maxButtons) = inline ? (6, 5, 10) : (10, 5, 40);
        if (buttons.GetArrayLength() > maxRows)
            throw new KeyboardFault($"buttons: more than {maxRows} rows");
        var rows = new List<IReadOnlyList<Button>>(buttons.GetArrayLength());
        var total = 0;
        foreach (var row in buttons.EnumerateArray())
        {
            var path = $"buttons[{rows.Count}]";
            if (row.ValueKind != JsonValueKind.Array)
                throw new KeyboardFault($"{path} should be an array");
            if (row.GetArrayLength() is 0)
                throw new KeyboardFault($"{path} should not be empty");
            if (row.GetArrayLength() > maxColumns)
                throw new KeyboardFault($"{path}: more than {maxColumns} buttons in a row");
            var read = new List<Button>(row.GetArrayLength());
            foreach (var button in row.EnumerateArray())
                read.Add(Button(button, $"{path}[{read.Count}]"));
            total += read.Count;
            rows.Add(read);
        }

        return total <= maxButtons ? rows : throw new KeyboardFault($"buttons: more than {maxButtons} buttons");
    }

    private static Button Button(JsonElement button, string path)
    {
        if (button.ValueKind != JsonValueKind.Object || !button.TryGetProperty("action", out var action) ||
            action.ValueKind != JsonValueKind.Object)
            throw new KeyboardFault($"{path}.action should be an object");
        foreach (var member in button.EnumerateObject())
        {
            if (member.Name is not ("action" or "color"))
                throw new KeyboardFault($"{path}: unknown field {member.Name}");
        }

        var type = Text(action, "type", $"{path}.action");
        var (required, optional) = MembersOf(type) ?? throw new KeyboardFault($"{path}.action.type is unknown: {type}");
        foreach (var member in action.EnumerateObject())
        {
            if (member.Name != "type" && !required.Contains(member.Name) && !optional.Contains(member.Name))
                throw new KeyboardFault($"{path}.action: unknown field {member.Name}");
        }

        foreach (var name in required)
        {
            if (!action.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
                throw new KeyboardFault($"{path}.action.{name} is required");
            if (name is "app_id" or "owner_id" && value.ValueKind != JsonValueKind.Number)
                throw new KeyboardFault($"{path}.action.{name} should be a number");
        }

        CheckColor(button, type, path);
        var label = required.Contains("label") ? Text(action, "label", $"{path}.action") : type;
        if (label.Length is 0 or > Label)
            throw new KeyboardFault($"{path}.action.label should be 1 to {Label} characters long");
        var link = required.Contains("link") ? Text(action, "link", $"{path}.action") : null;
        if (link is not null && !Uri.TryCreate(link, UriKind.Absolute, out _))
            throw new KeyboardFault($"{path}.action.link is not a valid link");
        return new Button(type, label, PayloadOf(action, path), link);
    }

    private static (string[] Required, string[] Optional)? MembersOf(string type) => type switch
    {
        "text" or "callback" => (["label"], ["payload"]),
        "open_link" => (["label", "link"], ["payload"]),
        "location" => ([], ["payload"]),
        "vkpay" => (["hash"], ["payload"]),
        "open_app" => (["app_id", "owner_id", "label"], ["hash", "payload"]),
        _ => null,
    };

    private static void CheckColor(JsonElement button, string type, string path)
    {
        if (!button.TryGetProperty("color", out var color))
            return;
        if (type is not ("text" or "callback"))
            throw new KeyboardFault($"{path}.color is not allowed for {type}");
        if (color.ValueKind != JsonValueKind.String ||
            color.GetString() is not ("primary" or "secondary" or "negative" or "positive" or "default"))
            throw new KeyboardFault($"{path}.color is unknown");
    }

    private static string? PayloadOf(JsonElement action, string path)
    {
        if (!action.TryGetProperty("payload", out var member))
            return null;
        if (member.ValueKind != JsonValueKind.String)
            throw new KeyboardFault($"{path}.action.payload should be a string");
        var payload = member.GetString()!; // a string by its kind
        if (payload.Length > Payload)
            throw new KeyboardFault($"{path}.action.payload is longer than {Payload} characters");
        if (payload.Length > 0 && !Json.IsValid(payload))
            throw new KeyboardFault($"{path}.action.payload is not a valid JSON");
        return payload;
    }

    private static bool Flag(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value))
            return false;
        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw new KeyboardFault($"{name} should be a boolean"),
        };
    }

    private static string Text(JsonElement json, string name, string path) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()! // a string by its kind
            : throw new KeyboardFault($"{path}.{name} should be a string");

    /// <summary>VK returns keyboards with both flags even if the bot left them out.</summary>
    private static JsonElement Complete(JsonElement json, bool oneTime, bool inline) =>
        json.TryGetProperty("one_time", out _) && json.TryGetProperty("inline", out _)
            ? json
            : JsonSerializer.SerializeToElement(
                new { one_time = oneTime, inline, buttons = json.GetProperty("buttons") }, Json.Relaxed);

    private sealed class KeyboardFault(string message) : Exception(message);
}
