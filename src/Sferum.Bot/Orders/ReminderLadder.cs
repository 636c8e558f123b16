using System.Collections.Immutable;

namespace Sferum.Bot.Orders;

/// <summary>When an order's open lines are reminded of, relative to each line's deadline.</summary>
/// <param name="Steps">By day and time.</param>
/// <param name="EscalateAfter">After so many reminders without a word of the person they end, and the specialist is told.</param>
public sealed record ReminderLadder(ImmutableArray<ReminderStep> Steps, int EscalateAfter)
{
    /// <summary>Nobody is reminded.</summary>
    public static ReminderLadder None { get; } = new([], int.MaxValue);
}

/// <param name="Days">From the deadline; negative: before it.</param>
/// <param name="At">By the office's clock.</param>
/// <param name="Every">From then on again every so many days; null: once.</param>
/// <param name="Says">What is said, the first that fits; the last fits everybody.</param>
public sealed record ReminderStep(int Days, TimeOnly At, int? Every, ImmutableArray<StepText> Says)
{
    public string SayTo(string role, string type) => Says.First(says => says.Fits(role, type)).Text;
}

/// <param name="Roles">Of <see cref="PostRole"/>; empty: any.</param>
/// <param name="Types">Of institutions; empty: any.</param>
public sealed record StepText(string Text, ImmutableArray<string> Roles, ImmutableArray<string> Types)
{
    public bool Fits(string role, string type) => (Roles.IsEmpty || Roles.Contains(role)) && (Types.IsEmpty || Types.Contains(type));
}
