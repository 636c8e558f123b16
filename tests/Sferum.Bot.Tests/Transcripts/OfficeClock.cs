using System.Globalization;

namespace Sferum.Bot.Tests.Transcripts;

/// <summary>Times of transcripts are those of an office in Moscow.</summary>
internal static class OfficeClock
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    public static DateTimeOffset Parse(string text)
    {
        var local = DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.None);
        return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), Zone.GetUtcOffset(local));
    }
}
