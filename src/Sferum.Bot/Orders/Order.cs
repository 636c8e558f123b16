using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Sferum.Bot.Orders;

/// <summary>
/// An order (приказ) as data: who has to do what by when, and what shows that it is done. Compiled from
/// <c>dialogs/orders/*.yaml</c>; a second order needs no code.
/// </summary>
public sealed class Order
{
    private readonly FrozenDictionary<string, ImmutableArray<OrderLine>> _lines;

    internal Order(
        OrderHead head,
        ImmutableArray<InstitutionType> types,
        ImmutableArray<OrderPoint> points,
        ImmutableArray<OpenQuestion> openQuestions,
        ImmutableArray<PreambleAct> acts,
        ReminderLadder ladder,
        string? source)
    {
        Head = head;
        Types = types;
        Points = points;
        OpenQuestions = openQuestions;
        Acts = acts;
        Ladder = ladder;
        Source = source;
        _lines = types.ToFrozenDictionary(type => type.Code, type => LinesOf(type.Code), StringComparer.Ordinal);
    }

    public OrderHead Head { get; }

    public string Number => Head.Number;

    /// <summary>The institution types that the order tells apart, as it spells them.</summary>
    public ImmutableArray<InstitutionType> Types { get; }

    /// <summary>Every point, in the order of the order.</summary>
    public ImmutableArray<OrderPoint> Points { get; }

    /// <summary>What the order leaves open; never to be told as its own words.</summary>
    public ImmutableArray<OpenQuestion> OpenQuestions { get; }

    /// <summary>Acts that the preamble names.</summary>
    public ImmutableArray<PreambleAct> Acts { get; }

    /// <summary>When its open lines are reminded of.</summary>
    public ReminderLadder Ladder { get; }

    /// <summary>The whole text; null when the file does not hold it.</summary>
    public string? Source { get; }

    /// <summary>The text of the file that it was compiled from; empty for one that was not.</summary>
    public string File { get; init; } = "";

    /// <summary>What a head of this type of institution reports on: tasks that are his, must or may. None for a type the order does not know.</summary>
    public ImmutableArray<OrderLine> LinesFor(string type) => _lines.TryGetValue(type, out var lines) ? lines : [];

    /// <summary>How many of <see cref="LinesFor"/> must be done.</summary>
    public int MandatoryFor(string type) => LinesFor(type).Count(line => line.Mandatory);

    private ImmutableArray<OrderLine> LinesOf(string type) =>
    [
        .. Points
            .Where(point => point.Kind == PointKind.DirectorTask && point.AppliesTo(type) != Applicability.NotApplicable)
            .Select(point => new OrderLine(this, point, point.AppliesTo(type) == Applicability.Mandatory, point.UnsettledFor(type))),
    ];
}

/// <summary>The requisites of an order.</summary>
/// <param name="Deadline">The common deadline; a point has its own. Its day is the last one in time.</param>
public sealed record OrderHead(
    string Number,
    DateOnly Date,
    string Kind,
    string Title,
    string Issuer,
    string? Place,
    string? Purpose,
    DateOnly? Deadline,
    DateOnly? EffectiveFrom,
    Officer Signatory,
    Officer? Controller);

public sealed record Officer(string Role, string Name);

/// <param name="Code">As the order spells it (МОУ); the roster uses the same.</param>
public sealed record InstitutionType(string Code, string Name);

/// <param name="Default">What is taken until the office decides; null when there is no such thing.</param>
public sealed record OpenQuestion(string Id, ImmutableArray<string> Points, string Question, string? Default);

public sealed record PreambleAct(string Title, string Number, DateOnly Date);
