using System.Collections.Immutable;
using System.Globalization;

namespace Sferum.Bot.Orders;

/// <summary>What an institution says of a point.</summary>
public abstract record ReportContent
{
    private ReportContent()
    {
    }

    /// <summary>It is done. <paramref name="Answers"/>: field and part → value.</summary>
    public sealed record Done(ImmutableSortedDictionary<string, string> Answers) : ReportContent;

    /// <summary>It does not concern the institution; the specialist decides.</summary>
    public sealed record NotApplicable(string Reason) : ReportContent
    {
        /// <summary>The answer under which the reason is kept.</summary>
        public const string ReasonAnswer = "reason";

        public const int ShortestReason = 3;
        public const int LongestReason = 500;
    }
    /// <summary>Somebody said by telephone that it is done, and the specialist writes it down.</summary>
    /// <param name="By">Who said it: his post, not his name.</param>
    /// <param name="Day">When, by the office's calendar.</param>
    /// <param name="Note">What he said.</param>
    public sealed record Told(string By, DateOnly Day, string Note) : ReportContent
    {
        public const int LongestBy = 100;
        public const int LongestNote = 500;

        /// <summary>What was said longer ago is not remembered well enough to be written down.</summary>
        public const int FurthestDays = 60;

        private const int Shortest = 3;
        private const string ByAnswer = "told_by";
        private const string DayAnswer = "told_on";
        private const string NoteAnswer = "note";

        /// <summary>The part that is wrong: <c>by</c>, <c>day</c> or <c>note</c>; null when none is.</summary>
        public string? Problem(DateOnly today) =>
            By.Length is < Shortest or > LongestBy ? "by"
            : Day > today || Day < today.AddDays(-FurthestDays) ? "day"
            : Note.Length is < Shortest or > LongestNote ? "note"
            : null;

        public ImmutableSortedDictionary<string, string> ToAnswers() => ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
            .Add(ByAnswer, By).Add(DayAnswer, Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Add(NoteAnswer, Note);

        /// <summary>As it was written down by <see cref="ToAnswers"/>.</summary>
        public static Told Of(ImmutableSortedDictionary<string, string> answers) => new(
            answers.GetValueOrDefault(ByAnswer, ""),
            DateOnly.ParseExact(answers.GetValueOrDefault(DayAnswer, "0001-01-01"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            answers.GetValueOrDefault(NoteAnswer, ""));
    }
}
