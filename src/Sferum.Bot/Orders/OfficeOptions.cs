using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Sferum.Bot.Orders;

/// <summary>Section <c>Office</c>: whose bot this is and who reviews.</summary>
public sealed class OfficeOptions
{
    public const string Section = "Office";

    /// <summary>What the bot calls the office.</summary>
    [Required(ErrorMessage = "Office__Name: не указано название управления образования.")]
    public string Name { get; set; } = "Управление образования";

    /// <summary>IANA name; deadlines end and days begin in this zone.</summary>
    public string TimeZone { get; set; } = "Europe/Moscow";

    /// <summary>VK numbers of those who review reports and answer questions.</summary>
    public IList<long> Specialists { get; } = [];

    /// <summary>VK numbers of those who may see everything in the panel and change nothing.</summary>
    public IList<long> Chiefs { get; } = [];

    /// <summary>VK numbers of those who may say in the panel who stands in for the specialist.</summary>
    public IList<long> Administrators { get; } = [];

    /// <summary>When the office begins to answer, by its own clock.</summary>
    public TimeOnly OpensAt { get; set; } = new(9, 0);

    /// <summary>When the office ends its day, by its own clock.</summary>
    public TimeOnly ClosesAt { get; set; } = new(18, 0);

    /// <summary>Days of the week on which the office works; none named: Monday to Friday.</summary>
    public IList<DayOfWeek> WorkDays { get; } = [];

    /// <summary>From then on the bot may write of its own accord, by the office's clock, on working days.</summary>
    public TimeOnly UnaskedFrom { get; set; } = new(8, 0);

    /// <summary>Until then the bot may write of its own accord, by the office's clock.</summary>
    public TimeOnly UnaskedUntil { get; set; } = new(20, 0);

    /// <summary>When the specialist is told on working days what is new and what waits, by the office's clock; null: never.</summary>
    public TimeOnly? DigestAt { get; set; } = new(8, 30);

    /// <summary>So long after the last words that a person of the office wrote by hand the bot is silent in that dialog.</summary>
    public TimeSpan TalkSilence { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>See <see cref="WorkDays"/>.</summary>
    public IReadOnlySet<DayOfWeek> GetWorkDays() => WorkDays.Count > 0 ? WorkDays.ToHashSet() : MondayToFriday;

    private static readonly HashSet<DayOfWeek> MondayToFriday =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>A method, since the validation of attributes reads every property, also of settings that are wrong.</summary>
    public TimeZoneInfo GetZone() => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

internal sealed class OfficeOptionsCheck : IValidateOptions<OfficeOptions>
{
    public ValidateOptionsResult Validate(string? name, OfficeOptions options)
    {
        var faults = new List<string>();
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
        {
            faults.Add($"Office__TimeZone: часовой пояс «{options.TimeZone}» неизвестен. Пример: Europe/Moscow.");
        }

        if (options.Specialists.Any(id => id <= 0))
        {
            faults.Add("Office__Specialists: номер страницы ВКонтакте — положительное число, например 123456.");
        }

        if (options.Chiefs.Concat(options.Administrators).Any(id => id <= 0))
        {
            faults.Add("Office__Chiefs, Office__Administrators: номер страницы ВКонтакте — положительное число, например 123456.");
        }

        if (options.OpensAt >= options.ClosesAt)
        {
            faults.Add($"Office__OpensAt: начало рабочего дня ({options.OpensAt:HH\\:mm}) должно быть раньше конца, Office__ClosesAt ({options.ClosesAt:HH\\:mm}). Пример: 09:00 и 18:00.");
        }

        if (options.UnaskedFrom >= options.UnaskedUntil)
        {
            faults.Add($"Office__UnaskedFrom: время, с которого бот пишет сам ({options.UnaskedFrom:HH\\:mm}), должно быть раньше Office__UnaskedUntil ({options.UnaskedUntil:HH\\:mm}). Пример: 08:00 и 20:00.");
        }

        if (options.TalkSilence < TimeSpan.Zero || options.TalkSilence > TimeSpan.FromDays(7))
        {
            faults.Add("Office__TalkSilence: сколько бот молчит, пока говорит человек, от 0 до 7 суток. Пример: 00:30:00.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
