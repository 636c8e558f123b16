using System.Text.RegularExpressions;

namespace Sferum.Bot.Tests.Simulator.Schema;

internal enum Fault
{
    UnknownMember,
    Missing,
    WrongType,
    NotInEnum,
    OutOfRange,
    UnknownName,
    NoMatch,
}

/// <summary>One deviation from VK's schema.</summary>
/// <param name="Place">
/// <c>request METHOD.parameter…</c>, <c>response METHOD…</c>, <c>error METHOD…</c> or <c>event TYPE…</c>, list indexes left out.
/// </param>
internal sealed record Violation(string Place, Fault Fault, string Detail)
{
    public override string ToString() => $"{Place}: {Fault} ({Detail})";
}

/// <summary>A deviation that VK itself has, with the sentence of vk-platform.md that says so.</summary>
/// <param name="Place">Pattern of the place.</param>
internal sealed record Gap(string Place, Fault Fault, string Source)
{
    private readonly Regex _place = new($"^{Place}$", RegexOptions.CultureInvariant);

    public bool Covers(Violation violation) => violation.Fault == Fault && _place.IsMatch(violation.Place);
}
