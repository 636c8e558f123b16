using System.Globalization;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// Which day a named day and month come to. Looking back, a date without a year is the nearest one in the past, and one of
/// the next <see cref="SoonDays"/> days counts as a slip into the future. Looking ahead, it is the nearest one not before today.
/// </summary>
internal sealed record DateSense(DateOnly Today, DateDirection Direction)
{
    /// <summary>What is promised for later than this is no promise.</summary>
    public const int FarDays = 366;

    /// <summary>No school has acts on Sferum from before; the plan of an institution may well be some years old.</summary>
    private const int FirstYear = 2000;

    private const int SoonDays = 60;

    public DateReading WithYear(int day, int month, string digits)
    {
        var year = int.Parse(digits, CultureInfo.InvariantCulture);
        if (digits.Length == 2)
        {
            year += year < 70 ? 2000 : 1900;
        }

        return year > Today.Year + 1 ? new DateReading.Refused("far_date")
            : year < FirstYear ? new DateReading.Refused(Direction == DateDirection.Past ? "far_date" : "past_date")
            : OfYear(year, month, day);
    }

    /// <summary>Null when there is no such month.</summary>
    public DateReading? WithoutYear(int day, int month)
    {
        if (month is < 1 or > 12)
        {
            return null;
        }

        var isThisYear = Exists(Today.Year, month, day) && new DateOnly(Today.Year, month, day) is var near
            && (Direction == DateDirection.Past ? near <= Today.AddDays(SoonDays) : near >= Today);
        var otherYear = Direction == DateDirection.Past ? Today.Year - 1 : Today.Year + 1;
        return OfYear(isThisYear ? Today.Year : otherYear, month, day);
    }

    /// <summary>«15-го»: of this month or, when that day is on the other side of today, of its neighbour. Null for no day of a month.</summary>
    public DateReading? DayOfMonth(int? day)
    {
        if (day is null or < 1 or > 31)
        {
            return null;
        }

        var month = Direction == DateDirection.Past
            ? day <= Today.Day ? Today : Today.AddMonths(-1)
            : day >= Today.Day ? Today : Today.AddMonths(1);
        return OfYear(month.Year, month.Month, day.Value);
    }

    /// <summary>Looking back, today's name is today; looking ahead, it is a week from now, since today is called «сегодня».</summary>
    public DateReading Weekday(DayOfWeek day, bool isOther)
    {
        if (Direction == DateDirection.Past)
        {
            var back = ((int)Today.DayOfWeek - (int)day + 7) % 7;
            return Judge(Today.AddDays(back == 0 && isOther ? -7 : -back));
        }

        var ahead = ((int)day - (int)Today.DayOfWeek + 7) % 7;
        return Judge(isOther ? InWeek(1, day) : Today.AddDays(ahead == 0 ? 7 : ahead));
    }

    /// <summary>The day of this week or of one after it; weeks begin on Monday.</summary>
    public DateOnly InWeek(int after, DayOfWeek day) =>
        Today.AddDays(((7 * after) + (((int)day + 6) % 7)) - (((int)Today.DayOfWeek + 6) % 7));

    public DateReading Judge(DateOnly date) => Direction switch
    {
        DateDirection.Past when date > Today => new DateReading.Refused("future_date"),
        DateDirection.Future when date < Today => new DateReading.Refused("past_date"),
        DateDirection.Future when date > Today.AddDays(FarDays) => new DateReading.Refused("far_date"),
        _ => new DateReading.Valid(date),
    };

    private DateReading OfYear(int year, int month, int day) =>
        Exists(year, month, day) ? Judge(new DateOnly(year, month, day)) : new DateReading.Refused("impossible_date");

    private static bool Exists(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
}
