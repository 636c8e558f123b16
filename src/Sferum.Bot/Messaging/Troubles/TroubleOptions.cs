using System.ComponentModel.DataAnnotations;

namespace Sferum.Bot.Messaging.Troubles;

/// <summary>Section <c>Alerts</c>: when the administrator is told in VK that something is wrong with the bot.</summary>
public sealed class TroubleOptions
{
    public const string Section = "Alerts";

    /// <summary>Whether the administrators are told in VK when something is wrong with the bot; the log tells in any case.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>So long VK may be silent before they are told; a poll answers after 25 s at the latest.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "1.00:00:00", ErrorMessage = "Alerts__PollSilence: сколько бот может не слышать ВКонтакте, от 00:00:30 до суток. Пример: 00:02:00.")]
    public TimeSpan PollSilence { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>So long an answer that is due may wait before they are told.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "1.00:00:00", ErrorMessage = "Alerts__OutboxAge: сколько ответ может ждать отправки, от 00:00:30 до суток. Пример: 00:05:00.")]
    public TimeSpan OutboxAge { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>So many megabytes have to be free where database and evidence are; 0: that is not looked at.</summary>
    [Range(0, 10_000_000, ErrorMessage = "Alerts__FreeMegabytes: сколько мегабайт должно оставаться на диске, от 0 (не следить). Пример: 1024.")]
    public int FreeMegabytes { get; set; } = 1024;
}
