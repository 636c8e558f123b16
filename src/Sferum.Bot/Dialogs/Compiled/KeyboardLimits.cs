namespace Sferum.Bot.Dialogs.Compiled;

/// <summary>The strictest limits of <c>vk-platform.md</c> §2.2.</summary>
internal sealed record KeyboardLimits(int Columns, int Rows, int Buttons)
{
    public const int Label = 40;

    /// <summary>A label as it is shown: in one line, and no longer than it may be.</summary>
    public static string Cut(string label)
    {
        var line = label.Replace('\n', ' ');
        return line.Length <= Label ? line : line[..(Label - 1)].TrimEnd() + "…";
    }

    private static readonly KeyboardLimits UnderField = new(4, 10, 40);

    private static readonly KeyboardLimits InMessage = new(4, 6, 10);

    public static KeyboardLimits Of(bool inline) => inline ? InMessage : UnderField;
}
