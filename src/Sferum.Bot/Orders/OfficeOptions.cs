using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Sferum.Bot.Orders;

/// <summary>Section <c>Office</c>: whose bot this is and who reviews.</summary>
public sealed class OfficeOptions
{
    public const string Section = "Office";

    [Required(ErrorMessage = "Office__Name: не указано название управления образования.")]
    public string Name { get; set; } = "Управление образования";

    /// <summary>IANA name; deadlines end and days begin in this zone.</summary>
    public string TimeZone { get; set; } = "Europe/Moscow";

    /// <summary>VK numbers of those who review reports and answer questions.</summary>
    public IList<long> Specialists { get; } = [];

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

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
