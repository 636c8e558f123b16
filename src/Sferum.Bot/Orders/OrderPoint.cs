using System.Collections.Immutable;
using System.Globalization;

namespace Sferum.Bot.Orders;

/// <summary>One point of an order.</summary>
/// <param name="Id">In Latin letters, for references: <c>1.1.a</c>.</param>
/// <param name="Label">As people write it: «1.1а».</param>
/// <param name="Title">A few words for a button or a column.</param>
/// <param name="Text">The order's own words, misprints included.</param>
/// <param name="Ambiguous">The text itself does not settle who has to do what.</param>
/// <param name="Reason">Why it applies to these types.</param>
/// <param name="Mentions">Words by which people name without its number it, or for a heading tasks below it («чат* педагог*»).</param>
public sealed record OrderPoint(
    string Id,
    PointKind Kind,
    string Label,
    string Title,
    string Text,
    string? Addressee,
    DateOnly? Deadline,
    ImmutableDictionary<string, Applicability> Applies,
    string Reason,
    bool Ambiguous,
    ImmutableDictionary<string, string> Unsettled,
    ImmutableArray<Mention> Mentions,
    ImmutableArray<EvidenceField> Evidence)
{
    /// <summary>The point it stands under; null at the top.</summary>
    public string? Parent => ParentOf(Id);

    public Applicability AppliesTo(string type) => Applies.GetValueOrDefault(type, Applicability.NotApplicable);

    /// <summary>What is not said here for that type, what is taken by default, who decides; null when all is clear.</summary>
    public string? UnsettledFor(string type) => Unsettled.GetValueOrDefault(type);

    /// <summary>Those of the answers that belong to this point; what was typed for another one is not evidence here.</summary>
    public ImmutableSortedDictionary<string, string> AnswersAmong(ImmutableSortedDictionary<string, string> answers) =>
        answers.RemoveRange(answers.Keys.Where(name => !Evidence.Any(field => field.IsAnsweredBy(name))));

    /// <summary>Whether every required field has an answer.</summary>
    public bool IsAnsweredBy(ImmutableSortedDictionary<string, string> answers) =>
        Evidence.Where(field => field.Required).All(field => answers.Keys.Any(field.IsAnsweredBy));

    /// <summary>Names of the files among the answers.</summary>
    public IEnumerable<string> FilesAmong(ImmutableSortedDictionary<string, string> answers) =>
        Evidence.Where(field => field.Input == EvidenceField.FilesInput)
            .SelectMany(field => answers.Where(answer => field.IsAnsweredBy(answer.Key)).Select(answer => answer.Value));

    /// <summary>The acts that the answers name: the kind of a field tells, not its name.</summary>
    public IEnumerable<NamedDocument> DocumentsAmong(ImmutableSortedDictionary<string, string> answers) =>
        from field in Evidence
        where field.Input is EvidenceField.DocumentInput or EvidenceField.PlanInput
        let document = new NamedDocument(answers.GetValueOrDefault($"{field.Name}.number"), DayOf(answers.GetValueOrDefault($"{field.Name}.date")))
        where document is not { Number: null, Date: null }
        select document;

    private static DateOnly? DayOf(string? answer) =>
        DateOnly.TryParseExact(answer, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    internal static string? ParentOf(string id) => id.LastIndexOf('.') is > 0 and var dot ? id[..dot] : null;
}

public enum PointKind
{
    /// <summary>Introduces others; not reported by itself.</summary>
    Heading,

    /// <summary>A head does it and reports.</summary>
    DirectorTask,

    /// <summary>A teacher's duty that the head's task brings about; not reported line by line.</summary>
    TeacherDuty,

    Info,
}

public enum Applicability
{
    NotApplicable,
    Mandatory,

    /// <summary>«По усмотрению», «при необходимости».</summary>
    Optional,
}

/// <summary>One thing asked as evidence. Answers are kept as <c>name</c> or <c>name.part</c>.</summary>
/// <param name="Input">Name of the recogniser that reads the answer.</param>
/// <param name="Avoid">What should not be sent; null when there is no such danger.</param>
public sealed record EvidenceField(string Name, string Input, string Ask, string Label, bool Required, string? Avoid)
{
    /// <summary>The recogniser whose answers are attachment ids.</summary>
    public const string FilesInput = "files";

    /// <summary>The recogniser of an act's <c>number</c> and <c>date</c>.</summary>
    public const string DocumentInput = "document";

    /// <summary>The recogniser of a plan, which has a <c>date</c> too.</summary>
    public const string PlanInput = "plan";

    public bool IsAnsweredBy(string answer) =>
        answer.StartsWith(Name, StringComparison.Ordinal) && (answer.Length == Name.Length || answer[Name.Length] == '.');
}

/// <summary>An act as a report names it.</summary>
public sealed record NamedDocument(string? Number, DateOnly? Date);
