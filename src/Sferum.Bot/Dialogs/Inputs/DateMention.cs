using System.Globalization;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>A date named in a text, at its place in the clean text.</summary>
internal sealed record DateMention(int Start, int Length, DateShape Shape, DateReading Reading)
{
    public int End => Start + Length;
}

/// <summary>How surely the words are a date.</summary>
internal enum DateShape
{
    /// <summary>With a year, a month's name, or «вчера».</summary>
    Sure,

    /// <summary>«15.04»: may also be a point of an order.</summary>
    DayAndMonth,

    /// <summary>«15/04»: may also be a number or a fraction.</summary>
    Slashed,
}

/// <summary>What a named date comes to. A closed list.</summary>
internal abstract record DateReading
{
    private DateReading()
    {
    }

    public sealed record Valid(DateOnly Date) : DateReading
    {
        public string Iso => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// <paramref name="Reason"/>: <c>future_date</c> or <c>past_date</c> (on the wrong side of today), <c>impossible_date</c>
    /// (31 февраля), <c>far_date</c> (1890, 2042).
    /// </summary>
    public sealed record Refused(string Reason) : DateReading;
}
