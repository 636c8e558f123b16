using System.Globalization;

namespace Sferum.Bot.Vk.Receiving;

/// <summary>How far the stream was read, as it is kept in the database: VK's <c>ts</c> and how new the newest message was.</summary>
/// <param name="NewestMessage">Unix seconds by VK's clock; 0 before the first message. Where to catch up from when VK lost events.</param>
internal sealed record PollPosition(string Ts, long NewestMessage)
{
    private static readonly long LatestDate = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    public static PollPosition Parse(string text)
    {
        var parts = text.Split(' ', 2);
        return new PollPosition(
            parts[0],
            parts.Length == 2 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var newest) && newest <= LatestDate ? newest : 0);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Ts} {NewestMessage}");
}
