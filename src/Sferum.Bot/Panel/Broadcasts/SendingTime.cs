using Microsoft.Extensions.Options;
using Sferum.Bot.Calendar;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Panel.Broadcasts;

/// <summary>When a message that nobody asked for really goes, and why not earlier.</summary>
public sealed class SendingTime(UnaskedHours hours, IOptions<OfficeOptions> office, PanelTime time, TimeProvider clock)
{
    /// <summary>So many days ahead it may lie.</summary>
    private const int FurthestDay = 366;

    /// <summary>What is wrong with the time in the form; null when nothing is.</summary>
    internal string? FaultOf(ComposeForm form) => form switch
    {
        { Timed: false } => null,
        { Time: null } => "Укажите день и время отправки.",
        { Time: { } at } when at <= time.Local(clock.GetUtcNow()).DateTime => "Это время уже прошло. Укажите другое.",
        { Time: { } at } when at > time.Local(clock.GetUtcNow()).DateTime.AddDays(FurthestDay) => "Это слишком нескоро. Назовите день поближе.",
        _ => null,
    };

    /// <summary>A sentence for whoever is about to send.</summary>
    internal string WordsOf(ComposeForm form)
    {
        var now = clock.GetUtcNow();
        var wanted = form.Time is { } at ? hours.At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)) : now;
        var real = hours.OnOrAfter(wanted);
        return (form.Time, real == wanted) switch
        {
            (null, true) => "Уйдёт через минуту после отправки. До этого её можно отменить.",
            (null, false) => $"Сейчас бот первым не пишет: {WhyNot(wanted)}. Уйдёт {Moment(real)}.",
            (_, true) => $"Уйдёт {Moment(real)}.",
            _ => $"Уйдёт {Moment(real)}, раньше нельзя: {WhyNot(wanted)}.",
        };
    }

    /// <summary>When one that is planned goes, with the reason where that is not the time that was wished.</summary>
    internal string WordsOf(DateTimeOffset sendAt)
    {
        var real = hours.OnOrAfter(sendAt);
        return real == sendAt ? Moment(real) : $"{Moment(real)}, раньше нельзя: {WhyNot(sendAt)}";
    }

    private string Moment(DateTimeOffset at) => $"{PanelTime.Day(time.DayOf(at))} ({PanelTime.Weekday(time.DayOf(at))}) в {time.Clock(at)}";

    private string WhyNot(DateTimeOffset at)
    {
        var day = time.DayOf(at);
        return hours.Calendar.IsWorkingDay(day) ? $"с {office.Value.UnaskedUntil:HH\\:mm} до {office.Value.UnaskedFrom:HH\\:mm} тихие часы"
            : hours.Calendar.IsHoliday(day) ? $"{PanelTime.Day(day)} праздничный или нерабочий день"
            : $"{PanelTime.Day(day)} выходной ({PanelTime.Weekday(day)})";
    }
}
