using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs.Texts;

/// <summary>Names of months and days of the week, to write and to read.</summary>
internal static class RussianCalendar
{
    /// <summary>«15 апреля»; shorter month names have neighbours one letter away («марта», «парта»).</summary>
    private const int ShortestWithSlip = 6;

    private static readonly ImmutableArray<string> _months =
    [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ];

    private static readonly ImmutableArray<string> _abbreviations =
        ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];

    /// <summary>From Sunday, as <see cref="DayOfWeek"/>.</summary>
    private static readonly ImmutableArray<string> _days =
        ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"];

    private static readonly ImmutableArray<string> _onDays =
        ["в воскресенье", "в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу"];

    private static readonly ImmutableArray<string> _dayStems = ["воскрес", "понедел", "вторн", "сред", "четв", "пятн", "субб"];

    /// <summary>«19 апреля».</summary>
    public static string DayAndMonth(DateOnly date) => $"{date.Day} {_months[date.Month - 1]}";

    /// <summary>«пятница».</summary>
    public static string DayOfWeekName(DateOnly date) => _days[(int)date.DayOfWeek];

    /// <summary>«в пятницу».</summary>
    public static string OnDayOfWeek(DateOnly date) => _onDays[(int)date.DayOfWeek];

    /// <summary>1–12 of a folded word in any case, shortened, or with one slip of the hand in a long name; null when it is no month.</summary>
    public static int? Month(ReadOnlySpan<char> word)
    {
        for (var month = 1; month <= _months.Length; month++)
        {
            if (Means(word, month))
            {
                return month;
            }
        }

        for (var month = 1; month <= _months.Length; month++)
        {
            if (_months[month - 1].Length >= ShortestWithSlip && TypingDistance.Between(word, _months[month - 1], 1) == 1)
            {
                return month;
            }
        }

        return null;
    }

    /// <summary>Of a folded word that is known to be the name of a day of the week in some case.</summary>
    public static DayOfWeek? Day(string word)
    {
        for (var day = 0; day < _dayStems.Length; day++)
        {
            if (word.StartsWith(_dayStems[day], StringComparison.Ordinal))
            {
                return (DayOfWeek)day;
            }
        }

        return null;
    }

    private static bool Means(ReadOnlySpan<char> word, int month)
    {
        var genitive = _months[month - 1];
        if (word.SequenceEqual(_abbreviations[month - 1]) || word.SequenceEqual(genitive))
        {
            return true;
        }

        // Апрель, апреле, март, марте, сент, нояб: the stem and at most one letter.
        var stem = genitive.AsSpan(0, genitive.Length - 1);
        return word.Length >= 4
            && (stem.StartsWith(word) || (word.StartsWith(stem) && word.Length == stem.Length + 1 && word[^1] is 'ь' or 'е' or 'ю' or 'у' or 'й'));
    }
}
