using System.Collections.Immutable;

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
}
