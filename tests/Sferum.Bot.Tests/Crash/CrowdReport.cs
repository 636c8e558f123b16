using System.Globalization;

namespace Sferum.Bot.Tests.Crash;

/// <summary>What a crowd was told, against what it should have been.</summary>
/// <param name="Replies">Replies that came once and in order.</param>
/// <param name="Lost">Replies that never came.</param>
/// <param name="Doubled">Messages that nobody was waiting for: a reply once more, or a wrong one.</param>
/// <param name="OutOfOrder">Persons who were told everything once, but not in order.</param>
internal sealed record CrowdReport(
    int Persons, int Replies, int Lost, int Doubled, int OutOfOrder, TimeSpan Median, TimeSpan P99, TimeSpan Longest, string Details)
{
    private const int PersonsInDetail = 5;

    public static CrowdReport Of(IReadOnlyList<Talker> talkers)
    {
        int lost = 0, doubled = 0, outOfOrder = 0;
        var details = new List<string>();
        foreach (var talker in talkers)
        {
            var missing = Left(talker.Due, talker.Unexpected);
            var extra = Left(talker.Unexpected, talker.Due);
            lost += missing.Count;
            doubled += extra.Count;
            var shuffled = missing.Count == 0 && extra.Count == 0 && talker.Unexpected.Count > 0;
            outOfOrder += shuffled ? 1 : 0;
            if (missing.Count > 0 || extra.Count > 0 || shuffled)
            {
                details.Add($"""
                    {talker.Id} after {talker.Answered} replies{(talker.GaveUp is { } why ? $" {why}" : "")}
                      due:  {string.Join("\n        ", talker.Due.Take(6).Select(Talker.Short))}
                      told: {string.Join("\n        ", talker.Unexpected.Take(6).Select(Talker.Short))}
                    """);
            }
        }

        var waits = talkers.SelectMany(talker => talker.Waits).Order().ToArray();
        return new CrowdReport(
            talkers.Count,
            talkers.Sum(talker => talker.Answered),
            lost,
            doubled,
            outOfOrder,
            At(waits, 0.5),
            At(waits, 0.99),
            At(waits, 1),
            string.Join('\n', details.Take(PersonsInDetail)));
    }

    /// <summary>Everything once, in order, and something at all.</summary>
    public void AssertExact(Func<string> elsewhere)
    {
        if (Replies == 0 || Lost + Doubled + OutOfOrder > 0)
        {
            Assert.Fail($"{this}\n{Details}\n{elsewhere()}");
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Persons} persons, {Replies} replies once and in order; {Lost} lost, {Doubled} doubled, {OutOfOrder} out of order; wait p50 {Median.TotalSeconds:0.000} s, p99 {P99.TotalSeconds:0.000} s, longest {Longest.TotalSeconds:0.000} s");

    /// <summary>What of <paramref name="first"/> has no counterpart in <paramref name="second"/>.</summary>
    private static List<string> Left(IEnumerable<string> first, IEnumerable<string> second)
    {
        var left = first.ToList();
        foreach (var text in second)
        {
            left.Remove(text);
        }

        return left;
    }

    private static TimeSpan At(TimeSpan[] sorted, double share) =>
        sorted.Length == 0 ? TimeSpan.Zero : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
}
