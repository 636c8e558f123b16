using System.Text.Json;

namespace Sferum.VkSimulator.World;

/// <summary>A keyboard that passed VK's checks, in VK's own JSON form (vk-platform.md §3.5).</summary>
internal sealed record Keyboard(JsonElement Json, bool OneTime, bool Inline, IReadOnlyList<IReadOnlyList<Button>> Rows)
{
    /// <summary>A keyboard without buttons hides the one under the field.</summary>
    public bool Hides => Rows.Count == 0;

    public Button? ButtonAt(int row, int column) =>
        row >= 0 && row < Rows.Count && column >= 0 && column < Rows[row].Count ? Rows[row][column] : null;
}

/// <param name="Type">text, callback, open_link, location, vkpay, open_app.</param>
/// <param name="Payload">JSON as a string, as the bot gave it.</param>
internal sealed record Button(string Type, string Label, string? Payload, string? Link);
